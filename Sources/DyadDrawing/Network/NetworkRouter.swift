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
    func ends(_ line: Line) -> (PlacedBlock, PlacedBlock)? {
      guard let to = line.to, let tail = boxes[.figure(line.from)], let head = boxes[.figure(to)] else { return nil }
      return (tail, head)
    }
    func isBlocked(_ tail: PlacedBlock, _ head: PlacedBlock) -> Bool {
      page.blocks.contains { other in
        other.block.key != tail.block.key && other.block.key != head.block.key
          && Refinement.passes(tail.center, head.center, other.center, other.size, NetworkRouter.clearance)
      }
    }
    let blocked = all.filter { line in ends(line).map(isBlocked) ?? false }
    let routed = try await NetworkRouter.routed(blocked, page)
    for line in all {
      guard let (tail, head) = ends(line) else { continue }
      var placed =
        routed[line.id].map { PlacedLine(line, points: $0) }
        ?? PlacedLine(
          line, from: NetworkRouter.border(tail, toward: head), to: NetworkRouter.border(head, toward: tail))
      placed.pattern = LinePattern(
        line, length: Path.length(of: placed.points), width: LinePattern.width(line))
      lines.append(placed)
    }
  }

  private static func routed(_ lines: [Line], _ page: Page) async throws(Graph.Failure) -> [Line.ID: [Point]] {
    guard !lines.isEmpty else { return [:] }
    var graph = Graph("network")
    graph.attributes = ["splines": "true", "esep": "+2", "sep": "+3"]
    graph.nodes = page.blocks.map { placed in
      Node(
        placed.name,
        [
          "shape": placed.isHexagon ? "hexagon" : "box", "label": "", "fixedsize": "true",
          "width": .raw(inches(placed.size.width)),
          "height": .raw(inches(placed.size.height)),
        ])
    }
    graph.edges = lines.compactMap { line in
      line.to.map { to in
        Edge(BlockKey.figure(line.from).id, BlockKey.figure(to).id, key: line.subject.id, ["arrowhead": "none"])
      }
    }
    let centers = Dictionary(
      page.blocks.map { ($0.name, Point(x: $0.center.x, y: -$0.center.y)) }, uniquingKeysWith: { one, _ in one })
    let layout = try await graph.routed(around: centers, warnings: Composition.warnings)
    var found: [Line.ID: [Point]] = [:]
    for (line, id) in zip(lines, graph.edgeIDs) {
      found[line.id] = layout.edges[id]?.curves.first?.points.map {
        Point(x: min(max($0.x, Page.margin), page.size.width - Page.margin), y: -$0.y)
      }
    }
    return found
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
  fileprivate var isHexagon: Bool { block.attributes["shape"] == "hexagon" }
}
