/// A date as precise as its source gives it: a year, a month or a day, perhaps marked as approximate or uncertain.
///
/// The notation is a subset of the Extended Date/Time Format (ISO 8601-2): `2025`, `2025-04`, `2025-04-19`, each
/// optionally with `~` (about then) or `?` (then, if the source is right). Its value is the range of days that it may
/// mean; a mark widens the range by one unit of its precision on both sides, since a range can be computed with and a
/// mark cannot.
///
///     PartialDate("2025-04")!.days     // 2025-04-01...2025-04-30
///     PartialDate("2025-04~")!.days    // 2025-03-01...2025-05-31
public struct PartialDate: Hashable, Sendable {
  /// How much of the date is known.
  public enum Precision: Int, Comparable, Sendable {
    case year, month, day
    /// The coarser one comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
  /// The uncertainty of the source about a date.
  public enum Mark: Character, Sendable {
    case approximate = "~"
    case uncertain = "?"
  }

  /// The year; 0 is the year before 1.
  public let year: Int
  /// The month; `nil` where only the year is known.
  public let month: Int?
  /// The day of the month; `nil` where only the month is known.
  public let day: Int?
  /// Whether it is approximate or uncertain; `nil` for neither.
  public let mark: Mark?

  /// The date; `nil` if it is not in the calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, mark: Mark? = nil) {
    guard Day(year, month ?? 1, day ?? 1) != nil, day == nil || month != nil else { return nil }
    (self.year, self.month, self.day, self.mark) = (year, month, day, mark)
  }

  /// The date of a day.
  public init(_ day: Day) {
    (year, month, self.day, mark) = (day.year, day.month, day.dayOfMonth, nil)
  }

  /// How much of the date is known.
  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The days that the date may mean, both ends included.
  public var days: ClosedRange<Day> {
    mark == nil ? unit(shifted: 0) : unit(shifted: -1).lowerBound...unit(shifted: 1).upperBound
  }

  /// The year, month or day that many units away.
  private func unit(shifted steps: Int) -> ClosedRange<Day> {
    switch (month, day) {
    case (let month?, let day?):
      let exact = Day.first(year, month).advanced(by: day - 1 + steps)
      return exact...exact
    case (let month?, nil):
      let count = year * 12 + month - 1 + steps
      let shiftedYear = count >= 0 ? count / 12 : (count - 11) / 12
      let shiftedMonth = count - shiftedYear * 12 + 1
      return Day.first(shiftedYear, shiftedMonth)...Day.last(shiftedYear, shiftedMonth)
    default:
      return Day.first(year + steps, 1)...Day.last(year + steps, 12)
    }
  }
}

extension Day {
  fileprivate static func first(_ year: Int, _ month: Int) -> Day { Day(year, month, 1) ?? .distantPast }
  fileprivate static func last(_ year: Int, _ month: Int) -> Day {
    Day(year, month, Day.count(inMonth: month, of: year)) ?? .distantFuture
  }
}

extension PartialDate: LosslessStringConvertible {
  /// The date written so; `nil` for anything else.
  public init?(_ description: String) {
    var text = description
    guard let date = text.withUTF8(PartialDate.read) else { return nil }
    self = date
  }

  /// The date written so; `nil` for anything else.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> PartialDate? {
    var bytes = text[...]
    let mark: Mark? = bytes.last == 0x7E ? .approximate : bytes.last == 0x3F ? .uncertain : nil
    if mark != nil { bytes.removeLast() }
    let isBeforeOurEra = bytes.first == 0x2D
    if isBeforeOurEra { bytes.removeFirst() }
    guard [4, 7, 10].contains(bytes.count), let year = number(bytes.prefix(4)) else { return nil }
    // No year is -0000: the year before 1 is 0.
    guard !isBeforeOurEra || year > 0 else { return nil }
    var (month, day): (Int?, Int?)
    bytes = bytes.dropFirst(4)
    while !bytes.isEmpty {
      guard bytes.first == 0x2D, let unit = number(bytes.dropFirst().prefix(2)) else { return nil }
      if month == nil { month = unit } else { day = unit }
      bytes = bytes.dropFirst(3)
    }
    return PartialDate(year: isBeforeOurEra ? -year : year, month: month, day: day, mark: mark)
  }

  /// The number of digits alone.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// As EDTF writes it.
  public var description: String {
    Day.text(year, month, day, mark: mark?.rawValue.asciiValue)
  }
}
