/// A place on the page, in points, y up.
///
/// ```swift
/// Point(x: 27, y: 18)
/// ```
public struct Point: Sendable, Hashable, Codable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle, in points, y up.
///
/// ```swift
/// Box(minX: 0, minY: 0, maxX: 400, maxY: 300).center  // Point(x: 200, y: 150)
/// ```
public struct Box: Sendable, Hashable, Codable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
  public var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }
}
