import GraphvizShim

extension GraphvizActor {
  /// Builds the graph, lays it out, reads the layout and frees the memory.
  @GraphvizActor
  package static func layout(
    of graph: Graph, with engine: String, as stage: GraphvizError.Stage, allowing permissions: Permissions
  ) throws(Graph.Failure) -> Session.Outcome<Layout> {
    try Session.run(stage, allowing: permissions) {
      guard let native = NativeGraph(graph) else { return nil }
      defer { native.close() }
      return gvz_layout(native.root, engine) ? Layout(reading: native) : nil
    }
  }

  /// Builds the graph, lays it out, renders it and frees the memory, without interruption: another layout in between
  /// would invalidate the attributes of this one.
  ///
  /// - Parameter page: the bounding box of the picture, instead of that of the layout.
  @GraphvizActor
  package static func picture(
    of graph: Graph, with engine: String, page: Box?, as format: ImageFormat, allowing permissions: Permissions
  ) throws(Graph.Failure) -> Session.Outcome<[UInt8]> {
    try Session.run(.rendering(format), allowing: permissions) { () throws(InvalidRequest) in
      guard let native = NativeGraph(graph) else { return nil }
      defer { native.close() }
      guard gvz_layout(native.root, engine) else { return nil }
      if let page { gvz_set_page(native.root, gvz_box(page)) }
      if format == .png {
        try validatePixels(of: native, at: graph.attributes["dpi"] ?? graph.attributes["resolution"])
      }
      var length = 0
      guard let bytes = gvz_render(native.root, format.rawValue, &length) else { return nil }
      defer { gvz_free_picture(bytes) }
      return format.normalized(
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
          Array(UnsafeBufferPointer(start: $0, count: length))
        })
    }
  }

  /// Rejects a PNG that is too large: if its memory cannot be allocated, the process ends.
  @GraphvizActor
  private static func validatePixels(of native: NativeGraph, at dpi: Value?) throws(InvalidRequest) {
    var box = gvz_box()
    gvz_graph_box(native.root, &box)
    let scale = (dpi.flatMap { Double($0.characters) } ?? 96) / 72
    let (width, height) = (Box(box).width * scale, Box(box).height * scale)
    if max(width, height) > 32_000 || width * height > 200_000_000 {
      throw InvalidRequest(["a PNG of \(Int(width)) x \(Int(height)) pixels is too large; use a lower dpi"])
    }
  }
}

extension ImageFormat {
  /// The picture with fixed values for what differs between two renderings, such as the date in a PDF.
  package func normalized(_ picture: [UInt8]) -> [UInt8] {
    var picture = picture
    let length = picture.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { gvz_normalize($0.baseAddress, $0.count, rawValue) }
    }
    picture.removeLast(picture.count - length)
    return picture
  }
}

extension gvz_box {
  init(_ box: Box) {
    self.init(low: gvz_point(x: box.minX, y: box.minY), high: gvz_point(x: box.maxX, y: box.maxY))
  }
}
