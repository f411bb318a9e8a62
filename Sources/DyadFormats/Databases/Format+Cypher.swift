internal import DyadCore
internal import DyadSyntax

extension Format {
  /// An openCypher script that may be run again: existing nodes are updated.
  static let cypher = Format(
    "cypher", "Cypher script", suffixes: ["cypher", "cql"],
    omits: [.title, .sourceTexts, .counts, .views, .reviews, .kinds, .formerRelations],
    writer: .file { CypherWriter(sink: $1).write(DatabaseProjection(graph: $0)) })
}

private struct CypherWriter {
  let sink: ByteSink

  func write(_ graph: DatabaseProjection) {
    // Constraints of Neo4j; other databases need their tables first.
    for label in DatabaseProjection.Label.allCases {
      sink.write(
        "CREATE CONSTRAINT dyad_\(label.rawValue.lowercased()) IF NOT EXISTS FOR (n:\(label.rawValue)) REQUIRE n.id IS UNIQUE;\n"
      )
    }
    graph.eachNode { label, id, properties in
      sink.write("MERGE (n:\(label.rawValue) {id: ")
      quote(id)
      sink.write("})")
      set("n", properties)
    }
    graph.eachRelationship { one in
      sink.write("MATCH (a:\(one.from.label.rawValue) {id: ")
      quote(one.from.id)
      sink.write("}), (b:\(one.to.label.rawValue) {id: ")
      quote(one.to.id)
      sink.write("}) MERGE (a)-[r:\(one.type) {id: ")
      quote(one.id)
      sink.write("}]->(b)")
      set("r", one.properties)
    }
  }

  private func set(_ name: String, _ properties: DatabaseProjection.Properties) {
    for (index, (key, value)) in properties.enumerated() {
      sink.write(index == 0 ? " SET " : ", ")
      sink.write("\(name).\(key) = ")
      switch value {
      case .words(let words): quote(words)
      case .number(let number):
        let text = JSONWriter.text(of: number)
        sink.write(text.contains(".") || text.contains("e") ? text : text + ".0")
      case .flag(let flag): sink.write(flag ? "true" : "false")
      case .date(let day): sink.write("date('\(day)')")
      case .list(let words):
        sink.write("[")
        for (index, word) in words.enumerated() {
          if index > 0 { sink.write(", ") }
          quote(word)
        }
        sink.write("]")
      }
    }
    sink.write(";\n")
  }

  /// Writes the text in single quotes, escaped.
  private func quote(_ text: String) {
    sink.write("'")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": sink.write("\\\\")
      case "'": sink.write("\\'")
      case "\n": sink.write("\\n")
      case "\r": sink.write("\\r")
      case "\t": sink.write("\\t")
      default: sink.write(String(Character(scalar)))
      }
    }
    sink.write("'")
  }
}
