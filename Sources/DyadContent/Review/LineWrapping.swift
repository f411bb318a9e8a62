/// Which lines of a text go on in the next one.
///
/// In most texts a line is a paragraph. In others, such as those from mail or PDF, lines end where the next word had no room.
struct LineWrapping {
  private let scalars: [Unicode.Scalar]
  /// The length of the longest line, if the lines of the text end for want of room.
  private var width: Int?

  /// Columns that are usual for wrapped text: a longer line is a paragraph, and the width of shorter ones says nothing.
  private static let widths = 40...120

  init(of scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    let ends = scalars.indices.filter { scalars[$0] == "\n" }
    let starts = [0] + ends.map { $0 + 1 }
    let longest = zip(starts, ends + [scalars.count]).map { $1 - $0 }.max() ?? 0
    guard LineWrapping.widths.contains(longest) else { return }
    let inside = zip(starts, ends).filter { start, end in start < end && continuation(after: end) != nil }
    let full = inside.count { isFull($0..<$1, of: longest) }
    if full * 2 > inside.count { width = longest }
  }

  /// Whether the line that ends here goes on in the next one: in a small letter, or because the next word had no room.
  func goesOn(after end: Int) -> Bool {
    guard let next = continuation(after: end) else { return false }
    if next.properties.isLowercase { return true }
    guard let width else { return false }
    let start = scalars[..<end].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return isFull(start..<end, of: width)
  }

  /// The first character of the next line; `nil` after the last line of a paragraph, and before an item of a list.
  private func continuation(after end: Int) -> Unicode.Scalar? {
    guard end + 1 < scalars.count else { return nil }
    let next = scalars[end + 1]
    return next.properties.isWhitespace || ["-", "–", "—", "*", "•", "#"].contains(next) ? nil : next
  }

  /// Whether the first word of the next line had no room in this one. In print, letters differ in width.
  private func isFull(_ line: Range<Int>, of width: Int) -> Bool {
    let word = scalars[(line.upperBound + 1)...].prefix { !$0.properties.isWhitespace }.count
    return !line.isEmpty && (line.count + 1 + word) * 10 > width * 9
  }
}
