import DyadCore

extension Snapshot {
  /// The strands of each dyad, with each entity replaced by its representative.
  ///
  /// An event of many parties joins the dyad with the strongest ties, of an ego before all others; an event of a single party
  /// joins the dyad of that party with itself.
  func dyads(
    preferring egos: Set<Entity.ID>, merging representative: (Entity.ID) -> Entity.ID
  ) -> [Dyad: Strands] {
    let there = Set(entities.map(\.id))
    var dyads: [Dyad: Strands] = [:]
    for tie in ties where !tie.kind.isAffiliation {
      for dyad in unique(tie.relation.dyads.map { Dyad(representative($0.first), representative($0.second)) }) {
        dyads[dyad, default: Strands()].ties.append(tie)
      }
    }
    let weights = dyads.mapValues(\.strength)
    func weight(_ dyad: Dyad) -> Double {
      (weights[dyad] ?? 0) + (egos.contains { dyad.contains($0) } ? 1e6 : 0)
    }
    for event in events {
      let actors = unique(event.item.actors.filter(there.contains).map(representative))
      let recipients = unique(event.item.recipients.filter(there.contains).map(representative))
        .filter { !actors.contains($0) }
      guard let first = actors.first ?? recipients.first else { continue }
      let pairs =
        recipients.isEmpty
        ? Array(zip(actors, actors.dropFirst()))
        : (actors.isEmpty ? [first] : actors).flatMap { actor in recipients.map { (actor, $0) } }
      let joined =
        pairs.map { Dyad($0.0, $0.1) }
        .max { (weight($0), $1) < (weight($1), $0) } ?? Dyad(first, first)
      dyads[joined, default: Strands()].events.append(event)
    }
    return dyads
  }
}
