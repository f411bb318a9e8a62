internal import DyadCore
internal import Graphviz

/// Three columns: the two sides in panels, and between them the card, with the third parties above and below it.
struct PairSheet {
  private let drawing: Drawing
  private let figures: FigureSetter
  private let cards: CardSetter

  private static let panelWidth = 110.0
  private static let gutter = 26.0
  private static let gap = 9.0
  private static var middleWidth: Double { Page.width - 2 * Page.margin - 2 * panelWidth - 2 * gutter }
  private static var middle: Double { Page.margin + panelWidth + gutter }

  init(_ drawing: Drawing, _ ruler: Ruler) {
    self.drawing = drawing
    figures = FigureSetter(theme: drawing.theme, ruler: ruler)
    cards = CardSetter(theme: drawing.theme, ruler: ruler, width: PairSheet.middleWidth)
  }

  /// All blocks, to be measured.
  var blocks: [Block] {
    drawing.figures.map(block) + drawing.cards.map(cards.block)
  }

  private func block(_ figure: Figure) -> Block {
    figures.block(figure, width: figure.side == .other ? 104 : PairSheet.panelWidth - 12)
  }

  func page(_ sizes: [String: Size]) -> Page {
    var page = Page()
    let card = stack(&page, sizes)
    for side in [Figure.Side.first, .second] { panel(side, beside: card, &page, sizes) }
    let top = (page.blocks.map(\.y) + page.panels.map(\.y)).min() ?? 0
    page.shift(down: -top)
    for line in drawing.lines { join(line, &page) }
    page.size.height = (page.blocks.map(\.bottom) + page.panels.map(\.bottom)).max() ?? 0
    return page
  }

  // MARK: The middle column

  private struct Third {
    var figure: Block
    var card: Block
    var height: Double
  }

  /// Places the card and the third parties, the strongest nearest to it; gives back the card.
  private func stack(_ page: inout Page, _ sizes: [String: Size]) -> PlacedBlock? {
    guard let dyad = drawing.cards.first(where: { $0.id == "dyad" }) else { return nil }
    let block = cards.block(dyad)
    let placed = PlacedBlock(block, x: PairSheet.middle, y: 0, sizes[block.name]!)
    page.blocks.append(placed)
    var (above, below) = (0.0, placed.bottom)
    for third in thirds(sizes) {
      let figureSize = sizes[third.figure.name]!
      let cardSize = sizes[third.card.name]!
      let isAbove = -above < below - placed.bottom
      let y = isAbove ? above - PairSheet.gap - third.height : below + PairSheet.gap
      let x = PairSheet.middle + (PairSheet.middleWidth - figureSize.width) / 2
      page.blocks.append(PlacedBlock(third.figure, x: x, y: y, figureSize))
      page.blocks.append(PlacedBlock(third.card, x: PairSheet.middle, y: y + figureSize.height + 3, cardSize))
      if isAbove { above = y } else { below = y + third.height }
    }
    return placed
  }

  private func thirds(_ sizes: [String: Size]) -> [Third] {
    drawing.figures.filter { $0.side == .other }.compactMap { figure in
      guard let card = drawing.cards.first(where: { $0.id == "third-\(figure.id)" }) else { return nil }
      let (mark, table) = (block(figure), cards.block(card))
      return Third(figure: mark, card: table, height: sizes[mark.name]!.height + 3 + sizes[table.name]!.height)
    }
  }

  // MARK: The panels

  private func panel(_ side: Figure.Side, beside card: PlacedBlock?, _ page: inout Page, _ sizes: [String: Size]) {
    let members = drawing.figures.filter { $0.side == side }.map(block)
    guard !members.isEmpty else { return }
    let x = side == .first ? Page.margin : Page.width - Page.margin - PairSheet.panelWidth
    let height = members.map { sizes[$0.name]!.height + 5 }.reduce(7, +)
    let middle = card?.middle ?? 0
    var y = middle - height / 2
    let panel = PlacedPanel(
      name: "cluster-\(side)", fill: side == .first ? drawing.theme.firstPanel : drawing.theme.secondPanel,
      outline: (side == .first ? drawing.theme.first : drawing.theme.second).fill, members: members.map(\.name), x: x,
      y: y, size: Size(width: PairSheet.panelWidth, height: height))
    page.panels.append(panel)
    y += 6
    for member in members {
      page.blocks.append(PlacedBlock(member, x: x + 6, y: y, sizes[member.name]!))
      y += sizes[member.name]!.height + 5
    }
  }

  // MARK: Lines

  /// From the third party straight to the panel, or, where that stands lower or higher, round a corner into its top or foot.
  private func join(_ line: Line, _ page: inout Page) {
    guard case .between(let one, _) = drawing.focus else { return }
    let isFirst = line.from == one
    let name = line.card == "dyad" ? "card-dyad" : "entity-\(line.card.dropFirst(6))"
    guard let panel = page.panels.first(where: { $0.name == (isFirst ? "cluster-first" : "cluster-second") }),
      let end = page.blocks.first(where: { $0.block.name == name })
    else { return }
    let start = Point(x: isFirst ? end.x : end.x + end.size.width, y: end.middle)
    let border = isFirst ? panel.x + panel.size.width : panel.x
    let (top, bottom) = (panel.y + 6, panel.bottom - 6)
    guard start.y < top || start.y > bottom else {
      page.lines.append(PlacedLine(line, from: Point(x: border, y: start.y), to: start))
      return
    }
    let isAbove = start.y < top
    let place = rank(of: end, isAbove: isAbove, isFirst: isFirst, page)
    let inset = panel.size.width * (0.2 + 0.6 * place)
    let x = isFirst ? border - inset : border + inset
    let target = Point(x: x, y: isAbove ? panel.y : panel.bottom)
    let corner = Point(x: x, y: start.y)
    let path = Curve.elbow(target, corner, start, radius: min(7, abs(target.y - start.y) / 2))
    page.lines.append(PlacedLine(line, points: [target] + path))
  }

  /// How far out the line lands, from 0 to 1: the farther the third party, the farther out, so that no two lines cross.
  private func rank(of end: PlacedBlock, isAbove: Bool, isFirst: Bool, _ page: Page) -> Double {
    let card = page.blocks.first { $0.block.name == "card-dyad" }
    let others = page.blocks.filter { other in
      other.block.name.hasPrefix("entity-") && other.x > PairSheet.middle - 1 && other.x < Page.width - PairSheet.middle
        && (other.middle < (card?.middle ?? 0)) == isAbove
    }.sorted { isAbove ? $0.middle > $1.middle : $0.middle < $1.middle }
    guard others.count > 1, let index = others.firstIndex(where: { $0.block.name == end.block.name }) else { return 0.35 }
    return Double(index) / Double(others.count - 1)
  }
}
