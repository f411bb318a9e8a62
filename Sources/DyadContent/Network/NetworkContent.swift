import DyadCore

/// The content of a network: a figure for each party, a line for each dyad, a number and a card for the strongest.
///
/// Officials and organizations are shown within the party that they belong to. Every tie is a line, or a membership that
/// a bloc shows.
struct NetworkContent {
  private(set) var body = ContentBody()

  private let snapshot: Snapshot
  private let options: ContentOptions
  private let writer: RowWriter
  private let egos: Set<Entity.ID>
  private let marks: Marks?
  private let shownAs: Representatives
  private var lexicon: Lexicon { options.lexicon }

  /// - Parameter communities: those of the film that the picture is a frame of.
  init(
    _ snapshot: Snapshot, _ view: View, _ notes: Footnotes, _ options: ContentOptions, _ marks: Marks?,
    communities: [[Entity.ID]]?
  ) {
    (self.options, self.marks) = (options, marks)
    egos = Set(view.focus.parties)
    shownAs = Representatives(snapshot, keeping: egos)
    var shown = snapshot
    if view.blocs == .stated {
      let blocs = NetworkContent.stated(snapshot, shownAs, egos, marks, options.lexicon)
      body.blocs = blocs.all
      shown.ties.removeAll { blocs.memberships.contains($0.id) }
    }
    self.snapshot = shown
    writer = RowWriter(snapshot: shown, notes: notes, lexicon: options.lexicon, marks: marks, isTitled: true)
    let dyads = NetworkContent.dyads(writer, shownAs, egos)
    write(dyads)
    if view.blocs == .found {
      let tied = Set(body.lines.flatMap { [$0.from, $0.to].compactMap { $0 } })
      let blocs = communities.map { Blocs.found($0, isOverPeriod: true, lexicon).restricted(to: tied) }
      body.blocs = (blocs ?? Blocs.found(summaries(of: dyads), lexicon)).all
    }
    body.countOmitted(of: snapshot, view.focus, marks, lexicon)
    writeFigures()
  }

  /// The blocs among the parties that have a figure. One to which all belong says nothing.
  static func stated(
    _ snapshot: Snapshot, _ shownAs: Representatives, _ egos: Set<Entity.ID>, _ marks: Marks?, _ lexicon: Lexicon
  ) -> Blocs {
    let parties = Set(snapshot.entities.map(\.id).filter { shownAs.isDrawn($0) && shownAs.shownAs[$0] == nil })
    return Blocs.stated(in: snapshot, among: parties, shownAs, marks, lexicon)
  }

  /// The strands between parties that are drawn.
  static func dyads(_ writer: RowWriter, _ shownAs: Representatives, _ egos: Set<Entity.ID>) -> [Dyad: Strands] {
    writer.snapshot.dyads(preferring: egos, writer.scale.concerns) { party, _ in shownAs[party] }
      .filter { shownAs.isDrawn($0.key.first) && shownAs.isDrawn($0.key.second) }
  }

  private func summaries(of dyads: [Dyad: Strands]) -> [DyadSummary] {
    dyads.filter { $0.key.first != $0.key.second && $0.value.isCurrent(writer, within: options.window) }
      .map { DyadSummary($0.key, $0.value, writer, shownAs) }.sorted { $0.dyad < $1.dyad }
  }

  // MARK: Ties

  /// All as lines, the most salient with numbers; those with old events only are none.
  private mutating func write(_ dyads: [Dyad: Strands]) {
    let all = dyads.filter { $0.key.first != $0.key.second }
    let joining = all.filter { $0.value.isCurrent(writer, within: options.window) }
    let ranked = ranked(joining)
    for (index, (dyad, strands)) in ranked.enumerated() {
      let isNumbered = index < options.detail.ties
      body.weighed.append(
        Weighed(
          parties: [dyad.first, dyad.second], salience: writer.scale.salience(of: strands), isShown: true))
      if isNumbered { body.cards.append(card(dyad, strands, number: index + 1)) }
      let summary = DyadSummary(dyad, strands, writer, shownAs)
      if !isNumbered { body.dyads.append(summary) }
      var line = Line(
        from: dyad.first, to: dyad.second, subject: .card(.tie(dyad)), tone: strands.tone,
        isPossible: strands.isPossible, arrow: arrow(dyad, strands), isContested: strands.isContested,
        mark: summary.mark, quotes: summary.row?.quotes ?? [], words: summary.words)
      line.counted = strands.counted
      body.lines.append(line)
    }
    let own = dyads.filter { $0.key.first == $0.key.second }.values.reduce(0) { $0 + $1.ties.count }
    if own > 0 { body.omissions.append(lexicon.phrase(.tiesWithinParty, count: own)) }
    let old = all.count - joining.count
    if old > 0 { body.omissions.append(lexicon.phrase(.pairsWithOldEvents, count: old)) }
  }

  /// Those of the ego and those with key events first.
  private func ranked(_ dyads: [Dyad: Strands]) -> [(key: Dyad, value: Strands)] {
    let all = writer.ranked(dyads)
    func leads(_ dyad: (key: Dyad, value: Strands)) -> Bool {
      egos.contains { dyad.key.contains($0) } || dyad.value.events.contains(where: \.item.isKey)
    }
    return all.filter(leads) + all.filter { !leads($0) }
  }

  private func arrow(_ dyad: Dyad, _ strands: Strands) -> Line.Arrow? {
    guard let tie = strands.leadingTie, tie.relation.isDirected else { return nil }
    let to = shownAs[tie.relation.to]
    return dyad.contains(to) ? (to == dyad.first ? .atFrom : .atTo) : nil
  }

  private func card(_ dyad: Dyad, _ strands: Strands, number: Int) -> Card {
    let limit = max(options.detail.rows, 1)
    let shownPhases = strands.phaseRows(writer, limit: limit)
    let (rows, omitted) = strands.eventRows(writer, limit: min(3, limit - shownPhases.count))
    return Card(
      kind: .tie(dyad), title: DyadSummary(dyad, strands, writer, shownAs).title, number: number,
      sections: [Card.Section(title: nil, rows: shownPhases + rows)], omitted: omitted, tone: strands.tone,
      isPossible: strands.isPossible)
  }

  // MARK: Figures

  private mutating func writeFigures() {
    let tied = Set(body.lines.flatMap { [$0.from, $0.to].compactMap { $0 } }).union(egos)
      .union(body.blocs.flatMap(\.members))
    let figureWriter = FigureWriter(snapshot: snapshot, notes: writer.notes, lexicon: lexicon, marks: writer.marks)
    let belonging = Dictionary(grouping: shownAs.shownAs.filter { shownAs.isDrawn($0.key) }, by: \.value)
    let shown = snapshot.entities.filter { shownAs.isDrawn($0.id) && shownAs.shownAs[$0.id] == nil }
    // A party that is gone is drawn only for its rows.
    let former = snapshot.former.filter {
      shownAs.isDrawn($0.id) && shownAs.shownAs[$0.id] == nil && tied.contains($0.id)
    }
    // The name of a bloc replaces the figure of its organization.
    let blocs = Set(
      body.blocs.compactMap { bloc in if case .organization(let id) = bloc.id { id } else { nil } })
    let missing = shown.filter { !tied.contains($0.id) && !blocs.contains($0.id) }
    for held in missing { body.omitted.add(held.item) }
    let drawn = (shown + former).sorted(by: { $0.id < $1.id }).filter { tied.contains($0.id) }
    let isTerse = options.detail.isTerse || drawn.count > NetworkContent.mostWithLines
    for held in drawn {
      var figure = figureWriter.figure(held, side: egos.contains(held.id) ? .first : .other)
      if isTerse {
        (figure.lines, figure.claims, figure.numbers) = ([], [], [])
      } else if let own = belonging[held.id]?.count {
        figure.lines.append(lexicon.phrase(.members, count: own))
      }
      body.figures.append(figure)
    }
    if isTerse, !belonging.isEmpty {
      body.omissions.append(
        lexicon.phrase(.shownWithinOthers, count: belonging.values.map(\.count).reduce(0, +)))
    }
    if !missing.isEmpty { body.omissions.append(lexicon.phrase(.othersWithoutTie, count: missing.count)) }
  }

  /// With more parties than these, figures show only names.
  private static let mostWithLines = 12
}

extension DyadSummary {
  /// The names and what leads: "Cassanelène – Hiperoa: since 18 May 2017: rivalry: at sea".
  package var words: String { row.map { "\(title): \($0.when): \($0.what)" } ?? title }
}
