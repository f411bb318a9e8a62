internal import Foundation
package import Graphviz

/// The positions of the boxes of a network: the best of several starts, fitted to the area, moved apart and refined.
package struct NetworkArrangement: Sendable {
  /// The centers of the boxes, from the top left corner of the area.
  package let centers: [Point]

  /// More for small networks, of which each start takes less time.
  private static func starts(_ count: Int) -> Int { min(12, max(4, 400 / max(1, count))) }
  /// The number of moves that all starts share, and that the best one gets afterwards; each costs the more, the larger the network.
  private static let effort = 8e7

  package init(_ task: NetworkTask) {
    let count = task.sizes.count
    let distances = task.distances
    let perMove =
      Double(count) * 2 + Double(task.edges.count) + 1
      + 2 * Double(task.edges.count) / Double(max(1, count)) * Double(count + task.edges.count)
    let moves = Int(min(Double(count) * 4000, NetworkArrangement.effort / perMove))
    let drafts = (0..<(task.kept.isEmpty ? NetworkArrangement.starts(count) : 1)).map { start -> Refinement in
      let seed = UInt64(start + 1)
      let points =
        task.kept.isEmpty
        ? NetworkArrangement.fitted(StressLayout(distances: distances, count: count, seed: seed).points, task)
        : NetworkArrangement.beside(task)
      var draft = Refinement(Separation(points, task).centers, task, distances: distances, seed: seed)
      draft.run(moves: moves / 4, heat: 1)
      return draft
    }
    guard var best = drafts.min(by: { $0.total < $1.total }) else {
      centers = []
      return
    }
    best.run(moves: moves, heat: 0.5)
    best.run(moves: moves / 4, heat: 0)
    centers = best.centers
  }

  /// The points turned so that they can be largest within the area, and enlarged until they fill it in one direction,
  /// and nearly so in the other.
  private static func fitted(_ points: [Point], _ task: NetworkTask) -> [Point] {
    guard points.count > 1 else { return points.map { _ in Point(x: task.area.width / 2, y: task.area.height / 2) } }
    let widest = task.sizes.map(\.width).max() ?? 0
    let highest = task.sizes.map(\.height).max() ?? 0
    let room = Size(width: max(1, task.area.width - widest), height: max(1, task.area.height - highest))
    func turned(_ angle: Double) -> [Point] {
      points.map { Point(x: $0.x * cos(angle) - $0.y * sin(angle), y: $0.x * sin(angle) + $0.y * cos(angle)) }
    }
    func scales(_ points: [Point]) -> (x: Double, y: Double, left: Double, top: Double) {
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
      return (room.width / max(1e-6, (xs.max() ?? 0) - left), room.height / max(1e-6, (ys.max() ?? 0) - top), left, top)
    }
    let angles = stride(from: 0, to: Double.pi, by: .pi / 18)
    let best = angles.map(turned).max { one, other in
      let (left, right) = (scales(one), scales(other))
      return min(left.x, left.y) < min(right.x, right.y)
    }
    guard let best else { return points }
    let scale = scales(best)
    let least = min(scale.x, scale.y)
    let (x, y) = (min(scale.x, least * 1.5), min(scale.y, least * 1.5))
    let spare = Point(x: room.width * (1 - x / scale.x), y: room.height * (1 - y / scale.y))
    return best.map {
      Point(
        x: ($0.x - scale.left) * x + widest / 2 + spare.x / 2, y: ($0.y - scale.top) * y + highest / 2 + spare.y / 2)
    }
  }

  /// Kept positions, and for each other box the mean position of the kept ones that it is joined with.
  private static func beside(_ task: NetworkTask) -> [Point] {
    let bottom = task.kept.values.map(\.y).max() ?? 0
    return task.sizes.indices.map { index in
      if let kept = task.kept[index] { return kept }
      let others = task.edges.compactMap {
        $0.one == index ? task.kept[$0.other] : $0.other == index ? task.kept[$0.one] : nil
      }
      guard !others.isEmpty else { return Point(x: task.area.width / 2, y: bottom + task.gap) }
      let count = Double(others.count)
      return Point(x: others.map(\.x).reduce(0, +) / count, y: others.map(\.y).reduce(0, +) / count + task.gap)
    }
  }
}

/// The layouts made in this process: the versions of a picture that are tried for its paper, and the frames of films, have
/// the same parties and lines.
actor Arrangements {
  static let shared = Arrangements()

  private var known: [NetworkTask: [Point]] = [:]

  /// A long-lived process forgets them when it has so many.
  private static let most = 100

  func centers(_ task: NetworkTask) -> [Point] {
    if let centers = known[task] { return centers }
    if known.count >= Arrangements.most { known = [:] }
    let centers = NetworkArrangement(task).centers
    known[task] = centers
    return centers
  }
}
