/// The curves of an edge, and the centers of its labels, in points, y up.
///
///     let path = EdgePath.line(from: Point(x: 27, y: 72), to: Point(x: 27, y: 36), arrowAtEnd: true)
public struct EdgePath: Sendable, Hashable, Codable {
  /// The curves; an edge without curves is not drawn.
  public var curves: [Curve]
  /// The center of the label.
  public var label: Point?
  /// The center of the external label.
  public var xlabel: Point?
  /// The center of the label at the head.
  public var headLabel: Point?
  /// The center of the label at the tail.
  public var tailLabel: Point?

  /// Creates a path from curves and the centers of labels.
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

  /// A straight line.
  ///
  /// - Parameters:
  ///   - start: where the line starts.
  ///   - end: where the line, or the tip of its arrow, ends.
  ///   - arrowAtEnd: whether the line has an arrow.
  ///   - arrowLength: the length of the arrow, in points.
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

/// Connected cubic Bézier curves: the first point, then three points for each curve.
///
/// A curve with an arrow ends at the base of the arrow; the tip is a separate point. The graph decides whether and how
/// arrows are drawn (`dir`, `arrowhead`, `arrowtail`), so it must agree with the layout.
///
///     let line = Curve(points: [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 20, y: 0), Point(x: 30, y: 0)])
public struct Curve: Sendable, Hashable, Codable {
  /// The points, 4, 7, 10 … of them.
  public var points: [Point]
  /// The tip of the arrow at the first point.
  public var arrowAtStart: Point?
  /// The tip of the arrow at the last point.
  public var arrowAtEnd: Point?

  /// Creates curves from their points and the tips of their arrows.
  public init(points: [Point], arrowAtStart: Point? = nil, arrowAtEnd: Point? = nil) {
    self.points = points
    self.arrowAtStart = arrowAtStart
    self.arrowAtEnd = arrowAtEnd
  }
}
