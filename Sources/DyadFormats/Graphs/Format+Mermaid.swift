internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A flowchart for Markdown pages: the parties and the relations between them.
  static let mermaid = Format(
    "mermaid", "Mermaid", suffixes: ["mmd", "mermaid"],
    omits: [
      .title, .sourceTexts, .sourceDetails, .counts, .views, .reviews, .notes, .otherNames, .entityTypes, .codes,
      .formerIds,
      .knownDates,
      .confidence, .contexts, .basis,
      .citations, .officeClaims, .tones, .modes, .places, .numbers, .events,
    ],
    writer: .file { MermaidWriter(graph: $0, sink: $1).write() })
}

private struct MermaidWriter {
  let graph: KnowledgeGraph
  let sink: ByteSink

  /// Mermaid's default limit, beyond which it shows an error.
  private static let mostEdges = 150

  func write() {
    let edges = phases + holdings
    let shown = edges.prefix(MermaidWriter.mostEdges)
    sink.write("flowchart LR\n")
    let parties = Set(shown.flatMap { [$0.from, $0.to] })
    var numbers: [String: Int] = [:]
    for id in parties.sorted() { numbers[id] = numbers.count }
    for id in parties.sorted() {
      let (open, close) = MermaidWriter.shape(graph.entities[Entity.ID(id)]?.kind)
      let name = graph.entities[Entity.ID(id)]?.shortName ?? graph.offices[Office.ID(id)]?.title ?? id
      sink.write("  n\(numbers[id, default: 0])\(open)\"\(MermaidWriter.escaped(name))\"\(close)\n")
      if graph.entities[Entity.ID(id)]?.isUnnamed == true {
        sink.write("  style n\(numbers[id, default: 0]) stroke-dasharray: 4\n")
      }
    }
    for edge in shown {
      let arrow = edge.isDirected ? "-->" : "---"
      sink.write(
        "  n\(numbers[edge.from, default: 0]) \(arrow)|\"\(MermaidWriter.escaped(edge.words))\"| n\(numbers[edge.to, default: 0])\n"
      )
    }
    if edges.count > shown.count {
      sink.write("  %% and \(edges.count - shown.count) more\n")
    }
  }

  private typealias Edge = (from: String, to: String, words: String, isDirected: Bool)

  private var phases: [Edge] {
    graph.relationsInOrder.flatMap { relation in
      relation.phases.map { phase in
        let mediator = relation.mediator.map { "by \(graph.shortName(of: $0))" }
        let words = [relation.kind.text, mediator, phase.reads].compactMap { $0 }.joined(separator: ", ")
        return (relation.from.text, relation.to.text, "\(words) \(phase.during)", relation.isDirected)
      }
    }
  }

  private var holdings: [Edge] {
    graph.holdingsInOrder.map { ($0.official.text, $0.office.text, "holds \($0.during)", true) }
  }

  private static func shape(_ kind: Entity.Kind?) -> (String, String) {
    switch kind {
    case .state: ("[", "]")
    case .group: ("{{", "}}")
    case .organization: ("[[", "]]")
    case .official: ("(", ")")
    case .place: (">", "]")
    case nil: ("[/", "/]")
    }
  }

  /// The text with all but letters, digits and basic punctuation as character references.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        escaped.unicodeScalars.append(scalar)
      case " ", ".", ",", "_", "-", "/", "(", ")": escaped.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": escaped += " "
      default: escaped += "#\(scalar.value);"
      }
    }
    return escaped
  }
}
