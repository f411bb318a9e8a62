/// A claim that holds, for certain or possibly.
///
///     snapshot.events.filter { $0.certainty == .possibly }
///
/// Copies share the claim: snapshots, filters and sorting copy claims more often than they read them.
public struct Held<Item: Claim>: Hashable, Sendable, Identifiable {
  @usableFromInline var shared: Shared<Item>
  /// Whether it holds for certain or possibly.
  public var certainty: Certainty

  /// A claim that holds.
  @inlinable
  public init(_ item: Item, _ certainty: Certainty = .yes) {
    (shared, self.certainty) = (Shared(item), certainty)
  }

  /// The claim.
  @inlinable public var item: Item {
    _read { yield shared.value }
    _modify { yield &shared.value }
  }

  /// The id of the claim.
  @inlinable public var id: Item.ID { shared.value.id }
}

/// A relation with those of its phases that hold.
///
///     snapshot.ties.first?.phases.first?.item.reads     // "thawing"
public struct Tie: Hashable, Sendable, Identifiable {
  @usableFromInline var sharedRelation: Shared<Relation>
  @usableFromInline var sharedKind: Shared<RelationKind>
  /// The phases that hold, in order of their start.
  public var phases: [Held<Phase>]

  /// A relation with the phases that hold.
  public init(_ relation: Relation, _ kind: RelationKind, phases: [Held<Phase>]) {
    (sharedRelation, sharedKind, self.phases) = (Shared(relation), Shared(kind), phases)
  }

  /// The relation, with all its phases.
  @inlinable public var relation: Relation {
    _read { yield sharedRelation.value }
    _modify { yield &sharedRelation.value }
  }

  /// The kind of the relation.
  @inlinable public var kind: RelationKind {
    _read { yield sharedKind.value }
    _modify { yield &sharedKind.value }
  }

  /// The id of the relation.
  @inlinable public var id: Relation.ID { sharedRelation.value.id }

  /// The phase that holds with the most certainty, the latest of several.
  public var leading: Held<Phase>? {
    phases.enumerated().max { ($0.element.certainty, $0.offset) < ($1.element.certainty, $1.offset) }?.element
  }

  /// The tone of a phase: its own, or its kind's.
  public func tone(of phase: Phase) -> Tone { phase.tone ?? kind.tone }
  /// The tone of the leading phase.
  public var tone: Tone { leading.map { tone(of: $0.item) } ?? kind.tone }
  /// The certainty of its most certain phase.
  public var certainty: Certainty { phases.map(\.certainty).max() ?? .no }
}

/// The claims that hold at a moment, each for certain or possibly.
///
///     graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)).between("pakistan", "afghanistan")
public struct Snapshot: Sendable {
  /// The graph of the snapshot, for names, offices and sources.
  public let graph: KnowledgeGraph
  /// The moment.
  public let moment: Moment
  /// Each sorted by id.
  public var entities: [Held<Entity>]
  /// The offices held, sorted by id.
  public var holdings: [Held<Holding>]
  /// The relations that have a phase, sorted by id.
  public var ties: [Tie]
  /// The events, sorted by id.
  public var events: [Held<Event>]
  /// What data sets count in the periods of the moment, sorted by id.
  public var counted: [CountedDyad] = []
  /// Entities that do not exist at the moment and that its events name, or to which those belong, sorted by id: what
  /// happened stays true after a party is gone.
  public internal(set) var former: [Held<Entity>] = []
  /// Entities that are not drawn; their ties and events count for the entities that they belong to.
  public var hidden: Set<Entity.ID> = []
  /// Whom each of its events concerns, by the relations known at its moment.
  public let concerns: Concerns

  /// The claims of the graph that hold at the moment.
  public init(of graph: KnowledgeGraph, at moment: Moment) {
    self.init(of: graph, at: moment, graph.found { GraphClaims(graph) })
  }

  /// Those of some claims of the graph that hold at the moment.
  init(of graph: KnowledgeGraph, at moment: Moment, _ claims: GraphClaims) {
    (self.graph, self.moment) = (graph, moment)
    concerns = Concerns(graph, known: moment.known)
    entities = Snapshot.holding(claims.entities, at: moment)
    let there = Set(entities.map(\.id))
    holdings = Snapshot.holding(claims.holdings, at: moment).filter { there.contains($0.item.official) }
    ties = claims.ties.compactMap { tie in
      guard tie.relation.parties.allSatisfy(there.contains) else { return nil }
      var tie = tie
      tie.phases = Snapshot.holding(tie.phases, at: moment)
      return tie.phases.isEmpty ? nil : tie
    }
    events = Snapshot.withLinks(Snapshot.holding(claims.events, at: moment), at: moment)
    counted = graph.counts.values.flatMap { CountedDyad.all(in: $0, at: moment) }.sorted { $0.id < $1.id }
    former = formerParties
  }

  /// The claims of another snapshot, described by another graph.
  init(_ other: Snapshot, describedBy graph: KnowledgeGraph) {
    (self.graph, moment) = (graph, other.moment)
    concerns = Concerns(graph, known: other.moment.known)
    (entities, holdings, ties, events) = (other.entities, other.holdings, other.ties, other.events)
    (counted, former) = (other.counted, other.former)
  }

  /// Those whom its events name, and those to which these belong, that are not among its entities.
  var formerParties: [Held<Entity>] {
    let there = Set(entities.map(\.id))
    var found: Set<Entity.ID> = []
    var next = events.flatMap { $0.item.parties + $0.item.affects }
    while let party = next.popLast() {
      guard let entity = graph.entities[party], found.insert(party).inserted else { continue }
      if let home = entity.home { next.append(home) }
    }
    return found.subtracting(there).sorted().compactMap { graph.entities[$0].map { Held($0, .no) } }
  }

  /// The graph of the claims that hold, with the sources that they cite.
  public var standing: KnowledgeGraph {
    var dossier = Dossier(graph)
    dossier.entities = entities.map { Located($0.item) }
    dossier.holdings = holdings.map { Located($0.item) }
    let held = Set(holdings.map { $0.item.office })
    let there = Set(entities.map(\.id))
    dossier.offices.removeAll {
      !held.contains($0.value.id) && $0.value.holds(at: moment) == .no || !there.contains($0.value.of)
    }
    let offices = Set(dossier.offices.map(\.value.id))
    dossier.holdings.removeAll { !offices.contains($0.value.office) }
    dossier.relations = ties.map { tie in
      var relation = tie.relation
      let phases = Set(tie.phases.map(\.id))
      relation.phases.removeAll { !phases.contains($0.id) }
      return Located(relation)
    }
    var happened = events.map { $0.item }.filter { $0.parties.allSatisfy(there.contains) }
    let ids = Set(happened.map(\.id))
    for index in happened.indices {
      happened[index].affects.removeAll { !there.contains($0) }
      if happened[index].affects.isEmpty { happened[index].effect = nil }
      happened[index].links.removeAll { !ids.contains($0.target) }
    }
    dossier.events = happened.map { Located($0) }
    for index in dossier.entities.indices {
      if let home = dossier.entities[index].value.home, !there.contains(home) {
        dossier.entities[index].value.home = nil
      }
    }
    let tables = Set(counted.map(\.table))
    dossier.counts.removeAll { !tables.contains($0.value.id) }
    for index in dossier.counts.indices {
      dossier.counts[index].value.ends = dossier.counts[index].value.ends.filter { there.contains($0.value) }
    }
    dossier.views.removeAll { !$0.value.focus.parties.allSatisfy(there.contains) }
    let graph = KnowledgeGraph.linking([dossier], includingDrafts: true).value
    let cited = Set(graph.citations.map(\.citation.source) + graph.countTables.values.map(\.source))
    dossier.sources.removeAll { !cited.contains($0.value.id) }
    return KnowledgeGraph.linking([dossier], includingDrafts: true).value
  }

  private static func holding<Item: Claim>(_ claims: [Held<Item>], at moment: Moment) -> [Held<Item>] {
    claims.compactMap { claim in
      let certainty = claim.item.holds(at: moment)
      guard certainty != .no else { return nil }
      var claim = claim
      claim.certainty = certainty
      return claim
    }
  }

  /// The tie with its phases in order of their start.
  static func sorted(_ tie: Tie) -> Tie {
    var tie = tie
    tie.phases.sort(by: startsBefore)
    return tie
  }

  /// The events without links to events of the future: an event does not change because it has an effect.
  static func withLinks(_ events: [Held<Event>], at moment: Moment) -> [Held<Event>] {
    var events = events
    func isOfFuture(_ link: EventLink) -> Bool { link.holds(at: moment) == .no }
    // Most events stay as they are, and share their claim with other snapshots.
    for index in events.indices where events[index].item.links.contains(where: isOfFuture) {
      events[index].item.links.removeAll(where: isOfFuture)
    }
    return events
  }

  private static func startsBefore(_ one: Held<Phase>, _ other: Held<Phase>) -> Bool {
    (one.item.during.span.lowerBound, one.id) < (other.item.during.span.lowerBound, other.id)
  }

  /// The entity of that id, if it exists at the moment.
  public func entity(_ id: Entity.ID) -> Held<Entity>? { entities.first { $0.id == id } }

  /// The entity of that id if it exists at the moment or events name it; one that does not exist has the certainty
  /// `.no`.
  public func party(_ id: Entity.ID) -> Held<Entity>? { entity(id) ?? former.first { $0.id == id } }

  /// The offices that the official holds.
  public func holdings(of official: Entity.ID) -> [Held<Holding>] { holdings.filter { $0.item.official == official } }

  /// The part with these entities: an event is kept if it concerns one of them.
  public func restricted(to kept: Set<Entity.ID>) -> Snapshot {
    var part = self
    part.entities = entities.filter { kept.contains($0.id) }
    part.holdings = holdings.filter { kept.contains($0.item.official) }
    part.ties = ties.filter { $0.relation.parties.allSatisfy(kept.contains) }
    part.former = former.filter { kept.contains($0.id) }
    part.counted = counted.filter { kept.contains($0.from) && kept.contains($0.to) }
    let concerns = concerns
    part.events = events.filter { event in concerns.of(event.item).contains { kept.contains($0.party) } }
    return part
  }
}
