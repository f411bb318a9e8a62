internal import DyadCore
internal import Graphviz

/// Sets a drawing in type, gives every block its place, and frames the whole with title, legend and sources.
struct Composer {
  let drawing: Drawing
  private let ruler: Ruler

  /// Labels are set to fit their boxes by our own measure; Graphviz, which adds margins, warns of some.
  static let ignored: @Sendable (String) -> Void = { _ in }

  init(_ drawing: Drawing) async throws(GraphvizError) {
    self.drawing = drawing
    let theme = drawing.theme
    let figures = drawing.figures.flatMap { figure in
      let (name, lines) = FigureSetter.runs(figure, theme)
      return [name] + lines
    }
    ruler = try await Ruler(
      measuring: figures + drawing.cards.flatMap { CardSetter.runs($0, theme) } + FootSetter.runs(drawing))
  }

  func page() async throws(GraphvizError) -> Page {
    var body = try await body()
    let foot = FootSetter(theme: drawing.theme, ruler: ruler, width: body.size.width - 2 * Page.margin)
    let title = foot.title(drawing)
    let notes = foot.notes(drawing)
    let legend = foot.legend(drawing)
    let sizes = try await measured([title] + (notes.map { [$0] } ?? []) + legend.placed.map(\.block))
    body.blocks.insert(PlacedBlock(title, x: Page.margin, y: Page.margin, sizes[title.name]!), at: 0)
    var y = body.size.height + 12
    var below = Page()
    below.blocks = legend.placed
    below.lines = legend.lines
    below.shift(down: y, right: Page.margin)
    y += legend.height + 6
    body.append(below)
    if let notes {
      body.blocks.append(PlacedBlock(notes, x: Page.margin, y: y, sizes[notes.name]!))
      y += sizes[notes.name]!.height
    }
    body.size.height = y + Page.margin
    return body
  }

  /// The view itself, below the room for the title.
  private func body() async throws(GraphvizError) -> Page {
    let title = FootSetter(theme: drawing.theme, ruler: ruler, width: Page.width - 2 * Page.margin).title(drawing)
    let head = try await measured([title])[title.name]!.height + 2 * Page.margin + 4
    var page: Page
    switch drawing.focus {
    case .between:
      let sheet = PairSheet(drawing, ruler)
      page = sheet.page(try await measured(sheet.blocks))
    case .around, .everyone:
      let sheet = WebSheet(drawing, ruler)
      page = try await sheet.page(try await measured(sheet.blocks))
      let width = max(Page.width, page.size.width + 2 * Page.margin)
      page.shift(down: 0, right: (width - page.size.width) / 2)
      page.size.width = width
    }
    page.shift(down: head)
    page.size.height += head
    return page
  }

  /// The sizes of all blocks: their own, or as Graphviz lays their labels out.
  private func measured(_ blocks: [Block]) async throws(GraphvizError) -> [String: Size] {
    var graph = Graph("measure")
    graph.nodes = blocks.map(\.node)
    let layout = try await graph.layout(with: .dot, onWarning: Composer.ignored)
    return Dictionary(
      blocks.map { block in
        let box = layout.nodes[block.name]
        return (block.name, block.size ?? Size(width: box?.width ?? 0, height: box?.height ?? 0))
      }, uniquingKeysWith: { first, _ in first })
  }
}
