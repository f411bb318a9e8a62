internal import Graphviz

/// The values of a function on a grid, and its level curves.
struct Field {
  private let left: Double
  private let top: Double
  private let step: Double
  private let columns: Int
  private let rows: Int
  private var values: [Double]

  init(left: Double, top: Double, right: Double, bottom: Double, step: Double, _ value: (Point) -> Double) {
    (self.left, self.top, self.step) = (left, top, step)
    columns = Int(((right - left) / step).rounded(.up)) + 1
    rows = Int(((bottom - top) / step).rounded(.up)) + 1
    values = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let isBorder = row == 0 || column == 0 || row == rows - 1 || column == columns - 1
        let point = Point(x: left + Double(column) * step, y: top + Double(row) * step)
        values.append(isBorder ? -1 : value(point))
      }
    }
  }

  /// The outer level curves, closed and smooth: marching squares (Lorensen and Cline, 1987), then a spline.
  func curves(at level: Double) -> [[Point]] {
    loops(at: level).filter { $0.count > 6 && Field.turning($0) < 0 }.map(Field.smooth)
  }

  /// A crossing of the level on a side of a cell.
  private struct Side: Hashable {
    var column: Int
    var row: Int
    var isAcross: Bool
  }

  /// The polygons around what is above the level, with it on the left hand, as on paper.
  private func loops(at level: Double) -> [[Point]] {
    var next: [Side: Side] = [:]
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        func isIn(_ x: Int, _ y: Int) -> Bool { values[(row + y) * columns + column + x] > level }
        let corners = (isIn(0, 0) ? 1 : 0) + (isIn(1, 0) ? 2 : 0) + (isIn(1, 1) ? 4 : 0) + (isIn(0, 1) ? 8 : 0)
        let north = Side(column: column, row: row, isAcross: true)
        let south = Side(column: column, row: row + 1, isAcross: true)
        let west = Side(column: column, row: row, isAcross: false)
        let east = Side(column: column + 1, row: row, isAcross: false)
        switch corners {
        case 1: next[west] = north
        case 2: next[north] = east
        case 3: next[west] = east
        case 4: next[east] = south
        case 5: (next[west], next[east]) = (north, south)
        case 6: next[north] = south
        case 7: next[west] = south
        case 8: next[south] = west
        case 9: next[south] = north
        case 10: (next[north], next[south]) = (east, west)
        case 11: next[south] = east
        case 12: next[east] = west
        case 13: next[east] = north
        case 14: next[north] = west
        default: break
        }
      }
    }
    var loops: [[Point]] = []
    for start in next.keys.sorted(by: {
      ($0.row, $0.column, $0.isAcross ? 0 : 1) < ($1.row, $1.column, $1.isAcross ? 0 : 1)
    }) {
      var loop: [Point] = []
      var side = start
      while let following = next.removeValue(forKey: side) {
        loop.append(point(on: side, level))
        side = following
      }
      if !loop.isEmpty { loops.append(loop) }
    }
    return loops
  }

  private func point(on side: Side, _ level: Double) -> Point {
    let from = values[side.row * columns + side.column]
    let to = values[(side.row + (side.isAcross ? 0 : 1)) * columns + side.column + (side.isAcross ? 1 : 0)]
    let share = from == to ? 0.5 : (level - from) / (to - from)
    let (x, y) = (left + Double(side.column) * step, top + Double(side.row) * step)
    return side.isAcross ? Point(x: x + share * step, y: y) : Point(x: x, y: y + share * step)
  }

  /// Twice the area of a polygon; positive for a hole, around which the curve turns the other way.
  private static func turning(_ loop: [Point]) -> Double {
    loop.indices.map { index in
      let (a, b) = (loop[index], loop[(index + 1) % loop.count])
      return a.x * b.y - b.x * a.y
    }.reduce(0, +)
  }

  /// The closed Catmull–Rom spline through the means of neighbours, as cubic Bézier curves.
  private static func smooth(_ loop: [Point]) -> [Point] {
    let stride = 3
    let knots = Swift.stride(from: 0, to: loop.count, by: stride).map { start -> Point in
      let part = (start..<(start + stride)).map { loop[$0 % loop.count] }
      return Point(
        x: part.map(\.x).reduce(0, +) / Double(stride), y: part.map(\.y).reduce(0, +) / Double(stride))
    }
    let count = knots.count
    var points = [knots[0]]
    for index in 0..<count {
      let (before, from) = (knots[(index + count - 1) % count], knots[index])
      let (to, after) = (knots[(index + 1) % count], knots[(index + 2) % count])
      points += [
        Point(x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6),
        Point(x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6), to,
      ]
    }
    return points
  }
}
