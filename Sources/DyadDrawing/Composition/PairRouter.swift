internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Routes the lines of a pair through the gutters, so that none crosses another, a card or a name.
///
/// The line between the two is straight, and so is that of the third party next to a panel. Every other line turns into the
/// gutter, follows a lane of its own, and turns into the inner border of the panel.
struct PairRouter {
  private let content: Content
  private let page: Page
  /// The radius of the corners of a panel.
  private static let corner = 14.0

  init(_ content: Content, _ page: Page) { (self.content, self.page) = (content, page) }

  var lines: [PlacedLine] {
    guard case .pair(let one, _) = content.layout else { return [] }
    return page.panels.flatMap { panel -> [PlacedLine] in
      let isFirst = panel.side == .first
      let mine = content.lines.filter { ($0.from == one) == isFirst }
      let ends = mine.compactMap { line in end(line, panel, isFirst) }
      let own = ends.filter { $0.line.card == .pair }.map { straight($0, panel, isFirst) }
      return own
        + [true, false].flatMap { isAbove in
          routes(ends.filter { $0.line.card != .pair && ($0.isAbove == isAbove) }, panel, isFirst, isAbove)
        }
    }
  }

  /// The far end of a line that starts at a panel.
  private struct End {
    var line: Line
    var block: PlacedBlock
    var card: PlacedBlock
    /// Whether it is in the column of the panel.
    var isBeside: Bool
    var isAbove: Bool
  }

  private func end(_ line: Line, _ panel: PlacedPanel, _ isFirst: Bool) -> End? {
    guard let block = line.target.flatMap(page.block), let card = line.card.flatMap({ page.block(.card($0)) }) else {
      return nil
    }
    let isBeside = abs(card.x - panel.x) < 1
    return End(line: line, block: block, card: card, isBeside: isBeside, isAbove: block.middle < panel.middle)
  }

  private func straight(_ end: End, _ panel: PlacedPanel, _ isFirst: Bool) -> PlacedLine {
    let border = isFirst ? panel.x + panel.size.width : panel.x
    let x = isFirst ? end.block.x : end.block.x + end.block.size.width
    return PlacedLine(end.line, from: Point(x: border, y: panel.middle), to: Point(x: x, y: panel.middle))
  }

  /// The routes to one half of a panel.
  ///
  /// Lanes count from the panel outwards, landings from its corner inwards, in the same order: ends beside the panel from the
  /// nearest, then ends in the middle from the farthest.
  private func routes(_ ends: [End], _ panel: PlacedPanel, _ isFirst: Bool, _ isAbove: Bool) -> [PlacedLine] {
    let beside = ends.filter(\.isBeside).sorted {
      abs($0.block.middle - panel.middle) < abs($1.block.middle - panel.middle)
    }
    let middle = ends.filter { !$0.isBeside }.sorted {
      abs($0.block.middle - panel.middle) > abs($1.block.middle - panel.middle)
    }
    var routes: [PlacedLine] = []
    if let nearest = beside.first {
      let x = panel.x + panel.size.width / 2
      let from = isAbove ? panel.y : panel.bottom
      let to = isAbove ? nearest.card.bottom : nearest.block.y
      routes.append(PlacedLine(nearest.line, from: Point(x: x, y: from), to: Point(x: x, y: to)))
    }
    let turning = beside.dropFirst() + middle
    let room = panel.size.height / 2 - PairRouter.corner - 6
    let step = min(10, room / Double(turning.count + 1))
    let lane = PairSheet.gutter / Double(turning.count + 1)
    for (index, end) in turning.enumerated() {
      let landing =
        isAbove
        ? panel.y + PairRouter.corner + step * Double(index) : panel.bottom - PairRouter.corner - step * Double(index)
      let border = isFirst ? panel.x + panel.size.width : panel.x
      let x = isFirst ? border + lane * Double(index + 1) : border - lane * Double(index + 1)
      routes.append(PlacedLine(end.line, points: path(end, Point(x: border, y: landing), lane: x, isFirst)))
    }
    return routes
  }

  private func path(_ end: End, _ landing: Point, lane: Double, _ isFirst: Bool) -> [Point] {
    let isLeftOfLane = end.isBeside == isFirst
    let start = Point(x: isLeftOfLane ? end.block.x + end.block.size.width : end.block.x, y: end.block.middle)
    let corners = [Point(x: lane, y: landing.y), Point(x: lane, y: start.y)]
    let radius = min(5, abs(start.y - landing.y) / 2, abs(lane - landing.x), abs(start.x - lane))
    guard radius > 0.5 else { return [landing] + Path.straight(landing, start) }
    let turn = Point(x: lane, y: (landing.y + start.y) / 2)
    return [landing] + Path.elbow(landing, corners[0], turn, radius: radius)
      + Path.elbow(turn, corners[1], start, radius: radius)
  }
}
