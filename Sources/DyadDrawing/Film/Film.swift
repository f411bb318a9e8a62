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
    if !fittingBodies, !paper.isExact {
      let details = try await Film.details(of: source, detailed, style, paper)
      content = FilmContent(source, options: detailed(details.max { $0.events < $1.events } ?? .full), details: details)
      // Each frame fits the paper; all of them together may need more of it.
      let roll = Paper(width: paper.width, height: .upTo(Film.roll))
      stage = try await Stage(
        content.union, style, for: content.marked + content.plain, on: roll, hidingAbsent: hidingAbsent)
      (view, self.options, self.style, title) = (source.view, options, style, content.union.title)
      frames = Film.frames(source, content, stage)
      return
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
    frames = Film.frames(source, made.content, made.stage)
  }

  /// The height of a page for a screen, which scrolls.
  private static let roll = Length(points: 14_400)

  /// Of so many frames, the detail is that of a picture of their day.
  private static let mostSearched = 24

  private static func frames(_ source: FilmContent.Source, _ content: FilmContent, _ stage: Stage) -> [Frame] {
    let marked = content.marked.map(stage.composition)
    let plain = content.plain.map(stage.composition)
    return source.days.indices.map { index in
      Frame(
        day: source.days[index], diff: source.diffs[index], composition: marked.isEmpty ? plain[index] : marked[index],
        plain: plain.isEmpty ? nil : plain[index])
    }
  }

  /// The detail of a picture of each day: a frame shows what a picture of its day shows.
  ///
  /// The search begins at the step of the day before, from which few days differ. Each needs a layout or two, so that
  /// of a film with many frames only some are searched for, and the others take the step of the last one before.
  private static func details(
    of source: FilmContent.Source, _ detailed: (Detail) -> ContentOptions, _ style: Style, _ paper: Paper
  ) async throws(Graph.Failure) -> [Detail] {
    var steps: [Int] = []
    let stride = (source.days.count + Film.mostSearched - 1) / Film.mostSearched
    for index in source.days.indices {
      if index % stride != 0, let last = steps.last {
        steps.append(last)
        continue
      }
      func fits(_ step: Int) async throws(Graph.Failure) -> Bool {
        let content = source.picture(on: index, detailed(Detail.ladder[step]))
        let draft = try await Draft(content, style: style, on: paper)
        if let fits = draft.fits { return fits }
        return try await draft.composition().fits
      }
      let last = Detail.ladder.count - 1
      var step = steps.last ?? 0
      if try await fits(step) {
        while step > 0, try await fits(step - 1) { step -= 1 }
      } else {
        while step < last {
          step += 1
          if try await fits(step) { break }
        }
      }
      steps.append(step)
    }
    return steps.map { Detail.ladder[$0] }
  }
}
