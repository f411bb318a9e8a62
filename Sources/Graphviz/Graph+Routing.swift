extension Graph {
  /// Routes the edges around nodes at given positions, which do not move.
  ///
  ///     let graph = Graph("ties", edges: [Edge("a", "b")])
  ///     let layout = try await graph.routed(around: ["a": Point(x: 0, y: 0), "b": Point(x: 90, y: 40)])
  ///
  /// Wraps `gvLayout` with the engine `nop`.
  ///
  /// - Parameters:
  ///   - positions: the centers of all nodes, in points, y up.
  ///   - permissions: what the graph may contain beyond safe values.
  ///   - warnings: what happens to the warnings of Graphviz.
  /// - Returns: the layout with the given positions.
  /// - Throws: `Graph.Failure.invalidRequest` if a value is not allowed or a node has no position, `.graphviz` if
  ///   Graphviz fails.
  public func routed(
    around positions: [String: Point], allowing permissions: Permissions = [], warnings: WarningPolicy = .fail
  ) async throws(Graph.Failure) -> Layout {
    var graph = self
    graph.attributes["notranslate"] = true
    graph.nodes = []
    for node in allNodes {
      guard let position = positions[node.name] else {
        throw .invalidRequest(InvalidRequest(["no position for node '\(node.name)'"]))
      }
      var node = node
      node.attributes["pos"] = .raw("\(position.x),\(position.y)")
      graph.nodes.append(node)
    }
    try graph.validate(allowing: permissions)
    return try warnings.value(
      of: await GraphvizActor.outcome(
        of: LayingOut(graph: graph, engine: .neato, permissions: permissions, keepsPositions: true)))
  }
}
