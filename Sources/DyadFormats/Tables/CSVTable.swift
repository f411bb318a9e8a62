internal import DyadCore
internal import DyadSyntax

/// A table: a header, and rows of the same width.
struct CSVTable {
  struct Cell {
    var text: String
    var place: SourceLocation
  }

  let file: String
  let header: [String]
  let headerPlace: SourceLocation
  private(set) var rows: [[Cell]] = []

  /// Creates a table; `nil` if there is no header.
  init?(_ bytes: [UInt8], file: String, delimiter: UInt8 = 0x2C, findings: inout [Diagnostic]) {
    var parser = CSVParser(bytes, document: file, delimiter: delimiter)
    self.file = file
    headerPlace = SourceLocation(file: file)
    guard let first = parser.next() else {
      findings.append(Diagnostic(.badCSV, "the table is empty", at: headerPlace))
      return nil
    }
    header = first.map { $0.text.trimmed }
    var known: Set<String> = []
    for cell in first where !known.insert(cell.text.trimmed).inserted {
      let place = SourceLocation(cell.location)
      findings.append(Diagnostic(.badColumn, "duplicate column '\(cell.text.trimmed)'", at: place))
    }
    var ragged = 0
    while let row = parser.next() {
      guard row.count == header.count else {
        ragged += 1
        if ragged <= 20 {
          findings.append(
            Diagnostic(
              .badCSV, "the row has \(row.count) cells, the header \(header.count)",
              at: SourceLocation(file: file, line: row[0].location.line)))
        }
        continue
      }
      rows.append(row.map { Cell(text: $0.text, place: SourceLocation($0.location)) })
    }
    if ragged > 20 {
      findings.append(
        Diagnostic(.badCSV, "and \(ragged - 20) more rows that are not as wide as the header", at: headerPlace))
    }
    findings += parser.errors.map(\.finding)
  }
}

extension String {
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
