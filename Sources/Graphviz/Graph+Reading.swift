internal import GraphvizShim

extension Graph {
  /// Reads a graph in Graphviz's language. Wraps `agread`.
  ///
  /// A second graph in the text is an error: Graphviz would keep silent about it.
  public init(dot: String) async throws(GraphvizError) {
    self = try await Graph.read(dot)
  }

  @GraphvizActor
  private static func read(_ dot: String) throws(GraphvizError) -> Graph {
    guard !dot.unicodeScalars.contains("\0") else { throw GraphvizError(.reading, "the text holds a NUL") }
    return try Session.at(.reading) { () throws(GraphvizError) -> Graph? in
      var text = dot
      let opened = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { gvs_read($0.baseAddress, $0.count) }
      }
      guard let opened else { throw GraphvizError(.reading, GraphReader.said ?? "there is no graph in the text") }
      defer { gvs_close(opened) }
      return GraphReader(opened).graph
    }
  }
}

/// Copies a graph out of Graphviz's memory.
@GraphvizActor
private struct GraphReader {
  private(set) var graph: Graph
  private var places: [OpaquePointer: Int] = [:]

  static var said: String? {
    let said = String(cString: gvs_messages()).split(whereSeparator: \.isNewline).joined(separator: "; ")
    return said.isEmpty ? nil : said
  }

  init(_ pointer: OpaquePointer) {
    let root = gvs_root(pointer)!
    graph = Graph(GraphReader.name(root) ?? "G", isDirected: gvs_is_directed(root), isStrict: gvs_is_strict(root))
    graph.attributes = declarations(root, GVS_GRAPH)
    graph.nodeDefaults = declarations(root, GVS_NODE)
    graph.edgeDefaults = declarations(root, GVS_EDGE)
    var node = gvs_first_node(root)
    var edges: [(sequence: UInt64, pointer: OpaquePointer)] = []
    while let current = node {
      graph.nodes.append(
        Node(String(cString: gvs_node_name(current)), values(graph.nodeDefaults) { gvs_node_value(current, $0, $1) }))
      var edge = gvs_first_edge(root, current)
      while let out = edge {
        edges.append((gvs_edge_sequence(out), out))
        edge = gvs_next_edge(root, out)
      }
      node = gvs_next_node(root, current)
    }
    edges.sort { $0.sequence < $1.sequence }
    for (_, edge) in edges {
      places[edge] = graph.edges.count
      graph.edges.append(
        Edge(
          String(cString: gvs_node_name(gvs_tail(edge))), String(cString: gvs_node_name(gvs_head(edge))),
          key: gvs_edge_key(edge).map { String(cString: $0) },
          values(graph.edgeDefaults) { gvs_edge_value(edge, $0, $1) }))
    }
    graph.subgraphs = subgraphs(of: root, inherited: graph.attributes)
  }

  private static func name(_ graph: OpaquePointer) -> String? {
    guard let name = gvs_name(graph) else { return nil }
    let text = String(cString: name)
    return text.isEmpty || text.hasPrefix("%") ? nil : text
  }

  private func declarations(_ root: OpaquePointer, _ kind: gvs_kind) -> Attributes {
    var found: Attributes = [:]
    var cursor: UnsafeMutableRawPointer?
    var attribute = gvs_attribute()
    while gvs_next_declaration(root, kind, &cursor, &attribute) {
      found[String(cString: attribute.name)] = Value(attribute)
    }
    return found
  }

  /// What differs from the defaults.
  private func values(
    _ defaults: Attributes, _ read: (String, UnsafeMutablePointer<gvs_attribute>) -> Bool
  ) -> Attributes {
    var found: Attributes = [:]
    for (name, usual) in defaults.values {
      var attribute = gvs_attribute()
      let value = name.withCString { _ in read(name, &attribute) ? Value(attribute) : nil }
      if let value, value != usual { found[name] = value }
    }
    return found
  }

  private func subgraphs(of parent: OpaquePointer, inherited: Attributes) -> [Subgraph] {
    var found: [Subgraph] = []
    var next = gvs_first_subgraph(parent)
    while let pointer = next {
      let own = values(graph.attributes) { gvs_graph_value(pointer, $0, $1) }
      var subgraph = Subgraph(GraphReader.name(pointer), own)
      var node = gvs_first_node(pointer)
      while let current = node {
        subgraph.nodes.append(String(cString: gvs_node_name(current)))
        var edge = gvs_first_edge(pointer, current)
        while let out = edge {
          if let place = places[out] { subgraph.edges.append(place) }
          edge = gvs_next_edge(pointer, out)
        }
        node = gvs_next_node(pointer, current)
      }
      subgraph.subgraphs = subgraphs(of: pointer, inherited: own)
      found.append(subgraph)
      next = gvs_next_subgraph(pointer)
    }
    return found
  }
}

extension Value {
  fileprivate init(_ attribute: gvs_attribute) {
    let text = String(cString: attribute.value)
    self = attribute.html ? .html(text) : .raw(text)
  }
}
