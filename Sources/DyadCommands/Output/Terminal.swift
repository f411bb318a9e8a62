internal import ArgumentParser
internal import DyadCore
internal import DyadFiles
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

  static func result(_ text: String) throws { try result(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

  static func result(_ bytes: [UInt8]) throws { try write(bytes, to: 1) }

  /// Writes to an open descriptor; on a terminal, what it would obey becomes visible text.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    let shown =
      isatty(descriptor) == 1 ? Array(String(decoding: bytes, as: UTF8.self).visible(keeping: kept).utf8) : bytes
    do throws(SystemError) {
      try StandardStreams.requireOpen(descriptor)
      try SystemError.write(shown, to: descriptor)
    } catch {
      let name = descriptor == 1 ? "standard output" : "descriptor \(descriptor)"
      throw Failure.environment("\(name) cannot be written: \(error)")
    }
  }

  private static let kept: Set<Unicode.Scalar> = ["\n", "\t"]

  static func report(_ message: String) { line(message.visible(keeping: kept)) }

  /// Writes a line to standard error. An error is ignored: the exit code says what the message says.
  private static func line(_ text: String) {
    let place = place.map { "\($0.visible()): " } ?? ""
    try? SystemError.write(Array((place + text + "\n").utf8), to: 2)
  }

  /// Writes a question, whose answer follows on its line.
  static func ask(_ question: String) {
    try? SystemError.write(Array(question.visible(keeping: kept).utf8), to: 2)
  }

  static func report(_ diagnostics: [Diagnostic]) {
    let sorted = diagnostics.sortedByPlace()
    sorted.forEach { line(colored($0)) }
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
}
