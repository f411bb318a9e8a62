internal import DyadCore
internal import DyadSyntax

extension Format {
  /// CX2, the exchange format of Cytoscape and NDEx: a list of fragments, with every attribute declared.
  static let cx2 = Format(
    "cx2", "CX2 (Cytoscape)", suffixes: ["cx2"], omits: [.counts, .sourceTexts],
    writer: .file { CX2.write(Projection(graph: $0), to: $1) })
}

private enum CX2 {
  private static let nodeKeys: [(key: String, type: Projection.KeyType)] =
    [
      ("name", .string), ("dyad_id", .string), ("label", .string), ("kind", .string), ("start", .string),
      ("end", .string),
    ]
    + Projection.nodeKeys
  private static let edgeKeys: [(key: String, type: Projection.KeyType)] =
    [
      ("interaction", .string), ("role", .string), ("kind", .string), ("label", .string), ("claim", .string),
      ("relation", .string), ("relation_by", .string), ("relation_note", .string), ("relation_was", .string),
      ("number", .int),
      ("symmetric", .boolean), ("start", .string), ("end", .string), ("weight", .double),
    ] + Projection.edgeKeys

  static func write(_ projection: Projection, to sink: ByteSink) {
    var numbers: [String: Int] = [:]
    var edgeCount = 0
    projection.eachNode { numbers[$0.id] = numbers.count }
    projection.eachEdge { _ in edgeCount += 1 }
    JSONWriter(sink).array { root in
      root.lineObject {
        $0.member("CXVersion", "2.0")
        $0.member("hasFragments", false)
      }
      root.lineObject { data in
        data.member(
          "metaData",
          array: { list in
            for (name, count) in [
              ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", numbers.count), ("edges", edgeCount),
            ] {
              list.object {
                $0.member("elementCount", count)
                $0.member("name", name)
              }
            }
          })
      }
      root.lineObject { declarations in
        declarations.member(
          "attributeDeclarations",
          array: { list in
            list.object { one in
              declare(one, "networkAttributes", [("name", .string), ("dyad", .string)])
              declare(one, "nodes", nodeKeys)
              declare(one, "edges", edgeKeys)
            }
          })
      }
      root.lineObject { network in
        network.member(
          "networkAttributes",
          array: { list in
            list.object {
              $0.member("dyad", projection.frame)
              $0.member("name", projection.graph.title ?? "dyad")
            }
          })
      }
      root.lineObject { fragment in
        fragment.member(
          "nodes",
          array: { list in
            projection.eachNode { node in
              list.lineObject { one in
                one.member("id", numbers[node.id, default: 0])
                one.member(
                  "v",
                  object: {
                    $0.member("name", node.label)
                    $0.member("dyad_id", node.id)
                    NodeLink.write(node, $0)
                  })
              }
            }
          })
      }
      root.lineObject { fragment in
        fragment.member(
          "edges",
          array: { list in
            var count = 0
            projection.eachEdge { edge in
              list.lineObject { one in
                one.member("id", count)
                one.member("s", numbers[edge.from, default: 0])
                one.member("t", numbers[edge.to, default: 0])
                one.member(
                  "v",
                  object: {
                    $0.member("interaction", edge.kind)
                    NodeLink.write(edge, $0)
                  })
              }
              count += 1
            }
          })
      }
      root.lineObject { status in
        status.member(
          "status",
          array: { list in
            list.object {
              $0.member("error", "")
              $0.member("success", true)
            }
          })
      }
    }
    sink.write("\n")
  }

  private static func declare(_ json: JSONWriter, _ element: String, _ keys: [(key: String, type: Projection.KeyType)])
  {
    json.member(
      element,
      object: { all in
        for (key, type) in keys {
          all.member(key, object: { $0.member("d", type == .int ? "integer" : type.rawValue) })
        }
      })
  }
}
