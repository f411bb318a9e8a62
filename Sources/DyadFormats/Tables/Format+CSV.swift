internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A folder of tables for spreadsheets, and for programs that read tables.
  static let csv = Format(
    "csv", "CSV tables", suffixes: ["tables"], omits: [.sourceTexts, .views],
    reader: { OwnTables.read($0) }, writer: .folder { graph, folder in OwnTables.write(graph, to: folder) })
}

/// A table that dyad writes: its columns are keys of the dossier, and what ties its rows to those of other tables.
struct OwnTable: Sendable {
  typealias Lines = @Sendable (_ contents: Outline.Contents, _ take: (Outline.Members) -> Void) -> Void

  let name: String
  let columns: [String]
  /// Its rows, one after the other.
  let lines: Lines

  /// - Parameters:
  ///   - ties: columns that no key of the form has, first.
  ///   - form: the keys of which follow, but for those that have several values: these are tables of their own.
  init(_ name: String, _ ties: [String], _ form: RecordForm? = nil, _ lines: @escaping Lines) {
    self.name = name
    columns = ties + (form?.keys.filter { $0.fitsCell && !ties.contains($0.name) }.map(\.name) ?? [])
    self.lines = lines
  }
}

extension RecordForm.Key {
  /// Whether a cell holds the value.
  fileprivate var fitsCell: Bool {
    switch type {
    case .verbatim, .pair, .wordSet, .amounts, .codes, .citations, .records: false
    default: true
    }
  }
}

enum OwnTables {
  static let tables: [OwnTable] = [
    OwnTable("dossier", ["dossier"]) { contents, take in
      if let title = contents.graph.title { take([("dossier", .words(title))]) }
    },
    OwnTable("sources", ["id"], Source.schema.form.without("text")) { contents, take in
      for source in contents.graph.sourcesInOrder { take(row(source)) }
    },
    OwnTable("entities", ["id", "kind"], Entity.schema(of: .state).form) { contents, take in
      for entity in contents.graph.entitiesInOrder {
        let home = entity.home.map { [("of", Outline.words($0.text))] } ?? []
        take([("kind", .words(entity.kind.rawValue))] + home + row(entity))
      }
    },
    OwnTable("names", ["entity", "number"], Name.schema.form) { contents, take in
      for entity in contents.graph.entitiesInOrder {
        for (index, name) in entity.names.enumerated().dropFirst() {
          take(row(name, index, ("entity", entity.id.text)))
        }
      }
    },
    OwnTable("codes", ["entity", "register", "code"]) { contents, take in
      for entity in contents.graph.entitiesInOrder {
        guard case .mapping(let codes)? = Outline.members(of: entity).first(where: { $0.key == "codes" })?.value else {
          continue
        }
        for (register, code) in codes {
          take([("entity", .words(entity.id.text)), ("register", .words(register)), ("code", code)])
        }
      }
    },
    OwnTable("offices", ["id"], Office.schema.form) { contents, take in
      for office in contents.graph.officesInOrder { take(row(office)) }
    },
    OwnTable("holdings", ["id"], Holding.schema.form) { contents, take in
      for holding in contents.graph.holdingsInOrder { take(row(holding)) }
    },
    OwnTable("kinds", ["id"], RelationKind.schema.form) { contents, take in
      for kind in contents.graph.ownKinds { take(row(kind)) }
    },
    OwnTable("relations", ["id", "kind", "from", "to", "directed"], Relation.schema.form) { contents, take in
      for relation in contents.graph.relationsInOrder {
        let ends: Outline.Members = [
          ("from", .words(relation.from.text)), ("to", .words(relation.to.text)),
          ("directed", .words(relation.isDirected ? "true" : "false")),
        ]
        take(ends + row(relation))
      }
    },
    OwnTable("phases", ["id", "relation", "number"], Phase.schema.form) { contents, take in
      for relation in contents.graph.relationsInOrder {
        for (index, phase) in relation.phases.enumerated() {
          take([("id", .words(phase.id.text))] + row(phase, index + 1, ("relation", relation.id.text)))
        }
      }
    },
    OwnTable("events", ["id"], Event.schema.form) { contents, take in
      for event in contents.graph.eventsInOrder { take(row(event)) }
    },
    OwnTable("numbers", ["event", "number", "subject", "amount"]) { contents, take in
      for event in contents.graph.eventsInOrder {
        for (index, number) in event.numbers.enumerated() {
          take([
            ("event", .words(event.id.text)), ("number", .number(Double(index + 1))),
            ("subject", .words(number.subject)), ("amount", .words(number.amount)),
          ])
        }
      }
    },
    OwnTable("citations", ["of", "claim", "number"], Citation.schema.form) { contents, take in
      let graph = contents.graph
      for entity in graph.entitiesInOrder { cite("entity", entity.id.text, entity.evidence, take) }
      for office in graph.officesInOrder { cite("office", office.id.text, office.evidence, take) }
      for holding in graph.holdingsInOrder { cite("holding", holding.id.text, holding.evidence, take) }
      for relation in graph.relationsInOrder {
        for phase in relation.phases { cite("phase", phase.id.text, phase.evidence, take) }
      }
      for event in graph.eventsInOrder { cite("event", event.id.text, event.evidence, take) }
    },
  ]

  private static func row<Record: Recorded & Identifiable, Subject>(_ record: Record) -> Outline.Members
  where Record.ID == Identifier<Subject> {
    [("id", .words(record.id.text))] + Outline.members(of: record)
  }

  /// A part, with whose it is, and its place among its like.
  private static func row(_ part: some Recorded, _ number: Int, _ owners: (String, String)...) -> Outline.Members {
    owners.map { ($0.0, .words($0.1)) } + [("number", .number(Double(number)))] + Outline.members(of: part)
  }

  private static func cite(_ kind: String, _ claim: String, _ evidence: Evidence, _ take: (Outline.Members) -> Void) {
    for (index, citation) in evidence.citations.enumerated() {
      take(row(citation, index + 1, ("of", kind), ("claim", claim)))
    }
  }

  /// Those that hold numbers, which stay numbers.
  private static let numeric: Set<String> = ["number", "tone"]

  static func write(_ graph: KnowledgeGraph, to folder: FolderSink) {
    let contents = Outline.Contents(graph, listing: false)
    for table in tables {
      folder.file("\(table.name).csv") { sink in
        row(table.columns.map { ($0, false) }, to: sink)
        table.lines(contents) { members in
          row(
            table.columns.map { column in
              (members.first { $0.key == column }.map { text(of: $0.value) } ?? "", !numeric.contains(column))
            }, to: sink)
        }
      }
    }
  }

  /// Ids have no semicolon, so that a list of them needs no escapes.
  private static func text(of outline: Outline) -> String {
    switch outline {
    case .words(let words): words
    case .number(let number): JSONWriter.text(of: number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): items.map { text(of: $0) }.joined(separator: "; ")
    case .mapping: ""
    }
  }

  private static func row(_ cells: [(text: String, isWords: Bool)], to sink: ByteSink) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { sink.write(",") }
      let text = cell.isWords ? SpreadsheetCell.guarded(cell.text) : cell.text
      let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
      if isPlain, text.first != " ", text.last != " " {
        sink.write(text)
      } else {
        sink.write("\"")
        sink.write(text.replacing("\"", with: "\"\""))
        sink.write("\"")
      }
    }
    // As the standard for CSV has it; every spreadsheet takes it.
    sink.write("\r\n")
  }
}
