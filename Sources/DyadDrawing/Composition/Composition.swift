public import DyadContent
public import Graphviz

/// A content laid out on a paper: every part has its position.
///
///     let composition = try await Composition(content, on: Paper(width: Length(millimetres: 85), height: Paper.page.height))
///     let svg = try await composition.picture(as: .svg)
public struct Composition: Sendable {
  /// The content that it shows.
  public var content: Content { arranged.content }
  /// Its colours.
  public var style: Style { arranged.style }
  /// The paper that it is fitted to.
  public var paper: Paper { arranged.paper }
  /// The positions of the parts of its body, which a later picture can keep.
  public var places: Places { arranged.places }
  package var page: Page { arranged.page }
  /// Whether the body and its frame are no higher than the paper.
  var hasRoom: Bool { arranged.hasRoom }
  /// The theme that the page is typeset with.
  private var theme: Theme { arranged.theme }
  private let arranged: Arranged

  /// Copied as one reference: a film has a composition for each frame.
  private final class Arranged: Sendable {
    let content: Content
    let style: Style
    let paper: Paper
    let places: Places
    let page: Page
    let hasRoom: Bool
    let theme: Theme

    init(_ content: Content, _ style: Style, _ paper: Paper, _ places: Places, _ page: Page, hasRoom: Bool) {
      (self.content, self.style, self.paper, self.places) = (content, style, paper, places)
      (self.page, self.hasRoom) = (page, hasRoom)
      theme = style.paintedTheme
    }
  }

  /// Labels are typeset to fit their boxes by our own measure; Graphviz, which adds margins, warns about some.
  static let warnings = WarningPolicy.ignore

  /// Pictures for narrower paper are arranged in this width and scaled down.
  static let leastWidth = 170.0
  /// The same for timelines, whose text is beside lanes or above an axis.
  static let leastTimelineWidth = 210.0

  /// Typesets the content, places every block, and adds title, legend and sources.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameter places: the places of an earlier picture, to be kept.
  public init(
    _ content: Content, style: Style = Style(), on paper: Paper = .page, keeping places: Places? = nil
  ) async throws(Graph.Failure) {
    self = try await Draft(content, style: style, on: paper, keeping: places).composition()
  }

  /// The same content on another paper, whether it fits or not.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  public func arranged(on paper: Paper) async throws(Graph.Failure) -> Composition {
    try await Composition(content, style: style, on: paper)
  }

  /// A content on a page that is complete, typeset with the theme of the style.
  init(_ content: Content, style: Style, at page: Page, on paper: Paper) {
    self.init(content, style: style, at: page, on: paper, places: Places(page, content), hasRoom: true)
  }

  init(_ content: Content, style: Style, at page: Page, on paper: Paper, places: Places, hasRoom: Bool) {
    arranged = Arranged(content, style, paper, places, page, hasRoom: hasRoom)
  }

  /// Whether it fits the paper at full size.
  public var fits: Bool { scale > 0.999 && size.height <= paper.height.limit.points + 0.01 }

  /// The scale from the page to the paper.
  private var scale: Double { paper.width.points / page.size.width }

  private var size: Size { Size(width: paper.width.points, height: page.size.height * scale) }

  /// The width on paper.
  public var width: Length { Length(points: size.width) }
  /// The height on paper.
  public var height: Length { Length(points: size.height) }

  /// The size of the smallest type on paper, in points.
  public var smallestType: Double { Double(page.smallestFace) * scale }

  /// The positions of all parts of the page, in points before scaling.
  public var layout: Layout { page.layout }

  /// The picture as a file.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameters:
  ///   - dpi: the resolution of a PNG, in pixels per inch.
  ///   - finish: the recipe, style sheet and prefix of ids that it contains.
  public func picture(as format: ImageFormat, dpi: Int = 300, finish: Finish = Finish()) async throws(Graph.Failure)
    -> [UInt8]
  {
    var graph = page.graph(theme)
    if format == .svg {
      let picture = try await PaintedParts.shared.picture(of: graph, at: layout, over: page.filledAreas)
      return SVGDocument(picture, of: self, finish).bytes
    }
    if format == .png { graph.setSpacesOfBitmap() }
    let bytes = try await graph.picture(
      at: layout, as: format, dpi: resolution(format, dpi), over: page.filledAreas, warnings: Composition.warnings)
    return format == .png ? try PNGDocument(bytes).finished(dpi: dpi, of: self, finish) : bytes
  }

  /// The picture as the text of an SVG.
  public func svg(_ finish: Finish = Finish()) async throws(Graph.Failure) -> String {
    String(decoding: try await picture(as: .svg, finish: finish), as: UTF8.self)
  }

  private func resolution(_ format: ImageFormat, _ dpi: Int) -> Double? {
    switch format {
    case .png: Double(dpi) * scale
    case .pdf: abs(scale - 1) > 0.001 ? 72 * scale : nil
    case .svg, .dot: nil
    }
  }

  /// Whether the font of pictures is installed; otherwise another one is used.
  public static func hasItsFont() async throws(Graph.Failure) -> Bool {
    let sample = MeasuredWord(text: "Hamburgefonstiv", face: .title)
    let width = try await Measurements.shared.widths(of: [sample])[sample] ?? 0
    // As wide as Noto Sans sets these letters; DejaVu Sans takes 136 points, Liberation Sans 115.
    return abs(width - 123) < 4
  }

  /// The formats of pictures by the suffixes of their files.
  public static let suffixes: [String: ImageFormat] = ["svg": .svg, "png": .png, "pdf": .pdf, "dot": .dot, "gv": .dot]
}

/// The parts of a file that are not content: its recipe, a style sheet, a prefix of ids.
///
///     let svg = try await composition.svg(Finish(recipe: picture.recipe, idPrefix: "left-"))
public struct Finish: Sendable {
  /// How the picture was made; `Recipe.read(from:)` reads it back.
  public var recipe: Recipe?
  /// Additional CSS, for SVG.
  public var stylesheet: Stylesheet?
  /// A prefix for every id of an SVG, for several on one page.
  public var idPrefix: String
  /// The prefix of another version of the same picture on the page, whose title and description are also those of this
  /// one; this one has no tooltips then.
  public var versionOf: String?
  /// Whether an SVG is a part of a page and not a file: it is written in fewer bytes, without a recipe.
  public var isPartOfPage: Bool

  /// By default, nothing.
  public init(
    recipe: Recipe? = nil, stylesheet: Stylesheet? = nil, idPrefix: String = "", versionOf: String? = nil,
    isPartOfPage: Bool = false
  ) {
    (self.recipe, self.stylesheet, self.idPrefix, self.versionOf) = (recipe, stylesheet, idPrefix, versionOf)
    self.isPartOfPage = isPartOfPage
  }
}
