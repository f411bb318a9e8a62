extension Graph {
  /// Leads the edges around nodes that have their places already; nothing moves.
  ///
  /// ```swift
  /// let routed = try await graph.routed(around: ["a": Point(x: 0, y: 0), "b": Point(x: 90, y: 40)])
  /// ```
  ///
  /// Wraps `gvLayout` with the engine `nop`.
  ///
  /// - Parameters:
  ///   - places: the centre of every node.
  ///   - onWarning: takes each warning of Graphviz; without it, a warning is an error.
  /// - Throws: also if there is no place for a node.
  public func routed(
    around places: [String: Point], onWarning: (@Sendable (String) -> Void)? = nil
  ) async throws(GraphvizError) -> Layout {
    var graph = self
    graph.attributes["notranslate"] = true
    graph.nodes = []
    for node in allNodes {
      guard let place = places[node.name] else {
        throw GraphvizError(stage: .checking, messages: ["there is no place for node '\(node.name)'"])
      }
      var node = node
      node.attributes["pos"] = .raw("\(place.x),\(place.y)")
      graph.nodes.append(node)
    }
    try graph.check()
    return try await GraphvizActor.layout(of: graph, with: "nop", as: .neato, warn: onWarning)
  }
}
