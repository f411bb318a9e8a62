/// A linked dossier: every id refers to a record of the right kind.
///
///     let graph = try DossierReader.read("ties.yaml").then { KnowledgeGraph.linking($0) }.get()
///     let may = graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))
///     let pair = may.between("pakistan", "afghanistan")
public struct KnowledgeGraph: Hashable, Sendable {
  private var records = Shared(Records())

  /// The title of the dossier.
  public internal(set) var title: String? {
    get { records.value.title }
    _modify { yield &records.value.title }
  }
  /// The sources, by id.
  public internal(set) var sources: [Source.ID: Source] {
    get { records.value.sources }
    _modify { yield &records.value.sources }
  }
  /// The entities, by id.
  public internal(set) var entities: [Entity.ID: Entity] {
    get { records.value.entities }
    _modify { yield &records.value.entities }
  }
  /// The offices, by id.
  public internal(set) var offices: [Office.ID: Office] {
    get { records.value.offices }
    _modify { yield &records.value.offices }
  }
  /// The offices held, by id.
  public internal(set) var holdings: [Holding.ID: Holding] {
    get { records.value.holdings }
    _modify { yield &records.value.holdings }
  }
  /// The kinds of relation, built-in ones too, by id.
  public internal(set) var kinds: [RelationKind.ID: RelationKind] {
    get { records.value.kinds }
    _modify { yield &records.value.kinds }
  }
  /// The relations, by id.
  public internal(set) var relations: [Relation.ID: Relation] {
    get { records.value.relations }
    _modify { yield &records.value.relations }
  }
  /// The events, by id.
  public internal(set) var events: [Event.ID: Event] {
    get { records.value.events }
    _modify { yield &records.value.events }
  }
  /// The tables of counts, by id.
  public internal(set) var countTables: [CountTable.ID: CountTable] {
    get { records.value.countTables }
    _modify { yield &records.value.countTables }
  }
  /// The counts of each pair of entities, in the order of tables, parties and periods.
  public internal(set) var counts: [Dyad: [Count]] {
    get { records.value.counts }
    _modify { yield &records.value.counts }
  }
  /// The named pictures, by id.
  public internal(set) var views: [View.ID: View] {
    get { records.value.views }
    _modify { yield &records.value.views }
  }
  /// The reviews, by the ids of their claims.
  public internal(set) var reviews: [Review.ID: Review] {
    get { records.value.reviews }
    _modify { yield &records.value.reviews }
  }

  init() {}

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
