/// The two sides of a pair, and what an event is between them.
///
///     let sides = PairSides(snapshot, "armenia", "azerbaijan")
///     sides.effect(of: event)     // -10 for an attack on Artsakh, while Armenia supports Artsakh
public struct PairSides: Sendable {
  /// One of the two.
  public enum Side: Hashable, Sendable { case first, second }

  /// The parties on the first side.
  public let first: Set<Entity.ID>
  /// The parties on the second side.
  public let second: Set<Entity.ID>
  private let concerns: Concerns

  /// The sides of two parties in a snapshot.
  public init(_ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID) {
    (first, second) = snapshot.sides(of: one, other)
    concerns = snapshot.concerns
  }

  /// The side of a party.
  public func side(of party: Entity.ID) -> Side? {
    first.contains(party) ? .first : second.contains(party) ? .second : nil
  }

  /// The side of a party when an event happened: its own, or else that of the nearest party to which it belonged.
  public func side(of party: Entity.ID, in event: Event) -> Side? {
    ([party] + concerns.owners(of: party, in: event)).lazy.compactMap { side(of: $0) }.first
  }

  /// The sides that take part in the event.
  public func parts(in event: Event) -> Set<Side> { Set(event.parties.compactMap { side(of: $0, in: event) }) }

  /// The sides that the event concerns: those that take part, and those that it affects.
  public func touched(by event: Event) -> Set<Side> {
    parts(in: event).union(affected(by: event).map(\.side))
  }

  /// The tone of the event between the two sides; `nil` if it is not between them.
  ///
  /// It is between them if both take part, or if one of them acts and the event affects the other, by the rule of
  /// `Concerns`.
  public func effect(of event: Event) -> Tone? {
    if parts(in: event).count == 2 { return event.tone }
    let actors = Set(event.actors.compactMap { side(of: $0, in: event) })
    guard let actor = actors.first else { return nil }
    return affected(by: event).first { $0.side != actor }?.effect
  }

  /// The tone of the event for one of the sides that it concerns: its own if the side takes part, or else its effect.
  public func effect(of event: Event, on side: Side) -> Tone {
    if parts(in: event).contains(side) { return event.tone }
    return affected(by: event).first { $0.side == side }?.effect ?? event.tone
  }

  private func affected(by event: Event) -> [(side: Side, effect: Tone)] {
    concerns.of(event).filter { $0.role == .affected }.compactMap { concern in
      let side = side(of: concern.party) ?? (concern.reason == .named ? side(of: concern.party, in: event) : nil)
      return side.map { ($0, concern.effect) }
    }
  }
}
