package import DyadContent
internal import DyadCore
package import Graphviz

/// A block with its position: its top left corner, in points right and down from that of the page.
package struct PlacedBlock {
  package var block: Block
  package var x: Double
  package var y: Double
  package var size: Size
  /// The frame of a film sheet that it belongs to.
  var frame: Int?

  package init(_ block: Block, x: Double, y: Double, _ size: Size) {
    (self.block, self.x, self.y, self.size) = (block, x, y, size)
  }

  var middle: Double { y + size.height / 2 }
  package var bottom: Double { y + size.height }
  package var center: Point { Point(x: x + size.width / 2, y: middle) }
  package var name: String { block.key.id(inFrame: frame) }
}

/// A line with its path: a start and cubic curves, three points each.
package struct PlacedLine {
  package var line: Line
  package var points: [Point]
  /// The frame of a film sheet that it belongs to.
  package var frame: Int?
  /// Its index in the legend, if it is a sample there.
  package var swatch: Int?
  /// Its strokes and gaps; `nil` for those of its style, whatever its length.
  package var pattern: LinePattern?

  package init(_ line: Line, points: [Point]) { (self.line, self.points) = (line, points) }
  init(_ line: Line, from: Point, to: Point) { self.init(line, points: [from] + Path.straight(from, to)) }
}

/// A filled area behind everything, within closed curves.
package struct PlacedArea {
  /// The bloc that it is behind; `nil` for the grid of a matrix.
  package var bloc: Bloc?
  /// Each is a start and cubic curves, three points each, back to the start.
  package var curves: [[Point]]
  package var fill: String
  var outline: String
  var lineWidth = 0.8
}

/// A line that connects no parties: an axis, a hairline, a curve.
struct Stroke {
  var key: TimelineKey
  /// Each is a start and cubic curves, three points each.
  var curves: [[Point]]
  var attributes: Attributes
  /// Whether it is painted over the blocks and not below them.
  var isAbove = false
}

/// The tinted ground behind a party and the members of its side.
package struct PlacedPanel {
  var side: Figure.Side
  var fill: String
  var outline: String
  var members: [BlockKey]
  package var x: Double
  var y: Double
  package var size: Size
  /// The frame of a film sheet that it belongs to.
  var frame: Int?

  var key: BlockKey { .panel(side) }
  var middle: Double { y + size.height / 2 }
  var bottom: Double { y + size.height }

  /// The y of its lower border at an x, which is above the bottom at the rounded corners.
  func border(below place: Double) -> Double {
    let radius = 14.0
    let inset = max(0, radius - min(place - x, x + size.width - place))
    return bottom - radius + (radius * radius - min(inset, radius) * min(inset, radius)).squareRoot()
  }
}

/// The positions of all parts of a page.
package struct Page {
  static let margin = 3.0

  package var blocks: [PlacedBlock] = []
  package var lines: [PlacedLine] = []
  var strokes: [Stroke] = []
  /// Whether lines are thin regardless of their number.
  var hasFineLines = false
  /// The widths of the weakest and the strongest lines, where they are not those of all pictures.
  var lineWidths: ClosedRange<Double>?
  package var areas: [PlacedArea] = []
  /// The size of the smallest type on it.
  var smallestFace = Face.small.size
  package var panels: [PlacedPanel] = []
  /// Blocks and panels that move together, each positioned by its first.
  var groups: [[BlockKey]] = []
  package var size: Size

  package init(width: Double) { size = Size(width: width, height: 0) }

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
    for index in areas.indices {
      areas[index].curves = areas[index].curves.map { $0.map { Point(x: $0.x + right, y: $0.y + down) } }
    }
    for index in strokes.indices {
      strokes[index].curves = strokes[index].curves.map { $0.map { Point(x: $0.x + right, y: $0.y + down) } }
    }
  }

  /// The block with that key.
  package func block(_ key: BlockKey) -> PlacedBlock? { blocks.first { $0.block.key == key } }

  mutating func append(_ other: Page) {
    blocks += other.blocks
    lines += other.lines
    strokes += other.strokes
    areas += other.areas
    panels += other.panels
    groups += other.groups
  }
}

/// Cubic Bézier curves in the form of Graphviz.
package enum Path {
  package static func straight(_ from: Point, _ to: Point) -> [Point] {
    [between(from, to, 1 / 3), between(from, to, 2 / 3), to]
  }

  /// A path around a rounded right angle.
  static func elbow(_ from: Point, _ corner: Point, _ to: Point, radius: Double) -> [Point] {
    let before = toward(corner, from, radius)
    let after = toward(corner, to, radius)
    let bend = [between(before, corner, 0.55), between(after, corner, 0.55), after]
    return straight(from, before) + bend + straight(after, to)
  }

  /// A curve that is horizontal at both ends.
  static func level(_ from: Point, _ to: Point) -> [Point] {
    let middle = (from.x + to.x) / 2
    return [Point(x: middle, y: from.y), Point(x: middle, y: to.y), to]
  }

  /// The point at a share from 0 to 1 of a path; each curve counts the same.
  package static func point(at share: Double, of points: [Point]) -> Point {
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
