import DyadCore
import DyadTestSupport
import Testing

import DyadContent

@Suite struct SalienceTests {
  private func graph(_ edit: (inout Dossier) -> Void) -> KnowledgeGraph {
    var dossier = Dossier()
    dossier.entities = ["a", "b", "c", "d"].map { Located(Entity(Entity.ID($0), .state, name: $0.uppercased())) }
    edit(&dossier)
    return KnowledgeGraph.linking([dossier]).value
  }

  private func event(
    _ id: String, _ on: String, _ type: EventType, _ actor: Entity.ID, _ recipients: Entity.ID..., key: Bool = false
  ) -> Located<Event> {
    Located(
      Event(
        Event.ID(id), within: Interval(on)!, what: id, type: type, actors: [actor], recipients: recipients, isKey: key))
  }

  private func content(_ graph: KnowledgeGraph, _ view: View, on day: String, _ detail: Detail = .full) -> Content {
    Content(GraphDiff(graph.snapshot(at: Moment(on: Day(day)!))), of: view, options: ContentOptions(detail: detail))
  }

  @Test func theOldAssaultStaysBeforeRecentTalks() {
    let graph = graph { dossier in
      dossier.events = [event("assault", "2010-01-01", .assault, "a", "b")]
      dossier.events += (1...5).map { event("talk-\($0)", "2020-0\($0)-01", .consult, "a", "b") }
    }
    var detail = Detail.full
    detail.events = 2
    let rows = content(graph, View(.between("a", "b")), on: "2020-12-31", detail).cards[0].rows
    #expect(rows.contains { $0.id == "assault" })
  }

  @Test func whatHappensWithinAThirdPartyIsNoTieOfIt() {
    let graph = graph { dossier in
      dossier.events = (1...9).map { event("own-\($0)", "2020-01-0\($0)", .assault, "c") }
      dossier.events += [event("shared-c", "2020-02-01", .consult, "c", "a")]
      dossier.events += (1...3).map { event("shared-d-\($0)", "2020-02-0\($0)", .consult, "d", "a") }
    }
    var detail = Detail.full
    detail.alters = 1
    let content = content(graph, View(.between("a", "b")), on: "2020-12-31", detail)
    #expect(content.figures.filter { $0.side == .other }.map(\.id) == ["d"])
    #expect(content.omitted.parties == ["c"])
  }

  @Test func anOldEventAloneIsNoLineAndIsCounted() {
    let graph = graph {
      $0.events = [event("old", "2015-05-01", .assault, "a", "b"), event("new", "2020-05-01", .aid, "a", "c")]
    }
    for view in [View(.around("a", hops: 1)), View(.everyone)] {
      let content = content(graph, view, on: "2020-12-31")
      #expect(content.claims.contains("new") && !content.claims.contains("old"))
      #expect(content.omissions.contains("1 event not shown."))
      let all = Content(
        GraphDiff(graph.snapshot(at: Moment(on: Day("2020-12-31")!))), of: view,
        options: ContentOptions(window: Lookback("6y")))
      #expect(all.claims.contains("old"))
    }
    #expect(content(graph, View(.between("a", "b")), on: "2020-12-31").claims.contains("old"))
  }

  @Test func aPartyThatIsGoneIsDrawnForItsEventsWithItsEnd() throws {
    let graph = graph {
      $0.entities[2].value.during = Interval("../2024-01-01")!
      $0.events = [event("assault", "2023-09-19", .assault, "b", "c")]
    }
    let later = content(graph, View(.between("a", "b")), on: "2024-06-30")
    let figure = try #require(later.figures.first { $0.id == "c" })
    #expect(figure.isAbsent && figure.lines == ["until 1 Jan 2024"])
    #expect(later.claims.contains("assault"))
    let ego = content(graph, View(.around("c", hops: 1)), on: "2024-06-30")
    #expect(ego.figures.map(\.id) == ["c", "b"])
  }

  @Test func anEventOfUnnamedPeopleIsShownForThoseWhomItAffects() throws {
    let graph = graph {
      $0.events = [
        Located(
          Event(
            "flight", within: Interval("2020-05-01")!, what: "Inhabitants flee", type: .retreat, actors: [],
            describedActors: [DescribedParticipant("inhabitants")!], affects: ["a"], effect: Tone(-6)!))
      ]
    }
    let row = try #require(content(graph, View(.around("a", hops: 1)), on: "2020-12-31").cards.flatMap(\.rows).first)
    #expect(row.id == "flight" && row.tone == Tone(-6))
  }

  @Test func anEffectIsTheToneOfARowAndTheActIsKept() throws {
    let graph = graph {
      $0.events = [event("arrest", "2020-05-01", .coerce, "a", "d")]
      ($0.events[0].value.affects, $0.events[0].value.effect) = (["b"], Tone(5))
    }
    let row = try #require(content(graph, View(.between("a", "b")), on: "2020-12-31").cards[0].rows.first)
    #expect(row.tone == Tone(5) && row.act == Tone(-7))
    let timeline = Timeline(graph, between: "a", "b", in: Day(2020, 1, 1)!...Day(2020, 12, 31)!)
    #expect(timeline.curve.periods.map(\.sum).reduce(0, +) == 5 && timeline.curve.count == 1)
  }

  @Test func aTimelineSaysWhereItsSourcesEnd() {
    let graph = graph {
      $0.sources = [Located(Source("s", title: "S", published: PartialDate("2020-06-15")))]
      $0.events = [event("x", "2020-05-01", .coerce, "a", "b")]
      $0.events[0].value.evidence = Evidence([Citation(of: "s")])
    }
    let words = "Sources end 15 Jun 2020."
    func description(_ last: Day) -> String {
      Timeline(graph, between: "a", "b", in: Day(2018, 1, 1)!...last).content().description
    }
    #expect(description(Day(2021, 12, 31)!).contains(words) && !description(Day(2020, 6, 15)!).contains(words))
  }

  @Test func whatIsInferredIsNoScore() {
    let graph = graph {
      $0.events = [event("x", "2020-05-01", .coerce, "a", "b")]
      $0.events[0].value.evidence.basis = .inferred
    }
    #expect(Timeline(graph, between: "a", "b", in: Day(2020, 1, 1)!...Day(2020, 12, 31)!).curve.count == 0)
  }

  @Test func whatIsUnderWayIsWrittenWithoutItsLaterEnd() {
    let war = Interval("2020-09-27/2020-11-10")!
    func words(_ day: String, known: String? = nil) -> String {
      DateWords(.english, at: Moment(on: Day(day)!, known: known.flatMap { Day($0) })).words(war)
    }
    #expect(words("2020-10-15") == "since 27 Sept 2020")
    #expect(words("2020-11-10") == "27 Sept – 10 Nov 2020")
    #expect(words("2020-10-15", known: "2021-01-01") == "27 Sept – 10 Nov 2020")
    #expect(words("2020-10-15", known: "2020-10-20") == "since 27 Sept 2020")
    #expect(DateWords.english.words(war) == "27 Sept – 10 Nov 2020")
  }

  @Test func theSignsOfAPeriodAreInProportion() {
    let graph = graph { dossier in
      for number in 1...8 { dossier.events.append(event("talk-\(number)", "2020-0\(number)-01", .consult, "a", "b")) }
      for number in 1...4 { dossier.events.append(event("blow-\(number)", "2020-0\(number)-15", .assault, "a", "b")) }
    }
    let timeline = Timeline(graph, between: "a", "b", in: Day(2020, 1, 1)!...Day(2022, 12, 31)!)
    let rows = timeline.content(Timeline.Measure(rows: 6, isRolledUp: false, thirds: 0)).cards[0].rows
    #expect(rows.count { $0.tone.sign == .conflict } == 2)
  }
}
