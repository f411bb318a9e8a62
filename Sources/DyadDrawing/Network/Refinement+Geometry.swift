internal import Foundation
package import Graphviz

/// Lines and boxes in a plane.
extension Refinement {
  package static func length(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    guard min(a.x, b.x) < max(c.x, d.x), min(c.x, d.x) < max(a.x, b.x), min(a.y, b.y) < max(c.y, d.y),
      min(c.y, d.y) < max(a.y, b.y)
    else { return false }
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0)
  }

  /// Whether a straight line passes through a box or closer to it than the distance.
  static func passes(_ a: Point, _ b: Point, _ center: Point, _ size: Size, _ distance: Double) -> Bool {
    let (halfWidth, halfHeight) = (size.width / 2 + distance, size.height / 2 + distance)
    guard min(a.x, b.x) < center.x + halfWidth, max(a.x, b.x) > center.x - halfWidth,
      min(a.y, b.y) < center.y + halfHeight, max(a.y, b.y) > center.y - halfHeight
    else { return false }
    // All corners on one side of the line: it misses the box.
    let (x, y) = (b.x - a.x, b.y - a.y)
    let middle = x * (center.y - a.y) - y * (center.x - a.x)
    return abs(middle) < abs(x) * halfHeight + abs(y) * halfWidth
  }

  /// The length of a line between the borders of two boxes.
  package static func visible(_ a: Point, _ b: Point, _ one: Size, _ other: Size) -> Double {
    let (x, y) = (abs(a.x - b.x), abs(a.y - b.y))
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return 0 }
    func inside(_ size: Size) -> Double {
      min(x > 0 ? size.width / 2 / x : .infinity, y > 0 ? size.height / 2 / y : .infinity)
    }
    return length * (1 - inside(one) - inside(other))
  }
}
