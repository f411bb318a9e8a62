/// All that a dossier holds, linked: every id leads to a thing of the right kind.
///
///     let graph = try KnowledgeGraph.linking([dossier]).get()
///     let may = graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))
///     let pair = may.between("pakistan", "afghanistan")
public struct KnowledgeGraph: Hashable, Sendable {
  public internal(set) var title: String?
  public internal(set) var sources: [Source.ID: Source] = [:]
  public internal(set) var entities: [Entity.ID: Entity] = [:]
  public internal(set) var offices: [Office.ID: Office] = [:]
  public internal(set) var holdings: [Holding.ID: Holding] = [:]
  public internal(set) var kinds: [RelationKind.ID: RelationKind] = RelationKind.builtIn
  public internal(set) var relations: [Relation.ID: Relation] = [:]
  public internal(set) var events: [Event.ID: Event] = [:]
  public internal(set) var views: [View.ID: View] = [:]

  init() {}

  /// What holds at the moment.
  public func snapshot(at moment: Moment) -> Snapshot { Snapshot(of: self, at: moment) }

  /// The kind of the relation.
  public func kind(of relation: Relation) -> RelationKind {
    kinds[relation.kind] ?? RelationKind(relation.kind, "{from} and {to}")
  }

  /// How the entity is called in a picture: its short name, or else its name as of the moment.
  public func shortName(of entity: Entity.ID, at moment: Moment = .ever) -> String {
    guard let entity = entities[entity] else { return entity.text }
    return entity.short ?? entity.name(at: moment)
  }

  /// The short name of the entity that is mentioned, or the words themselves.
  public func name(of mention: Mention) -> String {
    mention.entity.flatMap { entities[$0]?.shortName } ?? mention.text
  }

  /// Every citation, with the id of the claim that it stands for, sorted.
  public var citations: [(claim: String, citation: Citation)] {
    let all: [(String, [Citation])] =
      entities.values.map { ($0.id.text, $0.evidence.citations) }
      + offices.values.map { ($0.id.text, $0.evidence.citations) }
      + holdings.values.map { ($0.id.text, $0.evidence.citations) }
      + relations.values.flatMap(\.phases).map { ($0.id.text, $0.evidence.citations) }
      + events.values.map { ($0.id.text, $0.evidence.citations) }
    return all.sorted { $0.0 < $1.0 }.flatMap { claim, citations in citations.map { (claim, $0) } }
  }

  /// The bounds of every date in the graph, sorted: the days on which something may begin, happen or end.
  public var dates: [Day] {
    let intervals =
      relations.values.flatMap(\.phases).map(\.during) + holdings.values.map(\.during) + events.values.map(\.within)
      + entities.values.map(\.during)
    let days = intervals.flatMap { interval in
      [interval.startDate, interval.endDate].compactMap { $0 }.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    }
    return Set(days).sorted()
  }
}
