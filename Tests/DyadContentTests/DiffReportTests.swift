import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct DiffReportTests {
  private let strained = Phase("a-b_1", reads: "strained", during: Interval("2021-08/2025-03")!)
  private let thawing = Phase("a-b_2", reads: "thawing", tone: Tone(3), during: Interval("2025-03/..")!)

  private func graph(_ edit: (inout Dossier) -> Void = { _ in }) -> KnowledgeGraph {
    var dossier = Dossier(title: "A and B")
    dossier.sources = [
      Located(Source("early", title: "Early", published: PartialDate("2025-03-01"))),
      Located(Source("late", title: "Late", published: PartialDate("2025-05-01"))),
    ]
    dossier.entities = [
      Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar")),
      Located(Entity("c", .official, name: "Cass", home: "a")),
    ]
    dossier.relations = [Located(Relation("a-b", "ties", between: "a", "b", phases: [strained, thawing]))]
    dossier.events = [visit("visit", "2025-04-19", "Cass visits Belmar", citing: "late")]
    edit(&dossier)
    return KnowledgeGraph.linking([dossier]).value
  }

  private func visit(_ id: Event.ID, _ on: String, _ what: String, citing source: Source.ID? = nil) -> Located<Event> {
    Located(
      Event(
        id, within: Interval(on)!, what: what, type: .consult, actors: ["c"], recipients: ["b"],
        evidence: Evidence(source.map { [Citation(of: $0, quote: "so")] } ?? [])))
  }

  private func at(_ day: String, known: String? = nil) -> Moment {
    Moment(on: Day(day)!, known: known.map { Day($0)! })
  }

  private func overTime(_ graph: KnowledgeGraph, _ from: String, _ to: String) -> DiffReport {
    DiffReport([.world: GraphDiff(from: graph.snapshot(at: at(from)), to: graph.snapshot(at: at(to)))])
  }

  private func versions(_ edit: (inout Dossier) -> Void) -> [DiffItem] {
    DiffReport([.versions: GraphDiff(from: graph().snapshot(at: .ever), to: graph(edit).snapshot(at: .ever))])
      .parts[0].items
  }

  // MARK: Over time

  @Test func theNextPhaseIsOneChangeOfItsRelation() {
    let items = overTime(graph(), "2025-02-01", "2025-05-26").parts[0].items
    #expect(items.map(\.mark) == [.changed, .added])
    #expect(items.map(\.when) == ["since Mar 2025", "19 Apr 2025"])
    #expect(items.map(\.sentence) == ["thawing (was: strained until Mar 2025)", "Cass visits Belmar"])
    #expect(items.map(\.heading) == ["Arvane and Belmar", "Arvane and Belmar"])
  }

  @Test func whatWasPossibleAndIsCertainSaysSo() {
    let later = overTime(graph(), "2025-03-15", "2025-04-15").parts[0].items
    #expect(later.map(\.sentence) == ["thawing (was: strained until Mar 2025; now certain)"])
    let earlier = overTime(graph(), "2025-04-15", "2025-03-15").parts[0].items
    #expect(earlier[0].sentence.contains("strained"))
  }

  @Test func anEventThatIsNoLongerCertainSaysSo() {
    let graph = graph { $0.events = [visit("visit", "2025-04", "Cass visits Belmar", citing: "late")] }
    let back = overTime(graph, "2025-05-26", "2025-04-15").parts[0].items.filter { $0.thing == .event }
    #expect(back.map(\.sentence) == ["Cass visits Belmar (now only possible)"])
    #expect(back.map(\.when) == ["Apr 2025?"])
  }

  @Test func whatIsOnlyPossibleIsCounted() {
    let graph = graph { $0.events = [visit("visit", "2025-04", "Cass visits Belmar", citing: "late")] }
    let text = overTime(graph, "2025-02-01", "2025-04-15").write(.text)
    #expect(text.contains("\n2 changes: 1 added, 1 changed; 1 of these is only possible.\n"))
    #expect(text.contains("+ Apr 2025?: Cass visits Belmar [1]"))
  }

  @Test func whereNothingDiffersTheReportSaysSo() {
    let report = overTime(graph(), "2024-02-01", "2024-02-02")
    #expect(report.isEmpty)
    #expect(report.write(.text).hasSuffix("No changes.\n"))
    #expect(report.write(.markdown).hasSuffix("No changes.\n"))
  }

  // MARK: What was learned

  @Test func whatChangedAndWhatWasLearnedAreToldOnceEach() {
    let graph = graph { dossier in
      dossier.events += [
        visit("old-news", "2024-01-01", "Cass had visited Belmar before", citing: "late"),
        visit("early-news", "2025-02-15", "Cass calls Belmar", citing: "early"),
      ]
    }
    let report = DiffReport([
      .world: GraphDiff(
        from: graph.snapshot(at: at("2025-02-01", known: "2025-05-26")),
        to: graph.snapshot(at: at("2025-05-26", known: "2025-05-26"))),
      .knowledge: GraphDiff(
        from: graph.snapshot(at: at("2025-05-26", known: "2025-04-01")),
        to: graph.snapshot(at: at("2025-05-26", known: "2025-05-26"))),
    ])
    #expect(report.parts.map(\.axis) == [.world, .knowledge])
    let world = report.parts[0].items.filter { $0.thing == .event }
    #expect(world.map(\.id) == ["early-news", "visit"])
    #expect(world.map(\.isAlsoLearned) == [false, true])
    #expect(report.parts[1].items.map(\.id) == ["old-news"])
    #expect(report.write(.text).contains("Cass visits Belmar (learned meanwhile)"))
  }

  @Test(arguments: 0..<40)
  func everyChangeIsToldOnceWhateverIsAsked(seed: Int) {
    let graph = anyGraph(seed: seed)
    func snapshot(_ day: Int, _ known: Int) -> Snapshot {
      graph.snapshot(at: Moment(on: Day(2015 + day, 6, 1)!, known: Day(2015 + known, 6, 1)!))
    }
    let world = GraphDiff(from: snapshot(2, 9), to: snapshot(7, 9))
    let knowledge = GraphDiff(from: snapshot(7, 4), to: snapshot(7, 9))
    let (one, other) = (DiffReport([.world: world]), DiffReport([.knowledge: knowledge]))
    let both = DiffReport([.world: world, .knowledge: knowledge])
    func ids(_ report: DiffReport) -> [String] { report.parts.flatMap(\.items).map { "\($0.thing) \($0.id)" } }
    #expect(Set(ids(both)) == Set(ids(one)).union(ids(other)))
    #expect(Set(ids(both)).count == ids(both).count)
    let marked = both.parts.flatMap(\.items).filter(\.isAlsoLearned).map { "\($0.thing) \($0.id)" }
    #expect(Set(marked) == Set(ids(one)).intersection(ids(other)))
  }

  // MARK: Two versions

  @Test func aCorrectedDateSaysWhatItWas() {
    let items = versions { $0.events[0].value.within = Interval("2025-04-20")! }
    #expect(items.map(\.when) == ["20 Apr 2025"])
    #expect(items.map(\.sentence) == ["Cass visits Belmar (was: 19 Apr 2025)"])
    #expect(items[0].fieldChanges.map(\.name) == ["on"])
  }

  @Test func fieldsAreToldInWords() {
    let items = versions { dossier in
      dossier.events[0].value.place = "b"
      dossier.events[0].value.recipients = ["a"]
      dossier.events[0].value.evidence.citations.append(Citation(of: "early"))
      dossier.events[0].value.note = "new"
    }
    #expect(
      items[0].remarks == [
        "recipients: Belmar → Arvane", "place: none → Belmar", "sources: [2] → [1][2]", "note added",
      ])
  }

  /// The remarks on the visit, between two versions of the dossier with a treaty.
  private func remarks(
    _ before: @escaping (inout Event) -> Void, _ after: @escaping (inout Event) -> Void
  ) -> [String] {
    let sides = [before, after].map { edit in
      graph { dossier in
        dossier.events.append(visit("treaty", "2025-06-01", "Cass signs a treaty"))
        edit(&dossier.events[0].value)
      }.snapshot(at: .ever)
    }
    return DiffReport([.versions: GraphDiff(from: sides[0], to: sides[1])]).parts[0].items.first?.remarks ?? []
  }

  @Test func participantsLinksAndEffectsAreToldInWords() {
    func enrich(_ event: inout Event) {
      event.describedActors = [DescribedParticipant("militants", number: "over 70")!]
      (event.affects, event.effect, event.isKey) = (["a"], Tone(3)!, true)
      event.links = [EventLink(.leadsTo, "treaty", of: "visit")]
      event.evidence.basis = .inferred
    }
    #expect(
      remarks({ _ in }, enrich) == [
        "actors: Cass → Cass, over 70 militants", "affects: none → Arvane", "effect: none → 3", "now a key event",
        "linked: led to “Cass signs a treaty”", "basis: none → inferred",
      ])
    #expect(
      // The fields that remain come first.
      remarks(enrich, { _ in }) == [
        "actors: Cass, over 70 militants → Cass", "affects: Arvane → none", "effect: 3 → none",
        "no longer a key event", "no longer linked: led to “Cass signs a treaty”", "basis: inferred → none",
      ])
  }

  @Test func aLinkWithOtherEvidenceIsNeitherNewNorGone() {
    func link(_ kind: EventLink.Kind, _ sources: Source.ID...) -> (inout Event) -> Void {
      { $0.links = [EventLink(kind, "treaty", of: "visit", evidence: Evidence(sources.map { Citation(of: $0) }))] }
    }
    #expect(
      remarks(link(.leadsTo), link(.leadsTo, "early"))
        == ["evidence of the link changed: led to “Cass signs a treaty”"])
    #expect(
      remarks(link(.leadsTo), link(.inReturnFor)) == [
        "linked: in return for “Cass signs a treaty”; no longer linked: led to “Cass signs a treaty”"
      ])
  }

  @Test func aNewMediatorIsToldByName() throws {
    let sides = ["c", "d"].map { mediator in
      graph { dossier in
        dossier.entities.append(Located(Entity("d", .state, name: "Drava")))
        dossier.relations.append(
          Located(
            Relation(
              "talks", "mediation", from: "a", to: "b", isDirected: false, phases: [Phase("t", during: .always)],
              mediator: Entity.ID(mediator))))
      }.snapshot(at: .ever)
    }
    let items = DiffReport([.versions: GraphDiff(from: sides[0], to: sides[1])]).parts[0].items
    #expect(items.map(\.what) == ["Mediation by Drava between Arvane and Belmar"])
    #expect(items.map(\.remarks) == [["mediator: Cass → Drava"]])
    #expect(items.map(\.heading) == ["Arvane and Belmar"])
  }

  @Test func theSourceOfALinkIsListedAndItsParticipantsAreAsInADossier() throws {
    let sides = [
      graph(),
      graph { dossier in
        dossier.sources.append(Located(Source("latest", title: "Latest")))
        dossier.events.append(visit("treaty", "2025-06-01", "Cass signs a treaty", citing: "late"))
        dossier.events[0].value.describedActors = [DescribedParticipant("militants", number: "over 70")!]
        dossier.events[0].value.isKey = true
        dossier.events[0].value.links = [
          EventLink(.leadsTo, "treaty", of: "visit", evidence: Evidence([Citation(of: "latest")]))
        ]
      },
    ]
    let report = DiffReport([.versions: GraphDiff(from: sides[0].snapshot(at: .ever), to: sides[1].snapshot(at: .ever))]
    )
    #expect(report.parts[0].items.contains { $0.thing == .source && $0.id == "latest" })
    let json = try #require(try JSONSerialization.jsonObject(with: Data(report.write(.json).utf8)) as? [String: Any])
    let changes = (json["parts"] as? [[String: Any]])?.first?["changes"] as? [[String: Any]] ?? []
    let after = try #require(changes.first { $0["id"] as? String == "visit" }?["after"] as? [String: Any])
    let actors = try #require(after["actors"] as? [Any])
    #expect(actors.first as? String == "c")
    #expect(actors.last as? [String: String] == ["described": "militants", "number": "over 70"])
    #expect(after["key"] as? Bool == true)
    let links = try #require(after["links"] as? [[String: Any]])
    #expect(links.map { $0["leads-to"] as? String } == ["treaty"])
  }

  @Test func aRenamedEntityIsOneChange() {
    let items = versions { dossier in
      dossier.entities[2].value = Entity("cass", .official, name: "Cass", home: "a", was: "c")
      dossier.events[0].value.actors = ["cass"]
    }
    #expect(items.map(\.formerId) == ["c"])
    #expect(items.map(\.sentence) == ["Cass, official (id was: c)"])
  }

  @Test func aRenamedRelationAndEventAreOneChangeEach() {
    let items = versions { dossier in
      let old = dossier.events[0].value
      dossier.events[0].value = Event(
        "landing", within: old.within, what: old.what, type: old.type, actors: old.actors, recipients: old.recipients,
        evidence: old.evidence, was: "visit")
      dossier.relations[0].value = Relation(
        "ab", "ties", from: "a", to: "b", isDirected: false,
        phases: [
          Phase("ab_1", reads: "strained", during: strained.during),
          Phase("ab_2", reads: "thawing", tone: Tone(3), during: thawing.during),
        ], was: "a-b")
    }
    #expect(items.map(\.formerId) == ["a-b", "visit"])
    #expect(items.map(\.remarks) == [["id was: a-b"], ["id was: visit"]])
  }

  @Test func anIdThatIsStillThereWasNotRenamed() {
    let items = versions { dossier in
      dossier.entities.append(Located(Entity("cass", .official, name: "Cass", home: "a", was: "c")))
    }
    #expect(items.map(\.mark) == [.added])
  }

  @Test func aCorrectedSourceIsAChangeOfItsOwn() {
    let items = versions { $0.sources[1].value.published = PartialDate("2025-05-02") }
    #expect(items.map(\.thing) == [.source])
    #expect(items.map(\.remarks) == [["was: 1 May 2025"]])
  }

  // MARK: The forms

  @Test(arguments: 0..<40)
  func textMarkdownAndJSONTellTheSameInTheSameOrder(seed: Int) throws {
    let (one, other) = (anyGraph(seed: seed), anyGraph(seed: seed + 500))
    for report in [
      DiffReport([
        .world: GraphDiff(
          from: one.snapshot(at: at("2018-01-01")), to: one.snapshot(at: at("2023-01-01")))
      ]),
      DiffReport([.versions: GraphDiff(from: one.snapshot(at: .ever), to: other.snapshot(at: .ever))]),
    ] {
      let items = report.parts.flatMap(\.items)
      let text = report.write(.text, listingCertainty: true).split(separator: "\n").filter { line in
        ["+ ", "- ", "Δ ", "~ "].contains { line.hasPrefix($0) }
      }
      #expect(text.count == items.count)
      for (line, item) in zip(text, items) {
        #expect(line.dropFirst(2).hasPrefix(item.when) && line.contains(item.sentence))
      }
      let rows = report.write(.markdown, listingCertainty: true).split(separator: "\n").filter { line in
        ["| + |", "| - |", "| Δ |", "| ~ |"].contains { line.hasPrefix($0) }
      }
      #expect(rows.map { String($0.dropFirst(2).prefix(1)) } == items.map(\.mark.symbol))
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(report.write(.json).utf8)) as? [String: Any])
      let parts = try #require(json["parts"] as? [[String: Any]])
      let changes = parts.flatMap { $0["changes"] as? [[String: Any]] ?? [] }
      #expect(changes.map { $0["id"] as? String } == items.map(\.id))
      #expect(changes.map { $0["change"] as? String } == items.map(\.mark.rawValue))
      #expect(changes.map { $0["words"] as? String } == items.map(\.sentence))
    }
  }

  @Test func signsOfMarkdownMeanThemselves() {
    let items = graph { $0.events[0].value.what = "A|B *meet* [here] <b>" }
    let report = DiffReport([.versions: GraphDiff(from: graph().snapshot(at: .ever), to: items.snapshot(at: .ever))])
    #expect(report.write(.markdown).contains("| A\\|B \\*meet\\* \\[here\\] \\<b\\> (was: Cass visits Belmar) |"))
  }

  @Test func aChangeOfCertaintyAloneIsListedApart() throws {
    let graph = graph {
      $0.events = [visit("vague", "2024-08/2025-04", "Cass visits Belmar at some time")]
    }
    let report = overTime(graph, "2025-01-15", "2025-06-01")
    #expect(report.parts[0].items.last?.mark == .certainty)
    let whole = report.write(.text, listingCertainty: true)
    #expect(whole.contains("\n~ Aug 2024 – Apr 2025: Cass visits Belmar at some time (now certain)"))
    #expect(!report.write(.text).contains("\n~ "))
    #expect(report.write(.text).contains("1 change: 1 changed; 1 more differs in certainty alone."))
    let diff = GraphDiff(from: graph.snapshot(at: at("2025-01-15")), to: graph.snapshot(at: at("2025-06-01")))
    let content = Content(diff, of: View(.between("a", "b")))
    #expect(content.cards.flatMap(\.rows).first { $0.id == "vague" }?.mark == .kept)
  }
}
