import GraphvizShim

extension GraphvizActor {
  /// Builds, lays out, reads and frees.
  @GraphvizActor
  static func layout(
    of graph: Graph, with engine: String, as stage: Engine, warn: ((String) -> Void)?
  ) throws(GraphvizError) -> Layout {
    try Library.speaking(.layingOut(stage), warn) {
      guard let built = Built(graph) else { return nil }
      defer { built.close() }
      return gvz_layout(built.root, engine) ? Layout(reading: built) : nil
    }
  }

  /// Builds, lays out, paints and frees: another layout in between would take the attributes of this one away.
  @GraphvizActor
  static func picture(
    of graph: Graph, with engine: String, page: Box?, as format: ImageFormat, warn: ((String) -> Void)?
  ) throws(GraphvizError) -> [UInt8] {
    try Library.speaking(.painting(format), warn) { () throws(GraphvizError) in
      guard let built = Built(graph) else { return nil }
      defer { built.close() }
      guard gvz_layout(built.root, engine) else { return nil }
      if let page { gvz_set_page(built.root, gvz_box(page)) }
      if format == .png {
        try checkPixels(of: built, at: graph.attributes["dpi"] ?? graph.attributes["resolution"])
      }
      var length = 0
      guard let bytes = gvz_render(built.root, format.rawValue, &length) else { return nil }
      defer { gvz_free_picture(bytes) }
      return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        Array(UnsafeBufferPointer(start: $0, count: length))
      }
    }
  }
}

extension GraphvizActor {
  /// Refuses a PNG that is too large: when its memory is not to be had, the process ends.
  @GraphvizActor
  private static func checkPixels(of built: Built, at dpi: Value?) throws(GraphvizError) {
    var box = gvz_box()
    gvz_graph_box(built.root, &box)
    let scale = (dpi.flatMap { Double($0.characters) } ?? 96) / 72
    let (width, height) = (Box(box).width * scale, Box(box).height * scale)
    if max(width, height) > 32_000 || width * height > 200_000_000 {
      throw GraphvizError(
        stage: .painting(.png),
        messages: ["\(Int(width)) x \(Int(height)) pixels are too many; lower the dpi"])
    }
  }
}

extension gvz_box {
  init(_ box: Box) {
    self.init(low: gvz_point(x: box.minX, y: box.minY), high: gvz_point(x: box.maxX, y: box.maxY))
  }
}
