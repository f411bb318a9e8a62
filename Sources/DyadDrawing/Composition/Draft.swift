internal import DyadContent
internal import Graphviz

/// A content that is typeset and measured for a paper, before its parts have positions.
///
/// Whether a network or a matrix fits is known by now, so that only one of all versions is laid out.
struct Draft {
  private let content: Content
  private let style: Style
  private let paper: Paper
  private let framing: Framing
  private let sheet: any Sheet
  private let sizes: BlockSizes
  private let places: Places?

  /// - Parameter places: the places of an earlier picture, to be kept.
  init(
    _ content: Content, style: Style, on paper: Paper, keeping places: Places? = nil
  ) async throws(Graph.Failure) {
    let content = content.numbered(as: places)
    let theme = style.paintedTheme
    framing = try await Framing(content, theme, width: max(paper.width.points, Draft.leastWidth(content)))
    sheet = content.sheet(theme, framing.ruler, width: framing.width)
    sizes = try await Framing.measured(sheet.blocks)
    (self.content, self.style, self.paper, self.places) = (content, style, paper, places)
  }

  /// Pictures for narrower paper are arranged in this width and scaled down.
  private static func leastWidth(_ content: Content) -> Double {
    switch content.layout {
    case .timeline: Composition.leastTimelineWidth
    case .matrix(let matrix): max(Composition.leastWidth, MatrixSheet.leastWidth(matrix))
    case .pair, .ego, .network: Composition.leastWidth
    }
  }

  private var limit: Double { paper.height.limit.points * framing.width / paper.width.points }
  private var room: Room { Room(height: limit - framing.height, isExact: paper.isExact) }

  /// Whether it fits the paper at full size; `nil` if only positions can show it.
  var fits: Bool? {
    sheet.height(sizes, in: room, keeping: places).map {
      $0 <= room.height + 0.01 && paper.width.points / framing.width > 0.999
    }
  }

  /// Its parts with their positions, on a page.
  func composition() async throws(Graph.Failure) -> Composition {
    var body = try await sheet.page(sizes, in: room, keeping: places)
    body.markLines(style.paintedTheme)
    let page = framing.framed(body, exactly: paper.isExact ? limit : nil)
    return Composition(
      content, style: style, at: page, on: paper, places: Places(body, content),
      hasRoom: body.size.height + framing.height <= limit + 1e-6)
  }
}
