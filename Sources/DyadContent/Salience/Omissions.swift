public import DyadCore

/// What a picture omits of all that concerns it, by kind.
///
///     content.omitted.events.count + content.claims.count { graph.events[Event.ID($0)] != nil }     // all events of the view
public struct Omissions: Hashable, Sendable {
  /// The events.
  public var events: Set<Event.ID> = []
  /// The phases of relations.
  public var phases: Set<Phase.ID> = []
  /// The states, groups and organizations.
  public var parties: Set<Entity.ID> = []
  /// The officials.
  public var officials: Set<Entity.ID> = []

  /// Nothing.
  public init() {}

  /// Whether nothing is omitted.
  public var isEmpty: Bool { events.isEmpty && phases.isEmpty && parties.isEmpty && officials.isEmpty }

  mutating func add(_ entity: Entity) {
    if entity.kind == .official { officials.insert(entity.id) } else { parties.insert(entity.id) }
  }
}

extension ContentBody {
  /// Counts every event and every phase that concerns the view and is in no row, wherever it got lost.
  ///
  /// - Parameter events: the events that concern the view, where they are known.
  mutating func countOmitted(
    of snapshot: Snapshot, _ focus: View.Focus, events: [Held<Event>]? = nil, _ marks: Marks?, _ lexicon: Lexicon
  ) {
    let shown = shownClaims
    omitted.events = Set((events ?? snapshot.events(concerning: focus)).map(\.id).filter { !shown.contains($0.text) })
    let phases = snapshot.ties(concerning: focus).flatMap(\.phases).map(\.id)
    let replaced = marks?.replaced ?? []
    omitted.phases = Set(phases.filter { !shown.contains($0.text) && !replaced.contains($0.text) })
    if !omitted.events.isEmpty { omissions.append(lexicon.phrase(.eventsLeftOut, count: omitted.events.count)) }
    if !omitted.phases.isEmpty { omissions.append(lexicon.phrase(.phasesLeftOut, count: omitted.phases.count)) }
  }

  /// Counts the members of a party that have no figure in its panel.
  mutating func countOmitted(_ members: [Entity], of name: String, _ lexicon: Lexicon) {
    for member in members { omitted.add(member) }
    let officials = members.count { $0.kind == .official }
    let others = members.count - officials
    if others > 0 { omissions.append(lexicon.phrase(.partiesLeftOut, count: others, name)) }
    if officials > 0 { omissions.append(lexicon.phrase(.officialsLeftOut, count: officials, name)) }
  }
}
