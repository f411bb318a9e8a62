internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The paths of the lines of a network: straight where nothing is in the way, otherwise around the figures, as Graphviz
/// routes them.
struct NetworkRouter {
  private(set) var lines: [PlacedLine] = []

  /// Closer to a figure than this, a line does not pass it.
  private static let clearance = 1.5

  init(_ all: [Line], _ page: Page) async throws(Graph.Failure) {
    let boxes = Dictionary(page.blocks.map { ($0.block.key, $0) }, uniquingKeysWith: { one, _ in one })
    for line in all {
      guard let to = line.to, let tail = boxes[.figure(line.from)], let head = boxes[.figure(to)] else { continue }
      var placed =
        try await NetworkRouter.route(tail, head, page).map { PlacedLine(line, points: $0) }
        ?? PlacedLine(
          line, from: NetworkRouter.border(tail, toward: head), to: NetworkRouter.border(head, toward: tail))
      placed.pattern = LinePattern(
        line, length: Path.length(of: placed.points), width: LinePattern.width(line))
      lines.append(placed)
    }
  }

  /// The path around the figures in the way; `nil` if there are none, or Graphviz finds no path.
  ///
  /// Around few boxes Graphviz finds a path sooner: those in the way of the straight line, then those in the way of the
  /// path around these, and so on. No path around all boxes is shorter.
  private static func route(
    _ tail: PlacedBlock, _ head: PlacedBlock, _ page: Page
  ) async throws(Graph.Failure) -> [Point]? {
    var path: [Point]?
    var course = [tail.center, head.center]
    var isObstacle = page.blocks.map { $0.block.key == tail.block.key || $0.block.key == head.block.key }
    while true {
      let blocking = page.blocks.indices.filter { !isObstacle[$0] && passes(course, page.blocks[$0]) }
      guard !blocking.isEmpty else { return path }
      for index in blocking { isObstacle[index] = true }
      let route = Route(from: tail, to: head, around: zip(page.blocks, isObstacle).filter(\.1).map(\.0))
      guard let found = try await Routes.shared.points(of: route) else { return nil }
      let points = found.map { Point(x: min(max($0.x, Page.margin), page.size.width - Page.margin), y: $0.y) }
      (path, course) = (points, MeasuredPath(points).points)
    }
  }

  /// Whether a line through these points passes through a box or too close to it.
  private static func passes(_ course: [Point], _ box: PlacedBlock) -> Bool {
    zip(course, course.dropFirst()).contains { Refinement.passes($0, $1, box.center, box.size, clearance) }
  }

  /// Where the straight line between two boxes leaves the first.
  private static func border(_ box: PlacedBlock, toward other: PlacedBlock) -> Point {
    let (x, y) = (other.center.x - box.center.x, other.center.y - box.center.y)
    let (width, height) = (box.size.width, box.size.height)
    let above = y == 0 ? .infinity : height / 2 / abs(y)
    // The sides of a hexagon slant from the middle of its height to a quarter of its width.
    let slant = 2 * abs(x) / width + abs(y) / height
    let aside = box.isHexagon ? (slant > 0 ? 1 / slant : .infinity) : x == 0 ? .infinity : width / 2 / abs(x)
    let share = min(aside, above, 0.5)
    return Point(x: box.center.x + x * share, y: box.center.y + y * share)
  }
}

extension PlacedBlock {
  var isHexagon: Bool { block.attributes["shape"] == "hexagon" }
}
