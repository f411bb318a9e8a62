import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@testable import DyadDrawing

@Suite struct TimelineTests {
  private static let window = Day(2021, 7, 1)!...Day(2025, 6, 30)!
  static let examples = [
    ("pakistan-afghanistan", "pakistan", "afghanistan"), ("ethiopia-eritrea", "ethiopia", "eritrea"),
    ("egypt-israel", "egypt", "israel"), ("archipelago", "cassanelene", "hiperoa"),
  ]

  private func thaw(isEven: Bool = false, style: Style = Style()) throws -> Timeline {
    Timeline(
      try Samples.example(), between: "pakistan", "afghanistan", in: TimelineTests.window, style: style, isEven: isEven)
  }

  /// Two states, a phase, and so many events between them, spread over ten years.
  private func graph(events: Int, cited: Bool = true) -> KnowledgeGraph {
    var dossier = Dossier(title: "Two")
    dossier.sources = [Located(Source("s", title: "Almanac"))]
    dossier.entities = [Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar"))]
    let evidence = Evidence(cited ? [Citation(of: "s", quote: "so it is")] : [])
    let phase = Phase("p", reads: "cool", tone: Tone(-2), during: Interval("2012/2015")!, evidence: evidence)
    dossier.relations = [Located(Relation("r", "ties", between: "a", "b", phases: [phase]))]
    dossier.events = (0..<events).map { index in
      let day = Day(2010, 1, 1)!.advanced(by: index * 3650 / max(1, events))
      return Located(
        Event(
          Event.ID("e\(index)"), within: Interval(PartialDate(day)), what: "Arvane does the thing number \(index)",
          type: EventType.allCases[index % EventType.allCases.count], actors: [index % 2 == 0 ? "a" : "b"],
          recipients: [index % 2 == 0 ? "b" : "a"], evidence: evidence))
    }
    return KnowledgeGraph.linking([dossier]).value
  }

  /// What must be so of any timeline on paper.
  private func expectReadable(_ composition: Composition, _ note: Comment? = nil) {
    let layout = composition.layout
    for (name, node) in layout.nodes {
      let box = node.box
      #expect(box.minX >= -1 && box.maxX <= layout.bounds.maxX + 1, "\(name) \(note ?? "")")
      #expect(box.minY >= -1 && box.maxY <= layout.bounds.maxY + 1, "\(name) \(note ?? "")")
    }
    for (id, edge) in layout.edges {
      for point in edge.curves.flatMap(\.points) {
        #expect((-1...layout.bounds.maxX + 1).contains(point.x), "\(id) \(note ?? "")")
        #expect((-1...layout.bounds.maxY + 1).contains(point.y), "\(id) \(note ?? "")")
      }
    }
    let rows = layout.nodes.filter { $0.key.hasPrefix("row-") }.map(\.value.box).sorted { $0.maxY > $1.maxY }
    for (above, below) in zip(rows, rows.dropFirst()) {
      #expect(above.minY >= below.maxY - 0.01, "\(note ?? "")")
    }
    let heads = layout.nodes.filter { $0.key.hasPrefix("entity-") }.map(\.value.box)
    for (index, one) in heads.enumerated() {
      for other in heads.dropFirst(index + 1) {
        let isApart =
          one.maxX <= other.minX || other.maxX <= one.minX || one.maxY <= other.minY || other.maxY <= one.minY
        #expect(isApart, "\(note ?? "")")
      }
    }
  }

  @Test(arguments: examples)
  func theTimelinesOfTheExamplesFitAPage(example: String, one: String, other: String) async throws {
    let graph = try Samples.example(example)
    for isEven in [false, true] {
      let timeline = Timeline(graph, between: Entity.ID(one), Entity.ID(other), isEven: isEven)
      let composition = try await Composition(timeline)
      expectReadable(composition)
      #expect(composition.fits && composition.smallestType >= 6)
      #expect(composition.drawing.cards[0].rows.count >= 8)
    }
  }

  @Test(arguments: 0..<20)
  func anyGraphHasAReadableTimeline(seed: Int) async throws {
    let timeline = Timeline(anyGraph(seed: seed), between: "entity-0", "entity-1", isEven: seed % 2 == 0)
    expectReadable(try await Composition(timeline), "seed \(seed)")
  }

  @Test(arguments: [85.0, 120, 170, 254])
  func aTimelineFitsPapersOfManyWidths(millimetres: Double) async throws {
    for lexicon in Lexicon.all {
      expectReadable(
        try await Composition(try thaw(style: Style(lexicon: lexicon)), on: Samples.paper(millimetres)),
        "\(lexicon.language)")
    }
  }

  @Test(arguments: [0, 1, 5, 200])
  func fiveEventsAndTwoHundredFitAPage(events: Int) async throws {
    let composition = try await Composition(Timeline(graph(events: events), between: "a", "b"))
    expectReadable(composition)
    #expect(composition.fits)
    let rows = composition.drawing.cards[0].rows
    if events <= 5 {
      #expect(rows.count == events + 1 && composition.drawing.omissions.isEmpty)
    } else {
      #expect(rows.count > 20)
      let told = rows.flatMap(\.claims).count { $0.hasPrefix("e") }
      #expect(composition.drawing.omissions.contains("\(events - told) weaker events not shown."))
      let weakest = rows.filter { $0.id.hasPrefix("e") }.map { abs($0.tone.value) }.min() ?? 0
      #expect(weakest >= 5, "the weakest are left out first")
    }
  }

  @Test(arguments: [false, true])
  func rowsFollowTime(isEven: Bool) async throws {
    let timeline = try await thaw(isEven: isEven).fitting(.page)
    let days = TimelineContent(timeline).entries.map(\.day)
    #expect(days == days.sorted())
    let layout = try await Composition(timeline).layout
    let tops = timeline.drawing.cards[0].rows.compactMap { layout.nodes["row-\($0.id)"]?.box.maxY }
    #expect(tops.count == days.count && tops == tops.sorted(by: >))
  }

  @Test func distancesFollowTimeAndEvenOnesDoNot() {
    let scale = TimeScale(TimelineTests.window, height: 400)
    let all = Double(TimelineTests.window.count)
    for days in [0, 100, 731, 1400] {
      let y = scale.y(TimelineTests.window.lowerBound.advanced(by: days))
      #expect(abs(y - (Double(days) + 0.5) / all * 400) < 0.001)
    }
    let even = TimeScale(
      TimelineTests.window, height: 400, places: [(Day(2025, 5, 1)!, 100), (Day(2025, 5, 2)!, 200)])
    #expect(abs(even.y(Day(2025, 5, 2)!) - 200) < 0.001 && abs(even.y(Day(2025, 5, 1)!) - 100) < 0.001)
  }

  @Test(arguments: 0..<50)
  func thingsArePushedApartInOrderAndNoFartherThanTheyMust(seed: Int) {
    var random = Seeded(seed)
    let count = Int.random(in: 1...30, using: &random)
    let wishes = (0..<count).map { _ in Double.random(in: -20...500, using: &random) }.sorted()
    let heights = (0..<count).map { _ in Double.random(in: 1...30, using: &random) }
    let tops = Stacking.tops(wishes, heights: heights, room: 480)
    for index in 1..<max(1, count) { #expect(tops[index] >= tops[index - 1] + heights[index - 1] - 0.001) }
    #expect(tops[0] >= 0)
    if heights.reduce(0, +) <= 480 { #expect(tops[count - 1] + heights[count - 1] <= 480.001) }
    let isFree = zip(wishes.indices, wishes).allSatisfy { index, wish in
      wish >= 0 && (index == 0 || wish >= wishes[index - 1] + heights[index - 1]) && wish + heights[index] <= 480
    }
    if isFree { #expect(tops == wishes) }
  }

  @Test func daysWithoutAPhaseOnRecordAreHatchedAndNamed() async throws {
    let graph = graph(events: 20)
    let timeline = Timeline(graph, between: "a", "b", in: Day(2010, 1, 1)!...Day(2018, 12, 31)!)
    let svg = try await Composition(timeline).svg()
    #expect(svg.contains("id=\"gap-0\"") && svg.contains("id=\"gap-1\"") && !svg.contains("id=\"gap-2\""))
    #expect(svg.contains(">no phase on record</text>"))
    #expect(timeline.drawing.description.contains("1 Jan 2010 – 31 Dec 2011: no phase on record."))
    let whole = Timeline(graph, between: "a", "b", in: Day(2013, 1, 1)!...Day(2014, 12, 31)!)
    #expect(try await !Composition(whole).svg().contains("no phase on record"))
  }

  @Test func theCurveIsPaintedOverTheBars() async throws {
    let svg = try await Composition(try thaw()).svg()
    let bars = try #require(svg.range(of: "id=\"bar-", options: .backwards))
    let curve = try #require(svg.range(of: "id=\"decay-"))
    #expect(bars.lowerBound < curve.lowerBound)
  }

  @Test func whatHasNoSourceSaysSo() async throws {
    let svg = try await Composition(Timeline(graph(events: 3, cited: false), between: "a", "b")).svg()
    #expect(svg.contains("no\u{A0}source"))
  }

  @Test func aPhaseIsCertainOnlyBetweenTheDaysThatItSurelyCovers() throws {
    let ribbon = try thaw().ribbon
    #expect(ribbon[0].certain == Day(2021, 8, 31)!...Day(2025, 3, 1)!)
    #expect(ribbon[0].possible == Day(2021, 8, 1)!...Day(2025, 3, 31)!)
    #expect(ribbon[1].certain?.lowerBound == Day(2025, 3, 31)!)
  }

  @Test func aDateThatIsNotToTheDayHasABracketOfItsDays() async throws {
    let composition = try await Composition(try thaw())
    #expect(try await composition.svg().contains("from the first to the last day that it may have been"))
    let happening = try #require(try thaw().happenings.first { $0.event.id == "previous-visit" })
    #expect(happening.days == Day(2021, 10, 1)!...Day(2022, 10, 31)!)
  }

  @Test func whatOnlyPossiblyHappenedInTheWindowIsItalicAndDoesNotCount() async throws {
    let timeline = Timeline(
      try Samples.example(), between: "pakistan", "afghanistan", in: Day(2025, 1, 1)!...Day(2025, 6, 30)!)
    let row = try #require(timeline.drawing.cards[0].rows.first { $0.id == "protests-lodged" })
    #expect(row.isPossible && row.when.hasSuffix("?"))
    #expect(!timeline.curve.scores.contains { $0.value == -3 })
    #expect(try await Composition(timeline).svg().contains("stroke-dasharray=\"1,5\""))
  }
}

@Suite struct ToneCurveTests {
  @Test(arguments: 0..<20)
  func theCurveIsWhatAPlainSumSays(seed: Int) throws {
    let graph = anyGraph(seed: seed)
    let window = Day(2016, 3, 1)!...Day(2024, 8, 31)!
    let timeline = Timeline(graph, between: "entity-0", "entity-1", in: window)
    let snapshot = graph.snapshot(at: Moment(during: window))
    let lanes = Lanes(snapshot.between("entity-0", "entity-1"), "entity-0", "entity-1")
    var sums: [Int: (Double, Int)] = [:]
    var all: [(Int, Double)] = []
    for event in graph.events.values where lanes.joins(event) {
      guard event.holds(at: Moment(during: window)) == .yes, event.evidence.standing != .denied else { continue }
      let span = event.within.span
      let middle = (Int(span.lowerBound.number) + Int(span.upperBound.number) + 1) / 2
      let year = Day(number: Int32(middle)).year
      sums[year] = ((sums[year]?.0 ?? 0) + event.tone.value, (sums[year]?.1 ?? 0) + 1)
      all.append((middle, event.tone.value))
    }
    for period in timeline.curve.periods {
      let (sum, count) = sums[period.days.lowerBound.year] ?? (0, 0)
      #expect(abs(period.sum - sum) < 1e-9 && period.count == count)
      #expect(period.isThin == (count < 3))
    }
    let decayed = all.map { $0.1 * pow(2, -Double(Int(window.upperBound.number) - $0.0) / 180) }.reduce(0, +)
    #expect(abs(timeline.curve.decayed(on: window.upperBound) - decayed) < 1e-9)
  }

  @Test func aScoreIsHalvedEveryHundredAndEightyDays() {
    let event = Event("e", within: Interval("2024-01-01")!, what: "x", type: .assault, actors: ["a"], recipients: ["b"])
    let curve = ToneCurve([Held(event)], in: Day(2023, 1, 1)!...Day(2025, 12, 31)!)
    let day = Day(2024, 1, 1)!
    #expect(curve.decayed(on: day.advanced(by: -1)) == 0 && curve.decayed(on: day) == -9)
    #expect(abs(curve.decayed(on: day.advanced(by: 180)) + 4.5) < 1e-9)
    #expect(curve.count(before: day.advanced(by: 360)) == 1 && curve.count(before: day.advanced(by: 361)) == 0)
  }

  @Test func aShortWindowIsToldByTheMonth() {
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).isMonthly)
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).periods.count == 27)
    #expect(ToneCurve([], in: Day(2021, 7, 1)!...Day(2025, 6, 30)!).periods.count == 5)
  }
}
