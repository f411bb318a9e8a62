import DyadCore
import DyadTestSupport
import Testing

/// What is so of every graph.
@Suite struct GraphLaws {
  private func moments(_ seed: Int) -> [Moment] {
    var random = Seeded(seed)
    let days = (0..<2).map { _ in anyDate(&random).days.lowerBound }
    return days.map { Moment(on: $0) } + [.ever, Moment(on: days[0], known: days[1])]
  }

  @Test(arguments: 0..<150)
  func noIdInASnapshotLeadsNowhere(seed: Int) {
    for moment in moments(seed) {
      let snapshot = anyGraph(seed: seed).snapshot(at: moment)
      let there = Set(snapshot.entities.map(\.id))
      #expect(snapshot.ties.allSatisfy { there.contains($0.relation.from) && there.contains($0.relation.to) })
      #expect(snapshot.ties.allSatisfy { !$0.phases.isEmpty })
      #expect(
        snapshot.holdings.allSatisfy {
          there.contains($0.item.official) && snapshot.graph.offices[$0.item.office] != nil
        })
      #expect(
        snapshot.events.allSatisfy { event in event.item.parties.allSatisfy { snapshot.graph.entities[$0] != nil } })
      #expect((snapshot.entities.map(\.certainty) + snapshot.events.map(\.certainty)).allSatisfy { $0 != .no })
    }
  }

  /// Copies of claims share them until one is changed.
  @Test(arguments: 0..<20)
  func aSnapshotWhoseCopyIsChangedStaysAsItIs(seed: Int) {
    let graph = anyGraph(seed: seed)
    let snapshot = graph.snapshot(at: .ever)
    var copy = snapshot
    for index in copy.events.indices { copy.events[index].item.what += ", again" }
    for index in copy.ties.indices {
      copy.ties[index].relation.phases = []
      copy.ties[index].kind = graph.kind(of: snapshot.ties[0].relation)
      for phase in copy.ties[index].phases.indices { copy.ties[index].phases[phase].item.reads = "otherwise" }
    }
    #expect(snapshot.events.isEmpty || copy.events != snapshot.events)
    let fresh = graph.snapshot(at: .ever)
    #expect(snapshot.events == fresh.events && snapshot.ties == fresh.ties)
  }

  @Test(arguments: 0..<100)
  func theOrderOfRecordsDoesNotMatter(seed: Int) {
    let dossier = anyDossier(seed: seed)
    var random = Seeded(seed)
    var shuffled = dossier
    shuffled.entities.shuffle(using: &random)
    shuffled.relations.shuffle(using: &random)
    shuffled.events.shuffle(using: &random)
    var parts = [Dossier(), Dossier(), shuffled]
    parts[0].entities = Array(shuffled.entities.prefix(2))
    parts[2].entities.removeFirst(2)
    parts.shuffle(using: &random)
    let (one, other) = (KnowledgeGraph.linking([dossier]), KnowledgeGraph.linking(parts))
    #expect(one.value.entities == other.value.entities)
    #expect(one.value.relations == other.value.relations)
    #expect(one.value.events == other.value.events)
    #expect(Set(one.diagnostics) == Set(other.diagnostics))
  }

  @Test(arguments: 0..<100)
  func aScopeShowsItsFocusWhatTheWholeGraphShows(seed: Int) {
    let graph = anyGraph(seed: seed)
    let parties = graph.entities.keys.sorted()
    for focus in [View.Focus.everyone, .between(parties[0], parties[parties.count - 1]), .around(parties[0], hops: 2)] {
      for moment in moments(seed) where moment != .ever {
        let scope = Scope(of: graph, on: focus, known: moment.known)
        let part = scope.snapshot(on: moment.days.lowerBound).focused(on: focus)
        let whole = graph.snapshot(at: moment).focused(on: focus)
        #expect(part.entities == whole.entities)
        #expect(part.holdings == whole.holdings)
        #expect(part.ties == whole.ties)
        #expect(part.events == whole.events)
        #expect(part.former == whole.former)
        for event in whole.events { #expect(part.concerns.of(event.item) == whole.concerns.of(event.item)) }
      }
    }
  }

  @Test(arguments: 0..<100)
  func aDiffWithItselfKeepsEverything(seed: Int) {
    for moment in moments(seed) {
      let snapshot = anyGraph(seed: seed).snapshot(at: moment)
      // A plain diff compares nothing.
      for diff in [GraphDiff(snapshot), GraphDiff(from: snapshot, to: snapshot)] {
        #expect(diff.isEmpty)
        #expect(diff.entities.map(\.thing) == snapshot.entities)
        #expect(diff.holdings.map(\.thing) == snapshot.holdings)
        #expect(diff.ties.map(\.thing) == snapshot.ties)
        #expect(diff.events.map(\.thing) == snapshot.events)
        #expect(diff.counted.map(\.thing) == snapshot.counted)
        #expect(diff.sources == GraphDiff(from: snapshot, to: snapshot).sources)
      }
    }
  }

  @Test func aCopyOfAGraphThatChangesLeavesTheOriginal() {
    func graph(of id: Entity.ID) -> KnowledgeGraph {
      var dossier = Dossier()
      dossier.entities = [Located(Entity(id, .state, name: id.text))]
      return KnowledgeGraph.linking([dossier]).value
    }
    let (one, other) = (graph(of: "a"), graph(of: "b"))
    // Adds to a copy of the other graph.
    let both = one.covered(by: other)
    #expect(both.entities.keys.sorted() == ["a", "b"])
    #expect(other == graph(of: "b"))
  }

  @Test(arguments: 0..<100)
  func reversedSidesMirrorEachOther(seed: Int) {
    let graph = anyGraph(seed: seed)
    let snapshots = moments(seed).prefix(2).map(graph.snapshot(at:))
    let (forth, back) = (
      GraphDiff(from: snapshots[0], to: snapshots[1]), GraphDiff(from: snapshots[1], to: snapshots[0])
    )
    #expect(forth.ties.map(mirrored) == back.ties.map(kind))
    #expect(forth.entities.map(mirrored) == back.entities.map(kind))
    #expect(forth.events.map(mirrored) == back.events.map(kind))
  }

  @Test(arguments: 0..<60)
  func whatIsThereAfterwardsIsKeptAddedOrChanged(seed: Int) {
    let graph = anyGraph(seed: seed)
    let snapshots = moments(seed).prefix(2).map(graph.snapshot(at:))
    let stage = graph.snapshot(at: .ever)
    let diff = GraphDiff(from: snapshots[0], to: snapshots[1], on: stage)
    let now = diff.events.filter { ["kept", "added", "changed"].contains(kind($0)) }.map(\.thing)
    #expect(now == snapshots[1].events)
    #expect(Set(diff.events.map(\.thing.id)).isSuperset(of: stage.events.map(\.id)))
  }

  @Test(arguments: 0..<100)
  func theSidesOfAPairAreDisjoint(seed: Int) {
    let snapshot = anyGraph(seed: seed).snapshot(at: .ever)
    let (first, second) = snapshot.sides(of: "entity-0", "entity-1")
    #expect(first.isDisjoint(with: second))
    #expect(first.contains("entity-0"))
    #expect(second.contains("entity-1"))
  }

  @Test(arguments: 0..<60)
  func moreHopsReachNoFewer(seed: Int) {
    let snapshot = anyGraph(seed: seed).snapshot(at: .ever)
    let reached = (0...4).map { Set(snapshot.around("entity-0", hops: $0).entities.map(\.id)) }
    #expect(zip(reached, reached.dropFirst()).allSatisfy { $0.isSubset(of: $1) })
  }

  private func kind<Thing>(_ change: Change<Thing>) -> String {
    switch change {
    case .kept: "kept"
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    case .absent: "absent"
    }
  }

  private func mirrored<Thing>(_ change: Change<Thing>) -> String {
    switch change {
    case .added: "removed"
    case .removed: "added"
    default: kind(change)
    }
  }
}
