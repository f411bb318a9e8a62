internal import DyadCore
internal import DyadSyntax

/// A time of Wikidata with its precision and its calendar.
struct WikidataTime: Hashable {
  /// The date, as precise as it is meant; `nil` where it is coarser than a year.
  let date: PartialDate?

  init?(_ value: JSONNode?) {
    guard let text = value?["time"]?.text, let match = text.prefixMatch(of: /([+-])(\d{1,16})-(\d\d)-(\d\d)T/),
      let written = Int(match.2), let month = Int(match.3), let day = Int(match.4)
    else { return nil }
    // Wikidata has years of the universe; those of dossiers have four digits.
    guard written <= 9999 else {
      date = nil
      return
    }
    // 44 BCE is -44 there, and the year -43 where a year 0 exists.
    let year = match.1 == "-" ? 1 - written : written
    let isJulian = value?["calendarmodel"]?.text?.hasSuffix("Q1985786") ?? false
    switch value?["precision"]?.number ?? 11 {
    case 11...:
      let exact = isJulian ? WikidataTime.gregorian(year, month, day) : (year, month, day)
      date = PartialDate(year: exact.0, month: exact.1, day: exact.2)
    case 10:
      // A month of the Julian calendar is in two of the Gregorian.
      date = PartialDate(year: year, month: month, mark: isJulian ? .approximate : nil)
    case 9: date = PartialDate(year: year)
    default: date = nil
    }
  }

  /// The day of the Gregorian calendar on which it was that day of the Julian calendar, by the day number.
  static func gregorian(_ year: Int, _ month: Int, _ day: Int) -> (Int, Int, Int) {
    let shift = (14 - month) / 12
    let (y, m) = (year + 4800 - shift, month + 12 * shift - 3)
    let number = day + (153 * m + 2) / 5 + 365 * y + y / 4 - 32083
    let a = number + 32044
    let b = (4 * a + 3) / 146_097
    let c = a - 146_097 * b / 4
    let d = (4 * c + 3) / 1461
    let e = c - 1461 * d / 4
    let n = (5 * e + 2) / 153
    return (100 * b + d - 4800 + n / 10, n + 3 - 12 * (n / 10), e - (153 * n + 2) / 5 + 1)
  }
}
