import DyadContent
import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

import DyadDrawing

@Suite struct TimelineTests {
  private static let window = Day(2021, 7, 1)!...Day(2025, 6, 30)!
  static let examples = [
    ("pakistan-afghanistan", "pakistan", "afghanistan"), ("ethiopia-eritrea", "ethiopia", "eritrea"),
    ("egypt-israel", "egypt", "israel"), ("armenia-azerbaijan", "armenia", "azerbaijan"),
    ("archipelago", "cassanelene", "hiperoa"),
  ]

  private func thaw(lexicon: Lexicon = .english) throws -> Timeline {
    Timeline(
      try Samples.example(), between: "pakistan", "afghanistan", in: TimelineTests.window,
      options: ContentOptions(lexicon: lexicon))
  }

  /// Two states, a phase, and a number of events between them over ten years.
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

  /// The requirements on every timeline on paper.
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
    let timeline = Timeline(graph, between: Entity.ID(one), Entity.ID(other))
    let composition = try await Composition.fitting(.page, timeline: timeline)
    expectReadable(composition)
    #expect(composition.fits && composition.smallestType >= 6)
    #expect(composition.content.cards[0].rows.count >= 8)
    for party in [one, other] {
      let ties = try await Composition.fitting(.page, timeline: EgoTimeline(graph, around: Entity.ID(party)))
      expectReadable(ties)
      #expect(ties.fits && ties.content.figures.count >= 5)
    }
  }

  @Test(arguments: 0..<20)
  func anyGraphHasAReadableTimeline(seed: Int) async throws {
    let timeline = Timeline(anyGraph(seed: seed), between: "entity-0", "entity-1")
    expectReadable(try await Composition.fitting(.page, timeline: timeline), "seed \(seed)")
    let ties = EgoTimeline(anyGraph(seed: seed), around: "entity-0")
    let composition = try await Composition.fitting(.page, timeline: ties)
    expectReadable(composition, "seed \(seed)")
    let names = composition.page.blocks.map(\.name)
    #expect(Set(names).count == names.count, "seed \(seed)")
  }

  @Test(arguments: [40.0, 85, 120, 170, 254])
  func aTimelineFitsPapersOfManyWidths(millimetres: Double) async throws {
    for lexicon in Lexicon.all {
      expectReadable(
        try await Composition.fitting(Samples.paper(millimetres), timeline: try thaw(lexicon: lexicon)),
        "\(lexicon.language)")
    }
  }

  @Test(arguments: [0, 1, 5, 200])
  func fiveEventsAndTwoHundredFitAPage(events: Int) async throws {
    let composition = try await Composition.fitting(.page, timeline: Timeline(graph(events: events), between: "a", "b"))
    expectReadable(composition)
    #expect(composition.fits)
    let rows = composition.content.cards[0].rows
    if events <= 5 {
      #expect(rows.count == events + 1 && composition.content.omissions.isEmpty)
    } else {
      #expect(rows.count > 20)
      let told = rows.flatMap(\.claims).count { $0.hasPrefix("e") }
      #expect(composition.content.omissions.contains("\(events - told) weaker events not shown."))
      let shown = rows.filter { $0.id.hasPrefix("e") }
      let mean = shown.map { abs($0.tone.value) }.reduce(0, +) / Double(shown.count)
      #expect(mean >= 5, "the weakest are left out first")
      #expect(Set(shown.map(\.sign)).count == 3, "of each sign, some are shown")
    }
  }

  @Test func rowsFollowTime() async throws {
    let composition = try await Composition.fitting(.page, timeline: try thaw())
    let page = try #require(composition.content.layout.timeline)
    let layout = composition.layout
    let tops = composition.content.cards[0].rows.compactMap { layout.nodes["row-\($0.id)"]?.box.maxY }
    #expect(tops.count == page.entries.count && tops == tops.sorted(by: >))
  }

  @Test func anArrowIsAtTheHeightOfItsRow() async throws {
    let composition = try await Composition.fitting(.page, timeline: try thaw())
    let layout = composition.layout
    for line in composition.page.lines where line.swatch == nil {
      guard case .claim(let claim, _) = line.line.subject,
        let entry = composition.content.layout.timeline?.entries.first(where: { $0.row.claims.contains(claim) }),
        let row = layout.nodes["row-\(entry.row.id)"]?.box, let start = line.points.first
      else { continue }
      let y = layout.bounds.maxY - start.y
      #expect(y <= row.maxY && y >= row.minY - 8, "\(claim)")
    }
  }

  @Test func distancesFollowTime() throws {
    let page = try #require(try thaw().content().layout.timeline)
    let axis = TimeAxis(frame: page.frame, extent: 30...430)
    let all = Double(TimelineTests.window.count)
    for days in [0, 100, 731, 1400] {
      let x = axis.x(TimelineTests.window.lowerBound.advanced(by: days))
      #expect(abs(x - 30 - Double(days) / all * 400) < 0.001)
    }
    #expect(axis.extent(TimelineTests.window) == 30...430)
  }

  @Test(arguments: 0..<20)
  func everyEventOfTheOverviewIsAMarkOrCountedAndNoneIsPastTheSources(seed: Int) async throws {
    for graph in [anyGraph(seed: seed), anyEventfulGraph(seed: seed)] {
      let timeline = Timeline(graph, between: "entity-0", "entity-1", in: Day(2016, 1, 1)!...Day(2024, 12, 31)!)
      let composition = try await Composition.fitting(.page, timeline: timeline)
      let page = try #require(composition.content.layout.timeline)
      let nodes = composition.layout.nodes
      let brackets = Set(composition.layout.edges.keys.compactMap(\.key).filter { $0.hasPrefix("days-") })
      let marks = nodes.filter { $0.key.hasPrefix("mark-") }
      let sheet = TimelineSheet(
        composition.content, page, .light, try await Ruler(measuring: [Run]()), width: 482)
      let counts = sheet.marks(on: sheet.axis).counts
      #expect(marks.count + brackets.count == counts.placed)
      #expect(counts.placed + counts.surplus == page.events.dated.count)
      guard let line = composition.layout.edges.first(where: { $0.key.key == "sources-end" })?.value else { continue }
      let end = line.curves[0].points[0].x
      #expect(marks.values.allSatisfy { $0.center.x <= end + 0.01 })
      let bands = nodes.filter { $0.key.hasPrefix("phase-") && !$0.key.contains("-open-") }
      #expect(bands.values.allSatisfy { $0.box.maxX <= end + 0.61 })
      for open in nodes.keys where open.contains("-open-") {
        #expect(
          page.phases.contains { open.hasPrefix("phase-\($0.phase.id)-open") && $0.phase.item.during.end == .open })
      }
    }
  }

  @Test func marksWithoutRoomAreCounted() async throws {
    let content = Timeline(graph(events: 3000), between: "a", "b").content()
    let page = try #require(content.layout.timeline)
    let sheet = TimelineSheet(content, page, .light, try await Ruler(measuring: [Run]()), width: 482)
    let counts = sheet.marks(on: sheet.axis).counts
    #expect(counts.surplus > 500 && counts.placed + counts.surplus == page.events.dated.count)
  }

  @Test func whatIsOpenFadesAfterTheLastSource() async throws {
    let nodes = try await Composition.fitting(.page, timeline: try thaw()).layout.nodes
    let slices = nodes.filter { $0.key.hasPrefix("phase-") && $0.key.contains("-open-") }.map(\.value.box)
    let bands = nodes.filter { $0.key.hasPrefix("phase-") && !$0.key.contains("-open-") }.map(\.value.box.maxX)
    #expect(slices.count >= 4 && slices.count % 4 == 0)
    #expect(slices.allSatisfy { slice in bands.allSatisfy { slice.minX >= $0 - 0.7 } })
  }

  @Test(arguments: 0..<12) func noBandHidesAnother(seed: Int) async throws {
    let timeline = Timeline(
      anyGraph(seed: seed), between: "entity-0", "entity-1", in: Day(2016, 1, 1)!...Day(2024, 12, 31)!)
    let composition = try await Composition.fitting(.page, timeline: timeline)
    let page = try #require(composition.content.layout.timeline)
    let bands = composition.layout.nodes.filter { $0.key.hasPrefix("phase-") && !$0.key.contains("-open-") }
      .compactMap { node in
        page.phases.first { node.key.hasPrefix("phase-\($0.phase.id)-") }.map {
          (phase: $0.phase.id, box: node.value.box)
        }
      }
    for (index, one) in bands.enumerated() {
      for other in bands.dropFirst(index + 1) where other.phase != one.phase {
        let x = min(one.box.maxX, other.box.maxX) - max(one.box.minX, other.box.minX)
        let y = min(one.box.maxY, other.box.maxY) - max(one.box.minY, other.box.minY)
        #expect(x <= 1 || y <= 0.5, "\(one.phase), \(other.phase)")
      }
    }
  }

  @Test func daysWithoutAPhaseAreHatchedAndNamed() async throws {
    let graph = graph(events: 20)
    let timeline = Timeline(graph, between: "a", "b", in: Day(2010, 1, 1)!...Day(2018, 12, 31)!)
    let svg = try await Composition.fitting(.page, timeline: timeline).svg()
    #expect(svg.contains("id=\"gap-0\"") && svg.contains("id=\"gap-1\"") && !svg.contains("id=\"gap-2\""))
    #expect(svg.contains(">no information</text>"))
    #expect(timeline.content().description.contains("1 Jan 2010 – 31 Dec 2011: no information."))
    let whole = Timeline(graph, between: "a", "b", in: Day(2013, 1, 1)!...Day(2014, 12, 31)!)
    #expect(try await !Composition.fitting(.page, timeline: whole).svg().contains("no information"))
  }

  @Test func anUnsourcedRowIsMarked() async throws {
    let svg = try await Composition.fitting(
      .page, timeline: Timeline(graph(events: 3, cited: false), between: "a", "b")
    ).svg()
    #expect(svg.contains("no\u{A0}source"))
  }

  @Test func anImpreciseDateHasABracketOfItsDays() async throws {
    let composition = try await Composition.fitting(.page, timeline: try thaw())
    #expect(try await composition.svg().contains("first to last possible day"))
  }

  @Test func aPossibleEventIsDotted() async throws {
    let timeline = Timeline(
      try Samples.example(), between: "pakistan", "afghanistan", in: Day(2025, 1, 1)!...Day(2025, 6, 30)!)
    #expect(try await Composition.fitting(.page, timeline: timeline).svg().contains("stroke-dasharray=\"1,5\""))
  }
}
