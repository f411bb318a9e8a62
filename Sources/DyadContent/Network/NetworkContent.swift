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
  /// The parties with the strongest ties, where not all have room.
  private let core: Set<Entity.ID>?
  private var lexicon: Lexicon { options.lexicon }

  init(_ subject: ContentSubject, _ notes: Footnotes, _ options: ContentOptions) {
    let (snapshot, view, film) = (subject.snapshot, subject.view, subject.network)
    (self.options, marks) = (options, subject.marks)
    egos = Set(view.focus.parties)
    shownAs = Representatives(snapshot, keeping: egos)
    let stated =
      view.blocs == .stated ? NetworkContent.stated(snapshot, shownAs, egos, marks, options.lexicon) : Blocs()
    var shown = snapshot
    shown.ties.removeAll { stated.memberships.contains($0.id) }
    self.snapshot = shown
    let writer = RowWriter(
      snapshot: shown, notes: notes, lexicon: options.lexicon, marks: marks, scale: subject.scale, isTitled: true)
    self.writer = writer
    let all = NetworkContent.dyads(writer, shownAs, egos)
    let dyads = all.filter { $0.key.first != $0.key.second }
    let joining = dyads.filter { $0.value.isCurrent(writer, within: options.window) }
    core = film.map(\.core) ?? NetworkCore.parties(of: joining.mapValues(\.tone), keeping: egos)
    write(joining)
    countTies(all, old: dyads.count - joining.count, weaker: joining.count - body.lines.count)
    if view.blocs == .found {
      let found = film?.communities.map { Blocs.found($0, isOverPeriod: true, lexicon) }
      body.blocs = (found ?? Blocs.found(summaries(of: joining), lexicon)).restricted(to: tied).all
    } else {
      body.blocs = core.map { stated.restricted(to: $0) }?.all ?? stated.all
    }
    body.countOmitted(of: snapshot, view.focus, marks, lexicon)
    writeFigures(joined: Set(joining.keys.flatMap { [$0.first, $0.second] }))
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
    dyads.map { DyadSummary($0.key, $0.value, writer, shownAs) }.sorted { $0.dyad < $1.dyad }
  }

  /// The parties at the ends of lines.
  private var tied: Set<Entity.ID> { Set(body.lines.flatMap { [$0.from, $0.to].compactMap { $0 } }) }

  // MARK: Ties

  private func isShown(_ dyad: Dyad) -> Bool {
    core.map { $0.contains(dyad.first) && $0.contains(dyad.second) } ?? true
  }

  /// All as lines, the most salient with numbers; where not all parties have room, those of the core.
  private mutating func write(_ joining: [Dyad: Strands]) {
    for (index, (dyad, strands)) in ranked(joining.filter { isShown($0.key) }).enumerated() {
      let isNumbered = index < options.detail.ties
      body.weighed.append(
        Weighed(
          parties: [dyad.first, dyad.second], salience: writer.scale.salience(of: strands), isShown: true))
      let summary = DyadSummary(dyad, strands, writer, shownAs)
      if isNumbered {
        body.cards.append(card(summary, strands, number: index + 1))
      } else {
        body.dyads.append(summary)
      }
      var line = Line(
        from: dyad.first, to: dyad.second, subject: .card(.tie(dyad)), tone: strands.tone,
        isPossible: strands.isPossible, arrow: arrow(dyad, strands), isContested: strands.isContested,
        mark: summary.mark, quotes: summary.row?.quotes ?? [], words: summary.words)
      line.counted = strands.counted
      body.lines.append(line)
    }
  }

  /// Counts the ties that are no lines: within a party, with old events only, and of parties that have no room.
  private mutating func countTies(_ all: [Dyad: Strands], old: Int, weaker: Int) {
    let own = all.filter { $0.key.first == $0.key.second }.values.reduce(0) { $0 + $1.ties.count }
    for (phrase, count) in [(Phrase.tiesWithinParty, own), (.pairsWithOldEvents, old), (.tiesLeftOut, weaker)]
    where count > 0 {
      body.omissions.append(lexicon.phrase(phrase, count: count))
    }
  }

  /// Those of the ego and those with key events first.
  private func ranked(_ dyads: [Dyad: Strands]) -> [(key: Dyad, value: Strands)] {
    let all = writer.ranked(dyads)
    func leads(_ dyad: (key: Dyad, value: Strands)) -> Bool {
      egos.contains { dyad.key.contains($0) } || dyad.value.events.contains { $0.item.isKey }
    }
    return all.filter(leads) + all.filter { !leads($0) }
  }

  private func arrow(_ dyad: Dyad, _ strands: Strands) -> Line.Arrow? {
    guard let tie = strands.leadingTie, tie.relation.isDirected else { return nil }
    let to = shownAs[tie.relation.to]
    return dyad.contains(to) ? (to == dyad.first ? .atFrom : .atTo) : nil
  }

  private func card(_ summary: DyadSummary, _ strands: Strands, number: Int) -> Card {
    let limit = max(options.detail.rows, 1)
    let shownPhases = strands.phaseRows(writer, limit: limit)
    let (rows, omitted) = strands.eventRows(writer, limit: min(3, limit - shownPhases.count))
    return Card(
      kind: .tie(summary.dyad), title: summary.title, number: number,
      sections: [Card.Section(title: nil, rows: shownPhases + rows)], omitted: omitted, tone: strands.tone,
      isPossible: strands.isPossible)
  }

  // MARK: Figures

  /// - Parameter joined: the parties with a tie, shown or not.
  private mutating func writeFigures(joined: Set<Entity.ID>) {
    let tied = tied.union(egos).union(body.blocs.flatMap(\.members))
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
    let weaker = joined.subtracting(tied)
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
    let without = missing.count { !weaker.contains($0.id) }
    if without > 0 { body.omissions.append(lexicon.phrase(.othersWithoutTie, count: without)) }
    body.weakerParties = weaker.count
    if !weaker.isEmpty { body.omissions.append(lexicon.phrase(.weakerPartiesLeftOut, count: weaker.count)) }
  }

  /// With more parties than these, figures show only names.
  private static let mostWithLines = 12
}

extension DyadSummary {
  /// The names and what leads: "Cassanelène – Hiperoa: since 18 May 2017: rivalry: at sea".
  package var words: String { row.map { "\(title): \($0.when): \($0.what)" } ?? title }
}
