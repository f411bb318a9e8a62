public import DyadCore

/// Dates and intervals as a reader of a language expects them.
///
///     DateWords.english.words(PartialDate("2025-04-19")!)          // "19 Apr 2025"
///     DateWords.english.words(Interval("2021-08/..")!)             // "since Aug 2021"
public struct DateWords: Hashable, Sendable {
  let lexicon: Lexicon
  /// The moment as of which dates are written, if any.
  let moment: Moment?

  /// Dates in a language.
  ///
  /// - Parameter moment: the moment as of which they are written: what ends later is under way, "since 27 Sep 2020",
  ///   unless its end
  ///   could be known by then.
  public init(_ lexicon: Lexicon, at moment: Moment? = nil) { (self.lexicon, self.moment) = (lexicon, moment) }

  /// Dates in English.
  public static let english = DateWords(.english)

  /// A day: "19 Apr 2025".
  public func words(_ day: Day) -> String { words(PartialDate(day)) }

  /// A date, as far as it is known: "Apr 2025", "about 2025".
  public func words(_ date: PartialDate) -> String { marked(forms.text(date), date.mark) }

  private var forms: DateForms { lexicon.forms.dates }

  /// The interval of a state of affairs: "since Aug 2021", "26 Apr – 26 May 2025", "until 2014".
  public func words(_ interval: Interval) -> String {
    let interval = isUnderWay(interval) ? DateWords.open(interval) : interval
    return switch (interval.start, interval.end) {
    case (.date(let start), .date(let end)): start == end ? words(start) : span(start, end)
    case (.open, .open): lexicon.phrase(.always)
    case (.unknown, .unknown): lexicon.phrase(.atUnknownDate)
    case (.open, _), (.unknown, _): until(interval.end) ?? lexicon.phrase(.sinceUnknownDate)
    case (.between(_, let first), .between(_, let last)) where first == last: lexicon.phrase(.by, words(last))
    case (_, .open): since(interval.start)
    case (_, .unknown): lexicon.phrase(.endUnknown, since(interval.start))
    default: "\(since(interval.start)) \(until(interval.end) ?? "")"
    }
  }

  /// "since March 2025": the month in which what holds at the moment began, in full; `nil` where the month is not
  /// known or the end is.
  func sinceMonth(_ interval: Interval) -> String? {
    guard case .date(let date) = interval.start, date.mark == nil,
      interval.ends.upperBound == .distantFuture || isUnderWay(interval)
    else { return nil }
    let month = date.month.flatMap { PartialDate(year: date.year, month: $0) } ?? PartialDate(year: date.year)
    return month.map { lexicon.phrase(.since, forms.text($0, .long)) }
  }

  /// Whether it has begun by the moment and certainly ends after it, at a date that could not be known yet.
  private func isUnderWay(_ interval: Interval) -> Bool {
    guard let moment, interval.endDate != nil else { return false }
    let last = moment.days.upperBound
    if let known = moment.known, known >= interval.ends.lowerBound { return false }
    return interval.ends.lowerBound > last && interval.starts.lowerBound <= last
  }

  /// The interval without its end.
  private static func open(_ interval: Interval) -> Interval {
    let start = interval.start == .open ? .unknown : interval.start
    return Interval(from: start, to: .open) ?? interval
  }

  private func since(_ start: Interval.Bound) -> String {
    switch start {
    case .onOrBefore(let date), .between(_, let date): lexicon.phrase(.by, words(date))
    case .onOrAfter(let date): lexicon.phrase(.sinceOrLater, words(date))
    default: lexicon.phrase(.since, start.date.map { words($0) } ?? "")
    }
  }

  private func until(_ end: Interval.Bound) -> String? {
    switch end {
    case .open, .unknown: nil
    case .onOrBefore(let date), .between(_, let date): lexicon.phrase(.untilOrBefore, words(date))
    case .onOrAfter(let date): lexicon.phrase(.untilOrLater, words(date))
    case .date(let date): lexicon.phrase(.until, words(date))
    }
  }

  /// The date of an event: "19 Apr 2025", "Mar – May 2025", "by 2014".
  public func happened(_ interval: Interval) -> String {
    switch (interval.start.date, interval.end.date) {
    case (nil, nil): lexicon.phrase(.atUnknownDate)
    case (let start?, nil): lexicon.phrase(.after, words(start))
    case (nil, let end?): lexicon.phrase(.by, words(end))
    case (_?, _?): words(interval)
    }
  }

  /// The date of an event as a card shows it: one that is known only by its latest day, within years, is "by" that day.
  func happenedShortly(_ interval: Interval) -> String {
    guard let start = interval.startDate, let end = interval.endDate, interval.span.count > 366,
      start.day == nil || end.day == nil
    else { return happened(interval) }
    return lexicon.phrase(.by, words(end))
  }

  /// The interval of a phase as a card shows it: what has begun is "since" its start, whether or not its end is known.
  func shortly(_ interval: Interval, _ certainty: Certainty) -> String {
    guard let moment, certainty != .no, let date = interval.startDate,
      interval.starts.lowerBound <= moment.days.upperBound,
      interval.ends.upperBound > moment.days.upperBound || certainty == .possibly
    else { return words(interval) }
    if case .onOrAfter = interval.start, certainty == .possibly { return lexicon.phrase(.since, words(date)) }
    return since(interval.start)
  }

  /// The days of a moment: "26 May 2025", "Mar 2025" or "1 Mar – 30 Apr 2025".
  public func words(_ days: ClosedRange<Day>) -> String {
    if days.lowerBound == days.upperBound { return words(days.lowerBound) }
    let (first, last) = (days.lowerBound, days.upperBound)
    if let month = PartialDate(year: first.year, month: first.month), month.days == days { return words(month) }
    if let year = PartialDate(year: first.year), year.days == days { return words(year) }
    return span(PartialDate(first), PartialDate(last))
  }

  /// The periods whose last days these are: "Oct 2021 – Oct 2024".
  ///
  /// - Parameter step: the length of a period; a day that is not the last of one stays a day.
  func words(periodsEnding days: ClosedRange<Day>, of step: PartialDate.Precision) -> String {
    let (first, last) = (step.period(ending: days.lowerBound), step.period(ending: days.upperBound))
    return first == last ? words(first) : span(first, last)
  }

  /// Both ends, with the common month or year once.
  private func span(_ start: PartialDate, _ end: PartialDate) -> String {
    guard start.mark == nil, end.mark == nil else { return forms.joined(words(start), words(end)) }
    return forms.text(from: start, to: end)
  }

  private func marked(_ words: String, _ mark: PartialDate.Mark?) -> String {
    switch mark {
    case .approximate: lexicon.phrase(.about, words)
    case .uncertain: "\(words)?"
    case nil: words
    }
  }
}

extension PartialDate.Precision {
  /// The year or month that ends on a day; the day itself if none does.
  func period(ending day: Day) -> PartialDate {
    let date: PartialDate? =
      switch self {
      case .year: PartialDate(year: day.year)
      case .month: PartialDate(year: day.year, month: day.month)
      case .day: nil
      }
    return date.flatMap { $0.days.upperBound == day ? $0 : nil } ?? PartialDate(day)
  }
}
