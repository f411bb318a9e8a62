internal import DyadCore
internal import DyadSyntax

extension Format {
  /// GraphML 1.0 (graphml.graphdrawing.org), every attribute declared.
  static let graphml = Format(
    "graphml", "GraphML", suffixes: ["graphml"], omits: [.counts, .sourceTexts],
    reader: .file { bytes, file in GraphMLReader.read(bytes, file: file) },
    writer: .file { GraphMLWriter(projection: Projection(graph: $0), xml: XMLWriter($1)).write() })
}

struct GraphMLWriter {
  let projection: Projection
  let xml: XMLWriter

  private static let nodeKeys: [(key: String, type: Projection.KeyType)] =
    [("label", .string), ("kind", .string), ("dyad_id", .string), ("start", .string), ("end", .string)]
    + Projection.nodeKeys
  private static let edgeKeys: [(key: String, type: Projection.KeyType)] =
    [
      ("role", .string), ("kind", .string), ("label", .string), ("claim", .string), ("relation", .string),
      ("relation_by", .string), ("relation_note", .string), ("relation_was", .string), ("number", .int),
      ("symmetric", .boolean), ("start", .string), ("end", .string), ("weight", .double),
    ] + Projection.edgeKeys

  func write() {
    xml.start("graphml", [("xmlns", "http://graphml.graphdrawing.org/xmlns")])
    xml.sink.write("\n")
    declare("g_dyad", "graph", "dyad", .string)
    for (key, type) in GraphMLWriter.nodeKeys { declare("n_\(key)", "node", key, type) }
    for (key, type) in GraphMLWriter.edgeKeys { declare("e_\(key)", "edge", key, type) }
    xml.start("graph", [("id", "G"), ("edgedefault", "directed")])
    xml.sink.write("\n")
    data("g_", "dyad", projection.frame)
    projection.eachNode(write)
    var count = 0
    projection.eachEdge { edge in
      write(edge, count)
      count += 1
    }
    xml.end("graph")
    xml.end("graphml")
  }

  private func declare(_ id: String, _ element: String, _ name: String, _ type: Projection.KeyType) {
    xml.empty("key", [("id", id), ("for", element), ("attr.name", name), ("attr.type", type.rawValue)])
  }

  private func write(_ node: Projection.ProjectedNode) {
    let id = GraphMLWriter.token(node.id)
    xml.start("node", [("id", id)])
    data("n_", "label", node.label)
    data("n_", "kind", node.kind)
    if id != node.id { data("n_", "dyad_id", node.id) }
    data("n_", "start", node.interval?.startText)
    data("n_", "end", node.interval?.endText)
    for (key, value) in node.attributes { data("n_", key, value.text) }
    xml.end("node")
  }

  private func write(_ edge: Projection.ProjectedEdge, _ index: Int) {
    xml.start(
      "edge",
      [
        ("id", "e\(index)"), ("source", GraphMLWriter.token(edge.from)), ("target", GraphMLWriter.token(edge.to)),
      ])
    data("e_", "role", edge.role.rawValue)
    data("e_", "kind", edge.kind)
    data("e_", "label", edge.label)
    data("e_", "claim", edge.id)
    if let relation = edge.relation {
      data("e_", "relation", relation.id.text)
      data("e_", "relation_by", relation.mediator?.text)
      data("e_", "relation_note", relation.note)
      data("e_", "relation_was", relation.was?.text)
    }
    data("e_", "number", edge.number.map(String.init))
    data("e_", "symmetric", edge.isSymmetric ? "true" : "false")
    data("e_", "start", edge.interval?.startText)
    data("e_", "end", edge.interval?.endText)
    data("e_", "weight", JSONWriter.text(of: edge.weight))
    for (key, value) in edge.attributes { data("e_", key, value.text) }
    xml.end("edge")
  }

  private func data(_ prefix: StaticString, _ key: String, _ text: String?) {
    guard let text else { return }
    let sink = xml.sink
    sink.write("<data key=\"")
    sink.write(prefix)
    sink.write(key)
    sink.write("\">")
    XMLText.escape(text, .preservingSpace, to: sink)
    sink.write("</data>")
  }

  /// An id as an XML name token: other characters as `:` and two hexadecimal digits a byte.
  static func token(_ id: String) -> String {
    PercentEncoding.encode(id, escape: 0x3A) { PercentEncoding.isUnreserved($0) && $0 != 0x7E }
  }
}
