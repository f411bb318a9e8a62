internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Many parties: Graphviz places related parties near each other, the sheet fits their positions to the page, and Graphviz
/// routes the lines.
///
/// Each line has a number; below, each number has a card.
struct NetworkSheet: Sheet {
  private let content: Content
  private let theme: Theme
  private let width: Double
  private let figures: FigureTypesetter
  private let cards: CardTypesetter
  private let columns: Int

  private static let gap = 7.0
  private static let columnGap = 12.0
  /// Room for lines beside the outermost figures.
  private static let inset = 5.0

  init(_ content: Content, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.theme, self.width) = (content, theme, width)
    columns = max(1, Int((width / 200).rounded(.down)))
    let inner = width - 2 * Page.margin - NetworkSheet.columnGap * Double(columns - 1)
    figures = FigureTypesetter(theme: theme, ruler: ruler, isSmall: content.options.detail.isTerse)
    cards = CardTypesetter(content.options, theme, ruler, width: (inner / Double(columns)).rounded(.down))
  }

  var blocks: [Block] { content.figures.map { figures.fitting($0, within: 96) } + content.cards.map(cards.block) }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) async throws(Graph.Failure) -> Page {
    let list = list(sizes)
    if list.height > room.height, !content.options.detail.isTerse {
      // The cards alone do not fit, so that the parties need no layout.
      var page = Page(width: width)
      page.size.height = list.height
      return page
    }
    let items = try await spread(sizes, room: room.height - list.height - 4 * NetworkSheet.gap, keeping: places)
    var page = try await network(items, sizes)
    if places == nil { page.shift(down: -(page.blocks.map(\.y).min() ?? 0)) }
    let top = page.bottom + 2 * NetworkSheet.gap
    for (card, column, y) in list.places {
      let x = Page.margin + Double(column) * (cards.width + NetworkSheet.columnGap)
      page.blocks.append(PlacedBlock(card, x: x, y: top + y, sizes[card]))
      page.groups.append([card.key])
    }
    if let places { page.settle(keeping: places, gap: NetworkSheet.gap / 2) }
    page.size.height = page.bottom
    return page
  }

  // MARK: Places of the parties

  private var lines: [Line] { content.lines.filter { $0.to != nil } }

  private func graph(_ sizes: BlockSizes) -> Graph {
    var graph = Graph("network")
    for figure in content.figures {
      let size = sizes[.figure(figure.id)]
      graph.nodes.append(
        Node(
          BlockKey.figure(figure.id).id,
          [
            "shape": figure.kind == .group ? "hexagon" : "box", "label": "", "fixedsize": "true",
            "width": .raw(inches(size.width)),
            "height": .raw(inches(size.height)),
          ]))
    }
    graph.edges = lines.compactMap { line in
      line.to.map { to in
        Edge(
          BlockKey.figure(line.from).id, BlockKey.figure(to).id, key: line.subject.id, ["arrowhead": "none"])
      }
    }
    return graph
  }

  private func spread(
    _ sizes: BlockSizes, room: Double, keeping places: Places?
  ) async throws(Graph.Failure) -> [Spreading.Item] {
    var graph = graph(sizes)
    graph.attributes = ["overlap": "true", "splines": "false", "pack": "12", "packmode": "node"]
    for index in graph.edges.indices { graph.edges[index].attributes["len"] = .raw(length(lines[index])) }
    let layout = try await graph.layout(with: .neato, warnings: Composition.warnings)
    func center(of key: BlockKey) -> Point {
      guard let node = layout.nodes[key.id] else { preconditionFailure("Graphviz lays out every node") }
      return Point(x: node.center.x, y: layout.bounds.maxY - node.center.y)
    }
    let wide = 2 * (Page.margin + NetworkSheet.inset)
    let items = content.figures.map { figure -> Spreading.Item in
      let key = BlockKey.figure(figure.id)
      let size = sizes[key]
      if let kept = places?[key] {
        return Spreading.Item(
          key: key,
          center: Point(x: kept.x + size.width / 2 - Page.margin - NetworkSheet.inset, y: kept.y + size.height / 2),
          size: size,
          isPinned: true)
      }
      let near = places.flatMap { beside(figure.id, $0, sizes) }
      return Spreading.Item(key: key, center: near ?? center(of: key), size: size)
    }
    let scaled = places == nil ? scaled(items, width: width - wide, room: room) : items
    return Spreading(scaled, width: width - wide, distance: distance).items
  }

  /// The distance between figures: room for a number if there are few, room for lines if there are many.
  private var distance: Double {
    max(content.options.detail.isTerse ? 11 : 14, 34 - Double(content.figures.count) * 0.8)
  }

  /// The preferred length: shorter for stronger ties.
  private func length(_ line: Line) -> String { Markup.number(1.5 - abs(line.tone?.value ?? 0) * 0.04) }

  /// The mean position of the parties that it has ties with, of those that are placed.
  private func beside(_ entity: Entity.ID, _ places: Places, _ sizes: BlockSizes) -> Point? {
    let others = lines.compactMap { $0.from == entity ? $0.to : $0.to == entity ? $0.from : nil }
    let centers = others.compactMap { other -> Point? in
      guard let place = places[.figure(other)], sizes.contains(.figure(other)) else { return nil }
      let size = sizes[.figure(other)]
      return Point(x: place.x + size.width / 2 - Page.margin - NetworkSheet.inset, y: place.y + size.height / 2)
    }
    guard !centers.isEmpty else { return nil }
    let count = Double(centers.count)
    return Point(
      x: centers.map(\.x).reduce(0, +) / count, y: centers.map(\.y).reduce(0, +) / count + NetworkSheet.gap)
  }

  /// The items turned by 90° if that fits the page better, and stretched to its width, but no higher than necessary.
  private func scaled(_ items: [Spreading.Item], width: Double, room: Double) -> [Spreading.Item] {
    guard items.count > 1 else { return items }
    let area = items.map { ($0.size.width + 2 * distance) * ($0.size.height + 2 * distance) }.reduce(0, +)
    let height = min(max(80, room), max(60, area / width * (content.options.detail.isTerse ? 1.9 : 1.15)))
    let (xs, ys) = (items.map(\.center.x), items.map(\.center.y))
    let isTurned = (NetworkSheet.extent(xs).span > NetworkSheet.extent(ys).span) != (width > height) && items.count > 2
    let across = NetworkSheet.evened(isTurned ? ys : xs)
    let down = NetworkSheet.evened(isTurned ? xs : ys)
    let (widest, highest) = (items.map(\.size.width).max() ?? 0, items.map(\.size.height).max() ?? 0)
    return items.indices.map { index in
      var item = items[index]
      item.center = Point(
        x: across[index] * max(1, width - widest) + widest / 2, y: down[index] * max(1, height - highest) + highest / 2)
      return item
    }
  }

  private static func extent(_ values: [Double]) -> (least: Double, span: Double) {
    guard let least = values.min(), let most = values.max() else { return (0, 0) }
    return (least, most - least)
  }

  /// Values between 0 and 1, partly by value and partly by rank, which spreads crowded ones.
  private static func evened(_ values: [Double]) -> [Double] {
    let (least, extent) = NetworkSheet.extent(values)
    let span = max(1, extent)
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = Array(repeating: 0.0, count: values.count)
    for (rank, index) in order.enumerated() { ranks[index] = Double(rank) / Double(max(1, values.count - 1)) }
    let share = values.count > 12 ? 0.6 : 0.2
    return values.indices.map { (values[$0] - least) / span * (1 - share) + ranks[$0] * share }
  }

  // MARK: Figures and lines

  private func network(_ items: [Spreading.Item], _ sizes: BlockSizes) async throws(Graph.Failure) -> Page {
    var page = Page(width: width)
    let centers = items.map { Point(x: $0.center.x + Page.margin + NetworkSheet.inset, y: -$0.center.y) }
    let places = Dictionary(zip(items.map(\.key.id), centers), uniquingKeysWith: { _, last in last })
    var graph = graph(sizes)
    graph.attributes = ["splines": "true", "esep": "+4", "sep": "+5"]
    let routed = try await graph.routed(around: places, warnings: Composition.warnings)
    for (figure, center) in zip(content.figures, centers) {
      let block = figures.fitting(figure, within: 96)
      let size = sizes[block]
      page.blocks.append(PlacedBlock(block, x: center.x - size.width / 2, y: -center.y - size.height / 2, size))
    }
    for (line, id) in zip(lines, graph.edgeIDs) {
      guard let points = routed.edges[id]?.curves.first?.points else { continue }
      page.lines.append(PlacedLine(line, points: points.map { Point(x: $0.x, y: -$0.y) }))
    }
    page.blocks += badges(page)
    return page
  }

  /// A number near the middle of each line, where it covers as little as possible.
  private func badges(_ page: Page) -> [PlacedBlock] {
    let typesetter = BadgeTypesetter(theme: theme)
    let numbers = Dictionary(
      uniqueKeysWithValues: content.cards.compactMap { card in card.number.map { (card.kind, $0) } })
    let size = BadgeTypesetter.size
    var taken = page.blocks.map { ($0.center, $0.size) }
    return page.lines.compactMap { line in
      guard let card = line.line.card, let number = numbers[card] else { return nil }
      let others = page.lines.filter { $0.line != line.line }.flatMap { other in
        stride(from: 0.05, through: 0.95, by: 0.06).map { Path.point(at: $0, of: other.points) }
      }
      func crowding(_ center: Point) -> Double {
        let onBlocks = taken.map { block, other -> Double in
          let x = (size.width + other.width) / 2 + 2 - abs(center.x - block.x)
          let y = (size.height + other.height) / 2 + 2 - abs(center.y - block.y)
          return x > 0 && y > 0 ? 10 + min(x, y) : 0
        }.reduce(0, +)
        let onLines = others.count {
          abs($0.x - center.x) < size.width / 2 + 1 && abs($0.y - center.y) < size.height / 2 + 1
        }
        return onBlocks + Double(onLines)
      }
      let shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85]
      let places = shares.map { Path.point(at: $0, of: line.points) }
      guard
        let best = places.enumerated().min(by: { (crowding($0.element), $0.offset) < (crowding($1.element), $1.offset) }
        )?
        .element
      else { return nil }
      taken.append((best, size))
      return PlacedBlock(
        typesetter.block(number, mark: line.line.mark, .number(card)), x: best.x - size.width / 2,
        y: best.y - size.height / 2,
        size)
    }
  }

  // MARK: Cards

  /// The cards in columns of about the same height, in the order of their numbers.
  private func list(_ sizes: BlockSizes) -> (places: [(Block, column: Int, y: Double)], height: Double) {
    let blocks = content.cards.map(cards.block)
    let heights = blocks.map { sizes[$0].height + (content.options.detail.isTerse ? 0 : NetworkSheet.gap / 2) }
    var height = max(heights.reduce(0, +) / Double(columns), heights.max() ?? 0)
    while true {
      var places: [(Block, column: Int, y: Double)] = []
      var (column, y) = (0, 0.0)
      for (block, own) in zip(blocks, heights) {
        if y + own > height + 0.01, y > 0 { (column, y) = (column + 1, 0) }
        places.append((block, column, y))
        y += own
      }
      if column < columns { return (places, places.isEmpty ? 0 : height) }
      height += 4
    }
  }
}
