package import DyadCore

/// The lanes of a timeline: one for each of the two sides, and one for each third party with those who serve it.
package struct Lanes {
  private let snapshot: Snapshot
  private let pair: (Entity.ID, Entity.ID)
  private let sides: PairSides

  package init(_ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID) {
    (self.snapshot, pair) = (snapshot, (one, other))
    sides = PairSides(snapshot, one, other)
  }

  private func party(_ side: PairSides.Side) -> Entity.ID { side == .first ? pair.0 : pair.1 }

  /// The party in whose lane an entity acts in an event: its side then, itself, or the one that it serves or belongs
  /// to.
  func lane(of entity: Entity.ID, in event: Event) -> Entity.ID? {
    sides.side(of: entity, in: event).map(party) ?? lane(of: entity)
  }

  /// The party in whose lane an entity is: itself, or the one that it serves or belongs to.
  func lane(of entity: Entity.ID) -> Entity.ID? {
    var (next, passed) = (entity, Set<Entity.ID>())
    while passed.insert(next).inserted {
      if let side = sides.side(of: next) { return party(side) }
      guard let home = snapshot.graph.entities[next]?.home else { break }
      next = home
    }
    let isSeen = snapshot.graph.entities[next].map { $0.kind != .place } ?? false
    return isSeen && !snapshot.hidden.contains(next) ? next : nil
  }

  /// The relations between the two sides.
  var between: [Tie] {
    snapshot.ties.filter { tie in
      !tie.kind.isAffiliation && Set(tie.relation.parties.map { lane(of: $0) }) == [pair.0, pair.1]
    }
  }

  /// The leading relation: one of the two parties themselves before one of their members, an
  /// undirected one before a directed one.
  var leading: Tie? {
    between.max { one, other in rank(one) < rank(other) }
  }

  private func rank(_ tie: Tie) -> (Int, Int, Int, String) {
    let isOwn = tie.relation.dyad == Dyad(pair.0, pair.1)
    return (isOwn ? 1 : 0, tie.relation.isDirected ? 0 : 1, tie.kind.id == "ties" ? 1 : 0, tie.id.text)
  }

  /// The tone of the event between the two sides; `nil` if it is not between them.
  package func effect(of event: Event) -> Tone? { sides.effect(of: event) }

  /// The events that concern at least one side.
  var events: [Held<Event>] { snapshot.events.filter { !sides.touched(by: $0.item).isEmpty } }

  /// The events in order of time.
  func happenings(in window: ClosedRange<Day>) -> [Happening] {
    events.map { event in
      let touched = sides.touched(by: event.item)
      return Happening(
        event: event, actors: unique(event.item.actors.compactMap { lane(of: $0, in: event.item) }),
        recipients: unique(event.item.recipients.compactMap { lane(of: $0, in: event.item) }),
        touched: [pair.0, pair.1].filter { party in touched.contains { self.party($0) == party } },
        effect: sides.effect(of: event.item), day: event.item.day(in: window))
    }.sorted { one, other in
      // What happened by a date comes before what happened on it.
      (one.day, one.event.item.isUndated ? 0 : 1, one.event.item.within.span.upperBound, one.event.id)
        < (other.day, other.event.item.isUndated ? 0 : 1, other.event.item.within.span.upperBound, other.event.id)
    }
  }

  /// The third parties that have a tie or an event with either side, the most salient first.
  func thirds(by scale: SalienceScale) -> [Entity.ID] {
    var strands: [Entity.ID: Strands] = [:]
    for event in events {
      for third in unique(event.item.parties.compactMap({ lane(of: $0, in: event.item) }))
      where third != pair.0 && third != pair.1 {
        strands[third, default: Strands()].events.append(event)
      }
    }
    for tie in snapshot.ties {
      let ends = tie.relation.parties.compactMap { lane(of: $0) }
      let others = ends.filter { $0 != pair.0 && $0 != pair.1 }
      if ends.count == tie.relation.parties.count, others.count == 1 {
        strands[others[0], default: Strands()].ties.append(tie)
      }
    }
    let saliences = strands.mapValues { scale.salience(of: $0) }
    return saliences.sorted { one, other in
      Salience.ranks((one.value, one.key), before: (other.value, other.key))
    }.map(\.key)
  }
}
