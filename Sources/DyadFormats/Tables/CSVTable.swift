internal import DyadCore
internal import DyadSyntax

/// A table: the names of its columns, and rows of the same width.
struct CSVTable {
  struct Cell {
    var text: String
    var place: SourceLocation
  }

  /// How a table is written.
  struct Form: Sendable {
    /// Where the names of the columns are.
    enum Header: Sendable {
      case firstRow
      /// The columns are numbered from 1.
      case none
      case names([String])
    }
    var delimiter: UInt8 = 0x2C
    var hasQuotes = true
    var header = Header.firstRow
  }

  let file: String
  let header: [String]
  let headerPlace: SourceLocation
  private(set) var rows: [[Cell]] = []
  /// What is wrong with rows that cannot be read.
  private(set) var faults: [RowFault] = []
  /// The lines on which rows begin, those that cannot be read among them.
  private var lines: [Int] = []

  /// Creates a table; `nil` if there are no columns.
  init?(_ bytes: [UInt8], file: String, form: Form = Form(), findings: inout [Diagnostic]) {
    var parser = CSVParser(bytes, document: file, delimiter: form.delimiter, hasQuotes: form.hasQuotes)
    self.file = file
    headerPlace = SourceLocation(file: file)
    guard let first = parser.next() else {
      findings.append(Diagnostic(.badCSV, "the table is empty", at: headerPlace))
      return nil
    }
    switch form.header {
    case .firstRow: header = first.map { $0.text.trimmed }
    case .none: header = first.indices.map { String($0 + 1) }
    case .names(let names): header = names
    }
    if case .firstRow = form.header {
      findings += CSVTable.repeated(first) + parser.errors.map(\.finding)
    } else {
      add(first, &parser, from: 0)
    }
    while true {
      let before = parser.errors.count
      guard let row = parser.next() else { break }
      add(row, &parser, from: before)
    }
  }

  private static func repeated(_ header: [CSVParser.Cell]) -> [Diagnostic] {
    var known: Set<String> = []
    return header.filter { !known.insert($0.text.trimmed).inserted }.map { cell in
      Diagnostic(.badColumn, "duplicate column '\(cell.text.trimmed)'", at: SourceLocation(cell.location))
    }
  }

  private mutating func add(_ row: [CSVParser.Cell], _ parser: inout CSVParser, from errors: Int) {
    let line = row[0].location.line
    lines.append(line)
    var findings = parser.errors[errors...].map(\.finding)
    if row.count != header.count {
      let message = "the row has \(row.count) cell\(row.count == 1 ? "" : "s"), the header \(header.count)"
      findings.append(Diagnostic(.badCSV, message, at: SourceLocation(file: file, line: line)))
    }
    guard !findings.isEmpty else {
      return rows.append(row.map { Cell(text: $0.text, place: SourceLocation($0.location)) })
    }
    // What was wrong with further lines is found again, if they are wrong by themselves.
    if parser.resumeAfterFirstLine() { findings.removeAll { ($0.place?.line ?? line) > line } }
    faults += findings.map { RowFault($0, line: line) }
  }

  /// How many rows there are, with those that cannot be read.
  var count: Int { lines.count }

  /// The line on which the row at that place begins; `nil` for places outside of the rows.
  func line(of place: SourceLocation) -> Int? {
    guard place.file == file else { return nil }
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= place.line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : lines[low - 1]
  }
}

extension String {
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
