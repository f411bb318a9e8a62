import DyadCore

extension Snapshot {
  /// The strands of each two parties, with each entity counted as the one that stands for it.
  ///
  /// An event of many joins the two that have most to do with each other, first of all those to whom an ego belongs; what
  /// one party does by itself stands with that one twice.
  func dyads(preferring egos: Set<Entity.ID>, standing standIn: (Entity.ID) -> Entity.ID) -> [Dyad: Strands] {
    let there = Set(entities.map(\.id))
    var dyads: [Dyad: Strands] = [:]
    for tie in ties where !tie.kind.isAffiliation {
      dyads[Dyad(standIn(tie.relation.from), standIn(tie.relation.to)), default: Strands()].ties.append(tie)
    }
    let weights = dyads.mapValues(\.strength)
    func weight(_ dyad: Dyad) -> Double {
      (weights[dyad] ?? 0) + (egos.contains { dyad.contains($0) } ? 1e6 : 0)
    }
    for event in events {
      let actors = unique(event.item.actors.filter(there.contains).map(standIn))
      let recipients = unique(event.item.recipients.filter(there.contains).map(standIn))
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
