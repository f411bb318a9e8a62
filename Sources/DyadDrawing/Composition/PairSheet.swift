internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Three columns: the panels of the two left and right, the card between them, their tops at one height, so that the line
/// between the two runs from name to name through the head of the card.
///
/// A third party with ties to both sides is above or below the card, one with ties to a single side also above or below its
/// panel: wherever the sheet is lowest. One with ties to both may also be below a panel that is shorter than the card; the
/// line from the other side then passes below the card. One with a line to a member of a side is below, because a line from above would
/// cross that of the two.
struct PairSheet: Sheet {
  private let content: Content
  private let typesetter: SheetTypesetter
  private let width: Double

  static let leastWidth = 420.0
  static let gutter = 24.0
  private static let gap = 14.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.width) = (content, width)
    let panel = min(160, max(100, (106 + (width - 482) * 0.15).rounded()))
    let middle = (width - 2 * Page.margin - 2 * panel - 2 * PairSheet.gutter).rounded(.down)
    typesetter = SheetTypesetter(content, theme, ruler, wide: middle, narrow: panel, panel: panel)
  }

  var blocks: [Block] { typesetter.blocks }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    var columns = [Figure.Side.first, .other, .second].map { Column($0, x: x(of: $0)) }
    let card = content.cards.first { $0.kind == .pair }.map(typesetter.wide.block)
    for index in [0, 2] { columns[index].core = typesetter.panelHeight(columns[index].side, sizes) }
    // The line between the two meets a card that is lower than the names in its middle.
    let names = typesetter.middleOfNames(sizes)
    let cardHeight = card.map { sizes[$0].height } ?? 0
    let cardTop = cardHeight < 2 * names ? names - cardHeight / 2 : 0
    columns[1].core = cardTop + cardHeight
    let thirds = ThirdParty.all(in: content)
    func heights(_ third: ThirdParty) -> [Double] {
      columns.map { typesetter.height(third, isWide: $0.isWide, sizes) + PairSheet.gap }
    }
    let (ofBoth, ofOne) = (thirds.filter { $0.sides.count > 1 }, thirds.filter { $0.sides.count <= 1 })
    // The column of a side with room to spare, once the third parties of that side are below its panel.
    let loads = columns.map { column in
      column.core + ofOne.filter { $0.sides == [column.side] }.map { heights($0)[0] }.reduce(0, +)
    }
    let roomiest = loads[0] < loads[2] ? 0 : 2
    for third in ofBoth + ofOne {
      let heights = heights(third)
      // Further lines to the middle column would cross those to the far one.
      let far = third.figure.id == ofBoth.last?.figure.id ? roomiest : nil
      let slot = kept(third, in: columns, places) ?? slot(for: third, heights, columns, far: far)
      PairSheet.add(third, heights[slot.column], to: &columns, at: slot)
    }
    if let card {
      page.blocks.append(PlacedBlock(card, x: columns[1].x, y: cardTop, sizes[card]))
      page.groups.append([card.key])
    }
    for index in [0, 2] {
      let column = columns[index]
      typesetter.placePanel(column.side, x: column.x, y: 0, height: column.core, on: &page, sizes)
    }
    for column in columns { place(column, on: &page, sizes) }
    page.shift(down: -page.top)
    if let places { page.settle(keeping: places, gap: PairSheet.gap) }
    page.lines = PairRouter(content, page).lines
    page.size.height = max(page.bottom, page.lines.flatMap(\.points).map(\.y).max() ?? 0)
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

  /// A core, and the third parties above and below it, nearest first.
  private struct Column {
    let side: Figure.Side
    let x: Double
    var core = 0.0
    var above: [ThirdParty] = []
    var below: [ThirdParty] = []
    var aboveHeight = 0.0
    var belowHeight = 0.0
    /// The room below the card for lines to the far column.
    var passage = 0.0

    init(_ side: Figure.Side, x: Double) { (self.side, self.x) = (side, x) }

    var isWide: Bool { side == .other }

    mutating func add(_ third: ThirdParty, _ height: Double, isAbove: Bool) {
      if isAbove {
        above.append(third)
        aboveHeight += height
      } else {
        below.append(third)
        belowHeight += height
      }
    }

    static func height(of columns: [Column]) -> Double {
      (columns.map(\.aboveHeight).max() ?? 0) + (columns.map { $0.core + $0.passage + $0.belowHeight }.max() ?? 0)
    }
  }

  /// A place for a third party: its column, and whether it is above the core.
  private typealias Slot = (column: Int, isAbove: Bool)

  /// That of an earlier picture.
  private func kept(_ third: ThirdParty, in columns: [Column], _ places: Places?) -> Slot? {
    guard let places, let place = places[.card(third.card.kind)], let core = places[.card(.pair)] else { return nil }
    return columns.firstIndex { abs($0.x - place.x) < 2 }.map { ($0, place.y < core.y) }
  }

  /// Where the sheet is lowest; where that makes little difference, above and in the column of its side.
  ///
  /// - Parameter far: the column of a side where it may be although it has ties to both.
  private func slot(for third: ThirdParty, _ heights: [Double], _ columns: [Column], far: Int?) -> Slot {
    let own = third.sides == [.first] ? 0 : third.sides == [.second] ? 2 : 1
    let slots: [Slot] = unique([own, 1]).flatMap { column -> [Slot] in
      let canBeAbove = third.isOfHeads && columns[column].above.count < PairSheet.mostAbove
      return canBeAbove ? [(column, true), (column, false)] : [(column, false)]
    }
    // Lines to the far column take the way below the card, which must be free.
    let others: [Slot] = columns[1].below.isEmpty ? (far.map { [($0, false)] } ?? []) : []
    func height(_ slot: Slot) -> Double {
      var after = columns
      PairSheet.add(third, heights[slot.column], to: &after, at: slot)
      return Column.height(of: after)
    }
    let all = slots + others
    let lowest = all.map(height).min() ?? 0
    return all.first { height($0) <= lowest + PairSheet.littleDifference } ?? (1, false)
  }

  private static func add(_ third: ThirdParty, _ height: Double, to columns: inout [Column], at slot: Slot) {
    columns[slot.column].add(third, height, isAbove: slot.isAbove)
    if slot.column != 1, third.sides.count > 1 { columns[1].passage = PairRouter.passage }
  }

  private func unique(_ columns: [Int]) -> [Int] { columns[0] == columns[1] ? [columns[0]] : columns }

  private static let littleDifference = 12.0

  /// More lines would not land apart on the upper half of a name.
  private static let mostAbove = 2

  private func place(_ column: Column, on page: inout Page, _ sizes: BlockSizes) {
    var y = 0.0
    for third in column.above {
      y -= typesetter.height(third, isWide: column.isWide, sizes) + PairSheet.gap
      typesetter.place(third, x: column.x, y: y, isWide: column.isWide, on: &page, sizes)
    }
    y = column.core + column.passage
    for third in column.below {
      typesetter.place(third, x: column.x, y: y + PairSheet.gap, isWide: column.isWide, on: &page, sizes)
      y += typesetter.height(third, isWide: column.isWide, sizes) + PairSheet.gap
    }
  }
}
