internal import Graphviz
internal import DyadContent

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
  var center: Point { Point(x: x + size.width / 2, y: middle) }
}

/// A line with its path: a start and cubic curves, three points each.
struct PlacedLine {
  var line: Line
  var points: [Point]
  /// What the names of its ends have at their end, where several pictures stand on the page.
  var suffix = ""

  init(_ line: Line, points: [Point]) { (self.line, self.points) = (line, points) }
  init(_ line: Line, from: Point, to: Point) { self.init(line, points: [from] + Path.straight(from, to)) }

  var name: String { "\(line.from)-\(line.card)\(suffix)" }
}

/// A line that joins nothing, in a look of its own: an axis, a hairline, a curve.
struct Stroke {
  var name: String
  /// Each a start and cubic curves, three points each.
  var curves: [[Point]]
  var attributes: Attributes
  /// Whether it is painted over the blocks and not below them.
  var isAbove = false
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
  var middle: Double { y + size.height / 2 }
  var bottom: Double { y + size.height }

  /// Where its lower border runs at that place, with its round corners.
  func border(below place: Double) -> Double {
    let radius = 14.0
    let inset = max(0, radius - min(place - x, x + size.width - place))
    return bottom - radius + (radius * radius - min(inset, radius) * min(inset, radius)).squareRoot()
  }
}

/// Where everything stands on the page.
struct Page {
  static let margin = 3.0

  var blocks: [PlacedBlock] = []
  var lines: [PlacedLine] = []
  var strokes: [Stroke] = []
  /// Lines are thin, however few there are.
  var hasFineLines = false
  var panels: [PlacedPanel] = []
  /// Blocks and panels that stand and move together, each led by its first.
  var groups: [[String]] = []
  var size: Size

  init(width: Double) { size = Size(width: width, height: 0) }

  var top: Double { (blocks.map(\.y) + panels.map(\.y) + lines.flatMap { $0.points.map(\.y) }).min() ?? 0 }
  var bottom: Double { (blocks.map(\.bottom) + panels.map(\.bottom)).max() ?? 0 }

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
    for index in strokes.indices {
      strokes[index].curves = strokes[index].curves.map { $0.map { Point(x: $0.x + right, y: $0.y + down) } }
    }
  }

  mutating func append(_ other: Page) {
    blocks += other.blocks
    lines += other.lines
    strokes += other.strokes
    panels += other.panels
    groups += other.groups
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

  /// From one side to another, level at both ends.
  static func level(_ from: Point, _ to: Point) -> [Point] {
    let middle = (from.x + to.x) / 2
    return [Point(x: middle, y: from.y), Point(x: middle, y: to.y), to]
  }

  /// The point at that share of a path of cubic curves, each counted alike.
  static func point(at share: Double, of points: [Point]) -> Point {
    let curves = (points.count - 1) / 3
    guard curves > 0 else { return points[0] }
    let place = min(share * Double(curves), Double(curves) - 1e-9)
    let first = Int(place) * 3
    let t = place - Double(Int(place))
    func bezier(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
      let u = 1 - t
      return a * u * u * u + 3 * b * u * u * t + 3 * c * u * t * t + d * t * t * t
    }
    let (a, b, c, d) = (points[first], points[first + 1], points[first + 2], points[first + 3])
    return Point(x: bezier(a.x, b.x, c.x, d.x), y: bezier(a.y, b.y, c.y, d.y))
  }

  private static func between(_ from: Point, _ to: Point, _ share: Double) -> Point {
    Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
  }

  private static func toward(_ from: Point, _ to: Point, _ distance: Double) -> Point {
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    return length == 0 ? from : between(from, to, min(1, distance / length))
  }
}
