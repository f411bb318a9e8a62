extension Graph {
  /// The graph with the positions of the layout as attributes, for the engine `nop2`, which keeps them.
  func pinned(at layout: Layout) throws(Graph.Failure) -> Graph {
    try layout.validate()
    var graph = self
    // These would scale the finished layout.
    for name in ["size", "ratio", "dim", "dimen", "normalize", "bb"] { graph.attributes[name] = nil }
    graph.attributes["notranslate"] = true
    graph.attributes["lp"] = .position(layout.label)
    graph.nodes = []
    for node in allNodes { graph.nodes.append(try node.pinned(at: layout)) }
    for (index, id) in edgeIDs.enumerated() {
      guard let path = layout.edges[id] else {
        throw .missingPosition("edge '\(id.tail)' '\(id.head)'")
      }
      if path.curves.isEmpty { graph.attributes["splines"] = "none" }  // otherwise Graphviz routes the edge
      graph.edges[index] = edges[index].pinned(at: path, in: self)
    }
    graph.subgraphs = subgraphs.map { $0.pinned(at: layout) }
    return graph
  }
}

extension Node {
  fileprivate func pinned(at layout: Layout) throws(Graph.Failure) -> Node {
    guard let box = layout.nodes[name] else { throw .missingPosition("node '\(name)'") }
    var node = self
    node.attributes["pos"] = .position(box.center)
    node.attributes["xlp"] = .position(box.xlabel)
    return node
  }
}

extension Edge {
  /// A label without a position in the layout gets the middle or the end of the edge.
  fileprivate func pinned(at path: EdgePath, in graph: Graph) -> Edge {
    func has(_ label: String) -> Bool { (attributes[label] ?? graph.edgeDefaults[label]) != nil }
    var edge = self
    edge.attributes["pos"] = .raw(path.curves.map(\.notation).joined(separator: ";"))
    edge.attributes["lp"] = .position(path.label ?? (has("label") ? path.middle : nil))
    edge.attributes["xlp"] = .position(path.xlabel ?? (has("xlabel") ? path.middle : nil))
    edge.attributes["head_lp"] = .position(
      path.headLabel ?? (has("headlabel") ? path.curves.last?.points.last : nil))
    edge.attributes["tail_lp"] = .position(
      path.tailLabel ?? (has("taillabel") ? path.curves.first?.points.first : nil))
    return edge
  }
}

extension Subgraph {
  /// An absent position is written as an empty value; otherwise that of the enclosing graph is inherited.
  fileprivate func pinned(at layout: Layout) -> Subgraph {
    let cluster = isCluster ? name.flatMap { layout.clusters[$0] } : nil
    var subgraph = self
    subgraph.attributes["bb"] = .raw(
      cluster.map { "\($0.box.minX),\($0.box.minY),\($0.box.maxX),\($0.box.maxY)" } ?? "")
    subgraph.attributes["lp"] = .position(cluster?.label)
    subgraph.subgraphs = subgraphs.map { $0.pinned(at: layout) }
    return subgraph
  }
}

extension EdgePath {
  /// The point halfway along the middle curve.
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
  /// The curve in Graphviz's notation.
  fileprivate var notation: String {
    let ends = [arrowAtStart.map { "s,\($0.notation)" }, arrowAtEnd.map { "e,\($0.notation)" }]
    return (ends.compactMap(\.self) + points.map(\.notation)).joined(separator: " ")
  }
}

extension Point {
  /// In full precision: Swift writes the shortest text that parses to the same number.
  fileprivate var notation: String { "\(x),\(y)" }
}

extension Value {
  fileprivate static func position(_ point: Point?) -> Value { .raw(point?.notation ?? "") }
}

extension Graph.Failure {
  fileprivate static func missingPosition(_ what: String) -> Graph.Failure {
    .invalidRequest(InvalidRequest(["the layout has no position for \(what)"]))
  }
}
