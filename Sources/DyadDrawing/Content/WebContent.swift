import DyadCore

/// What stands in the picture of an ego or of everyone: a figure for each entity, a card for each dyad.
struct WebContent {
  private(set) var figures: [Figure] = []
  private(set) var cards: [Card] = []
  private(set) var lines: [Line] = []
  private(set) var memberships: [Dyad] = []
  private(set) var omissions: [String] = []

  private static let mostEvents = 3
  private static let mostDyads = 40

  init(_ snapshot: Snapshot, _ focus: View.Focus, _ notes: Footnotes) {
    let writer = RowWriter(snapshot: snapshot, notes: notes)
    let there = Set(snapshot.entities.map(\.id))
    let ranked = WebContent.strands(snapshot, there).sorted {
      ($1.value.strength, $0.key) < ($0.value.strength, $1.key)
    }
    for (dyad, strands) in ranked.prefix(WebContent.mostDyads).sorted(by: { $0.key < $1.key }) {
      let (rows, omitted) = strands.eventRows(writer, limit: WebContent.mostEvents)
      let card = Card(
        id: dyad.description,
        sections: [Card.Section(title: nil, rows: strands.phaseRows(writer) + rows)].filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      cards.append(card)
      for end in Set([dyad.first, dyad.second]).sorted() {
        let isPointed = strands.leadingTie.map { $0.relation.isDirected && $0.relation.to == end } ?? false
        lines.append(
          Line(
            from: end, card: card.id, tone: strands.tone, isPossible: strands.isPossible, isPointed: isPointed,
            isContested: strands.isContested))
      }
    }
    let left = ranked.count - WebContent.mostDyads
    if left > 0 { omissions.append("\(count(left, "weaker tie")) not shown.") }
    let unseen = cards.map(\.omitted).reduce(0, +)
    if unseen > 0 { omissions.append("\(count(unseen, "earlier event")) not shown.") }
    memberships = WebContent.memberships(snapshot, there)
    let drawn = Set(lines.map(\.from)).union(memberships.flatMap { [$0.first, $0.second] }).union(focus.parties)
    let figureWriter = FigureWriter(snapshot: snapshot)
    let egos = Set(focus.parties)
    figures = snapshot.entities.filter { drawn.contains($0.id) && $0.item.kind != .place }
      .map { figureWriter.figure($0, side: egos.contains($0.id) ? .first : .other) }
    let shown = Set(figures.map(\.id))
    memberships.removeAll { !shown.contains($0.first) || !shown.contains($0.second) }
    lines.removeAll { !shown.contains($0.from) }
  }

  /// The ties and events of each dyad; an event of many joins the pair that has most to do with each other, an event of one
  /// stands with that one alone.
  private static func strands(_ snapshot: Snapshot, _ there: Set<Entity.ID>) -> [Dyad: Strands] {
    var strands: [Dyad: Strands] = [:]
    for tie in snapshot.ties where !tie.kind.isAffiliation {
      strands[tie.relation.dyad, default: Strands()].ties.append(tie)
    }
    for event in snapshot.events {
      let actors = event.item.actors.filter(there.contains)
      let recipients = event.item.recipients.filter { there.contains($0) && !actors.contains($0) }
      let everybody = actors + recipients
      if everybody.count == 1 {
        strands[Dyad(everybody[0], everybody[0]), default: Strands()].events.append(event)
        continue
      }
      let pairs =
        recipients.isEmpty ? Array(zip(actors, actors.dropFirst())) : actors.flatMap { a in recipients.map { (a, $0) } }
      if let (one, other) = pairs.max(by: { weight($0, strands) < weight($1, strands) }) {
        strands[Dyad(one, other), default: Strands()].events.append(event)
      }
    }
    return strands
  }

  private static func weight(_ pair: (Entity.ID, Entity.ID), _ strands: [Dyad: Strands]) -> Double {
    strands[Dyad(pair.0, pair.1)]?.strength ?? 0
  }

  /// Who serves, belongs to or governs whom.
  private static func memberships(_ snapshot: Snapshot, _ there: Set<Entity.ID>) -> [Dyad] {
    let homes = snapshot.entities.filter { $0.item.kind != .place }.compactMap { held in
      held.item.home.flatMap { there.contains($0) ? Dyad(held.id, $0) : nil }
    }
    let ties = snapshot.ties.filter(\.kind.isAffiliation).map(\.relation.dyad)
    return Set(homes + ties).sorted()
  }
}
