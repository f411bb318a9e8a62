import DyadCore

/// Chooses and ranks those who share a panel with a party.
struct PanelWriter {
  let snapshot: Snapshot
  let style: Style
  /// Those of whom something is told.
  let active: Set<Entity.ID>

  private let rows: RowWriter

  init(_ snapshot: Snapshot, _ style: Style, _ rows: RowWriter, telling strands: [Strands]) {
    (self.snapshot, self.style, self.rows) = (snapshot, style, rows)
    var active = Set(strands.flatMap(\.events).flatMap(\.item.parties))
    active.formUnion(strands.flatMap(\.ties).flatMap { [$0.relation.from, $0.relation.to] })
    active.formUnion(snapshot.ties.filter(\.kind.isAffiliation).map(\.relation.from))
    // Who only may hold an office is shown where something else names him.
    active.formUnion(snapshot.holdings.filter { $0.certainty == .yes }.map(\.item.official))
    self.active = active
  }

  /// The party and its own, and the count of those for whom there is no room.
  func panel(of party: Entity.ID, _ members: Set<Entity.ID>, _ side: Figure.Side) -> (figures: [Figure], left: Int) {
    let writer = FigureWriter(snapshot: snapshot, notes: rows.notes, lexicon: style.lexicon, marks: rows.marks)
    guard let head = snapshot.entity(party) else { return ([], 0) }
    let standing = snapshot.entities.filter { held in
      held.id != party && members.contains(held.id) && held.item.kind != .place && active.contains(held.id)
        && !isFormer(held.item) && !snapshot.hidden.contains(held.id)
    }.map { writer.figure($0, side: side) }.sorted(by: before)
    let shown = standing.prefix(style.detail.members)
    return ([writer.figure(head, side: side)] + shown, standing.count - shown.count)
  }

  /// An official whose offices the dossier knows, and who holds none of them at the date.
  private func isFormer(_ entity: Entity) -> Bool {
    entity.kind == .official && snapshot.holdings(of: entity.id).isEmpty
      && snapshot.graph.holdings.values.contains { $0.official == entity.id }
  }

  /// Those who govern, then officials, organizations, groups; those of whom more is told first.
  private func before(_ one: Figure, _ other: Figure) -> Bool {
    func rank(_ figure: Figure) -> Int {
      let governs = snapshot.ties.contains { $0.kind.id == "governs" && $0.relation.from == figure.id }
      return switch figure.kind {
      case _ where governs: 0
      case .official: 1
      case .organization: 2
      case .group: 3
      case .state, .place: 4
      }
    }
    return (rank(one), -one.lines.count, one.id) < (rank(other), -other.lines.count, other.id)
  }
}
