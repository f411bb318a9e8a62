internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Many parties: all of their ties as lines, the strongest with numbers; below, each number has a card.
struct NetworkSheet: Sheet {
  private let content: Content
  private let frames: [Content]
  private let theme: Theme
  private let width: Double
  private let figures: NetworkFigures
  private let cards: CardTypesetter
  private let columns: Int

  private static let gap = 7.0
  private static let columnGap = 12.0

  /// - Parameters:
  ///   - stage: everything that is on the same stage; the content itself, unless it is a frame of a film.
  ///   - frames: the frames of the film of which the content is the stage.
  init(
    _ content: Content, on stage: Content, for frames: [Content], _ theme: Theme, _ ruler: Ruler, width: Double
  ) {
    (self.content, self.frames, self.theme, self.width) = (content, frames, theme, width)
    columns = max(1, Int((width / 200).rounded(.down)))
    let inner = width - 2 * Page.margin - NetworkSheet.columnGap * Double(columns - 1)
    figures = NetworkFigures(stage, theme, ruler)
    cards = CardTypesetter(content.options, theme, ruler, width: (inner / Double(columns)).rounded(.down))
  }

  var blocks: [Block] {
    content.figures.map(figures.block) + content.cards.map(cards.block) + figures.labels(content.blocs).joined()
  }

  // MARK: Room

  /// The area for the parties: larger the more there are, and nearly all of the room if necessary.
  private func area(_ sizes: BlockSizes, in room: Room) -> Size {
    let boxes = content.figures.map { sizes[.figure($0.id)] }
    let inner = width - 2 * Page.margin - (content.blocs.isEmpty ? 0 : 2 * BlocHulls.overhang)
    let count = Double(max(1, boxes.count))
    let wanted = boxes.map { ($0.width + 14) * ($0.height + 10) }.reduce(0, +) * (2.4 + 14 / count)
    let least = boxes.map { ($0.width + distance) * ($0.height + distance) }.reduce(0, +) * 1.45
    let widest = boxes.map(\.width).max() ?? 0
    let width = max(min(inner, (2.2 * wanted).squareRoot()), min(inner, widest))
    let most = room.height * (room.isExact ? 0.7 : 0.74)
    let height = max(min(wanted / width, most), least / width, boxes.map(\.height).max() ?? 0)
    return Size(width: width, height: height.rounded(.up))
  }

  /// The least distance between boxes.
  private var distance: Double { content.figures.count > 100 ? 4 : content.figures.count > 40 ? 7 : 10 }

  func height(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Double? {
    guard places == nil else { return nil }
    return total(area(sizes, in: room).height, list(sizes).height)
  }

  private func total(_ drawing: Double, _ list: Double) -> Double {
    drawing + (list > 0 ? 2 * NetworkSheet.gap + list : 0)
  }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) async throws(Graph.Failure) -> Page {
    let list = list(sizes)
    var area = area(sizes, in: room)
    let spare = room.isExact ? room.height - total(area.height, list.height) : 0
    if places == nil, spare > 0 { area.height = min(area.height + spare, area.height * 1.5) }
    let task = task(sizes, area, keeping: places)
    let centers = await Arrangements.shared.centers(task)
    var page = try await network(centers, task, sizes)
    let top = total(max(area.height, page.bottom), 0) + 2 * NetworkSheet.gap
    for (card, column, y) in list.places {
      let x = Page.margin + Double(column) * (cards.width + NetworkSheet.columnGap)
      page.blocks.append(PlacedBlock(card, x: x, y: top + y, sizes[card]))
      page.groups.append([card.key])
    }
    if let places { page.settle(keeping: places, gap: cardGap) }
    page.size.height = max(page.bottom, list.places.isEmpty ? area.height : 0)
    return page
  }

  // MARK: Parties

  private var lines: [Line] { content.lines.filter { $0.to != nil } }

  private func task(_ sizes: BlockSizes, _ area: Size, keeping keptPlaces: Places?) -> NetworkTask {
    let indices = Dictionary(uniqueKeysWithValues: content.figures.enumerated().map { ($1.id, $0) })
    let numbered = Set(content.cards.filter { $0.number != nil }.map(\.kind))
    var places: [Dyad: Int] = [:]
    var edges: [NetworkTask.Pair] = []
    for line in lines {
      guard let to = line.to, let one = indices[line.from], let other = indices[to] else { continue }
      let isNumbered = line.card.map(numbered.contains) ?? false
      if let place = places[Dyad(line.from, to)] {
        edges[place].isNumbered = edges[place].isNumbered || isNumbered
      } else {
        places[Dyad(line.from, to)] = edges.count
        edges.append(NetworkTask.Pair(one: one, other: other, isNumbered: isNumbered))
      }
    }
    let boxes = content.figures.map { sizes[.figure($0.id)] }
    var task = NetworkTask(sizes: boxes, edges: edges, area: area, gap: distance)
    task.blocs = content.blocs.map { $0.members.compactMap { indices[$0] } }
    guard let keptPlaces else { return task }
    let left = self.left(of: area)
    for (index, figure) in content.figures.enumerated() {
      guard let kept = keptPlaces[.figure(figure.id)] else { continue }
      task.kept[index] = Point(x: kept.x + boxes[index].width / 2 - left, y: kept.y + boxes[index].height / 2)
    }
    let bottom = task.kept.map { $0.value.y + boxes[$0.key].height / 2 }.max() ?? 0
    task.area.height = max(area.height, bottom)
    return task
  }

  private func left(of area: Size) -> Double { ((width - area.width) / 2).rounded() }

  /// The figures, the lines around them, the grounds of blocs, and the numbers.
  private func network(
    _ centers: [Point], _ task: NetworkTask, _ sizes: BlockSizes
  ) async throws(Graph.Failure) -> Page {
    var page = Page(width: width)
    page.lineWidths = LinePattern.widths
    page.smallestFace = figures.smallestFace
    let left = left(of: task.area)
    for (figure, center) in zip(content.figures, centers) {
      let block = figures.block(figure)
      let size = sizes[block]
      page.blocks.append(
        PlacedBlock(block, x: center.x + left - size.width / 2, y: center.y - size.height / 2, size))
    }
    page.lines = try await NetworkRouter(lines, page).lines
    page.areas = BlocHulls(content.blocs, among: content.blocs, on: page, theme).areas
    let labels = NetworkLabels(
      content, page, theme, for: frames, names: figures.labels(content.blocs), within: task.area.height)
    page.blocks += labels.numbers + labels.names
    return page
  }

  // MARK: Cards

  /// The distance between cards of a column, which is also kept where they keep their places.
  private var cardGap: Double { content.options.detail.isTerse ? 0 : NetworkSheet.gap / 2 }

  /// The cards in columns of about the same height, in the order of their numbers.
  private func list(_ sizes: BlockSizes) -> (places: [(Block, column: Int, y: Double)], height: Double) {
    let blocks = content.cards.map(cards.block)
    let heights = blocks.map { sizes[$0].height + cardGap }
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
