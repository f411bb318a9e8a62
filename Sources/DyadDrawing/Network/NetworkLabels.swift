internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The numbers of ties on their lines, and the names of blocs beside their grounds, where they cover as little as possible.
struct NetworkLabels {
  /// The number, or the mark of a change, of each line that has one.
  private(set) var numbers: [PlacedBlock] = []
  private let page: Page
  private let theme: Theme

  init(_ content: Content, _ page: Page, _ theme: Theme) {
    (self.page, self.theme) = (page, theme)
    let known = Dictionary(
      content.cards.compactMap { card in card.number.map { (card.kind, $0) } }, uniquingKeysWith: { one, _ in one })
    let typesetter = BadgeTypesetter(theme: theme)
    // A number beside an arrowhead leaves the direction visible.
    var taken = page.blocks.map { ($0.center, $0.size) } + page.arrowheads
    // The shortest lines first, for they leave the least choice.
    let lengths = page.lines.map { Path.length(of: $0.points) }
    let shortestFirst = page.lines.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    var placed: [Int: PlacedBlock] = [:]
    for index in shortestFirst {
      let line = page.lines[index]
      guard let card = line.line.card,
        let block = typesetter.block(known[card], mark: line.line.mark, .number(card))
      else { continue }
      let size = block.size ?? BadgeTypesetter.size
      let places = (0...5).flatMap { step -> [(center: Point, cost: Double)] in
        let (cost, unit) = (Double(step), (size.height / 2 + 3) / 3)
        return NetworkLabels.places(beside: line.points, by: cost * unit).map { (center: $0, cost: cost) }
      }
      guard let best = place(places, size, taken, besides: line) else { continue }
      taken.append((best, size))
      placed[index] = PlacedBlock(block, x: best.x - size.width / 2, y: best.y - size.height / 2, size)
    }
    numbers = page.lines.indices.compactMap { placed[$0] }
  }

  /// Along a line: its middle, then farther and farther from it to both sides.
  private static let shares =
    [0.5] + stride(from: 0.025, through: 0.45, by: 0.025).flatMap { [0.5 - $0, 0.5 + $0] }

  /// The points at a distance to both sides of a line, those beside its middle first.
  private static func places(beside points: [Point], by distance: Double) -> [Point] {
    shares.flatMap { share -> [Point] in
      let (before, after) = (Path.point(at: share - 0.01, of: points), Path.point(at: share + 0.01, of: points))
      let (x, y) = (after.x - before.x, after.y - before.y)
      let length = (x * x + y * y).squareRoot()
      let at = Path.point(at: share, of: points)
      guard distance > 0, length > 0 else { return [at] }
      return [distance, -distance].map { Point(x: at.x - y / length * $0, y: at.y + x / length * $0) }
    }
  }

  /// The first of the places with the least cost: its own, one for each line below a block of that size, and more than
  /// any of these for a block below it.
  private func place(
    _ places: [(center: Point, cost: Double)], _ size: Size, _ taken: [(center: Point, size: Size)],
    besides line: PlacedLine?
  ) -> Point? {
    let others = page.lines.filter { $0.line.id != line?.line.id }
    func onBlocks(_ center: Point) -> Double {
      taken.map { other -> Double in
        let x = (size.width + other.size.width) / 2 + 1 - abs(center.x - other.center.x)
        let y = (size.height + other.size.height) / 2 + 1 - abs(center.y - other.center.y)
        return x > 0 && y > 0 ? 100 + min(x, y) : 0
      }.reduce(0, +)
    }
    func onLines(_ center: Point) -> Int {
      others.count { other in
        zip(other.points, other.points.dropFirst()).contains { Refinement.passes($0, $1, center, size, 0.5) }
      }
    }
    var (best, least): (Point?, Double) = (nil, .infinity)
    for place in places where place.cost < least {
      var cost = place.cost + onBlocks(place.center)
      // Lines take longest to count.
      guard cost < least else { continue }
      cost += Double(onLines(place.center))
      if cost < least { (best, least) = (place.center, cost) }
    }
    return best
  }

  /// The names of blocs at the edges of their grounds.
  func names(_ labels: [Block], within height: Double) -> [PlacedBlock] {
    var taken = (page.blocks + numbers).map { ($0.center, $0.size) }
    return labels.compactMap { label in
      guard case .bloc(let id) = label.key, let size = label.size,
        let area = page.areas.first(where: { $0.bloc?.id == id })
      else { return nil }
      let left = Page.margin + size.width / 2
      let right = page.size.width - Page.margin - size.width / 2
      let edge = area.curves.flatMap { curve in stride(from: 0, to: curve.count, by: 3).map { curve[$0] } }
        .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
      // On the edge, or else beside it.
      let (across, down) = (size.width / 2 + 2, size.height / 2 + 2)
      let beside = [(0, 0), (0, -down), (0, down), (-across, 0), (across, 0)]
      let places = beside.flatMap { step in edge.map { Point(x: $0.x + step.0, y: $0.y + step.1) } }
        .map { point in
          let x = min(max(point.x, left), max(left, right))
          let y = min(max(point.y, size.height / 2), max(size.height / 2, height - size.height / 2))
          return (center: Point(x: x, y: y), cost: 0.0)
        }
      guard let best = place(places, size, taken, besides: nil) else { return nil }
      taken.append((best, size))
      return PlacedBlock(label, x: best.x - size.width / 2, y: best.y - size.height / 2, size)
    }
  }
}

extension Page {
  /// The places of the arrowheads of its lines.
  fileprivate var arrowheads: [(center: Point, size: Size)] {
    let weights = lineWeights
    return lines.compactMap { placed in
      guard let arrow = weights.arrow(placed), let end = placed.line.arrow, placed.points.count > 3 else { return nil }
      let toTip = end == .atTo ? placed.points : placed.points.reversed()
      let base = Path.cut(toTip, beforeEndBy: arrow.length).last ?? toTip[0]
      let (tip, half) = (toTip[toTip.count - 1], arrow.halfBase)
      let size = Size(width: abs(tip.x - base.x) + half, height: abs(tip.y - base.y) + half)
      return (Point(x: (tip.x + base.x) / 2, y: (tip.y + base.y) / 2), size)
    }
  }
}
