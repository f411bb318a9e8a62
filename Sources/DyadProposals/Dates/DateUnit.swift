internal import DyadCore

/// A unit in which texts count time.
enum DateUnit: String {
  case day, week, month, year, decade

  /// The unit of a noun: "weeks".
  init?(noun: String) {
    self.init(rawValue: noun.hasSuffix("s") ? String(noun.dropLast()) : noun)
  }

  /// The date that many units later, as precise as the unit; `nil` if the date is not as precise.
  func date(_ count: Int, from date: PartialDate) -> Interval? {
    switch self {
    case .day:
      guard date.precision == .day else { return nil }
      return Interval(PartialDate(date.days.lowerBound.advanced(by: count)))
    case .week:
      guard date.precision == .day else { return nil }
      return Interval(PartialDate(date.days.lowerBound.advanced(by: 7 * count)))
    case .month: return date.monthCount.flatMap { PartialDate(monthCount: $0 + count) }.map { Interval($0) }
    case .year: return PartialDate(year: date.year + count).map { Interval($0) }
    case .decade: return PartialDate(year: date.year + 10 * count, mark: .approximate).map { Interval($0) }
    }
  }

  /// The whole unit around the date, moved by so many units: the week from Monday to Sunday, the month, the year.
  func whole(_ count: Int, around date: PartialDate) -> Interval? {
    guard self == .week else { return self.date(count, from: date) }
    guard date.precision == .day else { return nil }
    let monday = date.days.lowerBound.advanced(by: 7 * count - date.days.lowerBound.weekday)
    return Interval(monday...monday.advanced(by: 6))
  }

  /// From so many units before the date to the date.
  func stretch(_ count: Int, before date: PartialDate) -> Interval? {
    let last = date.days.upperBound
    switch self {
    case .day, .week:
      guard date.precision == .day else { return nil }
      return Interval(last.advanced(by: -(self == .day ? 1 : 7) * count)...last)
    case .month:
      guard let month = date.monthCount, let first = PartialDate(monthCount: month - count),
        let end = PartialDate(monthCount: month)
      else { return nil }
      return Interval(from: .date(first), to: .date(end))
    case .year, .decade:
      let years = self == .year ? count : 10 * count
      guard let first = PartialDate(year: date.year - years), let end = PartialDate(year: date.year) else { return nil }
      return Interval(from: .date(first), to: .date(end))
    }
  }
}

extension PartialDate {
  /// The months since the year 0; `nil` where only the year is known.
  var monthCount: Int? { month.map { year * 12 + $0 - 1 } }

  init?(monthCount: Int, day: Int? = nil, mark: Mark? = nil) {
    guard monthCount >= 0 else { return nil }
    self.init(year: monthCount / 12, month: monthCount % 12 + 1, day: day, mark: mark)
  }

  /// "26 May 2025"
  var spelled: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let parts = [day.map(String.init), month.map { names[$0 - 1] }, String(year)]
    return (mark == .approximate ? "about " : "") + parts.compactMap(\.self).joined(separator: " ")
  }
}

extension Day {
  /// From Monday, 0. The first day of 1970 was a Thursday.
  var weekday: Int {
    let days = (Int(number) + 3) % 7
    return days < 0 ? days + 7 : days
  }
}
