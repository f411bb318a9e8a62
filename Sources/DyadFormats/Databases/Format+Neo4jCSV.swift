internal import DyadCore
internal import DyadSyntax

extension Format {
  /// Tables with typed headers for `neo4j-admin database import`, of Neo4j 5.
  static let neo4jCSV = Format(
    "neo4j-csv", "CSV for neo4j-admin", suffixes: ["neo4j"],
    omits: [.title, .sourceTexts, .counts, .views, .reviews, .kinds, .formerRelations],
    writer: .folder { Neo4jCSV.write(DatabaseProjection(graph: $0), to: $1) })
}

private enum Neo4jCSV {
  private typealias Column = (key: String, type: String)
  /// The separator of lists, which no text contains.
  private static let listSeparator = "\u{1F}"

  private static let bounds: [Column] = ["start_earliest", "start_latest", "end_earliest", "end_latest"].map {
    ($0, "date")
  }
  private static func words(_ keys: String...) -> [Column] { keys.map { ($0, "string") } }

  /// The keys of a form as properties, text before numbers.
  private static func properties(_ form: RecordForm, without left: Set<String> = []) -> [Column] {
    let keys = form.keys.filter {
      !left.contains($0.name) && $0.name != "during" && $0.type != .verbatim && $0.type != .ownId
    }
    let numbers = keys.filter(\.isNumber).flatMap { $0.name == "tone" ? ["tone", "default_tone"] : [$0.name] }
    return keys.filter { !$0.isNumber }.map { ($0.name, $0.attributeType.rawValue) } + numbers.map { ($0, "double") }
  }

  private static let nodes: [(label: DatabaseProjection.Label, columns: [Column])] = [
    (.source, properties(Source.schema.form, without: ["text"])),
    (
      .entity,
      words("name", "kind") + [("aliases", "string[]")] + words("during")
        + properties(Entity.schema(of: .state).form, without: ["name", "of"]) + bounds
    ),
    (.office, words("name", "kind", "during") + properties(Office.schema.form, without: ["title", "of"]) + bounds),
    (
      .event,
      words("name", "kind", "during")
        + properties(Event.schema.form, without: Projection.eventEnds.union(["on"]))
        + Projection.described.map { ($0.attribute, "string") } + bounds
    ),
  ]

  private static let relationships: [(file: String, roles: [Projection.Role], columns: [Column])] = [
    (
      "relations.csv", [.phase],
      words("kind", "relation") + [("directed", "boolean")] + words("relation_by", "relation_note")
        + [("number", "double")]
        + words("during") + properties(Phase.schema.form) + bounds
    ),
    (
      "holdings.csv", [.holding],
      words("kind", "during") + properties(Holding.schema.form, without: ["official", "office"]) + bounds
    ),
    ("parts.csv", [.actor, .recipient, .affected], words("kind") + [("number", "double")]),
    (
      "links.csv", [.link],
      words("kind") + [("number", "double")]
        + properties(EventLink.schema.form, without: Set(EventLink.Kind.allCases.map(\.rawValue)))
    ),
    ("homes.csv", [.home], words("kind")),
    ("offices-of.csv", [.officeOf], words("kind")),
  ]

  static func write(_ graph: DatabaseProjection, to folder: FolderSink) {
    for (label, columns) in nodes {
      folder.file(file(of: label)) { sink in
        row(["id:ID(\(label.rawValue))"] + columns.map { "\($0.key):\($0.type)" } + [":LABEL"], to: sink)
        graph.eachNode { own, id, properties in
          guard own == label else { return }
          let kind = properties.first { $0.key == "kind" }.map { text(of: $0.value) } ?? ""
          let labels =
            label == .entity
            ? "Entity\(listSeparator)\(kind.prefix(1).uppercased() + kind.dropFirst())" : label.rawValue
          row([id] + cells(properties, columns) + [labels], to: sink)
        }
      }
    }
    for (name, roles, columns) in relationships {
      guard let ends = roles.first.map(DatabaseProjection.ends) else { continue }
      folder.file(name) { sink in
        row(
          [":START_ID(\(ends.from.rawValue))", "id:string"] + columns.map { "\($0.key):\($0.type)" }
            + [":END_ID(\(ends.to.rawValue))", ":TYPE"], to: sink)
        graph.eachRelationship { one in
          guard roles.contains(one.role) else { return }
          row([one.from.id, one.id] + cells(one.properties, columns) + [one.to.id, one.type], to: sink)
        }
      }
    }
    folder.file("import.sh") { $0.write(script) }
  }

  private static func file(of label: DatabaseProjection.Label) -> String {
    label == .entity ? "entities.csv" : "\(label.rawValue.lowercased())s.csv"
  }

  private static func cells(_ properties: DatabaseProjection.Properties, _ columns: [Column]) -> [String] {
    columns.map { column in
      guard let value = properties.first(where: { $0.key == column.key })?.value else { return "" }
      // A text that a spreadsheet would run as a formula gets an apostrophe; ids, numbers and dates are none.
      return if case .words(let words) = value { SpreadsheetCell.guarded(words) } else { text(of: value) }
    }
  }

  private static func text(of value: DatabaseProjection.Value) -> String {
    switch value {
    case .words(let words): words
    case .number(let number): JSONWriter.text(of: number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let day): day.description
    case .list(let words): words.joined(separator: listSeparator)
    }
  }

  /// Quotes every cell, so that the import interprets none.
  private static func row(_ cells: [String], to sink: ByteSink) {
    CSVWriter(sink, quoting: .always, lineEnd: "\n").row(cells)
  }

  private static let script = """
    #!/bin/sh
    # Makes a database of these tables; run it in this folder, with Neo4j 5 stopped:  sh import.sh [database]
    set -eu
    neo4j-admin database import full "${1:-neo4j}" \\
      --nodes=sources.csv --nodes=entities.csv --nodes=offices.csv --nodes=events.csv \\
      --relationships=relations.csv --relationships=holdings.csv --relationships=parts.csv \\
      --relationships=links.csv \\
      --relationships=homes.csv --relationships=offices-of.csv \\
      --array-delimiter=U+001F --multiline-fields=true --overwrite-destination=true

    """
}
