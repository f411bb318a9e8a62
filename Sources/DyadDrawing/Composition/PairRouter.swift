internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Routes the lines of a pair through the gutters, each to the figure of the party that it concerns.
///
/// The line between the two runs straight from each name to the card. A third party above or below a panel has a straight
/// line to the figure next to it. Every other line turns into the gutter, follows a lane of its own, and turns to the inner
/// side of its figure: from above to the upper half of a name, from below to its lower half or to a member, so that it does
/// not cross the line between the two. A line to a third party below the other panel passes below the card.
struct PairRouter {
  private let content: Content
  private let page: Page
  private let landings: Landings

  private static let step = 4.0
  /// Half the room of the line between the two.
  private static let own = 4.0
  /// The room below the card for the lines to the far column.
  static let passage = 10.0

  init(_ content: Content, _ page: Page) {
    (self.content, self.page) = (content, page)
    landings = Landings(content, page)
  }

  var lines: [PlacedLine] {
    page.panels.flatMap { panel -> [PlacedLine] in
      let mine = content.lines.filter { content.side(of: $0) == panel.side }
      let ends = mine.compactMap { end($0, panel) }
      let outside = ends.filter { $0.line.card != .pair }
      return ends.filter { $0.line.card == .pair }.map { own($0, panel) }
        + [true, false].flatMap { isAbove in routes(outside.filter { $0.isAbove == isAbove }, panel, isAbove) }
    }
  }

  /// Both ends of a line.
  private struct End {
    var line: Line
    /// The figure of the side.
    var figure: PlacedBlock
    /// The card of the pair, or the figure of a third party.
    var block: PlacedBlock
    var card: PlacedBlock
    /// Whether the third party is in the column of the panel.
    var isBeside: Bool
    var isAbove: Bool
    /// The way to a third party in the column of the other side: the height below the card of the pair, and the lane in the
    /// other gutter.
    var way: Point?

    /// The height at which it leaves the gutter of its side.
    var turn: Double { way?.y ?? block.middle }
  }

  private func end(_ line: Line, _ panel: PlacedPanel) -> End? {
    guard let block = line.target.flatMap(page.block), let card = line.card.flatMap({ page.block(.card($0)) }),
      let figure = landings.figure(of: line, in: panel)
    else { return nil }
    return End(
      line: line, figure: figure, block: block, card: card, isBeside: abs(card.x - panel.x) < 1,
      isAbove: block.middle < panel.y, way: way(line, to: card, panel))
  }

  /// The way below the card of the pair, beside the other lines of the same third party.
  private func way(_ line: Line, to card: PlacedBlock, _ panel: PlacedPanel) -> Point? {
    guard line.card != .pair, let middle = page.block(.card(.pair)) else { return nil }
    let (left, right) = (middle.x, middle.x + middle.size.width)
    let isFirst = panel.side == .first
    guard isFirst ? card.x >= right : card.x + card.size.width <= left else { return nil }
    let shift = PairRouter.step * Double(line.part - 1)
    return Point(x: isFirst ? right + 5 + shift : left - 5 - shift, y: middle.bottom + 5 + shift)
  }

  private func own(_ end: End, _ panel: PlacedPanel) -> PlacedLine {
    let isFirst = panel.side == .first
    let y = end.figure.middle
    return PlacedLine(
      end.line, from: Point(x: landings.border(end.figure, isRight: isFirst, y), y: y),
      to: Point(x: isFirst ? end.block.x : end.block.x + end.block.size.width, y: y))
  }

  /// The lines of the third parties above or below a panel.
  private func routes(_ ends: [End], _ panel: PlacedPanel, _ isAbove: Bool) -> [PlacedLine] {
    let neighbour = ends.filter(\.isBeside).min {
      abs($0.block.middle - panel.middle) < abs($1.block.middle - panel.middle)
    }
    let outermost = isAbove ? panel.members.first : panel.members.last
    let isStraight = { (end: End) in
      end.block.block.key == neighbour?.block.block.key && end.isBeside && end.figure.block.key == outermost
    }
    let straight = ends.filter(isStraight)
    return straight.enumerated().map { index, end in
      let x = panel.x + panel.size.width / 2 + 9 * (Double(index) - Double(straight.count - 1) / 2)
      return PlacedLine(
        end.line, from: Point(x: x, y: isAbove ? end.figure.y : end.figure.bottom),
        to: Point(x: x, y: isAbove ? end.card.bottom : end.block.y))
    } + turning(ends.filter { !isStraight($0) }, panel, isAbove)
  }

  /// The lines through the gutter, in lanes from the outermost to that next to the panel.
  ///
  /// Of two lines from the middle column, that with the landing nearer to the line between the two has the outer lane, and the
  /// lines from the column of the panel have the lanes inside those: then few lines cross.
  private func turning(_ ends: [End], _ panel: PlacedPanel, _ isAbove: Bool) -> [PlacedLine] {
    let isFirst = panel.side == .first
    func distance(_ y: Double) -> Double { isAbove ? -y : y }
    let ordered = ends.sorted { one, other in
      if one.isBeside != other.isBeside { return other.isBeside }
      let (left, right) = (distance(one.figure.middle), distance(other.figure.middle))
      if left != right { return left < right }
      let (near, far) = (distance(one.turn), distance(other.turn))
      if near != far { return one.isBeside ? near > far : near < far }
      return one.line.part < other.line.part
    }
    let lane = PairSheet.gutter / Double(ordered.count + 1)
    let inner = isFirst ? panel.x + panel.size.width : panel.x
    return ordered.enumerated().map { index, end in
      let peers = ordered.filter { $0.figure.block.key == end.figure.block.key }
      let place = peers.firstIndex { $0.line.id == end.line.id } ?? 0
      let landing = landing(end.figure, place, of: peers.count, panel, isAbove)
      let starts = ordered.filter { $0.block.block.key == end.block.block.key }
      let start = starts.firstIndex { $0.line.id == end.line.id } ?? 0
      let step = min(6, max(0, end.block.size.height - 8) / Double(starts.count))
      // From the other side a line comes from below, beside those of the near one.
      let offset = step * (Double(start) - Double(starts.count - 1) / 2) + (end.way == nil ? 0 : PairRouter.beside)
      let x = inner + (isFirst ? 1 : -1) * lane * Double(ordered.count - index)
      return PlacedLine(
        end.line,
        points: path(
          from: Point(x: landings.border(end.figure, isRight: isFirst, landing), y: landing), lane: x, way: end.way,
          to: Point(
            x: landings.border(
              end.block, isRight: end.isBeside == isFirst, end.block.middle + (isAbove ? -offset : offset)),
            y: end.block.middle + (isAbove ? -offset : offset))))
    }
  }

  /// The height at which a line ends at a figure: beside the line between the two on the name of a side, around the middle of
  /// a member.
  private func landing(_ figure: PlacedBlock, _ index: Int, of count: Int, _ panel: PlacedPanel, _ isAbove: Bool)
    -> Double
  {
    let half = figure.size.height / 2
    guard figure.block.key == panel.members.first else {
      return landings.height(isAbove ? count - 1 - index : index, of: count, at: figure, step: PairRouter.step + 2)
    }
    let step = min(PairRouter.step, (half - PairRouter.own - 3) / Double(max(1, count)))
    return figure.middle + (isAbove ? -1 : 1) * (PairRouter.own + 1 + step * (Double(index) + 0.5))
  }

  private static let beside = 6.0

  private func path(from landing: Point, lane: Double, way: Point?, to start: Point) -> [Point] {
    guard let way else {
      return path(through: [landing, Point(x: lane, y: landing.y), Point(x: lane, y: start.y), start])
    }
    return path(through: [
      landing, Point(x: lane, y: landing.y), Point(x: lane, y: way.y), way, Point(x: way.x, y: start.y), start,
    ])
  }

  /// A path with rounded corners.
  private func path(through stops: [Point]) -> [Point] {
    let lengths = zip(stops, stops.dropFirst()).map { abs($0.x - $1.x) + abs($0.y - $1.y) }
    let radius = min(5, (lengths.min() ?? 0) / 2)
    guard radius > 0.5, stops.count > 2 else { return [stops[0]] + Path.straight(stops[0], stops[stops.count - 1]) }
    var (points, from) = ([stops[0]], stops[0])
    for index in 1..<(stops.count - 1) {
      let (corner, next) = (stops[index], stops[index + 1])
      let isLast = index == stops.count - 2
      let to = isLast ? next : Point(x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2)
      points += Path.elbow(from, corner, to, radius: radius)
      from = to
    }
    return points
  }
}
