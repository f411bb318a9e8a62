/// Where everything is: the result of a layout, and what a picture is painted at.
///
/// Lengths are points, 72 to an inch; **y points up**, as in Graphviz. A layout may hold more than the graph that
/// is painted at it, so one layout of everything serves a row of pictures in which nothing moves.
///
/// ```swift
/// let layout = try await stage.layout(with: .dot)
/// let before = try await stage.picture(at: layout, as: .svg)
/// ```
public struct Layout: Sendable, Hashable {
  /// The page, without the graph's `pad` and `margin`.
  public var bounds: Box
  /// The centre of the graph's own label.
  public var label: Point?
  public var nodes: [String: NodeBox]
  public var edges: [EdgeID: EdgePath]
  public var clusters: [String: ClusterBox]

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

/// Where a node is, and how large it was laid out.
///
/// A picture takes only the places from here: how large a node is drawn is said by the graph (`label`, `width`,
/// `height`, `fixedsize`).
///
/// ```swift
/// NodeBox(center: Point(x: 27, y: 18), width: 54, height: 36)
/// ```
public struct NodeBox: Sendable, Hashable, Codable {
  public var center: Point
  public var width: Double
  public var height: Double
  /// The centre of the label beside the node.
  public var xlabel: Point?

  public init(center: Point, width: Double, height: Double, xlabel: Point? = nil) {
    self.center = center
    self.width = width
    self.height = height
    self.xlabel = xlabel
  }

  public var box: Box {
    Box(
      minX: center.x - width / 2, minY: center.y - height / 2,
      maxX: center.x + width / 2, maxY: center.y + height / 2)
  }
}

/// The box of a cluster.
///
/// ```swift
/// ClusterBox(box: Box(minX: 8, minY: 8, maxX: 78, maxY: 83), label: Point(x: 43, y: 71))
/// ```
public struct ClusterBox: Sendable, Hashable, Codable {
  public var box: Box
  /// The centre of its label.
  public var label: Point?

  public init(box: Box, label: Point? = nil) {
    self.box = box
    self.label = label
  }
}
