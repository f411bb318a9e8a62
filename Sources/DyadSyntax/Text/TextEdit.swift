/// A replacement of some bytes of a file.
///
///     let edit = TextEdit(file: "ties.yaml", range: 4..<7, replacement: "new")
///     TextEdit.apply([edit], to: bytes)
package struct TextEdit: Hashable, Sendable {
  package var file: String
  /// In bytes of UTF-8; empty for an insertion.
  package var range: Range<Int>
  package var replacement: String

  package init(file: String, range: Range<Int>, replacement: String) {
    (self.file, self.range, self.replacement) = (file, range, replacement)
  }

  /// The text after the edits of one file; `nil` where two of them overlap, or one is outside the text.
  ///
  /// Insertions at one place keep their order, and precede a replacement that begins there.
  package static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    for edit in sorted(edits) {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= bytes.count else { return nil }
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }

  /// The edits that undo these, in the text that these result in.
  package static func inverse(of edits: [TextEdit], in bytes: [UInt8]) -> [TextEdit] {
    var shift = 0
    return sorted(edits).map { edit in
      let start = edit.range.lowerBound + shift
      let length = edit.replacement.utf8.count
      shift += length - edit.range.count
      let old = String(decoding: bytes[edit.range], as: UTF8.self)
      return TextEdit(file: edit.file, range: start..<start + length, replacement: old)
    }
  }

  private static func sorted(_ edits: [TextEdit]) -> [TextEdit] {
    edits.enumerated().sorted { one, other in
      let (left, right) = (one.element.range, other.element.range)
      return (left.lowerBound, left.upperBound, one.offset) < (right.lowerBound, right.upperBound, other.offset)
    }.map(\.element)
  }
}
