internal import DyadCore
internal import Graphviz

/// A party outside the panels, with the card of its ties below it.
struct Third {
  var figure: Figure
  var card: Card
  /// The sides that it has to do with.
  var sides: Set<Figure.Side>

  var group: [String] { ["entity-\(figure.id)", "card-\(card.id)"] }

  /// Those of a drawing in the order of their strength.
  static func all(in drawing: Drawing) -> [Third] {
    let first = drawing.focus.parties.first
    return drawing.figures.filter { $0.side == .other }.compactMap { figure in
      guard let card = drawing.cards.first(where: { $0.id == "third-\(figure.id)" }) else { return nil }
      let lines = drawing.lines.filter { $0.card == card.id }
      return Third(figure: figure, card: card, sides: Set(lines.map { $0.from == first ? .first : .second }))
    }
  }
}

/// Sets the blocks of a sheet, each under its name, and cards in two widths.
struct SheetSetter {
  let drawing: Drawing
  let figures: FigureSetter
  let wide: CardSetter
  let narrow: CardSetter
  let panelWidth: Double

  static let markGap = 3.0
  private static let memberGap = 5.0

  init(_ drawing: Drawing, _ ruler: Ruler, wide: Double, narrow: Double, panel: Double) {
    self.drawing = drawing
    panelWidth = panel
    figures = FigureSetter(theme: drawing.style.theme, ruler: ruler)
    self.wide = CardSetter(drawing.style, ruler, width: wide)
    self.narrow = CardSetter(drawing.style, ruler, width: narrow)
  }

  /// All blocks, to be measured; a card in both of its widths.
  var blocks: [Block] { drawing.figures.map(block) + drawing.cards.map(wide.block) + drawing.cards.map(narrowBlock) }

  func block(_ figure: Figure) -> Block {
    figures.block(figure, width: figure.side == .other ? min(panelWidth, narrow.width) - 9 : panelWidth - 12)
  }

  func narrowBlock(_ card: Card) -> Block {
    let block = narrow.block(card)
    let name = "\(block.name)-narrow"
    return Block(name: name, attributes: block.attributes, size: block.size, key: name)
  }

  func cardBlock(_ card: Card, isWide: Bool) -> Block { isWide ? wide.block(card) : narrowBlock(card) }

  // MARK: Thirds

  func height(_ third: Third, isWide: Bool, _ sizes: [String: Size]) -> Double {
    sizes[block(third.figure).name]!.height + SheetSetter.markGap
      + sizes[cardBlock(third.card, isWide: isWide).name]!.height
  }

  func place(_ third: Third, x: Double, y: Double, isWide: Bool, on page: inout Page, _ sizes: [String: Size]) {
    let mark = block(third.figure)
    var card = cardBlock(third.card, isWide: isWide)
    let (markSize, cardSize) = (sizes[mark.name]!, sizes[card.name]!)
    card.name = "card-\(third.card.id)"
    let width = isWide ? wide.width : narrow.width
    page.blocks.append(PlacedBlock(mark, x: x + (width - markSize.width) / 2, y: y, markSize))
    page.blocks.append(PlacedBlock(card, x: x, y: y + markSize.height + SheetSetter.markGap, cardSize))
    page.groups.append(third.group)
  }

  // MARK: Panels

  private func members(_ side: Figure.Side) -> [Block] { drawing.figures.filter { $0.side == side }.map(block) }

  /// Room for its members, and for lines to land on its border apart from one another.
  func panelHeight(_ side: Figure.Side, _ sizes: [String: Size], least: Double = 72) -> Double {
    max(least, contentHeight(side, sizes) + 12)
  }

  private func contentHeight(_ side: Figure.Side, _ sizes: [String: Size]) -> Double {
    members(side).map { sizes[$0.name]!.height + SheetSetter.memberGap }.reduce(-SheetSetter.memberGap, +)
  }

  func placePanel(
    _ side: Figure.Side, x: Double, y: Double, height: Double, on page: inout Page, _ sizes: [String: Size]
  ) {
    let members = members(side)
    guard !members.isEmpty else { return }
    let theme = drawing.style.theme
    let isFirst = side == .first
    let name = "cluster-\(side)"
    page.panels.append(
      PlacedPanel(
        name: name, fill: isFirst ? theme.firstPanel : theme.secondPanel,
        outline: (isFirst ? theme.first : theme.second).fill, members: members.map(\.name), x: x, y: y,
        size: Size(width: panelWidth, height: height)))
    page.groups.append([name] + members.map(\.name))
    var y = y + (height - contentHeight(side, sizes)) / 2
    for member in members {
      let size = sizes[member.name]!
      page.blocks.append(PlacedBlock(member, x: x + (panelWidth - size.width) / 2, y: y, size))
      y += size.height + SheetSetter.memberGap
    }
  }
}
