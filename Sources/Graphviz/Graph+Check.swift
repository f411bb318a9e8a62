extension Graph {
  /// Refuses what Graphviz must not see; see `Refusals`.
  func check() throws(GraphvizError) {
    if let objection = objections.first { throw GraphvizError(stage: .checking, messages: [objection]) }
  }

  private var objections: [String] {
    var found: [String] = []
    func look(at name: String, _ what: String) {
      if let why = Refusals.objection(toText: name) { found.append("\(what) \(why)") }
    }
    func look(at attributes: Attributes, _ what: String) {
      for (name, value) in attributes {
        look(at: name, "the name of an attribute of \(what)")
        if let why = Refusals.objection(to: Notation(value, for: name), as: name) {
          found.append("\(what): \(why)")
        }
      }
    }
    func look(at subgraph: Subgraph) {
      let name = subgraph.name.map { "subgraph '\($0)'" } ?? "a subgraph"
      look(at: subgraph.name ?? "", "the name of a subgraph")
      look(at: subgraph.attributes, name)
      for node in subgraph.nodes { look(at: node, "the name of a node") }
      subgraph.subgraphs.forEach(look)
    }
    look(at: name, "the name of the graph")
    look(at: attributes, "the graph")
    look(at: nodeDefaults, "all nodes")
    look(at: edgeDefaults, "all edges")
    for node in nodes {
      look(at: node.name, "the name of a node")
      look(at: node.attributes, "node '\(node.name)'")
    }
    for edge in edges {
      for text in [edge.tail, edge.head, edge.key ?? ""] { look(at: text, "an end of an edge") }
      look(at: edge.attributes, "edge '\(edge.tail)' '\(edge.head)'")
    }
    subgraphs.forEach(look)
    return found
  }
}
