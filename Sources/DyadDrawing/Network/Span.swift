package import Graphviz

/// The extent of a line or a box. Most lines and boxes are far apart, and their extents show it.
package struct Span {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// The extent of a line.
  package init(_ a: Point, _ b: Point) {
    (left, right) = (min(a.x, b.x), max(a.x, b.x))
    (top, bottom) = (min(a.y, b.y), max(a.y, b.y))
  }

  /// The extent of a box with a distance on all sides.
  package init(_ center: Point, _ size: Size, _ distance: Double) {
    let (halfWidth, halfHeight) = (size.width / 2 + distance, size.height / 2 + distance)
    (left, right) = (center.x - halfWidth, center.x + halfWidth)
    (top, bottom) = (center.y - halfHeight, center.y + halfHeight)
  }

  @inline(__always) package func meets(_ other: Span) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
