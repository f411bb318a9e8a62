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
/// An anonymous subgraph cannot be opened again. If it creates edges that no later statement can name, it is written where the first
/// of them is due; otherwise it follows the edges.
private struct DOTWriter {
  let graph: Graph
  var text = ""
  private let edges: [EdgeID: Edge]
  private let places: [EdgeID: Int]
  private var written: Set<EdgeID> = []

  init(graph: Graph) {
    self.graph = graph
    edges = Dictionary(zip(graph.edgeIDs, graph.edges)) { first, _ in first }
    places = Dictionary(zip(graph.edgeIDs, 0...)) { first, _ in first }
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
    for subgraph in graph.subgraphs { write(subgraph, indent: "  ") }
    writeEdges(Branch.all(in: graph.subgraphs, besides: graph.edgeIDs), indent: "  ")
    text += "}\n"
  }

  /// The subgraph, and those inside, without those that `writeEdges` writes, and without edges.
  private mutating func write(_ subgraph: Subgraph, indent: String) {
    if subgraph.name == nil, !subgraph.allEdges.isEmpty { return }
    text += indent + "subgraph " + (subgraph.name.map { quoted($0) + " " } ?? "") + "{\n"
    writeContents(of: subgraph, indent: indent + "  ")
    text += indent + "}\n"
  }

  private mutating func writeContents(of subgraph: Subgraph, indent: String) {
    if !subgraph.attributes.isEmpty { text += indent + "graph" + list(subgraph.attributes) + ";\n" }
    for node in subgraph.nodes { text += indent + quoted(node) + ";\n" }
    for part in subgraph.subgraphs { write(part, indent: indent) }
  }

  /// The edges of a graph or of an anonymous subgraph, with the anonymous subgraphs inside.
  private mutating func writeEdges(_ branches: [Branch], indent: String) {
    var owners: [EdgeID: [Int]] = [:]
    for (index, branch) in branches.enumerated() {
      for id in branch.edges where places[id] != nil { owners[id, default: []].append(index) }
    }
    let sorted = owners.sorted { (places[$0.key] ?? 0) < (places[$1.key] ?? 0) }
    var rest = Set(branches.indices)
    for (id, indices) in sorted {
      let isNameable = edges[id].map { graph.isStrict || $0.key != nil } ?? false
      for index in indices {
        let branch = branches[index]
        if branch.anonymous == nil || isNameable && !written.contains(id) {
          writeEdge(id, isNameable: isNameable, within: branch.names, indent: indent)
        } else if !isNameable, rest.remove(index) != nil {
          write(branch, indent: indent)
        }
      }
    }
    for index in rest.sorted() where branches[index].anonymous != nil { write(branches[index], indent: indent) }
  }

  private mutating func write(_ branch: Branch, indent: String) {
    guard let subgraph = branch.anonymous else { return }
    let inner = indent + "  "
    text += indent + opening(branch.names) + "subgraph {\n"
    writeContents(of: subgraph, indent: inner)
    writeEdges(Branch.all(in: subgraph.subgraphs, besides: subgraph.edges), indent: inner)
    text += indent + "}" + closing(branch.names) + "\n"
  }

  private mutating func writeEdge(_ id: EdgeID, isNameable: Bool, within names: [String], indent: String) {
    guard let edge = edges[id] else { return }
    let isNew = written.insert(id).inserted
    guard isNew || isNameable else { return }
    let statement = statement(isNew ? edge : Edge(edge.tail, edge.head, key: edge.key))
    text += indent + opening(names) + statement + (names.isEmpty ? ";" : closing(names)) + "\n"
  }

  private func opening(_ names: [String]) -> String { names.map { "subgraph " + quoted($0) + " { " }.joined() }

  private func closing(_ names: [String]) -> String { String(repeating: " }", count: names.count) }

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

/// Edges that lie within the same named subgraphs, outermost first: those of the innermost itself, or those of an anonymous subgraph in it.
private struct Branch {
  let names: [String]
  let anonymous: Subgraph?
  let edges: [EdgeID]

  /// The edges that lie in no subgraph inside, and the branches of those subgraphs.
  static func all(in subgraphs: [Subgraph], besides edges: [EdgeID]) -> [Branch] {
    let inner = subgraphs.flatMap { all(in: $0, within: []) }
    let found = Set(inner.flatMap(\.edges))
    return inner + [Branch(names: [], anonymous: nil, edges: edges.filter { !found.contains($0) })]
  }

  private static func all(in subgraph: Subgraph, within names: [String]) -> [Branch] {
    guard let name = subgraph.name else {
      let edges = subgraph.allEdges
      return edges.isEmpty ? [] : [Branch(names: names, anonymous: subgraph, edges: edges)]
    }
    return [Branch(names: names + [name], anonymous: nil, edges: subgraph.edges)]
      + subgraph.subgraphs.flatMap { all(in: $0, within: names + [name]) }
  }
}

extension Unicode.Scalar {
  fileprivate var isPlainLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
