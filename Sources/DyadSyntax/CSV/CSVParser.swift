/// Parses delimiter-separated values (RFC 4180) row by row, with the location of every cell.
///
/// Lines end with LF, CR or CR LF; a quoted cell may contain them. After an error in a row, parsing continues: a quoted cell
/// that does not end costs the rest of its first line, not the rest of the text.
package struct CSVParser {
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var location: TextLocation
  }

  package static let maximumColumns = 4096

  private let bytes: [UInt8]
  private let document: String
  private let delimiter: UInt8
  private let hasQuotes: Bool
  private var index = 0
  private var line = 1
  private var column = 1
  /// Where the last row began, and how many errors there were before it.
  private var start = (index: 0, line: 1, errors: 0)
  package private(set) var errors: [SyntaxError] = []

  /// - Parameter hasQuotes: whether a quotation mark at the start of a cell quotes it; otherwise it is a character like any other.
  package init(_ bytes: [UInt8], document: String, delimiter: UInt8 = 0x2C, hasQuotes: Bool = true) {
    (self.bytes, self.document, self.delimiter, self.hasQuotes) = (bytes, document, delimiter, hasQuotes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next row; `nil` at the end.
  package mutating func next() -> [Cell]? {
    while index < bytes.count {
      if isLineEnd { endLine() } else { break }
    }
    guard index < bytes.count else { return nil }
    start = (index, line, errors.count)
    var row: [Cell] = []
    while true {
      let location = here
      let cell = cell(at: location)
      if row.count < CSVParser.maximumColumns {
        row.append(Cell(text: cell, location: location))
      } else if row.count == CSVParser.maximumColumns {
        report("the row has more than \(CSVParser.maximumColumns) cells", at: location)
        row.append(Cell(text: "", location: location))
      }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      advance()
    }
    if index < bytes.count { endLine() }
    return row
  }

  /// Continues with the second line of the row that was returned last; `false` if that row has one line.
  ///
  /// A quotation mark that pairs with one of a later row makes one row of both. Whoever sees that its cells are not those of the
  /// table loses one line with this, and not all lines between.
  package mutating func resumeAfterFirstLine() -> Bool {
    let end = bytes[start.index..<index].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? index
    guard end < index else { return false }
    let last = index
    (index, line, column) = (end, start.line, 1)
    endLine()
    guard index < last else { return false }
    errors.removeLast(errors.count - start.errors)
    return true
  }

  private mutating func cell(at location: TextLocation) -> String {
    var text: [UInt8] = []
    guard hasQuotes, peek == 0x22 else {
      let start = index
      while let byte = peek, byte != delimiter, !isLineEnd { advance() }
      return decoded(bytes[start..<index], location)
    }
    advance()
    let opened = (index, line, column)
    while true {
      guard let byte = peek else {
        report("unterminated quoted cell", at: location)
        (index, line, column) = opened
        while peek != nil, !isLineEnd { advance() }
        return decoded(bytes[opened.0..<index], location)
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
      report("unexpected text after a quoted cell", at: here)
      while let byte = peek, byte != delimiter, !isLineEnd {
        text.append(byte)
        advance()
      }
    }
    return decoded(text[...], location)
  }

  private mutating func decoded(_ text: ArraySlice<UInt8>, _ location: TextLocation) -> String {
    if let words = String(validating: text, as: UTF8.self) { return words }
    report("the cell is not UTF-8 text", at: location)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func report(_ message: String, at location: TextLocation) {
    errors.append(SyntaxError(.csv, message, at: location))
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var isLineEnd: Bool { peek == 0x0A || peek == 0x0D }
  private var here: TextLocation { TextLocation(document: document, line: line, column: column) }

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
