/// The moment of a snapshot: the days, the first day whose events count, and the day by which claims were known.
///
///     Moment(on: Day(2025, 5, 26)!)                                   // as of that day, with all that had happened
///     Moment(during: Day(2025, 3, 1)!...Day(2025, 4, 30)!)            // in that window, with what happened in it
///     Moment(on: Day(2025, 5, 26)!, known: Day(2025, 4, 30)!)         // as it could be known on 30 April
public struct Moment: Hashable, Sendable {
  /// The day, or the window: a state of affairs must hold on some day of it.
  public let days: ClosedRange<Day>
  /// The first day whose events count.
  public let since: Day
  /// The day by which a claim must have been known; `nil` for all that is known.
  public let known: Day?

  /// As of a day: what holds on it, and every event up to it, or since a day.
  public init(on day: Day, since: Day = .distantPast, known: Day? = nil) {
    (days, self.since, self.known) = (day...day, min(since, day), known)
  }

  /// As of a month or a year: what holds on some day of it, and every event up to its end.
  public init(asOf days: ClosedRange<Day>, known: Day? = nil) {
    (self.days, since, self.known) = (days, .distantPast, known)
  }

  /// In a window: what holds on some day of it, and the events within it.
  public init(during days: ClosedRange<Day>, known: Day? = nil) {
    (self.days, since, self.known) = (days, days.lowerBound, known)
  }

  /// All time.
  public static let ever = Moment(during: .distantPast ... .distantFuture)

  /// The same moment, as it could be known by another day.
  public func known(by day: Day?) -> Moment { Moment(days: days, since: since, known: day) }

  private init(days: ClosedRange<Day>, since: Day, known: Day?) {
    (self.days, self.since, self.known) = (days, since, known)
  }

  /// The days in which an event counts.
  public var record: ClosedRange<Day> { since...days.upperBound }
}
