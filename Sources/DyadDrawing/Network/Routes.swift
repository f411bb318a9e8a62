internal import Graphviz

/// A line that is to pass around boxes.
struct Route: Hashable, Sendable {
  /// A box that it does not pass through.
  struct Obstacle: Hashable, Sendable {
    var center: Point
    var size: Size
    var isHexagon: Bool
  }

  /// All boxes, those at its ends among them.
  private let obstacles: [Obstacle]
  private let tail: Int
  private let head: Int

  /// - Parameter blocks: the boxes, those at its ends among them.
  init(from tail: PlacedBlock, to head: PlacedBlock, around blocks: [PlacedBlock]) {
    obstacles = blocks.map { Obstacle(center: $0.center, size: $0.size, isHexagon: $0.isHexagon) }
    self.tail = blocks.firstIndex { $0.block.key == tail.block.key } ?? 0
    self.head = blocks.firstIndex { $0.block.key == head.block.key } ?? 0
  }

  /// The line as Graphviz routes it; `nil` if it finds no way.
  fileprivate func routed() async throws(Graph.Failure) -> [Point]? {
    var graph = Graph("route")
    graph.attributes = ["splines": "true", "esep": .raw("+\(Route.distance)")]
    graph.nodes = obstacles.enumerated().map { index, box in
      Node(
        String(index),
        [
          "shape": box.isHexagon ? "hexagon" : "box", "label": "", "fixedsize": "true",
          "width": .raw(inches(box.size.width)), "height": .raw(inches(box.size.height)),
        ])
    }
    graph.edges = [Edge(String(tail), String(head), ["arrowhead": "none"])]
    let centers = Dictionary(
      uniqueKeysWithValues: obstacles.enumerated().map { (String($0), Point(x: $1.center.x, y: -$1.center.y)) })
    let layout = try await graph.routed(around: centers, warnings: Composition.warnings)
    return layout.edges.values.first?.curves.first?.points.map { Point(x: $0.x, y: -$0.y) }
  }

  /// The distance from boxes, in points: less than half of what is least between two, for boxes that touch with it have
  /// straight lines.
  private static let distance = 1.5
}

/// The routes found in this process: in the frames of a film, most lines pass the same boxes.
actor Routes {
  static let shared = Routes()

  private var known: [Route: [Point]?] = [:]

  /// A long-lived process forgets them when it has so many.
  private static let most = 10_000

  func points(of route: Route) async throws(Graph.Failure) -> [Point]? {
    if let points = known[route] { return points }
    let points = try await route.routed()
    if known.count >= Routes.most { known = [:] }
    known[route] = points
    return points
  }
}
