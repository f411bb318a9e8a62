public import Graphviz

extension Drawing {
  /// What a picture is written as, with the suffixes of its files.
  public static let suffixes: [String: ImageFormat] = ["svg": .svg, "png": .png, "pdf": .pdf, "dot": .dot, "gv": .dot]

  /// Where everything has its place, in points; the page is 170 mm wide, or wider where a web of ties needs it.
  public func layout() async throws(GraphvizError) -> Layout {
    try await Composer(self).page().layout
  }

  /// The picture with everything at its place in the layout.
  public func picture(at layout: Layout, as format: ImageFormat, dpi: Double = 300) async throws(GraphvizError)
    -> [UInt8]
  {
    var graph = try await Composer(self).page().graph(self)
    if format == .png { graph.attributes["dpi"] = .raw(Markup.number(dpi)) }
    let bytes = try await graph.picture(at: layout, as: format)
    return format == .svg ? try SVGDocument(bytes, of: self, at: layout).bytes : bytes
  }

  /// The size of the smallest type when the picture is printed 170 mm wide, in points.
  public func smallestType(at layout: Layout) -> Double {
    min(1, Page.width / layout.bounds.width) * Face.small.size
  }
}
