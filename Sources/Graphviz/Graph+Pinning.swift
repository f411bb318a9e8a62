extension Graph {
  /// This graph with everything at its place in the layout, for the engine `nop2`, which moves nothing.
  func pinned(at layout: Layout, for format: ImageFormat) throws(GraphvizError) -> Graph {
    try layout.check(for: format)
    var graph = self
    // These would stretch what is already laid out.
    for name in ["size", "ratio", "dim", "dimen", "normalize", "bb"] { graph.attributes[name] = nil }
    graph.attributes["notranslate"] = true
    graph.attributes["lp"] = .place(layout.label)
    graph.nodes = []
    for node in allNodes { graph.nodes.append(try node.pinned(at: layout, for: format)) }
    for (index, id) in edgeIDs.enumerated() {
      guard let path = layout.edges[id] else {
        throw .missing("edge '\(id.tail)' '\(id.head)'", format)
      }
      if path.curves.isEmpty { graph.attributes["splines"] = "none" }  // else Graphviz finds a way of its own
      graph.edges[index] = edges[index].pinned(at: path, in: self)
    }
    graph.subgraphs = subgraphs.map { $0.pinned(at: layout) }
    return graph
  }
}

extension Node {
  fileprivate func pinned(at layout: Layout, for format: ImageFormat) throws(GraphvizError) -> Node {
    guard let box = layout.nodes[name] else { throw .missing("node '\(name)'", format) }
    var node = self
    node.attributes["pos"] = .place(box.center)
    node.attributes["xlp"] = .place(box.xlabel)
    return node
  }
}

extension Edge {
  /// A label that the layout knows no place for stands at the middle of the edge, or at its end.
  fileprivate func pinned(at path: EdgePath, in graph: Graph) -> Edge {
    func has(_ label: String) -> Bool { (attributes[label] ?? graph.edgeDefaults[label]) != nil }
    var edge = self
    edge.attributes["pos"] = .raw(path.curves.map(\.notation).joined(separator: ";"))
    edge.attributes["lp"] = .place(path.label ?? (has("label") ? path.middle : nil))
    edge.attributes["xlp"] = .place(path.xlabel ?? (has("xlabel") ? path.middle : nil))
    edge.attributes["head_lp"] = .place(
      path.headLabel ?? (has("headlabel") ? path.curves.last?.points.last : nil))
    edge.attributes["tail_lp"] = .place(
      path.tailLabel ?? (has("taillabel") ? path.curves.first?.points.first : nil))
    return edge
  }
}

extension Subgraph {
  /// Places are said even where there are none, or they would be inherited from around.
  fileprivate func pinned(at layout: Layout) -> Subgraph {
    let cluster = isCluster ? name.flatMap { layout.clusters[$0] } : nil
    var subgraph = self
    subgraph.attributes["bb"] = .raw(
      cluster.map { "\($0.box.minX),\($0.box.minY),\($0.box.maxX),\($0.box.maxY)" } ?? "")
    subgraph.attributes["lp"] = .place(cluster?.label)
    subgraph.subgraphs = subgraphs.map { $0.pinned(at: layout) }
    return subgraph
  }
}

extension EdgePath {
  /// The place halfway along the middle curve.
  fileprivate var middle: Point? {
    guard let points = curves.isEmpty ? nil : curves[curves.count / 2].points, points.count >= 4 else {
      return nil
    }
    let start = (points.count - 1) / 3 / 2 * 3
    let (a, b, c, d) = (points[start], points[start + 1], points[start + 2], points[start + 3])
    return points.count % 2 == 1
      ? a : Point(x: (a.x + 3 * b.x + 3 * c.x + d.x) / 8, y: (a.y + 3 * b.y + 3 * c.y + d.y) / 8)
  }
}

extension Curve {
  /// Graphviz's notation of a curve.
  fileprivate var notation: String {
    let ends = [arrowAtStart.map { "s,\($0.notation)" }, arrowAtEnd.map { "e,\($0.notation)" }]
    return (ends.compactMap(\.self) + points.map(\.notation)).joined(separator: " ")
  }
}

extension Point {
  /// In full: Swift writes as many digits as tell a number from all others.
  fileprivate var notation: String { "\(x),\(y)" }
}

extension Value {
  fileprivate static func place(_ point: Point?) -> Value { .raw(point?.notation ?? "") }
}
