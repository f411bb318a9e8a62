internal import Graphviz

/// Finds the spans that may meet another, without comparing it with all of them.
///
/// The plane is cut into strips, upright and lying. Each has two sets of spans: those that begin in it or before, and those that
/// end in it or after. A span can only meet those that begin before its end and end after its beginning, both ways.
package struct SpanIndex {
  private static let strips = 32

  private let width: Double
  private let height: Double
  /// How many words a set has, with a bit for each span.
  private let words: Int
  /// The sets of the strips from left to right, then from top to bottom.
  private var starts: [UInt64]
  private var ends: [UInt64]

  package init(_ spans: [Span], within area: Size) {
    (width, height) = (max(area.width, 1), max(area.height, 1))
    words = (spans.count + 63) / 64
    starts = Array(repeating: 0, count: 2 * SpanIndex.strips * words)
    ends = starts
    for (index, span) in spans.enumerated() { set(index, span) }
  }

  private mutating func set(_ index: Int, _ span: Span) {
    let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
    for (strips, end) in [(columns(of: span), SpanIndex.strips), (rows(of: span), 2 * SpanIndex.strips)] {
      for strip in strips.first..<end { starts[strip * words + word] |= bit }
      for strip in (end - SpanIndex.strips)..<(strips.last + 1) { ends[strip * words + word] |= bit }
    }
  }

  /// Most moves are short: few strips change.
  package mutating func move(_ index: Int, from old: Span, to new: Span) {
    let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
    func add(_ strips: Range<Int>, _ sets: inout [UInt64]) {
      for strip in strips { sets[strip * words + word] |= bit }
    }
    func remove(_ strips: Range<Int>, _ sets: inout [UInt64]) {
      for strip in strips { sets[strip * words + word] &= ~bit }
    }
    for (old, new) in [(columns(of: old), columns(of: new)), (rows(of: old), rows(of: new))] {
      add(min(old.first, new.first)..<old.first, &starts)
      remove(old.first..<max(old.first, new.first), &starts)
      add((old.last + 1)..<(max(old.last, new.last) + 1), &ends)
      remove((min(old.last, new.last) + 1)..<(old.last + 1), &ends)
    }
  }

  /// All spans that may meet this one and are sought, in ascending order.
  @inline(__always) package func all(near span: Span, where isSought: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    _ = first(near: span) { index in
      if isSought(index) { found.append(index) }
      return false
    }
    return found
  }

  /// The first of the spans that may meet this one and is sought; all that meet it are visited, in ascending order.
  @inline(__always) package func first(near span: Span, where isSought: (Int) -> Bool) -> Int? {
    let (columns, rows) = (columns(of: span), rows(of: span))
    let (left, right) = (columns.first * words, columns.last * words)
    let (top, bottom) = (rows.first * words, rows.last * words)
    return starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        for word in 0..<words {
          var found = starts[right + word] & ends[left + word] & starts[bottom + word] & ends[top + word]
          while found != 0 {
            let index = word * 64 + found.trailingZeroBitCount
            if isSought(index) { return index }
            found &= found - 1
          }
        }
        return nil
      }
    }
  }

  private typealias Strips = (first: Int, last: Int)

  private func columns(of span: Span) -> Strips { (strip(span.left / width), strip(span.right / width)) }

  private func rows(of span: Span) -> Strips {
    (SpanIndex.strips + strip(span.top / height), SpanIndex.strips + strip(span.bottom / height))
  }

  /// Outside of the area, the strips at its borders go on.
  private func strip(_ part: Double) -> Int {
    part > 0 ? Int(min(part * Double(SpanIndex.strips), Double(SpanIndex.strips - 1))) : 0
  }
}
