import GraphvizShim

/// One use of the loaded library, with its messages.
@GraphvizActor
package enum Session {
  /// The result of a successful use.
  package struct Outcome<Value: Sendable>: Sendable {
    package let value: Value
    let stage: GraphvizError.Stage
    package let warnings: [String]
  }

  private static let start: Result<Void, GraphvizError> = {
    guard gvz_start() else {
      return .failure(GraphvizError(stage: .starting, messages: ["no context"]))
    }
    let version = String(cString: gvz_library_version())
    return (GraphvizVersion.refusal(of: version) ?? mismatch(built: headerVersion, loaded: version))
      .map { .failure(GraphvizError(stage: .starting, messages: [$0])) } ?? .success(())
  }()

  /// The version of the headers that the shim was compiled with.
  nonisolated static var headerVersion: String { String(cString: gvz_header_version()) }

  /// The error message if the versions of headers and library differ. Versions 2.42 to 12 have the same library name
  /// but different structures: nothing crashes, and arrows are missing.
  package nonisolated static func mismatch(built: String, loaded: String) -> String? {
    built == loaded
      ? nil : "compiled with the headers of Graphviz \(built), but version \(loaded) is loaded; build again"
  }

  /// Whether text on standard error has become warnings.
  private(set) static var capturesStandardError = false

  static func captureStandardError() -> Bool {
    capturesStandardError = gvz_capture_standard_error()
    return capturesStandardError
  }

  /// Uses Graphviz and collects its messages.
  ///
  /// Graphviz reports many failures only as messages, so success means a result and no message that is an error.
  package static func run<Value>(
    _ stage: GraphvizError.Stage, allowing permissions: Permissions = [],
    _ body: () throws(InvalidRequest) -> Value?
  ) throws(Graph.Failure) -> Outcome<Value> {
    do { try start.get() } catch { throw .graphviz(error) }
    gvz_allow_files(permissions.contains(.files))
    gvz_messages_begin()
    let result = Result { () throws(InvalidRequest) in try body() }
    var text: UnsafeMutablePointer<CChar>?
    let hasError = gvz_messages_end(&text)
    defer { gvz_free(text) }
    let messages = text.map { Session.messages(in: String(cString: $0)) } ?? []
    switch result {
    case .failure(let mistake): throw .invalidRequest(mistake)
    case .success(let value?) where !hasError: return Outcome(value: value, stage: stage, warnings: messages)
    case .success:
      throw .graphviz(
        GraphvizError(stage: stage, messages: messages.isEmpty ? ["failed without an error message"] : messages))
    }
  }
}

extension Session {
  /// The messages in the notation of the shim, where each begins with a mark and its level.
  nonisolated private static func messages(in collected: String) -> [String] {
    let parts = collected.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    let texts = parts.prefix(1) + parts.dropFirst().map { $0.dropFirst() }
    return texts.compactMap { part in
      var text = part
      while text.last?.isWhitespace == true { text = text.dropLast() }
      return text.isEmpty ? nil : explained(text.split(separator: "\n").joined(separator: "; "))
    }
  }

  nonisolated private static func explained(_ text: String) -> String {
    text.contains("not recognized. Use one of:")
      ? text + " (install the package 'graphviz' and, on newer Debian, 'libgvplugin-neato-layout8')" : text
  }
}
