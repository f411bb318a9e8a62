internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The names of blocs beside their grounds, and the numbers of ties on their lines, where they cover as little as possible.
struct NetworkLabels {
  /// The number, or the mark of a change, of each line that has one.
  private(set) var numbers: [PlacedBlock] = []
  /// The name of each bloc that has a ground.
  var names: [PlacedBlock] { placedNames.compactMap { $0 } }
  private var placedNames: [PlacedBlock?]
  private let page: Page
  /// What a label covers if it is placed there, besides names.
  private var taken: [Taken]

  /// A part of the page that should not be covered.
  private struct Taken {
    var center: Point
    var size: Size
    /// The frames of a film that have it; `nil` if all may have it.
    var frames: Set<Int>?

    func isSeen(with frames: Set<Int>?) -> Bool {
      guard let own = self.frames, let frames else { return true }
      return !own.isDisjoint(with: frames)
    }
  }

  private typealias Place = (center: Point, cost: Double)

  /// - Parameters:
  ///   - page: a page with figures, lines and grounds.
  ///   - frames: the frames of a film for which they are placed once; none if it is a picture by itself.
  ///   - names: the versions of the name of each bloc, that with the fewest lines first.
  ///   - height: that of the area for the network.
  init(
    _ content: Content, _ page: Page, _ theme: Theme, for frames: [Content], names: [[Block]], within height: Double
  ) {
    self.page = page
    // A number beside an arrowhead leaves the direction visible.
    taken = (page.blocks.map { ($0.center, $0.size) } + page.arrowheads).map { Taken(center: $0.center, size: $0.size) }
    placedNames = names.map { _ in nil }
    // Names are larger than numbers, and have less choice; a number may then leave a better place for a name.
    place(names, within: height)
    placeNumbers(content, BadgeTypesetter(theme: theme), for: frames)
    place(names, within: height)
  }

  // MARK: Numbers

  private mutating func placeNumbers(_ content: Content, _ typesetter: BadgeTypesetter, for frames: [Content]) {
    let known = Dictionary(
      content.cards.compactMap { card in card.number.map { (card.kind, $0) } }, uniquingKeysWith: { one, _ in one })
    let seen = NetworkLabels.frames(of: frames)
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
      let places = (0...5).flatMap { step -> [Place] in
        let (cost, unit) = (Double(step), (size.height / 2 + 3) / 3)
        return NetworkLabels.places(beside: line.points, by: cost * unit).map { (center: $0, cost: cost) }
      }
      let own = frames.isEmpty ? nil : seen[card, default: []]
      guard let best = place(places, size, seenIn: own, besides: line) else { continue }
      taken.append(Taken(center: best.center, size: size, frames: own))
      placed[index] = PlacedBlock(block, around: best.center, size)
    }
    numbers = page.lines.indices.compactMap { placed[$0] }
  }

  /// The frames that list a tie or mark its change: only then its line has a number or a mark.
  private static func frames(of contents: [Content]) -> [Card.Kind: Set<Int>] {
    var frames: [Card.Kind: Set<Int>] = [:]
    for (index, content) in contents.enumerated() {
      for card in content.cards where card.number != nil { frames[card.kind, default: []].insert(index) }
      for line in content.lines where (line.mark ?? .kept) != .kept {
        if let card = line.card { frames[card, default: []].insert(index) }
      }
    }
    return frames
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

  // MARK: Names

  /// What a line more of the name of a bloc costs: it is broken only where it would be on a block.
  private static let lineBreak = 30.0

  private mutating func place(_ names: [[Block]], within height: Double) {
    for (index, versions) in names.enumerated() {
      placedNames[index] = nil
      placedNames[index] = name(versions, within: height)
    }
  }

  private func name(_ versions: [Block], within height: Double) -> PlacedBlock? {
    guard case .bloc(let id)? = versions.first?.key, let area = page.areas.first(where: { $0.bloc?.id == id })
    else { return nil }
    let edge = area.curves.flatMap { curve in stride(from: 0, to: curve.count, by: 3).map { curve[$0] } }
      .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    var best: (name: PlacedBlock, cost: Double)?
    for (index, version) in versions.enumerated() {
      guard let size = version.size else { continue }
      let cost = Double(index) * NetworkLabels.lineBreak
      let places = places(on: edge, size, within: height).map { (center: $0, cost: cost) }
      guard let place = place(places, size, below: best?.cost ?? .infinity) else { continue }
      best = (PlacedBlock(version, around: place.center, size), place.cost)
    }
    return best?.name
  }

  /// The places of a name on the edge of a ground, then beside it.
  private func places(on edge: [Point], _ size: Size, within height: Double) -> [Point] {
    let left = Page.margin + size.width / 2
    let right = page.size.width - Page.margin - size.width / 2
    let (across, down) = (size.width / 2 + 2, size.height / 2 + 2)
    let beside = [
      (0, 0), (0, -down), (0, down), (-across, 0), (across, 0), (-across, -down), (-across, down), (across, -down),
      (across, down),
    ]
    return beside.flatMap { step in edge.map { Point(x: $0.x + step.0, y: $0.y + step.1) } }.map { point in
      let x = min(max(point.x, left), max(left, right))
      let y = min(max(point.y, size.height / 2), max(size.height / 2, height - size.height / 2))
      return Point(x: x, y: y)
    }
  }

  // MARK: Places

  /// The first of the places with the least cost, if that is below a limit: its own, one for each line below a block of
  /// that size, and more than any of these for a block below it.
  private func place(
    _ places: [Place], _ size: Size, seenIn frames: Set<Int>? = nil, besides line: PlacedLine? = nil,
    below limit: Double = .infinity
  ) -> Place? {
    let others = page.lines.filter { $0.line.id != line?.line.id }
    let taken = taken.filter { $0.isSeen(with: frames) } + names.map { Taken(center: $0.center, size: $0.size) }
    func onBlocks(_ center: Point) -> Double {
      taken.map { other -> Double in
        let x = (size.width + other.size.width) / 2 + 1 - abs(center.x - other.center.x)
        let y = (size.height + other.size.height) / 2 + 1 - abs(center.y - other.center.y)
        return x > 0 && y > 0 ? 30 + 30 * min(x, y) : 0
      }.reduce(0, +)
    }
    func onLines(_ center: Point) -> Int {
      others.count { other in
        zip(other.points, other.points.dropFirst()).contains { Refinement.passes($0, $1, center, size, 0.5) }
      }
    }
    var (best, least): (Place?, Double) = (nil, limit)
    for place in places where place.cost < least {
      var cost = place.cost + onBlocks(place.center)
      // Lines take longest to count.
      guard cost < least else { continue }
      cost += Double(onLines(place.center))
      if cost < least { (best, least) = ((place.center, cost), cost) }
    }
    return best
  }
}

extension PlacedBlock {
  fileprivate init(_ block: Block, around center: Point, _ size: Size) {
    self.init(block, x: center.x - size.width / 2, y: center.y - size.height / 2, size)
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
