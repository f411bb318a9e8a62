internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The graph in DOT, without links or external files.
  static let dot = Format(
    "dot", "DOT (Graphviz)", suffixes: ["dot", "gv"],
    omits: [
      .sourceTexts, .sourceDetails, .counts, .views, .reviews, .notes, .otherNames, .shortNames, .entityTypes, .codes,
      .formerIds,
      .knownDates, .confidence, .contexts, .basis,
      .citations, .officeClaims, .readings, .modes, .places, .numbers, .keyEvents, .describedParticipants,
    ],
    writer: .file { DOTWriter(projection: Projection(graph: $0), sink: $1).write() })
}

private struct DOTWriter {
  let projection: Projection
  let sink: ByteSink

  private static let shapes = [
    "state": "box", "group": "octagon", "organization": "component", "official": "ellipse", "place": "house",
    "office": "tab", "event": "note",
  ]

  func write() {
    sink.write("digraph ")
    quote(projection.graph.title ?? "dyad")
    sink.write(" {\n")
    projection.eachNode { node in
      sink.write("  ")
      quote(node.id)
      sink.write(" [")
      attribute("label", node.label, isLabel: true)
      attribute("shape", DOTWriter.shapes[node.kind] ?? "box")
      attribute("class", node.kind)
      if projection.graph.entities[Entity.ID(node.id)]?.isUnnamed == true { attribute("style", "dashed") }
      if let interval = node.interval, interval != .always { attribute("tooltip", interval.description, isLabel: true) }
      sink.write("];\n")
    }
    projection.eachEdge { edge in
      sink.write("  ")
      quote(edge.from)
      sink.write(" -> ")
      quote(edge.to)
      sink.write(" [")
      let dates = edge.interval.map { "\n\($0)" } ?? ""
      let mediator = edge.relation?.mediator.map { " by \(projection.graph.shortName(of: $0))" } ?? ""
      attribute("label", (edge.role == .phase ? edge.kind + mediator : edge.label) + dates, isLabel: true)
      attribute("class", edge.role.rawValue)
      if let id = edge.id { attribute("id", id) }
      if edge.isSymmetric { attribute("dir", "none") }
      if let tone = edge.tone {
        attribute("penwidth", JSONWriter.text(of: 1 + (abs(tone.value) * 2).rounded() / 10))
        attribute("tooltip", JSONWriter.text(of: tone.value))
      }
      sink.write("];\n")
    }
    sink.write("}\n")
  }

  private func attribute(_ name: StaticString, _ value: String, isLabel: Bool = false) {
    sink.write(name)
    sink.write("=")
    quote(value, isLabel: isLabel)
    sink.write(" ")
  }

  /// The text in quotes, with escaped backslashes, and with `&` escaped in labels.
  private func quote(_ text: String, isLabel: Bool = false) {
    sink.write("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": sink.write("\\\"")
      case "\\": sink.write("\\\\")
      case "\n": sink.write("\\n")
      case "\r", "\t": sink.write(" ")
      case "&" where isLabel: sink.write("&amp;")
      default: sink.write(String(Character(scalar)))
      }
    }
    sink.write("\"")
  }
}
