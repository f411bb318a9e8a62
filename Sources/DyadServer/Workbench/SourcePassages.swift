internal import DyadContent
internal import DyadCore

/// The quoted passages of a text, with places in the units of JavaScript.
struct SourcePassages {
  struct Mark: Hashable {
    var start, end: Int
    var claims: [String]
  }

  private let text: SourceText
  /// For each scalar of the text, and for its end, the number of UTF-16 units before it; `nil` where they are the same.
  private let units: [Int]?

  init(_ text: SourceText) {
    self.text = text
    guard text.text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) else {
      units = nil
      return
    }
    var units = [0]
    units.reserveCapacity(text.count + 1)
    for scalar in text.text.unicodeScalars { units.append((units.last ?? 0) + (scalar.value > 0xFFFF ? 2 : 1)) }
    self.units = units
  }

  /// The quoted passages of a coverage, one after the other.
  func marks(of coverage: Coverage) -> [Mark] {
    coverage.passages.filter { !$0.claims.isEmpty }.map { passage in
      let range = place(passage.range)
      return Mark(start: range.lowerBound, end: range.upperBound, claims: passage.claims)
    }
  }

  /// The places of a quote.
  func places(of quote: String) -> [Range<Int>] { text.find(quote).map(place) }

  /// The place of a range of scalars.
  func place(_ range: Range<Int>) -> Range<Int> {
    guard let units else { return range }
    return units[range.lowerBound]..<units[range.upperBound]
  }

  /// The scalars between two places of JavaScript; `nil` outside of the text.
  func scalars(_ start: Int, _ end: Int) -> Range<Int>? {
    guard start >= 0, start <= end else { return nil }
    guard let units else { return end <= text.count ? start..<end : nil }
    guard let last = units.last, end <= last else { return nil }
    func index(_ unit: Int) -> Int {
      var (low, high) = (0, units.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if units[middle] < unit { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return index(start)..<index(end)
  }
}
