package import DyadCore

/// The days that a timeline shows, and the day on which its sources end.
package struct TimeFrame: Hashable, Sendable {
  /// The days shown, in order of time.
  package let window: ClosedRange<Day>
  /// The date of the last source, if it is within the window.
  package let sourcesEnd: Day?

  init(_ window: ClosedRange<Day>, citing evidence: some Sequence<Evidence>, in graph: KnowledgeGraph, known: Day?) {
    self.window = window
    let cited = Set(evidence.flatMap(\.citations).map(\.source))
    let dates = cited.map { graph.sources[$0]?.published?.days.upperBound }
    // A source without a date may be later than all others.
    let last = dates.contains(nil) ? nil : dates.compactMap { $0 }.max()
    sourcesEnd = last.map { min($0, known ?? $0) }.flatMap { window.contains($0) && $0 < window.upperBound ? $0 : nil }
  }

  /// The last day of the window for which there are sources.
  package var end: Day { sourcesEnd ?? window.upperBound }

  /// The part of some days that is shown; `nil` if it is after the last source, or outside the window.
  func shown(_ days: ClosedRange<Day>) -> ClosedRange<Day>? {
    let shown = window.lowerBound...end
    return shown.overlaps(days) ? days.clipped(to: shown) : nil
  }

  /// The number of days that the shortest time to be called skipped has.
  private var leastSkip: Int { max(61, window.count / 12) }

  /// The whole months between two days, if the time between them is long enough to be called skipped.
  package func skippedMonths(from first: Day, to next: Day) -> Int? {
    guard Int(next.number) - Int(first.number) >= leastSkip else { return nil }
    let months = (next.year - first.year) * 12 + next.month - first.month
    return next.dayOfMonth < first.dayOfMonth ? months - 1 : months
  }

  /// Whether headings are months and not years.
  var isShort: Bool { window.count < 550 }
}
