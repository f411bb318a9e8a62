/// Parses delimiter-separated values (RFC 4180) row by row, with the location of every cell.
///
/// Lines end with LF, CR or CR LF; a quoted cell may contain them. After an error in a row, parsing continues.
package struct CSVParser {
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var location: TextLocation
  }

  package static let maximumColumns = 4096

  private let bytes: [UInt8]
  private let document: String
  private let delimiter: UInt8
  private var index = 0
  private var line = 1
  private var column = 1
  package private(set) var errors: [SyntaxError] = []

  package init(_ bytes: [UInt8], document: String, delimiter: UInt8 = 0x2C) {
    (self.bytes, self.document, self.delimiter) = (bytes, document, delimiter)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next row; `nil` at the end.
  package mutating func next() -> [Cell]? {
    while index < bytes.count {
      if isLineEnd { endLine() } else { break }
    }
    guard index < bytes.count else { return nil }
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

  private mutating func cell(at location: TextLocation) -> String {
    var text: [UInt8] = []
    guard peek == 0x22 else {
      let start = index
      while let byte = peek, byte != delimiter, !isLineEnd { advance() }
      return decoded(bytes[start..<index], location)
    }
    advance()
    while true {
      guard let byte = peek else {
        report("unterminated quoted cell", at: location)
        return decoded(text[...], location)
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
