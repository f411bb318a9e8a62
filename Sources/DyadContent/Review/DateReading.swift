internal import DyadCore

/// What the notation of a date means, in words.
enum DateReading {
  private static let dates = DateWords.english

  /// "since about Sep 1977; begins some day from 1 Aug 1977 to 31 Oct 1977", with the days only if the start is no single day
  static func throughout(_ interval: Interval) -> String {
    let words =
      interval == .always ? "always" : dates.words(interval)
    let begins = isExact(interval.start) ? nil : bound(interval.start, interval.starts).map { "begins \($0)" }
    let ends = isExact(interval.end) ? nil : bound(interval.end, interval.ends).map { "ends \($0)" }
    return ([words] + [begins, ends].compactMap { $0 }).joined(separator: "; ")
  }

  /// "on 19 Apr 2025", "on some day or days of Apr 2025"
  static func within(_ interval: Interval) -> String {
    let days = interval.span
    if days.lowerBound == days.upperBound { return "on \(dates.words(days.lowerBound))" }
    guard days.lowerBound != .distantPast, days.upperBound != .distantFuture else { return dates.happened(interval) }
    let words = dates.happened(interval)
    if isExact(interval.start), isExact(interval.end) { return "\(words), within these days" }
    if let date = interval.startDate, interval.start == interval.end, date.mark == nil {
      return "on some day or days of \(words)"
    }
    return "\(words): some day or days \(range(days))"
  }

  /// The dates that are written in the interval: one alone has the role "date".
  static func dates(of interval: Interval, _ roles: [String]) -> [(role: String, date: PartialDate)] {
    if let start = interval.startDate, interval.start == interval.end { return [("date", start)] }
    let bounds = [interval.startDate, interval.endDate]
    return zip(roles, bounds).compactMap { role, date in date.map { (role, $0) } }
  }

  /// Whether the bound is a single day, or open.
  private static func isExact(_ bound: Interval.Bound) -> Bool {
    switch bound {
    case .date(let date): date.days.lowerBound == date.days.upperBound
    case .open: true
    default: false
    }
  }

  private static func bound(_ bound: Interval.Bound, _ days: ClosedRange<Day>) -> String? {
    switch bound {
    case .date(let date): date.mark == nil ? "within \(dates.words(date))" : "some day \(range(days))"
    case .onOrBefore(let date): "on \(dates.words(date.days.upperBound)) or before"
    case .onOrAfter(let date): "on \(dates.words(date.days.lowerBound)) or after"
    case .unknown, .open: nil
    }
  }

  private static func range(_ days: ClosedRange<Day>) -> String {
    "from \(dates.words(days.lowerBound)) to \(dates.words(days.upperBound))"
  }
}
