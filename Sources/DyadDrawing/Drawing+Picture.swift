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

  /// Whether this machine has the family that pictures are set in; without it they fall back on some other.
  public static func hasItsFont() async throws(GraphvizError) -> Bool {
    var graph = Graph("fonts")
    for family in [Face.family, "no such family"] {
      graph.nodes.append(Node(family, ["label": "Hamburgefonstiv", "fontname": .raw(family), "fontsize": "40"]))
    }
    let layout = try await graph.layout(with: .dot)
    return layout.nodes[Face.family]?.width != layout.nodes["no such family"]?.width
  }

  /// The size of the smallest type when the picture is printed 170 mm wide, in points.
  public func smallestType(at layout: Layout) -> Double {
    min(1, Page.width / layout.bounds.width) * Face.small.size
  }
}
