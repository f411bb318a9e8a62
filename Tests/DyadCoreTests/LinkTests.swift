import CustomDump
import DyadCore
import DyadTestSupport
import Testing

/// Links between events, mediators, and what else of an event refers to other records.
@Suite struct LinkTests {
  private func at(_ line: Int) -> DyadCore.SourceLocation {
    DyadCore.SourceLocation(file: "d.yaml", line: line, column: 3)
  }

  private func dossier(_ events: [Event] = [], _ relations: [Relation] = []) -> Dossier {
    var dossier = Dossier(title: "Three")
    dossier.sources = [Located(Source("s", title: "S"))]
    dossier.entities = ["a", "b", "c"].map { Located(Entity($0, .state, name: $0.text.uppercased())) }
    dossier.events = events.enumerated().map { Located($1, at: at(10 + $0)) }
    dossier.relations = relations.enumerated().map { Located($1, at: at(30 + $0)) }
    return dossier
  }

  private func event(_ id: Event.ID, _ date: String, _ links: [(EventLink.Kind, Event.ID)] = []) -> Event {
    Event(
      id, within: Interval(date)!, what: id.text, type: .agree, actors: ["a"],
      links: links.map { EventLink($0.0, $0.1, of: id) })
  }

  @Test func aLinkCanBeKnownLaterThanItsEvent() throws {
    var events = [event("talks", "2020", [(.leadsTo, "treaty")]), event("treaty", "2021")]
    events[0].evidence.known = Interval("2020/..")
    events[0].links[0].evidence.known = Interval("2022/..")
    let graph = try KnowledgeGraph.linking([dossier(events)]).get()
    func links(_ known: Int) -> Int? {
      let moment = Moment(on: Day(2023, 1, 1)!, known: Day(known, 12, 31)!)
      return graph.snapshot(at: moment).events.first { $0.id == "talks" }?.item.links.count
    }
    #expect(links(2021) == 0 && links(2022) == 1)
  }

  private func words(_ dossier: Dossier, requiringSources: Bool = false) -> [String] {
    KnowledgeGraph.linking([dossier], requiringSources: requiringSources).diagnostics.sortedByPlace()
      .map(\.description)
  }

  // MARK: Targets

  @Test func aLinkToAnUnknownEventIsReportedWithASuggestionAndOmitted() {
    let checked = KnowledgeGraph.linking([
      dossier([
        event("talks", "2013-09", [(.leadsTo, "treatie"), (.leadsTo, "treaty")]), event("treaty", "2014"),
      ])
    ])
    expectNoDifference(
      checked.diagnostics.map(\.description),
      ["d.yaml:10:3: error: unknown event 'treatie' [unknown-id]\n  did you mean 'treaty'?"])
    #expect(checked.value.events["talks"]?.links.map(\.id) == ["talks/leads-to/treaty"])
  }

  @Test func aLinkToAnEventWithAnErrorIsOmittedWithoutASecondError() {
    var treaty = event("treaty", "2014")
    treaty.actors = ["nobody"]
    let checked = KnowledgeGraph.linking([dossier([event("talks", "2013", [(.leadsTo, "treaty")]), treaty])])
    #expect(checked.diagnostics.map(\.message) == ["unknown entity 'nobody'"])
    #expect(checked.value.events["talks"]?.links == [])
  }

  @Test func anEventIsNotLinkedToItself() {
    expectNoDifference(
      words(dossier([event("talks", "2013", [(.partOf, "talks")])])),
      ["d.yaml:10:3: error: 'talks' is linked to itself [same-pair]"])
  }

  @Test func anEventHasALinkOnce() {
    let links: [(EventLink.Kind, Event.ID)] = [(.leadsTo, "treaty"), (.leadsTo, "treaty")]
    let checked = KnowledgeGraph.linking([dossier([event("talks", "2013", links), event("treaty", "2014")])])
    expectNoDifference(
      checked.diagnostics.map(\.description), ["d.yaml:10:3: error: 'talks' has this link twice [duplicate-id]"])
    #expect(checked.value.events["talks"]?.links.count == 1)
  }

  @Test func twoEventsMayHaveLinksOfSeveralKinds() {
    #expect(
      words(
        dossier([event("talks", "2013"), event("treaty", "2013", [(.respondsTo, "talks"), (.inReturnFor, "talks")])]))
        == [])
  }

  // MARK: Cycles

  @Test func noEventLeadsToItselfThroughOthers() {
    let found = words(
      dossier([
        event("one", "2013", [(.leadsTo, "two")]), event("two", "2013", [(.leadsTo, "three")]),
        event("three", "2013", [(.leadsTo, "one")]),
      ]))
    expectNoDifference(
      found,
      ["one", "two", "three"].enumerated().map {
        "d.yaml:\(10 + $0):3: error: '\($1)' leads to itself through its links [cycle]"
      })
  }

  @Test func anAnswerPointsTheOtherWayThanWhatAnEventLeadsTo() {
    // What leads to its own cause, in two spellings.
    let cycle = [event("one", "2013", [(.leadsTo, "two")]), event("two", "2013", [(.leadsTo, "one")])]
    let other = [event("one", "2013", [(.leadsTo, "two"), (.respondsTo, "two")]), event("two", "2013")]
    #expect(KnowledgeGraph.linking([dossier(cycle)]).diagnostics.map(\.code) == [.cycle, .cycle])
    #expect(KnowledgeGraph.linking([dossier(other)]).diagnostics.map(\.code) == [.cycle, .cycle])
    let same = [event("one", "2013", [(.leadsTo, "two")]), event("two", "2013", [(.respondsTo, "one")])]
    #expect(words(dossier(same)) == [])
  }

  @Test func noEventIsPartOfItselfThroughOthers() {
    let found = words(
      dossier([event("one", "2013", [(.partOf, "two")]), event("two", "2013", [(.partOf, "one")])]))
    expectNoDifference(
      found,
      [
        "d.yaml:10:3: error: 'one' is part of itself [cycle]", "d.yaml:11:3: error: 'two' is part of itself [cycle]",
      ])
  }

  @Test func aPartMayLeadToTheWhole() {
    #expect(
      words(dossier([event("raid", "2013", [(.partOf, "war"), (.leadsTo, "war")]), event("war", "2013/2014")])) == [])
  }

  // MARK: Order

  @Test(arguments: [
    (
      EventLink.Kind.leadsTo, "2014", "2013",
      "d.yaml:10:3: error: 'other' happened before 'one', which cannot lead to it [link-order]"
    ),
    (
      .respondsTo, "2013", "2014",
      "d.yaml:10:3: error: 'one' happened before 'other', which it cannot answer [link-order]"
    ),
    (
      .partOf, "2013", "2014",
      "d.yaml:10:3: error: 'one' did not happen within the dates of 'other' [link-order]"
    ),
  ])
  func theDatesOfTwoEventsMustAllowTheirLink(kind: EventLink.Kind, own: String, other: String, finding: String) {
    #expect(words(dossier([event("one", own, [(kind, "other")]), event("other", other)])) == [finding])
    // The other way round, or within the same year, they do, except for parts, which need the same days.
    let isPart = kind == .partOf
    #expect(words(dossier([event("one", other, [(kind, "other")]), event("other", own)])).isEmpty == !isPart)
    #expect(words(dossier([event("one", own, [(kind, "other")]), event("other", own)])) == [])
  }

  @Test func whatIsGivenInReturnMayComeFirst() {
    for dates in [("2013", "2014"), ("2014", "2013")] {
      #expect(words(dossier([event("one", dates.0, [(.inReturnFor, "other")]), event("other", dates.1)])) == [])
    }
  }

  // MARK: Evidence

  @Test func aLinkNeedsASourceUnlessItIsInferred() {
    var events = [event("talks", "2013", [(.leadsTo, "treaty")]), event("treaty", "2014")]
    for index in events.indices { events[index].evidence = Evidence([Citation(of: "s")]) }
    let entities = dossier(events)
    let missing = words(entities, requiringSources: true).filter { $0.contains("link") }
    #expect(missing == ["d.yaml:10:3: error: link 'talks/leads-to/treaty' has no source [no-source]"])
    events[0].links[0].evidence.basis = .inferred
    #expect(!words(dossier(events), requiringSources: true).contains { $0.contains("link") })
  }

  @Test func theSourceOfALinkIsLookedUp() {
    var talks = event("talks", "2013", [(.leadsTo, "treaty")])
    talks.links[0].evidence = Evidence([Citation(of: "ss")])
    #expect(
      words(dossier([talks, event("treaty", "2014")])) == [
        "d.yaml:10:3: error: unknown source 'ss' [unknown-id]\n  did you mean 's'?"
      ])
  }

  @Test func aBasisThatContradictsTheSpeakersIsWarnedOf() {
    func claim(_ basis: Basis, _ speakers: Mention?...) -> [String] {
      var one = event("one", "2013")
      one.evidence = Evidence(speakers.map { Citation(of: "s", speaker: $0) }, basis: basis)
      return words(dossier([one]))
    }
    #expect(
      claim(.reported, "a", "Officials")
        == ["d.yaml:10:3: warning: every citation has a speaker, so the claim is attributed [basis]"])
    #expect(
      claim(.attributed, nil)
        == ["d.yaml:10:3: warning: no citation has a speaker to whom the claim is attributed [basis]"])
    #expect(claim(.attributed, "a", nil) == [] && claim(.reported, "a", nil) == [])
    #expect(claim(.inferred, "a") == [] && claim(.inferred, nil) == [])
  }

  @Test func theBasisOfAClaimFollowsFromItsCitationsUnlessItIsGiven() {
    #expect(Evidence().overallBasis == nil)
    #expect(Evidence([Citation(of: "s")]).overallBasis == .reported)
    #expect(Evidence([Citation(of: "s", speaker: "a")]).overallBasis == .attributed)
    #expect(Evidence([Citation(of: "s", speaker: "a")], basis: .inferred).isInferred)
  }

  // MARK: Mediators

  private func mediation(_ mediator: Entity.ID?, kind: RelationKind.ID = "mediation") -> Relation {
    Relation("r", kind, from: "a", to: "b", isDirected: false, phases: [Phase("p")], mediator: mediator)
  }

  @Test func aMediatorStandsBetweenTwoOthers() {
    #expect(words(dossier([], [mediation("c")])) == [])
    let checked = KnowledgeGraph.linking([dossier([], [mediation("a")])])
    #expect(
      checked.diagnostics.map(\.description) == ["d.yaml:30:3: error: 'a' mediates for itself [same-pair]"])
    #expect(
      words(dossier([], [mediation("d")])).first?.hasPrefix("d.yaml:30:3: error: unknown entity 'd' [unknown-id]")
        == true)
  }

  @Test func aMediatedKindNeedsAMediatorAndNoOtherKindHasOne() {
    #expect(
      words(dossier([], [mediation(nil)])) == [
        "d.yaml:30:3: error: 'mediation' needs 'by' and 'between' [direction]"
      ])
    #expect(
      words(dossier([], [mediation("c", kind: "ties")])) == [
        "d.yaml:30:3: error: 'ties' needs 'between' and no 'by' [direction]"
      ])
  }

  @Test func aMediatedRelationIsATieOfTheMediatorWithEachEnd() {
    let relation = mediation("c")
    #expect(Set(relation.dyads) == [Dyad("a", "c"), Dyad("b", "c")])
    #expect(relation.parties == ["a", "b", "c"])
    #expect(RelationKind.builtIn["mediation"]?.sentence(of: relation, name: \.text) == "mediation by c between a and b")
  }

  // MARK: Snapshots and versions

  @Test func whatDoesNotYetExistIsNotAffectedOrLinkedTo() throws {
    var talks = event("talks", "2013", [(.leadsTo, "treaty")])
    (talks.affects, talks.effect) = (["c"], Tone(3)!)
    var three = dossier([talks, event("treaty", "2016")])
    three.entities[2].value.during = Interval("2020/..")!
    three.relations = [Located(mediation("c"))]
    let graph = KnowledgeGraph.linking([three]).value
    let then = graph.snapshot(at: Moment(on: Day(2015, 1, 1)!)).standing
    #expect(then.events.keys.sorted() == ["talks"])
    let standing = try #require(then.events["talks"])
    #expect(standing.links == [] && standing.affects == [] && standing.effect == nil)
    #expect(then.relations.isEmpty)
    let now = graph.snapshot(at: Moment(on: Day(2021, 1, 1)!)).standing
    #expect(now.events["talks"]?.links.count == 1 && now.events["talks"]?.affects == ["c"])
    #expect(now.relations["r"]?.mediator == "c")
  }

  @Test(arguments: 0..<30)
  func whatHoldsOnADayIsAGraphWithoutErrors(seed: Int) {
    let graph = everything(seed: seed)
    for year in [2016, 2020, 2024] {
      let snapshot = graph.snapshot(at: Moment(on: Day(year, 6, 1)!))
      let there = Set(snapshot.entities.map(\.id))
      let standing = snapshot.standing
      let expected = snapshot.events.filter { $0.item.parties.allSatisfy(there.contains) }
      #expect(standing.events.keys.sorted() == expected.map(\.id))
      #expect(standing.relations.keys.sorted() == snapshot.ties.map(\.id))
      #expect(KnowledgeGraph.linking([Dossier(standing)]).errors == [])
    }
  }

  @Test(arguments: 0..<30)
  func renamedRecordsKeepTheirLinksEffectsAndMediators(seed: Int) throws {
    let before = everything(seed: seed)
    var dossier = Dossier(before)
    // A review names its claim by an id of its own.
    dossier.reviews = []
    let oldEvent = try #require(dossier.events.first?.value)
    rename("entity-0", as: "renamed", event: oldEvent.id, as: "renamed-event", in: &dossier)
    let after = try KnowledgeGraph.linking([dossier]).get()
    let diff = GraphDiff(from: before.snapshot(at: .ever), to: after.snapshot(at: .ever))
    #expect(diff.entities.filter(\.isDifference).map(\.thing.id) == ["renamed"])
    #expect(diff.events.filter(\.isDifference).map(\.thing.id) == ["renamed-event"])
    #expect(diff.events.filter(\.isDifference).flatMap { diff.fieldChanges(of: $0) } == [])
    #expect(diff.ties.filter(\.isDifference).isEmpty)
  }

  /// Writes two ids anew, wherever a record names them.
  private func rename(
    _ old: Entity.ID, as new: Entity.ID, event oldEvent: Event.ID, as newEvent: Event.ID, in dossier: inout Dossier
  ) {
    func name(_ id: Entity.ID) -> Entity.ID { id == old ? new : id }
    func name(_ id: Event.ID) -> Event.ID { id == oldEvent ? newEvent : id }
    func rename(_ evidence: inout Evidence) {
      for index in evidence.citations.indices where evidence.citations[index].speaker?.entity == old {
        evidence.citations[index].speaker = .words(new.text)
      }
    }
    dossier.entities = dossier.entities.map { located in
      var one = located.value
      if one.id == old {
        one = Entity(
          new, one.kind, name: one.names[0].text, short: one.short, names: Array(one.names.dropFirst()),
          type: one.type, home: one.home, isUnnamed: one.isUnnamed, codes: one.codes, during: one.during,
          evidence: one.evidence, note: one.note, was: old)
      }
      one.home = one.home.map(name)
      rename(&one.evidence)
      return Located(one)
    }
    for index in dossier.offices.indices {
      dossier.offices[index].value.of = name(dossier.offices[index].value.of)
      rename(&dossier.offices[index].value.evidence)
    }
    for index in dossier.holdings.indices {
      dossier.holdings[index].value.official = name(dossier.holdings[index].value.official)
      rename(&dossier.holdings[index].value.evidence)
    }
    for index in dossier.relations.indices {
      dossier.relations[index].value.from = name(dossier.relations[index].value.from)
      dossier.relations[index].value.to = name(dossier.relations[index].value.to)
      dossier.relations[index].value.mediator = dossier.relations[index].value.mediator.map(name)
      for phase in dossier.relations[index].value.phases.indices {
        rename(&dossier.relations[index].value.phases[phase].evidence)
      }
    }
    dossier.events = dossier.events.map { located in
      let one = located.value
      let id = name(one.id)
      let links = one.links.map { link in
        var evidence = link.evidence
        rename(&evidence)
        return EventLink(link.kind, name(link.target), of: id, evidence: evidence, note: link.note)
      }
      var evidence = one.evidence
      rename(&evidence)
      let place = one.place?.entity == old ? .words(new.text) : one.place
      return Located(
        Event(
          id, within: one.within, what: one.what, type: one.type, mode: one.mode, actors: one.actors.map(name),
          recipients: one.recipients.map(name), describedActors: one.describedActors,
          describedRecipients: one.describedRecipients, affects: one.affects.map(name), effect: one.effect,
          place: place, numbers: one.numbers, tone: one.ownTone, isKey: one.isKey, links: links, evidence: evidence,
          note: one.note, was: id == newEvent ? oldEvent : one.was))
    }
    for index in dossier.views.indices {
      let view = dossier.views[index].value
      let focus: View.Focus =
        switch view.focus {
        case .everyone: .everyone
        case .between(let one, let other): .between(name(one), name(other))
        case .around(let ego, let hops): .around(name(ego), hops: hops)
        }
      dossier.views[index] = Located(
        View(
          view.id, focus, days: view.days, isWindow: view.isWindow, known: view.known, title: view.title,
          theme: view.theme, filter: view.filter))
    }
  }
}
