import GraphvizShim

extension Layout {
  /// Reads the positions of a graph that Graphviz has just laid out.
  @GraphvizActor
  init(reading native: NativeGraph) {
    var bounds = gvz_box()
    gvz_graph_box(native.root, &bounds)
    self.init(bounds: Box(bounds), label: center { gvz_graph_label(native.root, $0) })
    for (name, node) in native.nodes { nodes[name] = NodeBox(reading: node) }
    for (id, edge) in native.edges { edges[id] = EdgePath(reading: edge) }
    readClusters(of: native.root)
  }

  @GraphvizActor
  private mutating func readClusters(of graph: OpaquePointer) {
    for index in 0..<gvz_cluster_count(graph) {
      guard let cluster = gvz_cluster(graph, index) else { continue }
      var box = gvz_box()
      gvz_graph_box(cluster, &box)
      clusters[String(cString: gvz_graph_name(cluster))] = ClusterBox(
        box: Box(box), label: center { gvz_graph_label(cluster, $0) })
      readClusters(of: cluster)
    }
  }
}

extension NodeBox {
  @GraphvizActor
  fileprivate init(reading node: OpaquePointer) {
    var center = gvz_point()
    var width = 0.0
    var height = 0.0
    gvz_node_box(node, &center, &width, &height)
    self.init(
      center: Point(center), width: width, height: height,
      xlabel: Graphviz.center { gvz_node_xlabel(node, $0) })
  }
}

extension EdgePath {
  @GraphvizActor
  fileprivate init(reading edge: OpaquePointer) {
    self.init(
      curves: (0..<gvz_curve_count(edge)).map { Curve(reading: edge, $0) },
      label: center { gvz_edge_label(edge, GVZ_LABEL, $0) },
      xlabel: center { gvz_edge_label(edge, GVZ_XLABEL, $0) },
      headLabel: center { gvz_edge_label(edge, GVZ_HEAD_LABEL, $0) },
      tailLabel: center { gvz_edge_label(edge, GVZ_TAIL_LABEL, $0) })
  }
}

extension Curve {
  @GraphvizActor
  fileprivate init(reading edge: OpaquePointer, _ index: Int32) {
    var (starts, ends) = (false, false)
    var (start, end) = (gvz_point(), gvz_point())
    let count = gvz_curve(edge, index, &starts, &start, &ends, &end)
    self.init(
      points: (0..<count).map { Point(gvz_curve_point(edge, index, $0)) },
      arrowAtStart: starts ? Point(start) : nil, arrowAtEnd: ends ? Point(end) : nil)
  }
}

private func center(_ read: (UnsafeMutablePointer<gvz_point>) -> Bool) -> Point? {
  var point = gvz_point()
  return read(&point) ? Point(point) : nil
}

extension Point {
  init(_ point: gvz_point) { self.init(x: point.x, y: point.y) }
}

extension Box {
  init(_ box: gvz_box) {
    self.init(minX: box.low.x, minY: box.low.y, maxX: box.high.x, maxY: box.high.y)
  }
}
