package import Graphviz

/// What is wrong with a layout of a network, as a number: pairs at a wrong distance, lines that cross or pass through boxes,
/// lines that are short or uneven.
package struct LayoutCost {
  package private(set) var centers: [Point]

  private let task: NetworkTask
  private let distances: [Double]
  private var pairs: PairCosts
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
    static let shortNumberedLine = 40.0
    static let unevenLine = 20.0
  }

  /// Lines shorter than this show neither their dashes nor their sign.
  private static let leastLine = 13.0
  /// On shorter ones, a number covers a name.
  private static let leastNumberedLine = 18.0

  package init(_ centers: [Point], _ task: NetworkTask, distances: [Double]) {
    (self.centers, self.task, self.distances) = (centers, task, distances)
    pairs = PairCosts(centers, distances: distances, weights: task.weights)
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
      faults.crossings[line] = crossings(of: line).count
      for box in boxesPassed(by: line) { faults.add(line, box, 1) }
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
    pairs.move(index, to: center)
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
      for other in crossings(of: line) {
        faults.crossings[line] += step
        faults.crossings[other] += step
      }
      for box in boxesPassed(by: line) where box != index { faults.add(line, box, step) }
    }
    for line in linesThrough(index) { faults.add(line, index, step) }
  }

  /// The lines that a line crosses.
  private func crossings(of line: Int) -> [Int] {
    let (extent, edge) = (lines[line], task.edges[line])
    return lineIndex.all(near: extent) {
      crosses(line, from: centers[edge.one], to: centers[edge.other], extent, $0)
    }
  }

  private func boxesPassed(by line: Int) -> [Int] {
    let (extent, edge) = (lines[line], task.edges[line])
    return boxIndex.all(near: extent) { passes(line, from: centers[edge.one], to: centers[edge.other], extent, $0) }
  }

  private func linesThrough(_ box: Int) -> [Int] {
    lineIndex.all(near: boxes[box]) { passes($0, box, at: centers[box], boxes[box]) }
  }

  /// Whether a line with its ends here crosses another where that is.
  @inline(__always)
  private func crosses(_ line: Int, from start: Point, to end: Point, _ extent: Span, _ other: Int) -> Bool {
    guard lines[other].meets(extent) else { return false }
    let edge = task.edges[other]
    return !edge.meets(task.edges[line]) && Refinement.cross(start, end, centers[edge.one], centers[edge.other])
  }

  /// Whether a line with its ends here passes through a box where that is.
  @inline(__always)
  private func passes(_ line: Int, from start: Point, to end: Point, _ extent: Span, _ box: Int) -> Bool {
    guard boxes[box].meets(extent) else { return false }
    let edge = task.edges[line]
    return edge.one != box && edge.other != box
      && Refinement.passes(start, end, centers[box], task.sizes[box], task.gap / 2)
  }

  /// Whether a line where it is passes through a box with its center here.
  @inline(__always)
  private func passes(_ line: Int, _ box: Int, at center: Point, _ extent: Span) -> Bool {
    guard lines[line].meets(extent) else { return false }
    let edge = task.edges[line]
    return edge.one != box && edge.other != box
      && Refinement.passes(centers[edge.one], centers[edge.other], center, task.sizes[box], task.gap / 2)
  }

  /// Whether the box would be apart from all others with its center here.
  func isFree(_ center: Point, _ index: Int) -> Bool {
    let box = Span(center, task.sizes[index], task.gap / 2)
    return boxIndex.first(near: box) { $0 != index && box.meets(boxes[$0]) } == nil
  }

  // MARK: One box

  /// The cost of everything that changes if the box moves, where it is.
  func cost(of index: Int) -> Double {
    var cost = placing(index, at: centers[index]) + Double(faults.covering[index]) * Cost.throughBox
    for line in linesOf[index] { cost += self.cost(ofFaults: line) }
    return cost
  }

  /// The same at another position; `nil` as soon as it exceeds the limit.
  ///
  /// What takes longest to find is counted last, for most moves are refused.
  func cost(of index: Int, at center: Point, below limit: Double) -> Double? {
    var cost = placing(index, at: center)
    guard cost <= limit else { return nil }
    let box = Span(center, task.sizes[index], task.gap / 2)
    let last = lineIndex.first(near: box) { line in
      if passes(line, index, at: center, box) { cost += Cost.throughBox }
      return cost > limit
    }
    guard last == nil else { return nil }
    for line in linesOf[index] where !add(&cost, ofLine: line, from: index, at: center, below: limit) { return nil }
    return cost
  }

  /// Adds the faults that a line would have with one end elsewhere; `false` as soon as the cost exceeds the limit.
  private func add(
    _ cost: inout Double, ofLine line: Int, from index: Int, at center: Point, below limit: Double
  ) -> Bool {
    let edge = task.edges[line]
    let (start, end) = (
      edge.one == index ? center : centers[edge.one], edge.other == index ? center : centers[edge.other]
    )
    let extent = Span(start, end)
    var sum = cost
    defer { cost = sum }
    let crossed = lineIndex.first(near: extent) { other in
      if crosses(line, from: start, to: end, extent, other) { sum += crossingCost }
      return sum > limit
    }
    guard crossed == nil else { return false }
    return boxIndex.first(near: extent) { box in
      if passes(line, from: start, to: end, extent, box) { sum += Cost.throughBox }
      return sum > limit
    } == nil
  }

  /// The cost of a position beside the faults: of distances, and of the lengths of lines.
  private func placing(_ index: Int, at center: Point) -> Double {
    var cost = pairs.cost(of: index, at: center, unit: unit) * pairWeight
    for line in linesOf[index] { cost += self.cost(ofLength: line, from: index, at: center) }
    return cost
  }

  private func cost(ofFaults line: Int) -> Double {
    Double(faults.crossings[line]) * crossingCost + Double(faults.passed[line]) * Cost.throughBox
  }

  private func cost(ofLength line: Int, from index: Int, at center: Point) -> Double {
    let edge = task.edges[line]
    let neighbour = edge.one == index ? edge.other : edge.one
    let end = centers[neighbour]
    let uneven = Refinement.length(center, end) / mean - 1
    let visible = Refinement.visible(center, end, task.sizes[index], task.sizes[neighbour])
    let least = edge.isNumbered ? LayoutCost.leastNumberedLine : LayoutCost.leastLine
    guard visible < least else { return Cost.unevenLine * uneven * uneven }
    let missing = 1 - max(0, visible) / least
    let short = edge.isNumbered ? Cost.shortNumberedLine : Cost.shortLine
    return Cost.unevenLine * uneven * uneven + short * missing * missing
  }

  // MARK: All boxes

  /// The cost of the whole picture, by which several are compared.
  var total: Double {
    let placed = centers.indices.map { placing($0, at: centers[$0]) }.reduce(0, +)
    return placed / 2 + task.edges.indices.map(cost(ofFaults:)).reduce(0, +)
  }
}

extension NetworkTask.Pair {
  /// Whether both have a box in common.
  fileprivate func meets(_ other: NetworkTask.Pair) -> Bool {
    one == other.one || one == other.other || self.other == other.one || self.other == other.other
  }
}
