public import DyadCore
public import Graphviz

/// A row of pictures on one stage: what was new, gone and changed from one to the next, and nothing moves.
///
///     let film = try await Film(of: graph, in: view, on: days)
///     let frames = try await film.frames.asyncMap { try await $0.composition.picture(as: .svg) }
public struct Film: Sendable {
  /// A picture of the film, and what became of the one before it.
  public struct Frame: Sendable {
    public let day: Day
    public let diff: GraphDiff
    public let composition: Composition
    /// The same without marks of what changed, where both were asked for.
    public let plain: Composition?
  }

  /// Whether frames mark what was new, gone and changed.
  public enum Marking: Sendable { case marked, plain, both }

  public let title: String
  public let view: View
  public let style: Style
  public let frames: [Frame]
  let stage: Stage
  /// The sources that its frames cite, all with the same numbers.
  public var notes: Footnotes { stage.union.notes }

  /// Lays the stage out, with as much detail as fits the paper, and puts a frame on it for each day.
  ///
  /// - Parameters:
  ///   - days: of the frames, in their order.
  ///   - known: the day by which claims must have been known.
  ///   - hidingAbsent: what is not there is left out, not drawn as an outline.
  ///   - marking: whether frames come with marks, without, or both.
  public init(
    of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day? = nil, style: Style = Style(),
    paper: Paper = .page, hidingAbsent: Bool = false, marking: Marking = .marked
  ) async throws(Graph.Failure) {
    try await self.init(
      of: graph, in: view, on: days, known: known, style: style, paper: paper, hidingAbsent: hidingAbsent,
      marking: marking, fittingBodies: false)
  }

  /// - Parameter fittingBodies: the height of the paper is that of the pictures without their frames.
  init(
    of graph: KnowledgeGraph, in view: View, on days: [Day], known: Day?, style: Style, paper: Paper,
    hidingAbsent: Bool, marking: Marking = .marked, fittingBodies: Bool
  ) async throws(Graph.Failure) {
    let diffs = Film.diffs(of: graph, on: days, known)
    let span = (days.first ?? Day(number: 0))...(days.last ?? Day(number: 0))
    let whole = GraphDiff(graph.snapshot(at: Moment(asOf: span, known: known)))
    let notes = Footnotes(
      citing: Drawing.evidence(in: whole.to.focused(on: view.focus).filtered(by: view.filter)), in: graph)
    var made: (stage: Stage, marked: [Drawing], plain: [Drawing])?
    // What is too much for a picture of everything is too much for the stage: only what fits there is tried with all frames.
    let everything = try await Composition.fitting(paper) { detail in
      var style = style
      style.detail = detail
      return Drawing(whole, of: view, style: style, notes: notes)
    }
    let first = fittingBodies ? 0 : Detail.ladder.firstIndex(of: everything.drawing.style.detail) ?? 0
    for detail in Detail.ladder[first...] {
      var style = style
      style.detail = detail
      let union = Drawing(whole, of: view, style: style, notes: notes)
      func drawing(_ diff: GraphDiff) -> Drawing {
        var drawing = Drawing(diff, of: view, style: style, notes: notes)
        drawing.subtitle = Drawing.subtitle(diff.to.moment, style.lexicon)
        return drawing.restricted(to: union)
      }
      let marked = marking == .plain ? [] : diffs.map(drawing)
      let plain = marking == .marked ? [] : diffs.map { drawing(GraphDiff($0.to)) }
      let stage = try await Stage(union, for: marked + plain, on: paper, hidingAbsent: hidingAbsent)
      made = (stage, marked, plain)
      if (fittingBodies ? stage.bodyHeight : stage.height) <= paper.height.limit.points { break }
    }
    let stage = made!.stage
    (self.view, self.style, self.stage, title) = (view, style, stage, stage.union.title)
    let (marked, plain) = (made!.marked.map(stage.composition), made!.plain.map(stage.composition))
    frames = days.indices.map { index in
      Frame(
        day: days[index], diff: diffs[index], composition: marked.isEmpty ? plain[index] : marked[index],
        plain: plain.isEmpty ? nil : plain[index])
    }
  }

  /// Each against the one before it; the first changes nothing.
  private static func diffs(of graph: KnowledgeGraph, on days: [Day], _ known: Day?) -> [GraphDiff] {
    let snapshots = days.map { graph.snapshot(at: Moment(on: $0, known: known)) }
    return snapshots.indices.map { index in
      GraphDiff(from: snapshots[max(0, index - 1)], to: snapshots[index])
    }
  }
}
