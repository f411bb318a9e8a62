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
  fileprivate static let slack = 0.02

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

/// Boxes one after the other, each at the free place that is nearest to its position: those with most ties first, or, where
/// that leaves no room for one, the largest first.
struct NearestPlaces {
  let centers: [Point]

  private static let step = 3.0

  /// `nil` if one finds no place in either order.
  init?(_ wanted: [Point], _ task: NetworkTask) {
    var ties = Array(repeating: 0.0, count: wanted.count)
    for edge in task.edges { for box in [edge.one, edge.other] { ties[box] += 1 } }
    let areas = task.sizes.map { $0.width * $0.height }
    let orders = [ties, areas].map { rank in wanted.indices.sorted { (rank[$1], $0) < (rank[$0], $1) } }
    guard let centers = orders.lazy.compactMap({ NearestPlaces.places(wanted, in: $0, task) }).first else { return nil }
    self.centers = centers
  }

  private static func places(_ wanted: [Point], in order: [Int], _ task: NetworkTask) -> [Point]? {
    var (centers, taken) = (wanted, [Span]())
    for index in order {
      guard let place = place(wanted[index], task.sizes[index], among: taken, task) else { return nil }
      centers[index] = place
      taken.append(Span(place, task.sizes[index], task.gap / 2))
    }
    return centers
  }

  private static func place(_ wanted: Point, _ size: Size, among taken: [Span], _ task: NetworkTask) -> Point? {
    let xs = places(wanted.x, size.width, within: task.area.width)
    let ys = places(wanted.y, size.height, within: task.area.height)
    var (best, nearest): (Point?, Double) = (nil, .infinity)
    for y in ys {
      guard abs(y - wanted.y) < nearest else { break }
      for x in xs {
        let place = Point(x: x, y: y)
        let distance = Refinement.length(place, wanted)
        guard distance < nearest else { break }
        let span = Span(place, size, task.gap / 2)
        if !taken.contains(where: span.meets) { (best, nearest) = (place, distance) }
      }
    }
    return best
  }

  /// Places in one direction, in steps from the wanted one to both ends of the area, the nearest first.
  private static func places(_ wanted: Double, _ length: Double, within whole: Double) -> [Double] {
    let (first, last) = (length / 2, max(length / 2, whole - length / 2))
    let middle = min(max(wanted, first), last)
    let before = stride(from: middle, through: first, by: -step)
    let after = stride(from: middle + step, through: last, by: step)
    return (before + Array(after)).sorted { abs($0 - wanted) < abs($1 - wanted) }
  }
}

/// Boxes in rows, in the order of their positions: always apart, whatever else is lost.
struct Shelves {
  package private(set) var centers: [Point]

  init(_ centers: [Point], _ task: NetworkTask) {
    self.centers = centers
    let (sizes, gap) = (task.sizes, task.gap + Separation.slack)
    let order = centers.indices.sorted { (centers[$0].y, $0) < (centers[$1].y, $1) }
    var rows: [[Int]] = []
    var width = Double.infinity
    for index in order {
      if width + gap + sizes[index].width > task.area.width {
        rows.append([])
        width = -gap
      }
      rows[rows.count - 1].append(index)
      width += gap + sizes[index].width
    }
    let heights = rows.map { row in row.map { sizes[$0].height }.max() ?? 0 }
    let spare = task.area.height - heights.reduce(0, +)
    let between = max(gap, rows.count > 1 ? spare / Double(rows.count - 1) : 0)
    var top = 0.0
    for (row, height) in zip(rows, heights) {
      let room = task.area.width - row.map { sizes[$0].width }.reduce(0, +)
      let step = max(gap, room / Double(row.count + 1))
      var left = row.count == 1 ? room / 2 : max(0, (room - step * Double(row.count - 1)) / 2)
      for index in row.sorted(by: { (centers[$0].x, $0) < (centers[$1].x, $1) }) {
        self.centers[index] = Point(x: left + sizes[index].width / 2, y: top + height / 2)
        left += sizes[index].width + step
      }
      top += height + between
    }
  }
}
