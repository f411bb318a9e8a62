import DyadCore

/// Dates within sentences: "since August 2021", "on 19 April 2025", "between March and 26 May 2025".
struct BriefDates {
  /// "19 April 2025", "about 2025"
  func words(_ date: PartialDate) -> String { marked(parts(date).joined(separator: " "), date.mark) }
  func words(_ day: Day) -> String { words(PartialDate(day)) }

  /// "26 May 2025", "March 2025", "1 March to 30 April 2025"
  func words(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return words(first) }
    if let month = PartialDate(year: first.year, month: first.month), month.days == days { return words(month) }
    if let year = PartialDate(year: first.year), year.days == days { return words(year) }
    return span(PartialDate(first), PartialDate(last), " to ")
  }

  /// "on 26 May 2025", "in March 2025", "from 1 March to 30 April 2025"
  func at(_ days: ClosedRange<Day>) -> String {
    if days.lowerBound == days.upperBound { return "on \(words(days))" }
    return words(days).contains(" to ") ? "from \(words(days))" : "in \(words(days))"
  }

  /// Since when a state of affairs holds; `nil` where nothing says it.
  func since(_ interval: Interval) -> String? {
    switch interval.start {
    case .open, .unknown: nil
    case .date(let date): "since \(words(date))"
    case .onOrBefore(let date), .between(_, let date): "since \(words(date)) at the latest"
    case .onOrAfter(let date): "since \(words(date)) at the earliest"
    }
  }

  /// Until when a state of affairs held that has ended.
  func until(_ interval: Interval) -> String? {
    switch interval.end {
    case .open, .unknown: nil
    case .date(let date): "until \(words(date))"
    case .onOrBefore(let date), .between(_, let date): "until \(words(date)) at the latest"
    case .onOrAfter(let date): "until \(words(date)) or later"
    }
  }

  /// How long a state of affairs held that has ended: "from August 2021 to March 2025".
  func ended(_ interval: Interval) -> String? {
    let until = until(interval).map { String($0.dropFirst("until ".count)) }
    switch (interval.start, until) {
    case (.open, let end?), (.unknown, let end?): return "until \(end)"
    case (.date(let start), let end?):
      if interval.end == interval.start { return at(start) }
      if let date = interval.endDate, case .date = interval.end, start.mark == nil, date.mark == nil {
        return "from \(span(start, date, " to "))"
      }
      return "from \(words(start)) to \(end)"
    case (.onOrBefore(let start), let end?), (.between(_, let start), let end?):
      return "from \(words(start)) at the latest to \(end)"
    case (.onOrAfter(let start), let end?): return "from \(words(start)) at the earliest to \(end)"
    case (.open, nil), (.unknown, nil): return nil
    case (_, nil): return since(interval)
    }
  }

  /// When an event happened: "on 19 April 2025", "in 2002", "between 14 and 16 July 2018", "by 2014".
  func happened(_ interval: Interval) -> String {
    // A start "by then" and an end "then or later" leave that side open.
    let start = if case .onOrBefore = interval.start { PartialDate?.none } else { interval.start.date }
    let end = if case .onOrAfter = interval.end { PartialDate?.none } else { interval.end.date }
    switch (start, end) {
    case (nil, nil): return "at an unknown date"
    case (let start?, nil): return "after \(words(start))"
    case (nil, let end?): return "by \(words(end))"
    case (let start?, let end?):
      if start == end { return at(start) }
      if start.mark == nil, end.mark == nil, let day = start.day, end.day != nil, start.month == end.month,
        start.days.upperBound.advanced(by: 1) == end.days.lowerBound
      {
        return "on \(day)–\(words(end))"
      }
      return "between \(span(start, end, " and "))"
    }
  }

  /// "on 19 April 2025", "in April 2025", "around 2014", "perhaps in 2014"
  func at(_ date: PartialDate) -> String {
    let plain = parts(date).joined(separator: " ")
    let preposition = date.day == nil ? "in" : "on"
    switch date.mark {
    case .approximate: return "around \(plain)"
    case .uncertain: return "perhaps \(preposition) \(plain)"
    case nil: return "\(preposition) \(plain)"
    }
  }

  /// Both ends, with a common month or year once.
  private func span(_ start: PartialDate, _ end: PartialDate, _ link: String) -> String {
    guard start.mark == nil, end.mark == nil, start.month != nil, end.month != nil, start.year == end.year else {
      return words(start) + link + words(end)
    }
    var first = parts(start)
    first.removeLast()
    if start.day != nil, end.day != nil, start.month == end.month { first.removeLast() }
    return first.joined(separator: " ") + link + words(end)
  }

  private func parts(_ date: PartialDate) -> [String] {
    [date.day.map(String.init), date.month.map { BriefDates.months[$0 - 1] }, String(date.year)].compactMap { $0 }
  }

  private func marked(_ words: String, _ mark: PartialDate.Mark?) -> String {
    switch mark {
    case .approximate: "about \(words)"
    case .uncertain: "perhaps \(words)"
    case nil: words
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
