internal import DyadCore

/// Dates that refer to the one before them in the text: "the next day", "five days later", "that September".
extension DateScanner {
  func later(at index: Int) -> Reading? {
    guard let date = anchor?.date else { return nil }
    return counted(at: index, date) ?? neighbour(at: index, date) ?? same(at: index, date)
  }

  private func reading(_ end: Int, _ interval: Interval?, _ rule: String, _ date: PartialDate) -> Reading? {
    interval.map { Reading(end: end, interval: $0, rule: "\(rule) (\(date.spelled))", anchor: $0.startDate) }
  }

  /// "five days later", "a week or so later", "two years earlier"
  private func counted(at index: Int, _ date: PartialDate) -> Reading? {
    guard let count = count(at: index), let unit = DateUnit(noun: word(count.end)) else { return nil }
    let end = after("or", "so", at: count.end + 1) ?? count.end + 1
    let isRough = end > count.end + 1
    let sign: Int
    switch word(end) {
    case "later", "afterwards": sign = 1
    case "earlier", "before": sign = -1
    default: return nil
    }
    let rule =
      "\(count.count) \(unit.rawValue)\(count.count == 1 ? "" : "s") \(sign > 0 ? "after" : "before") the date before it"
    let exact = unit.date(sign * count.count, from: date)
    guard isRough, unit == .week || unit == .day, let day = exact?.startDate?.days.lowerBound else {
      return reading(end + 1, exact, rule, date)
    }
    let slack = unit == .week ? 3 : 1
    return reading(
      end + 1, Interval(day.advanced(by: -slack)...day.advanced(by: slack)), "about \(rule)", date)
  }

  /// "the next day", "the following month", "the day before"
  private func neighbour(at index: Int, _ date: PartialDate) -> Reading? {
    guard let start = after("the", at: index) else { return nil }
    if ["next", "following", "previous"].contains(word(start)), let unit = DateUnit(noun: word(start + 1)),
      unit.rawValue == word(start + 1)
    {
      let step = word(start) == "previous" ? -1 : 1
      let rule = "\(unit.rawValue) \(step > 0 ? "after" : "before") the date before it"
      return reading(start + 2, unit.whole(step, around: date), rule, date)
    }
    if let unit = DateUnit(noun: word(start)), ["after", "before"].contains(word(start + 1)), unit == .day,
      [",", ".", ";"].contains(word(start + 2))
    {
      let step = word(start + 1) == "before" ? -1 : 1
      return reading(start + 2, unit.date(step, from: date), "day \(word(start + 1)) the date before it", date)
    }
    return nil
  }

  /// "the same day", "later that year", "that September"
  private func same(at index: Int, _ date: PartialDate) -> Reading? {
    let isThat = word(index) == "that"
    guard let start = isThat ? index + 1 : after("the", "same", at: index) else { return nil }
    if let unit = DateUnit(noun: word(start)), unit.rawValue == word(start), unit != .decade {
      if isThat, unit == .day, date.precision != .day { return nil }
      return reading(start + 1, unit.whole(0, around: date), "same \(unit.rawValue) as the date before it", date)
    }
    if isThat, let month = month(at: start), let same = PartialDate(year: date.year, month: month.month) {
      return reading(month.end, Interval(same), "in the year of the date before it", date)
    }
    return nil
  }
}
