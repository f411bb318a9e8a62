internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A folder of tables for spreadsheets, and for programs that read tables.
  static let csv = Format(
    "csv", "CSV tables", suffixes: ["tables"], omits: [.sourceTexts, .citedRows, .counts, .views, .reviews],
    reader: .path { OwnTables.read($0) }, writer: .folder { graph, folder in OwnTables.write(graph, to: folder) })
}

/// A table of dyad: its columns are keys of the dossier, and references to the rows of other tables.
struct OwnTable: Sendable {
  typealias Lines = @Sendable (_ contents: Outline.Contents, _ take: (Outline.Members) -> Void) -> Void

  let name: String
  let columns: [String]
  /// The rows.
  let lines: Lines

  /// - Parameters:
  ///   - ties: the first columns, which are not keys of the form.
  ///   - form: its keys are the other columns, except those with several values, which have separate tables.
  init(_ name: String, _ ties: [String], _ form: RecordForm? = nil, _ lines: @escaping Lines) {
    self.name = name
    columns = ties + (form?.keys.filter { $0.fitsCell && !ties.contains($0.name) }.map(\.name) ?? [])
    self.lines = lines
  }
}

extension RecordForm.Key {
  /// Whether a cell can contain the value.
  fileprivate var fitsCell: Bool {
    switch type {
    case .verbatim, .phases, .pair, .wordSet, .rows, .amounts, .codes, .entitiesByCode, .citations, .records:
      false
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
      for event in contents.graph.eventsInOrder {
        // Participants by description have a table of their own.
        var event = event
        (event.describedActors, event.describedRecipients) = ([], [])
        take(row(event))
      }
    },
    OwnTable("described", ["event", "role", "number", "described", "amount"]) { contents, take in
      for event in contents.graph.eventsInOrder {
        for (role, described) in [("actor", event.describedActors), ("recipient", event.describedRecipients)] {
          for (index, participant) in described.enumerated() {
            let own: Outline.Members = [
              ("event", .words(event.id.text)), ("role", .words(role)), ("number", .number(Double(index + 1))),
              ("described", .words(participant.words)),
            ]
            take(own + (participant.number.map { [("amount", .words($0.amount))] } ?? []))
          }
        }
      }
    },
    OwnTable("links", ["event", "number", "kind", "to"], linkForm) { contents, take in
      for event in contents.graph.eventsInOrder {
        for (index, link) in event.links.enumerated() {
          let ends: Outline.Members = [("kind", .words(link.kind.rawValue)), ("to", .words(link.target.text))]
          take(ends + row(link, index + 1, ("event", event.id.text)))
        }
      }
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
      for event in graph.eventsInOrder {
        cite("event", event.id.text, event.evidence, take)
        for link in event.links { cite("link", link.id.text, link.evidence, take) }
      }
    },
  ]

  /// The keys of a link besides its kind and the other event, which have columns of their own.
  private static let linkForm = EventLink.schema.form.without(EventLink.Kind.allCases.map(\.rawValue))

  private static func row<Record: Recorded & Identifiable, Subject>(_ record: Record) -> Outline.Members
  where Record.ID == Identifier<Subject> {
    [("id", .words(record.id.text))] + Outline.members(of: record)
  }

  /// The row of a part, with the id of its record and its number.
  private static func row(_ part: some Recorded, _ number: Int, _ owners: (String, String)...) -> Outline.Members {
    owners.map { ($0.0, .words($0.1)) } + [("number", .number(Double(number)))] + Outline.members(of: part)
  }

  private static func cite(_ kind: String, _ claim: String, _ evidence: Evidence, _ take: (Outline.Members) -> Void) {
    for (index, citation) in evidence.citations.enumerated() {
      take(row(citation, index + 1, ("of", kind), ("claim", claim)))
    }
  }

  /// The keys of flags.
  static let flags = Set(RecordForm.all.flatMap(\.keys).filter { $0.type == .flag }.map(\.name))

  /// The columns of numbers, which need no guard against formulas.
  private static let numeric: Set<String> = ["number", "tone", "effect"]

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

  /// The text of a cell; ids contain no semicolon, so that lists of them need no escaping.
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
    CSVWriter(sink).row(cells.map { $0.isWords ? SpreadsheetCell.guarded($0.text) : $0.text })
  }
}
