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
