public import DyadCore

/// What a picture shows, in words and signs, before anything has a place.
///
///     let drawing = Drawing(GraphDiff(snapshot), of: View(.between("pakistan", "afghanistan")))
///     let svg = try await Composition(drawing).picture(as: .svg)
public struct Drawing: Hashable, Sendable {
  public var title: String
  public var subtitle: String
  public var focus: View.Focus
  public var style: Style
  public var figures: [Figure]
  public var cards: [Card]
  public var lines: [Line]
  public var notes: Footnotes
  /// What was left out, in sentences.
  public var omissions: [String]
  /// The claims that it tells, by their ids.
  public var claims: [String]

  /// The drawing of a diff, as the view and the style ask.
  public init(_ diff: GraphDiff, of view: View = View(.everyone), style: Style = Style()) {
    let isPlain = diff.isEmpty && diff.from.moment == diff.to.moment
    let whole = isPlain ? diff.to : diff.drawn
    let marks = isPlain ? nil : Marks(diff)
    let seen = whole.focused(on: view.focus)
    let snapshot = seen.filtered(by: view.filter, keeping: view.focus.parties)
    let lexicon = style.lexicon
    let notes = Footnotes(
      citing: snapshot.ties.flatMap(\.phases).map(\.item.evidence) + snapshot.events.map(\.item.evidence)
        + snapshot.holdings.map(\.item.evidence), in: whole.graph)
    (focus, self.style, self.notes) = (view.focus, style, notes)
    let names = focus.parties.map { whole.graph.label(of: $0, at: whole.moment, in: lexicon) }
    let content: Content
    switch focus {
    case .between(let one, let other):
      title = view.title ?? lexicon.phrase(.pair, names[0], names[1])
      content = PairContent(snapshot, one, other, notes, style, marks).content
    case .around(let ego, hops: 0...1):
      title = view.title ?? names[0]
      content = EgoContent(snapshot, ego, notes, style, marks).content
    case .around, .everyone:
      title = view.title ?? names.first ?? whole.graph.title ?? lexicon.phrase(.relations)
      content = NetworkContent(snapshot, focus, notes, style, marks).content
    }
    (figures, cards, lines) = (content.figures, content.cards, content.lines)
    omissions = (content.omissions + Drawing.filteredOut(seen, snapshot, lexicon)).map { "\($0)." }
    subtitle = Drawing.subtitle(diff, lexicon)
    let shown = Set(content.figures.map(\.id))
    let holdings = snapshot.holdings.filter { shown.contains($0.item.official) }.map(\.id.text)
    claims = Set(shown.map(\.text) + holdings + content.cards.flatMap(\.rows).flatMap(\.claims)).sorted()
    if marks != nil { markLines() }
  }

  /// A line has the mark of what its card tells.
  private mutating func markLines() {
    for index in lines.indices {
      let rows = cards.first { $0.id == lines[index].card }?.rows ?? []
      lines[index].mark = Mark(of: rows.compactMap(\.mark))
    }
  }

  private static func subtitle(_ diff: GraphDiff, _ lexicon: Lexicon) -> String {
    let words = DateWords(lexicon)
    let (from, to) = (diff.from.moment, diff.to.moment)
    if from.days != to.days {
      let span = lexicon.phrase(.fromTo, words.words(from.days), words.words(to.days))
      return to.known.map { lexicon.phrase(.couldBeKnown, span, words.words($0)) } ?? span
    }
    if let early = from.known, let late = to.known, early != late {
      return lexicon.phrase(.learned, subtitle(Moment(asOf: to.days), lexicon), words.words(early), words.words(late))
    }
    return subtitle(to, lexicon)
  }

  private static func subtitle(_ moment: Moment, _ lexicon: Lexicon) -> String {
    guard moment != .ever else { return lexicon.phrase(.allOnRecord) }
    let words = DateWords(lexicon)
    let isDay = moment.days.lowerBound == moment.days.upperBound
    let asOf = lexicon.phrase(isDay ? .asOf : .during, words.words(moment.days))
    return moment.known.map { lexicon.phrase(.couldBeKnown, asOf, words.words($0)) } ?? asOf
  }

  /// What the filter took away, counted.
  private static func filteredOut(_ seen: Snapshot, _ left: Snapshot, _ lexicon: Lexicon) -> [String] {
    let counts = [
      (Phrase.countRelations, seen.ties.count - left.ties.count), (.countEvents, seen.events.count - left.events.count),
      (.countParties, left.hidden.count - seen.hidden.count),
    ]
    let words = counts.filter { $0.1 > 0 }.map { lexicon.phrase($0.0, count: $0.1) }
    return words.isEmpty ? [] : [lexicon.phrase(.filteredOut, words.joined(separator: ", "))]
  }
}

/// The parts of a drawing.
struct Content {
  var figures: [Figure] = []
  var cards: [Card] = []
  var lines: [Line] = []
  var omissions: [String] = []
}
