/// A linked dossier: every id refers to a record of the right kind.
///
///     let graph = try DossierReader.read("ties.yaml").then { KnowledgeGraph.linking($0) }.get()
///     let may = graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))
///     let pair = may.between("pakistan", "afghanistan")
public struct KnowledgeGraph: Hashable, Sendable {
  private var shared = Shared(Records())
  /// Replaced when the records change.
  private var findings = GraphFindings()

  private var records: Records {
    _read { yield shared.value }
    _modify {
      findings = GraphFindings()
      yield &shared.value
    }
  }

  /// The title of the dossier.
  public internal(set) var title: String? {
    get { records.title }
    _modify { yield &records.title }
  }
  /// The sources, by id.
  public internal(set) var sources: [Source.ID: Source] {
    get { records.sources }
    _modify { yield &records.sources }
  }
  /// The entities, by id.
  public internal(set) var entities: [Entity.ID: Entity] {
    get { records.entities }
    _modify { yield &records.entities }
  }
  /// The offices, by id.
  public internal(set) var offices: [Office.ID: Office] {
    get { records.offices }
    _modify { yield &records.offices }
  }
  /// The offices held, by id.
  public internal(set) var holdings: [Holding.ID: Holding] {
    get { records.holdings }
    _modify { yield &records.holdings }
  }
  /// The kinds of relation, built-in ones too, by id.
  public internal(set) var kinds: [RelationKind.ID: RelationKind] {
    get { records.kinds }
    _modify { yield &records.kinds }
  }
  /// The relations, by id.
  public internal(set) var relations: [Relation.ID: Relation] {
    get { records.relations }
    _modify { yield &records.relations }
  }
  /// The events, by id.
  public internal(set) var events: [Event.ID: Event] {
    get { records.events }
    _modify { yield &records.events }
  }
  /// The tables of counts, by id.
  public internal(set) var countTables: [CountTable.ID: CountTable] {
    get { records.countTables }
    _modify { yield &records.countTables }
  }
  /// The counts of each pair of entities, in the order of tables, parties and periods.
  public internal(set) var counts: [Dyad: [Count]] {
    get { records.counts }
    _modify { yield &records.counts }
  }
  /// The named pictures, by id.
  public internal(set) var views: [View.ID: View] {
    get { records.views }
    _modify { yield &records.views }
  }
  /// The reviews, by the ids of their claims.
  public internal(set) var reviews: [Review.ID: Review] {
    get { records.reviews }
    _modify { yield &records.reviews }
  }

  init() {}

  /// Whether both have the same records.
  public static func == (one: KnowledgeGraph, other: KnowledgeGraph) -> Bool { one.shared == other.shared }

  /// Hashes the records.
  public func hash(into hasher: inout Hasher) { hasher.combine(shared) }

  /// Whether both are copies of one graph.
  func isCopy(of other: KnowledgeGraph) -> Bool { shared.box === other.shared.box }

  /// Something that follows from the records and a day by which claims must be known, found once.
  ///
  ///     graph.found(known: day) { SalienceTurns(graph, known: day) }
  ///
  /// - Parameter find: finds it, in a type of its own that does not contain the graph.
  package func found<Finding: Sendable>(known: Day? = nil, _ find: () -> Finding) -> Finding {
    findings.found(known: known, find)
  }

  /// The claims that hold at the moment.
  public func snapshot(at moment: Moment) -> Snapshot { Snapshot(of: self, at: moment) }

  /// The counts of both directions between two entities, in the order of tables, parties and periods.
  public func counts(between one: Entity.ID, _ other: Entity.ID) -> [Count] { counts[Dyad(one, other), default: []] }

  /// The kind of the relation.
  public func kind(of relation: Relation) -> RelationKind {
    kinds[relation.kind] ?? RelationKind(relation.kind, "{from} and {to}")
  }

  /// The name of the entity in a picture: the short name, or else the name as of the moment.
  public func shortName(of entity: Entity.ID, at moment: Moment = .ever) -> String {
    guard let entity = entities[entity] else { return entity.text }
    return entity.short ?? entity.name(at: moment)
  }

  /// The short name of the mentioned entity, or the free text.
  public func name(of mention: Mention) -> String {
    if case .dataSet(let source) = mention { return sources[source]?.title ?? mention.text }
    return mention.entity.flatMap { entities[$0]?.shortName } ?? mention.text
  }

  /// Every citation with the id of its claim, sorted.
  public var citations: [(claim: String, citation: Citation)] {
    let all: [(String, [Citation])] =
      entities.values.map { ($0.id.text, $0.evidence.citations) }
      + offices.values.map { ($0.id.text, $0.evidence.citations) }
      + holdings.values.map { ($0.id.text, $0.evidence.citations) }
      + relations.values.flatMap(\.phases).map { ($0.id.text, $0.evidence.citations) }
      + events.values.map { ($0.id.text, $0.evidence.citations) }
      + events.values.flatMap(\.links).map { ($0.id.text, $0.evidence.citations) }
    return all.sorted { $0.0 < $1.0 }.flatMap { claim, citations in citations.map { (claim, $0) } }
  }

  /// The bounds of every date in the graph, sorted: the days on which a claim may begin, happen or end.
  public var dates: [Day] {
    let intervals =
      relations.values.flatMap(\.phases).map(\.during) + holdings.values.map(\.during) + events.values.map(\.within)
      + entities.values.map(\.during)
    let days = intervals.flatMap { interval in
      [interval.startDate, interval.endDate].compactMap { $0 }.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    }
    return Set(days).sorted()
  }

  /// As of the last date of the dossier; all time where it has none.
  public func lastMoment(known: Day? = nil) -> Moment {
    dates.last.map { Moment(on: $0, known: known) } ?? Moment.ever.known(by: known)
  }
}

/// What a graph contains, by id.
private struct Records: Hashable, Sendable {
  var title: String?
  var sources: [Source.ID: Source] = [:]
  var entities: [Entity.ID: Entity] = [:]
  var offices: [Office.ID: Office] = [:]
  var holdings: [Holding.ID: Holding] = [:]
  var kinds: [RelationKind.ID: RelationKind] = RelationKind.builtIn
  var relations: [Relation.ID: Relation] = [:]
  var events: [Event.ID: Event] = [:]
  var countTables: [CountTable.ID: CountTable] = [:]
  var counts: [Dyad: [Count]] = [:]
  var views: [View.ID: View] = [:]
  var reviews: [Review.ID: Review] = [:]
}
