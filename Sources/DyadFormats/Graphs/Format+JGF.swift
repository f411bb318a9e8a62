internal import DyadCore
internal import DyadSyntax

extension Format {
  /// JSON Graph Format, version 2 (jsongraphformat.info).
  static let jgf = Format(
    "jgf", "JSON Graph Format 2", suffixes: ["jgf.json"], omits: [.counts, .sourceTexts],
    writer: .file { graph, sink in
      let projection = Projection(graph: graph)
      let json = JSONWriter(sink)
      json.object { root in
        root.member(
          "graph",
          object: { body in
            body.member("directed", true)
            body.member("type", "dyad")
            body.member("label", graph.title)
            body.member("metadata", object: { $0.member("dyad", projection.frame) })
            body.member(
              "nodes",
              object: { nodes in
                projection.eachNode { node in
                  nodes.member(
                    node.id,
                    object: { one in
                      one.member("label", node.label)
                      one.member("metadata", object: { NodeLink.write(node, $0) })
                    })
                }
              })
            body.member(
              "edges",
              array: { edges in
                var count = 0
                projection.eachEdge { edge in
                  edges.lineObject { one in
                    one.member("id", "e\(count)")
                    one.member("source", edge.from)
                    one.member("target", edge.to)
                    one.member("relation", edge.kind)
                    one.member("directed", !edge.isSymmetric)
                    one.member("label", edge.label)
                    one.member("metadata", object: { NodeLink.write(edge, $0) })
                  }
                  count += 1
                }
              })
          })
      }
      sink.write("\n")
    })
}
