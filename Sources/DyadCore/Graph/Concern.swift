/// One of those whom an event concerns: as what, and why.
///
///     graph.concerns.of(event).map(\.party)     // ["azerbaijan", "artsakh", "armenia"]
public struct Concern: Hashable, Sendable {
  /// The part that it has in the event.
  public enum Role: String, CaseIterable, Sendable {
    /// It acts.
    case actor
    /// Something is done to it.
    case recipient
    /// It is affected without taking part.
    case affected
  }

  /// Why the event concerns it.
  public enum Reason: Hashable, Sendable {
    /// The event names it.
    case named
    /// A named party belongs to it.
    case owner(of: Entity.ID)
    /// It governs a named party.
    case ruler(of: Entity.ID)
    /// It supports or represents a named party.
    case supporter(of: Entity.ID)
  }

  /// Whom it concerns.
  public var party: Entity.ID
  /// As what.
  public var role: Role
  /// Why.
  public var reason: Reason
  /// The tone between the actors and the party.
  public var effect: Tone
}

/// Whom each event of a graph concerns: the only rule for which pairs an event joins, and with which tone.
///
/// An event concerns those whom it names: actors, recipients, and those whom it affects. It also concerns a party to
/// which an actor or a recipient belongs at that time (home, or a relation such as `part-of` or `governs`), and a party
/// that governs, supports or represents a recipient at that time. What is done to a recipient is done to those too, in
/// the tone of the event; for those whom the event affects, its `effect` is the tone, if it has one.
///
///     let concerns = graph.concerns
///     concerns.of(event).filter { $0.role == .affected }
public struct Concerns: Sendable {
  private struct Bond {
    var party: Entity.ID
    var during: [Interval]
  }

  private let homes: [Entity.ID: Entity.ID]
  private var owning: [Entity.ID: [Bond]] = [:]
  private var ruling: [Entity.ID: [Bond]] = [:]
  private var backing: [Entity.ID: [Bond]] = [:]

  /// The rule for a graph.
  ///
  /// - Parameter known: the day by which a relation must be known, if one is given.
  public init(_ graph: KnowledgeGraph, known: Day? = nil) {
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

  /// Those whom the event concerns, each once in a role: actors, recipients and affected parties, each before those to
  /// which it belongs, then the rulers and supporters of recipients.
  public func of(_ event: Event) -> [Concern] {
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
        for owner in owners(of: party, on: days) { add(owner, role, .owner(of: party), event.tone) }
      }
    }
    let effect = event.effect ?? event.tone
    for party in event.affects {
      add(party, .affected, .named, effect)
      for owner in owners(of: party, on: days) { add(owner, .affected, .owner(of: party), effect) }
    }
    // What happens within a party is not done to those who support it.
    let acting = Set(found.filter { $0.role == .actor }.map(\.party))
    let receiving = Set(found.filter { $0.role == .recipient }.map(\.party))
    func add(_ party: Entity.ID, _ reason: Concern.Reason) {
      guard !acting.contains(party), !receiving.contains(party) else { return }
      add(party, .affected, reason, event.tone)
    }
    for recipient in event.recipients {
      for party in [recipient] + owners(of: recipient, on: days) where !acting.contains(party) {
        for ruler in held(ruling[party], on: days) { add(ruler, .ruler(of: party)) }
        for supporter in held(backing[party], on: days) {
          for backer in [supporter] + owners(of: supporter, on: days) { add(backer, .supporter(of: party)) }
        }
      }
    }
    return found
  }

  private struct Key: Hashable {
    var party: Entity.ID
    var role: Concern.Role
  }

  /// The parties to which it belonged when the event happened, the nearest first.
  public func owners(of party: Entity.ID, in event: Event) -> [Entity.ID] {
    owners(of: party, on: Concerns.time(of: event))
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

  /// The middle of the days on which it may have happened, where both ends are known: the day of a relation that was
  /// its at the time.
  static func time(of event: Event) -> ClosedRange<Day> {
    let span = event.within.span
    guard span.lowerBound != .distantPast, span.upperBound != .distantFuture else { return span }
    let middle = span.lowerBound.advanced(by: (Int(span.upperBound.number) - Int(span.lowerBound.number)) / 2)
    return middle...middle
  }

  private func held(_ bonds: [Bond]?, on days: ClosedRange<Day>) -> [Entity.ID] {
    (bonds ?? []).filter { bond in bond.during.contains { $0.span.overlaps(days) } }.map(\.party)
  }
}

extension KnowledgeGraph {
  /// Whom each of its events concerns.
  public var concerns: Concerns { Concerns(self) }
}

extension Snapshot {
  /// Whom each of its events concerns, by the relations known at its moment.
  public var concerns: Concerns { Concerns(graph, known: moment.known) }
}
