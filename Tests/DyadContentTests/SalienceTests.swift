import DyadCore
import DyadTestSupport
import Testing

@testable import DyadContent

/// What is so of the selection in every view.
@Suite struct SalienceLaws {
  private static let views: [View] = [
    View(.between("entity-0", "entity-1")), View(.around("entity-0", hops: 1)), View(.around("entity-0", hops: 2)),
    View(.everyone),
  ]

  private func diffs(_ seed: Int) -> [GraphDiff] {
    let graph = anyEventfulGraph(seed: seed)
    let (early, late) = (
      graph.snapshot(at: Moment(on: Day(2019, 6, 30)!)), graph.snapshot(at: Moment(on: Day(2024, 6, 30)!))
    )
    return [GraphDiff(late), GraphDiff(from: early, to: late)]
  }

  private func content(_ diff: GraphDiff, _ view: View, _ detail: Detail) -> Content {
    Content(diff, of: view, options: ContentOptions(detail: detail))
  }

  private func whole(_ diff: GraphDiff, _ view: View) -> Snapshot {
    (diff.from.moment == diff.to.moment ? diff.to : diff.combined).focused(on: view.focus)
  }

  /// One test for what every step of the ladder shows: the contents are most of its time.
  @Test(arguments: 0..<15)
  func everyStepOfTheLadderKeepsTheLawsOfSelection(seed: Int) throws {
    for diff in diffs(seed) {
      for view in SalienceLaws.views {
        let all = content(diff, view, .everything)
        let steps = Detail.ladder.map { content(diff, view, $0) }
        expectNothingIsLost(in: [all, steps[0], steps[5], steps[13]], diff, view)
        expectMoreDetailTakesNoRowAway(steps, view)
        for step in steps { try expectKeyEventsStayLongest(in: step, of: all, diff, view) }
      }
    }
  }

  /// What is shown and what is counted is all that concerns the view.
  private func expectNothingIsLost(in contents: [Content], _ diff: GraphDiff, _ view: View) {
    let snapshot = whole(diff, view)
    let events = Set(snapshot.events(concerning: view.focus).map(\.id.text))
    let phases = Set(snapshot.ties(concerning: view.focus).flatMap(\.phases).map(\.id.text))
    let replaced = phases.filter { Marks(diff).replaced.contains($0) }
    for content in contents {
      // Lines and cells without a card show what leads.
      let rows = content.cards.flatMap(\.rows) + content.dyads.compactMap(\.row)
      let shown = Set(rows.flatMap(\.claims))
      let omitted = Set(content.omitted.events.map(\.text))
      #expect(shown.isDisjoint(with: omitted))
      #expect(events.isSubset(of: shown.union(omitted)))
      #expect(phases.isSubset(of: shown.union(content.omitted.phases.map(\.text)).union(replaced)))
      let sentence = "\(omitted.count) \(omitted.count == 1 ? "event" : "events") not shown."
      #expect(content.omissions.contains(sentence) == !omitted.isEmpty, "\(content.omissions)")
      // Whoever is named by what concerns the view is there or counted.
      for figure in content.figures { #expect(!content.omitted.parties.contains(figure.id)) }
    }
  }

  private func expectMoreDetailTakesNoRowAway(_ steps: [Content], _ view: View) {
    let shown = steps.map { Set($0.cards.flatMap(\.rows).flatMap(\.claims)) }
    for step in Detail.ladder.indices.dropFirst() {
      // The ladder has a step that trades the last third party for one more row between the two.
      guard Detail.ladder[step].events <= Detail.ladder[step - 1].events else { continue }
      #expect(shown[step].isSubset(of: shown[step - 1]), "\(view.focus) \(step)")
    }
  }

  /// A key event is not trimmed before another.
  private func expectKeyEventsStayLongest(
    in some: Content, of all: Content, _ diff: GraphDiff, _ view: View
  ) throws {
    let events = diff.to.graph.events
    // Other alters have other ties among them.
    for card in some.cards where card.kind != .amongAlters {
      let whole = try #require(all.cards.first { $0.kind == card.kind })
      // Sections of a card have limits of their own.
      for section in card.sections {
        let full = whole.sections.filter { $0.title == section.title }.flatMap(\.rows)
        let shown = Set(section.rows.flatMap(\.claims))
        let lost = full.flatMap(\.claims).filter { events[Event.ID($0)]?.isKey == true && !shown.contains($0) }
        let ordinary = shown.filter { events[Event.ID($0)]?.isKey == false }
        #expect(lost.isEmpty || ordinary.isEmpty, "\(view.focus) \(card.kind) \(lost)")
      }
    }
  }

  /// By another rule than that of the content: whoever names a party or somebody at home there concerns it.
  @Test(arguments: 0..<15)
  func anEventThatNamesAPartyOrItsMembersConcernsItsViews(seed: Int) {
    let graph = anyEventfulGraph(seed: seed)
    let snapshot = graph.snapshot(at: Moment(on: Day(2024, 6, 30)!))
    let named = snapshot.events.filter { event in
      event.item.parties.contains { $0 == "entity-0" || graph.entities[$0]?.home == "entity-0" }
    }.map(\.id)
    for view in SalienceLaws.views {
      let content = content(GraphDiff(snapshot), view, .full)
      let all = Set(content.claims).union(content.omitted.events.map(\.text))
      #expect(named.allSatisfy { all.contains($0.text) }, "\(view.focus)")
    }
  }

  @Test(arguments: 0..<30)
  func theEndOfAPartyChangesNothingInWhatHappened(seed: Int) {
    var dossier = anyEventfulDossier(seed: seed)
    for index in dossier.entities.indices { dossier.entities[index].value.during = .always }
    dossier.relations.removeAll { RelationKind.builtIn[$0.value.kind]?.isAffiliation == true }
    let view = SalienceLaws.views[0]
    func shown(_ dossier: Dossier) -> Set<String> {
      let graph = KnowledgeGraph.linking([dossier]).value
      let content = content(GraphDiff(graph.snapshot(at: Moment(on: Day(2024, 6, 30)!))), view, .everything)
      return Set(content.cards.flatMap(\.rows).flatMap(\.claims).filter { graph.events[Event.ID($0)] != nil })
    }
    let before = shown(dossier)
    for index in dossier.entities.indices.dropFirst(2) {
      dossier.entities[index].value.during = Interval("../2024-01")!
    }
    #expect(shown(dossier) == before)
  }

  @Test(arguments: 0..<20)
  func theScoreIsTheSumOfItsParts(seed: Int) {
    for diff in diffs(seed) {
      for view in SalienceLaws.views {
        let content = content(diff, view, .full)
        let ranking = SalienceRanking(diff, of: view, shownIn: content)
        for entry in ranking.entries {
          #expect(abs(entry.salience.score - entry.salience.parts.values.reduce(0, +)) < 1e-9)
        }
        #expect(zip(ranking.entries, ranking.entries.dropFirst()).allSatisfy { $0.salience >= $1.salience })
        #expect(ranking.text.split(separator: "\n").count >= ranking.entries.count)
      }
    }
  }

  @Test(arguments: 0..<12)
  func aTimelineShowsOrCountsAllThatConcernsThePair(seed: Int) {
    let graph = anyEventfulGraph(seed: seed)
    let window = Day(2016, 1, 1)!...Day(2024, 12, 31)!
    let timeline = Timeline(graph, between: "entity-0", "entity-1", in: window)
    let all = Set(timeline.snapshot.events(concerning: .between("entity-0", "entity-1")).map(\.id.text))
    var last: Set<String> = []
    for rows in 0...timeline.everything.rows {
      let content = timeline.content(Timeline.Measure(rows: rows, isRolledUp: false, thirds: 3))
      let shown = Set(content.cards.flatMap(\.rows).flatMap(\.claims)).intersection(all)
      #expect(shown.union(content.omitted.events.map(\.text)) == all)
      #expect(last.isSubset(of: shown))
      let keys = all.filter { graph.events[Event.ID($0)]?.isKey == true }
      let ordinary = shown.filter { graph.events[Event.ID($0)]?.isKey == false }
      #expect(keys.isSubset(of: shown) || ordinary.isEmpty)
      last = shown
    }
  }
}

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
