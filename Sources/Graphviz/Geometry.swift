/// A position on the page, in points, y up.
///
///     let point = Point(x: 27, y: 18)
public struct Point: Sendable, Hashable, Codable {
  /// The distance from the left, in points.
  public var x: Double
  /// The distance from the bottom, in points.
  public var y: Double

  /// Creates a position from its coordinates, in points.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle, in points, y up.
///
///     let center = Box(minX: 0, minY: 0, maxX: 400, maxY: 300).center  // Point(x: 200, y: 150)
public struct Box: Sendable, Hashable, Codable {
  /// The left edge.
  public var minX: Double
  /// The bottom edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The top edge.
  public var maxY: Double

  /// Creates a rectangle from its edges, in points.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The horizontal size.
  public var width: Double { maxX - minX }
  /// The vertical size.
  public var height: Double { maxY - minY }
  /// The point in the middle.
  public var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }
}
