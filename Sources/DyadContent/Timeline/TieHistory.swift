package import DyadCore

/// The ties and events between an ego and one other party, over time.
package struct TieHistory: Hashable, Sendable {
  /// The other party.
  package let party: Entity.ID
  /// The phases of all relations between the two, in order of time.
  package let phases: [PhaseSpan]
  package let events: EventStrip
  let strands: Strands
  /// What data sets count between the two, where they do.
  package var counts: [CountStrip] = []

  init(_ party: Entity.ID, _ strands: Strands, in frame: TimeFrame) {
    (self.party, self.strands) = (party, strands)
    phases = strands.ties.flatMap { PhaseSpan.all(of: $0, in: frame) }.filter { $0.possible != nil }
      .sorted { ($0.day, $0.phase.id) < ($1.day, $1.phase.id) }
    events = EventStrip(strands.events.map { ($0, strands.tone(of: $0)) }, in: frame)
  }

  package static func == (one: TieHistory, other: TieHistory) -> Bool {
    one.party == other.party && one.phases == other.phases && one.events == other.events && one.counts == other.counts
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(party) }

  /// The phases and events as rows, in order of time.
  func rows(_ writer: RowWriter) -> [Row] {
    let phases = phases.map { ($0.day, writer.row($0.phase, of: $0.tie)) }
    let events = strands.events.sorted { $0.id < $1.id }.map { event in
      (event.item.day(in: writer.snapshot.moment.days), writer.row(event, effect: strands.effects[event.id]))
    }
    return (phases + events).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }
}
