/// The change of an item between two snapshots.
///
///     for case .added(let event) in diff.events { print(event.item.what) }
public enum Change<Thing: Identifiable> {
  /// The same in both snapshots.
  case kept(Thing)
  /// Only in the second snapshot.
  case added(Thing)
  /// Only in the first snapshot.
  case removed(Thing)
  /// In both snapshots, with different fields.
  case changed(from: Thing, to: Thing)
  /// In neither snapshot, but on the stage.
  case absent(Thing)

  /// The item in the second snapshot, or else in the first.
  public var thing: Thing {
    switch self {
    case .kept(let thing), .added(let thing), .removed(let thing), .absent(let thing), .changed(_, to: let thing): thing
    }
  }

  /// Whether nothing changed.
  public var isKept: Bool { if case .kept = self { true } else { false } }

  /// The item in the first snapshot.
  public var before: Thing? {
    switch self {
    case .kept(let thing), .removed(let thing), .changed(from: let thing, _): thing
    case .added, .absent: nil
    }
  }

  /// The item in the second snapshot.
  public var after: Thing? {
    switch self {
    case .kept(let thing), .added(let thing), .changed(_, to: let thing): thing
    case .removed, .absent: nil
    }
  }

  /// Whether it differs: added, removed or changed.
  public var isDifference: Bool {
    switch self {
    case .added, .removed, .changed: true
    case .kept, .absent: false
    }
  }

  /// The former id of a renamed item.
  public var formerId: Thing.ID? {
    if case .changed(from: let old, to: let new) = self, old.id != new.id { old.id } else { nil }
  }
}

extension Change: Sendable where Thing: Sendable {}
extension Change: Equatable where Thing: Equatable {}
extension Change: Hashable where Thing: Hashable {}

/// The differences between two snapshots: items kept, added, removed and changed.
///
///     let may = graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))
///     GraphDiff(from: snapshot, to: may)       // the changes up to May
///     GraphDiff(may)                           // no changes
///
/// Items are compared by their fields, not by the date of publication. Where the two stem from different versions of a
/// dossier, the first is described with the ids of the second; only what was itself renamed keeps its former
/// id, as the first half of a change.
public struct GraphDiff: Sendable {
  /// The first side, under its own ids.
  public var from: Snapshot { states.from }
  /// The second side.
  public var to: Snapshot { states.to }
  /// The ids that differ between the two sides.
  public var renaming: Renaming { states.renaming }
  /// The first side under the ids of the second.
  package var former: Snapshot { states.former }
  private let states: States
  /// Each sorted by id.
  public let entities: [Change<Held<Entity>>]
  /// The offices held, sorted by id.
  public let holdings: [Change<Held<Holding>>]
  /// The relations, sorted by id.
  public let ties: [Change<Tie>]
  /// The events, sorted by id.
  public let events: [Change<Held<Event>>]
  /// What data sets count, sorted by id.
  public let counted: [Change<CountedDyad>]
  /// The sources that a claim of either snapshot cites, sorted by id.
  public let sources: [Change<Source>]
  /// Whether both sides are one snapshot.
  let isPlain: Bool

  /// A difference without changes, for a plain picture.
  public init(_ snapshot: Snapshot) { self.init(from: snapshot, to: snapshot, on: nil, isPlain: true) }

  /// The differences between two snapshots; an item that only the stage contains is absent.
  public init(from: Snapshot, to: Snapshot, on stage: Snapshot? = nil) {
    self.init(from: from, to: to, on: stage, isPlain: false)
  }

  /// - Parameter isPlain: whether both sides are one, so that everything is kept.
  private init(from: Snapshot, to: Snapshot, on stage: Snapshot?, isPlain: Bool) {
    let renaming = Renaming(from: from.graph, to: to.graph)
    let former = renaming.renamed(from)
    states = States(from: from, to: to, renaming: renaming, former: former)
    self.isPlain = isPlain
    let sides = Sides(from: from, former: former, to: to, isPlain: isPlain)
    // The name of an entity depends on the moment, and the fields of a holding contain those of its office.
    let isOneMoment = from.moment == to.moment
    entities = sides.changes(
      \.entities, on: stage, isAlone: { isOneMoment || $0.item.names.count < 2 },
      restore: { $0.item.id = $1 })
    holdings = sides.changes(
      \.holdings, on: stage,
      isAlone: { former.graph.offices[$0.item.office] == to.graph.offices[$0.item.office] })
    ties = sides.changes(\.ties, on: stage, restore: { $0.relation.id = $1 })
    events = sides.changes(\.events, on: stage, restore: { $0.item.id = $1 })
    counted = sides.changes(\.counted, on: stage)
    let cited = isPlain ? to.cited : from.cited.union(to.cited)
    sources = sides.changes(
      { $0.graph.sources.values.filter { cited.contains($0.id) }.sorted { $0.id < $1.id } }, on: nil)
  }

  /// Copied as one reference: films and pages have many differences.
  private final class States: Sendable {
    let from, to, former: Snapshot
    let renaming: Renaming

    init(from: Snapshot, to: Snapshot, renaming: Renaming, former: Snapshot) {
      (self.from, self.to, self.renaming, self.former) = (from, to, renaming, former)
    }
  }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    !entities.contains(where: \.isDifference) && !holdings.contains(where: \.isDifference)
      && !ties.contains(where: \.isDifference) && !events.contains(where: \.isDifference)
      && !counted.contains(where: \.isDifference) && !sources.contains(where: \.isDifference)
  }
}

extension Snapshot {
  /// The sources that a claim in it cites.
  var cited: Set<Source.ID> {
    let evidence =
      entities.map { $0.item.evidence } + holdings.map { $0.item.evidence } + events.map { $0.item.evidence }
      + events.flatMap { $0.item.links }.map(\.evidence) + ties.flatMap(\.phases).map { $0.item.evidence }
      + counted.map { $0.counts[0].item.evidence }
    return Set(evidence.flatMap(\.citations).map(\.source))
  }
}

/// The changes of items on two sides.
private struct Sides {
  let from, former, to: Snapshot
  let isPlain: Bool

  /// - Parameters:
  ///   - isAlone: whether the fields of an item depend on nothing else, so that equal items have equal fields.
  ///   - restore: gives the former item of a renamed one.
  func changes<Thing: Itemized & Equatable>(
    _ things: (Snapshot) -> [Thing], on stage: Snapshot?, isAlone: (Thing) -> Bool = { _ in true },
    restore: ((inout Thing, Thing.ID) -> Void)? = nil
  ) -> [Change<Thing>] where Thing.ID: Comparable {
    if isPlain { return things(to).map { .kept($0) } }
    let before = Dictionary(
      zip(things(from), things(former)).map { ($1.id, (thing: $1, id: $0.id)) }, uniquingKeysWith: { first, _ in first }
    )
    let after = Dictionary(things(to).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let staged = Dictionary((stage.map(things) ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).union(staged.keys).sorted().compactMap { id in
      switch (before[id], after[id]) {
      case (let old?, let new?):
        if let restore, old.id != id {
          var thing = old.thing
          restore(&thing, old.id)
          return .changed(from: thing, to: new)
        }
        if old.thing == new, isAlone(new) { return .kept(new) }
        return old.thing.fields(in: former) == new.fields(in: to) ? .kept(new) : .changed(from: old.thing, to: new)
      case (nil, let new?): return .added(new)
      case (let old?, nil): return .removed(old.thing)
      case (nil, nil): return staged[id].map { .absent($0) }
      }
    }
  }
}
