/// The length of the periods by which events are counted.
///
/// The periods of one length are numbered; 0 is the one with 1 January 1970.
///
///     let october = Period.month.index(of: Day(2019, 10, 24)!)
///     Period.month.name(at: october)       // "2019-10"
///     Period.quarter.name(at: Period.quarter.index(of: Day(2019, 10, 24)!))       // "2019-Q4"
package enum Period: String, CaseIterable, Sendable {
  /// A day.
  case day
  /// From Monday to Sunday, named as in ISO 8601.
  case week
  /// A calendar month.
  case month
  /// Three months, from January on.
  case quarter
  /// A calendar year.
  case year

  /// The number of the period with the day.
  package func index(of day: Day) -> Int {
    switch self {
    case .day: Int(day.number)
    // 1 January 1970 is a Thursday.
    case .week: Period.quotient(Int(day.number) + 3, 7)
    case .month: (day.year - 1970) * 12 + day.month - 1
    case .quarter: (day.year - 1970) * 4 + (day.month - 1) / 3
    case .year: day.year - 1970
    }
  }

  /// The days of the period.
  package func days(at index: Int) -> ClosedRange<Day> {
    let first = firstDay(at: index)
    return first...firstDay(at: index + 1).advanced(by: -1)
  }

  /// `2019-10-24`, `2019-W43`, `2019-10`, `2019-Q4` or `2019`.
  package func name(at index: Int) -> String {
    let first = firstDay(at: index)
    switch self {
    case .day: return first.description
    case .week:
      // The year of a week is that of its Thursday.
      let thursday = first.advanced(by: 3)
      let number = Int(thursday.number - firstDay(ofYear: thursday.year).number) / 7 + 1
      return "\(Day.text(thursday.year))-W\(number < 10 ? "0" : "")\(number)"
    case .month: return Day.text(first.year, first.month)
    case .quarter: return "\(Day.text(first.year))-Q\((first.month - 1) / 3 + 1)"
    case .year: return Day.text(first.year)
    }
  }

  /// The number of the period with that name; `nil` for any other text.
  package func index(named name: some StringProtocol) -> Int? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = Period.digits(parts[0], 4) else { return nil }
    let index: Int?
    switch (self, parts.count) {
    case (.day, 3): index = Day(String(name)).map(self.index(of:))
    case (.week, 2):
      guard parts[1].first == "W", let week = Period.digits(parts[1].dropFirst(), 2) else { return nil }
      // The week with 4 January is the first.
      index = Day(year, 1, 4).map { self.index(of: $0) + week - 1 }
    case (.month, 2): index = Period.digits(parts[1], 2).map { (year - 1970) * 12 + $0 - 1 }
    case (.quarter, 2):
      guard parts[1].first == "Q" else { return nil }
      index = Period.digits(parts[1].dropFirst(), 1).map { (year - 1970) * 4 + $0 - 1 }
    case (.year, 1): index = year - 1970
    default: return nil
    }
    // A month 13 is the first of the next year, which has another name.
    return index.flatMap { self.name(at: $0) == String(name) ? $0 : nil }
  }

  private func firstDay(at index: Int) -> Day {
    switch self {
    case .day: Day(number: Int32(clamping: index))
    case .week: Day(number: Int32(clamping: index * 7 - 3))
    case .month: firstDay(ofYear: 1970 + Period.quotient(index, 12), month: Period.rest(index, 12) + 1)
    case .quarter: firstDay(ofYear: 1970 + Period.quotient(index, 4), month: Period.rest(index, 4) * 3 + 1)
    case .year: firstDay(ofYear: 1970 + index)
    }
  }

  private func firstDay(ofYear year: Int, month: Int = 1) -> Day {
    Day(year, month, 1) ?? (year < 0 ? .distantPast : .distantFuture)
  }

  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }

  private static func rest(_ number: Int, _ divisor: Int) -> Int { number - quotient(number, divisor) * divisor }

  private static func digits(_ text: some StringProtocol, _ count: Int) -> Int? {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
