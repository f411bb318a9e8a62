package import Graphviz

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
    for (index, span) in spans.enumerated() { set(index, span, true) }
  }

  package mutating func move(_ index: Int, from old: Span, to new: Span) {
    set(index, old, false)
    set(index, new, true)
  }

  private mutating func set(_ index: Int, _ span: Span, _ isThere: Bool) {
    let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
    func change(_ sets: inout [UInt64], _ strips: Range<Int>) {
      for strip in strips {
        let place = strip * words + word
        sets[place] = isThere ? sets[place] | bit : sets[place] & ~bit
      }
    }
    let (columns, rows) = (columns(of: span), rows(of: span))
    change(&starts, columns.first..<SpanIndex.strips)
    change(&ends, 0..<columns.last + 1)
    change(&starts, rows.first..<2 * SpanIndex.strips)
    change(&ends, SpanIndex.strips..<rows.last + 1)
  }

  /// The indices of the spans that may meet this one, in ascending order: all that meet it are among them.
  package func near(_ span: Span) -> Indices {
    let (columns, rows) = (columns(of: span), rows(of: span))
    return Indices(
      starts: starts, ends: ends, words: words, columns: (columns.first * words, columns.last * words),
      rows: (rows.first * words, rows.last * words))
  }

  fileprivate typealias Strips = (first: Int, last: Int)

  private func columns(of span: Span) -> Strips { (strip(span.left / width), strip(span.right / width)) }

  private func rows(of span: Span) -> Strips {
    (SpanIndex.strips + strip(span.top / height), SpanIndex.strips + strip(span.bottom / height))
  }

  /// Outside of the area, the strips at its borders go on.
  private func strip(_ part: Double) -> Int {
    part > 0 ? Int(min(part * Double(SpanIndex.strips), Double(SpanIndex.strips - 1))) : 0
  }

  package struct Indices: Sequence, IteratorProtocol {
    private let starts: [UInt64]
    private let ends: [UInt64]
    private let words: Int
    private let columns: Strips
    private let rows: Strips
    private var word = -1
    private var found: UInt64 = 0

    fileprivate init(starts: [UInt64], ends: [UInt64], words: Int, columns: Strips, rows: Strips) {
      (self.starts, self.ends, self.words, self.columns, self.rows) = (starts, ends, words, columns, rows)
    }

    package mutating func next() -> Int? {
      while found == 0 {
        word += 1
        guard word < words else { return nil }
        found =
          starts[columns.last + word] & ends[columns.first + word] & starts[rows.last + word] & ends[rows.first + word]
      }
      defer { found &= found - 1 }
      return word * 64 + found.trailingZeroBitCount
    }
  }
}
