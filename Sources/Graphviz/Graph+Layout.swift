extension Graph {
  /// Lays the graph out.
  ///
  /// The same graph gives the same layout.
  ///
  ///     let graph = Graph("ties", isDirected: false, edges: [Edge("france", "britain")])
  ///     let layout = try await graph.layout(with: .neato)
  ///     print(layout.nodes["france"]?.center ?? "")
  ///
  /// Wraps `gvLayout`.
  ///
  /// - Parameters:
  ///   - engine: the layout algorithm.
  ///   - permissions: what the graph may contain beyond safe values.
  ///   - warnings: what happens to the warnings of Graphviz.
  /// - Returns: the positions, in points, y up.
  /// - Throws: `Graph.Failure.invalidRequest` if a value of the graph is not allowed, `.graphviz` if Graphviz fails, for
  ///   example because markup does not parse, `.worker` if its process is stopped (see `Isolation`).
  public func layout(
    with engine: Engine = .dot, allowing permissions: Permissions = [], warnings: WarningPolicy = .fail
  ) async throws(Graph.Failure) -> Layout {
    try validate(for: engine, allowing: permissions)
    return try warnings.value(
      of: await GraphvizActor.outcome(of: LayingOut(graph: self, engine: engine, permissions: permissions)))
  }

  /// Renders the graph at the positions of a layout.
  ///
  /// The layout may be that of a larger graph: positions without a node or edge are skipped, and clusters that it does
  /// not contain are not drawn. The page is exactly `bounds` if the attribute `pad` is 0.
  ///
  ///     let stage = Graph("stage", edges: [Edge("a", "b"), Edge("b", "c")])
  ///     let layout = try await stage.layout()
  ///     let frame = Graph("frame", edges: [Edge("a", "b")])
  ///     let svg = try await frame.picture(at: layout, as: .svg)
  ///
  /// Wraps `gvLayout` with the engine `nop2`, and `gvRenderData`.
  ///
  /// - Parameters:
  ///   - layout: the positions of all nodes and edges.
  ///   - format: the image format.
  ///   - dpi: pixels per inch of a PNG (default: 96); the size of a PDF is multiplied by dpi / 72.
  ///   - areas: what is behind all nodes and edges.
  ///   - permissions: what the graph may contain beyond safe values.
  ///   - warnings: what happens to the warnings of Graphviz.
  /// - Returns: the bytes of the image.
  /// - Throws: `Graph.Failure.invalidRequest` if a value is not allowed or the layout has no position for a node or an
  ///   edge, `.graphviz` if Graphviz fails.
  public func picture(
    at layout: Layout, as format: ImageFormat, dpi: Double? = nil, over areas: [FilledArea] = [],
    allowing permissions: Permissions = [], warnings: WarningPolicy = .fail
  ) async throws(Graph.Failure) -> [UInt8] {
    let pinned = try pinned(at: layout).with(dpi, for: format)
    try validate(allowing: permissions)
    let painted = try pinned.over(areas)
    return try warnings.value(
      of: await GraphvizActor.outcome(
        of: Painting(graph: painted, engine: nil, page: layout.bounds, format: format, permissions: permissions)))
  }

  /// Lays the graph out and renders it, with the same bytes as the command `dot`.
  ///
  ///     let svg = try await Graph(dot: "digraph { a -> b }").picture(with: .dot, as: .svg)
  ///
  /// Wraps `gvLayout` and `gvRenderData`.
  ///
  /// - Parameters:
  ///   - engine: the layout algorithm.
  ///   - format: the image format.
  ///   - dpi: pixels per inch of a PNG (default: 96); the size of a PDF is multiplied by dpi / 72.
  ///   - permissions: what the graph may contain beyond safe values.
  ///   - warnings: what happens to the warnings of Graphviz.
  /// - Returns: the bytes of the image.
  /// - Throws: `Graph.Failure.invalidRequest` if a value is not allowed, `.graphviz` if Graphviz fails.
  public func picture(
    with engine: Engine = .dot, as format: ImageFormat, dpi: Double? = nil,
    allowing permissions: Permissions = [], warnings: WarningPolicy = .fail
  ) async throws(Graph.Failure) -> [UInt8] {
    let graph = with(dpi, for: format)
    try graph.validate(for: engine, allowing: permissions)
    return try warnings.value(
      of: await GraphvizActor.outcome(
        of: Painting(graph: graph, engine: engine, page: nil, format: format, permissions: permissions)))
  }

  private func with(_ dpi: Double?, for format: ImageFormat) -> Graph {
    guard let dpi, format == .png || format == .pdf else { return self }
    var graph = self
    graph.attributes["dpi"] = .raw("\(dpi)")
    return graph
  }
}
