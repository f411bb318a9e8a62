/// How an edge runs, and where its labels stand (their centres).
///
/// ```swift
/// EdgePath.line(from: Point(x: 27, y: 72), to: Point(x: 27, y: 36), arrowAtEnd: true)
/// ```
public struct EdgePath: Sendable, Hashable, Codable {
  /// The curves; none if the edge is not to be drawn.
  public var curves: [Curve]
  public var label: Point?
  public var xlabel: Point?
  public var headLabel: Point?
  public var tailLabel: Point?

  public init(
    curves: [Curve], label: Point? = nil, xlabel: Point? = nil, headLabel: Point? = nil,
    tailLabel: Point? = nil
  ) {
    self.curves = curves
    self.label = label
    self.xlabel = xlabel
    self.headLabel = headLabel
    self.tailLabel = tailLabel
  }

  /// A straight line, whose arrow ends at `to`.
  public static func line(
    from start: Point, to end: Point, arrowAtEnd: Bool = false, arrowLength: Double = 10
  ) -> EdgePath {
    let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
    let part = arrowAtEnd && length > 0 ? max(0, 1 - arrowLength / length) : 1
    let points = [0, 1.0 / 3, 2.0 / 3, 1].map { fraction in
      Point(
        x: start.x + (end.x - start.x) * part * fraction, y: start.y + (end.y - start.y) * part * fraction)
    }
    return EdgePath(curves: [Curve(points: points, arrowAtEnd: arrowAtEnd ? end : nil)])
  }
}

/// Bézier curves that continue each other: a start, then three points for each.
///
/// Where there is an arrow, the line ends at its foot and the tip is said apart. The arrows themselves are drawn
/// as the graph says (`dir`, `arrowhead`, `arrowtail`), so let layout and graph agree.
///
/// ```swift
/// Curve(points: [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 20, y: 0), Point(x: 30, y: 0)])
/// ```
public struct Curve: Sendable, Hashable, Codable {
  public var points: [Point]
  public var arrowAtStart: Point?
  public var arrowAtEnd: Point?

  public init(points: [Point], arrowAtStart: Point? = nil, arrowAtEnd: Point? = nil) {
    self.points = points
    self.arrowAtStart = arrowAtStart
    self.arrowAtEnd = arrowAtEnd
  }
}
