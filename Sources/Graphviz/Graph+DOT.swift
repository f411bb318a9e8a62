extension Graph {
  /// The graph in DOT; the same graph is the same text.
  ///
  /// DOT has no notation for a backslash that ends a name or stands before a quotation mark: it comes out twice.
  ///
  /// ```swift
  /// print(Graph("ties", isDirected: false, edges: [Edge("france", "britain")]).dot)
  /// ```
  public var dot: String {
    var writer = DOTWriter(graph: self)
    writer.write()
    return writer.text
  }
}

/// Writes nodes, then subgraphs, then edges one by one, so that reading makes everything in the order of the value.
private struct DOTWriter {
  let graph: Graph
  var text = ""
  private let edges: [EdgeID: Edge]
  /// The subgraphs around an edge, from outside in.
  private var around: [EdgeID: [Subgraph]] = [:]
  private var written: Set<EdgeID> = []

  init(graph: Graph) {
    self.graph = graph
    edges = Dictionary(zip(graph.edgeIDs, graph.edges)) { first, _ in first }
    for subgraph in graph.subgraphs { find(subgraph, within: []) }
  }

  private mutating func find(_ subgraph: Subgraph, within outer: [Subgraph]) {
    for id in subgraph.edges where around[id] == nil { around[id] = outer + [subgraph] }
    for inner in subgraph.subgraphs { find(inner, within: outer + [subgraph]) }
  }

  mutating func write() {
    text += (graph.isStrict ? "strict " : "") + (graph.isDirected ? "digraph " : "graph ")
    text += quoted(graph.name) + " {\n"
    for (kind, attributes) in [
      ("graph", graph.attributes), ("node", graph.nodeDefaults), ("edge", graph.edgeDefaults),
    ]
    where !attributes.isEmpty {
      text += "  " + kind + list(attributes, isRecord: kind == "node" && graph.isRecord([:])) + ";\n"
    }
    for node in graph.allNodes {
      text +=
        "  " + quoted(node.name) + list(node.attributes, isRecord: graph.isRecord(node.attributes)) + ";\n"
    }
    for subgraph in graph.subgraphs { write(subgraph, indent: "  ", withEdges: false) }
    for (id, edge) in zip(graph.edgeIDs, graph.edges) where !written.contains(id) { write(edge, id) }
    text += "}\n"
  }

  /// An anonymous subgraph cannot be opened twice, so it is written with its edges, when it is their turn.
  private mutating func write(_ subgraph: Subgraph, indent: String, withEdges: Bool) {
    if subgraph.name == nil, !withEdges, !subgraph.allEdges.isEmpty { return }
    text += indent + "subgraph " + (subgraph.name.map { quoted($0) + " " } ?? "") + "{\n"
    let inner = indent + "  "
    if !subgraph.attributes.isEmpty { text += inner + "graph" + list(subgraph.attributes) + ";\n" }
    for node in subgraph.nodes { text += inner + quoted(node) + ";\n" }
    for part in subgraph.subgraphs { write(part, indent: inner, withEdges: withEdges) }
    for id in subgraph.edges where withEdges && written.insert(id).inserted {
      if let edge = edges[id] { text += inner + statement(edge) + ";\n" }
    }
    text += indent + "}\n"
  }

  private mutating func write(_ edge: Edge, _ id: EdgeID) {
    let around = around[id] ?? []
    let named = around.prefix { $0.name != nil }.compactMap(\.name)
    let open = "  " + named.map { "subgraph " + quoted($0) + " { " }.joined()
    let close = String(repeating: " }", count: named.count)
    if named.count < around.count {
      text += open + "\n"
      write(around[named.count], indent: "  ", withEdges: true)
      text += close + "\n"
    } else {
      text += open + statement(edge) + (named.isEmpty ? ";\n" : close + "\n")
    }
  }

  private func statement(_ edge: Edge) -> String {
    var attributes = edge.attributes
    if let key = edge.key { attributes["key"] = .raw(key) }
    return quoted(edge.tail) + (graph.isDirected ? " -> " : " -- ") + quoted(edge.head) + list(attributes)
  }

  private func list(_ attributes: Attributes, isRecord: Bool = false) -> String {
    guard !attributes.isEmpty else { return "" }
    let items = attributes.map { name, value in
      let notation = Notation(value, for: name, isRecord: isRecord)
      return quoted(name) + "=" + (notation.isHTML ? "<" + notation.string + ">" : quoted(notation.string))
    }
    return " [" + items.joined(separator: ", ") + "]"
  }

  /// In quotation marks, unless it is a plain word or number.
  private func quoted(_ string: String) -> String {
    let keywords: Set = ["graph", "digraph", "subgraph", "node", "edge", "strict"]
    if let first = string.unicodeScalars.first, first == "_" || first.isPlainLetter,
      string.unicodeScalars.allSatisfy({ $0 == "_" || $0.isPlainLetter || ("0"..."9").contains($0) }),
      !keywords.contains(string.lowercased())
    {
      return string
    }
    var result = "\""
    var backslashes = 0
    for scalar in string.unicodeScalars {
      if scalar == "\"" {
        if backslashes % 2 == 1 { result += "\\" }
        result += "\\\""
      } else {
        result.unicodeScalars.append(scalar)
      }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
    }
    return result + (backslashes % 2 == 1 ? "\\\"" : "\"")
  }
}

extension Unicode.Scalar {
  fileprivate var isPlainLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
