import DyadCore
import DyadTestSupport
import Testing

@Suite struct TimeTests {
  @Test func everyDayOfFourHundredYearsComesBackFromItsText() {
    var day = Day(1800, 1, 1)!
    let last = Day(2200, 1, 1)!
    while day < last {
      #expect(Day(day.description) == day)
      day = day.advanced(by: 1)
    }
  }

  @Test(arguments: [
    "2023-02-29", "2025-13", "2025-1", "2025-00-01", "2025-04-31", "", "-", "２０２５", "2025-04-19T", "25",
  ])
  func whatTheCalendarHasNotIsNoDate(text: String) { #expect(PartialDate(text) == nil) }

  @Test func theEpochIsDayNought() {
    #expect(Day(1970, 1, 1)?.number == 0)
    #expect(Day(2000, 3, 1)?.number == 11_017)
    #expect(Day("2024-02-29")?.advanced(by: 366) == Day("2025-03-01"))
  }

  @Test(arguments: [
    ("2025", "2025-01-01", "2025-12-31"), ("2025-04", "2025-04-01", "2025-04-30"),
    ("2025-04-19", "2025-04-19", "2025-04-19"), ("2025-04~", "2025-03-01", "2025-05-31"),
    ("2025-01?", "2024-12-01", "2025-02-28"), ("2025~", "2024-01-01", "2026-12-31"),
    ("2025-01-01~", "2024-12-31", "2025-01-02"),
  ])
  func aDateIsTheRangeOfDaysThatItMayMean(text: String, first: String, last: String) {
    #expect(PartialDate(text)?.days == Day(first)!...Day(last)!)
  }

  @Test(arguments: 0..<500)
  func datesAndIntervalsComeBackFromTheirText(seed: Int) {
    var random = Seeded(seed)
    let (date, interval) = (anyDate(&random), anyInterval(&random))
    #expect(PartialDate(date.description) == date)
    #expect(Interval(interval.description) == interval)
  }

  @Test(arguments: ["2025/2024", "2025-13/..", "2025/2026/2027", "..2014", "[2014]/..", "a/b"])
  func whatIsNoIntervalIsNone(text: String) { #expect(Interval(text) == nil) }

  @Test(arguments: [
    ("2021-08/..", "2021-07-31", Certainty.no), ("2021-08/..", "2021-08-15", .possibly),
    ("2021-08/..", "2021-08-31", .yes), ("2021-08/..", "2099-01-01", .yes), ("2021-08/", "2099-01-01", .possibly),
    ("../2014", "1000-01-01", .yes), ("/2014", "1000-01-01", .possibly), ("/2014", "2015-01-01", .no),
    ("2021/2023", "2022-06-01", .yes), ("2025-03", "2025-03-15", .possibly), ("../..", "2025-03-15", .yes),
    ("/", "2025-03-15", .possibly), ("[..2025-04-19]/..", "2025-04-19", .yes),
    ("[..2025-04-19]/..", "2025-04-18", .possibly), ("2021/[2025-05..]", "2025-04-30", .yes),
    ("2021/[2025-05..]", "2030-01-01", .possibly),
  ])
  func aStateOfAffairsHoldsThroughoutItsInterval(text: String, day: String, expected: Certainty) {
    #expect(ValidTime.throughout(Interval(text)!).holds(at: Moment(on: Day(day)!)) == expected)
  }

  @Test(arguments: [
    ("2025-03", "2025-02-28", Certainty.no), ("2025-03", "2025-03-10", .possibly), ("2025-03", "2025-03-31", .yes),
    ("2025-03", "2026-01-01", .yes), ("/2025-03", "2025-04-01", .yes), ("2025-03/", "2026-01-01", .possibly),
  ])
  func anEventIsOnRecordOnceItsDateIsOver(text: String, day: String, expected: Certainty) {
    #expect(ValidTime.within(Interval(text)!).holds(at: Moment(on: Day(day)!)) == expected)
  }

  /// The rule against its meaning: every way to fill in the partial dates, one by one.
  @Test(arguments: 0..<400)
  func theRuleAgreesWithEveryFillingOfTheDates(seed: Int) {
    var random = Seeded(seed)
    func date() -> PartialDate {
      let month = Int.random(in: 1...3, using: &random)
      let day = Bool.random(using: &random) ? Int.random(in: 1...28, using: &random) : nil
      return PartialDate(year: 2025, month: month, day: day)!
    }
    guard let interval = Interval(from: .date(date()), to: .date(date())) else { return }
    let first = Day(2024, 12, 20)!.advanced(by: Int.random(in: 0..<110, using: &random))
    let window = first...first.advanced(by: Int.random(in: 0..<40, using: &random))
    var touches: Set<Bool> = []
    for start in days(interval.starts) {
      for end in days(interval.ends) where start <= end { touches.insert((start...end).overlaps(window)) }
    }
    let expected: Certainty = touches == [true] ? .yes : touches.contains(true) ? .possibly : .no
    #expect(ValidTime.throughout(interval).holds(at: Moment(during: window)) == expected)
    let happened = Set(days(interval.span).map(window.contains))
    let event: Certainty = happened == [true] ? .yes : happened.contains(true) ? .possibly : .no
    #expect(ValidTime.within(interval).holds(at: Moment(during: window)) == event)
  }

  private func days(_ range: ClosedRange<Day>) -> [Day] {
    (range.lowerBound.number...range.upperBound.number).map { Day(number: $0) }
  }

  @Test func aClaimIsKnownFromTheFirstPublicationOnUnlessItSaysOtherwise() throws {
    var dossier = Dossier()
    dossier.sources = [
      Located(Source("late", title: "Late", published: PartialDate("2025-05-26"))),
      Located(Source("early", title: "Early", published: PartialDate("2025-04"))),
    ]
    func event(_ id: Event.ID, _ evidence: Evidence) -> Located<Event> {
      Located(Event(id, within: Interval("2025-03")!, what: "x", type: .agree, actors: [], evidence: evidence))
    }
    dossier.events = [
      event("cited", Evidence([Citation(of: "late"), Citation(of: "early")])), event("uncited", Evidence()),
      event("said", Evidence([Citation(of: "late")], known: Interval("2025-03-20/..")!)),
    ]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    let plain = Entity("a", .state, name: "A")
    let cited = Entity("b", .group, name: "B", evidence: Evidence(known: Interval("2025-05-01/..")!))
    let april = Moment(on: Day("2025-12-31")!, known: Day("2025-04-30")!)
    #expect(plain.holds(at: april) == .yes)
    #expect(cited.holds(at: april) == .no)
    func certainty(_ id: Event.ID, known: String) -> Certainty {
      graph.events[id]!.holds(at: Moment(on: Day("2025-12-31")!, known: Day(known)!))
    }
    #expect(certainty("cited", known: "2025-03-31") == .no)
    #expect(certainty("cited", known: "2025-04-10") == .possibly)
    #expect(certainty("cited", known: "2025-04-30") == .yes)
    #expect(certainty("said", known: "2025-03-20") == .yes)
    #expect(certainty("uncited", known: "2025-03-20") == .possibly)
  }
}
