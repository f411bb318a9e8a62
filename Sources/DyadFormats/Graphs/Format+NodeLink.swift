internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The format of NetworkX's `node_link_data`, which D3 and other tools also read.
  static let nodeLink = Format(
    "node-link", "Node-link JSON (NetworkX)", suffixes: ["node-link.json"], omits: [.counts, .sourceTexts],
    reader: .file { bytes, file in NodeLink.read(bytes, file: file) },
    writer: .file { NodeLink.write(Projection(graph: $0), to: $1) })
}

enum NodeLink {
  static func write(_ projection: Projection, to sink: ByteSink) {
    let json = JSONWriter(sink)
    json.object { root in
      root.member("directed", true)
      root.member("multigraph", true)
      root.member(
        "graph",
        object: {
          $0.member("dyad", projection.frame)
          $0.member("name", projection.graph.title)
        })
      root.member(
        "nodes",
        array: { nodes in
          projection.eachNode { node in
            nodes.lineObject {
              $0.member("id", node.id)
              NodeLink.write(node, $0)
            }
          }
        })
      root.member(
        "edges",
        array: { edges in
          var count = 0
          projection.eachEdge { edge in
            edges.lineObject {
              $0.member("source", edge.from)
              $0.member("target", edge.to)
              $0.member("key", "e\(count)")
              NodeLink.write(edge, $0)
            }
            count += 1
          }
        })
    }
    sink.write("\n")
  }

  /// Writes the attributes of a node, for every JSON graph format.
  static func write(_ node: Projection.ProjectedNode, _ json: JSONWriter) {
    json.member("label", node.label)
    json.member("kind", node.kind)
    json.member("start", node.interval?.startText)
    json.member("end", node.interval?.endText)
    for (key, value) in node.attributes { json.member(key, value) }
  }

  static func write(_ edge: Projection.ProjectedEdge, _ json: JSONWriter, without left: Set<String> = []) {
    func words(_ key: String, _ words: String?) { if !left.contains(key) { json.member(key, words) } }
    words("role", edge.role.rawValue)
    words("kind", edge.kind)
    words("label", edge.label)
    words("claim", edge.id)
    if let relation = edge.relation {
      words("relation", relation.id.text)
      words("relation_by", relation.mediator?.text)
      words("relation_note", relation.note)
      words("relation_was", relation.was?.text)
    }
    if let number = edge.number { json.member("number", number) }
    json.member("symmetric", edge.isSymmetric)
    words("start", edge.interval?.startText)
    words("end", edge.interval?.endText)
    if !left.contains("weight") { json.member("weight", edge.weight) }
    for (key, value) in edge.attributes where !left.contains(key) { json.member(key, value) }
  }

  // MARK: Reading

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    let parsed = JSONParser.read(bytes, file: file)
    guard let root = parsed.value else { return Checked([], parsed.diagnostics) }
    var graph = GraphImport(file: file)
    guard root.members != nil, let nodes = root["nodes"]?.array, let edges = (root["edges"] ?? root["links"])?.array
    else {
      return Checked(
        [], [Diagnostic(.wrongShape, "expected lists of 'nodes' and of 'edges' or 'links'", at: root.place)])
    }
    if let frame = root["graph"]?["dyad"], let text = frame.text {
      graph.frame = GraphImport.Value(text: text, place: frame.place)
    }
    let isDirected = root["directed"]?.bool ?? true
    for node in nodes {
      guard let id = node["id"]?.text else {
        graph.report(.missingKey, "a node needs 'id'", at: node.place)
        continue
      }
      graph.add(node: id, item(node, leaving: ["id"]))
    }
    for edge in edges {
      guard let from = edge["source"]?.text, let to = edge["target"]?.text else {
        graph.report(.missingKey, "an edge needs 'source' and 'target'", at: edge.place)
        continue
      }
      graph.add(edgeFrom: from, to: to, item(edge, leaving: ["source", "target", "key"]), isDirected: isDirected)
    }
    return graph.dossiers()
  }

  private static func item(_ node: JSONNode, leaving out: Set<String>) -> GraphImport.Item {
    var item = GraphImport.Item(at: node.place)
    for (key, _, value) in node.members ?? [] where !out.contains(key) {
      // Lists and mappings are foreign; they are reported as omitted.
      if case .null = value.value { continue }
      item.values[key] = GraphImport.Value(text: value.text ?? "", place: value.place)
    }
    return item
  }
}
