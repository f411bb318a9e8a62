import DyadContent
import DyadCore
import DyadTestSupport
import Testing

@Suite struct CadenceTests {
  @Test(arguments: [
    ("month", ["2025-01-31", "2025-02-28", "2025-03-10"]), ("quarter", ["2025-03-10"]),
    ("60", ["2025-01-15", "2025-03-10"]),
  ])
  func aCadenceEndsOnTheLastDay(every: String, days: [String]) throws {
    let graph = try Samples.example()
    let found = Cadence(every)!.days(in: Day(2025, 1, 15)!...Day(2025, 3, 10)!, of: graph, in: View(.everyone))
    let last = every == "60" ? ["2025-01-15", "2025-03-10"] : days
    #expect(found.map(\.description) == last)
  }

  @Test func everyChangeInViewHasItsFrameAndNoOtherDay() throws {
    let graph = try Samples.example()
    let window = Day(2025, 1, 1)!...Day(2025, 5, 31)!
    let pair = View(.between("pakistan", "afghanistan"))
    let days = Cadence.change.days(in: window, of: graph, in: pair)
    #expect(days.first == window.lowerBound && days.contains(Day(2025, 4, 19)!))
    for (one, next) in zip(days, days.dropFirst()) {
      let diff = GraphDiff(from: graph.snapshot(at: Moment(on: one)), to: graph.snapshot(at: Moment(on: next)))
      #expect(Content(diff, of: pair, options: ContentOptions(detail: .everything)).hasChanges)
    }
    // Between two frames, nothing changes.
    for day in 0..<window.count {
      let day = window.lowerBound.advanced(by: day)
      let last = days.last { $0 <= day }!
      let diff = GraphDiff(from: graph.snapshot(at: Moment(on: last)), to: graph.snapshot(at: Moment(on: day)))
      #expect(!Content(diff, of: pair, options: ContentOptions(detail: .everything)).hasChanges, "\(day)")
    }
    #expect(Cadence("0") == nil && Cadence("weekly") == nil && Cadence("event") == nil)
  }

  /// Also of ties that have no card.
  @Test(arguments: 0..<8) func betweenTwoFramesOfANetworkNoTieChanges(seed: Int) throws {
    let graph = anyGraph(seed: seed)
    let window = Day(2018, 1, 1)!...Day(2020, 12, 31)!
    let options = ContentOptions(detail: .everything)
    func tones(_ day: Day) -> [String] {
      Content(GraphDiff(graph.snapshot(at: Moment(on: day))), of: View(.everyone), options: options).dyads
        .map { "\($0.dyad) \($0.tone?.value ?? 0)" }.sorted()
    }
    let days = Cadence.change.days(in: window, of: graph, in: View(.everyone))
    for offset in stride(from: 0, to: window.count, by: 13) {
      let day = window.lowerBound.advanced(by: offset)
      #expect(tones(days.last { $0 <= day }!) == tones(day), "\(day)")
    }
  }

  @Test func aChangeOfOfficeIsAChange() throws {
    let graph = try Samples.graph(
      """
      officials:
        old: { name: Olga Alt, serves: arvane, offices: [{ title: President, during: 2015/2020-08-02, cite: s }] }
        new: { name: Ned Neu, serves: arvane, offices: [{ title: President, during: 2020-08-03/.., cite: s }] }
      relations: { ties: { between: [arvane, belmar], kind: ties, phases: [{ during: 2019/.., reads: strained, tone: -4, cite: s }] } }
      """)
    let pair = View(.between("arvane", "belmar"))
    let days = Cadence.change.days(in: Day(2020, 6, 1)!...Day(2020, 12, 1)!, of: graph, in: pair)
    try #require(days == [Day(2020, 6, 1)!, Day(2020, 8, 3)!])
    let diff = GraphDiff(
      from: graph.snapshot(at: Moment(on: days[0])), to: graph.snapshot(at: Moment(on: days[1])))
    let content = Content(diff, of: pair)
    let marks = Dictionary(uniqueKeysWithValues: content.figures.map { ($0.id, $0.mark) })
    #expect(marks["old"] == .removed && marks["new"] == .added && content.summary == "1 new, 1 ended")
    #expect(content.figures.filter { ["old", "new"].contains($0.id) }.allSatisfy { $0.lines == ["President"] })
  }

  @Test func runsOfEqualFramesAreFolded() throws {
    let graph = try Samples.example()
    let pair = View(.between("pakistan", "afghanistan"))
    let months = Cadence.month.days(in: Day(2021, 7, 1)!...Day(2025, 5, 31)!, of: graph, in: pair)
    let source = FilmContent.Source(of: graph, in: pair, on: months, isFolded: true)
    #expect(months.count == 47 && source.days.count == 4)
    #expect(source.noChange(1, .english) == "no change Sept 2021 – Feb 2025")
    let quarters = Cadence.quarter.days(in: Day(2021, 7, 1)!...Day(2025, 5, 31)!, of: graph, in: pair)
    let quarterly = FilmContent.Source(of: graph, in: pair, on: quarters, isFolded: true)
    #expect(quarterly.noChange(0, .english) == "no change Dec 2021 – Dec 2024", "not whole years")
    #expect(FilmContent(source).marked[1].subtitle == "As of 31 Aug 2021, no change Sept 2021 – Feb 2025")
    #expect(FilmContent(source).span == "31 Jul 2021 – 31 May 2025")
    let part = FilmContent(source.part(1..<2))
    #expect(part.marked.count == 1 && part.marked[0].hasChanges && part.summary.frameRange == 1..<2)
  }
}
