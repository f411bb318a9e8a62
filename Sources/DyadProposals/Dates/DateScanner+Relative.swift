internal import DyadCore

/// Dates that refer to publication: "last month", "Tuesday", "two years ago", "in recent weeks".
extension DateScanner {
  func relative(at index: Int) -> Reading? {
    guard let published else { return nil }
    return day(at: index, published) ?? weekday(at: index, published) ?? unit(at: index, published)
      ?? ago(at: index, published) ?? stretch(at: index, published)
  }

  private func reading(_ end: Int, _ interval: Interval?, _ rule: String, _ published: PartialDate) -> Reading? {
    interval.map {
      let isOne = $0.start == $0.end
      return Reading(
        end: end, interval: $0, rule: "\(rule) (\(published.spelled))", anchor: isOne ? $0.startDate : nil)
    }
  }

  /// "yesterday"
  private func day(at index: Int, _ published: PartialDate) -> Reading? {
    guard published.precision == .day else { return nil }
    switch word(index) {
    case "today", "tonight":
      return reading(index + 1, Interval(published), "day of publication", published)
    case "yesterday":
      return reading(index + 1, DateUnit.day.date(-1, from: published), "day before publication", published)
    case "tomorrow":
      return reading(index + 1, DateUnit.day.date(1, from: published), "day after publication", published)
    default: return nil
    }
  }

  /// "Tuesday", "last Tuesday", "next Tuesday"; not in a narrative of another time.
  private func weekday(at index: Int, _ published: PartialDate) -> Reading? {
    let (step, start) =
      switch word(index) {
      case "last": (-1, index + 1)
      case "next": (1, index + 1)
      case "this": (0, index + 1)
      default: (0, index)
      }
    guard published.precision == .day, words.indices.contains(start), words[start].isCapitalized,
      let weekday = DateWord.weekdays[words[start].lower]
    else { return nil }
    let today = published.days.lowerBound
    if let anchor, anchor.paragraph == paragraph(index), anchor.date.days.upperBound < today.advanced(by: -31) {
      return nil
    }
    var days = (today.weekday - weekday + 7) % 7
    if step < 0, days == 0 { days = 7 }
    let day = step > 0 ? today.advanced(by: days == 0 ? 7 : 7 - days) : today.advanced(by: -days)
    let rule = step > 0 ? "first \(words[start].text) after publication" : "latest \(words[start].text) by publication"
    return reading(start + 1, Interval(PartialDate(day)), rule, published)
  }

  /// "last month", "earlier this year", "last April", "last summer"
  private func unit(at index: Int, _ published: PartialDate) -> Reading? {
    let start = ["earlier", "later"].contains(word(index)) ? index + 1 : index
    let steps = ["last": -1, "this": 0, "next": 1]
    guard let step = steps[word(start)] else { return nil }
    let noun = word(start + 1)
    if let unit = DateUnit(noun: noun), noun == unit.rawValue, unit != .day, unit != .decade {
      let place = step < 0 ? "before" : step > 0 ? "after" : "of"
      return reading(start + 2, unit.whole(step, around: published), "\(noun) \(place) publication", published)
    }
    if let month = month(at: start + 1), let now = published.monthCount {
      let difference = (published.month.map { ($0 - month.month + 12) % 12 }) ?? 0
      let count = step < 0 ? (difference == 0 ? 12 : difference) : step > 0 ? difference - 12 : difference
      let date = PartialDate(monthCount: now - count)
      let place = step > 0 ? "first \(words[start + 1].text) after" : "latest \(words[start + 1].text) before"
      return reading(month.end, date.map { Interval($0) }, "\(place) publication", published)
    }
    if let season = DateWord.seasons[noun], let now = published.month, step <= 0 {
      let year = step == 0 || now > season.last ? published.year : published.year - 1
      guard let first = PartialDate(year: year, month: season.first),
        let last = PartialDate(year: year, month: season.last)
      else { return nil }
      let rule =
        step == 0 ? "northern \(noun) in the year of publication" : "latest northern \(noun) before publication"
      return reading(start + 2, Interval(from: .date(first), to: .date(last)), rule, published)
    }
    return nil
  }

  /// "two years ago"
  private func ago(at index: Int, _ published: PartialDate) -> Reading? {
    guard let count = count(at: index), let unit = DateUnit(noun: word(count.end)), word(count.end + 1) == "ago" else {
      return nil
    }
    let interval = unit.date(-count.count, from: published)
    let rule = "\(count.count) \(unit.rawValue)\(count.count == 1 ? "" : "s") before publication"
    return reading(count.end + 2, interval.flatMap { unit == .week ? $0.marked : $0 }, rule, published)
  }

  /// "in recent weeks", "over the last three months", "in the past year"
  private func stretch(at index: Int, _ published: PartialDate) -> Reading? {
    guard ["in", "over", "during", "within", "for"].contains(word(index)) else { return nil }
    let start = after("the", at: index + 1) ?? index + 1
    if word(start) == "recent", let unit = DateUnit(noun: word(start + 1)) {
      let counts: [DateUnit: Int] = [.day: 14, .week: 8, .month: 6, .year: 5, .decade: 3]
      let count = counts[unit] ?? 1
      return reading(
        start + 2, unit.stretch(count, before: published), "\(count) \(unit.rawValue)s before publication, and after",
        published)
    }
    guard start > index + 1, ["last", "past"].contains(word(start)) else { return nil }
    let count = count(at: start + 1) ?? (1, start + 1)
    guard let unit = DateUnit(noun: word(count.end)) else { return nil }
    let exact =
      unit == .month && count.count == 1 ? monthBefore(published) : unit.stretch(count.count, before: published)
    let rule = "\(count.count) \(unit.rawValue)\(count.count == 1 ? "" : "s") before publication, and after"
    return reading(count.end + 1, exact, rule, published)
  }

  /// From the same day of the month before.
  private func monthBefore(_ published: PartialDate) -> Interval? {
    guard published.precision == .day else { return DateUnit.month.stretch(1, before: published) }
    return Interval(published.days.lowerBound.advanced(by: -30)...published.days.upperBound)
  }
}

extension Interval {
  /// The date, marked as approximate.
  fileprivate var marked: Interval? {
    startDate.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day, mark: .approximate) }.map {
      Interval($0)
    }
  }
}
