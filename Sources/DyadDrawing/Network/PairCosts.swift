package import Graphviz

/// What the distances of a box from all others cost: the squares of their relative errors, weighed.
///
/// There is one for each pair of boxes, so that four are computed at once.
package struct PairCosts {
  private typealias Lanes = SIMD4<Double>

  private var xs: [Lanes]
  private var ys: [Lanes]
  /// One through the preferred distance of each pair, and how much it counts, row by row. Where there is no other box,
  /// nothing counts.
  private var shares: [Lanes]
  private var weights: [Lanes]
  /// How many lanes a row has.
  private let width: Int

  /// - Parameters:
  ///   - distances: the preferred distances, row by row.
  ///   - weights: how much each counts, row by row.
  package init(_ centers: [Point], distances: [Double], weights: [Double]) {
    let count = centers.count
    width = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
    xs = Array(repeating: .zero, count: width)
    ys = xs
    shares = Array(repeating: .zero, count: width * count)
    self.weights = shares
    for one in 0..<count {
      for other in 0..<count where other != one {
        let (place, lane) = (one * width + other / Lanes.scalarCount, other % Lanes.scalarCount)
        shares[place][lane] = 1 / distances[one * count + other]
        self.weights[place][lane] = weights[one * count + other]
      }
    }
    for (index, center) in centers.enumerated() { move(index, to: center) }
  }

  package mutating func move(_ index: Int, to center: Point) {
    xs[index / Lanes.scalarCount][index % Lanes.scalarCount] = center.x
    ys[index / Lanes.scalarCount][index % Lanes.scalarCount] = center.y
  }

  /// The cost of a box at a position.
  ///
  /// - Parameter unit: the length on paper of a preferred distance of 1.
  package func cost(of index: Int, at center: Point, unit: Double) -> Double {
    let (x, y, scale) = (center.x, center.y, 1 / unit)
    let row = index * width
    var cost = Lanes.zero
    for place in 0..<width {
      let (across, down) = (xs[place] - x, ys[place] - y)
      let error = (across * across + down * down).squareRoot() * shares[row + place] * scale - 1
      cost += weights[row + place] * error * error
    }
    return cost.sum()
  }
}
