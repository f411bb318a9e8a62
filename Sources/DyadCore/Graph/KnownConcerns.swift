internal import Synchronization

/// Whom the events of a graph concern by the rule of `Concerns`, found once: a picture asks for the same events in each of its
/// lists, and a site in each of its pictures.
///
/// It is a part of what the graph has found, so that it cannot contain the graph.
final class KnownConcerns: Sendable {
  private let known: Day?
  // Many threads read it at once, which a lock would serialize.
  private let table = AtomicLazyReference<Table>()

  private final class Table: Sendable {
    let bonds: Bonds
    let concerns: [Event.ID: (basis: Basis, concerns: [Concern])]
    let owners: [Membership: [Entity.ID]]

    init(_ graph: KnowledgeGraph, known: Day?) {
      let bonds = Bonds(graph, known: known)
      var owners: [Membership: [Entity.ID]] = [:]
      concerns = graph.events.mapValues { event in
        let concerns = bonds.concerns(of: event) { party, days in
          let membership = Membership(party: party, days: days)
          if let owners = owners[membership] { return owners }
          let found = bonds.owners(of: party, on: days)
          owners[membership] = found
          return found
        }
        return (Basis(event), concerns)
      }
      (self.bonds, self.owners) = (bonds, owners)
    }

    func owners(of party: Entity.ID, on days: ClosedRange<Day>) -> [Entity.ID] {
      owners[Membership(party: party, days: days)] ?? bonds.owners(of: party, on: days)
    }
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
  init(by known: Day?) { self.known = known }

  /// Made on first use, because most graphs are not asked.
  private func table(of graph: KnowledgeGraph) -> Table {
    table.load() ?? table.storeIfNil(Table(graph, known: known))
  }

  func concerns(of event: Event, in graph: KnowledgeGraph) -> [Concern] {
    let table = table(of: graph)
    if let found = table.concerns[event.id], found.basis == Basis(event) { return found.concerns }
    return table.bonds.concerns(of: event) { table.owners(of: $0, on: $1) }
  }

  func owners(of party: Entity.ID, on days: ClosedRange<Day>, in graph: KnowledgeGraph) -> [Entity.ID] {
    table(of: graph).owners(of: party, on: days)
  }
}
