public import DyadCore

/// A part of a graph that a format may omit, such as the texts of sources.
///
///     Format.named("gexf")?.omits.map { "\($0.name): \($0.count(in: graph))" }
public struct Aspect: Identifiable, Sendable {
  /// The name in code and in tests, such as `source-texts`.
  public let id: String
  /// The name for readers: "texts of sources".
  public let name: String
  /// The change that removes it from a dossier.
  let remove: Removal

  init(_ id: String, _ name: String, _ remove: Removal) { (self.id, self.name, self.remove) = (id, name, remove) }

  /// The number of records in the graph that have it.
  public func count(in graph: KnowledgeGraph) -> Int { remove.count(in: graph) }

  /// The dossier without it, as it is read back from a format that omits it.
  public func removed(from dossier: Dossier) -> Dossier { remove.applied(to: dossier) }

  /// The changes to each kind of record, separate, so that counting needs no second graph.
  struct Removal: Sendable {
    typealias Change<Thing> = @Sendable (inout Thing) -> Void
    var title = false
    /// All claims: for formats of sources alone.
    var claims = false
    var events = false
    var counts = false
    var views = false
    var reviews = false
    var source: Change<Source>?
    var entity: Change<Entity>?
    var office: Change<Office>?
    var holding: Change<Holding>?
    var kind: Change<RelationKind>?
    var relation: Change<Relation>?
    var event: Change<Event>?
  }
}

extension Aspect.Removal {
  func count(in graph: KnowledgeGraph) -> Int {
    func changed<Thing: Equatable>(_ things: some Sequence<Thing>, _ change: Change<Thing>?) -> Int {
      guard let change else { return 0 }
      return things.count { thing in
        var other = thing
        change(&other)
        return other != thing
      }
    }
    let everything =
      graph.entities.count + graph.offices.count + graph.holdings.count + graph.relations.count + graph.events.count
    return (claims ? everything : 0) + (events ? graph.events.count : 0) + (title && graph.title != nil ? 1 : 0)
      + (counts ? graph.countTables.count : 0) + (views ? graph.views.count : 0) + (reviews ? graph.reviews.count : 0)
      + changed(graph.sources.values, source) + changed(graph.entities.values, entity)
      + changed(graph.offices.values, office) + changed(graph.holdings.values, holding)
      + changed(graph.ownKinds, kind) + changed(graph.relations.values, relation)
      + changed(graph.events.values, event)
  }

  func applied(to dossier: Dossier) -> Dossier {
    func change<Thing>(_ things: inout [Located<Thing>], _ change: Change<Thing>?) {
      guard let change else { return }
      for index in things.indices { change(&things[index].value) }
    }
    var dossier = dossier
    if title { dossier.title = nil }
    if claims { (dossier.entities, dossier.offices, dossier.holdings) = ([], [], []) }
    if claims { (dossier.relations, dossier.events, dossier.kinds) = ([], [], []) }
    if counts { dossier.counts = [] }
    if views { dossier.views = [] }
    if reviews { dossier.reviews = [] }
    if events { dossier.events = [] }
    change(&dossier.sources, source)
    change(&dossier.entities, entity)
    change(&dossier.offices, office)
    change(&dossier.holdings, holding)
    change(&dossier.kinds, kind)
    change(&dossier.relations, relation)
    change(&dossier.events, event)
    return dossier
  }

  /// A change of the evidence of every claim.
  static func evidence(_ change: @escaping Change<Evidence>) -> Self {
    Self(
      entity: { change(&$0.evidence) }, office: { change(&$0.evidence) }, holding: { change(&$0.evidence) },
      relation: { for index in $0.phases.indices { change(&$0.phases[index].evidence) } },
      event: {
        change(&$0.evidence)
        for index in $0.links.indices { change(&$0.links[index].evidence) }
      })
  }

  /// A change of every citation.
  static func citation(_ change: @escaping Change<Citation>) -> Self {
    evidence { evidence in
      for index in evidence.citations.indices { change(&evidence.citations[index]) }
    }
  }

  /// A change of every interval: of claims, names and dates of knowledge.
  static func interval(_ change: @escaping @Sendable (Interval) -> Interval) -> Self {
    let known: Change<Evidence> = { $0.known = $0.known.map(change) }
    return Self(
      entity: {
        $0.during = change($0.during)
        for index in $0.names.indices { $0.names[index].during = change($0.names[index].during) }
        known(&$0.evidence)
      },
      office: {
        $0.during = change($0.during)
        known(&$0.evidence)
      },
      holding: {
        $0.during = change($0.during)
        known(&$0.evidence)
      },
      relation: {
        for index in $0.phases.indices {
          $0.phases[index].during = change($0.phases[index].during)
          known(&$0.phases[index].evidence)
        }
      },
      event: {
        $0.within = change($0.within)
        known(&$0.evidence)
        for index in $0.links.indices { known(&$0.links[index].evidence) }
      })
  }
}
