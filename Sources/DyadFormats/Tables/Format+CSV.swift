internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A folder of tables for spreadsheets, and for programs that read tables.
  static let csv = Format(
    "csv", "CSV tables", suffixes: ["tables"], omits: [.sourceTexts, .views],
    reader: { OwnTables.read($0) }, writer: .folder { graph, folder in OwnTables.write(graph, to: folder) })
}

/// The tables that dyad writes: their columns are the fields of the dossier.

/// A table that dyad writes: its columns are fields of the dossier.
struct OwnTable: Sendable {
  typealias Lines = @Sendable (_ contents: Outline.Contents, _ take: (Outline.Members) -> Void) -> Void

  let name: String
  let columns: [String]
  /// What stands in its rows, one after the other.
  let lines: Lines

  init(_ name: String, _ columns: String, _ lines: @escaping Lines) {
    self.name = name
    self.columns = columns.split(separator: " ").map(String.init)
    self.lines = lines
  }
}

enum OwnTables {
  static let tables: [OwnTable] = [
    OwnTable("dossier", "dossier") { contents, take in
      if let title = contents.graph.title { take([(key: "dossier", value: .words(title))]) }
    },
    OwnTable("sources", "id title publisher author published url language note") { contents, take in
      for source in contents.graph.sourcesInOrder { take(named(source.id.text, Outline.members(of: source))) }
    },
    OwnTable("entities", "id kind name short type of iso3 cow wikidata during known note was") { contents, take in
      for entity in contents.graph.entitiesInOrder {
        var list: Outline.Members = []
        list.append(("id", .words(entity.id.text)))
        list.append(("kind", .words(entity.kind.rawValue)))
        if let words = entity.home?.text { list.append(("of", .words(words))) }
        list.append(contentsOf: Outline.members(of: entity, in: contents))
        take(list)
      }
    },
    OwnTable("names", "entity number text language during") { contents, take in
      for entity in contents.graph.entitiesInOrder {
        for (index, name) in entity.names.enumerated().dropFirst() {
          var list: Outline.Members = []
          list.append(("entity", .words(entity.id.text)))
          list.append(("number", .number(Double(index))))
          list.append(("text", .words(name.text)))
          if let words = name.language { list.append(("language", .words(words))) }
          if name.during != .always { list.append(("during", .words(name.during.description))) }
          take(list)
        }
      }
    },
    OwnTable("codes", "entity register code") { contents, take in
      for entity in contents.graph.entitiesInOrder {
        let others = entity.codes.filter { !DossierWalk.registers.contains($0.key) }
        for (register, code) in others.sorted(by: { $0.key < $1.key }) {
          var list: Outline.Members = []
          list.append(("entity", .words(entity.id.text)))
          list.append(("register", .words(register)))
          list.append(("code", .words(code)))
          take(list)
        }
      }
    },
    OwnTable("offices", "id title of during known note") { contents, take in
      for office in contents.graph.officesInOrder { take(named(office.id.text, Outline.members(of: office))) }
    },
    OwnTable("holdings", "id official office during known note") { contents, take in
      for holding in contents.graph.holdingsInOrder { take(named(holding.id.text, Outline.members(of: holding))) }
    },
    OwnTable("kinds", "id sentence tone directed affiliation") { contents, take in
      for kind in contents.graph.ownKinds { take(named(kind.id.text, Outline.members(of: kind))) }
    },
    OwnTable("relations", "id kind from to directed note was") { contents, take in
      for relation in contents.graph.relationsInOrder {
        var list: Outline.Members = []
        list.append(("id", .words(relation.id.text)))
        list.append(("kind", .words(relation.kind.text)))
        list.append(("from", .words(relation.from.text)))
        list.append(("to", .words(relation.to.text)))
        list.append(("directed", .words(relation.isDirected ? "true" : "false")))
        if let words = relation.note { list.append(("note", .words(words))) }
        if let words = relation.was?.text { list.append(("was", .words(words))) }
        take(list)
      }
    },
    OwnTable("phases", "id relation number during reads tone known note") { contents, take in
      for relation in contents.graph.relationsInOrder {
        for (index, phase) in relation.phases.enumerated() {
          var list: Outline.Members = []
          list.append(("id", .words(phase.id.text)))
          list.append(("relation", .words(relation.id.text)))
          list.append(("number", .number(Double(index + 1))))
          list.append(contentsOf: Outline.members(of: phase))
          take(list)
        }
      }
    },
    OwnTable("events", "id on what type mode actors recipients place tone known note was") { contents, take in
      for event in contents.graph.eventsInOrder { take(named(event.id.text, Outline.members(of: event))) }
    },
    OwnTable("numbers", "event number subject amount") { contents, take in
      for event in contents.graph.eventsInOrder {
        for (index, number) in event.numbers.enumerated() {
          var list: Outline.Members = []
          list.append(("event", .words(event.id.text)))
          list.append(("number", .number(Double(index + 1))))
          list.append(("subject", .words(number.subject)))
          list.append(("amount", .words(number.amount)))
          take(list)
        }
      }
    },
    OwnTable("citations", "of claim number source quote speaker stance note") { contents, take in
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

  private static func named(_ id: String, _ members: Outline.Members) -> Outline.Members {
    [(key: "id", value: .words(id))] + members
  }

  private static func cite(_ kind: String, _ claim: String, _ evidence: Evidence, _ take: (Outline.Members) -> Void) {
    for (index, citation) in evidence.citations.enumerated() {
      var list: Outline.Members = []
      list.append(("of", .words(kind)))
      list.append(("claim", .words(claim)))
      list.append(("number", .number(Double(index + 1))))
      list.append(contentsOf: Outline.members(of: citation))
      take(list)
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
