/// A dossier before linking: its ids are not resolved.
///
///     var dossier = Dossier(title: "The Entente Cordiale")
///     dossier.entities.append(Located(Entity("france", .state, name: "France")))
///     let graph = try KnowledgeGraph.linking([dossier]).get()
public struct Dossier: Sendable {
  /// The title of the dossier.
  public var title: Located<String>?
  /// The sources, in the order in which they were read.
  public var sources: [Located<Source>] = []
  /// The sources that files name once, for their citations without a source.
  public var defaultSources: [Located<Source.ID>] = []
  /// The entities of all kinds.
  public var entities: [Located<Entity>] = []
  /// The offices, also those made by the titles in lists of officials.
  public var offices: [Located<Office>] = []
  /// The offices held.
  public var holdings: [Located<Holding>] = []
  /// The kinds of relation that it adds.
  public var kinds: [Located<RelationKind>] = []
  /// The relations with their phases.
  public var relations: [Located<Relation>] = []
  /// The events.
  public var events: [Located<Event>] = []
  /// The phases that events start.
  public var phaseStarts: [Located<PhaseStart>] = []
  /// The findings of rules that it accepts.
  public var accepted: [Located<LintException>] = []
  /// The tables of counts.
  public var counts: [Located<CountTable>] = []
  /// The named pictures.
  public var views: [Located<View>] = []
  /// The reviews of claims.
  public var reviews: [Located<Review>] = []
  /// The proposals that were rejected.
  public var rejected: [Located<RejectedProposal>] = []

  /// A dossier with a title and no records.
  public init(title: String? = nil) { self.title = title.map { Located($0) } }

  /// The records of a graph, sorted by id.
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
    counts = inOrder(graph.countTables)
    views = inOrder(graph.views)
    reviews = inOrder(graph.reviews)
  }

  /// Whether the dossier is empty.
  public var isEmpty: Bool {
    title == nil && sources.isEmpty && entities.isEmpty && offices.isEmpty && relations.isEmpty && events.isEmpty
      && counts.isEmpty && views.isEmpty && reviews.isEmpty && kinds.isEmpty && holdings.isEmpty
  }

  mutating func append(_ other: Dossier) {
    sources += other.sources
    defaultSources += other.defaultSources
    entities += other.entities
    offices += other.offices
    holdings += other.holdings
    kinds += other.kinds
    relations += other.relations
    events += other.events
    phaseStarts += other.phaseStarts
    accepted += other.accepted
    counts += other.counts
    views += other.views
    reviews += other.reviews
    rejected += other.rejected
    title = [title, other.title].compactMap { $0 }.min { $0.value < $1.value }
  }
}
