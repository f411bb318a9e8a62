internal import DyadContent
internal import DyadCore
internal import Graphviz

/// A pair on a narrow page: the two panels side by side, their card below, the third parties below that.
///
/// The lines to third parties run down the margins, those of the first on the left, those of the second on the right.
struct PairColumn: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double
  private let lanes: Double

  private static let lane = 7.0
  private static let gap = 12.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    let outside = content.lines.filter { $0.card != .pair }
    let first = outside.count { content.side(of: $0) == .first }
    lanes = PairColumn.lane * Double(max(first, outside.count - first)) + (outside.isEmpty ? 0 : 4)
    let card = (width - 2 * Page.margin - 2 * min(lanes, width / 6)).rounded(.down)
    let panel = ((width - 2 * Page.margin - 10) / 2).rounded(.down)
    typesetter = SheetTypesetter(content, theme, ruler, wide: card, narrow: card, panel: panel)
  }

  var blocks: [Block] { typesetter.blocks }

  private var middleX: Double { (width - typesetter.wide.width) / 2 }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    let height = max(
      typesetter.panelHeight(.first, sizes, least: 40), typesetter.panelHeight(.second, sizes, least: 40))
    typesetter.placePanel(.first, x: Page.margin, y: 0, height: height, on: &page, sizes)
    let right = width - Page.margin - typesetter.panelWidth
    typesetter.placePanel(.second, x: right, y: 0, height: height, on: &page, sizes)
    var y = height + PairColumn.gap
    if let card = content.cards.first(where: { $0.kind == .pair }).map(typesetter.wide.block) {
      page.blocks.append(PlacedBlock(card, x: middleX, y: y, sizes[card]))
      page.groups.append([card.key])
      y += sizes[card].height + PairColumn.gap
    }
    for third in ThirdParty.all(in: content) {
      typesetter.place(third, x: middleX, y: y, isWide: true, on: &page, sizes)
      y += typesetter.height(third, isWide: true, sizes) + PairColumn.gap
    }
    if let places { page.settle(keeping: places, gap: PairColumn.gap) }
    page.lines = lines(page)
    page.size.height = page.bottom
    return page
  }

  // MARK: Lines

  private func lines(_ page: Page) -> [PlacedLine] {
    page.panels.flatMap { panel -> [PlacedLine] in
      let isFirst = panel.side == .first
      let mine = content.lines.filter { content.side(of: $0) == panel.side }
      let placed = mine.compactMap { line -> (line: Line, block: PlacedBlock)? in
        line.target.flatMap(page.block).map { (line, $0) }
      }
      let own = placed.filter { $0.line.card == .pair }.map { line, card in
        let x = panel.x + panel.size.width / 2
        return PlacedLine(line, from: Point(x: x, y: panel.bottom), to: Point(x: x, y: card.y))
      }
      // The nearest has the innermost lane, so that no lines cross.
      let outside = placed.filter { $0.line.card != .pair }.sorted { $0.block.y < $1.block.y }
      return own
        + outside.enumerated().map { index, end in
          let inset = PairColumn.lane * (Double(outside.count - index) - 0.5)
          let x = isFirst ? Page.margin + inset : width - Page.margin - inset
          let side = isFirst ? end.block.x : end.block.x + end.block.size.width
          let corner = Point(x: x, y: end.block.middle)
          let start = Point(x: x, y: panel.border(below: x))
          return PlacedLine(
            end.line, points: [start] + Path.elbow(start, corner, Point(x: side, y: end.block.middle), radius: 4))
        }
    }
  }
}
