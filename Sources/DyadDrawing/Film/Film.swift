public import DyadContent
public import DyadCore
public import Graphviz

/// A series of pictures with fixed positions, each with the changes since the one before.
///
///     let years = try await Film(of: graph, in: view, on: (2021...2025).compactMap { Day($0, 12, 31) })
///     for frame in years.frames { print(frame.day, try await frame.composition.svg().count) }
public struct Film: Sendable {
  /// A picture of the film.
  public struct Frame: Sendable {
    /// Its date.
    public let day: Day
    /// The changes since the frame before; none in the first.
    public let diff: GraphDiff
    /// The picture.
    public let composition: Composition
    /// The picture without marks of changes; `nil` if the film has only frames with marks.
    public let plain: Composition?
  }

  /// The headline of every frame.
  public let title: String
  /// The parties and the filter.
  public let view: View
  /// The language, the amount of detail, and whether sources are listed.
  public let options: ContentOptions
  /// The colours.
  public let style: Style
  /// The pictures, in the order of their days.
  public let frames: [Frame]
  let stage: Stage
  let content: FilmContent
  /// The sources that its frames cite, with the same numbers in all.
  public var notes: Footnotes { stage.union.notes }

  /// Lays out the stage, with the most detail that fits the paper, and a frame for each day.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameters:
  ///   - days: the days of the frames, in their order.
  ///   - known: the day by which claims must be known.
  ///   - hidingAbsent: whether parties that are absent from a frame are hidden instead of outlined.
  ///   - marking: whether changes are marked in the frames, or not, or both.
  public init(
    of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day? = nil,
    options: ContentOptions = ContentOptions(), style: Style = Style(), paper: Paper = .page,
    hidingAbsent: Bool = false, marking: FilmContent.Marking = .marked
  ) async throws(Graph.Failure) {
    let source = FilmContent.Source(of: graph, in: view, on: days, known: known, marking: marking)
    try await self.init(
      source, options: options, style: style, paper: paper, hidingAbsent: hidingAbsent, fittingBodies: false)
  }

  /// - Parameter fittingBodies: whether the height of the paper is that of the pictures without title and foot.
  init(
    _ source: FilmContent.Source, options: ContentOptions, style: Style, paper: Paper, hidingAbsent: Bool,
    fittingBodies: Bool
  ) async throws(Graph.Failure) {
    func detailed(_ detail: Detail) -> ContentOptions {
      var options = options
      options.detail = detail
      return options
    }
    var details = Detail.ladder
    if !fittingBodies {
      // Detail that does not fit one picture of everything does not fit the stage.
      let everything = try await Composition.fitting(paper, style: style) { source.union(detailed($0)) }
      details = Array(details.drop { $0 != everything.content.options.detail })
    }
    let make = { (detail: Detail) async throws(Graph.Failure) -> (stage: Stage, content: FilmContent)? in
      let content = FilmContent(source, options: detailed(detail))
      let stage = try await Stage(
        content.union, style, for: content.marked + content.plain, on: paper, hidingAbsent: hidingAbsent)
      return (stage, content)
    }
    let made = try await Candidates(stepwise: details).best(make) {
      (fittingBodies ? $0.stage.bodyHeight : $0.stage.height) <= paper.height.limit.points
    }
    (stage, content) = (made.stage, made.content)
    (view, self.options, self.style, title) = (source.view, options, style, made.content.union.title)
    let marked = made.content.marked.map(made.stage.composition)
    let plain = made.content.plain.map(made.stage.composition)
    frames = source.days.indices.map { index in
      Frame(
        day: source.days[index], diff: source.diffs[index], composition: marked.isEmpty ? plain[index] : marked[index],
        plain: plain.isEmpty ? nil : plain[index])
    }
  }
}
