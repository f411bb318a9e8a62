internal import GraphvizShim

/// A graph in Graphviz's memory, with what leads from the values to it.
@GraphvizActor
final class BuiltGraph {
  let graph: OpaquePointer
  private(set) var nodes: [String: OpaquePointer] = [:]
  private(set) var edges: [OpaquePointer] = []
  private(set) var subgraphs: [(value: Subgraph, pointer: OpaquePointer)] = []

  init(_ value: Graph) throws(GraphvizError) {
    try Refusals.check(value)
    guard let opened = gvs_open(value.name, value.isDirected, value.isStrict) else {
      throw GraphvizError(.building, "no memory")
    }
    graph = opened
    declare(value)
    let root = gvs_root(graph)!
    for (name, attribute) in value.attributes.sorted {
      gvs_set_graph(root, name, attribute.written(for: name), attribute.isMarkup)
    }
    for node in value.nodes {
      let pointer = nodes[node.name] ?? gvs_add_node(root, node.name)!
      nodes[node.name] = pointer
      for (name, attribute) in node.attributes.sorted {
        gvs_set_node(pointer, name, attribute.written(for: name), attribute.isMarkup)
      }
    }
    for edge in value.edges { add(edge, to: root) }
    for subgraph in value.subgraphs { add(subgraph, to: root) }
  }

  isolated deinit { gvs_close(graph) }

  /// Every attribute that some object has, before the first object is there: what is declared after a layout shows nothing.
  private func declare(_ value: Graph) {
    var (graphs, nodes, edges): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    graphs.formUnion(value.attributes.values.keys)
    value.nodes.forEach { nodes.formUnion($0.attributes.values.keys) }
    value.edges.forEach { edges.formUnion($0.attributes.values.keys) }
    func visit(_ subgraph: Subgraph) {
      graphs.formUnion(subgraph.attributes.values.keys)
      subgraph.subgraphs.forEach(visit)
    }
    value.subgraphs.forEach(visit)
    gvs_declare(graph, GVS_NODE, "label", "\\N", false)
    for name in graphs.sorted() { gvs_declare(graph, GVS_GRAPH, name, "", false) }
    for name in nodes.union(value.nodeDefaults.values.keys).sorted() {
      declare(GVS_NODE, name, value.nodeDefaults[name] ?? (name == "label" ? "\\N" : ""))
    }
    for name in edges.union(value.edgeDefaults.values.keys).sorted() {
      declare(GVS_EDGE, name, value.edgeDefaults[name] ?? "")
    }
  }

  private func declare(_ kind: gvs_kind, _ name: String, _ value: Value) {
    gvs_declare(graph, kind, name, value.written(for: name), value.isMarkup)
  }

  private func add(_ edge: Edge, to root: OpaquePointer) {
    let ends = [edge.tail, edge.head].map { name in
      let pointer = nodes[name] ?? gvs_add_node(root, name)!
      nodes[name] = pointer
      return pointer
    }
    let pointer = gvs_add_edge(root, ends[0], ends[1], edge.key)!
    edges.append(pointer)
    for (name, attribute) in edge.attributes.sorted {
      gvs_set_edge(pointer, name, attribute.written(for: name), attribute.isMarkup)
    }
  }

  private func add(_ subgraph: Subgraph, to parent: OpaquePointer) {
    let pointer = gvs_subgraph(parent, subgraph.name)!
    subgraphs.append((subgraph, pointer))
    for (name, attribute) in subgraph.attributes.sorted {
      gvs_set_graph(pointer, name, attribute.written(for: name), attribute.isMarkup)
    }
    for node in subgraph.nodes { nodes[node] = gvs_add_node(pointer, node) }
    for index in subgraph.edges where edges.indices.contains(index) { gvs_insert_edge(pointer, edges[index]) }
    for inner in subgraph.subgraphs { add(inner, to: pointer) }
  }
}
