extension Graph {
  /// Rejects values that Graphviz must not receive; see `AttributeRules`.
  ///
  /// - Parameter engine: the engine that lays the graph out; nil if the positions are given.
  func validate(for engine: Engine? = nil, allowing permissions: Permissions) throws(Graph.Failure) {
    var validator = Validator(permissions: permissions)
    validator.validate(self)
    // Orthogonal edges with ports crash all engines except dot.
    if let engine, engine != .dot, attributes["splines"]?.characters == "ortho" {
      validator.reasons.append("the graph: 'splines=ortho' requires the engine dot")
    }
    if !validator.reasons.isEmpty { throw .invalidRequest(InvalidRequest(validator.reasons)) }
  }
}

extension Graph {
  /// Why the graph is not strict, though it says so.
  var parallelEdges: String? {
    guard isStrict else { return nil }
    var ends: Set<[String]> = []
    for edge in edges {
      let pair = [edge.tail, edge.head]
      if !ends.insert(isDirected ? pair : pair.sorted()).inserted {
        return "the graph is strict, and several of its edges connect '\(edge.tail)' and '\(edge.head)'"
      }
    }
    return nil
  }
}

/// Collects the reasons why a graph is not valid.
private struct Validator {
  let permissions: Permissions
  var reasons: [String] = []

  mutating func validate(_ graph: Graph) {
    if let reason = graph.parallelEdges { reasons.append(reason) }
    validate(graph.name, "the name of the graph")
    validate(graph.attributes, "the graph")
    validate(graph.nodeDefaults, "the defaults of nodes")
    validate(graph.edgeDefaults, "the defaults of edges")
    for node in graph.nodes {
      validate(node.name, "the name of a node")
      validate(node.attributes, "node '\(node.name)'")
    }
    for edge in graph.edges {
      for text in [edge.tail, edge.head, edge.key ?? ""] { validate(text, "an end or key of an edge") }
      validate(edge.attributes, "edge '\(edge.tail)' '\(edge.head)'")
    }
    for subgraph in graph.subgraphs { validate(subgraph) }
  }

  private mutating func validate(_ subgraph: Subgraph) {
    validate(subgraph.name ?? "", "the name of a subgraph")
    validate(subgraph.attributes, subgraph.name.map { "subgraph '\($0)'" } ?? "a subgraph")
    for node in subgraph.nodes { validate(node, "the name of a node") }
    for inner in subgraph.subgraphs { validate(inner) }
  }

  private mutating func validate(_ attributes: Attributes, _ owner: @autoclosure () -> String) {
    for (name, value) in attributes {
      validate(name, "the name of an attribute of \(owner())")
      if let reason = AttributeRules.violation(by: Notation(value, for: name), of: name, allowing: permissions) {
        reasons.append("\(owner()): \(reason)")
      }
    }
  }

  private mutating func validate(_ text: String, _ what: @autoclosure () -> String) {
    if let reason = XMLText.violation(in: text) { reasons.append("\(what()) \(reason)") }
  }
}
