package import DyadContent
package import DyadCore

/// Time along the width of a page, to scale.
package struct TimeAxis {
  package let frame: TimeFrame
  /// From the beginning of the first day to the end of the last.
  package let extent: ClosedRange<Double>

  package init(frame: TimeFrame, extent: ClosedRange<Double>) {
    (self.frame, self.extent) = (frame, extent)
  }

  var left: Double { extent.lowerBound }
  var right: Double { extent.upperBound }
  private var window: ClosedRange<Day> { frame.window }

  /// The beginning of a day.
  package func x(_ day: Day) -> Double {
    let share = Double(Int(day.number) - Int(window.lowerBound.number)) / Double(window.count)
    return left + max(0, min(1, share)) * (right - left)
  }

  /// From the beginning of the first day to the end of the last.
  package func extent(_ days: ClosedRange<Day>) -> ClosedRange<Double> {
    let start = x(days.lowerBound)
    return start...max(start, x(days.upperBound.advanced(by: 1)))
  }

  /// Where the sources end, if that is within the window.
  var sourcesEnd: Double? { frame.sourcesEnd.map { x($0.advanced(by: 1)) } }

  // MARK: Ticks

  /// A tick, with the label of the time that begins there.
  struct Tick: Hashable {
    let day: Day
    let label: String
  }

  /// Ticks for months or days with their labels, if there is room for them below years.
  ///
  /// - Parameter width: measures a label.
  func minorTicks(_ lexicon: Lexicon, width: (String) -> Double) -> [Tick] {
    let gap = 5.0
    let months = window.months.filter { $0.lowerBound.dayOfMonth == 1 }
    let widest = (lexicon.months.map(width).max() ?? 0) + gap
    let monthWidth = (right - left) / Double(window.count) * 30.4
    if let step = [1, 2, 3, 6].first(where: { monthWidth * Double($0) >= widest }) {
      let ticks = months.filter { ($0.lowerBound.month - 1) % step == 0 }
      if ticks.count > 1 {
        return ticks.map { Tick(day: $0.lowerBound, label: lexicon.months[$0.lowerBound.month - 1]) }
      }
    } else {
      return []
    }
    let dayWidth = (right - left) / Double(window.count)
    guard let step = [1, 2, 5, 10].first(where: { dayWidth * Double($0) >= widest + width("30") }) else { return [] }
    return (0..<window.count).map { window.lowerBound.advanced(by: $0) }
      .filter { step == 1 || $0.dayOfMonth % step == 1 && $0.dayOfMonth < 30 }
      .map { Tick(day: $0, label: "\($0.dayOfMonth)\u{A0}\(lexicon.months[$0.month - 1])") }
  }

  /// Ticks for as many years as there is room for; the first of the window begins with it.
  func years(width: (String) -> Double) -> [Tick] {
    let years = window.years
    let each = (right - left) / Double(window.count) * 365
    let widest = (years.prefix(1) + years.suffix(1)).map { width(String($0.lowerBound.year)) }.max() ?? 0
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
    let step = steps.first { each * Double($0) >= widest + 5 } ?? 10_000
    let ticks = years.filter { $0.lowerBound.year % step == 0 || $0 == years[0] && step == 1 }
    let first = ticks.first.map { x($0.lowerBound) } ?? 0
    // A year that began before the window has a label if the next one leaves it room.
    return ticks.enumerated().filter { index, days in
      index > 0 || ticks.count < 2 || x(ticks[1].lowerBound) - first >= widest + 5
    }.map { Tick(day: $0.element.lowerBound, label: String($0.element.lowerBound.year)) }
  }
}
