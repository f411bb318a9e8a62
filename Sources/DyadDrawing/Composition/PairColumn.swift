internal import DyadContent
internal import DyadCore
internal import Graphviz

/// A pair on a narrow page: the two panels side by side, their card below, the third parties below that.
///
/// The lines to third parties run down the margins, from the figures of the first on the left, from those of the second
/// on the right.
struct PairColumn: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double
  /// The room for lines left and right.
  private let margins: (left: Double, right: Double)

  private static let lane = 6.0
  private static let gap = 12.0
  private static let gutter = 10.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    let outside = content.lines.filter { $0.card != .pair }
    let first = outside.count { content.side(of: $0) == .first }
    func margin(_ lines: Int) -> Double {
      lines == 0 ? 0 : min(PairColumn.lane * Double(lines) + 3, width / 9)
    }
    margins = (margin(first), margin(outside.count - first))
    let card = (width - 2 * Page.margin - margins.left - margins.right).rounded(.down)
    typesetter = SheetTypesetter(
      content, theme, ruler, wide: card, narrow: card, panel: ((card - PairColumn.gutter) / 2).rounded(.down))
  }

  var blocks: [Block] { typesetter.blocks }

  private var left: Double { Page.margin + margins.left }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    let height = max(
      typesetter.panelHeight(.first, sizes, least: 40), typesetter.panelHeight(.second, sizes, least: 40))
    typesetter.placePanel(.first, x: left, y: 0, height: height, on: &page, sizes)
    let right = left + typesetter.wide.width - typesetter.panelWidth
    typesetter.placePanel(.second, x: right, y: 0, height: height, on: &page, sizes)
    var y = height + PairColumn.gap
    if let card = content.cards.first(where: { $0.kind == .pair }).map(typesetter.wide.block) {
      page.blocks.append(PlacedBlock(card, x: left, y: y, sizes[card]))
      page.groups.append([card.key])
      y += sizes[card].height + PairColumn.gap
    }
    for third in ThirdParty.all(in: content) {
      typesetter.place(third, x: left, y: y, isWide: true, on: &page, sizes)
      y += typesetter.height(third, isWide: true, sizes) + PairColumn.gap
    }
    if let places { page.settle(keeping: places, gap: PairColumn.gap) }
    page.lines = lines(page)
    page.size.height = page.bottom
    return page
  }

  // MARK: Lines

  private func lines(_ page: Page) -> [PlacedLine] {
    let landings = Landings(content, page)
    return page.panels.flatMap { panel -> [PlacedLine] in
      let mine = content.lines.filter { content.side(of: $0) == panel.side }
      let own = mine.filter { $0.card == .pair }.compactMap { line in
        line.target.flatMap(page.block).map { card in
          let x = panel.x + panel.size.width / 2
          return PlacedLine(line, from: Point(x: x, y: panel.bottom), to: Point(x: x, y: card.y))
        }
      }
      let ends = LineEnds.all(mine.filter { $0.card != .pair }, of: panel, landings, on: page)
      let isFirst = panel.side == .first
      let room = isFirst ? margins.left : margins.right
      let lane = (room - 3) / Double(max(1, ends.count))
      return own
        + ends.brackets(isRight: !isFirst, landings) { number in
          let inset = room - 3 - lane * (Double(number) + 0.5)
          return isFirst ? Page.margin + inset : width - Page.margin - inset
        }
    }
  }
}
