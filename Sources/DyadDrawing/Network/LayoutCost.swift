package import Graphviz

/// What is wrong with a layout of a network, as a number: pairs at a wrong distance, lines that cross or pass through boxes,
/// lines that are short or uneven.
package struct LayoutCost {
  package private(set) var centers: [Point]

  private let task: NetworkTask
  private let distances: [Double]
  private let weights: [Double]
  let neighbours: [[Int]]
  /// The weight of distances beside that of lines, of which each box has only a few.
  private let pairWeight: Double
  /// What a crossing costs: less where there must be many, and other faults weigh more.
  private let crossingCost: Double
  /// The length on paper of an edge of the preferred distances.
  private var unit = 1.0
  /// The mean length of a line.
  private var mean = 1.0

  /// The extents of the lines, and of the boxes with the distance that lines keep from them.
  private var lines: [Span] = []
  private var boxes: [Span] = []
  private var lineIndex: SpanIndex
  private var boxIndex: SpanIndex
  /// The lines of each box, in the order of its neighbours.
  private let linesOf: [[Int]]
  package private(set) var faults: Faults

  /// The faults of lines and boxes, counted from move to move: most moves are refused.
  package struct Faults: Equatable {
    /// The lines that each line crosses.
    var crossings: [Int]
    /// The boxes that each line passes through.
    var passed: [Int]
    /// The lines that pass through each box.
    var covering: [Int]

    /// A line through a box.
    mutating func add(_ line: Int, _ box: Int, _ step: Int) {
      passed[line] += step
      covering[box] += step
    }
  }

  /// What one fault costs; a pair at a wrong distance costs the square of its relative error.
  private enum Cost {
    static let throughBox = 3.0
    static let shortLine = 12.0
    static let unevenLine = 20.0
  }

  /// Lines shorter than this show neither their dashes nor their sign.
  private static let leastLine = 13.0

  package init(_ centers: [Point], _ task: NetworkTask, distances: [Double]) {
    (self.centers, self.task, self.distances) = (centers, task, distances)
    weights = task.weights
    var (neighbours, linesOf) = (
      Array(repeating: [Int](), count: centers.count), [[Int]](repeating: [], count: centers.count)
    )
    for (line, edge) in task.edges.enumerated() {
      neighbours[edge.one].append(edge.other)
      neighbours[edge.other].append(edge.one)
      linesOf[edge.one].append(line)
      linesOf[edge.other].append(line)
    }
    (self.neighbours, self.linesOf) = (neighbours, linesOf)
    crossingCost = min(max(240 / Double(max(1, task.edges.count)), 1.2), 6)
    pairWeight = min(1, 30 / Double(max(1, centers.count)))
    let none = Array(repeating: 0, count: task.edges.count)
    faults = Faults(crossings: none, passed: none, covering: Array(repeating: 0, count: centers.count))
    lines = task.edges.map { Span(centers[$0.one], centers[$0.other]) }
    boxes = centers.indices.map { Span(centers[$0], task.sizes[$0], task.gap / 2) }
    (lineIndex, boxIndex) = (SpanIndex(lines, within: task.area), SpanIndex(boxes, within: task.area))
    for line in lines.indices {
      faults.crossings[line] = lineIndex.near(lines[line]).reduce(0) { $0 + (crosses(line, $1) ? 1 : 0) }
      for box in boxIndex.near(lines[line]) where passes(line, box) { faults.add(line, box, 1) }
    }
    setUnit()
  }

  /// The scale at which the distances on paper are closest to the preferred ones.
  mutating func setUnit() {
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

  mutating func move(_ index: Int, to center: Point) {
    count(index, -1)
    centers[index] = center
    let box = Span(center, task.sizes[index], task.gap / 2)
    boxIndex.move(index, from: boxes[index], to: box)
    boxes[index] = box
    for line in linesOf[index] {
      let span = Span(centers[task.edges[line].one], centers[task.edges[line].other])
      lineIndex.move(line, from: lines[line], to: span)
      lines[line] = span
    }
    count(index, 1)
  }

  // MARK: Faults

  /// Adds, or subtracts, the faults of a box and its lines, none of which cross each other.
  private mutating func count(_ index: Int, _ step: Int) {
    for line in linesOf[index] {
      for other in lineIndex.near(lines[line]) where crosses(line, other) {
        faults.crossings[line] += step
        faults.crossings[other] += step
      }
      for box in boxIndex.near(lines[line]) where box != index && passes(line, box) { faults.add(line, box, step) }
    }
    for line in lineIndex.near(boxes[index]) where passes(line, index) { faults.add(line, index, step) }
  }

  private func crosses(_ line: Int, _ other: Int) -> Bool {
    guard lines[line].meets(lines[other]) else { return false }
    let (one, two) = (task.edges[line], task.edges[other])
    return !one.meets(two)
      && Refinement.cross(centers[one.one], centers[one.other], centers[two.one], centers[two.other])
  }

  private func passes(_ line: Int, _ box: Int) -> Bool {
    guard lines[line].meets(boxes[box]) else { return false }
    let edge = task.edges[line]
    return edge.one != box && edge.other != box
      && Refinement.passes(centers[edge.one], centers[edge.other], centers[box], task.sizes[box], task.gap / 2)
  }

  /// Whether the box would be apart from all others with its center here.
  func isFree(_ center: Point, _ index: Int) -> Bool {
    let box = Span(center, task.sizes[index], task.gap / 2)
    return !boxIndex.near(box).contains { $0 != index && box.meets(boxes[$0]) }
  }

  // MARK: One box

  /// The cost of everything that changes if the box moves, where it is.
  func cost(of index: Int) -> Double {
    let center = centers[index]
    var cost = pairs(index, center) * pairWeight
    for _ in 0..<faults.covering[index] { cost += Cost.throughBox }
    for (neighbour, line) in zip(neighbours[index], linesOf[index]) {
      cost += self.cost(ofLine: line, index, center, neighbour)
    }
    return cost
  }

  /// The same at another position; `nil` as soon as it exceeds the limit.
  func cost(of index: Int, at center: Point, below limit: Double) -> Double? {
    var cost = pairs(index, center) * pairWeight
    guard cost <= limit else { return nil }
    let (size, box) = (task.sizes[index], Span(center, task.sizes[index], task.gap / 2))
    for line in lineIndex.near(box) where lines[line].meets(box) {
      let edge = task.edges[line]
      if edge.one != index, edge.other != index,
        Refinement.passes(centers[edge.one], centers[edge.other], center, size, task.gap / 2)
      {
        cost += Cost.throughBox
      }
    }
    for (neighbour, line) in zip(neighbours[index], linesOf[index]) {
      guard cost <= limit else { return nil }
      let (crossings, passed) = faults(ofLine: line, from: index, at: center)
      cost += self.cost(index, center, neighbour, crossings: crossings, passed: passed)
    }
    return cost <= limit ? cost : nil
  }

  /// The faults that a line would have with one end elsewhere.
  private func faults(ofLine line: Int, from index: Int, at center: Point) -> (crossings: Int, passed: Int) {
    let own = task.edges[line]
    let (start, end) = (own.one == index ? center : centers[own.one], own.other == index ? center : centers[own.other])
    let extent = Span(start, end)
    var (crossings, passed) = (0, 0)
    for other in lineIndex.near(extent) where lines[other].meets(extent) {
      let edge = task.edges[other]
      if !edge.meets(own), Refinement.cross(start, end, centers[edge.one], centers[edge.other]) { crossings += 1 }
    }
    for box in boxIndex.near(extent) where boxes[box].meets(extent) && box != own.one && box != own.other {
      if Refinement.passes(start, end, centers[box], task.sizes[box], task.gap / 2) { passed += 1 }
    }
    return (crossings, passed)
  }

  private func pairs(_ index: Int, _ center: Point) -> Double {
    var cost = 0.0
    let row = index * centers.count
    for other in centers.indices where other != index {
      let error = Refinement.length(center, centers[other]) / (unit * distances[row + other]) - 1
      cost += weights[row + other] * error * error
    }
    return cost
  }

  private func cost(ofLine line: Int, _ index: Int, _ center: Point, _ neighbour: Int) -> Double {
    cost(index, center, neighbour, crossings: faults.crossings[line], passed: faults.passed[line])
  }

  private func cost(_ index: Int, _ center: Point, _ neighbour: Int, crossings: Int, passed: Int) -> Double {
    let end = centers[neighbour]
    var cost = 0.0
    for _ in 0..<crossings { cost += crossingCost }
    for _ in 0..<passed { cost += Cost.throughBox }
    let length = Refinement.length(center, end)
    let uneven = length / mean - 1
    cost += Cost.unevenLine * uneven * uneven
    let visible = Refinement.visible(center, end, task.sizes[index], task.sizes[neighbour])
    if visible < LayoutCost.leastLine {
      let missing = 1 - max(0, visible) / LayoutCost.leastLine
      cost += Cost.shortLine * missing * missing
    }
    return cost
  }

  // MARK: All boxes

  /// The cost of the whole picture, by which several are compared.
  var total: Double {
    var (pairs, lines) = (0.0, 0.0)
    for index in centers.indices {
      let row = index * centers.count
      for other in centers.indices where other != index {
        let error = Refinement.length(centers[index], centers[other]) / (unit * distances[row + other]) - 1
        pairs += weights[row + other] * error * error
      }
      for (neighbour, line) in zip(neighbours[index], linesOf[index]) {
        lines += cost(ofLine: line, index, centers[index], neighbour)
      }
    }
    return (pairs * pairWeight + lines) / 2
  }
}

extension NetworkTask.Pair {
  /// Whether both have a box in common.
  fileprivate func meets(_ other: NetworkTask.Pair) -> Bool {
    one == other.one || one == other.other || self.other == other.one || self.other == other.other
  }
}
