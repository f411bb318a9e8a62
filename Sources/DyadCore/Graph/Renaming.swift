/// The ids that differ between two versions of a graph: a record with `was: old-id` is the record that had that id.
///
///     Renaming(from: older, to: graph).entities     // ["fcf": "free-coast-front"]
public struct Renaming: Hashable, Sendable {
  /// The new ids of entities, by the old ones.
  public let entities: [Entity.ID: Entity.ID]
  /// The new ids of relations, by the old ones.
  public let relations: [Relation.ID: Relation.ID]
  /// The new ids of events, by the old ones.
  public let events: [Event.ID: Event.ID]

  /// The renaming between two graphs, in either direction of time.
  public init(from: KnowledgeGraph, to: KnowledgeGraph) {
    guard !from.isCopy(of: to) else {
      (entities, relations, events) = ([:], [:], [:])
      return
    }
    entities = Renaming.pairs(from.entities, to.entities, \.was)
    relations = Renaming.pairs(from.relations, to.relations, \.was)
    events = Renaming.pairs(from.events, to.events, \.was)
  }

  /// Whether no id differs.
  public var isEmpty: Bool { entities.isEmpty && relations.isEmpty && events.isEmpty }

  /// Pairs of an id that only the first graph has and one that only the second has, each at most once.
  private static func pairs<ID: Hashable & Comparable, Record>(
    _ before: [ID: Record], _ after: [ID: Record], _ was: (Record) -> ID?
  ) -> [ID: ID] {
    let claimed =
      after.compactMap { id, record in was(record).map { (old: $0, new: id) } }
      + before.compactMap { id, record in was(record).map { (old: id, new: $0) } }
    var pairs: [ID: ID] = [:]
    var taken: Set<ID> = []
    for (old, new) in claimed.sorted(by: { ($0.old, $0.new) < ($1.old, $1.new) })
    where before[old] != nil && after[old] == nil && before[new] == nil && after[new] != nil {
      guard pairs[old] == nil, taken.insert(new).inserted else { continue }
      pairs[old] = new
    }
    return pairs
  }

  /// The focus under the new ids.
  public func renamed(_ focus: View.Focus) -> View.Focus {
    switch focus {
    case .everyone: focus
    case .between(let one, let other): .between(renamed(one), renamed(other))
    case .around(let ego, let hops): .around(renamed(ego), hops: hops)
    }
  }

  // MARK: Records under their new ids

  /// The snapshot, with the offices of its graph, by which offices held are described.
  func renamed(_ snapshot: Snapshot) -> Snapshot {
    guard !isEmpty else { return snapshot }
    var graph = snapshot.graph
    for office in snapshot.graph.offices.values {
      var office = office
      (office.id, office.of) = (office.id.renamed(renamed), renamed(office.of))
      graph.offices[office.id] = office
    }
    var renamed = Snapshot(snapshot, describedBy: graph)
    renamed.entities = snapshot.entities.map(self.renamed)
    renamed.holdings = snapshot.holdings.map(self.renamed)
    renamed.ties = snapshot.ties.map(self.renamed)
    renamed.events = snapshot.events.map(self.renamed)
    renamed.counted = snapshot.counted.map(self.renamed).sorted { $0.id < $1.id }
    renamed.former = snapshot.former.map(self.renamed)
    return renamed
  }

  func renamed(_ id: Entity.ID) -> Entity.ID { entities[id] ?? id }

  func renamed(_ held: Held<Entity>) -> Held<Entity> {
    var held = held
    held.item.id = renamed(held.item.id)
    held.item.home = held.item.home.map(renamed)
    held.item.evidence = renamed(held.item.evidence)
    return held
  }

  /// The ids of offices and holdings are made of other ids.
  func renamed(_ held: Held<Holding>) -> Held<Holding> {
    var held = held
    held.item.id = held.id.renamed(renamed)
    held.item.official = renamed(held.item.official)
    held.item.office = held.item.office.renamed(renamed)
    held.item.evidence = renamed(held.item.evidence)
    return held
  }

  func renamed(_ tie: Tie) -> Tie {
    var tie = tie
    let old = tie.relation.id
    tie.relation.id = relations[old] ?? old
    tie.relation.from = renamed(tie.relation.from)
    tie.relation.to = renamed(tie.relation.to)
    tie.relation.mediator = tie.relation.mediator.map(renamed)
    for index in tie.phases.indices { rename(&tie.phases[index].item, of: old, as: tie.relation.id) }
    for index in tie.relation.phases.indices { rename(&tie.relation.phases[index], of: old, as: tie.relation.id) }
    return tie
  }

  private func rename(_ phase: inout Phase, of old: Relation.ID, as new: Relation.ID) {
    phase.id = phase.id.renamed(of: old, as: new)
    phase.evidence = renamed(phase.evidence)
  }

  func renamed(_ held: Held<Event>) -> Held<Event> {
    var held = held
    held.item.id = events[held.item.id] ?? held.item.id
    held.item.actors = held.item.actors.map(renamed)
    held.item.recipients = held.item.recipients.map(renamed)
    held.item.affects = held.item.affects.map(renamed)
    held.item.links = held.item.links.map { link in
      EventLink(
        link.kind, events[link.target] ?? link.target, of: held.item.id, evidence: renamed(link.evidence),
        note: link.note)
    }
    held.item.place = held.item.place.map(renamed)
    held.item.evidence = renamed(held.item.evidence)
    return held
  }

  func renamed(_ dyad: CountedDyad) -> CountedDyad {
    var dyad = dyad
    for index in dyad.counts.indices {
      dyad.counts[index].item.from = renamed(dyad.counts[index].item.from)
      dyad.counts[index].item.to = renamed(dyad.counts[index].item.to)
    }
    return dyad
  }

  private func renamed(_ mention: Mention) -> Mention {
    switch mention {
    case .entity(let id): .entity(renamed(id))
    case .words, .dataSet: mention
    }
  }

  private func renamed(_ evidence: Evidence) -> Evidence {
    var evidence = evidence
    for index in evidence.citations.indices {
      evidence.citations[index].speaker = evidence.citations[index].speaker.map(renamed)
    }
    return evidence
  }
}
