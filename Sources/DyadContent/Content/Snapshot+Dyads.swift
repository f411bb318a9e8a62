import DyadCore

extension Snapshot {
  /// The strands of each dyad, with each entity replaced by its representative, which may depend on the date of an
  /// event.
  ///
  /// An event joins one dyad: of its actors with its recipients; if none of these includes an ego, of its actors with
  /// an ego that it affects; of several, the one with the strongest ties. Other events are those of a party alone, a
  /// dyad of it with itself: of one that takes part, or else of one that it affects.
  func dyads(
    preferring egos: Set<Entity.ID>, _ concerns: Concerns, merging representative: (Entity.ID, Event?) -> Entity.ID
  ) -> [Dyad: Strands] {
    let there = Set((entities + former).map(\.id))
    var dyads: [Dyad: Strands] = [:]
    for tie in ties where !tie.kind.isAffiliation {
      for dyad in unique(tie.relation.dyads.map { Dyad(representative($0.first, nil), representative($0.second, nil)) })
      {
        dyads[dyad, default: Strands()].ties.append(tie)
      }
    }
    let weights = dyads.mapValues(\.strength)
    func hasEgo(_ dyad: Dyad) -> Bool { egos.contains { dyad.contains($0) } }
    func strongest(_ joins: [Join]) -> Join? {
      func weight(_ join: Join) -> (Double, Dyad) {
        ((weights[join.dyad] ?? 0) + (hasEgo(join.dyad) ? 1e6 : 0), join.dyad)
      }
      return joins.max { one, other in
        let (left, right) = (weight(one), weight(other))
        return (left.0, right.1) < (right.0, left.1)
      }
    }
    for event in events {
      let item = event.item
      func shown(_ parties: [Entity.ID]) -> [Entity.ID] {
        unique(parties.filter(there.contains).map { representative($0, item) })
      }
      let actors = shown(item.actors)
      let recipients = shown(item.recipients).filter { !actors.contains($0) }
      let pairs =
        recipients.isEmpty
        ? Array(zip(actors, actors.dropFirst())) : actors.flatMap { actor in recipients.map { (actor, $0) } }
      let direct = pairs.map { Join(dyad: Dyad($0.0, $0.1), effect: item.tone) }
      var joins = direct
      if direct.isEmpty || !egos.isEmpty && !direct.contains(where: { hasEgo($0.dyad) }) {
        let affected = concerns.of(item).filter { $0.role == .affected && there.contains($0.party) }
        let indirect = affected.flatMap { concern in
          let party = representative(concern.party, item)
          return actors.filter { $0 != party }.map { Join(dyad: Dyad($0, party), effect: concern.effect) }
        }
        joins += direct.isEmpty ? indirect : indirect.filter { hasEgo($0.dyad) }
      }
      if let join = strongest(joins) {
        dyads[join.dyad, default: Strands()].add(event, effect: join.effect)
      } else {
        let (named, affected) = (actors + recipients, shown(item.affects))
        guard let one = (named + affected).first(where: egos.contains) ?? named.first ?? affected.first else {
          continue
        }
        dyads[Dyad(one, one), default: Strands()].add(
          event, effect: named.contains(one) ? item.tone : item.effect ?? item.tone)
      }
    }
    return dyads
  }

  private struct Join {
    var dyad: Dyad
    var effect: Tone
  }
}

extension Strands {
  /// The sum of the absolute tones of ties, which decides which of several dyads an event joins.
  fileprivate var strength: Double { ties.map { abs($0.tone.value) + 1 }.reduce(0, +) }
}
