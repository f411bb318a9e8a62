internal import DyadCore

extension ClosedRange<Day> {
  var count: Int { Int(upperBound.number) - Int(lowerBound.number) + 1 }

  /// As much of it as lies in the window; where none does, the end of the window that is nearer.
  func clipped(to window: ClosedRange<Day>) -> ClosedRange<Day> { clamped(to: window) }

  /// The day in the middle of what of it lies in the window.
  func middle(in window: ClosedRange<Day>) -> Day {
    let days = clipped(to: window)
    return days.lowerBound.advanced(by: days.count / 2)
  }

  /// The calendar years that it touches, as far as they lie in it.
  var years: [ClosedRange<Day>] {
    (lowerBound.year...upperBound.year).compactMap { PartialDate(year: $0)?.days.clipped(to: self) }
  }

  /// The calendar months that it touches, as far as they lie in it.
  var months: [ClosedRange<Day>] {
    let (first, last) = (lowerBound.year * 12 + lowerBound.month - 1, upperBound.year * 12 + upperBound.month - 1)
    return (first...last).compactMap { month in
      let year = Int((Double(month) / 12).rounded(.down))
      return PartialDate(year: year, month: month - year * 12 + 1)?.days.clipped(to: self)
    }
  }
}
