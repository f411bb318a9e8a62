/// An order of things in which neighbours are alike, so that groups of similar things are blocks of a matrix.
///
/// The things are clustered by average linkage; of all orders that keep each cluster together, this is one with the
/// least sum of distances between neighbours (Bar-Joseph, Gifford and Jaakkola, "Fast optimal leaf ordering for hierarchical
/// clustering", Bioinformatics 17, 2001).
///
///     Seriation(distances: [[0, 9, 1], [9, 0, 9], [1, 9, 0]]).order     // [1, 0, 2] or its reverse
package struct Seriation {
  /// The indices of the things.
  package let order: [Int]
  /// The sum of the distances between neighbours.
  package let length: Double

  /// - Parameter distances: between each two of the things, row by row.
  package init(distances: [[Double]]) {
    guard let root = Cluster.averageLinkage(distances) else {
      (order, length) = (distances.indices.map { $0 }, 0)
      return
    }
    var search = LeafOrderSearch(distances)
    search.visit(root)
    let ends = root.ends.min { search.costs[$0.0][$0.1] < search.costs[$1.0][$1.1] }
    let (first, last) = ends ?? (0, 0)
    (order, length) = (search.order(of: root, from: first, to: last), search.costs[first][last])
  }
}

/// A tree of the things by their likeness.
private indirect enum Cluster {
  case thing(Int)
  case pair(Cluster, Cluster, leaves: [Int])

  var leaves: [Int] {
    switch self {
    case .thing(let thing): [thing]
    case .pair(_, _, let leaves): leaves
    }
  }

  /// All pairs of things that may be its first and its last.
  var ends: [(Int, Int)] {
    switch self {
    case .thing(let thing): [(thing, thing)]
    case .pair(let left, let right, _): left.leaves.flatMap { first in right.leaves.map { (first, $0) } }
    }
  }

  /// The things that can be last if this one is first.
  func opposite(to thing: Int) -> [Int] {
    guard case .pair(let left, let right, _) = self else { return leaves }
    return left.leaves.contains(thing) ? right.leaves : left.leaves
  }

  /// Merges the two clusters with the least mean distance until one is left; `nil` for fewer than two things.
  static func averageLinkage(_ distances: [[Double]]) -> Cluster? {
    guard distances.count > 1 else { return nil }
    var clusters = distances.indices.map { Cluster.thing($0) }
    var between = distances
    while clusters.count > 1 {
      var (best, least) = ((0, 1), Double.infinity)
      for one in clusters.indices {
        for other in (one + 1)..<max(clusters.count, one + 1) where between[one][other] < least - 1e-12 {
          (best, least) = ((one, other), between[one][other])
        }
      }
      let (one, other) = best
      let counts = (Double(clusters[one].leaves.count), Double(clusters[other].leaves.count))
      let merged = clusters.indices.map { third in
        (between[one][third] * counts.0 + between[other][third] * counts.1) / (counts.0 + counts.1)
      }
      let leaves = clusters[one].leaves + clusters[other].leaves
      clusters[one] = .pair(clusters[one], clusters[other], leaves: leaves)
      for third in clusters.indices where third != one {
        between[one][third] = merged[third]
        between[third][one] = merged[third]
      }
      clusters.remove(at: other)
      between.remove(at: other)
      for row in between.indices { between[row].remove(at: other) }
    }
    return clusters[0]
  }
}

/// The least costs of ordering each cluster, by its first and its last thing.
private struct LeafOrderSearch {
  let distances: [[Double]]
  /// The costs of the smallest cluster of which the two can be the ends.
  var costs: [[Double]]

  init(_ distances: [[Double]]) {
    self.distances = distances
    costs = distances.indices.map { row in distances.indices.map { $0 == row ? 0 : .infinity } }
  }

  mutating func visit(_ cluster: Cluster) {
    guard case .pair(let left, let right, _) = cluster else { return }
    visit(left)
    visit(right)
    for first in left.leaves {
      // The least cost from the first thing to each that begins the right half.
      let ends = left.opposite(to: first)
      let joints = Dictionary(
        uniqueKeysWithValues: right.leaves.map { begin in
          (begin, ends.map { costs[first][$0] + distances[$0][begin] }.min() ?? .infinity)
        })
      for last in right.leaves {
        let cost = right.opposite(to: last).map { (joints[$0] ?? .infinity) + costs[$0][last] }.min() ?? .infinity
        (costs[first][last], costs[last][first]) = (cost, cost)
      }
    }
  }

  /// The order with the least cost between two ends.
  func order(of cluster: Cluster, from first: Int, to last: Int) -> [Int] {
    guard case .pair(let left, let right, _) = cluster else { return [first] }
    guard left.leaves.contains(first) else {
      return order(of: cluster, from: last, to: first).reversed()
    }
    var (best, least) = ((first, last), Double.infinity)
    for end in left.opposite(to: first) {
      for begin in right.opposite(to: last) {
        let cost = costs[first][end] + distances[end][begin] + costs[begin][last]
        if cost < least { (best, least) = ((end, begin), cost) }
      }
    }
    return order(of: left, from: first, to: best.0) + order(of: right, from: best.1, to: last)
  }
}
