import DyadCore
import DyadTestSupport
import Testing

/// What is so of the difference of any two snapshots.
@Suite struct DiffLaws {
  private func snapshots(_ seed: Int, of graphs: [KnowledgeGraph]) -> [Snapshot] {
    var random = Seeded(seed)
    let days = (0..<2).map { _ in anyDate(&random).days.lowerBound }
    return zip(graphs, days).map { graph, day in graph.snapshot(at: Moment(on: day)) }
  }

  private func pairs(_ seed: Int) -> [[Snapshot]] {
    let (one, other) = (anyGraph(seed: seed), anyGraph(seed: seed + 1000))
    return [
      snapshots(seed, of: [one, one]), snapshots(seed, of: [one, other]), [one, other].map { $0.snapshot(at: .ever) },
      [anyDossier(seed: seed), renamed(anyDossier(seed: seed))].map {
        KnowledgeGraph.linking([$0]).value.snapshot(at: .ever)
      },
    ]
  }

  @Test(arguments: 0..<100)
  func aDiffAppliedToItsFirstGivesItsSecond(seed: Int) {
    for pair in pairs(seed) {
      let second = GraphDiff(from: pair[0], to: pair[1]).applied(to: pair[0])
      #expect(GraphDiff(from: second, to: pair[1]).isEmpty)
      #expect(second.entities.map(\.id) == pair[1].entities.map(\.id))
      #expect(second.holdings.map(\.id) == pair[1].holdings.map(\.id))
      #expect(second.ties.map(\.id) == pair[1].ties.map(\.id))
      #expect(second.events.map(\.id) == pair[1].events.map(\.id))
    }
  }

  @Test(arguments: 0..<100)
  func reversedSidesMirrorTheirFields(seed: Int) {
    for pair in pairs(seed) {
      let (forth, back) = (GraphDiff(from: pair[0], to: pair[1]), GraphDiff(from: pair[1], to: pair[0]))
      #expect(fieldChanges(forth, mirrored: true) == fieldChanges(back))
      let (there, thence) = (forth.renaming.entities, back.renaming.entities)
      #expect(there.count == thence.count)
      for (old, new) in there { #expect(thence[new] == old) }
    }
  }

  private func fieldChanges(_ diff: GraphDiff, mirrored isMirrored: Bool = false) -> Set<[FieldChange]> {
    let changes = diff.ties.map { diff.fieldChanges(of: $0) } + diff.entities.map { diff.fieldChanges(of: $0) }
    return Set(
      changes.filter { !$0.isEmpty }.map { changes in
        changes.map { isMirrored ? FieldChange($0.name, before: $0.after, after: $0.before) : $0 }
          .sorted { $0.name < $1.name }
      })
  }

  @Test(arguments: 0..<100)
  func anEventIsChangedIfAndOnlyIfItDiffersAsAValue(seed: Int) {
    for pair in pairs(seed) {
      let diff = GraphDiff(from: pair[0], to: pair[1])
      guard diff.renaming.entities.isEmpty else { continue }
      let (before, after) = (values(pair[0]), values(pair[1]))
      for event in diff.events {
        let id = event.thing.id
        #expect(event.isDifference == (before[id] != after[id]), "\(id)")
        #expect(event.formerId != nil || diff.fieldChanges(of: event).isEmpty == (before[id] == after[id]), "\(id)")
      }
    }
  }

  @Test(arguments: 0..<30)
  func oneChangedValueOfOneEventIsOneChange(seed: Int) throws {
    let dossier = anyDossier(seed: seed)
    guard let old = dossier.events.first?.value else { return }
    let before = KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)
    for (name, change) in DiffLaws.eventChanges {
      var changed = dossier
      change(&changed.events[0].value)
      let diff = GraphDiff(from: before, to: KnowledgeGraph.linking([changed]).value.snapshot(at: .ever))
      let differing = diff.events.filter(\.isDifference)
      #expect(differing.map(\.thing.id) == [old.id], "\(name)")
      #expect(differing.allSatisfy { !diff.fieldChanges(of: $0).isEmpty }, "\(name)")
    }
  }

  /// A change of each value that an event has.
  private static let eventChanges: [(name: String, change: @Sendable (inout Event) -> Void)] = [
    ("date", { $0.within = Interval("1999-01-01")! }), ("what", { $0.what += " at last" }),
    ("type", { $0.type = $0.type == .aid ? .assault : .aid }), ("mode", { $0.mode = "visit" }),
    ("actors", { $0.actors = ["entity-0", "entity-1"] }), ("recipients", { $0.recipients = ["entity-1", "entity-0"] }),
    ("place", { $0.place = "the harbour" }), ("numbers", { $0.numbers = [Quantity("people", "71")!] }),
    ("tone", { $0.ownTone = Tone(($0.ownTone?.value ?? 0) > 0 ? -1.25 : 1.25)! }), ("note", { $0.note = "a note" }),
    ("citations", { $0.evidence.citations.append(Citation(of: "source-0", quote: "another quote")) }),
    ("known", { $0.evidence.known = Interval("2001/..")! }),
    ("basis", { $0.evidence.basis = .inferred }), ("key", { $0.isKey = true }),
    ("affects", { $0.affects = ["entity-1"] }),
    ("effect", { ($0.affects, $0.effect) = (["entity-1"], Tone(1)!) }),
    ("described actors", { $0.describedActors = [DescribedParticipant("militants", number: "over 70")!] }),
    ("described recipients", { $0.describedRecipients = [DescribedParticipant("nobody in particular")!] }),
  ]

  /// The events by id, without what is derived from a source's publication or only names an earlier id.
  private func values(_ snapshot: Snapshot) -> [Event.ID: Held<Event>] {
    Dictionary(
      snapshot.events.map { held in
        var held = held
        held.item.evidence = Evidence(held.item.evidence.citations, known: held.item.evidence.known)
        held.item.was = nil
        return (held.item.id, held)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: 0..<60)
  func renamingAnEntityIsOneRenameAndNothingElse(seed: Int) {
    let (before, after) = (anyDossier(seed: seed), renamed(anyDossier(seed: seed)))
    let snapshots = [before, after].map { KnowledgeGraph.linking([$0]).value.snapshot(at: .ever) }
    for (diff, old, new) in [
      (GraphDiff(from: snapshots[0], to: snapshots[1]), "entity-0", "renamed"),
      (GraphDiff(from: snapshots[1], to: snapshots[0]), "renamed", "entity-0"),
    ] {
      let differing = diff.entities.filter(\.isDifference)
      #expect(differing.map(\.thing.id.text) == [new])
      #expect(differing.map(\.formerId) == [Entity.ID(old)])
      #expect(diff.fieldChanges(of: differing[0]) == [])
      #expect(diff.ties.filter(\.isDifference).isEmpty)
      #expect(diff.events.filter(\.isDifference).isEmpty)
      #expect(diff.holdings.filter(\.isDifference).isEmpty)
    }
  }

  @Test(arguments: 0..<60)
  func aPartOfADiffHasNoChangesThatTheWholeDoesNotHave(seed: Int) {
    let pair = pairs(seed)[0]
    let diff = GraphDiff(from: pair[0], to: pair[1])
    for part in [
      diff.focused(on: .between("entity-0", "entity-1")), diff.focused(on: .around("entity-0", hops: 1)),
      diff.filtered(by: Filter(without: ["official"], minimumTone: 4)),
    ] {
      #expect(Set(part.events.filter(\.isDifference)).subtracting(diff.events).isEmpty)
      #expect(Set(part.ties.filter(\.isDifference)).subtracting(diff.ties).isEmpty)
    }
  }

  @Test(arguments: 0..<60)
  func aPartThatWasRenamedIsFoundByItsNewName(seed: Int) {
    let pair = pairs(seed)[3]
    let part = GraphDiff(from: pair[0], to: pair[1]).focused(on: .around("renamed", hops: 1))
    #expect(part.entities.filter(\.isDifference).map(\.formerId) == ["entity-0"])
    #expect(part.ties.filter(\.isDifference).isEmpty)
    #expect(part.events.filter(\.isDifference).isEmpty)
  }

  /// The dossier with another id for its first entity, wherever it is named.
  private func renamed(_ dossier: Dossier) -> Dossier {
    func name(_ id: Entity.ID) -> Entity.ID { id == "entity-0" ? "renamed" : id }
    var dossier = dossier
    for index in dossier.entities.indices {
      let old = dossier.entities[index].value
      dossier.entities[index].value = Entity(
        name(old.id), old.kind, name: old.names[0].text, names: Array(old.names.dropFirst()), home: old.home.map(name),
        during: old.during, evidence: old.evidence, was: old.id == "entity-0" ? old.id : nil)
    }
    for index in dossier.offices.indices { dossier.offices[index].value.of = name(dossier.offices[index].value.of) }
    for index in dossier.holdings.indices {
      dossier.holdings[index].value.official = name(dossier.holdings[index].value.official)
    }
    for index in dossier.relations.indices {
      dossier.relations[index].value.from = name(dossier.relations[index].value.from)
      dossier.relations[index].value.to = name(dossier.relations[index].value.to)
    }
    for index in dossier.events.indices {
      dossier.events[index].value.actors = dossier.events[index].value.actors.map(name)
      dossier.events[index].value.recipients = dossier.events[index].value.recipients.map(name)
    }
    return dossier
  }
}
