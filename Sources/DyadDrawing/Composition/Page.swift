internal import Graphviz

/// A block with its place: the top left corner, counted down and right from that of the page, in points.
struct PlacedBlock {
  var block: Block
  var x: Double
  var y: Double
  var size: Size

  init(_ block: Block, x: Double, y: Double, _ size: Size) {
    (self.block, self.x, self.y, self.size) = (block, x, y, size)
  }

  var middle: Double { y + size.height / 2 }
  var bottom: Double { y + size.height }
}

/// A line with its path: a start and cubic curves, three points each.
struct PlacedLine {
  var line: Line
  var points: [Point]

  init(_ line: Line, points: [Point]) { (self.line, self.points) = (line, points) }
  init(_ line: Line, from: Point, to: Point) { self.init(line, points: [from] + Path.straight(from, to)) }

  var name: String { "\(line.from)-\(line.card)" }
}

/// The tinted ground that a state shares with those on its side.
struct PlacedPanel {
  var name: String
  var fill: String
  var outline: String
  var members: [String]
  var x: Double
  var y: Double
  var size: Size
  var bottom: Double { y + size.height }
}

/// Where everything stands on the page.
struct Page {
  static let width = 170 / 25.4 * 72
  static let margin = 3.0

  var blocks: [PlacedBlock] = []
  var lines: [PlacedLine] = []
  var panels: [PlacedPanel] = []
  var size = Size(width: Page.width, height: 0)

  mutating func shift(down: Double, right: Double = 0) {
    for index in blocks.indices {
      (blocks[index].x, blocks[index].y) = (blocks[index].x + right, blocks[index].y + down)
    }
    for index in panels.indices {
      (panels[index].x, panels[index].y) = (panels[index].x + right, panels[index].y + down)
    }
    for index in lines.indices {
      lines[index].points = lines[index].points.map { Point(x: $0.x + right, y: $0.y + down) }
    }
  }

  mutating func append(_ other: Page) {
    blocks += other.blocks
    lines += other.lines
    panels += other.panels
  }
}

/// Cubic curves as Graphviz takes them.
enum Path {
  static func straight(_ from: Point, _ to: Point) -> [Point] {
    [between(from, to, 1 / 3), between(from, to, 2 / 3), to]
  }

  /// Along to the corner and off at a right angle, rounded.
  static func elbow(_ from: Point, _ corner: Point, _ to: Point, radius: Double) -> [Point] {
    let before = toward(corner, from, radius)
    let after = toward(corner, to, radius)
    let bend = [between(before, corner, 0.55), between(after, corner, 0.55), after]
    return straight(from, before) + bend + straight(after, to)
  }

  private static func between(_ from: Point, _ to: Point, _ share: Double) -> Point {
    Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
  }

  private static func toward(_ from: Point, _ to: Point, _ distance: Double) -> Point {
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    return length == 0 ? from : between(from, to, min(1, distance / length))
  }
}
