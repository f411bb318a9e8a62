import DyadTestSupport
import Testing

import DyadContent

@Suite struct SeriationTests {
  private func distances(_ count: Int, _ random: inout Seeded) -> [[Double]] {
    var rows = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for one in 0..<count {
      for other in 0..<one {
        let distance = Double.random(in: 0...1, using: &random)
        (rows[one][other], rows[other][one]) = (distance, distance)
      }
    }
    return rows
  }

  @Test(arguments: 0..<40) func theOrderIsAPermutationWithItsLength(seed: Int) {
    var random = Seeded(seed)
    let rows = distances(seed, &random)
    let seriation = Seriation(distances: rows)
    #expect(seriation.order.sorted() == Array(0..<seed))
    let length = zip(seriation.order, seriation.order.dropFirst()).map { rows[$0][$1] }.reduce(0, +)
    #expect(abs(length - seriation.length) < 1e-9)
  }

  @Test(arguments: 0..<20) func aMatrixOfShuffledBlocksIsInBlocksAgain(seed: Int) {
    var random = Seeded(seed)
    let sizes = (0..<4).map { _ in Int.random(in: 2...9, using: &random) }
    var blocks = sizes.enumerated().flatMap { block, size in Array(repeating: block, count: size) }
    blocks.shuffle(using: &random)
    let rows = blocks.map { one in
      blocks.map { other in (one == other ? 0.1 : 1) + Double.random(in: 0...0.05, using: &random) }
    }
    let order = Seriation(distances: symmetric(rows)).order.map { blocks[$0] }
    // Each block begins once.
    #expect(zip(order, order.dropFirst()).count { $0 != $1 } == 3)
  }

  private func symmetric(_ rows: [[Double]]) -> [[Double]] {
    rows.indices.map { one in
      rows.indices.map { other in one == other ? 0 : (rows[one][other] + rows[other][one]) / 2 }
    }
  }

  /// For a chain, the clusters allow the best of all orders.
  @Test(arguments: 2..<30) func pointsOnALineAreInTheirOrder(count: Int) {
    var random = Seeded(count)
    var places = (0..<count).map { Double($0 * $0) }
    places.shuffle(using: &random)
    let order = Seriation(distances: places.map { one in places.map { abs(one - $0) } }).order.map { places[$0] }
    #expect(order == order.sorted() || order == order.sorted().reversed())
  }

  /// No order that turns some of the clusters is shorter.
  @Test(arguments: 0..<60) func theOrderIsTheBestOfAllThatKeepTheClusters(seed: Int) {
    var random = Seeded(seed)
    let rows = distances(7, &random)
    let best = orders(of: [0, 1, 2, 3, 4, 5, 6].map { [$0] }, rows).map { order in
      zip(order, order.dropFirst()).map { rows[$0][$1] }.reduce(0, +)
    }.min()!
    #expect(abs(Seriation(distances: rows).length - best) < 1e-9)
  }

  /// All orders of the leaves of the tree of average linkage, by turning every cluster both ways.
  private func orders(of clusters: [[Int]], _ rows: [[Double]]) -> [[Int]] {
    var trees = clusters.map { [$0] }
    while trees.count > 1 {
      var (best, least) = ((0, 1), Double.infinity)
      for one in trees.indices {
        for other in trees.indices where other > one {
          let pairs = trees[one][0].flatMap { a in trees[other][0].map { rows[a][$0] } }
          let mean = pairs.reduce(0, +) / Double(pairs.count)
          if mean < least { (best, least) = ((one, other), mean) }
        }
      }
      let (left, right) = (trees[best.0], trees[best.1])
      trees[best.0] = left.flatMap { one in right.flatMap { [one + $0, $0 + one] } }
      trees.remove(at: best.1)
    }
    return trees[0]
  }
}
