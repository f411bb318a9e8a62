internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The numbers of ties on their lines, and the names of blocs beside their grounds, where they cover as little as possible.
struct NetworkLabels {
  /// The number, or the mark of a change, of each line that has one.
  private(set) var numbers: [PlacedBlock] = []
  private let page: Page
  private let theme: Theme

  init(_ content: Content, _ page: Page, _ theme: Theme) {
    (self.page, self.theme) = (page, theme)
    let known = Dictionary(
      content.cards.compactMap { card in card.number.map { (card.kind, $0) } }, uniquingKeysWith: { one, _ in one })
    let typesetter = BadgeTypesetter(theme: theme)
    var taken = page.blocks.map { ($0.center, $0.size) }
    for line in page.lines {
      guard let card = line.line.card else { continue }
      var size = BadgeTypesetter.size
      var block: Block
      if let number = known[card] {
        block = typesetter.block(number, mark: line.line.mark, .number(card))
        if number > 9, (line.line.mark ?? .kept) != .kept { size.width += 5 }
      } else if let mark = line.line.mark, mark != .kept {
        block = typesetter.block(mark, .number(card))
      } else {
        continue
      }
      let shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8]
      let places = shares.map { Path.point(at: $0, of: line.points) }
      guard let best = place(places, size, taken, besides: line) else { continue }
      taken.append((best, size))
      block.size = size
      numbers.append(PlacedBlock(block, x: best.x - size.width / 2, y: best.y - size.height / 2, size))
    }
  }

  /// The first of the places with the least below a block of that size.
  private func place(
    _ places: [Point], _ size: Size, _ taken: [(center: Point, size: Size)], besides line: PlacedLine?
  ) -> Point? {
    let others = page.lines.filter { $0.line.id != line?.line.id }
    func crowding(_ center: Point) -> Double {
      let onBlocks = taken.map { other -> Double in
        let x = (size.width + other.size.width) / 2 + 1 - abs(center.x - other.center.x)
        let y = (size.height + other.size.height) / 2 + 1 - abs(center.y - other.center.y)
        return x > 0 && y > 0 ? 10 + min(x, y) : 0
      }.reduce(0, +)
      let onLines = others.count { other in
        zip(other.points, other.points.dropFirst()).contains {
          Refinement.passes($0, $1, center, size, 0.5)
        }
      }
      return onBlocks + Double(onLines)
    }
    let crowdings = places.map(crowding)
    return crowdings.indices.min { (crowdings[$0], $0) < (crowdings[$1], $1) }.map { places[$0] }
  }

  /// The names of blocs at the edges of their grounds.
  func names(_ labels: [Block], within height: Double) -> [PlacedBlock] {
    var taken = (page.blocks + numbers).map { ($0.center, $0.size) }
    return labels.compactMap { label in
      guard case .bloc(let id) = label.key, let size = label.size,
        let area = page.areas.first(where: { $0.bloc?.id == id })
      else { return nil }
      let left = Page.margin + size.width / 2
      let right = page.size.width - Page.margin - size.width / 2
      let edge = area.curves.flatMap { curve in stride(from: 0, to: curve.count, by: 3).map { curve[$0] } }
        .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
        .map { point in
          Point(
            x: min(max(point.x, left), max(left, right)),
            y: min(max(point.y, size.height / 2), max(size.height / 2, height - size.height / 2)))
        }
      guard let best = place(edge, size, taken, besides: nil) else { return nil }
      taken.append((best, size))
      return PlacedBlock(label, x: best.x - size.width / 2, y: best.y - size.height / 2, size)
    }
  }
}
