internal import Foundation
internal import Graphviz

/// Small moves of boxes, one at a time, as long as the picture becomes easier to read: fewer crossings, no line through
/// a box, lines of similar length, and distances as close as before to the preferred ones.
///
/// Simulated annealing on these measures follows Davidson and Harel, "Drawing graphs nicely using simulated annealing",
/// ACM Transactions on Graphics 15(4), 1996. Boxes that are apart stay apart.
struct Refinement {
  private(set) var centers: [Point]

  private let task: NetworkTask
  private let distances: [Double]
  private let weights: [Double]
  /// The length on paper of an edge of the preferred distances.
  private var unit = 1.0
  /// The mean length of a line.
  private var mean = 1.0
  /// The weight of distances beside that of lines, of which each box has only a few.
  private let pairWeight: Double
  /// What a crossing costs: less where there must be many, and other faults weigh more.
  private let crossingCost: Double
  private let neighbours: [[Int]]
  private var random: SplitMix

  /// What one fault costs; a pair at a wrong distance costs the square of its relative error.
  private enum Cost {
    static let throughBox = 3.0
    static let shortLine = 5.0
    static let unevenLine = 20.0
  }

  /// Lines shorter than this show neither their dashes nor their sign.
  private static let leastLine = 13.0

  init(_ centers: [Point], _ task: NetworkTask, distances: [Double], seed: UInt64) {
    (self.centers, self.task, self.distances) = (centers, task, distances)
    weights = task.weights
    var neighbours = Array(repeating: [Int](), count: centers.count)
    for edge in task.edges {
      neighbours[edge.one].append(edge.other)
      neighbours[edge.other].append(edge.one)
    }
    self.neighbours = neighbours
    crossingCost = min(max(240 / Double(max(1, task.edges.count)), 1.2), 6)
    pairWeight = min(1, 30 / Double(max(1, centers.count)))
    random = SplitMix(seed: seed)
    setUnit()
  }

  /// The scale at which the distances on paper are closest to the preferred ones.
  private mutating func setUnit() {
    var (above, below) = (0.0, 0.0)
    for one in centers.indices {
      for other in (one + 1)..<max(centers.count, one + 1) {
        let wanted = distances[one * centers.count + other]
        guard wanted > 0 else { continue }
        let length = Refinement.length(centers[one], centers[other])
        above += length / wanted
        below += length * length / (wanted * wanted)
      }
    }
    unit = above > 0 ? max(1, below / above) : 1
    let lengths = task.edges.map { Refinement.length(centers[$0.one], centers[$0.other]) }
    mean = lengths.isEmpty ? unit : max(1, lengths.reduce(0, +) / Double(lengths.count))
  }

  // MARK: The search

  /// - Parameters:
  ///   - moves: how many moves are tried.
  ///   - heat: how much worse the picture may become at first, to leave a local optimum.
  mutating func run(moves: Int, heat: Double) {
    let free = centers.indices.filter { task.kept[$0] == nil }
    guard centers.count > 1, !free.isEmpty else { return }
    let reach = max(task.area.width, task.area.height) / 3
    for step in 0..<moves {
      let left = 1 - Double(step) / Double(moves)
      if step % 4096 == 4095 { setUnit() }
      let index = free[random.below(free.count)]
      let radius = 4 + reach * left * left * left
      let center = candidate(index, radius)
      guard isFree(center, index) else { continue }
      let gain = cost(index, at: centers[index]) - cost(index, at: center)
      if gain >= 0 || random.unit() < exp(gain / max(heat * left * left, 1e-9)) { centers[index] = center }
    }
  }

  /// Somewhere around its own position, or, of every few, around the middle of those that it is joined with.
  private mutating func candidate(_ index: Int, _ radius: Double) -> Point {
    var around = centers[index]
    if !neighbours[index].isEmpty, random.unit() < 0.15 {
      let count = Double(neighbours[index].count)
      around = Point(
        x: neighbours[index].map { centers[$0].x }.reduce(0, +) / count,
        y: neighbours[index].map { centers[$0].y }.reduce(0, +) / count)
    }
    let angle = random.unit() * 2 * .pi
    let distance = radius * random.unit()
    let (halfWidth, halfHeight) = (task.sizes[index].width / 2, task.sizes[index].height / 2)
    return Point(
      x: min(max(around.x + distance * cos(angle), halfWidth), max(halfWidth, task.area.width - halfWidth)),
      y: min(max(around.y + distance * sin(angle), halfHeight), max(halfHeight, task.area.height - halfHeight)))
  }

  private func isFree(_ center: Point, _ index: Int) -> Bool {
    let own = task.sizes[index]
    for other in centers.indices where other != index {
      let size = task.sizes[other]
      if abs(center.x - centers[other].x) < (own.width + size.width) / 2 + task.gap,
        abs(center.y - centers[other].y) < (own.height + size.height) / 2 + task.gap
      {
        return false
      }
    }
    return true
  }

  // MARK: Costs

  /// The cost of everything that changes if the box moves.
  private func cost(_ index: Int, at center: Point) -> Double {
    var cost = 0.0
    let row = index * centers.count
    for other in centers.indices where other != index {
      let error = Refinement.length(center, centers[other]) / (unit * distances[row + other]) - 1
      cost += weights[row + other] * error * error
    }
    cost *= pairWeight
    // Lines of other boxes through this one.
    for edge in task.edges where edge.one != index && edge.other != index {
      if Refinement.passes(centers[edge.one], centers[edge.other], center, task.sizes[index], task.gap / 2) {
        cost += Cost.throughBox
      }
    }
    for neighbour in neighbours[index] { cost += line(index, center, neighbour) }
    return cost
  }

  private func line(_ index: Int, _ center: Point, _ neighbour: Int) -> Double {
    let end = centers[neighbour]
    var cost = 0.0
    for edge in task.edges
    where edge.one != index && edge.other != index && edge.one != neighbour && edge.other != neighbour {
      if Refinement.cross(center, end, centers[edge.one], centers[edge.other]) { cost += crossingCost }
    }
    for other in centers.indices where other != index && other != neighbour {
      if Refinement.passes(center, end, centers[other], task.sizes[other], task.gap / 2) { cost += Cost.throughBox }
    }
    let length = Refinement.length(center, end)
    let uneven = length / mean - 1
    cost += Cost.unevenLine * uneven * uneven
    let visible = Refinement.visible(center, end, task.sizes[index], task.sizes[neighbour])
    if visible < Refinement.leastLine {
      let missing = 1 - max(0, visible) / Refinement.leastLine
      cost += Cost.shortLine * missing * missing
    }
    return cost
  }

  /// The cost of the whole picture, by which several are compared.
  var total: Double {
    var (pairs, lines) = (0.0, 0.0)
    for index in centers.indices {
      let row = index * centers.count
      for other in centers.indices where other != index {
        let error = Refinement.length(centers[index], centers[other]) / (unit * distances[row + other]) - 1
        pairs += weights[row + other] * error * error
      }
      for neighbour in neighbours[index] { lines += line(index, centers[index], neighbour) }
    }
    return (pairs * pairWeight + lines) / 2
  }

  // MARK: Geometry

  static func length(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    guard min(a.x, b.x) < max(c.x, d.x), min(c.x, d.x) < max(a.x, b.x), min(a.y, b.y) < max(c.y, d.y),
      min(c.y, d.y) < max(a.y, b.y)
    else { return false }
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0)
  }

  /// Whether a straight line passes through a box or closer to it than the distance.
  static func passes(_ a: Point, _ b: Point, _ center: Point, _ size: Size, _ distance: Double) -> Bool {
    let (halfWidth, halfHeight) = (size.width / 2 + distance, size.height / 2 + distance)
    guard min(a.x, b.x) < center.x + halfWidth, max(a.x, b.x) > center.x - halfWidth,
      min(a.y, b.y) < center.y + halfHeight, max(a.y, b.y) > center.y - halfHeight
    else { return false }
    // All corners on one side of the line: it misses the box.
    let (x, y) = (b.x - a.x, b.y - a.y)
    let middle = x * (center.y - a.y) - y * (center.x - a.x)
    return abs(middle) < abs(x) * halfHeight + abs(y) * halfWidth
  }

  /// The length of a line between the borders of two boxes.
  static func visible(_ a: Point, _ b: Point, _ one: Size, _ other: Size) -> Double {
    let (x, y) = (abs(a.x - b.x), abs(a.y - b.y))
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return 0 }
    func inside(_ size: Size) -> Double {
      min(x > 0 ? size.width / 2 / x : .infinity, y > 0 ? size.height / 2 / y : .infinity)
    }
    return length * (1 - inside(one) - inside(other))
  }
}
