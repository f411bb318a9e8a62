public import DyadContent
public import DyadCore
public import Graphviz

/// A series of pictures with fixed positions, each with the changes since the one before.
///
///     let film = try await Film(of: graph, in: view, on: days)
///     for frame in film.frames { let svg = try await frame.composition.picture(as: .svg) }
public struct Film: Sendable {
  /// A picture of the film.
  public struct Frame: Sendable {
    /// Its date.
    public let day: Day
    /// The changes since the frame before; none in the first.
    public let diff: GraphDiff
    /// The picture.
    public let composition: Composition
    /// The picture without marks of changes, if both were asked for.
    public let plain: Composition?
  }

  /// Whether frames mark changes.
  public enum Marking: Sendable { case marked, plain, both }

  /// The headline of every frame.
  public let title: String
  /// What the film is about.
  public let view: View
  /// The language, the amount of detail, and whether sources are listed.
  public let options: ContentOptions
  /// The colours.
  public let style: Style
  /// The pictures, in the order of their days.
  public let frames: [Frame]
  let stage: Stage
  /// The sources that its frames cite, with the same numbers in all.
  public var notes: Footnotes { stage.union.notes }

  /// Lays out the stage, with the most detail that fits the paper, and paints a frame for each day.
  ///
  /// - Parameters:
  ///   - days: of the frames, in their order.
  ///   - known: the day by which claims must be known.
  ///   - hidingAbsent: leaves out what is absent from a frame, which otherwise has an outline.
  ///   - marking: whether frames come with marks, without, or both.
  public init(
    of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day? = nil,
    options: ContentOptions = ContentOptions(), style: Style = Style(), paper: Paper = .page,
    hidingAbsent: Bool = false, marking: Marking = .marked
  ) async throws(GraphvizError) {
    try await self.init(
      of: graph, in: view, on: days, known: known, options: options, style: style, paper: paper,
      hidingAbsent: hidingAbsent, marking: marking, fittingBodies: false)
  }

  /// - Parameter fittingBodies: whether the height of the paper is that of the pictures without title and foot.
  init(
    of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day?, options: ContentOptions, style: Style,
    paper: Paper, hidingAbsent: Bool, marking: Marking = .marked, fittingBodies: Bool
  ) async throws(GraphvizError) {
    let diffs = Film.diffs(of: graph, on: days, known)
    let span = (days.first ?? Day(number: 0))...(days.last ?? Day(number: 0))
    let whole = GraphDiff(graph.snapshot(at: Moment(asOf: span, known: known)))
    let shown = whole.to.focused(on: view.focus).filtered(by: view.filter)
    let notes = Footnotes(citing: shown.citedEvidence, in: graph)
    func content(_ diff: GraphDiff, _ detail: Detail) -> Content {
      var options = options
      options.detail = detail
      return Content(diff, of: view, options: options, notes: notes)
    }
    var details = Detail.ladder
    if !fittingBodies {
      // What is too much for one picture of everything is too much for the stage.
      let everything = try await Composition.fitting(paper, style: style) { content(whole, $0) }
      details = Array(details.drop { $0 != everything.content.options.detail })
    }
    let make = { (detail: Detail) async throws(GraphvizError) -> (stage: Stage, marked: [Content], plain: [Content])? in
      let union = content(whole, detail)
      func frame(_ diff: GraphDiff) -> Content {
        var frame = content(diff, detail)
        frame.subtitle = Content.subtitle(diff.to.moment, options.lexicon)
        return frame.restricted(to: union)
      }
      let marked = marking == .plain ? [] : diffs.map(frame)
      let plain = marking == .marked ? [] : diffs.map { frame(GraphDiff($0.to)) }
      let stage = try await Stage(union, style, for: marked + plain, on: paper, hidingAbsent: hidingAbsent)
      return (stage, marked, plain)
    }
    // The last step of the ladder is always made.
    let made = try await Candidates(stepwise: details).best(make) {
      (fittingBodies ? $0.stage.bodyHeight : $0.stage.height) <= paper.height.limit.points
    }!
    let stage = made.stage
    (self.view, self.options, self.style, self.stage, title) = (view, options, style, stage, stage.union.title)
    let (marked, plain) = (made.marked.map(stage.composition), made.plain.map(stage.composition))
    frames = days.indices.map { index in
      Frame(
        day: days[index], diff: diffs[index], composition: marked.isEmpty ? plain[index] : marked[index],
        plain: plain.isEmpty ? nil : plain[index])
    }
  }

  /// The diff of each day with the one before; the first is a diff of a day with itself.
  private static func diffs(of graph: KnowledgeGraph, on days: [Day], _ known: Day?) -> [GraphDiff] {
    let snapshots = days.map { graph.snapshot(at: Moment(on: $0, known: known)) }
    return snapshots.indices.map { index in
      GraphDiff(from: snapshots[max(0, index - 1)], to: snapshots[index])
    }
  }
}
