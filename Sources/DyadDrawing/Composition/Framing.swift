internal import DyadContent
internal import Graphviz

/// The frame of a picture: title above; legend, sources and omissions below.
struct Framing {
  let width: Double
  let ruler: Ruler
  private let content: Content
  private let theme: Theme
  private let title: (block: Block, size: Size)
  private let notes: (block: Block, size: Size)?
  private let legend: (placed: [PlacedBlock], lines: [PlacedLine], height: Double)

  private static let gap = 10.0
  private static let legendGap = 12.0

  /// - Parameter others: contents that share the ruler and the legend.
  init(_ content: Content, _ theme: Theme, with others: [Content] = [], width: Double) async throws(Graph.Failure) {
    (self.content, self.theme, self.width) = (content, theme, width)
    ruler = try await Ruler(measuring: ([content] + others).flatMap { Framing.runs($0, on: content, theme) })
    let frame = FrameTypesetter(
      lexicon: content.options.lexicon, theme: theme, ruler: ruler, width: width - 2 * Page.margin)
    var explained = content
    explained.cards += others.flatMap(\.cards)
    explained.lines += others.flatMap(\.lines)
    explained.figures += others.flatMap(\.figures)
    legend = frame.legend(explained)
    let (title, notes) = (frame.title(content), frame.notes(content))
    let sizes = try await Framing.measured([title] + (notes.map { [$0] } ?? []))
    // The frames of a film have titles of their own, with room for the longest.
    let titles = Set(others.map { frame.title($0).attributes }).map { Block(.title, attributes: $0, size: nil) }
    let own = try await Framing.sizes(of: titles, named: titles.indices.map { "title-\($0)" }) + [sizes[title]]
    self.title = (
      title, Size(width: own.map(\.width).max() ?? 0, height: own.map(\.height).max() ?? 0)
    )
    self.notes = notes.map { ($0, sizes[$0]) }
  }

  /// Every text of a content that may be in its picture, for the ruler.
  private static func runs(_ content: Content, on stage: Content, _ theme: Theme) -> [Run] {
    let lexicon = content.options.lexicon
    func figures(isSmall: Bool) -> [Run] {
      content.figures.flatMap { FigureTypesetter.texts($0, theme, isSmall: isSmall) }
    }
    let body =
      switch content.layout {
      case .pair, .ego: figures(isSmall: false)
      case .network: NetworkFigures.runs(content, on: stage, theme)
      case .matrix: MatrixSheet.runs(content, theme)
      case .timeline(let timeline): figures(isSmall: true) + TimelineSheet.runs(timeline, theme, lexicon)
      case .egoTimeline(let timeline): figures(isSmall: true) + EgoTimelineSheet.runs(timeline, theme, lexicon)
      }
    let cards = content.cards.flatMap { CardTypesetter.runs($0, theme, lexicon) }
    return body + cards + FrameTypesetter.runs(content, theme)
  }

  private var head: Double { title.size.height + 2 * Page.margin + 4 }
  private var foot: Double { Framing.legendGap + legend.height + (notes.map { $0.size.height + 6 } ?? 0) + Page.margin }

  /// The height that it adds to the body.
  var height: Double { head + foot }

  /// The body with its frame.
  ///
  /// On a page of an exact height, the foot is at the bottom, and a body that is too high enlarges the page in its
  /// proportions.
  ///
  /// - Parameter own: the content with the title, if it is another one.
  func framed(_ body: Page, exactly exact: Double?, titled own: Content? = nil) -> Page {
    var page = body
    var title = title
    if let own {
      let frame = FrameTypesetter(
        lexicon: own.options.lexicon, theme: theme, ruler: ruler, width: width - 2 * Page.margin)
      title.block = frame.title(own)
    }
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

  /// The left edge of text that is aligned left, or right in a language that is written from right to left.
  private func start(_ size: Size, _ page: Page) -> Double {
    content.options.lexicon.isRightToLeft ? page.size.width - Page.margin - size.width : Page.margin
  }

  /// The sizes of blocks by their versions.
  static func measured(_ blocks: [Block]) async throws(Graph.Failure) -> BlockSizes {
    let versions = blocks.map(\.version)
    let sizes = try await sizes(of: blocks, named: versions.map(\.id))
    return BlockSizes(Dictionary(zip(versions, sizes), uniquingKeysWith: { first, _ in first }))
  }

  /// The sizes of blocks: their own, or those of their labels as Graphviz lays them out.
  ///
  /// - Parameter names: a different name for each block; messages of Graphviz mention it.
  static func sizes(of blocks: [Block], named names: [String]) async throws(Graph.Failure) -> [Size] {
    let labels = zip(blocks, names).filter { $0.0.size == nil }.map { block, name in block.node(name) }
    var measured = try await Measurements.shared.sizes(of: labels).makeIterator()
    return blocks.compactMap { $0.size ?? measured.next() }
  }
}
