import DyadContent
import DyadCore
import DyadDrawing
import Graphviz
import Testing

@Suite struct ArrowTests {
  private static let paths: [[Point]] = [
    [Point(x: 0, y: 0)] + Path.straight(Point(x: 0, y: 0), Point(x: 100, y: 40)),
    [Point(x: 0, y: 0), Point(x: 60, y: 0), Point(x: 60, y: 80), Point(x: 120, y: 80)],
    // Its end is a quarter of a circle of radius 3, shorter than an arrowhead.
    [Point(x: 0, y: 0)] + Path.straight(Point(x: 0, y: 0), Point(x: 50, y: 0))
      + [Point(x: 51.6, y: 0), Point(x: 53, y: 1.4), Point(x: 53, y: 3)],
    // It comes back to where it has been.
    [Point(x: 0, y: 0), Point(x: 200, y: 10), Point(x: 200, y: -10), Point(x: 4, y: 0)],
  ]

  @Test(arguments: paths, [0.5, 3, 8, 12]) func aCutPathIsTheBeginningOfThePath(points: [Point], distance: Double) {
    let cut = Path.cut(points, beforeEndBy: distance)
    let (end, tip) = (cut[cut.count - 1], points[points.count - 1])
    #expect(cut[0] == points[0] && cut.count % 3 == 1)
    #expect(abs(length(end, tip) - distance) < 1e-6)
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let place = Path.point(at: share, of: cut)
      let nearest = (0...4000).map { length(Path.point(at: Double($0) / 4000, of: points), place) }.min() ?? .infinity
      #expect(nearest < 0.1)
    }
    // What is cut off is all near the end.
    let rest = (0...8000).map { Path.point(at: Double($0) / 8000, of: points) }.reversed().prefix {
      length($0, end) > 0.6
    }
    #expect(rest.allSatisfy { length($0, tip) < distance + 0.6 })
  }

  @Test func aPathThatIsShorterKeepsItsStart() {
    let path = [Point(x: 0, y: 0)] + Path.straight(Point(x: 0, y: 0), Point(x: 5, y: 0))
    let cut = Path.cut(path, beforeEndBy: 8)
    #expect(cut.count == 4 && cut[0] == path[0] && abs(cut[3].x - 0.5) < 1e-9)
  }

  private func length(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  @Test(arguments: [6.0, 10, 20, 60], [-10.0, -2, 0, 5, 10])
  func anArrowheadLeavesAPartOfItsLine(length: Double, tone: Double) throws {
    var line = Line(from: "a", to: "b", subject: .card(.ego), tone: Tone(tone), isPossible: false)
    line.arrow = .atTo
    let points = [Point(x: 0, y: 0)] + Path.straight(Point(x: 0, y: 0), Point(x: length, y: 0))
    let arrow = try #require(LineWeights().arrow(PlacedLine(line, points: points)))
    #expect(arrow.size <= 0.6 && arrow.size >= 0.15)
    if arrow.size > 0.15 { #expect(arrow.length + arrow.lineWidth / 2 <= 0.6 * length + 1e-9) }
    line.isContested = true
    #expect(LineWeights().arrow(PlacedLine(line, points: points)) == nil)
  }

  @Test(arguments: 0..<12) func noNumberCoversAnArrowhead(seed: Int) async throws {
    let composition = try await Composition(Samples.random(seed, View(.everyone)))
    let numbers = composition.page.blocks.filter { if case .number = $0.block.key { true } else { false } }
    let tips = composition.page.lines.filter { $0.swatch == nil }.compactMap { placed -> Point? in
      switch placed.line.arrow {
      case .atTo: placed.points.last
      case .atFrom: placed.points.first
      case nil: nil
      }
    }
    for number in numbers {
      let (center, size) = (number.center, number.size)
      #expect(
        !tips.contains { abs($0.x - center.x) < size.width / 2 && abs($0.y - center.y) < size.height / 2 })
    }
  }
}
