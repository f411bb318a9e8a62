/// An error or a warning about a text, with its place.
///
///     throw Rejection([Diagnostic(.unknownId, "unknown entity 'pakistn'", at: place, suggestion: "pakistan")])
public struct Diagnostic: Hashable, Sendable {
  /// A warning leaves the text in use; an error does not.
  public enum Severity: String, Sendable { case warning, error }

  /// Further information, such as the place of a first definition.
  public struct Note: Hashable, Sendable {
    /// What is wrong, in lower case and without a full stop.
    public var message: String
    /// Where it is written; `nil` for what was made in code.
    public var place: SourceLocation?
    /// A note with its place.
    public init(_ message: String, at place: SourceLocation? = nil) {
      (self.message, self.place) = (message.visible(), place)
    }
  }

  /// Whether the text can still be used.
  public var severity: Severity
  /// The code, which stays the same from release to release.
  public var code: Code
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// Where it is written; `nil` for what was made in code.
  public var place: SourceLocation?
  /// Further information.
  public var notes: [Note]
  /// The probable intention, for "did you mean".
  public var suggestion: String?

  /// The most characters of a message, which may quote a file.
  private static let longestMessage = 600

  /// A finding with the severity of its code, unless another is given; control characters become visible text.
  public init(
    _ code: Code, _ message: String, at place: SourceLocation? = nil, severity: Severity? = nil, notes: [Note] = [],
    suggestion: String? = nil
  ) {
    let start = message.utf8.count > Self.longestMessage ? String(message.prefix(Self.longestMessage)) : message
    (self.code, self.message, self.place) = (code, start.visible() + (start == message ? "" : " …"), place)
    (self.severity, self.notes, self.suggestion) = (severity ?? code.severity, notes, suggestion?.visible())
  }
}

/// A place in a text: lines and columns count from 1, columns in Unicode scalars.
///
///     SourceLocation(file: "ties.yaml", line: 6, column: 12).description     // "ties.yaml:6:12"
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path of the file, as it was given.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// A place in a file.
  public init(file: String, line: Int = 1, column: Int = 1) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// By file, line and column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// As compilers write it: `file:line:column: error: message [code]`, then its suggestion and notes.
  public var description: String {
    let head = "\(place.map { "\($0.description.visible()): " } ?? "")\(severity): \(message) [\(code)]"
    let hint = suggestion.map { "\n  did you mean '\($0)'?" } ?? ""
    let rest = notes.map { "\n\($0.place.map { "\($0.description.visible()): " } ?? "  ")note: \($0.message)" }
    return head + hint + rest.joined()
  }
}
