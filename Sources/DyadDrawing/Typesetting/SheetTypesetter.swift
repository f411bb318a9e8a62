internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets figures, panels and cards of a sheet, cards in two widths.
struct SheetTypesetter {
  let content: Content
  let theme: Theme
  let figures: FigureTypesetter
  let wide: CardTypesetter
  let narrow: CardTypesetter
  let panelWidth: Double

  static let markGap = 3.0
  private static let memberGap = 5.0
  private static let panelInset = 6.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, wide: Double, narrow: Double, panel: Double) {
    (self.content, self.theme) = (content, theme)
    panelWidth = panel
    figures = FigureTypesetter(theme: theme, ruler: ruler)
    self.wide = CardTypesetter(content.options, theme, ruler, width: wide)
    self.narrow = CardTypesetter(content.options, theme, ruler, width: narrow)
  }

  /// All blocks, to be measured; a card of a third party in both of its widths.
  var blocks: [Block] {
    content.figures.map(block) + content.cards.map(wide.block)
      + content.cards.filter { $0.kind != .pair }.map(narrowBlock)
  }

  func block(_ figure: Figure) -> Block {
    return figures.block(
      figure, width: figure.side == .other ? min(panelWidth, narrow.width) : panelWidth - 12,
      least: content.layout.parties.contains(figure.id) ? leastHead : 0)
  }

  /// Room for the line between the two and for others above and below it; or for the lines of one party at both sides.
  private var leastHead: Double {
    switch content.layout {
    case .pair: 30
    case .ego(let ego): min(64, 8 + 9 * Double((content.lines.count { $0.from == ego } + 1) / 2))
    default: 0
    }
  }

  func narrowBlock(_ card: Card) -> Block {
    let block = narrow.block(card)
    return Block(block.key, attributes: block.attributes, size: block.size, version: .narrowCard(card.kind))
  }

  func cardBlock(_ card: Card, isWide: Bool) -> Block { isWide ? wide.block(card) : narrowBlock(card) }

  // MARK: Third parties

  func height(_ third: ThirdParty, isWide: Bool, _ sizes: BlockSizes) -> Double {
    sizes[block(third.figure)].height + SheetTypesetter.markGap
      + sizes[cardBlock(third.card, isWide: isWide)].height
  }

  func place(_ third: ThirdParty, x: Double, y: Double, isWide: Bool, on page: inout Page, _ sizes: BlockSizes) {
    let mark = block(third.figure)
    let card = cardBlock(third.card, isWide: isWide)
    let (markSize, cardSize) = (sizes[mark], sizes[card])
    let width = isWide ? wide.width : narrow.width
    page.blocks.append(PlacedBlock(mark, x: x + (width - markSize.width) / 2, y: y, markSize))
    page.blocks.append(PlacedBlock(card, x: x, y: y + markSize.height + SheetTypesetter.markGap, cardSize))
    page.groups.append(third.group)
  }

  // MARK: Panels

  private func members(_ side: Figure.Side) -> [Block] { content.figures.filter { $0.side == side }.map(block) }

  /// Room for its members, and for lines to land on its border apart from one another.
  func panelHeight(_ side: Figure.Side, _ sizes: BlockSizes, least: Double = 42) -> Double {
    max(least, contentHeight(side, sizes) + 2 * SheetTypesetter.panelInset)
  }

  /// How far below the tops of the panels the names of their parties are; of the lower one, if they differ.
  func middleOfNames(_ sizes: BlockSizes) -> Double {
    let heads = [Figure.Side.first, .second].compactMap { members($0).first }
    return SheetTypesetter.panelInset + (heads.map { sizes[$0].height / 2 }.max() ?? 0)
  }

  private func contentHeight(_ side: Figure.Side, _ sizes: BlockSizes) -> Double {
    members(side).map { sizes[$0].height + SheetTypesetter.memberGap }.reduce(-SheetTypesetter.memberGap, +)
  }

  func placePanel(
    _ side: Figure.Side, x: Double, y: Double, height: Double, on page: inout Page, _ sizes: BlockSizes
  ) {
    let members = members(side)
    guard !members.isEmpty else { return }
    let isFirst = side == .first
    page.panels.append(
      PlacedPanel(
        side: side, fill: isFirst ? theme.firstPanel : theme.secondPanel,
        outline: (isFirst ? theme.first : theme.second).fill, members: members.map(\.key), x: x, y: y,
        size: Size(width: panelWidth, height: height)))
    page.groups.append([.panel(side)] + members.map(\.key))
    var y = y + SheetTypesetter.panelInset
    for member in members {
      let size = sizes[member]
      page.blocks.append(PlacedBlock(member, x: x + (panelWidth - size.width) / 2, y: y, size))
      y += size.height + SheetTypesetter.memberGap
    }
  }
}
