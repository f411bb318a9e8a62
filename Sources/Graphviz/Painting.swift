import GraphvizShim

/// Rendering a graph as a picture.
package struct Painting: Work {
  package static let name: UInt8 = 3

  let graph: Graph
  /// The layout algorithm; `nil` if the graph has positions.
  let engine: Engine?
  /// The bounding box of the picture, instead of that of the layout.
  let page: Box?
  let format: ImageFormat
  package let permissions: Permissions

  package init(graph: Graph, engine: Engine?, page: Box?, format: ImageFormat, permissions: Permissions) {
    (self.graph, self.engine, self.page, self.format, self.permissions) = (graph, engine, page, format, permissions)
  }

  package var stage: GraphvizError.Stage { .rendering(format) }
  package var size: Int { graph.size }

  /// Builds the graph, lays it out, renders it and frees the memory, without interruption: another layout in between
  /// would invalidate the attributes of this one.
  @GraphvizActor
  package func perform() throws(InvalidRequest) -> [UInt8]? {
    guard let native = NativeGraph(graph) else { return nil }
    defer { native.close() }
    guard gvz_layout(native.root, engine?.rawValue ?? "nop2") else { return nil }
    if let page { gvz_set_page(native.root, gvz_box(page)) }
    if format == .png { try validatePixels(of: native) }
    var length = 0
    guard let bytes = gvz_render(native.root, format.rawValue, &length) else { return nil }
    defer { gvz_free_picture(bytes) }
    return format.normalized(
      bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        Array(UnsafeBufferPointer(start: $0, count: length))
      })
  }

  /// Rejects a PNG that is too large: if its memory cannot be allocated, the process ends.
  @GraphvizActor
  private func validatePixels(of native: NativeGraph) throws(InvalidRequest) {
    var box = gvz_box()
    gvz_graph_box(native.root, &box)
    let dpi = graph.attributes["dpi"] ?? graph.attributes["resolution"]
    let scale = (dpi.flatMap { Double($0.characters) } ?? 96) / 72
    let (width, height) = (Box(box).width * scale, Box(box).height * scale)
    if max(width, height) > 32_000 || width * height > 200_000_000 {
      throw InvalidRequest(["a PNG of \(Int(width)) x \(Int(height)) pixels is too large; use a lower dpi"])
    }
  }
}

extension Painting: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      graph: try reader.value(), engine: try reader.value(), page: try reader.value(), format: try reader.value(),
      permissions: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: graph, engine, page, format, permissions) }
}

extension ImageFormat {
  /// The picture with fixed values for what differs between two renderings, such as the date in a PDF.
  package func normalized(_ picture: [UInt8]) -> [UInt8] {
    var picture = (self == .pdf ? FlatPDF.bytes(of: picture) : nil) ?? picture
    let length = picture.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { gvz_normalize($0.baseAddress, $0.count, rawValue) }
    }
    picture.removeLast(picture.count - length)
    return picture
  }
}

extension gvz_box {
  package init(_ box: Box) {
    self.init(low: gvz_point(x: box.minX, y: box.minY), high: gvz_point(x: box.maxX, y: box.maxY))
  }
}
