internal import Synchronization

/// What the rule of `Concerns` has found in a graph: a picture asks for the same events in each of its lists.
final class KnownConcerns: Sendable {
  private let graph: KnowledgeGraph
  private let known: Day?
  private let found = Mutex(Found())

  private struct Found {
    var bonds: Bonds?
    var concerns: [Event.ID: (basis: Basis, concerns: [Concern])] = [:]
    var owners: [Membership: [Entity.ID]] = [:]
  }

  private struct Membership: Hashable {
    var party: Entity.ID
    var days: ClosedRange<Day>
  }

  /// What decides whom an event concerns: two versions of an event have one id.
  private struct Basis: Equatable {
    let actors, recipients, affects: [Entity.ID]
    let within: Interval
    let tone: Tone
    let effect: Tone?

    init(_ event: Event) {
      (actors, recipients, affects) = (event.actors, event.recipients, event.affects)
      (within, tone, effect) = (event.within, event.tone, event.effect)
    }
  }

  /// - Parameter known: the day by which a relation must be known, if one is given.
  init(_ graph: KnowledgeGraph, by known: Day?) { (self.graph, self.known) = (graph, known) }

  /// Made on first use, because most snapshots are not asked.
  private var bonds: Bonds {
    if let bonds = found.withLock({ $0.bonds }) { return bonds }
    let bonds = Bonds(graph, known: known)
    found.withLock { $0.bonds = bonds }
    return bonds
  }

  func concerns(of event: Event) -> [Concern] {
    let basis = Basis(event)
    if let found = found.withLock({ $0.concerns[event.id] }), found.basis == basis { return found.concerns }
    let concerns = bonds.concerns(of: event) { owners(of: $0, on: $1) }
    found.withLock { $0.concerns[event.id] = (basis, concerns) }
    return concerns
  }

  func owners(of party: Entity.ID, on days: ClosedRange<Day>) -> [Entity.ID] {
    let membership = Membership(party: party, days: days)
    if let owners = found.withLock({ $0.owners[membership] }) { return owners }
    let owners = bonds.owners(of: party, on: days)
    found.withLock { $0.owners[membership] = owners }
    return owners
  }
}
