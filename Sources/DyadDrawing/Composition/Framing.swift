internal import Graphviz

/// What frames a picture: the title above, the legend, the sources and what was left out below.
struct Framing {
  let width: Double
  let ruler: Ruler
  private let drawing: Drawing
  private let title: (block: Block, size: Size)
  private let notes: (block: Block, size: Size)?
  private let legend: (placed: [PlacedBlock], lines: [PlacedLine], height: Double)

  private static let gap = 10.0
  private static let legendGap = 12.0

  /// - Parameter others: drawings that are set with the same ruler, whose marks the legend explains as well.
  init(_ drawing: Drawing, with others: [Drawing] = [], width: Double) async throws(Graph.Failure) {
    (self.drawing, self.width) = (drawing, width)
    let style = drawing.style
    ruler = try await Ruler(measuring: ([drawing] + others).flatMap(Framing.runs))
    let foot = FootSetter(style: style, ruler: ruler, width: width - 2 * Page.margin)
    var explained = drawing
    explained.cards += others.flatMap(\.cards)
    explained.lines += others.flatMap(\.lines)
    explained.figures += others.flatMap(\.figures)
    legend = foot.legend(explained)
    let (title, notes) = (foot.title(drawing), foot.notes(drawing))
    let sizes = try await Framing.measured([title] + (notes.map { [$0] } ?? []))
    self.title = (title, sizes[title.key]!)
    self.notes = notes.map { ($0, sizes[$0.key]!) }
  }

  private static func runs(_ drawing: Drawing) -> [Run] {
    let style = drawing.style
    let figures = drawing.figures.flatMap { figure in
      let (name, lines) = FigureSetter.runs(figure, style.theme)
      return [name, FigureSetter.runs(figure, style.theme, isSmall: true).name] + lines
    }
    return figures + drawing.cards.flatMap { CardSetter.runs($0, style) } + FootSetter.runs(drawing)
  }

  private var head: Double { title.size.height + 2 * Page.margin + 4 }
  private var foot: Double { Framing.legendGap + legend.height + (notes.map { $0.size.height + 6 } ?? 0) + Page.margin }

  /// As much as it adds to the height of the body.
  var height: Double { head + foot }

  /// The body with its frame; on a page of an exact height, the foot stands at its end, and what is too high makes the page larger
  /// in its proportions.
  ///
  /// - Parameter own: the drawing whose title stands above, where it is another.
  func framed(_ body: Page, exactly exact: Double?, titled own: Drawing? = nil) -> Page {
    var page = body
    var title = title
    if let own { title.block = FootSetter(style: own.style, ruler: ruler, width: width - 2 * Page.margin).title(own) }
    let needed = body.size.height + height
    let total = exact.map { max($0, needed) } ?? needed
    let factor = exact.map { max(1, needed / $0) } ?? 1
    page.shift(down: head, right: width * (factor - 1) / 2)
    page.size = Size(width: width * factor, height: total)
    page.blocks.insert(PlacedBlock(title.block, x: start(title.size, page), y: Page.margin, title.size), at: 0)
    var below = Page(width: width)
    (below.blocks, below.lines) = (legend.placed, legend.lines)
    below.shift(down: total - foot + Framing.legendGap, right: Page.margin)
    page.append(below)
    if let notes {
      let y = total - Page.margin - notes.size.height
      page.blocks.append(PlacedBlock(notes.block, x: start(notes.size, page), y: y, notes.size))
    }
    return page
  }

  /// Where words begin: at the left, or, in a language that runs from the right, so that they end there.
  private func start(_ size: Size, _ page: Page) -> Double {
    drawing.style.lexicon.isRightToLeft ? page.size.width - Page.margin - size.width : Page.margin
  }

  func measured(_ blocks: [Block]) async throws(Graph.Failure) -> [String: Size] { try await Framing.measured(blocks) }

  /// The sizes of blocks by their keys: their own, or as Graphviz lays their labels out.
  static func measured(_ blocks: [Block]) async throws(Graph.Failure) -> [String: Size] {
    var graph = Graph("measure")
    graph.nodes = blocks.map(\.node)
    let layout = try await graph.layout(with: .dot, warnings: Composition.warnings)
    return Dictionary(
      blocks.map { block in
        let box = layout.nodes[block.name]
        return (block.key, block.size ?? Size(width: box?.width ?? 0, height: box?.height ?? 0))
      }, uniquingKeysWith: { first, _ in first })
  }
}
