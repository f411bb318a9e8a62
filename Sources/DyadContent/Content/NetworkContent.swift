import DyadCore

/// The content of a network: a figure for each party, a numbered line for each dyad, a card for each number.
///
/// Officials and organizations are shown within the party that they belong to; where there are many parties, so are
/// groups.
struct NetworkContent {
  private(set) var body = ContentBody()

  private let snapshot: Snapshot
  private let options: ContentOptions
  private let writer: RowWriter
  private let egos: Set<Entity.ID>
  private let marks: Marks?
  private var lexicon: Lexicon { options.lexicon }

  /// With more parties than these, groups are shown within their home.
  private static let many = 24

  init(_ snapshot: Snapshot, _ focus: View.Focus, _ notes: Footnotes, _ options: ContentOptions, _ marks: Marks?) {
    (self.snapshot, self.options, self.marks) = (snapshot, options, marks)
    egos = Set(focus.parties)
    writer = RowWriter(snapshot: snapshot, notes: notes, lexicon: options.lexicon, marks: marks, isTitled: true)
    let shownAs = representatives()
    let dyads = snapshot.dyads(preferring: egos, writer.scale.concerns) { party, _ in shownAs[party] ?? party }
      .filter { isDrawn($0.key.first) && isDrawn($0.key.second) }
    write(dyads)
    body.countOmitted(of: snapshot, focus, marks, lexicon)
    writeFigures(shownAs)
  }

  private func isDrawn(_ entity: Entity.ID) -> Bool {
    snapshot.party(entity).map { $0.item.kind != .place && !snapshot.hidden.contains(entity) } ?? false
  }

  // MARK: Roll-up

  /// The entity within which each entity is shown that has no figure of its own.
  private func representatives() -> [Entity.ID: Entity.ID] {
    let there = Set((snapshot.entities + snapshot.former).map(\.id))
    var homes: [Entity.ID: Entity.ID] = [:]
    let known = snapshot.entities + snapshot.former
    for held in known {
      if let home = held.item.home, there.contains(home) { homes[held.id] = home }
    }
    for tie in snapshot.ties where tie.kind.isAffiliation && homes[tie.relation.from] == nil {
      homes[tie.relation.from] = tie.relation.to
    }
    func home(of entity: Held<Entity>, withGroups: Bool) -> Entity.ID? {
      guard !egos.contains(entity.id), let home = homes[entity.id] else { return nil }
      let goesHome =
        switch entity.item.kind {
        case .official, .organization: true
        case .group, .state: withGroups || snapshot.hidden.contains(entity.id)
        case .place: false
        }
      guard goesHome else { return nil }
      var (last, seen) = (home, Set([entity.id]))
      while let next = homes[last], !egos.contains(last), seen.insert(last).inserted { last = next }
      return last
    }
    func merged(withGroups: Bool) -> [Entity.ID: Entity.ID] {
      Dictionary(
        uniqueKeysWithValues: known.compactMap { entity in
          home(of: entity, withGroups: withGroups).map { (entity.id, $0) }
        })
    }
    let few = merged(withGroups: false)
    return snapshot.entities.count { few[$0.id] == nil } > NetworkContent.many ? merged(withGroups: true) : few
  }

  // MARK: Ties

  /// Numbered from the most salient; those with old events only are none.
  private mutating func write(_ dyads: [Dyad: Strands]) {
    let joining = dyads.filter {
      $0.key.first != $0.key.second && $0.value.isCurrent(writer, within: options.window)
    }
    let all = writer.ranked(joining)
    func hasEgo(_ dyad: Dyad) -> Bool { egos.contains { dyad.contains($0) } }
    func leads(_ dyad: (key: Dyad, value: Strands)) -> Bool {
      hasEgo(dyad.key) || dyad.value.events.contains(where: \.item.isKey)
    }
    let ranked = all.filter(leads) + all.filter { !leads($0) }
    for (index, (dyad, strands)) in ranked.enumerated() {
      body.weighed.append(
        Weighed(
          parties: [dyad.first, dyad.second], salience: writer.scale.salience(of: strands),
          isShown: index < options.detail.ties))
    }
    for (index, (dyad, strands)) in ranked.prefix(options.detail.ties).enumerated() {
      let card = card(dyad, strands, number: index + 1)
      body.cards.append(card)
      body.lines.append(
        Line(
          from: dyad.first, to: dyad.second, subject: .card(card.kind), tone: strands.tone,
          isPossible: strands.isPossible,
          arrow: strands.leadingTie.flatMap { tie in
            guard tie.relation.isDirected, dyad.contains(tie.relation.to) else { return nil }
            return tie.relation.to == dyad.first ? .atFrom : .atTo
          }, isContested: strands.isContested))
    }
    let left = ranked.count - options.detail.ties
    if left > 0 { body.omissions.append(lexicon.phrase(.tiesLeftOut, count: left)) }
  }

  private func card(_ dyad: Dyad, _ strands: Strands, number: Int) -> Card {
    let limit = max(options.detail.rows, 1)
    let shownPhases = strands.phaseRows(writer, limit: limit)
    let (rows, omitted) = strands.eventRows(writer, limit: min(3, limit - shownPhases.count))
    let names = [dyad.first, dyad.second].map { snapshot.graph.label(of: $0, at: snapshot.moment, in: lexicon) }
    return Card(
      kind: .tie(dyad), title: names.joined(separator: " – "), number: number,
      sections: [Card.Section(title: nil, rows: shownPhases + rows)], omitted: omitted, tone: strands.tone,
      isPossible: strands.isPossible)
  }

  // MARK: Figures

  private mutating func writeFigures(_ shownAs: [Entity.ID: Entity.ID]) {
    let tied = Set(body.lines.flatMap { [$0.from, $0.to].compactMap { $0 } }).union(egos)
    let figureWriter = FigureWriter(snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks)
    let belonging = Dictionary(grouping: shownAs.filter { isDrawn($0.key) }, by: \.value)
    let shown = snapshot.entities.filter { isDrawn($0.id) && shownAs[$0.id] == nil }
    // A party that is gone is drawn only for its rows.
    let former = snapshot.former.filter { isDrawn($0.id) && shownAs[$0.id] == nil && tied.contains($0.id) }
    for held in shown where !tied.contains(held.id) { body.omitted.add(held.item) }
    for held in (shown + former).sorted(by: { $0.id < $1.id }) where tied.contains(held.id) {
      var figure = figureWriter.figure(held, side: egos.contains(held.id) ? .first : .other)
      if options.detail.isTerse {
        (figure.lines, figure.claims) = ([], [])
      } else if let own = belonging[held.id]?.count {
        figure.lines.append(lexicon.phrase(.members, count: own))
      }
      body.figures.append(figure)
    }
    if options.detail.isTerse, !belonging.isEmpty {
      body.omissions.append(
        lexicon.phrase(.shownWithinOthers, count: belonging.values.map(\.count).reduce(0, +)))
    }
    let left = shown.count { !tied.contains($0.id) }
    if left > 0 { body.omissions.append(lexicon.phrase(.othersWithoutTie, count: left)) }
  }
}
