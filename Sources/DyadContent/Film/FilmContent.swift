public import DyadCore

/// What the frames of a film show: each date, with the changes since the one before.
///
///     let source = FilmContent.Source(of: graph, in: view, on: days)
///     print(FilmContent(source).narrative)
public struct FilmContent: Sendable {
  /// Whether frames mark changes.
  public enum Marking: Sendable { case marked, plain, both }

  /// What a film is made from, whatever its detail.
  public struct Source: Sendable {
    /// The parties, the headline and the filter.
    public let view: View
    /// The days of the frames, in their order.
    public private(set) var days: [Day]
    /// For each frame, the later days that share it, because nothing changes on them.
    public private(set) var unchanged: [ClosedRange<Day>?]
    /// The changes of each frame since the one before; the first is a diff of a day with itself.
    public private(set) var diffs: [GraphDiff]
    /// Everything that is in a frame.
    let whole: GraphDiff
    /// From the first day to the last.
    private(set) var span: ClosedRange<Day>
    /// The length of the periods at whose ends its days are; the last day may be that of the window.
    private let step: PartialDate.Precision
    /// The place of its frames among all, if it is a part of a film.
    private(set) var range: Range<Int>?
    let marking: Marking
    let notes: Footnotes
    /// The blocs found over all of its frames; `nil` where none are to be found.
    let communities: [[Entity.ID]]?

    /// The diffs between consecutive days, with one numbering of sources.
    ///
    /// - Parameters:
    ///   - known: the day by which claims must be known.
    ///   - isFolded: whether consecutive days without a change in view share a frame.
    ///   - window: how old an event may be to make a line that counts for blocs.
    public init(
      of graph: KnowledgeGraph, in view: View, on all: [Day], known: Day? = nil, marking: Marking = .marked,
      isFolded: Bool = false, window: Lookback? = .standard
    ) {
      var (days, unchanged): ([Day], [ClosedRange<Day>?]) = ([], [])
      var snapshots: [Snapshot] = []
      for day in all {
        let snapshot = graph.snapshot(at: Moment(on: day, known: known))
        if isFolded, let last = snapshots.last, !FrameChanges.isChange(GraphDiff(from: last, to: snapshot), in: view) {
          let first = unchanged[unchanged.count - 1]?.lowerBound ?? day
          unchanged[unchanged.count - 1] = min(first, day)...max(first, day)
        } else {
          snapshots.append(snapshot)
          days.append(day)
          unchanged.append(nil)
        }
      }
      self.unchanged = unchanged
      step =
        [PartialDate.Precision.year, .month].first { step in
          all.count > 1 && all.dropLast().allSatisfy { step.period(ending: $0).precision == step }
        } ?? .day
      diffs = snapshots.indices.map { GraphDiff(from: snapshots[max(0, $0 - 1)], to: snapshots[$0]) }
      let span = (all.min() ?? Day(number: 0))...(all.max() ?? Day(number: 0))
      self.span = span
      whole = GraphDiff(graph.snapshot(at: Moment(asOf: span, known: known)))
      let shown = whole.to.focused(on: view.focus).filtered(by: view.filter)
      notes = Footnotes(citing: shown.citedEvidence, in: graph).ofPicture
      (self.view, self.days, self.marking) = (view, days, marking)
      communities =
        view.blocs == .found
        ? FilmCommunities(snapshots, on: days, until: span.upperBound, in: view, window, notes).groups : nil
    }

    /// The content of everything on one page.
    package func union(_ options: ContentOptions) -> Content {
      Content(whole, of: titled(options.lexicon), options: options, notes: notes, communities: communities)
    }

    /// The view with one headline for all frames, which show several phases.
    func titled(_ lexicon: Lexicon) -> View {
      var view = view
      view.title = view.title ?? Headline(view.focus, in: whole.to, lexicon).names
      return view
    }

    /// Some of its frames; the first of them keeps its changes since the one before it.
    package func part(_ frames: Range<Int>) -> Source {
      let frames = frames.clamped(to: days.indices)
      var part = self
      part.days = Array(days[frames])
      part.diffs = Array(diffs[frames])
      part.unchanged = Array(unchanged[frames])
      part.range = frames
      if let first = part.days.min(), let last = part.days.max() {
        part.span = first...max(last, part.unchanged.last??.upperBound ?? last)
      }
      return part
    }

    /// The words for the later days that share a frame: "no change Oct 2021 – Oct 2024".
    package func noChange(_ index: Int, _ lexicon: Lexicon) -> String? {
      unchanged[index].map { lexicon.phrase(.noChange, DateWords(lexicon).words(periodsEnding: $0, of: step)) }
    }

    /// What a picture of one of the days shows.
    package func picture(on index: Int, _ options: ContentOptions) -> Content {
      Content(
        GraphDiff(diffs[index].to), of: titled(options.lexicon), options: options, notes: nil,
        communities: communities)
    }
  }

  /// What it is made from.
  public let source: Source
  /// Everything that is in a frame, on one page.
  public let union: Content
  private let details: [Detail]
  /// A frame for each day with its changes marked; empty if only plain ones are asked for.
  package let marked: [Content]
  /// A frame for each day without marks; empty if only marked ones are asked for.
  package let plain: [Content]

  /// The frames, in a language and with so much detail.
  ///
  /// - Parameter details: the detail of each frame, where they differ; each then shows what a picture of its day shows.
  public init(_ source: Source, options: ContentOptions = ContentOptions(), details: [Detail] = []) {
    func frame(_ index: Int, _ diff: GraphDiff) -> Content {
      var own = options
      // What a frame is about stays in the picture; rows are left out first.
      own.keepsMinorParties = true
      if details.indices.contains(index) { own.detail = details[index] }
      var frame = Content(
        diff, of: source.titled(own.lexicon), options: own, notes: source.notes, communities: source.communities)
      let date = Subtitle(options.lexicon).date(of: diff.to.moment)
      frame.dates = options.lexicon.asides([date] + (source.noChange(index, options.lexicon).map { [$0] } ?? []))
      frame.basis = nil
      return frame
    }
    let marked = source.marking == .plain ? [] : source.diffs.indices.map { frame($0, source.diffs[$0]) }
    let plain = source.marking == .marked ? [] : source.diffs.indices.map { frame($0, GraphDiff(source.diffs[$0].to)) }
    let union = FilmContent.union(of: plain + marked, source, options)
    self.marked = marked.map { $0.restricted(to: union) }
    self.plain = plain.map { $0.restricted(to: union) }
    (self.source, self.union, self.details) = (source, union, details)
  }

  /// Everything that is in a frame, in the order of a picture of all days.
  private static func union(of frames: [Content], _ source: Source, _ options: ContentOptions) -> Content {
    var all = options
    all.detail = .everything
    let whole = source.union(all)
    var union = source.union(options)
    union.figures = merged(frames.map(\.figures), in: whole.figures.map(\.id))
    union.cards = merged(frames.map(\.cards), in: whole.cards.map(\.id))
    union.lines = merged(frames.map(\.lines), in: whole.lines.map(\.id))
    union.dyads = merged(frames.map(\.dyads), in: whole.dyads.map(\.id))
    union.blocs = merged(frames.map(\.blocs), in: whole.blocs.map(\.id))
    for index in union.blocs.indices where union.blocs[index].isOverPeriod {
      let blocs = frames.flatMap(\.blocs).filter { $0.id == union.blocs[index].id }
      union.blocs[index].members = Set(blocs.flatMap(\.members)).sorted()
    }
    let claims = Set(frames.flatMap(\.claims))
    union.claims = claims.sorted()
    let numbered = union.cards.indices.filter { union.cards[$0].number != nil }
    for (number, index) in numbered.enumerated() { union.cards[index].number = number + 1 }
    // A part of a film counts what is in none of its frames, not what is in none of the film.
    if source.range != nil { union.countOmitted(of: frames, claims) }
    return union
  }

  /// The parts of all frames, each as the last frame has it, in an order; those that are not in it come last.
  private static func merged<Part: Identifiable>(_ frames: [[Part]], in order: [Part.ID]) -> [Part] {
    let parts = frames.flatMap { $0 }
    let last = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let ids = unique(order.filter { last[$0] != nil } + parts.map(\.id))
    return ids.compactMap { last[$0] }
  }

  /// The frames: marked ones where there are such.
  public var frames: [Content] { marked.isEmpty ? plain : marked }

  /// The description of the first frame, and the changes of each other one.
  public var narrative: [String] {
    frames.prefix(1).map(\.description) + frames.dropFirst().map { lexicon.phrase(.labelled, $0.subtitle, $0.changes) }
  }

  /// The first and the last day: "30 Jun 2021 – 31 May 2025".
  public var span: String { source.days.isEmpty ? "" : DateWords(lexicon).words(source.span) }

  private var lexicon: Lexicon { union.options.lexicon }

  /// The film as one content: everything in it, dated with its span, described frame by frame.
  public var summary: Content {
    var content = union
    (content.narrative, content.frameDetails) = (narrative, details)
    (content.dates, content.basis) = (span, Subtitle(content.options.lexicon).basis(content.notes.sources))
    content.frameRange = source.range
    return content
  }
}

extension Content {
  /// Counts what its frames leave out, if none of them shows it.
  fileprivate mutating func countOmitted(of frames: [Content], _ shown: Set<String>) {
    omitted = Omissions()
    for frame in frames {
      omitted.events.formUnion(frame.omitted.events.filter { !shown.contains($0.text) })
      omitted.phases.formUnion(frame.omitted.phases.filter { !shown.contains($0.text) })
      omitted.parties.formUnion(frame.omitted.parties.filter { !shown.contains($0.text) })
      omitted.officials.formUnion(frame.omitted.officials.filter { !shown.contains($0.text) })
    }
    let counts = [
      (Phrase.partiesNotShown, omitted.parties.count + omitted.officials.count),
      (.eventsLeftOut, omitted.events.count), (.phasesLeftOut, omitted.phases.count),
    ]
    let filtered = frames.last?.omissions.last.flatMap { $0.hasPrefix(options.lexicon.filteredOutHead) ? $0 : nil }
    omissions =
      counts.filter { $0.1 > 0 }.map { options.lexicon.sentence(options.lexicon.phrase($0.0, count: $0.1)) }
      + (filtered.map { [$0] } ?? [])
  }

  /// The part that is on the stage, with the numbers of ties there.
  package func restricted(to stage: Content) -> Content {
    var content = self
    let (figures, cards, lines) = (
      Set(stage.figures.map(\.id)), Set(stage.cards.map(\.id)), Set(stage.lines.map(\.id))
    )
    content.figures.removeAll { !figures.contains($0.id) }
    content.cards.removeAll { !cards.contains($0.id) }
    content.lines.removeAll { !lines.contains($0.id) }
    let numbers = Dictionary(stage.cards.map { ($0.id, $0.number) }, uniquingKeysWith: { one, _ in one })
    for index in content.cards.indices { content.cards[index].number = numbers[content.cards[index].id] ?? nil }
    return content
  }
}

extension Lexicon {
  /// How the sentence begins that counts what a filter removes.
  fileprivate var filteredOutHead: String { phrase(.filteredOut, "") }
}
