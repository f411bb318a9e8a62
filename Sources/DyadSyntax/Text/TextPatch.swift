/// The changed lines between two versions of a text, with the lines around them, so that the change can be made or undone in a
/// text that was changed elsewhere since.
///
///     let patch = TextPatch(from: old, to: new)
///     try patch.reversed.applied(to: new) == old
package struct TextPatch: Hashable, Sendable {
  package typealias Line = [UInt8]

  /// Lines that are replaced by others.
  package struct Hunk: Hashable, Sendable {
    /// The number of lines before it in the old text, and in the new one.
    package var oldStart, newStart: Int
    package var before, old, new, after: [Line]

    package init(oldStart: Int, newStart: Int, before: [Line], old: [Line], new: [Line], after: [Line]) {
      (self.oldStart, self.newStart) = (oldStart, newStart)
      (self.before, self.old, self.new, self.after) = (before, old, new, after)
    }
  }

  /// The place at which a patch no longer fits.
  package struct Misfit: Error, Hashable, Sendable {
    /// The line, from 1, where the replaced text was.
    package var line: Int
  }

  package var hunks: [Hunk]
  /// The number of lines on each side by which a hunk is found.
  private static let context = 3

  package init(hunks: [Hunk]) { self.hunks = hunks }

  package init(from old: [UInt8], to new: [UInt8]) {
    let (old, new) = (TextPatch.lines(old), TextPatch.lines(new))
    // Most changes are small and in one place.
    let head = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    let (from, to) = (head..<old.count - tail, head..<new.count - tail)
    var (removed, added): (Set<Int>, Set<Int>) = ([], [])
    for change in Array(new[to]).difference(from: Array(old[from])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(head + offset)
      case .insert(let offset, _, _): added.insert(head + offset)
      }
    }
    // Changes with fewer equal lines between them than a hunk has around it are one hunk, so that these lines are the same before
    // and after it.
    var ranges: [(old: Range<Int>, new: Range<Int>)] = []
    var (left, right) = (from.lowerBound, to.lowerBound)
    while left < from.upperBound || right < to.upperBound {
      let (start, other) = (left, right)
      while left < from.upperBound, removed.contains(left) { left += 1 }
      while right < to.upperBound, added.contains(right) { right += 1 }
      guard left > start || right > other else {
        (left, right) = (left + 1, right + 1)
        continue
      }
      if let last = ranges.last, start - last.old.upperBound < TextPatch.context {
        ranges[ranges.count - 1] = (last.old.lowerBound..<left, last.new.lowerBound..<right)
      } else {
        ranges.append((start..<left, other..<right))
      }
    }
    hunks = ranges.map { range in
      Hunk(
        oldStart: range.old.lowerBound, newStart: range.new.lowerBound,
        before: Array(old[..<range.old.lowerBound].suffix(TextPatch.context)), old: Array(old[range.old]),
        new: Array(new[range.new]), after: Array(old[range.old.upperBound...].prefix(TextPatch.context)))
    }
  }

  package var isEmpty: Bool { hunks.isEmpty }

  /// The patch that undoes this one.
  package var reversed: TextPatch {
    TextPatch(
      hunks: hunks.map { hunk in
        Hunk(
          oldStart: hunk.newStart, newStart: hunk.oldStart, before: hunk.before, old: hunk.new, new: hunk.old,
          after: hunk.after)
      })
  }

  /// The text with the changes, wherever their lines are now.
  ///
  /// A hunk is found by all lines around it, or by fewer where these are enough to find one place.
  package func applied(to text: [UInt8]) throws(Misfit) -> [UInt8] {
    let lines = TextPatch.lines(text)
    var result: [Line] = []
    var (position, shift) = (0, 0)
    for hunk in hunks {
      guard let place = TextPatch.place(of: hunk, in: lines, from: position, expected: hunk.oldStart + shift) else {
        throw Misfit(line: max(1, min(hunk.oldStart + shift + 1, lines.count)))
      }
      result += lines[position..<place] + hunk.new
      position = place + hunk.old.count
      shift = place - hunk.oldStart
    }
    return Array((result + lines[position...]).joined())
  }

  private static func place(of hunk: Hunk, in lines: [Line], from start: Int, expected: Int) -> Int? {
    // Without any line of its own, a hunk is found by both neighbours.
    let least = hunk.old.isEmpty ? 1 : 0
    for width in stride(from: context, through: least, by: -1) {
      let (before, after) = (hunk.before.suffix(width), hunk.after.prefix(width))
      func fits(_ place: Int) -> Bool {
        place >= start && place + hunk.old.count <= lines.count
          && lines[place..<place + hunk.old.count].elementsEqual(hunk.old)
          && lines[..<place].suffix(before.count).elementsEqual(before)
          && lines[(place + hunk.old.count)...].prefix(after.count).elementsEqual(after)
      }
      if width == context, fits(expected) { return expected }
      guard start <= lines.count else { return nil }
      let places = (start...lines.count).filter(fits)
      if places.count == 1 { return places[0] }
      // Several places: fewer lines around it would find more.
      if places.count > 1 { return nil }
    }
    return nil
  }

  /// The lines with their line feeds.
  package static func lines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines.append(Array(text[start...index]))
      start = index + 1
    }
    if start < text.count { lines.append(Array(text[start...])) }
    return lines
  }
}
