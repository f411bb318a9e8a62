/// The claims of a graph between each two parties, found once for many questions as of different days.
///
/// A snapshot goes through all claims of its graph, this index only through those of the pair that can hold. Making it
/// takes as long as several snapshots.
///
///     let index = PairIndex(graph)
///     let claims = index.claims(between: "pakistan", "afghanistan", on: Day(2025, 5, 26)!)
///     claims.ties.flatMap(\.phases).compactMap(\.item.reads)
public struct PairIndex: Sendable {
  /// What holds between two parties.
  ///
  ///     let index = PairIndex(graph)
  ///     index.claims(between: "france", "britain", on: Day(1904, 4, 8)!).events.map(\.item.what)
  public struct Claims: Hashable, Sendable {
    /// The relations between the two that have a phase, sorted by id.
    public var ties: [Tie]
    /// The events that concern both, sorted by id.
    public var events: [Held<Event>]
  }

  private struct TiePhase: Sendable {
    let relation: Relation
    let phase: Phase
  }

  private let graph: KnowledgeGraph
  private let known: Day?
  private var phases: [Dyad: Spans<TiePhase>] = [:]
  private var events: [Dyad: Spans<Event>] = [:]

  /// The index of a graph.
  ///
  /// - Parameter known: the day by which claims must be known, if one is given.
  public init(_ graph: KnowledgeGraph, known: Day? = nil) {
    (self.graph, self.known) = (graph, known)
    var phases: [Dyad: [TiePhase]] = [:]
    for relation in graph.relations.values {
      for dyad in relation.dyads {
        phases[dyad, default: []] += relation.phases.map { TiePhase(relation: relation, phase: $0) }
      }
    }
    var events: [Dyad: [Event]] = [:]
    let concerns = Concerns(graph, known: known)
    for event in graph.events.values {
      let parties = Set(concerns.of(event).map(\.party)).sorted()
      for (place, one) in parties.enumerated() {
        for other in parties[(place + 1)...] { events[Dyad(one, other), default: []].append(event) }
      }
    }
    self.phases = phases.mapValues { Spans($0) { $0.phase.during.span } }
    self.events = events.mapValues { Spans($0) { $0.within.span } }
  }

  /// What holds between the two as of a day: the ties of a snapshot of that day that join them, and its events that
  /// concern both.
  public func claims(between one: Entity.ID, _ other: Entity.ID, on day: Day) -> Claims {
    claims(between: one, other, at: Moment(on: day, known: known))
  }

  /// What holds between the two as of a month, a year or other days.
  public func claims(between one: Entity.ID, _ other: Entity.ID, asOf days: ClosedRange<Day>) -> Claims {
    claims(between: one, other, at: Moment(asOf: days, known: known))
  }

  private func claims(between one: Entity.ID, _ other: Entity.ID, at moment: Moment) -> Claims {
    let dyad = Dyad(one, other)
    var ties: [Relation.ID: Tie] = [:]
    for found in phases[dyad]?.overlapping(moment.days) ?? [] {
      let certainty = found.phase.holds(at: moment)
      guard certainty != .no, found.relation.parties.allSatisfy({ exists($0, at: moment) }) else { continue }
      ties[found.relation.id, default: Tie(found.relation, graph.kind(of: found.relation), phases: [])].phases
        .append(Held(found.phase, certainty))
    }
    let happened = (events[dyad]?.overlapping(moment.record) ?? []).compactMap { event -> Held<Event>? in
      let certainty = event.holds(at: moment)
      return certainty == .no ? nil : Held(event, certainty)
    }
    return Claims(
      ties: ties.values.map(Snapshot.sorted).sorted { $0.id < $1.id },
      events: Snapshot.withLinks(happened.sorted { $0.id < $1.id }, at: moment))
  }

  private func exists(_ party: Entity.ID, at moment: Moment) -> Bool {
    graph.entities[party].map { $0.holds(at: moment) != .no } ?? false
  }
}
