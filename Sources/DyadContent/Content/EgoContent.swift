import DyadCore

/// The content of an ego: its panel, and each alter with the card of their tie.
struct EgoContent {
  private(set) var body = ContentBody()

  private let snapshot: Snapshot
  private let ego: Entity.ID
  private let marks: Marks?
  private let options: ContentOptions
  private let writer: RowWriter
  private let side: Set<Entity.ID>
  private var lexicon: Lexicon { options.lexicon }

  private static let mostAmong = 12

  private var detail: Detail { options.limitedAroundOne }

  init(_ subject: ContentSubject, around ego: Entity.ID, _ notes: Footnotes, _ options: ContentOptions) {
    (snapshot, marks, self.ego, self.options) = (subject.snapshot, subject.marks, ego, options)
    writer = RowWriter(
      snapshot: snapshot, notes: notes, lexicon: options.lexicon, marks: marks, scale: subject.scale,
      hasShortDates: !options.isText)
    side = snapshot.side(of: ego)
    let concerns = writer.scale.concerns
    let dyads = snapshot.dyads(preferring: [ego], concerns) { [side, ego] party, event in
      let owners = event.map { concerns.owners(of: party, in: $0) } ?? []
      return side.contains(party) || owners.contains(where: side.contains) ? ego : party
    }
    let own = dyads[Dyad(ego, ego)] ?? Strands()
    let alters = dyads.filter { $0.key.contains(ego) && $0.key != Dyad(ego, ego) && isDrawn($0.key.other(than: ego)) }
    write(alters)
    write(own)
    writeAmong(dyads.filter { !$0.key.contains(ego) && $0.key.first != $0.key.second })
    body.countOmitted(of: snapshot, .around(ego, hops: 1), marks, lexicon)
    writePanel([own] + alters.values)
    writeLines(alters)
  }

  private func isDrawn(_ entity: Entity.ID) -> Bool {
    snapshot.party(entity).map { $0.item.kind != .place && !snapshot.hidden.contains(entity) } ?? false
  }

  /// The panel of the ego, before all other figures.
  private mutating func writePanel(_ strands: [Strands]) {
    let writer = PanelWriter(snapshot, options, writer, showing: strands, in: body.shownClaims)
    let (figures, left) = writer.panel(of: ego, side, .first)
    body.figures.insert(contentsOf: figures, at: 0)
    if let name = figures.first?.name { body.countOmitted(left, of: name, lexicon) }
  }

  /// The alters with the most salient strands; those with old events only have no line.
  private mutating func write(_ alters: [Dyad: Strands]) {
    let figureWriter = FigureWriter(
      snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks, spellsOut: true)
    let current = alters.filter { $0.value.isCurrent(writer, within: options.window) }
    let ranked = writer.ranked(current)
    for (dyad, _) in ranked.dropFirst(detail.alters) + alters.filter({ current[$0.key] == nil }) {
      if let alter = snapshot.party(dyad.other(than: ego)) { body.omitted.add(alter.item) }
    }
    for (index, (dyad, strands)) in ranked.enumerated() {
      body.weighed.append(
        Weighed(
          parties: [dyad.other(than: ego)], salience: writer.scale.salience(of: strands),
          isShown: index < detail.alters))
    }
    for (dyad, strands) in ranked.prefix(detail.alters) {
      guard let alter = snapshot.party(dyad.other(than: ego)) else { continue }
      let figure = figureWriter.figure(alter, side: .other)
      body.figures.append(figure)
      let phases = strands.phaseRows(writer, limit: detail.lesserPhases)
      let (rows, omitted) = strands.eventRows(
        writer, limit: phases.isEmpty ? options.eventsAlone : detail.lesserEvents, keyLimit: options.keyEvents)
      let held = Dictionary(strands.events.map { ($0.id.text, $0) }, uniquingKeysWith: { one, _ in one })
      let card = Card(
        kind: .alter(figure.id),
        sections: [Card.Section(title: nil, rows: phases + Course(rows, of: held, writer).all)]
          .filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      body.cards.append(card)
    }
    body.signs = ranked.map { dyad in
      let parts = dyad.value.bySign
      return parts.count == 1 && !parts[0].isPossible ? parts[0].tone?.sign : nil
    }
    let left = ranked.count - detail.alters
    if left > 0 { body.omissions.append(lexicon.phrase(.tiesLeftOut, count: left)) }
    let old = alters.count - current.count
    if old > 0 { body.omissions.append(lexicon.phrase(.othersWithoutTie, count: old)) }
  }

  /// The lines from the figures of the panel to each alter, of what its card shows; of all strands where it shows none.
  private mutating func writeLines(_ alters: [Dyad: Strands]) {
    let writer = LineWriter(
      head: ego, figures: Set(body.figures.filter { $0.side != .other }.map(\.id)), marks: marks,
      isOwn: side.contains)
    for card in body.cards {
      guard case .alter(let alter) = card.kind, let strands = alters[Dyad(ego, alter)] else { continue }
      let shown = strands.restricted(to: Set(card.rows.flatMap(\.claims)))
      body.lines += writer.lines(to: card.kind, shown.isEmpty ? strands : shown)
    }
  }

  /// What the ego does by itself, below its panel.
  private mutating func write(_ own: Strands) {
    let (rows, omitted) = own.eventRows(writer, limit: detail.lesserEvents, keyLimit: options.keyEvents)
    let held = Dictionary(own.events.map { ($0.id.text, $0) }, uniquingKeysWith: { one, _ in one })
    let strands = own.phaseRows(writer, limit: detail.lesserPhases) + Course(rows, of: held, writer).all
    guard !strands.isEmpty else { return }
    body.cards.append(
      Card(
        kind: .ego, sections: [Card.Section(title: nil, rows: strands)], omitted: omitted, tone: own.tone,
        isPossible: false))
  }

  /// The ties among the alters: a row for the leading strand of each two.
  private mutating func writeAmong(_ dyads: [Dyad: Strands]) {
    let shown = Set(body.figures.map(\.id))
    let ranked = writer.ranked(
      dyads.filter {
        shown.contains($0.key.first) && shown.contains($0.key.second)
          && $0.value.isCurrent(writer, within: options.window)
      })
    let rows = ranked.compactMap { $0.value.phaseRows(writer).first ?? $0.value.eventRows(writer, limit: 1).rows.first }
    let limit = min(options.level == .full ? EgoContent.mostAmong : detail.pairRows / 2, detail.alters)
    if rows.count > limit { body.omissions.append(lexicon.phrase(.tiesAmongLeftOut, count: rows.count - limit)) }
    guard !rows.isEmpty, limit > 0 else { return }
    body.cards.append(
      Card(
        kind: .amongAlters,
        sections: [Card.Section(title: lexicon.phrase(.amongOthers), rows: Array(rows.prefix(limit)))], omitted: 0,
        tone: nil, isPossible: false))
  }
}
