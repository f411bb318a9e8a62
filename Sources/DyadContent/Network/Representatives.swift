package import DyadCore

/// Who is shown within whom in a network or a matrix: officials and organizations within the party that they belong to.
package struct Representatives {
  /// The entity within which each entity is shown that has no figure of its own.
  private(set) var shownAs: [Entity.ID: Entity.ID] = [:]

  private let snapshot: Snapshot
  private let kinds: [Entity.ID: Entity.Kind]
  private let egos: Set<Entity.ID>

  /// - Parameter egos: entities that always have figures of their own.
  package init(_ snapshot: Snapshot, keeping egos: Set<Entity.ID>) {
    (self.snapshot, self.egos) = (snapshot, egos)
    let known = snapshot.entities + snapshot.former
    kinds = Dictionary(known.map { ($0.id, $0.item.kind) }, uniquingKeysWith: { one, _ in one })
    let homes = homes(of: known)
    for entity in known { shownAs[entity.id] = representative(of: entity.item, homes) }
  }

  /// The entity itself, or the one that it is shown within.
  package subscript(_ entity: Entity.ID) -> Entity.ID { shownAs[entity] ?? entity }

  /// Whether the entity may have a figure: it exists or events name it, and it is neither a place nor filtered out.
  package func isDrawn(_ entity: Entity.ID) -> Bool {
    kinds[entity].map { $0 != .place && !snapshot.hidden.contains(entity) } ?? false
  }

  /// What each entity directly belongs to.
  private func homes(of known: [Held<Entity>]) -> [Entity.ID: Entity.ID] {
    let there = Set(known.map(\.id))
    var homes: [Entity.ID: Entity.ID] = [:]
    for held in known {
      if let home = held.item.home, there.contains(home) { homes[held.id] = home }
    }
    for tie in snapshot.ties where tie.kind.isAffiliation && homes[tie.relation.from] == nil {
      homes[tie.relation.from] = tie.relation.to
    }
    return homes
  }

  private func representative(of entity: Entity, _ homes: [Entity.ID: Entity.ID]) -> Entity.ID? {
    guard !egos.contains(entity.id), let home = homes[entity.id] else { return nil }
    let goesHome =
      switch entity.kind {
      case .official, .organization: true
      // Its ties with its own state would be lost.
      case .group, .state: snapshot.hidden.contains(entity.id)
      case .place: false
      }
    guard goesHome else { return nil }
    var (last, seen) = (home, Set([entity.id]))
    while let next = homes[last], !isGroup(last), !egos.contains(last), seen.insert(last).inserted { last = next }
    return last
  }

  /// Whether the entity is a group or a state with a figure of its own.
  private func isGroup(_ entity: Entity.ID) -> Bool {
    guard let kind = kinds[entity] else { return false }
    return (kind == .group || kind == .state) && !snapshot.hidden.contains(entity)
  }
}
