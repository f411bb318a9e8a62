/// A day of the Gregorian calendar, as a count of days since 1 January 1970.
///
/// The calendar is the proleptic Gregorian one for every year, so that dates compare as numbers.
///
///     let visit = Day(2025, 4, 19)!
///     visit.description            // "2025-04-19"
///     visit.advanced(by: 1)        // 2025-04-20
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  /// The day of that number.
  public init(number: Int32) { self.number = number }

  /// The day of that year, month and day; `nil` if it is not in the calendar.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month),
      (1...Day.count(inMonth: month, of: year)).contains(day)
    else { return nil }
    number = Day.number(year, month, day)
  }

  /// The day written as `2025-04-19`.
  public init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text), date.precision == .day, date.mark == nil else { return nil }
    self = date.days.lowerBound
  }

  /// Before every day that can be written.
  public static let distantPast = Day(number: .min)
  /// After every day that can be written.
  public static let distantFuture = Day(number: .max)

  /// The day that many days later; the distant ones stay where they are.
  public func advanced(by days: Int) -> Day {
    switch self {
    case .distantPast, .distantFuture: self
    default: Day(number: Int32(clamping: Int(number) + days))
    }
  }

  /// The earlier day comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The year; 0 is the year before 1.
  public var year: Int { parts.year }
  /// The month, from 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, from 1.
  public var dayOfMonth: Int { parts.day }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func count(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from the civil date, counting in eras of 400 years that begin in March, so that the leap day comes last.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let marchYear = month > 2 ? year : year - 1
    let era = floorDivide(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = Day.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }
}

extension Day: LosslessStringConvertible, CustomStringConvertible {
  /// The day written as `2025-04-19`; `nil` for anything else.
  public init?(_ description: String) { self.init(description[...]) }

  /// As ISO 8601 writes it: `2025-04-19`.
  public var description: String {
    switch self {
    case .distantPast: return "-∞"
    case .distantFuture: return "∞"
    default:
      let (year, month, day) = parts
      return Day.text(year, month, day)
    }
  }
}

extension Day {
  /// A date in ISO 8601, of which month and day may be missing, with a mark after it.
  static func text(_ year: Int, _ month: Int? = nil, _ day: Int? = nil, mark: UInt8? = nil) -> String {
    String(unsafeUninitializedCapacity: 32) { bytes in
      var end = 0
      func write(_ byte: UInt8) {
        bytes[end] = byte
        end += 1
      }
      func write(_ number: Int, digits: Int) {
        if digits > 1 || number > 9 { write(number / 10, digits: digits - 1) }
        write(0x30 + UInt8(number % 10))
      }
      if year < 0 { write(0x2D) }
      write(abs(year), digits: 4)
      for unit in [month, day] {
        guard let unit else { continue }
        write(0x2D)
        write(unit, digits: 2)
      }
      if let mark { write(mark) }
      return end
    }
  }
}
