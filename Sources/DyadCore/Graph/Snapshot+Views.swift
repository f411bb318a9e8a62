extension Snapshot {
  /// The entities on the entity's side: those that directly or indirectly serve, belong to or govern it.
  public func side(of entity: Entity.ID) -> Set<Entity.ID> {
    var members: [Entity.ID: [Entity.ID]] = [:]
    for held in [entities, former].joined() {
      if let home = held.item.home { members[home, default: []].append(held.id) }
    }
    for tie in ties where tie.kind.isAffiliation { members[tie.relation.to, default: []].append(tie.relation.from) }
    var side: Set<Entity.ID> = [entity]
    var next = [entity]
    while let home = next.popLast() {
      for member in members[home] ?? [] where side.insert(member).inserted { next.append(member) }
    }
    return side
  }

  /// The two sides; an entity that could be on both is on the one that it belongs to more closely, else on the first.
  public func sides(of one: Entity.ID, _ other: Entity.ID) -> (Set<Entity.ID>, Set<Entity.ID>) {
    let first = side(of: one).subtracting([other])
    let second = side(of: other).subtracting([one])
    return (first, second.subtracting(first.subtracting([other])))
  }

  /// The two, those on their sides, and the third parties that have a tie or an event with either.
  public func between(_ one: Entity.ID, _ other: Entity.ID) -> Snapshot {
    let (first, second) = sides(of: one, other)
    return restricted(to: first.union(second).union(neighbours(of: first.union(second))))
  }

  /// The ego, and the entities within that many ties or events of it.
  public func around(_ ego: Entity.ID, hops: Int = 1) -> Snapshot {
    var reached: Set<Entity.ID> = [ego]
    for _ in 0..<max(0, hops) { reached.formUnion(neighbours(of: reached)) }
    return restricted(to: reached)
  }

  /// The part that the view shows.
  public func focused(on focus: View.Focus) -> Snapshot {
    switch focus {
    case .everyone: self
    case .between(let one, let other): between(one, other)
    case .around(let ego, let hops): around(ego, hops: hops)
    }
  }

  /// The relation that characterizes the two best: one without a direction before one with a direction.
  public func leadingTie(between one: Entity.ID, _ other: Entity.ID) -> Tie? {
    let ties = ties.filter { $0.relation.dyads == [Dyad(one, other)] && !$0.kind.isAffiliation }
    return ties.first { $0.relation.kind == "ties" } ?? ties.first { !$0.kind.isDirected } ?? ties.first
  }

  /// The parties with a tie or an event with one of these; an event connects its actors with those whom it concerns.
  private func neighbours(of some: Set<Entity.ID>) -> Set<Entity.ID> {
    var found: Set<Entity.ID> = []
    for tie in ties {
      if tie.relation.parties.contains(where: some.contains) { found.formUnion(tie.relation.parties) }
    }
    let concerns = concerns
    for event in events {
      let concerned = concerns.of(event.item)
      let (actors, others) = (concerned.filter { $0.role == .actor }, concerned.filter { $0.role != .actor })
      if actors.contains(where: { some.contains($0.party) }) {
        found.formUnion(others.filter { $0.reason.isDirect }.map(\.party))
      }
      if others.contains(where: { some.contains($0.party) }) { found.formUnion(event.item.parties) }
    }
    for entity in entities {
      if let home = entity.item.home {
        if some.contains(entity.id) { found.insert(home) }
        if some.contains(home), entity.item.kind != .place { found.insert(entity.id) }
      }
    }
    let there = Set((entities + former).map(\.id))
    return found.intersection(there)
  }
}

extension Concern.Reason {
  /// Whether the event names the party, or the party supports or rules one that it names.
  fileprivate var isDirect: Bool {
    switch self {
    case .named, .ruler, .supporter: true
    case .owner: false
    }
  }
}
