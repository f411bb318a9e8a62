public import DyadCore

/// What a picture shows, as words and signs: no places, no colours, no typefaces.
///
///     let may = graph.snapshot(at: Moment(on: Day("2025-05-26")!))
///     let content = Content(GraphDiff(may), of: View(.between("pakistan", "afghanistan")))
///     print(content.description)
public struct Content: Hashable, Sendable {
  /// The headline: the view's own title, or the names of the parties.
  public var title: String
  /// The date or the dates, below the headline.
  public var subtitle: String
  /// How it is arranged on a page.
  public var layout: PageLayout
  /// The language, the amount of detail, and whether sources are listed.
  public var options: ContentOptions
  /// The parties shown.
  public var figures: [Figure]
  /// The lists of what is between the parties.
  public var cards: [Card]
  /// What joins parties with cards or with each other.
  public var lines: [Line]
  /// What leads between parties, where no card shows it: for the lines of a network without a number and the cells of a
  /// matrix.
  public var dyads: [DyadSummary] = []
  /// The parties that belong together, in a network or a matrix.
  public var blocs: [Bloc] = []
  /// The numbered sources.
  public var notes: Footnotes
  /// What is left out, a sentence each.
  public var omissions: [String]
  /// What is left out, by kind.
  public var omitted = Omissions()
  /// The third parties, alters or ties, with the salience by which they were selected.
  package var weighed: [Weighed] = []
  /// The details of the frames of a film, where each has its own.
  package var frameDetails: [Detail] = []
  /// The description, where it is not that of the figures and the cards.
  public var narrative: [String] = []
  /// The ids of all claims shown, sorted.
  public var claims: [String]

  /// The content of a diff, as the view and the options ask.
  ///
  /// A diff of a snapshot with itself gives the content of a plain picture.
  ///
  /// - Parameter notes: the numbers of sources, if several pictures share them.
  public init(
    _ diff: GraphDiff, of view: View = View(.everyone), options: ContentOptions = ContentOptions(),
    notes shared: Footnotes? = nil
  ) {
    let isPlain = diff.isEmpty && diff.from.moment == diff.to.moment
    let whole = isPlain ? diff.to : diff.combined
    let marks = isPlain ? nil : Marks(diff)
    let seen = whole.focused(on: view.focus)
    let snapshot = seen.filtered(by: view.filter, keeping: view.focus.parties)
    let lexicon = options.lexicon
    let names = view.focus.parties.map { whole.graph.label(of: $0, at: whole.moment, in: lexicon) }
    title = view.title ?? Content.title(view.focus, names, whole.graph, lexicon)
    var layout = PageLayout(view.focus)
    func body(_ notes: Footnotes) -> ContentBody {
      switch (view.focus, view.form) {
      case (.between(let one, let other), _): return PairContent(snapshot, one, other, notes, options, marks).body
      case (_, .matrix):
        let writer = MatrixWriter(diff, snapshot, view, notes, options, marks)
        layout = .matrix(writer.matrix)
        return writer.body
      case (.around(let ego, hops: 0...1), .sheet): return EgoContent(snapshot, ego, notes, options, marks).body
      case (.around, .sheet), (.everyone, .sheet): return NetworkContent(snapshot, view, notes, options, marks).body
      }
    }
    let all = shared ?? Footnotes(citing: snapshot.citedEvidence, in: whole.graph)
    // Only sources of what is shown get numbers, and what is shown is known after a first draft.
    let draft = body(all)
    let notes = shared ?? Footnotes(citing: snapshot.citedEvidence(of: draft.citedClaims), in: whole.graph)
    let final = notes == all ? draft : body(notes)
    (self.layout, self.options, self.notes) = (layout, options, notes)
    (figures, cards, lines) = (final.figures, final.cards, final.lines)
    (dyads, blocs) = (final.dyads, final.blocs)
    omissions = (final.omissions + Content.filteredOut(seen, snapshot, view.focus, lexicon)).map { "\($0)." }
    (omitted, weighed) = (final.omitted, final.weighed)
    subtitle = Content.subtitle(diff, lexicon)
    claims = final.shownClaims.union(final.figures.map(\.id.text)).sorted()
    if marks != nil { markLines() }
  }

  init(
    title: String, subtitle: String, layout: PageLayout, options: ContentOptions, body: ContentBody, notes: Footnotes,
    claims: [String]
  ) {
    (self.title, self.subtitle, self.layout, self.options) = (title, subtitle, layout, options)
    (figures, cards, lines, omissions) = (body.figures, body.cards, body.lines, body.omissions)
    omitted = body.omitted
    (self.notes, self.claims) = (notes, claims)
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

  /// Each line gets the mark of the rows of its card, unless it has its own.
  private mutating func markLines() {
    for index in lines.indices where lines[index].mark == nil {
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

  package static func subtitle(_ moment: Moment, _ lexicon: Lexicon) -> String {
    guard moment != .ever else { return lexicon.phrase(.allDates) }
    let words = DateWords(lexicon)
    let isDay = moment.days.lowerBound == moment.days.upperBound
    let asOf = lexicon.phrase(isDay ? .asOf : .during, words.words(moment.days))
    return moment.known.map { lexicon.phrase(.couldBeKnown, asOf, words.words($0)) } ?? asOf
  }

  /// What the filter removes of what concerns the view, counted.
  static func filteredOut(
    _ seen: Snapshot, _ left: Snapshot, _ focus: View.Focus, _ lexicon: Lexicon
  ) -> [String] {
    let counts = [
      (Phrase.countRelations, seen.ties.count - left.ties.count),
      (.countEvents, seen.events(concerning: focus).count - left.events(concerning: focus).count),
      (.countParties, left.hidden.count - seen.hidden.count),
    ]
    let words = counts.filter { $0.1 > 0 }.map { lexicon.phrase($0.0, count: $0.1) }
    return words.isEmpty ? [] : [lexicon.phrase(.filteredOut, words.joined(separator: ", "))]
  }
}

/// The figures, cards and lines of a content, as its layout collects them.
struct ContentBody {
  var figures: [Figure] = []
  var cards: [Card] = []
  var lines: [Line] = []
  var dyads: [DyadSummary] = []
  var blocs: [Bloc] = []
  var omissions: [String] = []
  var omitted = Omissions()
  var weighed: [Weighed] = []

  /// The claims in rows, below figures, behind lines and cells, and in blocs.
  var shownClaims: Set<String> {
    let rows = cards.flatMap(\.rows) + dyads.compactMap(\.row)
    return Set(rows.flatMap(\.claims) + figures.flatMap(\.claims) + blocs.flatMap(\.claims))
  }

  /// The claims whose sources get numbers. Lines of a network without a number have none, and their sources are not
  /// listed; a matrix lists all.
  var citedClaims: Set<String> {
    guard !cards.isEmpty else { return shownClaims }
    return Set(cards.flatMap(\.rows).flatMap(\.claims) + figures.flatMap(\.claims))
  }
}
