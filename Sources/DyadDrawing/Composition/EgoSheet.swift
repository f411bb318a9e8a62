internal import DyadContent
internal import DyadCore
internal import Graphviz

/// An ego in the middle, its alters left and right, the strongest ties at the top; below it the ties among the alters.
///
/// A narrow page has one column.
struct EgoSheet: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double
  private let isNarrow: Bool

  private static let gutter = 34.0
  private static let gap = 12.0
  private static let lane = 6.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    isNarrow = width < PairSheet.leastWidth
    if isNarrow {
      let card = (width - 2 * Page.margin - min(width / 4, EgoSheet.lanes(content))).rounded(.down)
      typesetter = SheetTypesetter(
        content, theme, ruler, wide: card, narrow: card, panel: (width - 2 * Page.margin).rounded(.down))
    } else {
      let panel = min(150, (112 + (width - 482) * 0.1).rounded())
      let side = ((width - 2 * Page.margin - panel - 2 * EgoSheet.gutter) / 2).rounded(.down)
      typesetter = SheetTypesetter(content, theme, ruler, wide: panel, narrow: side, panel: panel)
    }
  }

  private static func lanes(_ content: Content) -> Double { lane * Double(content.lines.count) + 8 }

  var blocks: [Block] { typesetter.blocks }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = isNarrow ? column(sizes) : columns(sizes, places)
    page.shift(down: -page.top)
    if let places { page.settle(keeping: places, gap: EgoSheet.gap) }
    page.lines = isNarrow ? laneLines(page) : levelLines(page)
    page.size.height = page.bottom
    return page
  }

  // MARK: Three columns

  private func columns(_ sizes: BlockSizes, _ places: Places?) -> Page {
    var page = Page(width: width)
    let xs = [Page.margin, width - Page.margin - typesetter.narrow.width]
    var heights = [0.0, 0.0]
    for third in ThirdParty.all(in: content) {
      let before = places?[.card(third.card.kind)].flatMap { place in xs.firstIndex { abs($0 - place.x) < 2 } }
      let side = before ?? (heights[1] < heights[0] ? 1 : 0)
      typesetter.place(third, x: xs[side], y: heights[side], isWide: false, on: &page, sizes)
      heights[side] += typesetter.height(third, isWide: false, sizes) + EgoSheet.gap
    }
    let x = (width - typesetter.panelWidth) / 2
    let panel = typesetter.panelHeight(.first, sizes, least: 40)
    let cards = content.cards.filter { [.ego, .amongAlters].contains($0.kind) }.map(typesetter.wide.block)
    let core = panel + cards.map { sizes[$0].height + EgoSheet.gap }.reduce(0, +)
    var y = max(0, (max(heights[0], heights[1]) - EgoSheet.gap - core) / 2)
    typesetter.placePanel(.first, x: x, y: y, height: panel, on: &page, sizes)
    y += panel + EgoSheet.gap
    for card in cards {
      page.blocks.append(PlacedBlock(card, x: x, y: y, sizes[card]))
      page.groups.append([card.key])
      y += sizes[card].height + EgoSheet.gap
    }
    return page
  }

  /// A fan at each side of the panel, in the order of height, so that no lines cross.
  private func levelLines(_ page: Page) -> [PlacedLine] {
    guard let panel = page.panels.first else { return [] }
    let ends = content.lines.compactMap { line in
      line.target.flatMap(page.block).map { (line: line, block: $0) }
    }
    return [true, false].flatMap { isLeft -> [PlacedLine] in
      let mine = ends.filter { ($0.block.x < panel.x) == isLeft }.sorted {
        ($0.block.y, $0.line.part) < ($1.block.y, $1.line.part)
      }
      let step = min(12, (panel.size.height - 24) / Double(max(1, mine.count - 1)))
      let top = panel.middle - step * Double(mine.count - 1) / 2
      return mine.enumerated().map { index, end in
        let start = Point(x: isLeft ? panel.x : panel.x + panel.size.width, y: top + step * Double(index))
        let side = isLeft ? end.block.x + end.block.size.width : end.block.x
        let parts = mine.filter { $0.block.block.key == end.block.block.key }.count
        let y = end.block.middle + 7 * (Double(end.line.part) - Double(parts + 1) / 2)
        // Level past the cards, which are wider than the figures above them.
        let edge = Point(
          x: isLeft ? Page.margin + typesetter.narrow.width : width - Page.margin - typesetter.narrow.width, y: y)
        return PlacedLine(
          end.line, points: [start] + Path.level(start, edge) + Path.straight(edge, Point(x: side, y: y)))
      }
    }
  }

  // MARK: One column

  private func column(_ sizes: BlockSizes) -> Page {
    var page = Page(width: width)
    let panel = typesetter.panelHeight(.first, sizes, least: 40)
    typesetter.placePanel(.first, x: Page.margin, y: 0, height: panel, on: &page, sizes)
    var y = panel + EgoSheet.gap
    let x = width - Page.margin - typesetter.wide.width
    for third in ThirdParty.all(in: content) {
      typesetter.place(third, x: x, y: y, isWide: true, on: &page, sizes)
      y += typesetter.height(third, isWide: true, sizes) + EgoSheet.gap
    }
    for card in content.cards.filter({ [.ego, .amongAlters].contains($0.kind) }).map(typesetter.wide.block) {
      page.blocks.append(PlacedBlock(card, x: x, y: y, sizes[card]))
      page.groups.append([card.key])
      y += sizes[card].height + EgoSheet.gap
    }
    return page
  }

  /// Down the left margin, with the nearest alter on the innermost lane.
  private func laneLines(_ page: Page) -> [PlacedLine] {
    guard let panel = page.panels.first else { return [] }
    let ends = content.lines.compactMap { line in
      line.target.flatMap(page.block).map { (line: line, block: $0) }
    }.sorted { ($0.block.y, -$0.line.part) < ($1.block.y, -$1.line.part) }
    return ends.enumerated().map { index, end in
      let x = Page.margin + 6 + EgoSheet.lane * Double(ends.count - 1 - index)
      let start = Point(x: x, y: panel.border(below: x))
      let parts = ends.filter { $0.block.block.key == end.block.block.key }.count
      let y = end.block.middle - 7 * (Double(end.line.part) - Double(parts + 1) / 2)
      return PlacedLine(
        end.line,
        points: [start] + Path.elbow(start, Point(x: x, y: y), Point(x: end.block.x, y: y), radius: 4))
    }
  }
}
