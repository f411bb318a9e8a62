import DyadCore
internal import Synchronization

/// The dates on which phases between two parties begin or end, and which of them each event is close to.
final class SalienceTurns: Sendable {
  /// A date, and the days between it and an event.
  struct Turn: Sendable {
    var day: Day
    var gap: Double
  }

  private let turns: [Dyad: [ClosedRange<Day>]]
  private let near = Mutex<[Event.ID: Near]>([:])

  /// The dates near an event; two versions of an event have one id.
  private struct Near {
    var concerned: [Concern]
    var days: ClosedRange<Day>
    var turns: [Turn]
  }

  /// - Parameter known: the day by which a phase must be known, if one is given.
  init(_ graph: KnowledgeGraph, known: Day?) {
    var turns: [Dyad: [ClosedRange<Day>]] = [:]
    for relation in graph.relations.values where !graph.kind(of: relation).isAffiliation {
      for phase in relation.phases {
        if let known, phase.couldBeKnown(by: known) == .no { continue }
        let dates = [phase.during.startDate, phase.during.endDate].compactMap { $0?.days }
        for dyad in relation.dyads { turns[dyad, default: []] += dates }
      }
    }
    self.turns = turns
  }

  /// The dates near an event, of the pairs that it joins.
  ///
  /// - Parameter concerned: those whom it concerns.
  func near(_ event: Event, concerning concerned: [Concern]) -> [Turn] {
    let days = event.within.span
    if let near = near.withLock({ $0[event.id] }), near.days == days, near.concerned == concerned { return near.turns }
    let actors = unique(concerned.filter { $0.role == .actor }.map(\.party))
    let others = unique(concerned.map(\.party))
    let dyads = Set(actors.flatMap { actor in others.filter { $0 != actor }.map { Dyad(actor, $0) } })
    let found = dyads.flatMap { turns[$0] ?? [] }.compactMap { turn -> Turn? in
      let gap = SalienceTurns.gap(days, turn)
      return gap < Salience.Weights.turnDays ? Turn(day: turn.lowerBound, gap: gap) : nil
    }
    near.withLock { $0[event.id] = Near(concerned: concerned, days: days, turns: found) }
    return found
  }

  /// The number of days between two ranges; 0 where they overlap.
  private static func gap(_ one: ClosedRange<Day>, _ other: ClosedRange<Day>) -> Double {
    if one.overlaps(other) { return 0 }
    let (early, late) = one.upperBound < other.lowerBound ? (one, other) : (other, one)
    return Double(Int(late.lowerBound.number) - Int(early.upperBound.number))
  }
}
