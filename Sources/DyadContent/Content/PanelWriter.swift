import DyadCore

/// Chooses and orders the members of a party's panel.
struct PanelWriter {
  private let snapshot: Snapshot
  private let options: ContentOptions
  private let rows: RowWriter
  /// Those who occur in what concerns the view.
  private let active: Set<Entity.ID>
  /// Those whom a row names.
  private let named: Set<Entity.ID>
  private let saliences: [Entity.ID: Salience]
  /// Those in power.
  private let governing: Set<Entity.ID>
  /// Officials with offices on record, at any date, and at that of the picture.
  private let recorded: Set<Entity.ID>
  private let holding: Set<Entity.ID>

  /// - Parameter claims: the claims in rows.
  init(
    _ snapshot: Snapshot, _ options: ContentOptions, _ rows: RowWriter, showing strands: [Strands],
    in claims: Set<String>
  ) {
    (self.snapshot, self.options, self.rows) = (snapshot, options, rows)
    // In a fixed order, so that sums are equal to the last digit.
    let events = Dictionary(strands.flatMap(\.events).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
      .values.sorted { $0.id < $1.id }
    let ties = strands.flatMap(\.ties).sorted { $0.id < $1.id }
    governing = Set(snapshot.ties.filter { $0.kind.id == "governs" }.map { $0.relation.from })
    recorded = Set(snapshot.graph.holdings.values.map(\.official))
    holding = Set(snapshot.holdings.map { $0.item.official })
    var active = Set(events.flatMap { $0.item.parties })
    active.formUnion(ties.flatMap { $0.relation.parties })
    active.formUnion(snapshot.ties.filter { $0.kind.isAffiliation }.map { $0.relation.from })
    // Someone who only possibly holds an office is shown if something else names them.
    active.formUnion(snapshot.holdings.filter { $0.certainty != .possibly }.map { $0.item.official })
    self.active = active
    named = Set(events.filter { claims.contains($0.id.text) }.flatMap { $0.item.parties })
    var own: [Entity.ID: Strands] = [:]
    for event in events { for party in Set(event.item.parties) { own[party, default: Strands()].events.append(event) } }
    for tie in ties {
      for party in Set(tie.relation.parties) { own[party, default: Strands()].ties.append(tie) }
    }
    saliences = own.mapValues { rows.scale.salience(of: $0) }
  }

  /// The party and its most salient members, and the members left out.
  func panel(
    of party: Entity.ID, _ members: Set<Entity.ID>, _ side: Figure.Side
  ) -> (figures: [Figure], left: [Entity]) {
    let writer = FigureWriter(
      snapshot: snapshot, notes: rows.notes, lexicon: options.lexicon, marks: rows.marks, spellsOut: true)
    guard let head = snapshot.party(party) else { return ([], []) }
    let isGone = Set(snapshot.former.map(\.id))
    let all = (snapshot.entities + snapshot.former).filter { held in
      held.id != party && members.contains(held.id) && held.item.kind != .place && !isFormer(held.item)
        && !snapshot.hidden.contains(held.id)
        // A member that is gone is drawn only for its rows.
        && (!isGone.contains(held.id) || named.contains(held.id))
    }
    let candidates = all.filter { isGone.contains($0.id) || active.contains($0.id) }
      .map { (held: $0, figure: writer.figure($0, side: side)) }
    let ranked = candidates.sorted { one, other in
      let (left, right) = (isGone.contains(one.held.id), isGone.contains(other.held.id))
      guard left == right else { return right }
      return isBefore(one.figure, other.figure)
    }
    let shown = ranked.prefix(options.limited.members)
    let ids = Set(shown.map(\.held.id))
    return (
      [writer.figure(head, side: side)] + shown.map(\.figure).sorted(by: isAbove),
      all.map { $0.item }.filter { !ids.contains($0.id) }
    )
  }

  /// Whether it is an official with offices on record, but none at the date.
  private func isFormer(_ entity: Entity) -> Bool {
    entity.kind == .official && !holding.contains(entity.id) && recorded.contains(entity.id)
  }

  private func governs(_ figure: Figure) -> Bool { governing.contains(figure.id) }

  /// The order in which members are selected: those in power, then by salience.
  private func isBefore(_ one: Figure, _ other: Figure) -> Bool {
    let (left, right) = (governs(one), governs(other))
    guard left == right else { return left }
    let (mine, others) = (saliences[one.id] ?? Salience(), saliences[other.id] ?? Salience())
    return mine < others || others < mine ? others < mine : isAbove(one, other)
  }

  /// The order on the page: those in power, then officials, organizations, groups; those with more lines first.
  private func isAbove(_ one: Figure, _ other: Figure) -> Bool {
    func rank(_ figure: Figure) -> Int {
      switch figure.kind {
      case _ where governs(figure): 0
      case .official: 1
      case .organization: 2
      case .group: 3
      case .state, .place: 4
      }
    }
    return (rank(one), -one.lines.count, one.id) < (rank(other), -other.lines.count, other.id)
  }
}
