internal import GraphvizShim

extension Graph {
  /// Paints the graph with everything at its place in the layout; nothing moves, and what has no place is left out.
  ///
  /// The page is the layout's bounds, which begin at 0,0 on paper. Wraps `gvLayout` with `nop2`, and `gvRenderData`.
  public func picture(at layout: Layout, as format: ImageFormat) async throws(GraphvizError) -> [UInt8] {
    try await pinned(at: layout).paintedInPlace(as: format)
  }

  /// The graph with its places written into its attributes.
  private func pinned(at layout: Layout) -> Graph {
    var pinned = self
    pinned.attributes["bb"] = .raw(layout.bounds.written)
    pinned.attributes["notranslate"] = "true"
    if let label = layout.label { pinned.attributes["lp"] = .raw(label.written) }
    pinned.nodes = nodes.filter { layout.nodes[$0.name] != nil }.map { node in
      let box = layout.nodes[node.name]!
      var node = node
      node.attributes["pos"] = .raw(box.centre.written)
      node.attributes["width"] = .raw(exact(box.width / 72))
      node.attributes["height"] = .raw(exact(box.height / 72))
      if let label = layout.nodeLabels[node.name] { node.attributes["xlp"] = .raw(label.written) }
      return node
    }
    pinned.nodes += corners(of: layout.bounds)
    let there = Set(pinned.nodes.map(\.name))
    let indices = edges.indices.filter { there.contains(edges[$0].tail) && there.contains(edges[$0].head) }
    let ids = edgeIDs
    pinned.edges = indices.map { edges[$0].pinned(at: layout.edges[ids[$0]]) }
    let moved = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    pinned.subgraphs = subgraphs.map { $0.pinned(at: layout, there, moved) }
    return pinned
  }

  /// Two nodes without form: Graphviz takes for the page whatever its nodes cover.
  private func corners(of bounds: Box) -> [Node] {
    [("corner-low", bounds.low), ("corner-high", bounds.high)].map { name, place in
      Node(
        name,
        [
          "pos": .raw(place.written), "shape": "none", "label": "", "width": "0", "height": "0", "fixedsize": "true",
          "style": "invis", "margin": "0",
        ])
    }
  }

  @GraphvizActor
  private func paintedInPlace(as format: ImageFormat) throws(GraphvizError) -> [UInt8] {
    let built = try BuiltGraph(self)
    try Session.at(.painting(format)) { () throws(GraphvizError) -> Void? in
      gvs_layout(built.graph, "nop2") ? () : nil
    }
    return try built.painted(as: format)
  }
}

extension Edge {
  fileprivate func pinned(at path: EdgePath?) -> Edge {
    guard let path, !path.splines.isEmpty else { return self }
    var edge = self
    let written = path.splines.map { spline in
      let tips = [spline.arrowAtStart.map { "s,\($0.written)" }, spline.arrowAtEnd.map { "e,\($0.written)" }]
      return (tips.compactMap { $0 } + spline.points.map(\.written)).joined(separator: " ")
    }
    edge.attributes["pos"] = .raw(written.joined(separator: ";"))
    for (name, place) in [
      ("lp", path.label), ("xlp", path.xlabel), ("head_lp", path.headLabel), ("tail_lp", path.tailLabel),
    ] {
      if let place { edge.attributes[name] = .raw(place.written) }
    }
    return edge
  }
}

extension Subgraph {
  fileprivate func pinned(at layout: Layout, _ there: Set<String>, _ moved: [Int: Int]) -> Subgraph {
    var subgraph = self
    if let name, let cluster = layout.clusters[name] {
      subgraph.attributes["bb"] = .raw(cluster.box.written)
      if let label = cluster.label { subgraph.attributes["lp"] = .raw(label.written) }
    }
    subgraph.nodes = nodes.filter(there.contains)
    subgraph.edges = edges.compactMap { moved[$0] }
    subgraph.subgraphs = subgraphs.map { $0.pinned(at: layout, there, moved) }
    return subgraph
  }
}

extension Point {
  fileprivate var written: String { "\(exact(x)),\(exact(y))" }
}
extension Box {
  fileprivate var written: String { "\(exact(low.x)),\(exact(low.y)),\(exact(high.x)),\(exact(high.y))" }
}

/// A number with all its digits, and no exponent, which not every reader in Graphviz takes.
private func exact(_ number: Double) -> String {
  let written = "\(number)"
  guard written.contains("e") else { return written }
  return abs(number) < 1e-6 ? "0" : String(Int64(number.rounded()))
}
