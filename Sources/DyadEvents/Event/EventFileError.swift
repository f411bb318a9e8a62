/// Why a file of events could not be read.
///
/// A row that cannot be read is no error: it is counted in the `EventReport`.
///
///     EventFileError(.damaged, file: "20191024.export.CSV.zip", "the compressed data ends early")
public struct EventFileError: Error, Hashable, Sendable {
  /// What sort of error it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// No file has the name, or the pattern matches none.
    case notFound
    /// The system cannot read the file.
    case unreadable
    /// The compressed data is damaged or ends early.
    case damaged
    /// The compressed data expands beyond the limits.
    case tooLarge
    /// No reader recognizes the content.
    case unrecognized
    /// A row was rejected, and the run is strict.
    case rejected
    /// A table of codes cannot be read.
    case codes
  }

  /// What sort of error it is.
  public let kind: Kind
  /// The file; in a ZIP archive with its name there: `a.zip/b.csv`.
  public let file: String
  /// The line, where one is at fault.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// An error in a file.
  public init(_ kind: Kind, file: String, line: Int? = nil, _ message: String) {
    (self.kind, self.file, self.line, self.message) = (kind, file, line, message)
  }
}

extension EventFileError: CustomStringConvertible {
  /// `a.zip/b.csv:12: invalid date '20191340'`
  public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
