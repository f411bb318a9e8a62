import DyadCore
import DyadTestSupport
import Testing

/// Dates against what Python's `datetime` and the package `edtf` make of them.
@Suite(.checked(by: .python)) struct DateTests {
  private static let script = "Tests/DyadExchangeTests/Readers/dates.py"

  /// Number, text, week, weekday, end of the month, leap year, and another day at a distance.
  @Test func theDaysOfFourHundredYearsAreThoseOfDatetime() throws {
    let known = try #require(try Python.run(Self.script, ["days", "1800", "2199"]) as? String)
    let lines = known.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 146_097)
    let differences = lines.enumerated().lazy.compactMap { index, line -> String? in
      let step = index * 7919 % 51_131 - 25_565
      let own = Self.line(Day(1800, 1, 1)!.advanced(by: index), step)
      return line.elementsEqual(own.utf8) ? nil : "\(String(line) ?? "") is not \(own)"
    }
    #expect(differences.prefix(3).map(\.self) == [])
  }

  private static func line(_ day: Day, _ step: Int) -> String {
    let monthEnd = Period.month.days(at: Period.month.index(of: day)).upperBound.dayOfMonth
    let weekday = day.number - Period.week.days(at: Period.week.index(of: day)).lowerBound.number + 1
    let year = Period.year.days(at: Period.year.index(of: day))
    let leap = year.upperBound.number - year.lowerBound.number == 365 ? "leap" : "common"
    return "\(day.number) \(day) \(Period.week.name(at: Period.week.index(of: day))) \(weekday) \(monthEnd) \(leap)"
      + " \(step) \(day.advanced(by: step))"
  }

  // MARK: EDTF

  private static let years = [
    "2025", "2024", "1900", "2000", "0000", "0001", "9999", "-0001", "-0400", "-9999", "-0000",
  ]
  private static let ends = [
    "", "..", "1999", "2000-02", "2004-02-29", "1985-04~", "1985-04-12?", "-0044-03-15", "1984%", "201X", "2001-21",
  ]
  /// What levels 0 and 1 have, nearly has, and some of level 2.
  private static let texts: [String] = {
    let months = ["00", "01", "02", "04", "12", "13", "21", "24", "25", "41", "42", "XX", "4"]
    let days = ["00", "01", "28", "29", "30", "31", "32", "XX", "1"]
    let dates = years.flatMap { year in [year] + months.map { "\(year)-\($0)" } }
    let exact = ["2025", "1900", "-0400"].flatMap { year in
      ["00", "02", "04", "12", "13", "XX"].flatMap { month in days.map { "\(year)-\(month)-\($0)" } }
    }
    let marked = ["2025", "2025-04", "2025-04-19", "-0044-03", "2025-13"].flatMap { date in
      ["~", "?", "%", "?~", "~~"].map { date + $0 }
    }
    let intervals = ends.flatMap { start in ends.map { "\(start)/\($0)" } }
    let others = [
      "", "/", "2025/", "25", "20250419", "2025/2026/2027", "2004-01-01T10:10:10Z", "2004-01-01T10:10:10",
      "2004-01-01T10:10:10+05:30", "Y170000", "Y-170000", "Y17", "201X", "20XX", "2XXX", "XXXX", "20X5", "-20XX",
      "201X~", "1950S2", "Y17E7", "2004?-06", "2004-06-~11", "?2004-06-11", "[1667,1668]", "[1667..1669]",
      "{1960,1961-12}", "[..1984]", "1985-12T10", "２０２５", " 2025", "2025-04-19~/2025-05?", "2025-2/2025-03",
    ]
    return dates + exact + marked + intervals + others
  }()

  private struct Reading {
    let level: Int
    /// The days of each end, or "open"; `nil` where it is unknown.
    let ends: [(days: [String]?, isOpen: Bool, mark: String?)]

    init?(_ value: Any) {
      guard let fields = value as? [String: Any] else { return nil }
      level = fields["level"] as? Int ?? 0
      ends = (fields["ends"] as? [[String: Any]] ?? []).map { end in
        (end["days"] as? [String], end["days"] as? String == "open", end["mark"] as? String)
      }
    }
  }

  @Test func datesAndIntervalsAreThoseOfEDTFOrAreRefusedByName() throws {
    let answers = try #require(try Python.run(Self.script, ["edtf"] + Self.texts) as? [Any])
    #expect(answers.count == Self.texts.count)
    var accepted = 0
    var forms: Set<UnsupportedNotation.Form> = []
    for (text, answer) in zip(Self.texts, answers) {
      let known = Reading(answer)
      guard let interval = Interval(text) else {
        let notation = UnsupportedNotation(text)
        // What both refuse; a day that the calendar lacks, or an end before its start, which the package does not check.
        #expect(known == nil || notation != nil || Self.isImpossible(text), "'\(text)' is refused without its form")
        if known != nil, let notation { forms.insert(notation.form) }
        continue
      }
      guard let known else {
        // The package has no interval without a date, unless both ends are open.
        #expect(["/", "/..", "../"].contains(text), "'\(text)' is not EDTF")
        continue
      }
      #expect(known.level == 1)
      let bounds = [interval.start, interval.end].prefix(known.ends.count)
      #expect(known.ends.count == (text.contains("/") ? 2 : 1))
      for (bound, end) in zip(bounds, known.ends) { Self.expect(bound, equals: end, in: text) }
      accepted += 1
    }
    #expect(accepted > 120)
    #expect(forms == Set(UnsupportedNotation.Form.allCases))
  }

  private static func expect(
    _ bound: Interval.Bound, equals end: (days: [String]?, isOpen: Bool, mark: String?), in text: String
  ) {
    switch bound {
    case .open: #expect(end.isOpen, "'\(text)'")
    case .unknown: #expect(!end.isOpen && end.days == nil, "'\(text)'")
    case .date(let date):
      // How wide a mark makes a date is dyad's own rule: the standard has none.
      let exact = PartialDate(year: date.year, month: date.month, day: date.day)!.days
      #expect(["\(exact.lowerBound)", "\(exact.upperBound)"] == end.days, "'\(text)'")
      #expect(date.mark.map { "\($0.rawValue)" } == end.mark, "'\(text)'")
    case .onOrBefore, .onOrAfter, .between: Issue.record("'\(text)' is not EDTF")
    }
  }

  /// A day such as 31 April, or an end before the start.
  private static func isImpossible(_ text: String) -> Bool {
    let halves = text.split(separator: "/")
    let dates = halves.map { PartialDate($0) }
    if halves.count == 2, let start = dates[0], let end = dates[1] {
      return start.days.lowerBound > end.days.upperBound
    }
    return halves.contains { half in
      let parts = half.drop { $0 == "-" }.split(separator: "-")
      return parts.count == 3 && PartialDate(half.dropLast(3)) != nil
        && (28...32).contains(Int(parts[2].prefix(2)) ?? 0)
    }
  }
}
