public import Graphviz

extension Drawing {
  /// What a picture is written as, with the suffixes of its files.
  public static let suffixes: [String: ImageFormat] = ["svg": .svg, "png": .png, "pdf": .pdf, "dot": .dot, "gv": .dot]

  /// Where everything has its place, in points; the page is 170 mm wide, or wider where a web of ties needs it.
  public func layout() async throws(GraphvizError) -> Layout {
    try await Composer(self).page().layout
  }

  /// The picture with everything at its place in the layout.
  public func picture(at layout: Layout, as format: ImageFormat, dpi: Int = 300) async throws(GraphvizError)
    -> [UInt8]
  {
    let graph = try await Composer(self).page().graph(self)
    let bytes = try await graph.picture(
      at: layout, as: format, dpi: format == .png ? dpi : nil, onWarning: Composer.ignored)
    return format == .svg ? try SVGDocument(bytes, of: self, at: layout).bytes : bytes
  }

  /// Whether this machine has the family that pictures are set in; without it they fall back on some other.
  public static func hasItsFont() async throws(GraphvizError) -> Bool {
    var graph = Graph("font")
    graph.nodes = [
      Node("sample", ["shape": "plain", "label": "Hamburgefonstiv", "fontname": .raw(Face.family), "fontsize": 40])
    ]
    let width = try await graph.layout(with: .dot, onWarning: Composer.ignored).nodes["sample"]?.width ?? 0
    // As wide as Noto Sans sets these letters; DejaVu Sans takes 348 points, Liberation Sans 306.
    return abs(width - 330) < 3
  }

  /// The size of the smallest type when the picture is printed 170 mm wide, in points.
  public func smallestType(at layout: Layout) -> Double {
    min(1, Page.width / layout.bounds.width) * Face.small.size
  }
}
