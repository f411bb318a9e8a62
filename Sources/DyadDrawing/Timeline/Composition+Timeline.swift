internal import DyadCore
public import Graphviz

extension Composition {
  /// A timeline on a paper, told with as many of its events as fit, the strongest first.
  ///
  ///     let window = Day(2021, 7, 1)!...Day(2025, 6, 30)!
  ///     let timeline = Timeline(graph, between: "pakistan", "afghanistan", in: window)
  ///     let svg = try await Composition(timeline).picture(as: .svg)
  public init(_ timeline: Timeline, on paper: Paper = .page) async throws(Graph.Failure) {
    let draft = try await TimelineDraft.fitting(timeline, on: paper)
    let limit = paper.isExact ? TimelineDraft.limit(of: paper) : nil
    let page = draft.framing.framed(draft.page(isFilling: paper.isExact), exactly: limit)
    self.init(draft.content.drawing, painted: draft.painted.drawing, at: page, on: paper)
  }
}

extension Timeline {
  /// The timeline with the measure that fits the paper: everything; or else rolled up, and no more rows than there is room for.
  public func fitting(_ paper: Paper) async throws(Graph.Failure) -> Timeline {
    try await TimelineDraft.fitting(self, on: paper).content.timeline
  }
}

/// A timeline with so many rows, set in type and measured.
struct TimelineDraft {
  let content: TimelineContent
  /// The same in the colours that it is painted with.
  let painted: TimelineContent
  let framing: Framing
  private let sheet: TimelineSheet
  private let sizes: [String: Size]
  private let room: Double

  private init(_ timeline: Timeline, on paper: Paper) async throws(Graph.Failure) {
    let width = TimelineDraft.width(of: paper)
    content = TimelineContent(timeline)
    painted = content.told
    framing = try await Framing(painted.drawing, width: width)
    let ruler = try await Ruler(measuring: TimelineSheet.runs(painted))
    sheet = TimelineSheet(painted, framing.ruler.merged(with: ruler), width: width)
    sizes = try await framing.measured(sheet.rows)
    room = TimelineDraft.limit(of: paper) - framing.height
  }

  /// It is set no narrower than that, and made smaller.
  private static func width(of paper: Paper) -> Double { max(paper.width.points, 170) }

  static func limit(of paper: Paper) -> Double {
    paper.height.limit.points * width(of: paper) / paper.width.points
  }

  static func fitting(_ timeline: Timeline, on paper: Paper) async throws(Graph.Failure) -> TimelineDraft {
    guard timeline.measure == nil else { return try await TimelineDraft(timeline, on: paper) }
    func draft(_ measure: Timeline.Measure) async throws(Graph.Failure) -> TimelineDraft {
      var measured = timeline
      measured.measure = measure
      return try await TimelineDraft(measured, on: paper)
    }
    var measure = timeline.everything
    measure.thirds = min(measure.thirds, TimelineColumns.lanes(width: width(of: paper)) - 2)
    let whole = try await draft(measure)
    if whole.fits { return whole }
    measure.isRolledUp = true
    let rolled = try await draft(measure)
    if rolled.fits { return rolled }
    // The most rows that fit lie from the one up to the other.
    var (least, most) = (0, measure.rows)
    measure.rows = 0
    var best = try await draft(measure)
    while most - least > 1 {
      measure.rows = (least + most) / 2
      let next = try await draft(measure)
      if next.fits { (best, least) = (next, measure.rows) } else { most = measure.rows }
    }
    return best
  }

  /// Whether its rows stand below one another within the room.
  var fits: Bool { sheet.leastHeight(sizes) <= room }

  func page(isFilling: Bool) -> Page { sheet.page(sizes, room: room, isFilling: isFilling) }
}
