public import DyadCore

/// The ties of one party over time: a row for each other party, the closest first.
///
///     let timeline = EgoTimeline(graph, around: "egypt", in: Day(1967, 1, 1)!...Day(1982, 12, 31)!)
///     print(timeline.content().description)
public struct EgoTimeline: Sendable {
  /// The days shown.
  public var window: ClosedRange<Day> { frame.window }
  /// The party.
  public let ego: Entity.ID
  /// The headline.
  public let title: String
  /// The language, and whether sources are listed.
  public let options: ContentOptions
  /// A sentence or two below the headline.
  public var standfirst: String?
  /// The line at the foot that names its maker.
  public var credit: String?
  /// The day by which a claim must be known, if one is given.
  public var known: Day? { snapshot.moment.known }
  /// The other parties, the closest first.
  public var parties: [Entity.ID] { histories.map(\.party) }

  package let snapshot: Snapshot
  let frame: TimeFrame
  let histories: [TieHistory]
  private let saliences: [Salience]
  private let scale: SalienceScale
  private let notes: Footnotes?
  private let filteredOut: [String]

  /// The ties of a party.
  ///
  /// - Parameters:
  ///   - window: the days shown; by default all from the first date on record to the last.
  ///   - known: the day by which a claim must be known.
  ///   - notes: the numbers of sources, if several pictures share them.
  public init(
    _ graph: KnowledgeGraph, around ego: Entity.ID, in window: ClosedRange<Day>? = nil, known: Day? = nil,
    filter: Filter = .none, title: String? = nil, options: ContentOptions = ContentOptions(), notes: Footnotes? = nil
  ) {
    let window = window ?? EgoTimeline.window(of: graph, around: ego, filter: filter)
    let whole = graph.snapshot(at: Moment(during: window, known: known))
    let counted = whole.filtered(by: filter, keeping: [ego]).counted.filter { $0.dyad.contains(ego) }
    // Counts alone make a row only where nothing else is asked for.
    let seen =
      filter.isOfCounts ? whole.restricted(to: Set(counted.flatMap { [$0.from, $0.to] } + [ego])) : whole.around(ego)
    let snapshot = seen.filtered(by: filter, keeping: [ego])
    let scale = SalienceScale(snapshot)
    var strands = EgoTimeline.strands(snapshot, ego, scale.concerns)
    let strips = Dictionary(grouping: counted) { $0.dyad.other(than: ego) }
    if filter.isOfCounts { strands = strips.mapValues { _ in Strands() } }
    func salience(_ party: Entity.ID, _ own: Strands) -> Salience {
      guard filter.isOfCounts else { return scale.salience(of: own) }
      return Salience(counted: strips[party, default: []].map(\.total.events).reduce(0, +))
    }
    let ranked =
      strands
      .map { (party: $0.key, strands: $0.value, salience: salience($0.key, $0.value)) }
      .sorted { Salience.ranks(($0.salience, $0.party), before: ($1.salience, $1.party)) }
    let frame = TimeFrame(window, citing: ranked.flatMap(\.strands.evidence), in: graph, known: known)
    histories = ranked.map { party, strands, _ in
      var history = TieHistory(party, strands, in: frame)
      history.counts = CountStrip.all(between: ego, party, in: snapshot)
      return history
    }
    saliences = ranked.map(\.salience)
    let name = graph.label(of: ego, at: seen.moment, in: options.lexicon)
    self.title = title ?? options.lexicon.phrase(.tiesOf, name)
    filteredOut = Content.filteredOut(seen, snapshot, .around(ego, hops: 1), options.lexicon)
    (self.ego, self.options, self.notes, self.snapshot, self.frame) = (ego, options, notes, snapshot, frame)
    self.scale = scale
  }

  /// What joins the ego with each other party; those who serve the ego count for it, and officials for whom they serve.
  private static func strands(
    _ snapshot: Snapshot, _ ego: Entity.ID, _ concerns: Concerns
  ) -> [Entity.ID: Strands] {
    let side = snapshot.side(of: ego)
    let dyads = snapshot.dyads(preferring: [ego], concerns) { party, event in
      let owners = event.map { concerns.owners(of: party, in: $0) } ?? []
      if side.contains(party) || owners.contains(where: side.contains) { return ego }
      guard let entity = snapshot.graph.entities[party], entity.kind == .official, let home = entity.home else {
        return party
      }
      return home
    }
    var strands: [Entity.ID: Strands] = [:]
    for (dyad, own) in dyads where dyad.contains(ego) && dyad.first != dyad.second {
      let party = dyad.other(than: ego)
      let isDrawn = snapshot.party(party).map { $0.item.kind != .place && !snapshot.hidden.contains(party) } ?? false
      if isDrawn { strands[party] = own }
    }
    return strands
  }

  /// What a picture of the ties shows.
  ///
  /// - Parameter rows: the most parties; the closest are shown.
  public func content(rows: Int = .max) -> Content {
    let (shown, left) = (histories.prefix(rows), histories.dropFirst(rows))
    let lexicon = options.lexicon
    let notes = notes ?? Footnotes(citing: shown.flatMap(\.strands.evidence), in: snapshot.graph).ofPicture
    let writer = RowWriter(snapshot: snapshot, notes: notes, lexicon: lexicon, scale: scale)
    let figures = FigureWriter(snapshot: snapshot, notes: notes, lexicon: lexicon)
    var body = ContentBody()
    for history in shown {
      guard let party = snapshot.party(history.party) else { continue }
      var figure = figures.figure(party, side: .other)
      (figure.lines, figure.claims, figure.numbers) = ([], [], [])
      figure.isAbsent = false
      body.figures.append(figure)
      body.cards.append(
        Card(
          kind: .alter(history.party), title: figure.fullName,
          sections: [Card.Section(title: nil, rows: history.rows(writer))], omitted: 0, tone: history.strands.tone,
          isPossible: false))
    }
    if !left.isEmpty { body.omissions.append(lexicon.phrase(.tiesLeftOut, count: left.count)) }
    for history in left { if let party = snapshot.party(history.party) { body.omitted.add(party.item) } }
    body.countOmitted(of: snapshot, .around(ego, hops: 1), nil, lexicon)
    body.omissions += filteredOut
    for index in histories.indices {
      body.weighed.append(
        Weighed(parties: [histories[index].party], salience: saliences[index], isShown: index < rows))
    }
    let during = lexicon.phrase(.during, DateWords(lexicon).words(window))
    var content = Content(
      title: title,
      dates: known.map { lexicon.phrase(.couldBeKnown, during, DateWords(lexicon).words($0)) } ?? during,
      layout: .egoTimeline(EgoTimelineContent(self, Array(shown), notes)), options: options, body: body, notes: notes,
      basis: notes.sources,
      claims: body.shownClaims.union(body.figures.map(\.id.text)).sorted())
    content.weighed = body.weighed
    (content.standfirst, content.credit) = (standfirst, credit)
    content.omissions = content.omissions.map(options.lexicon.sentence)
    return content
  }

  /// The days from the first to the last date of anything between the party and others, or else of anything in the
  /// graph.
  public static func window(
    of graph: KnowledgeGraph, around ego: Entity.ID, filter: Filter = .none
  ) -> ClosedRange<Day> {
    if let days = graph.countedDays(filter, { $0.contains(ego) }) { return days }
    let snapshot = graph.snapshot(at: .ever).around(ego).filtered(by: filter, keeping: [ego])
    let strands = strands(snapshot, ego, snapshot.concerns).values
    return graph.days(
      of: strands.flatMap { $0.ties.flatMap(\.phases).map { $0.item.during } + $0.events.map { $0.item.within } })
  }
}

extension Strands {
  /// The evidence of all of it.
  fileprivate var evidence: [Evidence] {
    ties.flatMap(\.phases).map { $0.item.evidence } + events.map { $0.item.evidence }
  }
}

/// What only the content of the ties of a party over time has: a row for each other party.
///
/// Its rows are also the cards of the content, its parties the figures.
///
///     timeline.content().layout.egoTimeline?.window
public struct EgoTimelineContent: Hashable, Sendable {
  /// The party.
  public let ego: Entity.ID
  /// Whether no party is left out for lack of room.
  public let isComplete: Bool
  /// The days shown.
  public var window: ClosedRange<Day> { frame.window }
  package let frame: TimeFrame
  package let histories: [TieHistory]
  /// The numbers of the sources of each.
  package let sources: [[Int]]

  init(_ timeline: EgoTimeline, _ histories: [TieHistory], _ notes: Footnotes) {
    sources = histories.map { history in Set(history.strands.evidence.flatMap(notes.numbers)).sorted() }
    (ego, isComplete, frame) = (timeline.ego, histories.count == timeline.histories.count, timeline.frame)
    self.histories = histories
  }
}
