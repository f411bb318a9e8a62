/// What became of a thing between two snapshots.
///
///     for case .added(let event) in diff.events { print(event.item.what) }
public enum Change<Thing: Identifiable> {
  case kept(Thing)
  case added(Thing)
  case removed(Thing)
  case changed(from: Thing, to: Thing)
  /// In neither, but somewhere on the stage.
  case absent(Thing)

  /// The thing as it is now, or as it last was.
  public var thing: Thing {
    switch self {
    case .kept(let thing), .added(let thing), .removed(let thing), .absent(let thing), .changed(_, to: let thing): thing
    }
  }

  public var isKept: Bool { if case .kept = self { true } else { false } }
}

extension Change: Sendable where Thing: Sendable {}
extension Change: Equatable where Thing: Equatable {}

/// Two snapshots side by side: what was kept, added, removed, changed. A plain picture is one in which nothing changed.
///
///     GraphDiff(snapshot)                      // nothing changed
///     GraphDiff(from: february, to: may)       // what the spring brought
public struct GraphDiff: Sendable {
  public let from: Snapshot
  public let to: Snapshot
  /// Each sorted by id.
  public let entities: [Change<Held<Entity>>]
  public let holdings: [Change<Held<Holding>>]
  public let ties: [Change<Tie>]
  public let events: [Change<Held<Event>>]

  /// Nothing changed.
  public init(_ snapshot: Snapshot) { self.init(from: snapshot, to: snapshot) }

  /// The change from one to the other; what only the stage holds is absent.
  public init(from: Snapshot, to: Snapshot, on stage: Snapshot? = nil) {
    (self.from, self.to) = (from, to)
    entities = changes(from.entities, to.entities, stage?.entities) { Claimed(holding: $0) }
    holdings = changes(from.holdings, to.holdings, stage?.holdings) { Claimed(holding: $0) }
    ties = changes(from.ties, to.ties, stage?.ties) { Claimed(tie: $0) }
    events = changes(from.events, to.events, stage?.events) { Claimed(holding: $0) }
  }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    entities.allSatisfy(\.isKept) && holdings.allSatisfy(\.isKept) && ties.allSatisfy(\.isKept)
      && events.allSatisfy(\.isKept)
  }
}

/// What is claimed, without since when it was known: a correction of the record is no change of the world.
private struct Claimed: Equatable {
  private let what: [AnyHashable]

  init<Item: Claim>(holding held: Held<Item>) {
    var citations = held.item.evidence.citations
    citations.sort { ($0.source, $0.quote ?? "") < ($1.source, $1.quote ?? "") }
    what = [held.item.id.text, held.certainty, Claimed.withoutEvidence(held.item), citations]
  }

  init(tie: Tie) {
    what = tie.phases.map { AnyHashable([Claimed(holding: $0).what]) } + [tie.relation.from, tie.relation.to, tie.kind]
  }

  private static func withoutEvidence(_ item: some Claim) -> AnyHashable {
    switch item {
    case var entity as Entity:
      entity.evidence = Evidence()
      return entity
    case var holding as Holding:
      holding.evidence = Evidence()
      return holding
    case var phase as Phase:
      phase.evidence = Evidence()
      return phase
    case var event as Event:
      event.evidence = Evidence()
      return event
    default: return AnyHashable(item)
    }
  }
}

private func changes<Thing: Identifiable>(
  _ from: [Thing], _ to: [Thing], _ stage: [Thing]?, claimed: (Thing) -> Claimed
) -> [Change<Thing>] where Thing.ID: Comparable {
  let before = Dictionary(from.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let after = Dictionary(to.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let staged = Dictionary((stage ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return Set(before.keys).union(after.keys).union(staged.keys).sorted().map { id in
    switch (before[id], after[id]) {
    case (let old?, let new?): claimed(old) == claimed(new) ? .kept(new) : .changed(from: old, to: new)
    case (nil, let new?): .added(new)
    case (let old?, nil): .removed(old)
    case (nil, nil): .absent(staged[id]!)
    }
  }
}
