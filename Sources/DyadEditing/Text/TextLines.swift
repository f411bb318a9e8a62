/// The lines of a text, as edits need them.
struct TextLines {
  let bytes: [UInt8]

  /// The line break of the file: that of its first line.
  var newline: String {
    guard let first = bytes.firstIndex(of: 0x0A) else { return "\n" }
    return first > 0 && bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// The end of the line at the place, before its line break.
  func end(from place: Int) -> Int {
    var index = place
    while index < bytes.count, !isBreak(index) { index += 1 }
    return index
  }

  /// The start of the line at the place.
  func start(of place: Int) -> Int {
    var index = place
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return index
  }

  /// The start of the next line after an end of a line; the end of the text after the last one.
  func next(after end: Int) -> Int {
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  func column(of place: Int) -> Int { place - start(of: place) }

  /// The number of empty lines that follow the end of a line.
  func emptyLines(after end: Int) -> Int {
    var (count, index) = (0, next(after: end))
    while index < bytes.count, isEmpty(index..<self.end(from: index)) {
      count += 1
      index = next(after: self.end(from: index))
    }
    return index < bytes.count ? count : 0
  }

  /// Whether the bytes are white space.
  func isEmpty(_ range: Range<Int>) -> Bool {
    range.lowerBound >= range.upperBound
      || bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether the text has empty lines and comments only.
  var areComments: Bool {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.allSatisfy { $0.first { $0 != 0x20 && $0 != 0x09 } ?? 0x23 == 0x23 }
  }

  /// Whether a comment may begin in these bytes, which are outside of scalars.
  func hasComment(_ range: Range<Int>) -> Bool { range.lowerBound < range.upperBound && bytes[range].contains(0x23) }

  /// The place as a line and a column, in scalars, from 1.
  func location(of place: Int) -> (line: Int, column: Int) {
    let line = bytes[..<place].count { $0 == 0x0A } + 1
    return (line, bytes[start(of: place)..<place].count { $0 & 0xC0 != 0x80 } + 1)
  }

  private func isBreak(_ index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}
