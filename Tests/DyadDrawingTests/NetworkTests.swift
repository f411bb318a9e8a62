import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

@Suite struct NetworkTests {
  private func task(_ seed: Int, density: Double = 1.6) -> NetworkTask {
    var random = Seeded(seed)
    let count = Int.random(in: 1...60, using: &random)
    let sizes = (0..<count).map { _ in
      Size(width: Double.random(in: 16...80, using: &random), height: Double.random(in: 9...20, using: &random))
    }
    var edges: Set<[Int]> = []
    for one in 0..<count {
      for _ in 0..<2 {
        let other = Int.random(in: 0..<count, using: &random)
        if one != other { edges.insert([min(one, other), max(one, other)]) }
      }
    }
    let room = sizes.map { ($0.width + 6) * ($0.height + 6) }.reduce(0, +) * density
    let width = max(room.squareRoot() * 1.2, 90)
    return NetworkTask(
      sizes: sizes,
      edges: edges.sorted { $0.lexicographicallyPrecedes($1) }.map { NetworkTask.Pair(one: $0[0], other: $0[1]) },
      area: Size(width: width, height: max(room / width, 30)), gap: 6)
  }

  private func expectApart(_ centers: [Point], _ task: NetworkTask) {
    for (index, center) in centers.enumerated() {
      let size = task.sizes[index]
      #expect(center.x >= size.width / 2 - 0.1 && center.x <= task.area.width - size.width / 2 + 0.1)
      for other in 0..<index {
        let x = abs(center.x - centers[other].x) - (size.width + task.sizes[other].width) / 2
        let y = abs(center.y - centers[other].y) - (size.height + task.sizes[other].height) / 2
        #expect(x > -0.1 || y > -0.1, "\(index) and \(other)")
      }
    }
  }

  // An arrangement of so many boxes takes a third of a second, so that these laws have few seeds.

  @Test(arguments: 0..<8) func boxesAreApartAndWithinTheArea(seed: Int) {
    let task = task(seed)
    expectApart(NetworkArrangement(task).centers, task)
  }

  @Test(arguments: 8..<10) func theSameNetworkIsArrangedTheSame(seed: Int) {
    let task = task(seed)
    #expect(NetworkArrangement(task).centers == NetworkArrangement(task).centers)
  }

  @Test(arguments: 0..<30) func boxesAreApartEvenWhereThereIsHardlyRoom(seed: Int) {
    let task = task(seed, density: 0.9)
    expectApart(Separation(task.sizes.map { _ in Point(x: 10, y: 10) }, task).centers, task)
  }

  /// Boxes that cannot be pushed apart are placed where they are nearest, not in rows, in which lines would lie on lines.
  @Test(arguments: 0..<12) func boxesInATightAreaDoNotComeIntoRows(seed: Int) {
    var random = Seeded(seed)
    let task = task(seed + 100, density: 1.6)
    let points = task.sizes.map { _ in
      Point(
        x: Double.random(in: 0...task.area.width, using: &random),
        y: Double.random(in: 0...task.area.height, using: &random))
    }
    let centers = Separation(points, task).centers
    expectApart(centers, task)
    #expect(Set(centers.map(\.y)).count * 2 > centers.count)
  }

  /// A line with a number is as long as its number needs, where there is room.
  @Test(arguments: 0..<6) func linesWithNumbersAreLongEnoughForThem(seed: Int) {
    var task = task(seed + 50, density: 3)
    for index in task.edges.indices { task.edges[index].isNumbered = index % 3 == 0 }
    let centers = NetworkArrangement(task).centers
    for edge in task.edges where edge.isNumbered {
      let length = Refinement.visible(
        centers[edge.one], centers[edge.other], task.sizes[edge.one], task.sizes[edge.other])
      #expect(length >= 15, "\(edge)")
    }
  }

  /// Also where spans are outside of the area, and after they were moved.
  @Test(arguments: 0..<12) func everySpanThatMeetsAnotherIsFound(seed: Int) {
    var random = Seeded(seed)
    func point() -> Point {
      Point(x: Double.random(in: -50...350, using: &random), y: Double.random(in: -30...130, using: &random))
    }
    var spans = (0..<Int.random(in: 0...150, using: &random)).map { _ in
      let start = point()
      return Bool.random(using: &random)
        ? Span(start, point()) : Span(start, Size(width: 20, height: 10), 3)
    }
    var index = SpanIndex(spans, within: Size(width: 300, height: 100))
    for _ in 0..<100 {
      let other = Span(point(), point())
      let near = index.all(near: other) { _ in true }
      #expect(zip(near, near.dropFirst()).allSatisfy { $0 < $1 })
      #expect(Set(spans.indices.filter { spans[$0].meets(other) }).isSubset(of: near))
      if let moved = spans.indices.randomElement(using: &random) {
        let next = Span(point(), point())
        index.move(moved, from: spans[moved], to: next)
        spans[moved] = next
      }
    }
    // Far fewer are compared than there are.
    let small = Span(Point(x: 150, y: 50), Size(width: 1, height: 1), 0)
    #expect(spans.count < 50 || index.all(near: small) { _ in true }.count < spans.count)
    #expect(spans.isEmpty || index.first(near: spans[0]) { $0 == 0 } == 0)
  }

  /// They are counted from move to move.
  @Test(arguments: 0..<12) func theFaultsOfARefinedPictureAreThoseOfItsPositions(seed: Int) {
    let task = task(seed)
    let distances = task.distances
    let points = task.sizes.indices.map { Point(x: Double($0 % 7) * 60, y: Double($0 / 7) * 20) }
    var refinement = Refinement(points, task, distances: distances, seed: 1)
    refinement.run(moves: 3000, heat: 1)
    #expect(refinement.centers != points || points.count < 2)
    #expect(refinement.cost.faults == LayoutCost(refinement.centers, task, distances: distances).faults)
  }

  @Test(arguments: 0..<15) func refinementMakesNoPictureWorse(seed: Int) {
    let task = task(seed)
    let distances = task.distances
    let points = StressLayout(distances: distances, count: task.sizes.count, seed: 1).points.map {
      Point(x: $0.x * 30 + 40, y: $0.y * 30 + 40)
    }
    let before = Refinement(Separation(points, task).centers, task, distances: distances, seed: 1)
    var after = before
    after.run(moves: 3000, heat: 0)
    #expect(after.total <= before.total * 1.0001 + 1e-6)
  }

  /// They are computed four at once, so that any number of boxes has to be tried.
  @Test(arguments: 0..<20) func theCostOfDistancesIsThatOfEachPair(count: Int) {
    var random = Seeded(count)
    func point() -> Point {
      Point(x: Double.random(in: 0...400, using: &random), y: Double.random(in: 0...300, using: &random))
    }
    func numbers() -> [Double] { (0..<count * count).map { _ in Double.random(in: 0.5...6, using: &random) } }
    var centers = (0..<count).map { _ in point() }
    let (distances, weights) = (numbers(), numbers())
    var costs = PairCosts(centers, distances: distances, weights: weights)
    for index in 0..<count {
      let place = point()
      let expected = (0..<count).filter { $0 != index }.map { other -> Double in
        let length = Refinement.length(place, centers[other])
        let error = length / (40 * distances[index * count + other]) - 1
        return weights[index * count + other] * error * error
      }.reduce(0, +)
      #expect(abs(costs.cost(of: index, at: place, unit: 40) - expected) <= 1e-9 * expected)
      centers[index] = place
      costs.move(index, to: place)
    }
  }

  @Test func stressLayoutKeepsDistancesThatFitAPlane() {
    let places = (0..<5).flatMap { x in (0..<5).map { Point(x: Double(x), y: Double($0)) } }
    let distances = places.flatMap { one in places.map { Refinement.length(one, $0) } }
    let points = StressLayout(distances: distances, count: 25, seed: 3).points
    for one in 0..<25 {
      for other in 0..<one {
        #expect(abs(Refinement.length(points[one], points[other]) - distances[one * 25 + other]) < 0.1)
      }
    }
  }

  @Test(arguments: 10..<14) func keptBoxesStayWhereTheyAre(seed: Int) {
    var task = task(seed)
    let first = NetworkArrangement(task).centers
    for index in first.indices where index % 3 != 0 { task.kept[index] = first[index] }
    let second = NetworkArrangement(task).centers
    for index in first.indices where index % 3 != 0 { #expect(second[index] == first[index]) }
  }

  // MARK: Lines

  @Test func noStrokeIsLongerThanHalfItsLine() {
    for length in stride(from: 1.0, through: 300, by: 0.7) {
      for tone in [-10.0, -3, 0, 6] {
        for isPossible in [false, true] {
          let line = Line(
            from: "a", to: "b", subject: .card(.ego), tone: Tone(tone), isPossible: isPossible)
          let path = [Point(x: 0, y: 0)] + Path.straight(Point(x: 0, y: 0), Point(x: length, y: 0))
          let pattern = LinePattern(line, length: length, width: LinePattern.width(line))
          let pieces = pattern.pieces(of: Curve(points: path))
          let total = pieces.map { Path.length(of: $0.points) }.reduce(0, +)
          if pieces.count > 1 {
            for piece in pieces { #expect(Path.length(of: piece.points) < length / 2) }
            #expect(abs(pieces[0].points[0].x) < 1e-6 && abs(pieces[pieces.count - 1].points[3].x - length) < 1e-6)
            #expect(total < length)
          } else {
            #expect(abs(total - length) < 1e-6)
          }
          // Conflict shows by form, unless the line is too short for it.
          if tone == -10, !isPossible, length >= LinePattern.leastDashed { #expect(pieces.count > 1) }
        }
      }
    }
  }

  @Test func whatIsContestedHasADoubleLineAlsoIfItIsOnlyPossible() {
    for isPossible in [false, true] {
      var line = Line(from: "a", to: "b", subject: .card(.ego), tone: Tone(-4), isPossible: isPossible)
      line.isContested = true
      let attributes = LineTypesetter(theme: .light).attributes(PlacedLine(line, points: []))
      #expect(String(describing: attributes["color"]).count { $0 == ":" } == 2)
    }
  }

  @Test(arguments: 0..<16) func everyLineOfARandomNetworkIsDrawnBetweenItsFiguresAndThroughNoOther(seed: Int)
    async throws
  {
    let content = Samples.random(seed, View(.everyone))
    let composition = try await Composition(content)
    #expect(composition.page.lines.count { $0.swatch == nil } == content.lines.count)
    expectLinesBesideFigures(composition)
  }

  private func expectLinesBesideFigures(_ composition: Composition) {
    let figures = composition.page.blocks.compactMap { placed -> (id: Entity.ID, placed: PlacedBlock)? in
      if case .figure(let id) = placed.block.key { (id, placed) } else { nil }
    }
    for placed in composition.page.lines where placed.swatch == nil {
      let path = MeasuredPath(placed.points)
      let others = figures.filter { $0.id != placed.line.from && $0.id != placed.line.to }
      for step in 1..<20 {
        let point = path.point(at: Double(step) / 20)
        for other in others { #expect(!covers(other.placed, point), "\(placed.line.id) passes \(other.id)") }
      }
      #expect(placed.pattern != nil)
    }
  }

  @Test func theArchipelagoIsDrawnWholeOnAPage() async throws {
    let snapshot = try Samples.example("archipelago").snapshot(at: Moment(on: Day(2024, 6, 1)!))
    let composition = try await Composition.fitting(.page) {
      Content(GraphDiff(snapshot), of: View(.everyone), options: ContentOptions(detail: $0))
    }
    #expect(composition.fits && composition.smallestType >= 6)
    #expect(composition.page.lines.count { $0.swatch == nil } == composition.content.lines.count)
    expectLinesBesideFigures(composition)
    let svg = try await composition.svg()
    for bloc in composition.content.blocs { #expect(svg.contains("id=\"ground-\(bloc.id.text)\"")) }
    let grounds = composition.page.areas.flatMap(\.curves).joined()
    #expect(!grounds.isEmpty && grounds.allSatisfy { $0.x >= 0 && $0.x <= composition.page.size.width })
  }

  /// Whether the figure, a box or a hexagon, covers a point and more than a point around it.
  private func covers(_ figure: PlacedBlock, _ point: Point) -> Bool {
    let (width, height) = (figure.size.width / 2 - 1, figure.size.height / 2 - 1)
    let (across, down) = (abs(point.x - figure.center.x), abs(point.y - figure.center.y))
    let slant = figure.block.attributes["shape"] == "hexagon" ? width / 2 * down / height : 0
    return down < height && across < width - slant
  }

  // MARK: Blocs

  @Test func theGroundOfABlocIsBehindItsMembersAndNotBehindOthers() throws {
    var page = Page(width: 300)
    func box(_ id: Entity.ID, _ x: Double, _ y: Double) -> PlacedBlock {
      let block = Block(.figure(id), attributes: [:], size: Size(width: 30, height: 10))
      return PlacedBlock(block, x: x, y: y, Size(width: 30, height: 10))
    }
    page.blocks = [box("a", 20, 20), box("b", 120, 30), box("c", 60, 90), box("d", 94, 64)]
    let bloc = Bloc(id: .community(1), name: "Bloc", members: ["a", "b", "c"], claims: [])
    let area = try #require(BlocHulls([bloc], among: [bloc], on: page, Theme.light).areas.first)
    for block in page.blocks {
      let isIn = area.curves.contains { contains($0, block.center) }
      #expect(isIn == (block.block.key != .figure("d")))
    }
    for curve in area.curves { #expect(curve.first == curve.last && curve.count % 3 == 1) }
  }

  /// Whether a point is within the polygon of the ends of curves.
  private func contains(_ curve: [Point], _ point: Point) -> Bool {
    let corners = stride(from: 0, to: curve.count, by: 3).map { curve[$0] }
    return zip(corners, corners.dropFirst()).count { a, b in
      (a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
    } % 2 == 1
  }
}
