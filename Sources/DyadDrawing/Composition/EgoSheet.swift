internal import DyadContent
internal import DyadCore
internal import Graphviz

/// An ego in the middle, its alters left and right, the strongest ties at the top; below it the ties among the alters.
///
/// Lines end at the member of the panel that they concern; in each column, alters follow the order of these members, so
/// that no lines cross. A narrow page has one column.
struct EgoSheet: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double
  private let isNarrow: Bool

  private static let gutter = 34.0
  private static let gap = 12.0
  private static let lane = 6.0
  /// The distance of lines at a figure of the panel.
  private static let landing = 10.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    isNarrow = width < PairSheet.leastWidth
    if isNarrow {
      let card = (width - 2 * Page.margin - min(width / 6, EgoSheet.lanes(content))).rounded(.down)
      typesetter = SheetTypesetter(content, theme, ruler, wide: card, narrow: card, panel: card)
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
    var columns: [[ThirdParty]] = [[], []]
    for third in ThirdParty.all(in: content) {
      let before = places?[.card(third.card.kind)].flatMap { place in xs.firstIndex { abs($0 - place.x) < 2 } }
      let side = before ?? (heights[1] < heights[0] ? 1 : 0)
      columns[side].append(third)
      heights[side] += typesetter.height(third, isWide: false, sizes) + EgoSheet.gap
    }
    for (x, column) in zip(xs, columns) {
      var y = 0.0
      for third in places == nil ? ordered(column) : column {
        typesetter.place(third, x: x, y: y, isWide: false, on: &page, sizes)
        y += typesetter.height(third, isWide: false, sizes) + EgoSheet.gap
      }
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

  /// By the members of the panel that their lines concern, from the top; otherwise as before.
  private func ordered(_ column: [ThirdParty]) -> [ThirdParty] {
    let members = content.figures.filter { $0.side == .first }.map(\.id)
    func place(_ third: ThirdParty) -> Double {
      let starts = content.lines.filter { $0.card == third.card.kind }.map { members.firstIndex(of: $0.from) ?? 0 }
      return Double(starts.reduce(0, +)) / Double(max(1, starts.count))
    }
    return column.map { (place($0), $0) }.enumerated().sorted { one, other in
      (one.element.0, one.offset) < (other.element.0, other.offset)
    }.map(\.element.1)
  }

  /// From each figure of the panel a fan to each side, in the order of height.
  private func levelLines(_ page: Page) -> [PlacedLine] {
    guard let panel = page.panels.first else { return [] }
    let landings = Landings(content, page)
    let ends = LineEnds.all(content.lines, of: panel, landings, on: page)
    return [true, false].flatMap { isLeft -> [PlacedLine] in
      let mine = ends.filter { ($0.block.x < panel.x) == isLeft }.sorted {
        ($0.block.y, $0.figure.y, $0.line.part) < ($1.block.y, $1.figure.y, $1.line.part)
      }
      return mine.map { end in
        let (index, count) = mine.place(at: end.figure, of: end.line)
        let start = landings.height(index, of: count, at: end.figure, step: EgoSheet.landing)
        let y = mine.arrival(of: end, downwards: true)
        // Level past the cards, which are wider than the figures above them.
        let edge = Point(
          x: isLeft ? Page.margin + typesetter.narrow.width : width - Page.margin - typesetter.narrow.width, y: y)
        let border = Point(x: landings.border(end.figure, isRight: !isLeft, start), y: start)
        let side = landings.border(end.block, isRight: isLeft, y)
        return PlacedLine(
          end.line, points: [border] + Path.level(border, edge) + Path.straight(edge, Point(x: side, y: y)))
      }
    }
  }

  // MARK: One column

  private func column(_ sizes: BlockSizes) -> Page {
    var page = Page(width: width)
    let panel = typesetter.panelHeight(.first, sizes, least: 40)
    let x = width - Page.margin - typesetter.wide.width
    typesetter.placePanel(.first, x: x, y: 0, height: panel, on: &page, sizes)
    var y = panel + EgoSheet.gap
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
    let landings = Landings(content, page)
    let ends = LineEnds.all(content.lines, of: panel, landings, on: page)
    let lane = (panel.x - Page.margin - 3) / Double(max(1, ends.count))
    return ends.brackets(isRight: false, landings) { panel.x - 3 - lane * (Double($0) + 0.5) }
  }
}
