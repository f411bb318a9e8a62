import DyadCore

/// Chooses and ranks the members of a party's panel.
struct PanelWriter {
  let snapshot: Snapshot
  let options: ContentOptions
  /// Those who occur in what is shown.
  let active: Set<Entity.ID>

  private let rows: RowWriter

  init(_ snapshot: Snapshot, _ options: ContentOptions, _ rows: RowWriter, showing strands: [Strands]) {
    (self.snapshot, self.options, self.rows) = (snapshot, options, rows)
    var active = Set(strands.flatMap(\.events).flatMap(\.item.parties))
    active.formUnion(strands.flatMap(\.ties).flatMap(\.relation.parties))
    active.formUnion(snapshot.ties.filter(\.kind.isAffiliation).map(\.relation.from))
    // Someone who only possibly holds an office is shown if something else names them.
    active.formUnion(snapshot.holdings.filter { $0.certainty == .yes }.map(\.item.official))
    self.active = active
  }

  /// The party and its members, and the number of members left out.
  func panel(of party: Entity.ID, _ members: Set<Entity.ID>, _ side: Figure.Side) -> (figures: [Figure], left: Int) {
    let writer = FigureWriter(snapshot: snapshot, notes: rows.notes, lexicon: options.lexicon, marks: rows.marks)
    guard let head = snapshot.entity(party) else { return ([], 0) }
    let candidates = snapshot.entities.filter { held in
      held.id != party && members.contains(held.id) && held.item.kind != .place && active.contains(held.id)
        && !isFormer(held.item) && !snapshot.hidden.contains(held.id)
    }.map { writer.figure($0, side: side) }.sorted(by: before)
    let shown = candidates.prefix(options.detail.members)
    return ([writer.figure(head, side: side)] + shown, candidates.count - shown.count)
  }

  /// Whether it is an official with offices on record, but none at the date.
  private func isFormer(_ entity: Entity) -> Bool {
    entity.kind == .official && snapshot.holdings(of: entity.id).isEmpty
      && snapshot.graph.holdings.values.contains { $0.official == entity.id }
  }

  /// Those in power first, then officials, organizations, groups; those with more lines first.
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
