internal import DyadCore

extension Field {
  /// A day as `20191024`; `nil` where it is none.
  var compactDay: Day? {
    guard bytes.count == 8, let number = digits else { return nil }
    return Day(number / 10_000, number / 100 % 100, number % 100)
  }

  /// A day as `2019-10-24`, with or without a time after it; `nil` where it is none.
  var isoDay: Day? {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes.count == 10 || isTime(bytes[10]),
      let year = part(0..<4), let month = part(5..<7), let day = part(8..<10)
    else { return nil }
    return Day(year, month, day)
  }

  /// A day as `10/24/2019`, the month first; `nil` where it is none.
  var americanDay: Day? {
    let parts = bytes.split(separator: 0x2F, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, let month = Field.number(parts[0]), let day = Field.number(parts[1]), parts[2].count == 4,
      let year = Field.number(parts[2])
    else { return nil }
    return Day(year, month, day)
  }

  /// A day as `24 October 2019` or `24-Oct-2019`; `nil` where it is none.
  var writtenDay: Day? {
    let parts = bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D })
    guard parts.count == 3, let day = Field.number(parts[0]), parts[2].count == 4, let year = Field.number(parts[2]),
      parts[1].count >= 3
    else { return nil }
    let name = String(decoding: parts[1], as: UTF8.self).lowercased()
    guard let month = Field.months.firstIndex(where: { $0 == name || $0.prefix(3) == name }) else { return nil }
    return Day(year, month + 1, day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private func isTime(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x54 }
  private func part(_ range: Range<Int>) -> Int? { Field.number(bytes[range]) }
  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    Field(bytes: UnsafeRawBufferPointer(rebasing: bytes)).digits
  }
}

extension Day {
  /// The first and the last day of a year; `nil` where it is no year.
  static func ofYear(_ year: Int) -> ClosedRange<Day>? {
    guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return nil }
    return first...last
  }

  /// The days of the month that it is in.
  var daysOfMonth: ClosedRange<Day> {
    let first = advanced(by: 1 - dayOfMonth)
    let next = month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1)
    return first...(next ?? self).advanced(by: next == nil ? 0 : -1)
  }
}
