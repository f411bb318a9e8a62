import DyadCore

/// What concerns a pair, sorted by where a picture shows it.
struct PairStrands {
  let pair: (Entity.ID, Entity.ID)
  let sides: PairSides
  /// The events that concern the pair.
  let events: [Held<Event>]
  private(set) var between = Strands()
  private(set) var within = Strands()
  private(set) var thirds: [Entity.ID: Strands] = [:]

  private let snapshot: Snapshot

  init(_ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID) {
    (self.snapshot, pair) = (snapshot, (one, other))
    let sides = PairSides(snapshot, one, other)
    self.sides = sides
    events = snapshot.events.filter { !sides.touched(by: $0.item).isEmpty }
    sort()
  }

  /// The party as which a third party is drawn: itself, or the nearest one that it belongs to; `nil` if there is none.
  ///
  /// An official acts for a party, and is drawn only where that party is not.
  private func drawn(_ party: Entity.ID) -> Entity.ID? {
    var (next, seen, official) = (party, Set<Entity.ID>(), Entity.ID?.none)
    while seen.insert(next).inserted {
      if sides.side(of: next) != nil { return nil }
      if let held = snapshot.party(next), held.item.kind != .place, !snapshot.hidden.contains(next) {
        guard held.item.kind == .official else { return next }
        official = official ?? next
      }
      guard let home = snapshot.graph.entities[next]?.home else { return official }
      next = home
    }
    return official
  }

  /// The third parties on the other side of an event: those to whom a side does something, or those who do something
  /// that concerns a side. The victim of an attack is no foe of those who support it.
  private func counterparts(in event: Event) -> [Entity.ID]? {
    let acts = event.actors.contains { sides.side(of: $0, in: event) != nil }
    let others = (acts ? event.recipients : event.actors).filter { sides.side(of: $0, in: event) == nil }
    let drawn = unique(others.compactMap(drawn))
    return drawn.isEmpty ? nil : drawn
  }

  /// What concerns the pair: between the two, within one side, and with each third party. What happens within a third
  /// party, or among several, concerns the pair only if it affects it.
  private mutating func sort() {
    for tie in snapshot.ties {
      let ends = tie.relation.parties
      let touched = Set(ends.compactMap(sides.side))
      let outsiders = ends.filter { sides.side(of: $0) == nil }
      guard !touched.isEmpty else { continue }
      if outsiders.isEmpty {
        if touched.count == 2 { between.ties.append(tie) } else if !tie.kind.isAffiliation { within.ties.append(tie) }
      } else if let third = outsiders.compactMap(drawn).first {
        thirds[third, default: Strands()].ties.append(tie)
      }
    }
    var shared: [(event: Held<Event>, thirds: [Entity.ID])] = []
    for event in events {
      let outsiders = unique(
        event.item.parties.filter { sides.side(of: $0, in: event.item) == nil }.compactMap(drawn))
      if let effect = sides.effect(of: event.item) {
        between.add(event, effect: effect)
      } else if outsiders.isEmpty {
        within.events.append(event)
      } else {
        shared.append((event, counterparts(in: event.item) ?? outsiders))
      }
    }
    for (event, outsiders) in shared {
      guard
        let chosen = outsiders.max(by: { (thirds[$0]?.ties.count ?? 0, $1) < (thirds[$1]?.ties.count ?? 0, $0) })
      else { continue }
      // One tone for all whom it concerns; each line has that of its own side.
      let effects = Set(sides.touched(by: event.item).map { sides.effect(of: event.item, on: $0) })
      let effect = effects.count == 1 ? effects.first : nil
      thirds[chosen, default: Strands()].add(event, effect: effect ?? event.item.tone)
    }
    // A party without strands of its own shares those of the others.
    for (_, outsiders) in shared {
      for outsider in outsiders where thirds[outsider] == nil {
        thirds[outsider] = Strands(events: shared.filter { $0.thirds.contains(outsider) }.map(\.event))
      }
    }
  }
}
