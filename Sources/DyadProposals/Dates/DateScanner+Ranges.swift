internal import DyadCore

/// Two dates, and bounds: "between March and May", "from 14 to 16 July", "2014–2018", "since August 2021".
extension DateScanner {
  /// Two dates with the word or dash between them.
  func pair(at index: Int) -> Reading? {
    switch word(index) {
    case "between": pair(from: index + 1, separators: ["and"], isIntroduced: true)
    case "from": pair(from: index + 1, separators: ["to", "until", "till", "through"], isIntroduced: true)
    default: pair(from: index, separators: [], isIntroduced: DateWord.prepositions.contains(word(index - 1)))
    }
  }

  private func pair(from start: Int, separators: Set<String>, isIntroduced: Bool) -> Reading? {
    let about = ["about", "around"].contains(word(start)) ? start + 1 : start
    guard let first = partial(at: about, isIntroduced), words.indices.contains(first.end) else { return nil }
    guard separators.contains(word(first.end)) || words[first.end].isDash else { return nil }
    guard let last = piece(at: first.end + 1, isIntroduced: true) ?? shortYear(at: first.end + 1, after: first) else {
      return nil
    }
    // "14 to 16 July" has one month, "2014-2018" none; "5 March" alone is no range.
    if first.month == nil, first.day != nil, last.month == nil || last.day == nil { return nil }
    guard let end = resolved(last, at: start) else { return nil }
    var beginning = first
    if beginning.month == nil, beginning.day != nil { beginning.month = end.date.month }
    if beginning.year == nil, let month = beginning.month {
      let isEarlierYear = month > end.date.month ?? 12
      beginning.year = isEarlierYear ? end.date.year - 1 : end.date.year
    }
    guard let year = beginning.year, let first = PartialDate(year: year, month: beginning.month, day: beginning.day),
      let interval = Interval(from: .date(first), to: .date(end.date)),
      interval.starts.lowerBound <= interval.ends.lowerBound
    else { return nil }
    let rule = last.year == nil ? "both dates; \(end.rule)" : "both dates as written"
    return Reading(end: last.end, interval: interval, rule: rule, anchor: end.date)
  }

  /// A date that may lack its month and its year: the "14" of "14 to 16 July".
  private func partial(at index: Int, _ isIntroduced: Bool) -> Piece? {
    piece(at: index, isIntroduced: isIntroduced) ?? day(at: index).map { Piece(day: $0, end: index + 1) }
  }

  /// The "18" of "2014–18".
  private func shortYear(at index: Int, after first: Piece) -> Piece? {
    guard let century = first.year.map({ $0 / 100 * 100 }), first.month == nil, words.indices.contains(index),
      words[index].text.count == 2, let years = words[index].number
    else { return nil }
    return Piece(year: century + years, end: index + 1)
  }

  // MARK: Bounds

  /// "since August 2021", "until 2014", "by April 2019"
  func bounded(at index: Int) -> Reading? {
    let bound = word(index)
    guard ["since", "until", "till", "by", "before", "after", "from"].contains(bound) else { return nil }
    let start = bound == "from" ? (after("on", at: index + 1) ?? index + 1) : index + 1
    guard let date = bareDate(at: start), let day = date.interval.startDate else { return nil }
    let (first, last) = (date.interval.start, date.interval.end)
    let interval: Interval? =
      switch bound {
      case "since": Interval(from: first, to: .open)
      case "from":
        // "from 2014" without an end, and not "flights from May airport".
        word(date.end) == "on" || word(date.end) == "onwards" || word(date.end) == "onward"
          ? Interval(from: first, to: .open) : nil
      case "until", "till", "by": Interval(from: .unknown, to: last)
      case "before": day.unitBefore.flatMap { Interval(from: .unknown, to: .date($0)) }
      default: Interval(from: first, to: .unknown)
      }
    guard let interval else { return nil }
    let end = bound == "from" ? date.end + 1 : date.end
    return Reading(end: end, interval: interval, rule: "\(bound == "till" ? "until" : bound) \(date.rule)")
  }

  private func bareDate(at index: Int) -> Reading? {
    relative(at: index) ?? later(at: index) ?? calendar(at: index)
  }
}

extension PartialDate {
  /// The year, month or day before.
  fileprivate var unitBefore: PartialDate? {
    switch precision {
    case .year: PartialDate(year: year - 1)
    case .month: monthCount.flatMap { PartialDate(monthCount: $0 - 1) }
    case .day: PartialDate(days.lowerBound.advanced(by: -1))
    }
  }
}
