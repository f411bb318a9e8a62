import GraphvizShim

/// A graph in the memory of Graphviz, until it is closed.
@GraphvizActor
struct NativeGraph {
  let root: OpaquePointer
  private(set) var nodes: [String: OpaquePointer] = [:]
  private(set) var edges: [EdgeID: OpaquePointer] = [:]

  /// Builds in a fixed order. Attributes are declared first: one that is declared after the layout has no effect.
  init?(_ graph: Graph) {
    guard let root = gvz_open(graph.name, graph.isDirected, graph.isStrict) else { return nil }
    self.root = root
    declare(graph)
    for node in graph.allNodes { add(node, in: graph) }
    for (id, edge) in zip(graph.edgeIDs, graph.edges) { add(edge, id) }
    for subgraph in graph.subgraphs { add(subgraph, to: root) }
  }

  func close() { gvz_close(root) }

  private func declare(_ graph: Graph) {
    // Some versions of Graphviz declare this default themselves.
    gvz_declare(root, GVZ_NODE, "label", "\\N", false)
    for (name, value) in graph.attributes {
      let notation = Notation(value, for: name)
      gvz_declare(root, GVZ_GRAPH, name, notation.string, notation.isHTML)
    }
    for (name, value) in graph.nodeDefaults {
      let notation = Notation(value, for: name, isRecord: graph.isRecord([:]))
      gvz_declare(root, GVZ_NODE, name, notation.string, notation.isHTML)
    }
    for (name, value) in graph.edgeDefaults {
      let notation = Notation(value, for: name)
      gvz_declare(root, GVZ_EDGE, name, notation.string, notation.isHTML)
    }
  }

  private mutating func add(_ node: Node, in graph: Graph) {
    guard let pointer = gvz_add_node(root, node.name) else { return }
    nodes[node.name] = pointer
    let isRecord = graph.isRecord(node.attributes)
    for (name, value) in node.attributes {
      let notation = Notation(value, for: name, isRecord: isRecord)
      gvz_set_node(pointer, name, notation.string, notation.isHTML)
    }
  }

  private mutating func add(_ edge: Edge, _ id: EdgeID) {
    guard let tail = nodes[edge.tail], let head = nodes[edge.head],
      let pointer = gvz_add_edge(root, tail, head, edge.key)
    else { return }
    edges[id] = pointer
    for (name, value) in edge.attributes {
      let notation = Notation(value, for: name)
      gvz_set_edge(pointer, name, notation.string, notation.isHTML)
    }
  }

  private func add(_ subgraph: Subgraph, to parent: OpaquePointer) {
    guard let pointer = gvz_add_subgraph(parent, subgraph.name) else { return }
    for (name, value) in subgraph.attributes {
      let notation = Notation(value, for: name)
      gvz_set_graph(pointer, name, notation.string, notation.isHTML)
    }
    for name in subgraph.nodes { if let node = nodes[name] { gvz_include_node(pointer, node) } }
    for id in subgraph.edges { if let edge = edges[id] { gvz_include_edge(pointer, edge) } }
    for inner in subgraph.subgraphs { add(inner, to: pointer) }
  }
}

extension Graph {
  /// The nodes, followed by those that only edges and subgraphs mention.
  var allNodes: [Node] {
    var result = nodes
    var known = Set(nodes.map(\.name))
    func add(_ name: String) {
      if known.insert(name).inserted { result.append(Node(name)) }
    }
    func add(_ subgraph: Subgraph) {
      subgraph.nodes.forEach(add)
      subgraph.subgraphs.forEach(add)
    }
    for edge in edges {
      add(edge.tail)
      add(edge.head)
    }
    subgraphs.forEach(add)
    return result
  }

  /// Whether a node with these attributes is a record, where braces and bars in the label separate fields.
  func isRecord(_ attributes: Attributes) -> Bool {
    let shape = attributes["shape"] ?? nodeDefaults["shape"]
    return shape.map { ["record", "Mrecord"].contains($0.characters) } ?? false
  }
}
