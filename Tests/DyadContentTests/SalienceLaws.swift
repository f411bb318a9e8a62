import DyadCore
import DyadTestSupport
import Testing

import DyadContent

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

  @Test(arguments: 0..<3, [DetailLevel.full, .standard, .brief])
  func stepsWhoseDetailShowsTheSameHaveTheSameContent(seed: Int, level: DetailLevel) throws {
    var same = 0
    for view in SalienceLaws.views.prefix(2) {
      for diff in diffs(seed) {
        var contents: [Detail: Content] = [:]
        for step in Detail.ladder {
          var content = Content(diff, of: view, options: ContentOptions(level: level, detail: step))
          let shown = content.options.shownDetail(in: content.layout)
          content.options.detail = .full
          if let known = contents[shown] {
            #expect(content == known)
            same += 1
          }
          contents[shown] = content
        }
      }
    }
    #expect(level == .full || same > 0)
  }

  /// One test for what every step of the ladder shows: the contents are most of its time.
  @Test(arguments: 0..<8)
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

  @Test(arguments: 0..<8)
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
