public import DyadCore
internal import Foundation

/// The tone between two parties over time, computed from the scores of the events between them.
///
/// An event counts on the middle one of the days that it may have happened on, with its tone between the two: the score
/// of its type or its own tone, or else its effect. It does not count where it only possibly happened in the window,
/// where its sources only deny it, where the coder infers it, or where its date is vaguer than a year: no period is
/// its own then. Scores are added by period, and apart from that each is halved every 180 days. Every sum comes with the number of its events; fewer than three are thin evidence.
///
///     let curve = Timeline(graph, between: "pakistan", "afghanistan").curve
///     curve.periods.map { "\($0.sum) (n = \($0.count))" }
///     curve.decayed(on: Day(2025, 5, 26)!)
public struct ToneCurve: Hashable, Sendable {
  /// The number of days after which a score counts half.
  public static let halfLife = 180
  /// Fewer events than this are thin evidence.
  public static let thinBelow = 3
  /// An event that may have happened on more days than this does not count.
  public static let vaguest = 366
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
    /// Whether the sum rests on too few events.
    public var isThin: Bool { count < ToneCurve.thinBelow }
  }

  /// The score of an event.
  public struct Score: Hashable, Sendable {
    /// The day that it counts on.
    public let day: Day
    /// The tone of the event between the two.
    public let value: Double
  }

  /// The scores in order of time.
  public let scores: [Score]
  /// The periods of the window, in order of time.
  public let periods: [Period]
  /// Whether a period is a month.
  public let isMonthly: Bool

  /// - Parameter effects: the tones of events that have another one between the two than their own.
  init(_ events: [Held<Event>], effects: [Event.ID: Tone] = [:], in window: ClosedRange<Day>) {
    scores = events.filter {
      $0.certainty == .yes && $0.item.evidence.standing != .denied && !$0.item.evidence.isInferred
        && $0.item.within.span.count <= ToneCurve.vaguest
    }
    .map { Score(day: $0.item.within.span.middle(in: window), value: (effects[$0.id] ?? $0.item.tone).value) }
    .sorted { ($0.day, $0.value) < ($1.day, $1.value) }
    isMonthly = window.count < ToneCurve.monthlyBelow
    periods = (isMonthly ? window.months : window.years).map { [scores] days in
      let own = scores.filter { days.contains($0.day) }
      return Period(days: days, sum: own.map(\.value).reduce(0, +), count: own.count)
    }
  }

  /// The scores of all events up to that day, each halved every half-life, added.
  public func decayed(on day: Day) -> Double {
    scores.prefix { $0.day <= day }.reduce(0) { sum, score in
      sum + score.value * pow(0.5, Double(Int(day.number) - Int(score.day.number)) / Double(ToneCurve.halfLife))
    }
  }

  /// The number of events within two half-lives before the day, on which the decayed sum mostly rests.
  public func count(before day: Day) -> Int {
    let first = day.advanced(by: -2 * ToneCurve.halfLife)
    return scores.count { (first...day).contains($0.day) }
  }
}
