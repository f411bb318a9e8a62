import DyadCore

/// What stands on the sheet of a pair: two panels, the card between them, and the third parties.
struct PairContent {
  private(set) var figures: [Figure] = []
  private(set) var cards: [Card] = []
  private(set) var lines: [Line] = []
  private(set) var omissions: [String] = []

  private let snapshot: Snapshot
  private let writer: RowWriter
  private let pair: (Entity.ID, Entity.ID)
  private let sides: (Set<Entity.ID>, Set<Entity.ID>)

  /// More would not fit a page.
  private static let mostEvents = 14
  private static let mostThirdParties = 8
  private static let mostThirdPartyEvents = 5
  private static let mostMembers = 9

  init(_ snapshot: Snapshot, _ one: Entity.ID, _ other: Entity.ID, _ notes: Footnotes) {
    self.snapshot = snapshot
    writer = RowWriter(snapshot: snapshot, notes: notes)
    pair = (one, other)
    sides = snapshot.sides(of: one, other)
    let (between, within, thirds) = sorted()
    write(between, within)
    write(thirds)
    writePanels(shown: between, within, thirds)
  }

  // MARK: Who has to do with whom

  private func side(_ entity: Entity.ID) -> Figure.Side {
    sides.0.contains(entity) ? .first : sides.1.contains(entity) ? .second : .other
  }

  private func sorted() -> (between: Strands, within: Strands, thirds: [Entity.ID: Strands]) {
    var between = Strands()
    var within = Strands()
    var thirds: [Entity.ID: Strands] = [:]
    for tie in snapshot.ties {
      let ends = [tie.relation.from, tie.relation.to]
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
      let chosen = outsiders.max { (thirds[$0]?.ties.count ?? 0, $1) < (thirds[$1]?.ties.count ?? 0, $0) }!
      thirds[chosen, default: Strands()].events.append(event)
    }
    // Who has no strand of his own shares those of the others.
    for event in shared {
      for outsider in event.item.parties where side(outsider) == .other && thirds[outsider] == nil {
        thirds[outsider] = Strands(events: shared.filter { $0.item.parties.contains(outsider) })
      }
    }
    return (between, within, thirds)
  }

  // MARK: Cards

  private mutating func write(_ between: Strands, _ within: Strands) {
    let plain = between.ties.filter { $0.relation.dyad == Dyad(pair.0, pair.1) && !$0.relation.isDirected }
    let leading = Strands(ties: plain).leadingTie ?? between.leadingTie
    var others = between
    others.ties.removeAll { $0.id == leading?.id }
    var card = Card(id: "dyad", sections: [], omitted: 0, isPossible: between.isPossible)
    if let leading, let phase = leading.leading {
      var head = writer.row(phase, of: leading)
      if leading.kind.id == "ties", let reads = phase.item.reads { head.what = reads }
      card.head = head
      card.tone = leading.tone(of: phase.item)
      others.ties.append(contentsOf: rest(of: leading, without: phase))
    } else {
      card.absence = absence()
      card.tone = between.tone
    }
    let (rows, omitted) = others.eventRows(writer, limit: PairContent.mostEvents)
    let (inner, innerOmitted) = within.eventRows(writer, limit: PairContent.mostThirdPartyEvents)
    card.sections = [
      Card.Section(title: nil, rows: others.phaseRows(writer)), Card.Section(title: "Events", rows: rows),
      Card.Section(title: "On one side", rows: within.phaseRows(writer) + inner),
    ].filter { !$0.rows.isEmpty }
    card.omitted = omitted + innerOmitted
    cards.append(card)
    let isContested = (leading?.leading?.item.evidence.standing ?? .asserted) == .contested
    for party in [pair.0, pair.1] {
      lines.append(
        Line(
          from: party, card: card.id, tone: card.tone, isPossible: card.isPossible, isPointed: false,
          isContested: isContested))
    }
    if card.omitted > 0 { omissions.append("\(count(card.omitted, "earlier event")) not shown.") }
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
    return "No phase of the relation is on record for this date"
      + (earliest.map { "; the next begins in \(DateWords.words($0))" } ?? "") + "."
  }

  private mutating func write(_ thirds: [Entity.ID: Strands]) {
    let ranked = thirds.filter { snapshot.entity($0.key) != nil && snapshot.entity($0.key)!.item.kind != .place }
      .sorted { ($1.value.strength, $0.key) < ($0.value.strength, $1.key) }
    for (party, strands) in ranked.prefix(PairContent.mostThirdParties) {
      figures.append(FigureWriter(snapshot: snapshot).figure(snapshot.entity(party)!, side: .other))
      let (rows, omitted) = strands.eventRows(writer, limit: PairContent.mostThirdPartyEvents)
      let card = Card(
        id: "third-\(party)",
        sections: [Card.Section(title: nil, rows: strands.phaseRows(writer) + rows)].filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      cards.append(card)
      if omitted > 0 { omissions.append("\(count(omitted, "earlier event")) with \(figures.last!.name) not shown.") }
      for (end, members) in [(pair.0, sides.0), (pair.1, sides.1)] {
        let joined = Strands(
          ties: strands.ties.filter { members.contains($0.relation.from) || members.contains($0.relation.to) },
          events: strands.events.filter { $0.item.parties.contains(where: members.contains) })
        guard !joined.isEmpty else { continue }
        let isPointed = joined.leadingTie.map { $0.relation.isDirected && members.contains($0.relation.to) } ?? false
        lines.append(
          Line(
            from: end, card: card.id, tone: joined.tone, isPossible: joined.isPossible, isPointed: isPointed,
            isContested: joined.isContested))
      }
    }
    let left = ranked.count - PairContent.mostThirdParties
    if left > 0 { omissions.append("\(count(left, "weaker third party", "weaker third parties")) not shown.") }
  }

  // MARK: Panels

  private mutating func writePanels(shown between: Strands, _ within: Strands, _ thirds: [Entity.ID: Strands]) {
    let all = [between, within] + thirds.values
    var active = Set(all.flatMap(\.events).flatMap(\.item.parties))
    active.formUnion(all.flatMap(\.ties).flatMap { [$0.relation.from, $0.relation.to] })
    active.formUnion(snapshot.ties.filter(\.kind.isAffiliation).map(\.relation.from))
    // Who only may hold an office is shown where something else names him.
    active.formUnion(snapshot.holdings.filter { $0.certainty == .yes }.map(\.item.official))
    let figureWriter = FigureWriter(snapshot: snapshot)
    for (party, members, side) in [(pair.0, sides.0, Figure.Side.first), (pair.1, sides.1, .second)] {
      guard let state = snapshot.entity(party) else { continue }
      figures.append(figureWriter.figure(state, side: side))
      let standing = snapshot.entities.filter { held in
        held.id != party && members.contains(held.id) && held.item.kind != .place && active.contains(held.id)
          && !isFormer(held.item)
      }.map { figureWriter.figure($0, side: side) }.sorted(by: before)
      figures.append(contentsOf: standing.prefix(PairContent.mostMembers))
      let left = standing.count - PairContent.mostMembers
      if left > 0 {
        omissions.append(
          "\(count(left, "more party", "more parties")) on the side of \(state.item.shortName) not shown.")
      }
    }
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

func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
