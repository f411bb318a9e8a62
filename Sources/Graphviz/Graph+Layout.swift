internal import GraphvizShim

extension Graph {
  /// Lays the graph out, and gives back where everything has its place. Wraps `gvLayout`.
  public func layout(with engine: Engine = .dot) async throws(GraphvizError) -> Layout {
    try await laidOut(with: engine)
  }

  /// Lays the graph out and paints it: for the same graph, the same bytes as the `dot` command. Wraps `gvRenderData`.
  ///
  /// The dots per inch of a PNG are the graph's attribute `dpi`.
  public func picture(with engine: Engine, as format: ImageFormat) async throws(GraphvizError) -> [UInt8] {
    try await laidOutPicture(with: engine, as: format)
  }

  @GraphvizActor
  private func laidOut(with engine: Engine) throws(GraphvizError) -> Layout {
    try Session.at(.layingOut(engine)) { () throws(GraphvizError) -> Layout? in
      let built = try BuiltGraph(self)
      guard gvs_layout(built.graph, engine.rawValue) else { return nil }
      return built.layout(of: self)
    }
  }

  @GraphvizActor
  private func laidOutPicture(with engine: Engine, as format: ImageFormat) throws(GraphvizError) -> [UInt8] {
    let built = try BuiltGraph(self)
    try Session.at(.layingOut(engine)) { () throws(GraphvizError) -> Void? in
      gvs_layout(built.graph, engine.rawValue) ? () : nil
    }
    return try built.painted(as: format)
  }
}

extension BuiltGraph {
  /// The picture of the graph as it is laid out.
  func painted(as format: ImageFormat) throws(GraphvizError) -> [UInt8] {
    try Session.at(.painting(format)) { () throws(GraphvizError) -> [UInt8]? in
      var bytes: UnsafeMutablePointer<CChar>?
      var length = 0
      guard gvs_render(graph, format.rawValue, &bytes, &length), let bytes else { return nil }
      defer { gvs_free_bytes(bytes) }
      return UnsafeRawBufferPointer(start: bytes, count: length).map { $0 }
    }
  }

  /// The places that Graphviz gave to everything.
  func layout(of value: Graph) -> Layout {
    let root = gvs_root(graph)!
    var box = gvs_box()
    _ = gvs_bounds(root, &box)
    var layout = Layout(bounds: Box(box))
    layout.label = optional { gvs_graph_label(root, $0) }
    for (name, node) in nodes {
      guard gvs_node_box(node, &box) else { continue }
      layout.nodes[name] = Box(box)
      layout.nodeLabels[name] = optional { gvs_node_label(node, $0) }
    }
    for (id, edge) in zip(value.edgeIDs, edges) {
      let splines = (0..<gvs_spline_count(edge)).map { index in
        Spline(
          (0..<gvs_spline_size(edge, index)).map { Point(gvs_spline_point(edge, index, $0)) },
          arrowAtStart: optional { gvs_spline_start(edge, index, $0) },
          arrowAtEnd: optional { gvs_spline_end(edge, index, $0) })
      }
      layout.edges[id] = EdgePath(
        splines, label: optional { gvs_edge_label(edge, GVS_LABEL, $0) },
        xlabel: optional { gvs_edge_label(edge, GVS_XLABEL, $0) },
        headLabel: optional { gvs_edge_label(edge, GVS_HEADLABEL, $0) },
        tailLabel: optional { gvs_edge_label(edge, GVS_TAILLABEL, $0) })
    }
    for (subgraph, pointer) in subgraphs where subgraph.isCluster {
      guard gvs_bounds(pointer, &box) else { continue }
      layout.clusters[subgraph.name!] = ClusterBox(Box(box), label: optional { gvs_graph_label(pointer, $0) })
    }
    return layout
  }

  private func optional(_ read: (UnsafeMutablePointer<gvs_point>) -> Bool) -> Point? {
    var point = gvs_point()
    return read(&point) ? Point(point) : nil
  }
}

extension Point {
  init(_ point: gvs_point) { self.init(x: point.x, y: point.y) }
}
extension Box {
  init(_ box: gvs_box) { self.init(Point(box.low), Point(box.high)) }
}
