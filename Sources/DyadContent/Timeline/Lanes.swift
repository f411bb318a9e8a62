import DyadCore

/// The lanes of a timeline: one for each of the two sides, and one for each third party with those who serve it.
struct Lanes {
  private let snapshot: Snapshot
  private let pair: (Entity.ID, Entity.ID)
  private let sides: (Set<Entity.ID>, Set<Entity.ID>)

  init(_ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID) {
    (self.snapshot, pair) = (snapshot, (one, other))
    sides = snapshot.sides(of: one, other)
  }

  /// The party in whose lane an entity acts: itself, or the one that it serves or belongs to.
  func lane(of entity: Entity.ID) -> Entity.ID? {
    var (next, passed) = (entity, Set<Entity.ID>())
    while passed.insert(next).inserted {
      if sides.0.contains(next) { return pair.0 }
      if sides.1.contains(next) { return pair.1 }
      guard let home = snapshot.graph.entities[next]?.home else { break }
      next = home
    }
    let isSeen = snapshot.graph.entities[next].map { $0.kind != .place } ?? false
    return isSeen && !snapshot.hidden.contains(next) ? next : nil
  }

  /// The relations between the two sides.
  var between: [Tie] {
    snapshot.ties.filter { tie in
      !tie.kind.isAffiliation && Set(tie.relation.parties.map(lane)) == [pair.0, pair.1]
    }
  }

  /// The relation whose phases the ribbon shows: one of the two parties themselves before one of their members, an undirected one
  /// before a directed one.
  var leading: Tie? {
    between.max { one, other in rank(one) < rank(other) }
  }

  private func rank(_ tie: Tie) -> (Int, Int, Int, String) {
    let isOwn = tie.relation.dyad == Dyad(pair.0, pair.1)
    return (isOwn ? 1 : 0, tie.relation.isDirected ? 0 : 1, tie.kind.id == "ties" ? 1 : 0, tie.id.text)
  }

  /// Whether both sides take part in the event.
  func joins(_ event: Event) -> Bool { Set(event.parties.compactMap(lane)).isSuperset(of: [pair.0, pair.1]) }

  /// The events in which at least one side takes part.
  var events: [Held<Event>] {
    snapshot.events.filter { event in event.item.parties.contains { [pair.0, pair.1].contains(lane(of: $0)) } }
  }

  /// The events in order of time.
  func happenings(in window: ClosedRange<Day>) -> [Happening] {
    events.map { event in
      let days = event.item.within.span.clipped(to: window)
      return Happening(
        event: event, days: days, day: days.middle(in: window), actors: unique(event.item.actors.compactMap(lane)),
        recipients: unique(event.item.recipients.compactMap(lane)))
    }.sorted { one, other in
      (one.day, one.days.upperBound, one.event.id) < (other.day, other.days.upperBound, other.event.id)
    }
  }

  /// The third parties that have a tie or an event with either side, the strongest first.
  var thirds: [Entity.ID] {
    var strands: [Entity.ID: Strands] = [:]
    for event in events {
      for third in unique(event.item.parties.compactMap(lane)) where third != pair.0 && third != pair.1 {
        strands[third, default: Strands()].events.append(event)
      }
    }
    for tie in snapshot.ties {
      let ends = tie.relation.parties.compactMap(lane)
      let others = ends.filter { $0 != pair.0 && $0 != pair.1 }
      if ends.count == tie.relation.parties.count, others.count == 1 {
        strands[others[0], default: Strands()].ties.append(tie)
      }
    }
    return strands.sorted { ($1.value.strength, $0.key) < ($0.value.strength, $1.key) }.map(\.key)
  }
}
