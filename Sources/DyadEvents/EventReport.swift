public import DyadCore

/// What a run has read.
public struct EventReport: Sendable {
  /// A file, or a member of a ZIP archive.
  public struct Input: Hashable, Sendable {
    /// The path; in a ZIP archive with the name there.
    public let file: String
    /// The reader.
    public let reader: EventReader.ID
    /// The data set.
    public let dataSet: EventDataSet.ID
    /// Rows without the header, rejected ones among them.
    public internal(set) var rows = 0
    /// Events that were passed on.
    public internal(set) var events = 0
    /// Rows that were rejected.
    public internal(set) var rejected = 0
    /// Rows that could be read by their first day, also those that were not passed on: the volume of the data set.
    public internal(set) var rowsByDay: [Day: Int] = [:]
  }

  /// A file as it is stored.
  public struct Digest: Hashable, Sendable {
    /// The path.
    public let file: String
    /// The SHA-256 of the stored bytes, in hexadecimal digits.
    public let sha256: String
  }

  /// The files that were read, in order.
  public internal(set) var inputs: [Input] = []
  /// The digests of the files, in order; a ZIP archive has one.
  public internal(set) var digests: [Digest] = []
  /// Files of folders and archives that no reader recognizes.
  public internal(set) var skipped: [String] = []
  /// Rejected rows by reason.
  public internal(set) var rejects: [RejectReason: Int] = [:]
  /// Codes without a meaning, with the number of rows.
  public internal(set) var unmapped: [UnmappedCode: Int] = [:]
  /// Codes of parties with what they mean, and how often, where `EventFiles.listsCodes` asks for them.
  public internal(set) var codes: [CodeUse: Int] = [:]
  /// The first and the last day of the events that were passed on.
  public internal(set) var days: ClosedRange<Day>?

  /// Rows of all files, rejected ones among them.
  public var rows: Int { inputs.reduce(0) { $0 + $1.rows } }
  /// Events that were passed on.
  public var events: Int { inputs.reduce(0) { $0 + $1.events } }
  /// Rows that were rejected.
  public var rejected: Int { inputs.reduce(0) { $0 + $1.rejected } }
  /// The data sets, sorted.
  public var dataSets: [EventDataSet.ID] { Set(inputs.map(\.dataSet)).sorted() }
}
