extension Graph {
  /// The graph in DOT; equal graphs give equal text.
  ///
  ///     print(Graph("ties", isDirected: false, edges: [Edge("france", "britain")]).dot)
  ///
  /// DOT has no notation for a backslash at the end of a name or before a quotation mark: it is written twice.
  public var dot: String {
    var writer = DOTWriter(graph: self)
    writer.write()
    return writer.text
  }
}

/// Writes nodes, then subgraphs, then edges one by one, so that parsing creates them in the order of the value.
///
/// An anonymous subgraph cannot be opened again for an edge of its own. Where its statements can name edges that exist, as in strict
/// graphs, all edges come before the subgraphs.
private struct DOTWriter {
  let graph: Graph
  var text = ""
  private let namesEdgesAgain: Bool
  private let edges: [EdgeID: Edge]
  private let places: [EdgeID: Int]
  /// The subgraphs that contain an edge, outermost first.
  private var enclosing: [EdgeID: [Subgraph]] = [:]
  private var written: Set<EdgeID> = []

  init(graph: Graph) {
    self.graph = graph
    namesEdgesAgain =
      graph.subgraphs.contains(where: \.hasAnonymousEdges)
      && (graph.isStrict || graph.edges.allSatisfy { $0.key != nil })
    edges = Dictionary(zip(graph.edgeIDs, graph.edges)) { first, _ in first }
    places = Dictionary(zip(graph.edgeIDs, 0...)) { first, _ in first }
    for subgraph in graph.subgraphs { find(subgraph, within: []) }
  }

  private mutating func find(_ subgraph: Subgraph, within outer: [Subgraph]) {
    for id in subgraph.edges where enclosing[id] == nil { enclosing[id] = outer + [subgraph] }
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
    if namesEdgesAgain { for id in graph.edgeIDs { write(id, indent: "  ") } }
    for subgraph in graph.subgraphs { write(subgraph, indent: "  ", withEdges: namesEdgesAgain) }
    for (id, edge) in zip(graph.edgeIDs, graph.edges) where !written.contains(id) { write(edge, id) }
    text += "}\n"
  }

  /// An anonymous subgraph cannot be reopened, so it is written at its first edge, with all of its edges.
  private mutating func write(_ subgraph: Subgraph, indent: String, withEdges: Bool) {
    if subgraph.name == nil, !withEdges, !subgraph.allEdges.isEmpty { return }
    text += indent + "subgraph " + (subgraph.name.map { quoted($0) + " " } ?? "") + "{\n"
    let inner = indent + "  "
    if !subgraph.attributes.isEmpty { text += inner + "graph" + list(subgraph.attributes) + ";\n" }
    for node in subgraph.nodes { text += inner + quoted(node) + ";\n" }
    guard withEdges else {
      for part in subgraph.subgraphs { write(part, indent: inner, withEdges: false) }
      text += indent + "}\n"
      return
    }
    // Parsing creates edges in the order of the text, those of inner subgraphs too.
    let starts = subgraph.subgraphs.map { $0.firstEdge(in: places) }
    let parts = zip(starts, subgraph.subgraphs).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    var rest = subgraph.edges[...]
    for (_, (place, part)) in parts {
      while let id = rest.first, places[id] ?? 0 < place {
        write(id, indent: inner)
        rest.removeFirst()
      }
      write(part, indent: inner, withEdges: true)
    }
    for id in rest { write(id, indent: inner) }
    text += indent + "}\n"
  }

  private mutating func write(_ id: EdgeID, indent: String) {
    guard let edge = edges[id] else { return }
    if written.insert(id).inserted {
      text += indent + statement(edge) + ";\n"
    } else if namesEdgesAgain {
      text += indent + statement(Edge(edge.tail, edge.head, key: edge.key)) + ";\n"
    }
  }

  private mutating func write(_ edge: Edge, _ id: EdgeID) {
    let enclosing = enclosing[id] ?? []
    let named = enclosing.prefix { $0.name != nil }.compactMap(\.name)
    let open = "  " + named.map { "subgraph " + quoted($0) + " { " }.joined()
    let close = String(repeating: " }", count: named.count)
    if named.count < enclosing.count {
      text += open + "\n"
      write(enclosing[named.count], indent: "  ", withEdges: true)
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

  /// The string in quotation marks, unless it is an identifier.
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

extension Subgraph {
  /// Whether it, or a part of it, is anonymous and has edges.
  fileprivate var hasAnonymousEdges: Bool {
    name == nil && !allEdges.isEmpty || subgraphs.contains(where: \.hasAnonymousEdges)
  }
}

extension Unicode.Scalar {
  fileprivate var isPlainLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
