public import DyadCore

/// Dates and intervals as a reader of English expects them.
///
///     DateWords.words(PartialDate("2025-04-19")!)          // "19 Apr 2025"
///     DateWords.words(Interval("2021-08/..")!)             // "since Aug 2021"
public enum DateWords {
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  public static func words(_ day: Day) -> String { words(PartialDate(day)) }

  public static func words(_ date: PartialDate) -> String { marked(parts(date).joined(separator: " "), date.mark) }

  /// "since Aug 2021", "26 Apr – 26 May 2025", "until 2014": a state of affairs.
  public static func words(_ interval: Interval) -> String {
    switch (interval.start, interval.end) {
    case (.date(let start), .date(let end)): start == end ? words(start) : span(start, end)
    case (.open, .open): "always"
    case (.unknown, .unknown): "at an unknown date"
    case (.open, _), (.unknown, _): until(interval.end) ?? "since an unknown date"
    case (_, .open): since(interval.start)
    case (_, .unknown): "\(since(interval.start)), end unknown"
    default: "\(since(interval.start)) \(until(interval.end) ?? "")"
    }
  }

  private static func since(_ start: Interval.Bound) -> String {
    switch start {
    case .onOrBefore(let date): "by \(words(date))"
    case .onOrAfter(let date): "since \(words(date)) or later"
    default: "since \(start.date.map { words($0) } ?? "")"
    }
  }

  private static func until(_ end: Interval.Bound) -> String? {
    switch end {
    case .open, .unknown: nil
    case .onOrBefore(let date): "until \(words(date)) or before"
    case .onOrAfter(let date): "until \(words(date)) or later"
    case .date(let date): "until \(words(date))"
    }
  }

  /// "19 Apr 2025", "Mar – May 2025", "before 2014": when something happened.
  public static func happened(_ interval: Interval) -> String {
    switch (interval.start.date, interval.end.date) {
    case (nil, nil): "at an unknown date"
    case (let start?, nil): "after \(words(start))"
    case (nil, let end?): "before \(words(end))"
    case (_?, _?): words(interval)
    }
  }

  /// "26 May 2025", "Mar 2025" or "1 Mar – 30 Apr 2025": the days of a moment.
  public static func words(_ days: ClosedRange<Day>) -> String {
    if days.lowerBound == days.upperBound { return words(days.lowerBound) }
    let (first, last) = (days.lowerBound, days.upperBound)
    if let month = PartialDate(year: first.year, month: first.month), month.days == days { return words(month) }
    if let year = PartialDate(year: first.year), year.days == days { return words(year) }
    return span(PartialDate(first), PartialDate(last))
  }

  /// What the two ends share is said once.
  private static func span(_ start: PartialDate, _ end: PartialDate) -> String {
    guard start.mark == nil, end.mark == nil, start.precision == end.precision else {
      return "\(words(start)) – \(words(end))"
    }
    var first = parts(start)
    let last = parts(end)
    while first.count > 1, first.last == last[last.count - (parts(start).count - first.count) - 1] {
      first.removeLast()
    }
    return "\(first.joined(separator: " ")) – \(last.joined(separator: " "))"
  }

  /// Day, month, year, as far as they are known.
  private static func parts(_ date: PartialDate) -> [String] {
    [date.day.map(String.init), date.month.map { months[$0 - 1] }, String(date.year)].compactMap { $0 }
  }

  private static func marked(_ words: String, _ mark: PartialDate.Mark?) -> String {
    switch mark {
    case .approximate: "about \(words)"
    case .uncertain: "\(words)?"
    case nil: words
    }
  }
}
