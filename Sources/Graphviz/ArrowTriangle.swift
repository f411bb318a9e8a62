/// The triangle that Graphviz paints at the end of an edge (`arrowhead=normal`), as its stroke makes it.
package struct ArrowTriangle: Hashable, Sendable {
  /// The attribute `arrowsize`.
  package var size: Double
  /// The width of the edge, with which the triangle is outlined.
  package var lineWidth: Double

  package init(size: Double, lineWidth: Double) { (self.size, self.lineWidth) = (size, lineWidth) }

  /// From the painted tip to the base, where the line ends; half the line width of the outline lies behind it.
  package var length: Double { point + 10 * size }

  /// Half the width of the base, with the outline.
  package var halfBase: Double { 10 * size * slope + lineWidth / 2 }

  /// Half the base over the height; thick lines have wide triangles.
  private var slope: Double { 0.35 * max(1, lineWidth / 4) }

  /// How far the outline reaches beyond the corner at the tip: its sides meet in a mitre.
  private var point: Double { lineWidth / 2 * (1 + slope * slope).squareRoot() / slope }

  /// Where an edge has its arrow, for the painted tip to be at a point.
  ///
  /// From version 9 on, Graphviz moves the triangle back by its mitre; before, the corner was at the end of the edge, and the
  /// outline reached into the node.
  package func end(forTipAt tip: Point, base: Point) -> Point {
    if GraphvizVersion.paintsArrowsUpToTheirEnd { return tip }
    let (x, y) = (base.x - tip.x, base.y - tip.y)
    let distance = (x * x + y * y).squareRoot()
    guard distance > 0 else { return tip }
    return Point(x: tip.x + x / distance * point, y: tip.y + y / distance * point)
  }
}
