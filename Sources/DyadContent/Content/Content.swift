public import DyadCore

/// What a picture shows, as words and signs: no places, no colours, no typefaces.
///
///     let may = graph.snapshot(at: Moment(on: Day("2025-05-26")!))
///     let content = Content(GraphDiff(may), of: View(.between("pakistan", "afghanistan")))
///     print(content.description)
public struct Content: Hashable, Sendable {
  /// The headline: the view's own title, or else the finding, such as the phase that leads between two parties.
  public var title: String
  /// The date or the dates.
  public var dates: String
  /// How many sources of which kind the picture rests on: "one press report of 26 May 2025"; `nil` where it has none.
  public var basis: String?
  /// What a comparison comes to: "7 new, 2 ended, 3 changed"; `nil` in other pictures, and where nothing differs.
  public var summary: String?
  /// A sentence or two below the headline.
  public var standfirst: String?
  /// The line at the foot that names its maker.
  public var credit: String?
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
  /// What data sets count between the two parties of a pair, a line for each table. It is counted, not cited.
  public var counted: [String] = []
  /// What is left out, a sentence each.
  public var omissions: [String]
  /// What is left out, by kind.
  public var omitted = Omissions()
  /// The number of parties of a network that have weaker ties than those that it has room for.
  public internal(set) var weakerParties = 0
  /// The third parties, alters or ties, with the salience by which they were selected.
  package var weighed: [Weighed] = []
  /// The details of the frames of a film, where each has its own.
  package var frameDetails: [Detail] = []
  /// The frames of a film that are on this page of its sheet.
  package var frameRange: Range<Int>?
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
    self.init(ContentSubject(diff, of: view), options: options, notes: shared)
  }

  /// The content of a subject with so much detail.
  package init(_ subject: ContentSubject, options: ContentOptions, notes shared: Footnotes? = nil) {
    let (diff, view, isPlain, marks) = (subject.diff, subject.view, subject.isPlain, subject.marks)
    let (whole, seen, snapshot) = (subject.whole, subject.seen, subject.snapshot)
    let lexicon = options.lexicon
    var layout = PageLayout(view.focus)
    func body(_ notes: Footnotes) -> ContentBody {
      if let pair = subject.pair { return PairContent(subject, pair, notes, options).body }
      switch (view.focus, view.form) {
      case (_, .matrix):
        let writer = MatrixWriter(diff, snapshot, view, notes, options, marks)
        layout = .matrix(writer.matrix)
        return writer.body
      case (.around(let ego, hops: 0...1), .sheet): return EgoContent(subject, around: ego, notes, options).body
      case (_, .sheet): return NetworkContent(subject, notes, options).body
      }
    }
    func footnotes(_ evidence: [Evidence]) -> Footnotes {
      let notes = Footnotes(citing: evidence, in: whole.graph)
      return options.isText ? notes : notes.ofPicture
    }
    let all = shared ?? footnotes(snapshot.citedEvidence)
    // Only sources of what is shown get numbers, and what is shown is known after a first draft.
    let draft = body(all)
    let cited = footnotes(snapshot.citedEvidence(of: draft.citedClaims))
    let notes = shared ?? cited
    // The cells of a matrix are no part of its body.
    let final =
      notes == all ? draft : (view.form == .matrix ? nil : draft.numbered(all, as: notes)) ?? body(notes)
    (self.layout, self.options, self.notes) = (layout, options, notes)
    (standfirst, credit) = (view.standfirst, view.credit)
    (figures, cards, lines) = (final.figures, final.cards, final.lines)
    (dyads, blocs) = (final.dyads, final.blocs)
    let filteredOut = view.filter == .none ? [] : Content.filteredOut(seen, snapshot, view.focus, lexicon)
    omissions = (final.omissions + filteredOut).map(lexicon.sentence)
    (omitted, weighed, weakerParties) = (final.omitted, final.weighed, final.weakerParties)
    title =
      view.title
      ?? Content.finding(view, final, diff, isPlain ? snapshot : nil, Headline(view.focus, in: whole, lexicon))
    dates = Subtitle(lexicon).dates(of: diff)
    basis = Subtitle(lexicon).basis(cited.sources)
    claims = final.shownClaims.union(final.figures.map(\.id.text)).sorted()
    if let table = diff.to.graph.countedTable {
      counted = [CountWords(lexicon).statement(table, in: diff.to.graph)]
    } else if case .between(let one, let other) = view.focus {
      let shown = diff.filtered(by: view.filter, keeping: view.focus.parties)
      counted = CountWords(lexicon).lines(between: one, other, in: shown)
    }
    summary = marks?.summary(of: snapshot, figures, lexicon)
    if marks != nil { markLines() }
  }

  init(
    title: String, dates: String, layout: PageLayout, options: ContentOptions, body: ContentBody, notes: Footnotes,
    basis sources: [Source], claims: [String]
  ) {
    (self.title, self.dates, self.layout, self.options) = (title, dates, layout, options)
    basis = Subtitle(options.lexicon).basis(sources)
    (figures, cards, lines, omissions) = (body.figures, body.cards, body.lines, body.omissions)
    omitted = body.omitted
    (self.notes, self.claims) = (notes, claims)
  }

  /// The date or the dates, and the sources that the picture rests on, below the headline.
  public var subtitle: String { basis.map { "\(dates) · \($0)" } ?? dates }

  /// The headline with the date: what a text says below the picture, which names its sources itself.
  public var caption: String { [title, dates].map(options.lexicon.sentence).joined(separator: " ") }

  /// What the picture finds; the names where it finds nothing.
  ///
  /// - Parameter snapshot: what a plain picture shows; `nil` for a comparison.
  private static func finding(
    _ view: View, _ body: ContentBody, _ diff: GraphDiff, _ snapshot: Snapshot?, _ headline: Headline
  ) -> String {
    switch view.focus {
    case .between(let one, let other):
      if let snapshot { return headline.state(of: one, other, in: snapshot) }
      let sides = [diff.from, diff.to].map {
        $0.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
      }
      return headline.change(of: one, other, from: sides[0], to: sides[1])
    case .around: return snapshot == nil ? headline.names : headline.ties(body.signs)
    case .everyone: return headline.names
    }
  }

  /// Each line gets the mark of the rows of its card, unless it has its own.
  private mutating func markLines() {
    for index in lines.indices where lines[index].mark == nil {
      let rows = cards.first { $0.id == lines[index].card }?.rows ?? []
      lines[index].mark = Mark(of: rows.compactMap(\.mark))
    }
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
    return words.isEmpty ? [] : [lexicon.phrase(.filteredOut, lexicon.list(words))]
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
  var weakerParties = 0
  var weighed: [Weighed] = []
  /// The sign of the ties with each alter of an ego, shown or not; `nil` where it is mixed or uncertain.
  var signs: [Tone.Sign?] = []

  /// The claims in rows, below figures, behind lines and cells, and in blocs.
  var shownClaims: Set<String> {
    let rows = cards.flatMap(\.rows) + dyads.compactMap(\.row)
    return Set(rows.flatMap(\.claims) + figures.flatMap(\.claims) + blocs.flatMap(\.claims))
  }

  /// The same with the numbers that its sources have in another list; `nil` where they are not known one by one.
  func numbered(_ notes: Footnotes, as others: Footnotes) -> ContentBody? {
    var body = self
    body.figures = figures.compactMap { $0.numbered { notes.numbers($0, in: others) } }
    guard body.figures.count == figures.count else { return nil }
    func number(_ row: inout Row) { row.sources = notes.numbers(row.sources, in: others) }
    for card in body.cards.indices {
      if var head = body.cards[card].head {
        number(&head)
        body.cards[card].head = head
      }
      for section in body.cards[card].sections.indices {
        for row in body.cards[card].sections[section].rows.indices {
          number(&body.cards[card].sections[section].rows[row])
        }
      }
    }
    for index in body.dyads.indices {
      if var row = body.dyads[index].row {
        number(&row)
        body.dyads[index].row = row
      }
    }
    return body
  }

  /// The claims whose sources get numbers. Lines of a network without a number have none, and their sources are not
  /// listed; a matrix lists all.
  var citedClaims: Set<String> {
    guard !cards.isEmpty else { return shownClaims }
    return Set(cards.flatMap(\.rows).flatMap(\.claims) + figures.flatMap(\.claims))
  }
}
