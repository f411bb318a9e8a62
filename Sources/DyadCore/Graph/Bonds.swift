/// The relations by which an event concerns more parties than it names: who belongs to whom, who governs or supports whom.
struct Bonds: Sendable {
  private struct Bond {
    var party: Entity.ID
    var during: [Interval]
  }

  private let homes: [Entity.ID: Entity.ID]
  private var owning: [Entity.ID: [Bond]] = [:]
  private var ruling: [Entity.ID: [Bond]] = [:]
  private var backing: [Entity.ID: [Bond]] = [:]

  /// - Parameter known: the day by which a relation must be known, if one is given.
  init(_ graph: KnowledgeGraph, known: Day?) {
    homes = graph.entities.compactMapValues(\.home)
    for relation in graph.relations.values.sorted(by: { $0.id < $1.id }) {
      let kind = graph.kind(of: relation)
      guard kind.isAffiliation || kind.isBacking else { continue }
      let phases = relation.phases.filter { phase in known.map { phase.couldBeKnown(by: $0) != .no } ?? true }
      let during = phases.map(\.during)
      guard !during.isEmpty else { continue }
      if kind.isAffiliation { owning[relation.from, default: []].append(Bond(party: relation.to, during: during)) }
      if kind.id == "governs" { ruling[relation.to, default: []].append(Bond(party: relation.from, during: during)) }
      if kind.isBacking { backing[relation.to, default: []].append(Bond(party: relation.from, during: during)) }
    }
  }

  /// Those whom the event concerns, by the rule of `Concerns`.
  ///
  /// - Parameter owners: the parties to which one belongs on one of the days, as `owners(of:on:)` finds them.
  func concerns(
    of event: Event, owners: (_ party: Entity.ID, _ days: ClosedRange<Day>) -> [Entity.ID]
  ) -> [Concern] {
    let days = Concerns.time(of: event)
    var found: [Concern] = []
    var seen: Set<Key> = []
    func add(_ party: Entity.ID, _ role: Concern.Role, _ reason: Concern.Reason, _ effect: Tone) {
      guard seen.insert(Key(party: party, role: role)).inserted else { return }
      found.append(Concern(party: party, role: role, reason: reason, effect: effect))
    }
    for (role, parties) in [(Concern.Role.actor, event.actors), (.recipient, event.recipients)] {
      for party in parties {
        add(party, role, .named, event.tone)
        for owner in owners(party, days) { add(owner, role, .owner(of: party), event.tone) }
      }
    }
    let effect = event.effect ?? event.tone
    for party in event.affects {
      add(party, .affected, .named, effect)
      for owner in owners(party, days) { add(owner, .affected, .owner(of: party), effect) }
    }
    // What happens within a party is not done to those who support it.
    let acting = Set(found.filter { $0.role == .actor }.map(\.party))
    let receiving = Set(found.filter { $0.role == .recipient }.map(\.party))
    func add(_ party: Entity.ID, _ reason: Concern.Reason) {
      guard !acting.contains(party), !receiving.contains(party) else { return }
      add(party, .affected, reason, event.tone)
    }
    for recipient in event.recipients {
      for party in [recipient] + owners(recipient, days) where !acting.contains(party) {
        for ruler in held(ruling[party], on: days) { add(ruler, .ruler(of: party)) }
        for supporter in held(backing[party], on: days) {
          for backer in [supporter] + owners(supporter, days) { add(backer, .supporter(of: party)) }
        }
      }
    }
    return found
  }

  private struct Key: Hashable {
    var party: Entity.ID
    var role: Concern.Role
  }

  /// The parties to which it belongs on one of the days, the nearest first.
  func owners(of party: Entity.ID, on days: ClosedRange<Day>) -> [Entity.ID] {
    var (found, seen, next) = ([Entity.ID](), Set([party]), 0)
    var queue = [party]
    while next < queue.count {
      let member = queue[next]
      next += 1
      for owner in (homes[member].map { [$0] } ?? []) + held(owning[member], on: days)
      where seen.insert(owner).inserted {
        queue.append(owner)
        found.append(owner)
      }
    }
    return found
  }

  private func held(_ bonds: [Bond]?, on days: ClosedRange<Day>) -> [Entity.ID] {
    (bonds ?? []).filter { bond in bond.during.contains { $0.span.overlaps(days) } }.map(\.party)
  }
}
