extension TextEdit {
  /// The edits, line by line, that make the old text the new one; equal lines stay untouched.
  ///
  ///     TextEdit.between(Array("a\nb\n".utf8), Array("a\nc\n".utf8), file: "ties.yaml")     // "b\n" becomes "c\n"
  package static func between(_ old: [UInt8], _ new: [UInt8], file: String) -> [TextEdit] {
    let (before, after) = (lines(old), lines(new))
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [TextEdit] = []
    var (left, right, place) = (0, 0, 0)
    while left < before.count || right < after.count {
      let start = place
      var replacement: [UInt8] = []
      while removed.contains(left) || inserted.contains(right) {
        if removed.contains(left) {
          place += before[left].count
          left += 1
        } else {
          replacement += after[right]
          right += 1
        }
      }
      if start < place || !replacement.isEmpty {
        let text = String(decoding: replacement, as: UTF8.self)
        edits.append(TextEdit(file: file, range: start..<place, replacement: text))
      }
      guard left < before.count else { continue }
      place += before[left].count
      (left, right) = (left + 1, right + 1)
    }
    return edits
  }

  /// The lines, each with its line break.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      lines.append(text[start...index])
      start = index + 1
    }
    return start < text.count ? lines + [text[start...]] : lines
  }
}
