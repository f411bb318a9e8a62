import DyadCore

/// The content of a pair: two panels, the card between them, and the third parties.
struct PairContent {
  var body = ContentBody()

  let snapshot: Snapshot
  private let writer: RowWriter
  let marks: Marks?
  private let strands: PairStrands
  var pair: (Entity.ID, Entity.ID) { strands.pair }
  var sides: PairSides { strands.sides }

  private let options: ContentOptions
  private var lexicon: Lexicon { options.lexicon }

  init(_ subject: ContentSubject, _ strands: PairStrands, _ notes: Footnotes, _ options: ContentOptions) {
    (snapshot, marks, self.options, self.strands) = (subject.snapshot, subject.marks, options, strands)
    writer = RowWriter(
      snapshot: snapshot, notes: notes, lexicon: options.lexicon, marks: marks, scale: subject.scale,
      hasShortDates: !options.isText)
    write(strands.between, strands.within)
    write(strands.thirds)
    body.countOmitted(of: snapshot, .between(pair.0, pair.1), events: strands.events, marks, lexicon)
    writePanels([strands.between, strands.within] + strands.thirds.values)
    writeLines(strands.thirds)
  }

  private var detail: Detail { options.limited }

  // MARK: Cards

  private mutating func write(_ between: Strands, _ within: Strands) {
    let leading = snapshot.leadingTie(of: between.ties, pair.0, pair.1)
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
    let standing = others.phaseRows(writer, limit: standingLimit(others))
    let inner = within.phaseRows(writer, limit: detail.lesserPhases / 2)
    // Key events between the two come before the others within one side.
    let isCrowded = options.isEdited && others.events.count(where: \.item.isKey) > detail.events
    let lesser = inner.isEmpty ? options.eventsAlone : detail.lesserEvents
    let (acts, innerOmitted) = within.eventRows(
      writer, limit: isCrowded ? 0 : lesser, keyLimit: options.keyEvents, isEdited: options.isEdited)
    let room = detail.pairRows - standing.count - inner.count - acts.count
    let most = detail.events + (isCrowded ? lesser : 0)
    let (rows, omitted) = others.eventRows(
      writer, limit: min(most, max(1, room)), withExchanges: true, isEdited: options.isEdited)
    let held = Dictionary(
      (others.events + within.events).map { ($0.id.text, $0) }, uniquingKeysWith: { one, _ in one })
    let course = Course(rows, of: held, writer)
    card.sections = [
      Card.Section(title: lexicon.phrase(.standing), rows: standing),
      Card.Section(title: lexicon.phrase(.exchange), rows: course.exchange),
      Card.Section(title: lexicon.phrase(.course), rows: course.events),
      Card.Section(title: lexicon.phrase(.background), rows: inner + Course(acts, of: held, writer).all),
    ].filter { !$0.rows.isEmpty }
    card.omitted = omitted + innerOmitted
    body.cards.append(card)
    let isContested = (leading?.leading?.item.evidence.standing ?? .asserted) == .contested
    for party in [pair.0, pair.1] {
      var line = Line(
        from: party, subject: .card(card.kind), tone: card.tone, isPossible: card.isPossible, isContested: isContested)
      line.counted = leading?.leading?.item.counted?.events
      body.lines.append(line)
    }
  }

  /// Below the full level, issues that only may stand are shown where no other does.
  private func standingLimit(_ strands: Strands) -> Int {
    let most = max(1, detail.pairRows / 4)
    let certain = strands.ties.flatMap(\.phases).count { $0.certainty != .possibly }
    return options.level == .full ? most : min(most, max(1, certain))
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
    let moment = snapshot.moment
    let later = joining.filter { $0.mediator == nil }.flatMap(\.phases).filter { phase in
      phase.during.span.lowerBound > moment.days.upperBound && phase.during.startDate != nil
        && moment.known.map { phase.couldBeKnown(by: $0) != .no } ?? true
    }
    let next = later.min { ($0.during.span.lowerBound, $0.id) < ($1.during.span.lowerBound, $1.id) }
    return next.map { lexicon.phrase(.noInformationYet, DateWords(lexicon).words($0.during)) }
      ?? lexicon.phrase(.noInformation)
  }

  /// The third parties, those with the most salient strands first.
  private mutating func write(_ thirds: [Entity.ID: Strands]) {
    let shown = thirds.compactMap { party, strands in
      snapshot.party(party).map { (party: $0, strands: strands, salience: writer.scale.salience(of: strands)) }
    }
    let ranked = shown.sorted { one, other in
      Salience.ranks((one.salience, one.party.id), before: (other.salience, other.party.id))
    }
    let figureWriter = FigureWriter(
      snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks, spellsOut: true)
    for (index, (party, strands, salience)) in ranked.enumerated() {
      let phases = phaseRows(of: strands)
      let (rows, omitted) = strands.eventRows(
        writer, limit: phases.isEmpty ? options.eventsAlone : detail.lesserEvents, keyLimit: options.keyEvents,
        isEdited: options.isEdited)
      let held = Dictionary(strands.events.map { ($0.id.text, $0) }, uniquingKeysWith: { one, _ in one })
      let card = Card(
        kind: .alter(party.id),
        sections: [Card.Section(title: nil, rows: phases + Course(rows, of: held, writer).all)]
          .filter { !$0.rows.isEmpty },
        omitted: omitted, tone: strands.tone, isPossible: strands.isPossible)
      let figure = figureWriter.figure(party, side: .other)
      // A party that is gone is drawn only for its rows.
      let isShown =
        index < detail.alters && (!figure.isAbsent || !card.rows.isEmpty)
        && !(options.isEdited && !options.keepsMinorParties && strands.isMinor(writer))
      body.weighed.append(Weighed(parties: [party.id], salience: salience, isShown: isShown))
      guard isShown else {
        body.omitted.add(party.item)
        continue
      }
      body.figures.append(figure)
      body.cards.append(card)
    }
    let left = body.omitted.parties.count + body.omitted.officials.count
    if left > 0 { body.omissions.append(lexicon.phrase(.thirdPartiesLeftOut, count: left)) }
  }

  /// The phases with a third party: the most salient with each side, then others.
  private func phaseRows(of strands: Strands) -> [Row] {
    let all = strands.phaseRows(writer)
    guard all.count > detail.lesserPhases else { return all }
    let ofSides = [PairSides.Side.first, .second].flatMap { side -> [Row] in
      Strands(ties: strands.ties.filter { $0.relation.parties.contains { sides.side(of: $0) == side } })
        .phaseRows(writer, limit: 1)
    }
    let chosen = unique(ofSides + strands.phaseRows(writer, limit: detail.lesserPhases)).prefix(detail.lesserPhases)
    return all.filter(chosen.contains)
  }

  private mutating func writePanels(_ strands: [Strands]) {
    let writer = PanelWriter(snapshot, options, writer, showing: strands, in: body.shownClaims)
    for (party, members, side) in [(pair.0, sides.first, Figure.Side.first), (pair.1, sides.second, .second)] {
      let (figures, left) = writer.panel(of: party, members, side)
      body.figures.append(contentsOf: figures)
      if let name = figures.first?.name { body.countOmitted(left, of: name, lexicon) }
    }
  }
}
