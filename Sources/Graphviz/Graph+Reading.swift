import GraphvizShim

extension Graph {
  /// Reads a graph in DOT.
  ///
  /// ```swift
  /// let graph = try await Graph(dot: "graph ties { france -- britain [label=1904] }")
  /// ```
  ///
  /// Exactly one graph is expected; one without a name is called "G". Wraps `agread`.
  public init(dot: String) async throws(GraphvizError) {
    if let why = Refusals.objection(toControlsIn: dot) {
      throw GraphvizError(stage: .checking, messages: ["the text \(why)"])
    }
    self = try await GraphvizActor.graph(dot: dot)
  }
}

extension GraphvizActor {
  @GraphvizActor
  fileprivate static func graph(dot: String) throws(GraphvizError) -> Graph {
    var more = false
    let graph: Graph = try Library.speaking(.reading, nil) {
      var text = dot
      guard
        let root = text.withUTF8({ bytes in
          bytes.withMemoryRebound(to: CChar.self) { gvz_read($0.baseAddress, $0.count, &more) }
        })
      else { return nil }
      defer { gvz_close(root) }
      return GraphReader(root).graph
    }
    if more { throw GraphvizError(stage: .reading, messages: ["the text holds more than one graph"]) }
    return graph
  }
}

/// Turns a graph inside Graphviz into a value.
@GraphvizActor
private struct GraphReader {
  private let root: OpaquePointer
  private let symbols: [Symbol.Kind: [Symbol]]
  private var ids: [OpaquePointer: EdgeID] = [:]
  private(set) var graph: Graph

  init(_ root: OpaquePointer) {
    self.root = root
    symbols = Dictionary(uniqueKeysWithValues: Symbol.Kind.allCases.map { ($0, Symbol.all($0, in: root)) })
    graph = Graph(
      gvz_is_anonymous(root) ? "G" : String(cString: gvz_graph_name(root)),
      isDirected: gvz_is_directed(root), isStrict: gvz_is_strict(root))
    for symbol in symbols[.graph] ?? [] { graph.attributes[symbol.name] = symbol.value(ofGraph: root) }
    for symbol in symbols[.node] ?? [] where symbol.name != "label" || symbol.standard != .raw("\\N") {
      graph.nodeDefaults[symbol.name] = symbol.standard
    }
    for symbol in symbols[.edge] ?? [] where symbol.name != "key" {
      graph.edgeDefaults[symbol.name] = symbol.standard
    }
    readNodes()
    readEdges()
    graph.subgraphs = subgraphs(of: root)
  }

  private mutating func readNodes() {
    var next = gvz_next_node(root, nil)
    while let pointer = next {
      var node = Node(String(cString: gvz_node_name(pointer)))
      for symbol in symbols[.node] ?? [] {
        let value = symbol.value(ofNode: pointer)
        if value != symbol.standard { node.attributes[symbol.name] = value }
      }
      graph.nodes.append(node)
      next = gvz_next_node(root, pointer)
    }
  }

  private mutating func readEdges() {
    guard let pointers = gvz_edges(root) else { return }
    defer { gvz_free(pointers) }
    var all: [OpaquePointer] = []
    while let pointer = pointers[all.count] { all.append(pointer) }
    for pointer in all {
      var edge = Edge(
        String(cString: gvz_node_name(gvz_tail(pointer))), String(cString: gvz_node_name(gvz_head(pointer))),
        key: gvz_edge_key(pointer).map { String(cString: $0) })
      for symbol in symbols[.edge] ?? [] where symbol.name != "key" {
        let value = symbol.value(ofEdge: pointer)
        if value != symbol.standard { edge.attributes[symbol.name] = value }
      }
      graph.edges.append(edge)
    }
    ids = Dictionary(zip(all, graph.edgeIDs)) { first, _ in first }
  }

  private func subgraphs(of parent: OpaquePointer) -> [Subgraph] {
    var result: [Subgraph] = []
    var next = gvz_next_subgraph(parent, nil)
    while let pointer = next {
      result.append(subgraph(pointer, in: parent))
      next = gvz_next_subgraph(parent, pointer)
    }
    return result
  }

  private func subgraph(_ pointer: OpaquePointer, in parent: OpaquePointer) -> Subgraph {
    var result = Subgraph(
      gvz_is_anonymous(pointer) ? nil : String(cString: gvz_graph_name(pointer)),
      subgraphs: subgraphs(of: pointer))
    for symbol in symbols[.graph] ?? [] {
      let value = symbol.value(ofGraph: pointer)
      if value != symbol.value(ofGraph: parent) { result.attributes[symbol.name] = value }
    }
    let innerNodes = Set(result.subgraphs.flatMap(\.allNodes))
    var node = gvz_next_node(pointer, nil)
    while let current = node {
      let name = String(cString: gvz_node_name(current))
      if !innerNodes.contains(name) { result.nodes.append(name) }
      node = gvz_next_node(pointer, current)
    }
    let innerEdges = Set(result.subgraphs.flatMap(\.allEdges))
    if let edges = gvz_edges(pointer) {
      defer { gvz_free(edges) }
      var index = 0
      while let edge = edges[index] {
        if let id = ids[edge], !innerEdges.contains(id) { result.edges.append(id) }
        index += 1
      }
    }
    return result
  }
}

extension Subgraph {
  /// Its nodes and those of the subgraphs within.
  var allNodes: [String] { nodes + subgraphs.flatMap(\.allNodes) }
  /// Its edges and those of the subgraphs within.
  var allEdges: [EdgeID] { edges + subgraphs.flatMap(\.allEdges) }
}
