/// A point of a drawing, in points of 1/72 inch; y counts up, as Graphviz counts it.
///
///     Point(x: 72, y: 36)
public struct Point: Hashable, Sendable, Codable {
  public var x: Double
  public var y: Double
  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
}

/// A rectangle, by its lower left and upper right corners.
///
///     Box(centre: Point(x: 50, y: 20), width: 100, height: 40).maxX     // 100
public struct Box: Hashable, Sendable, Codable {
  public var low: Point
  public var high: Point

  public init(_ low: Point, _ high: Point) { (self.low, self.high) = (low, high) }

  public init(centre: Point, width: Double, height: Double) {
    low = Point(x: centre.x - width / 2, y: centre.y - height / 2)
    high = Point(x: centre.x + width / 2, y: centre.y + height / 2)
  }

  public var width: Double { high.x - low.x }
  public var height: Double { high.y - low.y }
  public var centre: Point { Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2) }
}

/// A piece of an edge: a start and cubic curves of three points each, with the tips of its arrows.
///
///     Spline([start, control, control, end])
public struct Spline: Hashable, Sendable, Codable {
  public var points: [Point]
  public var arrowAtStart: Point?
  public var arrowAtEnd: Point?

  public init(_ points: [Point], arrowAtStart: Point? = nil, arrowAtEnd: Point? = nil) {
    (self.points, self.arrowAtStart, self.arrowAtEnd) = (points, arrowAtStart, arrowAtEnd)
  }
}

/// Where an edge runs, and where its labels stand.
///
///     layout.edges[Edge.ID("a", "b")]?.splines.first?.points
public struct EdgePath: Hashable, Sendable, Codable {
  public var splines: [Spline]
  public var label: Point?
  public var xlabel: Point?
  public var headLabel: Point?
  public var tailLabel: Point?

  public init(
    _ splines: [Spline], label: Point? = nil, xlabel: Point? = nil, headLabel: Point? = nil, tailLabel: Point? = nil
  ) {
    (self.splines, self.label, self.xlabel) = (splines, label, xlabel)
    (self.headLabel, self.tailLabel) = (headLabel, tailLabel)
  }
}

/// The box of a cluster and the place of its label.
///
///     layout.clusters["cluster_east"]?.box
public struct ClusterBox: Hashable, Sendable, Codable {
  public var box: Box
  public var label: Point?
  public init(_ box: Box, label: Point? = nil) { (self.box, self.label) = (box, label) }
}

/// Where everything in a graph has its place.
///
///     let layout = try await graph.layout(with: .dot)
///     layout.nodes["a"]?.centre
public struct Layout: Hashable, Sendable, Codable {
  public var bounds: Box
  public var nodes: [String: Box]
  /// The places of labels beside nodes.
  public var nodeLabels: [String: Point]
  public var edges: [Edge.ID: EdgePath]
  public var clusters: [String: ClusterBox]
  public var label: Point?

  public init(
    bounds: Box, nodes: [String: Box] = [:], nodeLabels: [String: Point] = [:], edges: [Edge.ID: EdgePath] = [:],
    clusters: [String: ClusterBox] = [:], label: Point? = nil
  ) {
    (self.bounds, self.nodes, self.nodeLabels) = (bounds, nodes, nodeLabels)
    (self.edges, self.clusters, self.label) = (edges, clusters, label)
  }
}
