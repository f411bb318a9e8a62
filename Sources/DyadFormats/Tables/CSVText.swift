internal import DyadCore

/// Reads separated values (RFC 4180) row by row, with the place of every cell.
///
/// Line ends may be of any sort; a quoted cell may hold them. What is wrong with a row is told, and the next one is read.
struct CSVText {
  struct Cell {
    var text: String
    var place: SourceLocation
  }

  static let mostColumns = 4096

  private let bytes: [UInt8]
  private let file: String
  private let delimiter: UInt8
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var findings: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String, delimiter: UInt8 = 0x2C) {
    (self.bytes, self.file, self.delimiter) = (bytes, file, delimiter)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next row; `nil` at the end.
  mutating func next() -> [Cell]? {
    while index < bytes.count {
      if isLineEnd { endLine() } else { break }
    }
    guard index < bytes.count else { return nil }
    var row: [Cell] = []
    while true {
      let place = here
      let cell = cell(at: place)
      if row.count < CSVText.mostColumns {
        row.append(Cell(text: cell, place: place))
      } else if row.count == CSVText.mostColumns {
        find("the row has more than \(CSVText.mostColumns) cells", at: place)
        row.append(Cell(text: "", place: place))
      }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      advance()
    }
    if index < bytes.count { endLine() }
    return row
  }

  private mutating func cell(at place: SourceLocation) -> String {
    var text: [UInt8] = []
    guard peek == 0x22 else {
      let start = index
      while let byte = peek, byte != delimiter, !isLineEnd { advance() }
      return decoded(bytes[start..<index], place)
    }
    advance()
    while true {
      guard let byte = peek else {
        find("the quotes that begin here have no end", at: place)
        return decoded(text[...], place)
      }
      if byte == 0x22 {
        advance()
        guard peek == 0x22 else { break }
        text.append(0x22)
        advance()
      } else if isLineEnd {
        text.append(0x0A)
        endLine()
      } else {
        text.append(byte)
        advance()
      }
    }
    if let byte = peek, byte != delimiter, !isLineEnd {
      find("words stand behind the quotes of a cell", at: here)
      while let byte = peek, byte != delimiter, !isLineEnd {
        text.append(byte)
        advance()
      }
    }
    return decoded(text[...], place)
  }

  private mutating func decoded(_ text: ArraySlice<UInt8>, _ place: SourceLocation) -> String {
    if let words = String(validating: text, as: UTF8.self) { return words }
    find("the cell is not UTF-8 text", at: place)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func find(_ message: String, at place: SourceLocation) {
    findings.append(Diagnostic(.badCSV, message, at: place))
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var isLineEnd: Bool { peek == 0x0A || peek == 0x0D }
  private var here: SourceLocation { SourceLocation(file: file, line: line, column: column) }

  private mutating func advance() {
    if bytes[index] & 0xC0 != 0x80 { column += 1 }
    index += 1
  }

  private mutating func endLine() {
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    index += 1
    (line, column) = (line + 1, 1)
  }
}

/// A table: a header, and rows as wide.
struct CSVTable {
  let file: String
  let header: [String]
  let headerPlace: SourceLocation
  private(set) var rows: [[CSVText.Cell]] = []
  private(set) var findings: [Diagnostic] = []

  /// `nil` where there is no header.
  init?(_ bytes: [UInt8], file: String, delimiter: UInt8 = 0x2C, findings: inout [Diagnostic]) {
    var text = CSVText(bytes, file: file, delimiter: delimiter)
    self.file = file
    headerPlace = SourceLocation(file: file)
    guard let first = text.next() else {
      findings.append(Diagnostic(.badCSV, "nothing stands in the table", at: headerPlace))
      return nil
    }
    header = first.map { $0.text.trimmed }
    var known: Set<String> = []
    for cell in first where !known.insert(cell.text.trimmed).inserted {
      findings.append(Diagnostic(.badColumn, "the column '\(cell.text.trimmed)' stands twice", at: cell.place))
    }
    var ragged = 0
    while let row = text.next() {
      guard row.count == header.count else {
        ragged += 1
        if ragged <= 20 {
          findings.append(
            Diagnostic(
              .badCSV, "the row has \(row.count) cells, the header \(header.count)",
              at: SourceLocation(file: file, line: row[0].place.line)))
        }
        continue
      }
      rows.append(row)
    }
    if ragged > 20 {
      findings.append(
        Diagnostic(.badCSV, "and \(ragged - 20) more rows that are not as wide as the header", at: headerPlace))
    }
    findings += text.findings
  }
}

extension String {
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
