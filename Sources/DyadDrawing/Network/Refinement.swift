internal import Foundation
package import Graphviz

/// Small moves of boxes, one at a time, as long as the picture becomes easier to read: fewer crossings, no line through
/// a box, lines of similar length, and distances as close as before to the preferred ones.
///
/// Simulated annealing on these measures follows Davidson and Harel, "Drawing graphs nicely using simulated annealing",
/// ACM Transactions on Graphics 15(4), 1996. Boxes that are apart stay apart.
package struct Refinement {
  package private(set) var cost: LayoutCost
  private let task: NetworkTask
  private var random: SplitMix

  package var centers: [Point] { cost.centers }
  /// The cost of the whole picture, by which several are compared.
  package var total: Double { cost.total }

  package init(_ centers: [Point], _ task: NetworkTask, distances: [Double], seed: UInt64) {
    self.task = task
    cost = LayoutCost(centers, task, distances: distances)
    random = SplitMix(seed: seed)
  }

  /// - Parameters:
  ///   - moves: how many moves are tried.
  ///   - heat: how much worse the picture may become at first, to leave a local optimum.
  package mutating func run(moves: Int, heat: Double) {
    let free = centers.indices.filter { task.kept[$0] == nil }
    guard centers.count > 1, !free.isEmpty else { return }
    let reach = max(task.area.width, task.area.height) / 3
    for step in 0..<moves {
      let left = 1 - Double(step) / Double(moves)
      if step % 4096 == 4095 { cost.setUnit() }
      let index = free[random.below(free.count)]
      let radius = 4 + reach * left * left * left
      let center = candidate(index, radius)
      guard cost.isFree(center, index) else { continue }
      tryMove(index, to: center, heat: max(heat * left * left, 1e-9))
    }
  }

  /// Moves the box if the picture becomes better, or, the more rarely the worse it becomes, if not.
  private mutating func tryMove(_ index: Int, to center: Point, heat: Double) {
    let before = cost.cost(of: index)
    var next = random
    let chance = next.unit()
    // Above this cost, the chance is missed, whatever else a move costs. The margin covers rounding.
    let limit = (before - heat * log(chance)) * (1 + 1e-9)
    let after = cost.cost(of: index, at: center, below: limit)
    // A number is drawn only for moves that make the picture worse.
    guard let after, after <= before else {
      random = next
      if let after, chance < exp((before - after) / heat) { cost.move(index, to: center) }
      return
    }
    cost.move(index, to: center)
  }

  /// Somewhere around its own position, or, of every few, around the middle of those that it is joined with.
  private mutating func candidate(_ index: Int, _ radius: Double) -> Point {
    var around = centers[index]
    let neighbours = cost.neighbours[index]
    if !neighbours.isEmpty, random.unit() < 0.15 {
      let count = Double(neighbours.count)
      around = Point(
        x: neighbours.map { centers[$0].x }.reduce(0, +) / count,
        y: neighbours.map { centers[$0].y }.reduce(0, +) / count)
    }
    let angle = random.unit() * 2 * .pi
    let distance = radius * random.unit()
    let (halfWidth, halfHeight) = (task.sizes[index].width / 2, task.sizes[index].height / 2)
    return Point(
      x: min(max(around.x + distance * cos(angle), halfWidth), max(halfWidth, task.area.width - halfWidth)),
      y: min(max(around.y + distance * sin(angle), halfHeight), max(halfHeight, task.area.height - halfHeight)))
  }
}
