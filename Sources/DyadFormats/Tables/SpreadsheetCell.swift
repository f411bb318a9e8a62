/// A cell of words that no spreadsheet takes for a formula.
///
/// What begins like one gets an apostrophe, and so does what begins with an apostrophe; so that it can be taken off again.
enum SpreadsheetCell {
  static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  static func plain(_ cell: String) -> String { cell.first == "'" ? String(cell.dropFirst()) : cell }
}
