/// Writes delimiter-separated values (RFC 4180) row by row.
///
///     let table = CSVWriter(sink)
///     table.row(["id", "name"])
///     table.row(["quay", "Quay, Republic of"])      // quay,"Quay, Republic of"
package struct CSVWriter {
  package enum Quoting: Sendable {
    case always
    /// Only cells that contain a comma, a quote or a line end, or that begin or end with a space.
    case whereNeeded
  }

  package let sink: ByteSink
  private let quoting: Quoting
  private let lineEnd: StaticString

  /// The defaults are those of RFC 4180.
  package init(_ sink: ByteSink, quoting: Quoting = .whereNeeded, lineEnd: StaticString = "\r\n") {
    (self.sink, self.quoting, self.lineEnd) = (sink, quoting, lineEnd)
  }

  package func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { sink.write(byte: 0x2C) }
      if quoting == .whereNeeded, CSVWriter.isPlain(cell) {
        sink.write(cell)
      } else {
        sink.write(byte: 0x22)
        sink.write(cell.escaping(["\""], with: "\""))
        sink.write(byte: 0x22)
      }
    }
    sink.write(lineEnd)
  }

  private static func isPlain(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
      && cell.utf8.first != 0x20 && cell.utf8.last != 0x20
      // At the start of a file, it would be its byte order mark.
      && cell.unicodeScalars.first != "\u{FEFF}"
  }
}

/// A text cell that no spreadsheet interprets as a formula.
///
/// Text that begins like a formula, or with an apostrophe, gets an apostrophe before it, which reading removes again.
package enum SpreadsheetCell {
  package static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  package static func plain(_ cell: String) -> String { cell.first == "'" ? String(cell.dropFirst()) : cell }
}
