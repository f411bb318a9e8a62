internal import DyadArchive
internal import DyadCore

/// A run over files.
struct EventRun {
  private let reader: EventReader?
  private let isStrict: Bool
  private var reading: Reading
  private var report = EventReport()
  private var rows = 0

  typealias OnReject = (RejectedRow) throws -> Void
  typealias OnProgress = (EventProgress) throws -> Void
  typealias Body = (EventRow, EventParts, EventOrigin) throws -> Void

  init(reader: EventReader?, isStrict: Bool, reading: Reading) {
    (self.reader, self.isStrict, self.reading) = (reader, isStrict, reading)
  }

  func finished() -> EventReport {
    var report = report
    report.unmapped = reading.unmapped
    report.codes = reading.uses ?? [:]
    return report
  }

  mutating func read(
    _ path: InputPaths.Path, _ progress: EventProgress, _ onReject: OnReject, _ onProgress: OnProgress, _ body: Body
  ) throws {
    let file = try InputFile(path.path)
    var progress = progress
    progress.size = file.size
    try onProgress(progress)
    let before = report.inputs.count
    for (isMember, input) in try file.inputs() {
      try read(
        input, in: path.path, isRequired: path.isNamed && !isMember, onReject,
        {
          progress.bytes = file.position
          progress.rows = $0
          try onProgress(progress)
        }, body)
    }
    guard report.inputs.count > before else { return }
    report.digests.append(EventReport.Digest(file: path.path, sha256: try file.sha256()))
  }

  private mutating func read(
    _ input: any ByteInput, in path: String, isRequired: Bool, _ onReject: OnReject, _ onRows: (Int) throws -> Void,
    _ body: Body
  ) throws {
    let records = RecordReader(input)
    let head = FileHead(path: path, bytes: try records.head())
    guard let (reader, rowReader) = try recognized(head) else {
      if head.bytes.isEmpty { throw EventFileError(.unrecognized, file: input.name, "the file is empty") }
      guard isRequired else {
        report.skipped.append(input.name)
        return
      }
      let message =
        self.reader.map { "the content is not that of the reader '\($0.id)'" }
        ?? "no reader recognizes the content; the readers are \(EventReader.all.map(\.id).joined(separator: ", "))"
      throw EventFileError(.unrecognized, file: input.name, message)
    }
    if reader.syntax == .csv { records.quotedDelimiter = reader.syntax.delimiter }
    var counts = EventReport.Input(file: input.name, reader: reader.id, dataSet: rowReader.dataSet.id)
    defer {
      counts.rowsByDay = reading.takeRowsByDay()
      report.inputs.append(counts)
    }
    let dataSet = rowReader.dataSet
    var origin = EventOrigin(dataSet: dataSet.id, input: report.inputs.count, file: input.name, line: 0)
    var row = FieldRow(reader.syntax)
    var isHeader = reader.hasHeader
    while let record = try records.next() {
      if isHeader {
        isHeader = false
        continue
      }
      counts.rows += 1
      rows += 1
      if rows & 0xFFFF == 0 { try onRows(rows) }
      do throws(RowFault) {
        try EventRun.checked(record)
        row.divide(record.bytes)
        if row.hasZero { throw RowFault(.nul, "the row has a byte with the value zero") }
        try rowReader.read(row, into: &reading)
      } catch {
        reading.removeRows()
        counts.rejected += 1
        origin.line = records.line
        try reject(record, error, origin, onReject)
        continue
      }
      guard !reading.rows.isEmpty else { continue }
      origin.line = records.line
      for event in reading.rows {
        counts.events += 1
        note(event.days, of: dataSet)
        try body(event, reading.parts, origin)
      }
      reading.removeRows()
    }
  }

  private func recognized(_ head: FileHead) throws(EventFileError) -> (EventReader, any RowReader)? {
    for reader in self.reader.map({ [$0] }) ?? EventReader.all {
      if let rows = try reader.recognize(head) { return (reader, rows) }
    }
    return nil
  }

  private static func checked(_ record: RecordReader.Record) throws(RowFault) {
    switch record {
    case .row: return
    case .tooLong: throw RowFault(.length, "the row is longer than \(RecordReader.limit) bytes")
    case .unterminated: throw RowFault(.quotes, "unterminated quoted cell")
    }
  }

  private mutating func reject(
    _ record: RecordReader.Record, _ fault: RowFault, _ origin: EventOrigin, _ onReject: OnReject
  ) throws {
    if isStrict { throw EventFileError(.rejected, file: origin.file, line: origin.line, fault.message) }
    report.rejects[fault.reason, default: 0] += 1
    try onReject(
      RejectedRow(
        file: origin.file, line: origin.line, reason: fault.reason, message: fault.message,
        row: String(decoding: record.bytes.prefix(1 << 10), as: UTF8.self)))
  }

  private mutating func note(_ days: ClosedRange<Day>, of dataSet: EventDataSet) {
    // The last day of the data set is one that has not come yet.
    let days = days.upperBound == dataSet.days.upperBound ? days.lowerBound...days.lowerBound : days
    guard let known = report.days else {
      report.days = days
      return
    }
    if days.lowerBound < known.lowerBound || days.upperBound > known.upperBound {
      report.days = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
    }
  }
}

extension RecordReader.Record {
  /// The row, or the beginning of it.
  var bytes: UnsafeRawBufferPointer {
    switch self {
    case .row(let bytes), .tooLong(let bytes), .unterminated(let bytes): bytes
    }
  }
}

extension InputFile {
  /// What the file has: itself, decompressed where gzip has compressed it, or the members of a ZIP archive.
  fileprivate func inputs() throws(EventFileError) -> [(isMember: Bool, input: any ByteInput)] {
    var head = [UInt8](repeating: 0, count: 4)
    var count = 0
    while count < 4 {
      let (read, failure) = head.withUnsafeMutableBytes { buffer -> (Int, EventFileError?) in
        do throws(EventFileError) {
          return (try self.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])), nil)
        } catch { return (0, error) }
      }
      if let failure { throw failure }
      if read == 0 { break }
      count += read
    }
    let plain = PlainInput(self, head: head[..<count])
    switch head[..<count] {
    case [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]: return try members().map { (true, $0) }
    case let start where start.starts(with: [0x1F, 0x8B]): return [(false, InflatedInput(plain, named: name, .gzip))]
    default: return [(false, plain)]
    }
  }
}
