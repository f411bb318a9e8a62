import GraphvizShim

/// The loaded library: started once, asked for what it has to say.
@GraphvizActor
enum Library {
  private static let started: Result<Void, GraphvizError> = {
    guard gvz_start() else {
      return .failure(GraphvizError(stage: .starting, messages: ["Graphviz does not start"]))
    }
    return mismatch(built: headers, loaded: String(cString: gvz_library_version()))
      .map { .failure(GraphvizError(stage: .starting, messages: [$0])) } ?? .success(())
  }()

  /// The version of the headers that this was built with.
  nonisolated static var headers: String { String(cString: gvz_header_version()) }

  /// What is wrong if the library is another version than the headers. Versions 2.42 to 12 share a name but not
  /// their structures: nothing crashes, and arrows silently vanish.
  nonisolated static func mismatch(built: String, loaded: String) -> String? {
    built == loaded
      ? nil : "built with the headers of Graphviz \(built), but \(loaded) is loaded; build again"
  }

  /// Does something with Graphviz and turns what it says into errors and warnings.
  ///
  /// Many failures are only said, not returned, so success is a result and no message that is an error.
  static func speaking<Result>(
    _ stage: GraphvizError.Stage, _ warn: ((String) -> Void)?, _ body: () throws(GraphvizError) -> Result?
  ) throws(GraphvizError) -> Result {
    try started.get()
    gvz_messages_begin()
    let outcome = Swift.Result { () throws(GraphvizError) in try body() }
    var text: UnsafeMutablePointer<CChar>?
    let hasError = gvz_messages_end(&text)
    defer { gvz_free(text) }
    let messages = text.map { Message.all(in: String(cString: $0)) } ?? []
    guard let result = try outcome.get(), !hasError else {
      throw GraphvizError(
        stage: stage, messages: messages.isEmpty ? ["failed without a word"] : messages.map(\.text))
    }
    if let warn {
      for message in messages { warn(message.text) }
    } else if !messages.isEmpty {
      throw GraphvizError(stage: stage, messages: messages.map(\.text))
    }
    return result
  }
}

/// One thing that Graphviz said.
struct Message: Hashable {
  var text: String

  /// The messages in the shim's notation.
  static func all(in collected: String) -> [Message] {
    collected.split(separator: "\u{1E}").map { part in
      var text = part.drop { $0 == "E" || $0 == "W" }
      if part.count > 1 { text = part.dropFirst() }
      while text.last?.isWhitespace == true { text = text.dropLast() }
      return Message(text: explained(text.split(separator: "\n").joined(separator: "; ")))
    }
  }

  private static func explained(_ text: String) -> String {
    text.contains("not recognized. Use one of:")
      ? text + " (is the package 'graphviz' installed, and 'libgvplugin-neato-layout8' where there is one?)"
      : text
  }
}

/// The version of Graphviz that this was built with, as it names itself.
///
/// ```swift
/// graphvizVersion  // "2.43.0" for the 2.42 of Debian 12
/// ```
public var graphvizVersion: String { Library.headers }
