/// What was written down, in one file or in code: names are not looked up yet.
///
///     var dossier = Dossier(title: "The Entente Cordiale")
///     dossier.entities.append(Located(Entity("france", .state, name: "France")))
///     let graph = try KnowledgeGraph.linking([dossier]).get()
public struct Dossier: Sendable {
  public var title: Located<String>?
  public var sources: [Located<Source>] = []
  public var entities: [Located<Entity>] = []
  public var offices: [Located<Office>] = []
  public var holdings: [Located<Holding>] = []
  public var kinds: [Located<RelationKind>] = []
  public var relations: [Located<Relation>] = []
  public var events: [Located<Event>] = []
  public var views: [Located<View>] = []

  public init(title: String? = nil) { self.title = title.map { Located($0) } }

  /// What the graph holds, to be written down again; in the order of ids.
  public init(_ graph: KnowledgeGraph) {
    func inOrder<Thing: Identifiable>(_ things: [Thing.ID: Thing]) -> [Located<Thing>] where Thing.ID: Comparable {
      things.values.sorted { $0.id < $1.id }.map { Located($0) }
    }
    title = graph.title.map { Located($0) }
    sources = inOrder(graph.sources)
    entities = inOrder(graph.entities)
    offices = inOrder(graph.offices)
    holdings = inOrder(graph.holdings)
    kinds = inOrder(graph.kinds.filter { RelationKind.builtIn[$0.key] != $0.value })
    relations = inOrder(graph.relations)
    events = inOrder(graph.events)
    views = inOrder(graph.views)
  }

  /// Nothing stands in it.
  public var isEmpty: Bool {
    title == nil && sources.isEmpty && entities.isEmpty && offices.isEmpty && relations.isEmpty && events.isEmpty
      && views.isEmpty && kinds.isEmpty && holdings.isEmpty
  }

  mutating func append(_ other: Dossier) {
    sources += other.sources
    entities += other.entities
    offices += other.offices
    holdings += other.holdings
    kinds += other.kinds
    relations += other.relations
    events += other.events
    views += other.views
    title = [title, other.title].compactMap { $0 }.min { $0.value < $1.value }
  }
}
