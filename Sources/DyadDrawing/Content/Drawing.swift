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
  /// What it tells in words, where that is not what its figures and cards say.
  public var told: [String] = []
  /// The claims that it tells, by their ids.
  public var claims: [String]

  /// The drawing of a diff, as the view and the style ask.
  ///
  /// - Parameter notes: the numbers of sources, where several pictures are to have the same.
  public init(
    _ diff: GraphDiff, of view: View = View(.everyone), style: Style = Style(), notes shared: Footnotes? = nil
  ) {
    let isPlain = diff.isEmpty && diff.from.moment == diff.to.moment
    let whole = isPlain ? diff.to : diff.drawn
    let marks = isPlain ? nil : Marks(diff)
    let seen = whole.focused(on: view.focus)
    let snapshot = seen.filtered(by: view.filter, keeping: view.focus.parties)
    let lexicon = style.lexicon
    let names = view.focus.parties.map { whole.graph.label(of: $0, at: whole.moment, in: lexicon) }
    title = view.title ?? Drawing.title(view.focus, names, whole.graph, lexicon)
    func content(_ notes: Footnotes) -> Content {
      switch view.focus {
      case .between(let one, let other): PairContent(snapshot, one, other, notes, style, marks).content
      case .around(let ego, hops: 0...1): EgoContent(snapshot, ego, notes, style, marks).content
      case .around, .everyone: NetworkContent(snapshot, view.focus, notes, style, marks).content
      }
    }
    let all = shared ?? Footnotes(citing: Drawing.evidence(in: snapshot), in: whole.graph)
    // Numbers are given to what is told, once it is known what that is.
    let draft = content(all)
    let notes =
      shared ?? Footnotes(citing: Drawing.evidence(in: snapshot, of: draft), in: whole.graph)
    let content = notes == all ? draft : content(notes)
    (focus, self.style, self.notes) = (view.focus, style, notes)
    (figures, cards, lines) = (content.figures, content.cards, content.lines)
    omissions = (content.omissions + Drawing.filteredOut(seen, snapshot, lexicon)).map { "\($0)." }
    subtitle = Drawing.subtitle(diff, lexicon)
    claims = Set(
      content.figures.map(\.id.text) + content.figures.flatMap(\.claims)
        + content.cards.flatMap(\.rows).flatMap(\.claims)
    ).sorted()
    if marks != nil { markLines() }
  }

  private static func title(
    _ focus: View.Focus, _ names: [String], _ graph: KnowledgeGraph, _ lexicon: Lexicon
  ) -> String {
    switch focus {
    case .between: lexicon.phrase(.pair, names[0], names[1])
    case .around: names[0]
    case .everyone: graph.title ?? lexicon.phrase(.relations)
    }
  }

  /// Of all that the snapshot holds, or of what the content tells of it.
  static func evidence(in snapshot: Snapshot, of content: Content? = nil) -> [Evidence] {
    let told = content.map { Set($0.cards.flatMap(\.rows).flatMap(\.claims) + $0.figures.flatMap(\.claims)) }
    func isTold(_ id: String) -> Bool { told?.contains(id) ?? true }
    return snapshot.ties.flatMap(\.phases).filter { isTold($0.id.text) }.map(\.item.evidence)
      + snapshot.events.filter { isTold($0.id.text) }.map(\.item.evidence)
      + snapshot.holdings.filter { isTold($0.id.text) }.map(\.item.evidence)
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

  static func subtitle(_ moment: Moment, _ lexicon: Lexicon) -> String {
    guard moment != .ever else { return lexicon.phrase(.allOnRecord) }
    let words = DateWords(lexicon)
    let isDay = moment.days.lowerBound == moment.days.upperBound
    let asOf = lexicon.phrase(isDay ? .asOf : .during, words.words(moment.days))
    return moment.known.map { lexicon.phrase(.couldBeKnown, asOf, words.words($0)) } ?? asOf
  }

  /// What the filter took away, counted.
  static func filteredOut(_ seen: Snapshot, _ left: Snapshot, _ lexicon: Lexicon) -> [String] {
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
