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
    framing = try await Framing(content, theme, width: Draft.width(content, for: paper))
    sheet = content.sheet(theme, framing.ruler, width: framing.width)
    sizes = try await Framing.measured(sheet.blocks)
    (self.content, self.style, self.paper, self.places) = (content, style, paper, places)
  }

  /// A narrow column is read on a screen at 96 pixels to the inch, where its type has at least 11 pixels.
  private static let narrowPaper = Length(millimetres: 120).points
  private static let leastTypeOnScreen = 11.0 * 72 / 96

  /// The width in which a content is arranged for a paper; what is too wide for the paper is scaled down.
  static func width(_ content: Content, for paper: Paper) -> Double {
    let scale = paper.width.points < narrowPaper ? Double(Face.small.size) / leastTypeOnScreen : 1
    switch content.layout {
    case .timeline, .egoTimeline: return max(paper.width.points * scale, Composition.leastTimelineWidth)
    case .matrix(let matrix):
      return max(paper.width.points, Composition.leastWidth, MatrixSheet.leastWidth(matrix))
    case .network: return max(paper.width.points, Composition.leastWidth)
    case .pair, .ego: return max(paper.width.points * scale, Composition.leastWidth)
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
    let page = framing.framed(body.directed(as: content.options.lexicon), exactly: paper.isExact ? limit : nil)
    return Composition(
      content, style: style, at: page, on: paper, places: Places(body, content),
      hasRoom: body.size.height + framing.height <= limit + 1e-6)
  }
}
