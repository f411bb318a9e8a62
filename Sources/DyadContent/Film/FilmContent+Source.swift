public import DyadCore

extension FilmContent {
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
    /// What the networks of its frames have in common.
    let network: FilmNetwork?
    /// The place of its first frame among those of the whole film.
    private var offset = 0
    /// What was made of it and its parts: the pages of a sheet are tried with more and fewer frames.
    private let made = MadeContents()

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
      let scope = Scope(of: graph, on: view.focus, known: known)
      for day in all {
        let snapshot = scope.snapshot(on: day)
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
      whole = GraphDiff(scope.snapshot(asOf: span))
      let shown = whole.to.focused(on: view.focus).filtered(by: view.filter)
      notes = Footnotes(citing: shown.citedEvidence, in: graph).ofPicture
      (self.view, self.days, self.marking) = (view, days, marking)
      network = FilmNetwork(snapshots, on: days, until: span.upperBound, in: view, window, notes)
    }

    /// The content of everything on one page.
    package func union(_ options: ContentOptions) -> Content {
      made.content(.union, options) {
        Content(subject(.union, options) { whole }, options: options, notes: notes)
      }
    }

    /// What a frame shows.
    func frame(_ index: Int, isMarked: Bool, _ options: ContentOptions) -> Content {
      made.content(.frame(offset + index, isMarked: isMarked), options) {
        var frame = Content(subject(index, isMarked: isMarked, options), options: options, notes: notes)
        let date = Subtitle(options.lexicon).date(of: diffs[index].to.moment)
        frame.dates = options.lexicon.asides([date] + (noChange(index, options.lexicon).map { [$0] } ?? []))
        frame.basis = nil
        return frame
      }
    }

    private func subject(_ index: Int, isMarked: Bool, _ options: ContentOptions) -> ContentSubject {
      subject(.frame(offset + index, isMarked: isMarked), options) {
        isMarked ? diffs[index] : GraphDiff(diffs[index].to)
      }
    }

    private func subject(
      _ part: MadeContents.Part, _ options: ContentOptions, _ diff: () -> GraphDiff
    ) -> ContentSubject {
      let view = titled(options.lexicon)
      return made.subject(part, titled: view.title) { ContentSubject(diff(), of: view, in: network) }
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
      part.offset += frames.lowerBound
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
      Content(subject(index, isMarked: false, options), options: options)
    }
  }
}
