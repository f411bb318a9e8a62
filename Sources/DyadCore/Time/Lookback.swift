/// A length of time before a date: so many days, months or years.
///
///     Lookback("2y")!.before(Day(2024, 6, 30)!)     // 2022-06-30
public struct Lookback: Hashable, Sendable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    case days = "d"
    case months = "m"
    case years = "y"
  }

  /// How many.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// Two years.
  public static let standard = Lookback(count: 2, unit: .years)

  private init(count: Int, unit: Unit) { (self.count, self.unit) = (count, unit) }

  /// A number with `d`, `m` or `y`: `90d`, `6m`, `2y`; `nil` for other text and for more than 1000 years.
  public init?(_ text: String) {
    guard let unit = text.last.flatMap({ Unit(rawValue: String($0)) }), let count = Int(text.dropLast()),
      text.first?.isNumber == true, count >= 0
    else { return nil }
    let most =
      switch unit {
      case .days: 365_000
      case .months: 12_000
      case .years: 1000
      }
    guard count <= most else { return nil }
    self.init(count: count, unit: unit)
  }

  /// The number with its unit.
  public var description: String { "\(count)\(unit.rawValue)" }

  /// The day that much earlier; the last day of the month where the month is shorter.
  public func before(_ day: Day) -> Day {
    guard day != .distantPast, day != .distantFuture else { return day }
    if unit == .days { return day.advanced(by: -count) }
    let months = day.year * 12 + day.month - 1 - (unit == .years ? count * 12 : count)
    let (year, month) = (Int((Double(months) / 12).rounded(.down)), ((months % 12) + 12) % 12 + 1)
    guard let days = PartialDate(year: year, month: month)?.days else { return .distantPast }
    return min(days.upperBound, days.lowerBound.advanced(by: day.dayOfMonth - 1))
  }
}
