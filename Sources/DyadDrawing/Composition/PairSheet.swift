internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Three columns around the line between the two: their panels left and right, the card between them.
///
/// A third party with ties to both sides is above or below the card; one with ties to a single side is above or below its panel if
/// that makes the sheet lower.
struct PairSheet: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double

  static let leastWidth = 420.0
  static let gutter = 24.0
  private static let gap = 14.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    let panel = min(160, max(104, (113 + (width - 482) * 0.15).rounded()))
    let middle = (width - 2 * Page.margin - 2 * panel - 2 * PairSheet.gutter).rounded(.down)
    typesetter = SheetTypesetter(content, theme, ruler, wide: middle, narrow: panel, panel: panel)
  }

  var blocks: [Block] { typesetter.blocks }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    var columns = [Figure.Side.first, .other, .second].map { Column($0, x: x(of: $0)) }
    let card = content.cards.first { $0.kind == .pair }.map(typesetter.wide.block)
    columns[1].core = card.map { sizes[$0].height } ?? 0
    for index in [0, 2] { columns[index].core = typesetter.panelHeight(columns[index].side, sizes) }
    let thirds = ThirdParty.all(in: content)
    for third in thirds.filter({ $0.sides.count > 1 }) + thirds.filter({ $0.sides.count <= 1 }) {
      let heights = columns.map { typesetter.height(third, isWide: $0.isWide, sizes) }
      let index = kept(third, in: columns, places) ?? column(for: third, heights, columns)
      columns[index].add(third, heights[index], gap: PairSheet.gap)
    }
    if let card {
      page.blocks.append(PlacedBlock(card, x: columns[1].x, y: -columns[1].core / 2, sizes[card]))
      page.groups.append([card.key])
    }
    for index in [0, 2] {
      let column = columns[index]
      typesetter.placePanel(column.side, x: column.x, y: -column.core / 2, height: column.core, on: &page, sizes)
    }
    for column in columns { place(column, on: &page, sizes) }
    page.shift(down: -page.top)
    if let places { page.settle(keeping: places, gap: PairSheet.gap) }
    page.lines = PairRouter(content, page).lines
    page.size.height = page.bottom
    return page
  }

  // MARK: Columns

  private func x(of side: Figure.Side) -> Double {
    switch side {
    case .first: Page.margin
    case .other: Page.margin + typesetter.panelWidth + PairSheet.gutter
    case .second: width - Page.margin - typesetter.panelWidth
    }
  }

  /// A core in the middle, and the third parties above and below it, nearest first.
  private struct Column {
    let side: Figure.Side
    let x: Double
    var core = 0.0
    var above: [ThirdParty] = []
    var below: [ThirdParty] = []
    var aboveHeight = 0.0
    var belowHeight = 0.0

    init(_ side: Figure.Side, x: Double) { (self.side, self.x) = (side, x) }

    var isWide: Bool { side == .other }
    var height: Double { core / 2 + max(aboveHeight, belowHeight) }

    func height(with more: Double, gap: Double) -> Double {
      core / 2 + max(max(aboveHeight, belowHeight), min(aboveHeight, belowHeight) + more + gap)
    }

    mutating func add(_ third: ThirdParty, _ height: Double, gap: Double) {
      if aboveHeight < belowHeight {
        above.append(third)
        aboveHeight += height + gap
      } else {
        below.append(third)
        belowHeight += height + gap
      }
    }
  }

  /// The column of an earlier picture.
  private func kept(_ third: ThirdParty, in columns: [Column], _ places: Places?) -> Int? {
    guard let place = places?[.card(third.card.kind)] else { return nil }
    return columns.firstIndex { abs($0.x - place.x) < 2 }
  }

  private func column(for third: ThirdParty, _ heights: [Double], _ columns: [Column]) -> Int {
    let own = third.sides == [.first] ? 0 : third.sides == [.second] ? 2 : 1
    let with = columns.indices.map { columns[$0].height(with: heights[$0], gap: PairSheet.gap) }
    let isLower = max(with[own], columns[1].height) <= max(with[1], columns[own].height)
    return own != 1 && isLower ? own : 1
  }

  private func place(_ column: Column, on page: inout Page, _ sizes: BlockSizes) {
    var y = -column.core / 2
    for third in column.above {
      y -= typesetter.height(third, isWide: column.isWide, sizes) + PairSheet.gap
      typesetter.place(third, x: column.x, y: y, isWide: column.isWide, on: &page, sizes)
    }
    y = column.core / 2
    for third in column.below {
      typesetter.place(third, x: column.x, y: y + PairSheet.gap, isWide: column.isWide, on: &page, sizes)
      y += typesetter.height(third, isWide: column.isWide, sizes) + PairSheet.gap
    }
  }
}
