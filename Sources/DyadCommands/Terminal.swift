internal import ArgumentParser
internal import DyadCore
internal import Foundation
internal import Graphviz
internal import Synchronization

/// Standard output for results, standard error for messages.
enum Terminal {
  private static let currentPlace = Mutex<String?>(nil)

  /// The position in the document being processed; it prefixes every message.
  static var place: String? {
    get { currentPlace.withLock { $0 } }
    set { currentPlace.withLock { $0 = newValue } }
  }

  /// Keeps text that Graphviz prints off standard error, which is for the messages of the tool.
  static func reserveStandardError() async { await GraphvizLibrary.captureStandardError() }

  static func result(_ text: String) { result(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

  static func result(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  static func report(_ message: String) {
    write(Array(((place.map { "\($0): " } ?? "") + message + "\n").utf8), to: .standardError)
  }

  /// Writes a question, whose answer follows on its line.
  static func ask(_ question: String) { write(Array(question.utf8), to: .standardError) }

  static func report(_ diagnostics: [Diagnostic]) {
    let sorted = diagnostics.sortedByPlace()
    sorted.forEach { report(colored($0)) }
    let errors = sorted.count { $0.severity == .error }
    let warnings = sorted.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      "\($0) \($1)\($0 == 1 ? "" : "s")"
    }
    if !counts.isEmpty { report(counts.joined(separator: ", ")) }
  }

  /// The text of a diagnostic, coloured only on a terminal and unless `NO_COLOR` is set.
  private static func colored(_ diagnostic: Diagnostic) -> String {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(2) == 1, environment["NO_COLOR"] == nil, environment["TERM"] != "dumb" else {
      return diagnostic.description
    }
    let color = diagnostic.severity == .error ? "31" : "33"
    let label = "\(diagnostic.severity):"
    return diagnostic.description.replacingOccurrences(
      of: label, with: "\u{1B}[1;\(color)m\(label)\u{1B}[0m", range: diagnostic.description.range(of: label))
  }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    // An error is ignored: the reader may have closed the pipe.
    try? handle.write(contentsOf: Data(bytes))
  }
}
