/// The claims of a graph, each sorted by id.
///
/// The snapshots of a graph share them, so that comparing two snapshots compares references.
struct GraphClaims: Sendable {
  var entities: [Held<Entity>]
  var holdings: [Held<Holding>]
  /// With all their phases, in order of their start.
  var ties: [Tie]
  var events: [Held<Event>]

  init(_ graph: KnowledgeGraph) {
    entities = graph.entities.values.map { Held($0) }.sorted { $0.id < $1.id }
    holdings = graph.holdings.values.map { Held($0) }.sorted { $0.id < $1.id }
    ties = graph.relations.values.map { relation in
      Snapshot.sorted(Tie(relation, graph.kind(of: relation), phases: relation.phases.map { Held($0) }))
    }.sorted { $0.id < $1.id }
    events = graph.events.values.map { Held($0) }.sorted { $0.id < $1.id }
  }
}
