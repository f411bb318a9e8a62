public import DyadCore

/// The tone between two parties over time, computed from the scores of the events between them.
///
/// An event counts in the year or month that contains all days on which it may have happened, with its tone between
/// the two: the score of its type or its own tone, or else its effect. It does not count where it only possibly
/// happened in the window, where its sources only deny it, or where the coder infers it. The tone of a period is the
/// mean of its scores. Every mean comes with the number of its events; fewer than three are thin evidence, and fewer
/// than five in the whole window are no curve.
///
///     let curve = Timeline(graph, between: "pakistan", "afghanistan").curve
///     curve.periods.map { "\($0.mean ?? 0) (n = \($0.count))" }
public struct ToneCurve: Hashable, Sendable {
  /// Fewer events than this are thin evidence for a period.
  public static let thinBelow = 3
  /// Fewer events than this are no curve.
  public static let least = 5
  /// Windows shorter than this many days are divided into months, others into years.
  static let monthlyBelow = 3 * 365

  /// A year or a month, as far as it lies in the window.
  public struct Period: Hashable, Sendable {
    /// The days of it within the window.
    public let days: ClosedRange<Day>
    /// The sum of the scores.
    public let sum: Double
    /// The number of scores.
    public let count: Int
    /// The mean of the scores; `nil` where there are none.
    public var mean: Double? { count > 0 ? sum / Double(count) : nil }
    /// Whether the mean rests on too few events.
    public var isThin: Bool { count < ToneCurve.thinBelow }
  }

  /// The periods of the window, in order of time.
  public let periods: [Period]
  /// Whether a period is a month.
  public let isMonthly: Bool
  /// The number of scores.
  public var count: Int { periods.map(\.count).reduce(0, +) }
  /// Whether there are enough scores for a curve.
  public var isShown: Bool { count >= ToneCurve.least }

  /// - Parameter effects: the tones of events that have another one between the two than their own.
  package init(_ events: [Held<Event>], effects: [Event.ID: Tone] = [:], in window: ClosedRange<Day>) {
    let counted = events.filter {
      $0.certainty == .yes && $0.item.evidence.standing != .denied && !$0.item.evidence.isInferred
    }
    isMonthly = window.count < ToneCurve.monthlyBelow
    periods = (isMonthly ? window.months : window.years).map { days in
      let own = counted.filter { $0.item.within.span.clamped(to: days) == $0.item.within.span }
      return Period(
        days: days, sum: own.map { (effects[$0.id] ?? $0.item.tone).value }.reduce(0, +), count: own.count)
    }
  }
}
