internal import DyadCore
internal import Graphviz

/// Three columns about the line that joins the two: their panels left and right, the card between them.
///
/// A third party that has to do with both stands above or below the card, one that has to do with a single side above or
/// below its panel, as long as that makes the sheet lower.
struct PairSheet {
  let drawing: Drawing
  private let figures: FigureSetter
  private let wide: CardSetter
  private let narrow: CardSetter

  static let panelWidth = 113.0
  static let gutter = 24.0
  private static let gap = 14.0
  private static let markGap = 3.0
  private static let memberGap = 5.0
  static var middleWidth: Double { (Page.width - 2 * Page.margin - 2 * panelWidth - 2 * gutter).rounded(.down) }

  init(_ drawing: Drawing, _ ruler: Ruler) {
    self.drawing = drawing
    figures = FigureSetter(theme: drawing.theme, ruler: ruler)
    wide = CardSetter(theme: drawing.theme, ruler: ruler, width: PairSheet.middleWidth)
    narrow = CardSetter(theme: drawing.theme, ruler: ruler, width: PairSheet.panelWidth, isNarrow: true)
  }

  /// All blocks, to be measured; the card of a third party in both of its forms.
  var blocks: [Block] {
    drawing.figures.map(block) + drawing.cards.map(wide.block) + drawing.cards.map(narrowBlock)
  }

  private func block(_ figure: Figure) -> Block {
    figures.block(figure, width: PairSheet.panelWidth - (figure.side == .other ? 9 : 12))
  }

  private func narrowBlock(_ card: Card) -> Block {
    var block = narrow.block(card)
    block.name += "-narrow"
    return block
  }

  func page(_ sizes: [String: Size]) -> Page {
    var page = Page()
    var columns = [Column(.first, drawing), Column(.other, drawing), Column(.second, drawing)]
    let card = drawing.cards.first { $0.id == "dyad" }.map(wide.block)
    columns[1].core = card.map { sizes[$0.name]!.height } ?? 0
    for index in [0, 2] { columns[index].core = panelHeight(columns[index].side, sizes) }
    for third in thirds() {
      let heights = columns.map { $0.height(with: height(third, in: $0, sizes), gap: PairSheet.gap) }
      let own = third.sides == [.first] ? 0 : third.sides == [.second] ? 2 : 1
      let isLower = max(heights[own], columns[1].height) <= max(heights[1], columns[own].height)
      let chosen = own != 1 && isLower ? own : 1
      columns[chosen].add(third, height(third, in: columns[chosen], sizes), gap: PairSheet.gap)
    }
    if let card {
      page.blocks.append(
        PlacedBlock(card, x: Column(.other, drawing).x, y: -columns[1].core / 2, sizes[card.name]!))
    }
    for index in [0, 2] { panel(columns[index], &page, sizes) }
    for column in columns { place(column, &page, sizes) }
    page.lines = PairRouter(drawing, page).lines
    let top = (page.blocks.map(\.y) + page.panels.map(\.y)).min() ?? 0
    page.shift(down: -top)
    page.size.height = (page.blocks.map(\.bottom) + page.panels.map(\.bottom)).max() ?? 0
    return page
  }

  // MARK: Columns

  struct Third {
    var figure: Figure
    var card: Card
    var sides: Set<Figure.Side>
  }

  /// A core in the middle, and what stands above and below it, nearest first.
  private struct Column {
    let side: Figure.Side
    let x: Double
    var core = 0.0
    var above: [Third] = []
    var below: [Third] = []
    var aboveHeight = 0.0
    var belowHeight = 0.0

    init(_ side: Figure.Side, _ drawing: Drawing) {
      self.side = side
      x =
        switch side {
        case .first: Page.margin
        case .other: Page.margin + PairSheet.panelWidth + PairSheet.gutter
        case .second: Page.width - Page.margin - PairSheet.panelWidth
        }
    }

    var height: Double { core / 2 + max(aboveHeight, belowHeight) }

    func height(with more: Double, gap: Double) -> Double {
      core / 2 + max(max(aboveHeight, belowHeight), min(aboveHeight, belowHeight) + more + gap)
    }

    mutating func add(_ third: Third, _ height: Double, gap: Double) {
      if aboveHeight < belowHeight {
        above.append(third)
        aboveHeight += height + gap
      } else {
        below.append(third)
        belowHeight += height + gap
      }
    }
  }

  private func thirds() -> [Third] {
    guard case .between(let one, _) = drawing.focus else { return [] }
    let all = drawing.figures.filter { $0.side == .other }.compactMap { figure -> Third? in
      guard let card = drawing.cards.first(where: { $0.id == "third-\(figure.id)" }) else { return nil }
      let lines = drawing.lines.filter { $0.card == card.id }
      return Third(figure: figure, card: card, sides: Set(lines.map { $0.from == one ? .first : .second }))
    }
    return all.filter { $0.sides.count > 1 } + all.filter { $0.sides.count <= 1 }
  }

  private func cardBlock(_ third: Third, in column: Column) -> Block {
    column.side == .other ? wide.block(third.card) : narrowBlock(third.card)
  }

  private func height(_ third: Third, in column: Column, _ sizes: [String: Size]) -> Double {
    sizes[block(third.figure).name]!.height + PairSheet.markGap + sizes[cardBlock(third, in: column).name]!.height
  }

  private func place(_ column: Column, _ page: inout Page, _ sizes: [String: Size]) {
    var y = -column.core / 2
    for third in column.above {
      y -= height(third, in: column, sizes) + PairSheet.gap
      place(third, in: column, at: y, &page, sizes)
    }
    y = column.core / 2
    for third in column.below {
      place(third, in: column, at: y + PairSheet.gap, &page, sizes)
      y += height(third, in: column, sizes) + PairSheet.gap
    }
  }

  private func place(_ third: Third, in column: Column, at y: Double, _ page: inout Page, _ sizes: [String: Size]) {
    let mark = block(third.figure)
    var card = cardBlock(third, in: column)
    let (markSize, cardSize) = (sizes[mark.name]!, sizes[card.name]!)
    card.name = "card-\(third.card.id)"
    let width = column.side == .other ? PairSheet.middleWidth : PairSheet.panelWidth
    page.blocks.append(PlacedBlock(mark, x: column.x + (width - markSize.width) / 2, y: y, markSize))
    page.blocks.append(PlacedBlock(card, x: column.x, y: y + markSize.height + PairSheet.markGap, cardSize))
  }

  // MARK: Panels

  private func members(_ side: Figure.Side) -> [Block] { drawing.figures.filter { $0.side == side }.map(block) }

  /// Room for its members, and for lines to land on its border apart from one another.
  private func panelHeight(_ side: Figure.Side, _ sizes: [String: Size]) -> Double {
    max(72, contentHeight(side, sizes) + 12)
  }

  private func contentHeight(_ side: Figure.Side, _ sizes: [String: Size]) -> Double {
    members(side).map { sizes[$0.name]!.height + PairSheet.memberGap }.reduce(-PairSheet.memberGap, +)
  }

  private func panel(_ column: Column, _ page: inout Page, _ sizes: [String: Size]) {
    let members = members(column.side)
    guard !members.isEmpty else { return }
    let theme = drawing.theme
    let isFirst = column.side == .first
    var y = -column.core / 2
    page.panels.append(
      PlacedPanel(
        name: "cluster-\(column.side)", fill: isFirst ? theme.firstPanel : theme.secondPanel,
        outline: (isFirst ? theme.first : theme.second).fill, members: members.map(\.name), x: column.x, y: y,
        size: Size(width: PairSheet.panelWidth, height: column.core)))
    y += (column.core - contentHeight(column.side, sizes)) / 2
    for member in members {
      page.blocks.append(PlacedBlock(member, x: column.x + 6, y: y, sizes[member.name]!))
      y += sizes[member.name]!.height + PairSheet.memberGap
    }
  }
}
