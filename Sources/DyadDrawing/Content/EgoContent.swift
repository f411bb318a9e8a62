import DyadCore

/// What stands on the sheet of one party: its panel, and each of those around it with the card of their tie.
struct EgoContent {
  private(set) var content = Content()

  private let snapshot: Snapshot
  private let ego: Entity.ID
  private let style: Style
  private let writer: RowWriter
  private let side: Set<Entity.ID>
  private var lexicon: Lexicon { style.lexicon }

  private static let mostAmong = 12

  init(_ snapshot: Snapshot, _ ego: Entity.ID, _ notes: Footnotes, _ style: Style, _ marks: Marks?) {
    (self.snapshot, self.ego, self.style) = (snapshot, ego, style)
    writer = RowWriter(snapshot: snapshot, notes: notes, lexicon: style.lexicon, marks: marks)
    side = snapshot.side(of: ego)
    let dyads = snapshot.dyads(preferring: [ego]) { [side, ego] in side.contains($0) ? ego : $0 }
    let own = dyads[Dyad(ego, ego)] ?? Strands()
    let alters = dyads.filter { $0.key.contains(ego) && $0.key != Dyad(ego, ego) && isDrawn($0.key.other(than: ego)) }
    writePanel([own] + alters.values)
    write(alters)
    write(own)
    writeAmong(dyads.filter { !$0.key.contains(ego) && $0.key.first != $0.key.second })
  }

  private func isDrawn(_ entity: Entity.ID) -> Bool {
    snapshot.entity(entity).map { $0.item.kind != .place && !snapshot.hidden.contains(entity) } ?? false
  }

  private mutating func writePanel(_ strands: [Strands]) {
    let (figures, left) = PanelWriter(snapshot, style, writer, telling: strands).panel(of: ego, side, .first)
    content.figures.append(contentsOf: figures)
    if left > 0, let name = figures.first?.name {
      content.omissions.append(lexicon.phrase(.partiesLeftOut, count: left, name))
    }
  }

  /// The strongest first.
  private mutating func write(_ alters: [Dyad: Strands]) {
    let figureWriter = FigureWriter(snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks)
    let ranked = alters.sorted { ($1.value.strength, $0.key) < ($0.value.strength, $1.key) }
    for (dyad, strands) in ranked.prefix(style.detail.alters) {
      let figure = figureWriter.figure(snapshot.entity(dyad.other(than: ego))!, side: .other)
      content.figures.append(figure)
      let (rows, omitted) = strands.eventRows(writer, limit: style.detail.lesserEvents)
      let card = Card(
        id: "third-\(figure.id)",
        sections: [Card.Section(title: nil, rows: strands.phaseRows(writer) + rows)].filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      content.cards.append(card)
      content.lines.append(
        Line(
          from: ego, card: card.id, tone: strands.tone, isPossible: strands.isPossible,
          arrow: strands.leadingTie.flatMap { tie in
            tie.relation.isDirected ? (side.contains(tie.relation.to) ? .atFrom : .atTo) : nil
          }, isContested: strands.isContested))
    }
    let left = ranked.count - style.detail.alters
    if left > 0 { content.omissions.append(lexicon.phrase(.tiesLeftOut, count: left)) }
  }

  /// What it does by itself, below its panel.
  private mutating func write(_ own: Strands) {
    let (rows, omitted) = own.eventRows(writer, limit: style.detail.lesserEvents)
    let strands = own.phaseRows(writer) + rows
    let left = content.cards.map(\.omitted).reduce(omitted, +)
    if left > 0 { content.omissions.append(lexicon.phrase(.eventsLeftOut, count: left)) }
    guard !strands.isEmpty else { return }
    content.cards.append(
      Card(
        id: "own", sections: [Card.Section(title: nil, rows: strands)], omitted: omitted, tone: own.tone,
        isPossible: false))
  }

  /// How the alters stand with one another: a row for the leading strand of each two.
  private mutating func writeAmong(_ dyads: [Dyad: Strands]) {
    let shown = Set(content.figures.map(\.id))
    let ranked = dyads.filter { shown.contains($0.key.first) && shown.contains($0.key.second) }
      .sorted { ($1.value.strength, $0.key) < ($0.value.strength, $1.key) }
    let rows = ranked.compactMap { $0.value.phaseRows(writer).first ?? $0.value.eventRows(writer, limit: 1).rows.first }
    let limit = min(EgoContent.mostAmong, style.detail.alters)
    if rows.count > limit { content.omissions.append(lexicon.phrase(.tiesAmongLeftOut, count: rows.count - limit)) }
    guard !rows.isEmpty, limit > 0 else { return }
    content.cards.append(
      Card(
        id: "among",
        sections: [Card.Section(title: lexicon.phrase(.amongThem), rows: Array(rows.prefix(limit)))], omitted: 0,
        tone: nil, isPossible: false))
  }
}
