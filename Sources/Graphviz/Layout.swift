/// The positions of a graph: the result of a layout, and the input of a picture.
///
/// Lengths are points, 72 per inch; **y points up**, as in Graphviz. A layout may contain more than the graph that is
/// rendered at it: one layout of all nodes and edges serves a series of pictures with fixed positions.
///
///     let stage = Graph("stage", edges: [Edge("a", "b"), Edge("b", "c")])
///     let layout = try await stage.layout(with: .dot)
///     let before = try await Graph("before", edges: [Edge("a", "b")]).picture(at: layout, as: .svg)
public struct Layout: Sendable, Hashable {
  /// The page, without the `pad` and `margin` of the graph.
  public var bounds: Box
  /// The center of the label of the graph.
  public var label: Point?
  /// The nodes by name.
  public var nodes: [String: NodeBox]
  /// The edges by identity.
  public var edges: [EdgeID: EdgePath]
  /// The clusters by name.
  public var clusters: [String: ClusterBox]

  /// Creates a layout from positions.
  public init(
    bounds: Box, label: Point? = nil, nodes: [String: NodeBox] = [:], edges: [EdgeID: EdgePath] = [:],
    clusters: [String: ClusterBox] = [:]
  ) {
    self.bounds = bounds
    self.label = label
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }
}

/// The position of a node, and the size with which it was laid out.
///
/// A picture uses only the positions. The graph determines the size of a node (`label`, `width`, `height`,
/// `fixedsize`).
///
///     let node = NodeBox(center: Point(x: 27, y: 18), width: 54, height: 36)
///     print(node.box.maxX)  // 54.0
public struct NodeBox: Sendable, Hashable, Codable {
  /// The center, in points.
  public var center: Point
  /// The width, in points.
  public var width: Double
  /// The height, in points.
  public var height: Double
  /// The center of the external label.
  public var xlabel: Point?

  /// Creates the position of a node; lengths are points.
  public init(center: Point, width: Double, height: Double, xlabel: Point? = nil) {
    self.center = center
    self.width = width
    self.height = height
    self.xlabel = xlabel
  }

  /// The bounding box.
  public var box: Box {
    Box(
      minX: center.x - width / 2, minY: center.y - height / 2,
      maxX: center.x + width / 2, maxY: center.y + height / 2)
  }
}

/// The box of a cluster.
///
///     let cluster = ClusterBox(box: Box(minX: 8, minY: 8, maxX: 78, maxY: 83), label: Point(x: 43, y: 71))
public struct ClusterBox: Sendable, Hashable, Codable {
  /// The box, in points.
  public var box: Box
  /// The center of the label.
  public var label: Point?

  /// Creates the box of a cluster.
  public init(box: Box, label: Point? = nil) {
    self.box = box
    self.label = label
  }
}
