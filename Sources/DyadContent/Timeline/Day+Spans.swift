package import DyadCore

extension ClosedRange<Day> {
  package var count: Int { Int(upperBound.number) - Int(lowerBound.number) + 1 }

  /// The part within the window, or else the nearer end of the window.
  package func clipped(to window: ClosedRange<Day>) -> ClosedRange<Day> { clamped(to: window) }

  /// The calendar years that it covers, each limited to it.
  package var years: [ClosedRange<Day>] {
    (lowerBound.year...upperBound.year).compactMap { PartialDate(year: $0)?.days.clipped(to: self) }
  }

  /// The calendar months that it covers, each limited to it.
  package var months: [ClosedRange<Day>] {
    let (first, last) = (lowerBound.year * 12 + lowerBound.month - 1, upperBound.year * 12 + upperBound.month - 1)
    return (first...last).compactMap { month in
      let year = Int((Double(month) / 12).rounded(.down))
      return PartialDate(year: year, month: month - year * 12 + 1)?.days.clipped(to: self)
    }
  }
}
