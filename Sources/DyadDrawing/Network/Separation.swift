package import Graphviz

/// Boxes near preferred positions, moved apart until none overlaps another and all are within the area.
///
/// Boxes of an earlier picture keep their positions; the others then may need more height than the area has.
package struct Separation {
  package private(set) var centers: [Point]
  private let task: NetworkTask
  /// The share of their size that boxes have at the moment.
  private var growth = 1.0

  private static let stages = [0.55, 0.75, 0.9, 1]
  private static let rounds = 120
  /// Boxes that are pushed apart by exactly the least distance would still touch when numbers are rounded.
  static let slack = 0.02

  package init(_ centers: [Point], _ task: NetworkTask) {
    (self.centers, self.task) = (centers, task)
    for index in centers.indices { clamp(index) }
    for stage in Separation.stages {
      growth = stage
      if separate() { continue }
    }
    if task.kept.isEmpty {
      if !separate() {
        self.centers = NearestPlaces(self.centers, task)?.centers ?? Shelves(self.centers, task).centers
      }
    } else {
      // If there is no room beside a box, there is always room below it.
      for _ in 0..<24 where !separate() {
        for index in centers.indices where task.kept[index] == nil { self.centers[index].y *= 1.06 }
      }
    }
  }

  private mutating func clamp(_ index: Int) {
    guard task.kept[index] == nil else { return }
    let (halfWidth, halfHeight) = (task.sizes[index].width / 2, task.sizes[index].height / 2)
    centers[index].x = min(max(centers[index].x, halfWidth), max(halfWidth, task.area.width - halfWidth))
    centers[index].y = max(centers[index].y, halfHeight)
    if task.kept.isEmpty {
      centers[index].y = min(centers[index].y, max(halfHeight, task.area.height - halfHeight))
    }
  }

  /// Pushes overlapping boxes apart, half each, in the direction that is shorter.
  ///
  /// - Returns: whether no boxes overlap any more.
  private mutating func separate() -> Bool {
    for _ in 0..<Separation.rounds {
      var isQuiet = true
      for one in centers.indices {
        for other in (one + 1)..<max(centers.count, one + 1) where push(one, other) { isQuiet = false }
      }
      if isQuiet { return true }
    }
    return false
  }

  private mutating func push(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (centers[one], centers[other])
    let (large, small) = (task.sizes[one], task.sizes[other])
    let x = ((large.width + small.width) / 2 + task.gap) * growth - abs(a.x - b.x)
    let y = ((large.height + small.height) / 2 + task.gap) * growth - abs(a.y - b.y)
    let (isOneKept, isOtherKept) = (task.kept[one] != nil, task.kept[other] != nil)
    guard x > 0.01, y > 0.01, !(isOneKept && isOtherKept) else { return false }
    let isAside = x < y
    let isBefore = isAside ? a.x <= b.x : a.y <= b.y
    let step = ((isAside ? x : y) + Separation.slack) * (isBefore ? 1 : -1)
    let shares = isOneKept ? (0.0, 1.0) : isOtherKept ? (1.0, 0.0) : (0.5, 0.5)
    move(one, isAside, -step * shares.0)
    move(other, isAside, step * shares.1)
    return true
  }

  private mutating func move(_ index: Int, _ isAside: Bool, _ distance: Double) {
    if isAside { centers[index].x += distance } else { centers[index].y += distance }
    clamp(index)
  }
}
