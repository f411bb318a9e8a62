internal import DyadArchive

/// Files of event data: plain, compressed by gzip, or in ZIP archives, of any data set that has a reader.
///
///     let files = EventFiles(["2019*.export.CSV.zip"])
///     let report = try files.forEach(where: .betweenStates) { event, origin in … }
///
/// Files are read in pieces, so that memory does not grow with their size.
public struct EventFiles: Sendable {
  /// Names of files, folders or patterns; `-` is the standard input.
  public var patterns: [String]
  /// The reader for all files; `nil` recognizes each by its content.
  public var reader: EventReader?
  /// What codes mean.
  public var identity: Identity
  /// Whether the first row that cannot be read is an error.
  public var isStrict: Bool
  /// Whether the report lists the codes of parties with what they mean.
  public var listsCodes = false

  /// The files of these patterns.
  public init(
    _ patterns: [String], reader: EventReader? = nil, identity: Identity = .standard, isStrict: Bool = false
  ) {
    (self.patterns, self.reader, self.identity, self.isStrict) = (patterns, reader, identity, isStrict)
  }

  /// Reads all files in their order, and passes on every event that the filter accepts.
  ///
  /// A row that cannot be read is counted and passed on to `onReject`; a file that cannot be read ends the run with an
  /// `EventFileError`. `onProgress` is called for every file and about twenty times a second of reading.
  public func forEach(
    where filter: EventFilter = .all, onReject: (RejectedRow) throws -> Void = { _ in },
    onProgress: (EventProgress) throws -> Void = { _ in }, _ body: (CodedEvent, EventOrigin) throws -> Void
  ) throws -> EventReport {
    try forEachRow(where: filter, onReject: onReject, onProgress: onProgress) { row, parts, origin in
      try body(parts.event(row), origin)
    }
  }

  /// Reads all files, and passes on events as rows, which are valid until the body returns.
  package func forEachRow(
    where filter: EventFilter = .all, onReject: (RejectedRow) throws -> Void = { _ in },
    onProgress: (EventProgress) throws -> Void = { _ in },
    _ body: (EventRow, EventParts, EventOrigin) throws -> Void
  ) throws -> EventReport {
    let paths = try InputPaths.expanded(patterns)
    var run = EventRun(reader: reader, isStrict: isStrict, reading: Reading(identity, filter, listsCodes: listsCodes))
    for (index, path) in paths.enumerated() {
      let progress = EventProgress(file: path.path, number: index + 1, files: paths.count)
      try run.read(path, progress, onReject, onProgress, body)
    }
    return run.finished()
  }
}

/// Where an event was read.
public struct EventOrigin: Hashable, Sendable {
  /// The data set.
  public let dataSet: EventDataSet.ID
  /// The number of the file in the report, from 0.
  public let input: Int
  /// The file; in a ZIP archive with its name there: `a.zip/b.csv`.
  public let file: String
  /// The line on which the row begins.
  public internal(set) var line: Int
}

/// How far a run has come.
public struct EventProgress: Hashable, Sendable {
  /// The file that is read.
  public let file: String
  /// Its number, from 1.
  public let number: Int
  /// How many files there are.
  public let files: Int
  /// The bytes of the file that were read, as it is stored.
  public internal(set) var bytes = 0
  /// The size of the file; `nil` of the standard input.
  public internal(set) var size: Int?
  /// The rows of the run so far.
  public internal(set) var rows = 0

  init(file: String, number: Int, files: Int) { (self.file, self.number, self.files) = (file, number, files) }
}
