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
    public let days: [Day]
    /// The changes of each frame since the one before; the first is a diff of a day with itself.
    public let diffs: [GraphDiff]
    /// Everything that is in a frame.
    let whole: GraphDiff
    let marking: Marking
    let notes: Footnotes

    /// The diffs between consecutive days, with one numbering of sources.
    ///
    /// - Parameter known: the day by which claims must be known.
    public init(
      of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day? = nil, marking: Marking = .marked
    ) {
      let snapshots = days.map { graph.snapshot(at: Moment(on: $0, known: known)) }
      diffs = snapshots.indices.map { GraphDiff(from: snapshots[max(0, $0 - 1)], to: snapshots[$0]) }
      let span = (days.first ?? Day(number: 0))...(days.last ?? Day(number: 0))
      whole = GraphDiff(graph.snapshot(at: Moment(asOf: span, known: known)))
      let shown = whole.to.focused(on: view.focus).filtered(by: view.filter)
      notes = Footnotes(citing: shown.citedEvidence, in: graph)
      (self.view, self.days, self.marking) = (view, days, marking)
    }

    /// The content of everything on one page.
    package func union(_ options: ContentOptions) -> Content {
      Content(whole, of: view, options: options, notes: notes)
    }
  }

  /// What it is made from.
  public let source: Source
  /// Everything that is in a frame, on one page.
  public let union: Content
  /// A frame for each day with its changes marked; empty if only plain ones are asked for.
  package let marked: [Content]
  /// A frame for each day without marks; empty if only marked ones are asked for.
  package let plain: [Content]

  /// The frames, in a language and with so much detail.
  public init(_ source: Source, options: ContentOptions = ContentOptions()) {
    let union = source.union(options)
    func frame(_ diff: GraphDiff) -> Content {
      var frame = Content(diff, of: source.view, options: options, notes: source.notes)
      frame.subtitle = Content.subtitle(diff.to.moment, options.lexicon)
      return frame.restricted(to: union)
    }
    marked = source.marking == .plain ? [] : source.diffs.map(frame)
    plain = source.marking == .marked ? [] : source.diffs.map { frame(GraphDiff($0.to)) }
    (self.source, self.union) = (source, union)
  }

  /// The frames: marked ones where there are such.
  public var frames: [Content] { marked.isEmpty ? plain : marked }

  /// The description of the first frame, and the changes of each other one.
  public var narrative: [String] {
    frames.prefix(1).map(\.description) + frames.dropFirst().map { "\($0.subtitle): \($0.changes)" }
  }

  /// The first and the last day: "30 Jun 2021 – 31 May 2025".
  public var span: String {
    guard let first = source.days.first, let last = source.days.last else { return "" }
    return DateWords(union.options.lexicon).words(first...last)
  }

  /// The film as one content: everything in it, dated with its span, described frame by frame.
  public var summary: Content {
    var content = union
    (content.subtitle, content.narrative) = (span, narrative)
    return content
  }
}

extension Content {
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
