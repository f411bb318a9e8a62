internal import Foundation
package import Graphviz

/// Points at distances as close as possible to preferred ones, by stochastic gradient descent.
///
/// The method is that of Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG 25(9), 2019.
/// Graphviz has it too, but not in all versions that are supported, and the picture should not depend on the version.
package struct StressLayout {
  package private(set) var points: [Point]

  private static let rounds = 30
  private static let accuracy = 0.1

  /// - Parameter distances: the preferred distances, row by row.
  package init(distances: [Double], count: Int, seed: UInt64) {
    var random = SplitMix(seed: seed)
    let radius = Double(count).squareRoot()
    points = (0..<count).map { _ in Point(x: random.unit() * radius, y: random.unit() * radius) }
    var pairs: [(one: Int, other: Int)] = []
    for one in 0..<count { for other in (one + 1)..<max(count, one + 1) { pairs.append((one, other)) } }
    let lengths = pairs.map { max(distances[$0.one * count + $0.other], 0.01) }
    guard let longest = lengths.max(), let shortest = lengths.min() else { return }
    let (first, last) = (longest * longest, StressLayout.accuracy * shortest * shortest)
    for round in 0..<StressLayout.rounds {
      let step = first * pow(last / first, Double(round) / Double(StressLayout.rounds - 1))
      for (one, other) in random.shuffled(pairs) {
        move(one, other, to: max(distances[one * count + other], 0.01), step)
      }
    }
  }

  private mutating func move(_ one: Int, _ other: Int, to wanted: Double, _ step: Double) {
    let (x, y) = (points[one].x - points[other].x, points[one].y - points[other].y)
    let length = max((x * x + y * y).squareRoot(), 1e-6)
    let share = min(step / (wanted * wanted), 1) * (length - wanted) / 2 / length
    points[one] = Point(x: points[one].x - share * x, y: points[one].y - share * y)
    points[other] = Point(x: points[other].x + share * x, y: points[other].y + share * y)
  }
}
