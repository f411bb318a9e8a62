internal import DyadCore
internal import Graphviz

/// Figures and the cards of their dyads, laid out by Graphviz in ranks, across or down, whichever fits the page better.
struct WebSheet {
  private let drawing: Drawing
  private let figures: FigureSetter
  private let cards: CardSetter

  init(_ drawing: Drawing, _ ruler: Ruler) {
    self.drawing = drawing
    figures = FigureSetter(theme: drawing.theme, ruler: ruler)
    cards = CardSetter(theme: drawing.theme, ruler: ruler, width: 150, isNarrow: true)
  }

  var blocks: [Block] {
    drawing.figures.map { figures.block($0, width: 104) } + drawing.cards.map(cards.block)
  }

  func page(_ sizes: [String: Size]) async throws(GraphvizError) -> Page {
    let across = try await page(sizes, direction: "LR")
    guard across.size.width > Page.width - 2 * Page.margin else { return across }
    let down = try await page(sizes, direction: "TB")
    return down.size.width < across.size.width ? down : across
  }

  private func page(_ sizes: [String: Size], direction: String) async throws(GraphvizError) -> Page {
    let graph = graph(sizes, direction: direction)
    let layout = try await graph.layout(with: .dot, onWarning: Composer.ignored)
    let top = layout.bounds.maxY
    func down(_ point: Point) -> Point { Point(x: point.x - layout.bounds.minX, y: top - point.y) }
    var page = Page()
    for block in blocks {
      guard let box = layout.nodes[block.name], let size = sizes[block.name] else { continue }
      let centre = down(box.center)
      page.blocks.append(PlacedBlock(block, x: centre.x - size.width / 2, y: centre.y - size.height / 2, size))
    }
    for (line, edge) in zip(allLines, graph.edgeIDs) {
      guard let path = layout.edges[edge]?.curves.first else { continue }
      // Every line begins at its figure.
      let points = path.points.map(down)
      page.lines.append(PlacedLine(line, points: edge.tail == "entity-\(line.from)" ? points : points.reversed()))
    }
    page.size = Size(width: layout.bounds.width, height: layout.bounds.height)
    return page
  }

  private var allLines: [Line] {
    drawing.lines
      + drawing.memberships.map {
        Line(
          from: $0.first, card: "member-\($0.second)", tone: nil, isPossible: false, isPointed: false,
          isMembership: true)
      }
  }

  private func graph(_ sizes: [String: Size], direction: String) -> Graph {
    var graph = Graph("web")
    graph.attributes = [
      "rankdir": .raw(direction), "nodesep": "0.16", "ranksep": "0.32", "newrank": "true", "nslimit": "2",
      "mclimit": "1", "splines": "true",
    ]
    for block in blocks {
      guard let size = sizes[block.name] else { continue }
      graph.nodes.append(
        Node(
          block.name,
          [
            "shape": "box", "label": .raw(""), "fixedsize": "true", "width": .raw(inches(size.width)),
            "height": .raw(inches(size.height)),
          ]))
    }
    let egos = Set(drawing.focus.parties)
    for line in drawing.lines {
      // Out of the ego, through the card, to the alter: so ranks follow the hops.
      let isOutward = egos.contains(line.from) || isFirstEnd(line)
      let ends = ["entity-\(line.from)", "card-\(line.card)"]
      graph.edges.append(Edge(ends[isOutward ? 0 : 1], ends[isOutward ? 1 : 0], ["arrowhead": "none"]))
    }
    for member in drawing.memberships {
      graph.edges.append(
        Edge("entity-\(member.first)", "entity-\(member.second)", ["arrowhead": "none", "minlen": "2"]))
    }
    return graph
  }

  private func isFirstEnd(_ line: Line) -> Bool {
    guard !drawing.lines.contains(where: { $0.card == line.card && drawing.focus.parties.contains($0.from) }) else {
      return false
    }
    return drawing.lines.first { $0.card == line.card }?.from == line.from
  }
}
