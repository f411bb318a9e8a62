extension Graph {
  /// Lays the graph out.
  ///
  /// The same graph gives the same layout. Labels that do not parse are errors; so are warnings (an unknown shape,
  /// a port that is not there), unless you take them yourself.
  ///
  /// ```swift
  /// let layout = try await graph.layout(with: .neato)
  /// layout.nodes["france"]?.center
  /// ```
  ///
  /// What would open a file, put a script into a picture or end the program is refused before Graphviz sees it:
  /// files and style sheets, links other than http, https, mailto and relative ones, numbers out of range.
  ///
  /// Wraps `gvLayout`.
  ///
  /// - Parameter onWarning: takes each warning of Graphviz; without it, a warning is an error.
  public func layout(
    with engine: Engine = .dot, onWarning: (@Sendable (String) -> Void)? = nil
  ) async throws(GraphvizError) -> Layout {
    try check()
    try checkRouting(engine)
    return try await GraphvizActor.layout(of: self, with: engine.rawValue, as: engine, warn: onWarning)
  }

  /// Paints the graph at a layout, which may be of a larger graph: nothing moves.
  ///
  /// The layout decides where everything is, the graph what is drawn and how: a node's size follows from its own
  /// attributes. A cluster that the layout does not know is not drawn. The page is `bounds` exactly, if `pad` is 0.
  ///
  /// ```swift
  /// let layout = try await stage.layout()
  /// let frame = try await snapshot.picture(at: layout, as: .svg)
  /// ```
  ///
  /// Wraps `gvLayout` with the engine `nop2`, and `gvRenderData`.
  ///
  /// - Parameters:
  ///   - dpi: the pixels to an inch of a PNG; for a PDF, where 72 changes nothing, what its size is multiplied by.
  ///   - onWarning: takes each warning of Graphviz; without it, a warning is an error.
  /// - Throws: also if the layout has no place for a node or an edge.
  public func picture(
    at layout: Layout, as format: ImageFormat, dpi: Double? = nil, onWarning: (@Sendable (String) -> Void)? = nil
  ) async throws(GraphvizError) -> [UInt8] {
    let pinned = try pinned(at: layout, for: format).resolved(dpi, for: format)
    try check()
    return try await GraphvizActor.picture(
      of: pinned, with: "nop2", page: layout.bounds, as: format, warn: onWarning)
  }

  /// Lays the graph out and paints it, as the command `dot` does, byte for byte.
  ///
  /// ```swift
  /// let svg = try await Graph(dot: "digraph { a -> b }").picture(with: .dot, as: .svg)
  /// ```
  ///
  /// - Parameters:
  ///   - dpi: the pixels to an inch of a PNG; for a PDF, where 72 changes nothing, what its size is multiplied by.
  ///   - onWarning: takes each warning of Graphviz; without it, a warning is an error.
  public func picture(
    with engine: Engine = .dot, as format: ImageFormat, dpi: Double? = nil,
    onWarning: (@Sendable (String) -> Void)? = nil
  ) async throws(GraphvizError) -> [UInt8] {
    let graph = resolved(dpi, for: format)
    try graph.check()
    try checkRouting(engine)
    return try await GraphvizActor.picture(
      of: graph, with: engine.rawValue, page: nil, as: format, warn: onWarning)
  }

  private func resolved(_ dpi: Double?, for format: ImageFormat) -> Graph {
    guard let dpi, format == .png || format == .pdf else { return self }
    var graph = self
    graph.attributes["dpi"] = .raw("\(dpi)")
    return graph
  }

  /// Right-angled edges with ports end the program in all engines but `dot`.
  private func checkRouting(_ engine: Engine) throws(GraphvizError) {
    guard engine != .dot, attributes["splines"]?.characters == "ortho" else { return }
    throw GraphvizError(stage: .checking, messages: ["the graph: 'splines' may be 'ortho' only with dot"])
  }
}
