import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct TableTests {
  private let folder = packageRoot.appendingPathComponent("Documentation/Formats/Tables")

  // MARK: Our own tables

  @Test func noCellOfWordsBeginsAFormula() throws {
    for seed in 0..<12 {
      for (name, bytes) in Format.named("csv")!.files(of: everything(seed: seed)) {
        var cell = ""
        var isQuoted = false
        var cells: [String] = []
        for character in String(decoding: bytes, as: UTF8.self) {
          switch character {
          case "\"": isQuoted.toggle()
          case ",", "\r\n":
            if isQuoted { cell.append(character) } else { cells.append(cell); cell = "" }
          default: cell.append(character)
          }
        }
        for cell in cells {
          let first = cell.first
          let isFormula = first == "=" || first == "+" || first == "@" || first == "\t" || first == "\r"
          #expect(!isFormula && (first != "-" || Double(cell) != nil), "\(name): \(cell)")
        }
      }
    }
  }

  @Test(.checked(by: .python)) func anotherReaderFindsTheSameCells() throws {
    let graphs = try Exchange.graphs(random: 4)
    try inTemporaryFolder { folder in
      for (name, graph) in graphs {
        for (file, bytes) in Format.named("csv")!.files(of: graph) {
          let place = folder.appendingPathComponent("\(name)/\(file)")
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(bytes).write(to: place)
        }
      }
      let reported = try #require(
        try Python.run(
          "Tests/DyadExchangeTests/Readers/tables.py", graphs.map { folder.appendingPathComponent($0.name).path })
          as? [String: [String: [[String]]]])
      for (name, graph) in graphs {
        let tables = try #require(reported[name])
        #expect(
          tables["entities.csv"]?.map { $0[0] + " " + $0[2] }
            == graph.entities.values.map { "\($0.id) \($0.names[0].text)" }.sorted(), "\(name)")
        #expect(tables["events.csv"]?.map { $0[2] }.sorted() == graph.events.values.map(\.what).sorted(), "\(name)")
        #expect(tables["citations.csv"]?.count == graph.citations.count, "\(name)")
        let described = graph.events.values.map { $0.describedActors.count + $0.describedRecipients.count }.reduce(0, +)
        #expect(tables["described.csv"]?.count == described, "\(name)")
        let links = graph.events.values.flatMap(\.links).map { "\($0.id)" }.sorted()
        #expect(tables["links.csv"]?.map { "\($0[0])/\($0[2])/\($0[3])" }.sorted() == links, "\(name)")
        let quotes = graph.citations.compactMap(\.citation.quote)
        #expect(tables["citations.csv"]?.map { $0[4] }.filter { !$0.isEmpty }.sorted() == quotes.sorted(), "\(name)")
        #expect(tables["phases.csv"]?.count == graph.relations.values.map(\.phases.count).reduce(0, +), "\(name)")
      }
    }
  }

  private func ownTables(_ tables: [String: String]) throws -> Checked<KnowledgeGraph> {
    let reader = try #require(Format.named("csv")?.reader)
    return try inTemporaryFolder { folder in
      for (name, text) in tables { try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).csv")) }
      return reader(folder.path).then { KnowledgeGraph.linking($0) }
    }
  }

  private let entities = "id,kind,name,unnamed\na,state,A,\nb,group,B,TRUE\n"

  @Test func flagsAreReadAsSpreadsheetsWriteThem() throws {
    let graph = try ownTables([
      "entities": entities, "events": "id,on,what,type,actors,key\ne,2014,E,AGREE,a,TRUE\nf,2014,F,AGREE,a,False\n",
    ]).get()
    #expect(graph.entities["b"]?.isUnnamed == true && graph.entities["a"]?.isUnnamed == false)
    #expect(graph.events["e"]?.isKey == true && graph.events["f"]?.isKey == false)
  }

  @Test func participantsAndLinksOfTablesAreChecked() throws {
    let checked = try ownTables([
      "entities": entities, "events": "id,on,what,type,actors\ne,2014,E,AGREE,a; b\nf,2015,F,AGREE,\n",
      "described":
        "event,role,number,described,amount\ne,actor,2,last,\ne,actor,1,first,12\nf,recipient,1,all,some\ne,actr,1,x,\ng,actor,1,x,\n",
      "links": "event,number,kind,to\ne,1,leads-to,f\ne,2,leads,f\n",
    ])
    #expect(checked.value.events["e"]?.actors == ["a", "b"])
    #expect(checked.value.events["e"]?.describedActors.map(\.description) == ["12 first", "last"])
    #expect(checked.value.events["e"]?.links.map(\.id.text) == ["e/leads-to/f"])
    let found = Set(checked.errors.map(\.message))
    #expect(
      found == [
        "the column 'role' must be one of actor, recipient, not 'actr'", "'some' is not a valid amount",
        "the column 'kind' must be one of leads-to, in-return-for, responds-to, part-of, not 'leads'",
        "unknown 'g', to which actors belong",
      ])
  }

  // MARK: Tables of others

  private func read(_ table: String, _ mapping: String) throws -> Checked<KnowledgeGraph> {
    try ForeignTable(table, mapping).read()
  }

  @Test func theTablesOfTheManualBecomeDossiers() throws {
    let alliances = try CSVReader.read(
      folder.appendingPathComponent("alliances.csv").path,
      mapping: folder.appendingPathComponent("alliances.map.yaml").path
    ).then { KnowledgeGraph.linking($0) }.get()
    #expect(alliances.entities["arvane"]?.kind == .state && alliances.entities["arvane"]?.codes["cow"] == "901")
    let pacts = alliances.relations.values.sorted { $0.id < $1.id }
    #expect(pacts.map(\.kind) == ["defence", "neutrality"])
    #expect(pacts[0].phases.map(\.during.description) == ["1990-05-03/1999-12-31", "2004-02/.."])
    #expect(pacts[1].phases.map(\.during.description) == ["1995/2001-06-01"])
    #expect(pacts[0].phases[0].evidence.citations == [Citation(of: "register")])
    let spells = CSVReader.read(
      folder.appendingPathComponent("pact-years.tsv").path,
      mapping: folder.appendingPathComponent("pact-years.map.yaml").path
    ).then { KnowledgeGraph.linking($0) }
    #expect(spells.diagnostics.map(\.code) == [.duplicateRow])
    let phases = spells.value.relations.values.sorted { $0.id < $1.id }.map { $0.phases.map(\.during.description) }
    #expect(phases == [["[..1990]/1995", "1999/[2012..]"], ["2001/2004"]])
    #expect(spells.value.entities["arvane"]?.kind == .state)
    let defence = spells.value.relations.values.first { $0.kind == "defence" }?.phases.first
    #expect(defence?.tone == Tone(4.5) && defence?.note == "\"Harbour\" treaty")
    #expect(defence?.evidence.known == Interval("2013-06/.."))
    let events = try CSVReader.read(
      folder.appendingPathComponent("events.csv").path, mapping: folder.appendingPathComponent("events.map.yaml").path
    ).then { KnowledgeGraph.linking($0) }.get()
    #expect(events.events["arv17"]?.within == Interval("2014-04-12"))
    #expect(events.events["arv18"]?.type == .assault)
    #expect(events.events["arv19"]?.recipients == [])
    #expect(
      events.sources.values.map(\.title).sorted() == ["Coast Radio", "Harbour Herald", "Harbour Herald; Coast Radio"])
  }

  @Test func theManualShowsTheMappingsAsTheyAre() throws {
    let page = try String(
      contentsOf: folder.deletingLastPathComponent().appendingPathComponent("Tables.md"), encoding: .utf8)
    for name in ["alliances.map.yaml", "events.map.yaml", "pact-years.map.yaml"] {
      let mapping = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(page.contains(mapping.split(separator: "\n").dropFirst().joined(separator: "\n")), "\(name)")
    }
  }

  private let mapping = """
    dates: { day: DD.MM.YYYY }
    rows:
      - event: { id: "{id}", on: "{day}", what: "{what}", type: "{type}", actors: "{who}", tone: "{tone}" }

    """

  @Test func everyInvalidCellIsReportedWithItsColumn() throws {
    let checked = try read(
      """
      id,day,what,type,who,tone
      1,12.04.2014,Marrow lands,AGREE,Marrow,3
      2,31.06.2014,Nothing,AGREE,Marrow,3
      3,12.04.2014,Something,AGRE,Marrow,12
      4,12.04.2014,Ragged
      """, mapping)
    #expect(checked.value.events["1"]?.actors == ["marrow"])
    #expect(
      checked.diagnostics.map(\.description) == [
        "t.csv:1:1: error: 3 of 4 rows cannot be read; at most 1 may be rejected [rejected-rows]",
        "t.csv:3:3: error: '31.06.2014' is not a date in the form that 'dates' gives (column 'day') [bad-date]",
        "t.csv:4:24: error: 'type' must be one of AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT, not 'AGRE' (column 'type') [bad-word]\n  did you mean 'AGREE'?",
        "t.csv:4:36: error: 'tone' must be a number from -10 to 10, not '12' (column 'tone') [bad-number]",
        "t.csv:5:1: error: the row has 3 cells, the header 6 [bad-csv]",
      ])
  }

  @Test func aMappingHasMediatorsEffectsAndFlags() throws {
    let graph = try read(
      """
      one,other,broker,day,key
      Arvane,Belmar,Corvia,2014-04-12,TRUE
      """,
      """
      rows:
        - relation: { between: ["{one}", "{other}"], by: "{broker}", kind: mediation, during: "{day}" }
        - event:
            { on: "{day}", what: Talks, type: CONSULT, actors: "{broker}", affects: "{one}", effect: 3, key: "{key}" }

      """
    ).get()
    #expect(graph.relations.values.map(\.mediator) == ["corvia"])
    let event = try #require(graph.events.values.first)
    #expect(event.affects == ["arvane"] && event.effect == Tone(3) && event.isKey)
  }

  @Test func anUnknownColumnIsReportedWithASuggestion() throws {
    let checked = try read("id,date,what,typ,who,tone\n", mapping)
    #expect(
      checked.diagnostics.map(\.description) == [
        "m.yaml:3:30: error: the table has no column 'day' [bad-column]",
        "m.yaml:3:61: error: the table has no column 'type' [bad-column]\n  did you mean 'typ'?",
      ])
  }

  @Test func aColumnWithAFormIsOneOfTheTable() throws {
    let findings = try read("day,n\n2014,1\n", "dates: { dya: YYYY }\nnumbers: { m: \"1234.5\" }\nrows: []\n")
      .diagnostics
    #expect(
      findings.map(\.description) == [
        "m.yaml:1:10: error: the table has no column 'dya' [bad-column]\n  did you mean 'day'?",
        "m.yaml:2:12: error: the table has no column 'm' [bad-column]\n  did you mean 'n'?",
      ])
  }

  @Test(arguments: [
    ("rows: []\nrow: 1", "m.yaml:2:1: error: unknown key 'row' in a mapping [unknown-key]"),
    (
      "delimiter: commma\nrows: []",
      "m.yaml:1:12: error: 'delimiter' must be one of comma, semicolon, tab, pipe, not 'commma' [bad-word]"
    ),
    ("dates: { a: DD/MM/YY }\nrows: []", "m.yaml:1:13: error: a year has four digits: 'YYYY' in 'DD/MM/YY' [bad-word]"),
    (
      "rows: [{ evnt: {} }]",
      "m.yaml:1:10: error: 'rows' must name one of entity, relation, event, holding, source, not 'evnt' [unknown-key]"
    ),
    (
      "rows: [{ event: { what: \"{a\", type: AGREE } }]",
      "m.yaml:1:25: error: unclosed '{' before the name of a column [wrong-shape]"
    ),
    ("blank: x", "m.yaml:1:1: error: a mapping needs 'rows' [missing-key]"),
  ])
  func aMistakeInTheMappingIsReportedAtItsPlace(mapping: String, finding: String) throws {
    let reported = try read("a\n1\n", mapping).diagnostics.map(\.description)
    #expect(reported.contains { $0.hasPrefix(finding) }, "\(reported)")
  }

  @Test func tablesThatMeanHarmEndSoon() throws {
    #expect(try read("", mapping).diagnostics.map(\.message) == ["the table is empty"])
    let open = try read("id,day,what,type,who,tone\n\"1", mapping).diagnostics.map(\.description)
    #expect(open.contains("t.csv:2:1: error: unterminated quoted cell [bad-csv]"), "\(open)")
    let wide = String(repeating: "a,", count: 1_000_000)
    #expect(try read(wide, mapping).diagnostics.contains { $0.message.contains("more than 4096 cells") })
    let ragged = "id,day,what,type,who,tone\n" + String(repeating: "x\n", count: 50_000)
    #expect(try read(ragged, mapping).diagnostics.count == 22)
    let bad = "id,day,what,type,who,tone\n" + String(repeating: "1,x,y,AGREE,z,\n", count: 50_000)
    #expect(try read(bad, mapping).diagnostics.count { $0.code == .badDate } == 20)
  }

  @Test func theSchemaOfMappingsHasExactlyTheKeysThatAreRead() throws {
    let file = packageRoot.appendingPathComponent("schema/csv-mapping.schema.json")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    // Every key of every record, so that a new key that columns can fill is missed here.
    let forms = RecordForm.all + [Citation.schema.form, Holding.listed]
    let keys = Set(forms.flatMap(\.keys).map(\.name)).union(["id", "official", "spells", "nonsense"])
    for sort in ["entity", "relation", "event", "holding", "source"] {
      let known = Set((definitions[sort]?["properties"] as? [String: Any] ?? [:]).keys)
      #expect(known.isSubset(of: keys))
      for key in keys {
        let record = "{ \(key): \"x\" }"
        let mapping = sort == "source" ? "source: \(record)\nrows: []" : "rows: [{ \(sort): \(record) }]"
        let isUnknown = try read("a\n1\n", mapping).diagnostics.contains { finding in
          finding.code == .unknownKey && finding.message.hasPrefix("unknown key '\(key)' in ")
        }
        #expect(isUnknown == !known.contains(key), "\(key) of \(sort)")
      }
    }
    for key in (schema["properties"] as? [String: Any] ?? [:]).keys {
      let reported = try read("a\n1\n", "rows: []\n\(key): 1").diagnostics
      #expect(!reported.contains { $0.message == "unknown key '\(key)' in a mapping" }, "\(key)")
    }
    // The options of values, and the keys of look-ups and spells.
    let value = (definitions["value"]?["anyOf"] as? [[String: Any]])?.last?["properties"] as? [String: Any] ?? [:]
    let lookup = (value["lookup"] as? [String: Any])?["anyOf"] as? [[String: Any]]
    let spells = (definitions["spells"]?["anyOf"] as? [[String: Any]])?.last?["properties"] as? [String: Any]
    let parts: [(names: [String], what: String, mapping: (String) -> String)] = [
      (Array(value.keys), "a value", { "rows: [{ event: { what: { value: x, \($0): x } } }]" }),
      (
        Array((lookup?.last?["properties"] as? [String: Any] ?? [:]).keys), "'lookup'",
        { "rows: [{ event: { what: { value: x, lookup: { \($0): x } } } }]" }
      ),
      (Array((spells ?? [:]).keys), "'spells'", { "rows: [{ event: { what: x, spells: { \($0): x } } }]" }),
      (
        Array((definitions["lookup-file"]?["properties"] as? [String: Any] ?? [:]).keys), "a look-up table in a file",
        { "lookups: { a: { file: x, \($0): x } }\nrows: []" }
      ),
    ]
    for part in parts {
      #expect(part.names.count > 2)
      for key in part.names + ["nonsense"] {
        let isUnknown = try read("a\n1\n", part.mapping(key)).diagnostics.contains {
          $0.message == "unknown key '\(key)' in \(part.what)"
        }
        #expect(isUnknown == (key == "nonsense"), "\(key) in \(part.what)")
      }
    }
  }
}
