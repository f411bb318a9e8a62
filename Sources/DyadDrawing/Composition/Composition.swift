public import Graphviz
internal import DyadCore

/// A drawing with everything in its place on a paper.
///
///     let composition = try await Composition(drawing, on: Paper(width: Length(millimetres: 85), height: .upTo(.a4)))
///     let svg = try await composition.picture(as: .svg)
public struct Composition: Sendable {
  public let drawing: Drawing
  public let paper: Paper
  /// Where the parts of its body stand, to be kept in the next picture.
  public let places: Places
  let page: Page
  /// The drawing in the colours that it is painted with.
  private let painted: Drawing

  /// Labels are typeset to fit their boxes; Graphviz, which adds margins, warns of some.
  static let warnings = WarningPolicy.ignore

  /// No picture is arranged on less; a smaller one is this one made smaller.
  private static let leastWidth = 170.0

  /// Sets the drawing in type, gives every block its place, and frames the whole with title, legend and sources.
  public init(_ drawing: Drawing, on paper: Paper = .page, keeping places: Places? = nil) async throws(Graph.Failure) {
    let drawing = drawing.numbered(as: places)
    var painted = drawing
    if drawing.style.darkTheme != nil { painted.style.theme = drawing.style.theme.toldApart }
    let framing = try await Framing(painted, width: max(paper.width.points, Composition.leastWidth))
    let limit = paper.height.limit.points * framing.width / paper.width.points
    let sheet = painted.sheet(framing.ruler, width: framing.width)
    var body = try await sheet.page(
      try await framing.measured(sheet.blocks), room: limit - framing.height, keeping: places)
    body.markLines(painted.style.theme)
    (self.drawing, self.painted, self.paper, self.places) = (drawing, painted, paper, Places(body, drawing))
    page = framing.framed(body, exactly: paper.isExact ? limit : nil)
  }

  /// A drawing on a page that is composed already.
  ///
  /// - Parameter painted: the drawing in the colours that the page was set in, where they are others.
  init(_ drawing: Drawing, painted: Drawing? = nil, at page: Page, on paper: Paper) {
    (self.drawing, self.painted, self.paper, self.page) = (drawing, painted ?? drawing, paper, page)
    places = Places(page, drawing)
  }

  /// The drawing with the most detail that fits the paper; where none does, the one with the least.
  ///
  /// - Parameter draw: makes the drawing with so much detail.
  public static func fitting(
    _ paper: Paper, keeping places: Places? = nil, draw: (Detail) -> Drawing
  ) async throws(Graph.Failure) -> Composition {
    var last: Composition?
    var tried: Set<Drawing> = []
    for detail in Detail.ladder {
      let drawing = draw(detail)
      var bare = drawing
      bare.style.detail = .full
      guard tried.insert(bare).inserted else { continue }
      let composition = try await Composition(drawing, on: paper, keeping: places)
      if composition.fits { return composition }
      last = composition
    }
    return last!
  }

  /// Whether it is told at its full size within the height of the paper.
  public var fits: Bool { scale > 0.999 && size.height <= paper.height.limit.points + 0.01 }

  /// How much smaller than set it stands on the paper.
  private var scale: Double { paper.width.points / page.size.width }

  private var size: Size { Size(width: paper.width.points, height: page.size.height * scale) }

  /// The width and the height of the picture on paper.
  public var width: Length { Length(points: size.width) }
  public var height: Length { Length(points: size.height) }

  /// The size of the smallest type on paper, in points.
  public var smallestType: Double { Double(Face.small.size) * scale }

  /// Where everything has its place on the page, in points as they are set.
  public var layout: Layout { page.layout }

  /// The picture.
  ///
  /// - Parameter dpi: the pixels to an inch of a PNG.
  public func picture(as format: ImageFormat, dpi: Int = 300, finish: Finish = Finish()) async throws(Graph.Failure)
    -> [UInt8]
  {
    let bytes = try await page.graph(painted).picture(
      at: layout, as: format, dpi: resolution(format, dpi), warnings: Composition.warnings)
    return switch format {
    case .svg: try SVGDocument(bytes, of: self, finish).bytes
    case .png: try PNGDocument(bytes).finished(dpi: dpi, of: self, finish)
    case .pdf, .dot: bytes
    }
  }

  /// The picture as the text of an SVG.
  public func svg(_ finish: Finish = Finish()) async throws -> String {
    String(decoding: try await picture(as: .svg, finish: finish), as: UTF8.self)
  }

  private func resolution(_ format: ImageFormat, _ dpi: Int) -> Double? {
    switch format {
    case .png: Double(dpi) * scale
    case .pdf: scale < 0.999 ? 72 * scale : nil
    case .svg, .dot: nil
    }
  }

  /// Whether this machine has the family that pictures are set in; without it they fall back on some other.
  public static func hasItsFont() async throws(Graph.Failure) -> Bool {
    var graph = Graph("font")
    graph.nodes = [
      Node("sample", ["shape": "plain", "label": "Hamburgefonstiv", "fontname": .raw(Face.family), "fontsize": 40])
    ]
    let width = try await graph.layout(with: .dot, warnings: Composition.warnings).nodes["sample"]?.width ?? 0
    // As wide as Noto Sans sets these letters; DejaVu Sans takes 348 points, Liberation Sans 306.
    return abs(width - 330) < 3
  }

  /// What a picture is written as, with the suffixes of its files.
  public static let suffixes: [String: ImageFormat] = ["svg": .svg, "png": .png, "pdf": .pdf, "dot": .dot, "gv": .dot]
}

/// What a picture carries besides what it shows.
///
///     Finish(recipe: recipe, stylesheet: sheet)
public struct Finish: Sendable {
  /// How it was made, to be found in it again.
  public var recipe: Recipe?
  /// A user's own style, for SVG.
  public var stylesheet: Stylesheet?
  /// What every id of an SVG begins with, where several stand on one page.
  public var idPrefix: String

  public init(recipe: Recipe? = nil, stylesheet: Stylesheet? = nil, idPrefix: String = "") {
    (self.recipe, self.stylesheet, self.idPrefix) = (recipe, stylesheet, idPrefix)
  }
}
