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
    try await self.init(source, options: options, style: style, paper: paper, hidingAbsent: hidingAbsent)
  }

  /// A film whose frames fit the paper.
  init(
    _ source: FilmContent.Source, options: ContentOptions, style: Style, paper: Paper, hidingAbsent: Bool
  ) async throws(Graph.Failure) {
    func detailed(_ detail: Detail) -> ContentOptions { options.with(detail) }
    guard paper.isExact else {
      let details = try await Film.details(of: source, detailed, style, paper)
      let content = FilmContent(
        source, options: detailed(details.max { $0.events < $1.events } ?? .full), details: details)
      // Each frame fits the paper; all of them together may need more of it.
      let roll = Paper(width: paper.width, height: .upTo(Film.roll))
      self.init(
        content, options, style,
        at: try await Stage(
          content.union, style, for: content.marked + content.plain, on: roll,
          width: Draft.width(content.union, for: paper), hidingAbsent: hidingAbsent))
      return
    }
    // Detail that does not fit one picture of everything does not fit the stage.
    let everything = try await Composition.fitting(paper, style: style) { source.union(detailed($0)) }
    let details = Detail.ladder.drop { $0 != everything.content.options.detail }
    let made = try await Candidates(stepwise: Array(details)).best { (detail) async throws(Graph.Failure) -> Made? in
      try await Made(source, detailed(detail), style, paper, isColumn: false, hidingAbsent: hidingAbsent)
    } fits: {
      $0.stage.height <= paper.height.limit.points
    }
    self.init(made.content, options, style, at: made.stage)
  }

  /// A film for a page of a sheet, in a column of some width, without the titles and feet of its frames; `nil` if its
  /// frames are higher than the limit whatever is left out of them.
  ///
  /// - Parameters:
  ///   - details: the steps that are tried, from the most detail to the least; each fits if one with more does.
  ///   - limit: the height of a frame.
  static func fitting(
    _ source: FilmContent.Source, options: ContentOptions, style: Style, width: Double, details: [Detail], limit: Double
  ) async throws(Graph.Failure) -> Film? {
    let column = Paper(width: Length(points: width), height: .upTo(Length(points: limit)))
    let made = try await Candidates(stepwise: [], bisected: details).best {
      (detail) async throws(Graph.Failure) -> Made? in
      try await Made(source, options.with(detail), style, column, isColumn: true, hidingAbsent: false)
    } fits: {
      $0.stage.bodyHeight <= limit
    }
    return made.stage.bodyHeight <= limit ? Film(made.content, options, style, at: made.stage) : nil
  }

  /// What the frames show with some amount of detail, and their layout.
  private struct Made {
    let content: FilmContent
    let stage: Stage

    /// - Parameter isColumn: whether it is a column of a page, whose type is not that of a screen.
    init(
      _ source: FilmContent.Source, _ options: ContentOptions, _ style: Style, _ paper: Paper, isColumn: Bool,
      hidingAbsent: Bool
    ) async throws(Graph.Failure) {
      content = FilmContent(source, options: options)
      stage = try await Stage(
        content.union, style, for: content.marked + content.plain, on: paper,
        width: isColumn
          ? max(paper.width.points, Composition.leastWidth) : Draft.width(content.union, for: paper),
        hidingAbsent: hidingAbsent)
    }
  }

  private init(_ content: FilmContent, _ options: ContentOptions, _ style: Style, at stage: Stage) {
    (self.content, self.stage, self.options, self.style) = (content, stage, options, style)
    (view, title) = (content.source.view, content.union.title)
    frames = Film.frames(content.source, content, stage)
  }

  /// The same frames on another paper; they show the same, whether it fits or not.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  public func arranged(on paper: Paper) async throws(Graph.Failure) -> Film {
    Film(
      content, options, style,
      at: try await Stage(
        content.union, style, for: content.marked + content.plain, on: paper,
        width: Draft.width(content.union, for: paper), hidingAbsent: stage.hidesAbsent))
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
