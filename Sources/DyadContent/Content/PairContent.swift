import DyadCore

/// The content of a pair: two panels, the card between them, and the third parties.
struct PairContent {
  private(set) var body = ContentBody()

  private let snapshot: Snapshot
  private let writer: RowWriter
  private let pair: (Entity.ID, Entity.ID)
  private let sides: (Set<Entity.ID>, Set<Entity.ID>)

  private let options: ContentOptions
  private var lexicon: Lexicon { options.lexicon }

  init(
    _ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID, _ notes: Footnotes, _ options: ContentOptions,
    _ marks: Marks?
  ) {
    (self.snapshot, self.options) = (snapshot, options)
    writer = RowWriter(snapshot: snapshot, notes: notes, lexicon: options.lexicon, marks: marks)
    pair = (one, other)
    sides = snapshot.sides(of: one, other)
    let (between, within, thirds) = sorted()
    write(between, within)
    write(thirds)
    writePanels([between, within] + thirds.values)
  }

  // MARK: Sides and third parties

  private func side(_ entity: Entity.ID) -> Figure.Side {
    sides.0.contains(entity) ? .first : sides.1.contains(entity) ? .second : .other
  }

  private func sorted() -> (between: Strands, within: Strands, thirds: [Entity.ID: Strands]) {
    var between = Strands()
    var within = Strands()
    var thirds: [Entity.ID: Strands] = [:]
    for tie in snapshot.ties {
      let ends = tie.relation.parties
      let outsiders = ends.filter { side($0) == .other }
      switch (Set(ends.map(side)), outsiders.count) {
      case (_, 1): thirds[outsiders[0], default: Strands()].ties.append(tie)
      case ([.first, .second], _): between.ties.append(tie)
      case (_, 0) where !tie.kind.isAffiliation: within.ties.append(tie)
      default: continue
      }
    }
    var shared: [Held<Event>] = []
    for event in snapshot.events {
      let touched = Set(event.item.parties.map(side))
      if touched.isSuperset(of: [.first, .second]) {
        between.events.append(event)
      } else if touched.contains(.other), touched.count > 1 || event.item.parties.count == 1 {
        shared.append(event)
      } else if !touched.contains(.other) {
        within.events.append(event)
      }
    }
    for event in shared {
      let outsiders = event.item.parties.filter { side($0) == .other }
      guard
        let chosen = outsiders.max(by: { (thirds[$0]?.ties.count ?? 0, $1) < (thirds[$1]?.ties.count ?? 0, $0) })
      else { continue }
      thirds[chosen, default: Strands()].events.append(event)
    }
    // A party without strands of its own shares those of the others.
    for event in shared {
      for outsider in event.item.parties where side(outsider) == .other && thirds[outsider] == nil {
        thirds[outsider] = Strands(events: shared.filter { $0.item.parties.contains(outsider) })
      }
    }
    return (between, within, thirds)
  }

  // MARK: Cards

  private mutating func write(_ between: Strands, _ within: Strands) {
    let plain = between.ties.filter { $0.relation.dyads == [Dyad(pair.0, pair.1)] && !$0.relation.isDirected }
    let leading = Strands(ties: plain).leadingTie ?? between.leadingTie
    var others = between
    others.ties.removeAll { $0.id == leading?.id }
    var card = Card(kind: .pair, sections: [], omitted: 0, isPossible: between.isPossible)
    if let leading, let phase = leading.leading {
      var head = writer.row(phase, of: leading)
      if leading.kind.id == "ties", let reads = phase.item.reads { head.what = reads }
      card.head = head
      card.tone = leading.tone(of: phase.item)
      others.ties.append(contentsOf: rest(of: leading, without: phase))
      if phase.certainty == .no { card.tone = nil }
    } else {
      card.absence = absence()
      card.tone = between.tone
    }
    let (rows, omitted) = others.eventRows(writer, limit: options.detail.events)
    let (inner, innerOmitted) = within.eventRows(writer, limit: options.detail.lesserEvents)
    card.sections = [
      Card.Section(title: nil, rows: others.phaseRows(writer)),
      Card.Section(title: lexicon.phrase(.events), rows: rows),
      Card.Section(title: lexicon.phrase(.background), rows: within.phaseRows(writer) + inner),
    ].filter { !$0.rows.isEmpty }
    card.omitted = omitted + innerOmitted
    body.cards.append(card)
    let isContested = (leading?.leading?.item.evidence.standing ?? .asserted) == .contested
    for party in [pair.0, pair.1] {
      body.lines.append(
        Line(
          from: party, subject: .card(card.kind), tone: card.tone, isPossible: card.isPossible, isContested: isContested
        ))
    }
  }

  /// The other phases of the relation that may hold at the same time.
  private func rest(of tie: Tie, without phase: Held<Phase>) -> [Tie] {
    var rest = tie
    rest.phases.removeAll { $0.id == phase.id }
    return rest.phases.isEmpty ? [] : [rest]
  }

  private func absence() -> String {
    let (firstSide, secondSide) = snapshot.graph.snapshot(at: .ever).sides(of: pair.0, pair.1)
    let joining = snapshot.graph.relations.values.filter { relation in
      (firstSide.contains(relation.from) && secondSide.contains(relation.to))
        || (firstSide.contains(relation.to) && secondSide.contains(relation.from))
    }
    let later = joining.flatMap(\.phases).map(\.during).filter { $0.span.lowerBound > snapshot.moment.days.upperBound }
    let earliest = later.compactMap(\.startDate).min { $0.days.lowerBound < $1.days.lowerBound }
    return earliest.map { lexicon.phrase(.noInformationYet, DateWords(lexicon).words($0)) }
      ?? lexicon.phrase(.noInformation)
  }

  private mutating func write(_ thirds: [Entity.ID: Strands]) {
    let shown = thirds.filter { !snapshot.hidden.contains($0.key) }.compactMap { party, strands in
      snapshot.entity(party).map { (party: $0, strands: strands) }
    }
    let ranked = shown.filter { $0.party.item.kind != .place }.sorted {
      ($1.strands.strength, $0.party.id) < ($0.strands.strength, $1.party.id)
    }
    let figureWriter = FigureWriter(snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks)
    for (party, strands) in ranked.prefix(options.detail.alters) {
      let figure = figureWriter.figure(party, side: .other)
      body.figures.append(figure)
      let (rows, omitted) = strands.eventRows(writer, limit: options.detail.lesserEvents)
      let card = Card(
        kind: .alter(party.id),
        sections: [Card.Section(title: nil, rows: strands.phaseRows(writer) + rows)].filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      body.cards.append(card)
      for (end, members) in [(pair.0, sides.0), (pair.1, sides.1)] {
        let joined = Strands(
          ties: strands.ties.filter { $0.relation.parties.contains(where: members.contains) },
          events: strands.events.filter { $0.item.parties.contains(where: members.contains) })
        guard !joined.isEmpty else { continue }
        let isPointed = joined.leadingTie.map { $0.relation.isDirected && members.contains($0.relation.to) } ?? false
        body.lines.append(
          Line(
            from: end, subject: .card(card.kind), tone: joined.tone, isPossible: joined.isPossible,
            arrow: isPointed ? .atFrom : nil,
            isContested: joined.isContested))
      }
    }
    let events = body.cards.map(\.omitted).reduce(0, +)
    if events > 0 { body.omissions.append(lexicon.phrase(.eventsLeftOut, count: events)) }
    let left = ranked.count - options.detail.alters
    if left > 0 { body.omissions.append(lexicon.phrase(.thirdPartiesLeftOut, count: left)) }
  }

  private mutating func writePanels(_ strands: [Strands]) {
    let writer = PanelWriter(snapshot, options, writer, showing: strands)
    for (party, members, side) in [(pair.0, sides.0, Figure.Side.first), (pair.1, sides.1, .second)] {
      let (figures, left) = writer.panel(of: party, members, side)
      body.figures.append(contentsOf: figures)
      if left > 0, let name = figures.first?.name {
        body.omissions.append(lexicon.phrase(.partiesLeftOut, count: left, name))
      }
    }
  }
}
