internal import ArgumentParser
internal import DyadCore
internal import Foundation
internal import Graphviz
internal import Synchronization

/// Where results and words about them go.
enum Terminal {
  private static let currentPlace = Mutex<String?>(nil)

  /// The place in a document that is being processed; it prefixes every message.
  static var place: String? {
    get { currentPlace.withLock { $0 } }
    set { currentPlace.withLock { $0 = newValue } }
  }

  /// Keeps text that Graphviz prints out of standard error, which is for the messages of the tool.
  static func reserveStandardError() async { await GraphvizLibrary.captureStandardError() }

  static func result(_ text: String) { result(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

  static func result(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  static func say(_ words: String) {
    write(Array(((place.map { "\($0): " } ?? "") + words + "\n").utf8), to: .standardError)
  }

  static func say(_ diagnostics: [Diagnostic]) {
    let sorted = diagnostics.sortedByPlace()
    sorted.forEach { say(painted($0)) }
    let errors = sorted.count { $0.severity == .error }
    let warnings = sorted.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      "\($0) \($1)\($0 == 1 ? "" : "s")"
    }
    if !counts.isEmpty { say(counts.joined(separator: ", ")) }
  }

  /// Colour only where a person is looking, and has not asked for none.
  private static func painted(_ diagnostic: Diagnostic) -> String {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(2) == 1, environment["NO_COLOR"] == nil, environment["TERM"] != "dumb" else {
      return diagnostic.description
    }
    let color = diagnostic.severity == .error ? "31" : "33"
    let word = "\(diagnostic.severity):"
    return diagnostic.description.replacingOccurrences(
      of: word, with: "\u{1B}[1;\(color)m\(word)\u{1B}[0m", range: diagnostic.description.range(of: word))
  }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    // A reader that has gone away wants no more.
    try? handle.write(contentsOf: Data(bytes))
  }
}
