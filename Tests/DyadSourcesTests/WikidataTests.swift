import DyadCore
import DyadEditing
import DyadFormats
import DyadSources
import DyadTestSupport
import Foundation
import Testing

/// Files made to the documented structure of entity JSON.
@Suite struct WikidataTests {
  private let dossier = """
    states:
      arvane: { name: Arvane, iso3: ARV }
      belmar: { name: Kingdom of Belmar, names: [{ text: بیلمر, language: ur }] }
    """

  private func value(_ item: String) -> String {
    #"{"snaktype": "value", "property": "P1", "datavalue": {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": "\#(item)"}}}"#
  }
  private func text(_ text: String) -> String {
    #"{"snaktype": "value", "property": "P1", "datavalue": {"type": "string", "value": "\#(text)"}}"#
  }
  private func time(_ time: String, _ precision: Int = 11, julian: Bool = false) -> String {
    #"{"snaktype": "value", "property": "P1", "datavalue": {"type": "time", "value": {"time": "\#(time)", "precision": \#(precision), "calendarmodel": "http://www.wikidata.org/entity/Q198\#(julian ? 5786 : 5727)"}}}"#
  }
  private func statement(
    _ snak: String, _ qualifiers: [String: String] = [:], rank: String = "normal", references: String = "[]",
    id: String = "S"
  ) -> String {
    let all = qualifiers.sorted { $0.key < $1.key }.map { "\"\($0.key)\": [\($0.value)]" }.joined(separator: ", ")
    return
      #"{"id": "\#(id)", "type": "statement", "rank": "\#(rank)", "mainsnak": \#(snak), "qualifiers": {\#(all)}, "references": \#(references)}"#
  }
  private func item(_ id: String, _ labels: [String: String], _ claims: [String: [String]]) -> String {
    let names = labels.map { #""\#($0.key)": {"language": "\#($0.key)", "value": "\#($0.value)"}"# }.sorted().joined(
      separator: ", ")
    let groups = claims.sorted { $0.key < $1.key }.map { "\"\($0.key)\": [\($0.value.joined(separator: ", "))]" }
      .joined(separator: ", ")
    return
      #"{"type": "item", "id": "\#(id)", "lastrevid": 7, "modified": "2024-03-01T00:00:00Z", "labels": {\#(names)}, "claims": {\#(groups)}}"#
  }

  private var files: [String: String] {
    let some = #"{"snaktype": "somevalue", "property": "P582"}"#
    let none = #"{"snaktype": "novalue", "property": "P582"}"#
    let reference = #"[{"snaks": {"P248": [\#(value("Q9"))], "P854": [\#(text("https://gazette.example/1"))]}}]"#
    return [
      "Q1": item(
        "Q1", ["en": "Republic of Arvane", "ur": "آروین"],
        [
          "P31": [statement(value("Q3624078"))], "P298": [statement(text("ARV"))],
          "P530": [
            statement(value("Q2"), ["P580": time("+1950-01-00T00:00:00Z", 10)]), statement(value("Q77")),
            statement(value("Q2"), rank: "deprecated"),
          ],
          "P6": [
            statement(value("Q3"), ["P580": time("+2012-01-00T00:00:00Z", 10)], rank: "preferred", id: "Q1$a"),
            statement(value("Q88")),
          ],
        ]),
      "Q2": item(
        "Q2", ["en": "Kingdom of Belmar"],
        ["P31": [statement(value("Q6256"))], "P530": [statement(value("Q1")), statement(#"{"snaktype": "novalue"}"#)]]),
      "Q3": item(
        "Q3", ["en": "Ilse Marrow", "ur": "السے"],
        [
          "P31": [statement(value("Q5"))], "P27": [statement(value("Q1"))],
          "P39": [
            statement(
              value("Q9001"),
              ["P580": time("+1899-12-20T00:00:00Z", julian: true), "P582": time("+1900-01-00T00:00:00Z", 9)],
              references: reference, id: "Q3$b"),
            statement(value("Q9001"), ["P580": time("+1980-00-00T00:00:00Z", 8), "P582": some]),
            statement(value("Q9001"), ["P580": time("+2015-01-01T00:00:00Z"), "P582": none]),
            statement(value("Q9002")),
          ],
        ]),
      "Q9001": item("Q9001", ["en": "Harbour Master"], ["P1001": [statement(value("Q2"))]]),
      "Q10": item(
        "Q10", ["en": "Old Belmar"],
        [
          "P31": [statement(value("Q3024240"))], "P571": [statement(time("+1800-00-00T00:00:00Z", 9))],
          "P576": [statement(time("+1850-06-01T00:00:00Z"))],
        ]),
    ]
  }

  private func added(_ editor: inout DossierEditor, _ names: [String]? = nil) throws -> [String] {
    try inTemporaryFolder { folder in
      for (name, json) in files where names?.contains(name) ?? true {
        try Data(#"{"entities": {"\#(name)": \#(json)}}"#.utf8).write(to: folder.appendingPathComponent("\(name).json"))
      }
      var reader = WikidataReader()
      try reader.read(folder.path)
      var facts = WikidataImport(reader, languages: ["en", "ur"])
      return try facts.add(to: &editor)
    }
  }

  @Test func aLabelWithAControlOfDirectionIsRefusedBeforeAnythingIsWritten() throws {
    var editor = try DossierEditor(text: "dossier: T\n")
    try inTemporaryFolder { folder in
      let hostile = item("Q4", ["en": "Ar\u{202E}vane"], ["P31": [statement(value("Q6256"))]])
      let file = folder.appendingPathComponent("Q4.json")
      try Data(#"{"entities": {"Q4": \#(hostile)}}"#.utf8).write(to: file)
      var reader = WikidataReader()
      try reader.read(file.path)
      var facts = WikidataImport(reader, languages: ["en"])
      _ = try facts.add(to: &editor)
    }
    let error = #expect(throws: EditError.self) { try editor.check() }
    #expect(error?.description.contains("U+202E") == true)
  }

  @Test func statementsBecomeAttributedClaims() throws {
    var editor = try DossierEditor(text: dossier)
    let report = try added(&editor)
    let checked = editor.dossiers.then { KnowledgeGraph.linking($0) }
    #expect(checked.errors.map(\.description) == [])
    let graph = checked.value
    #expect(graph.entities["arvane"]?.codes == ["iso3": "ARV", "wikidata": "Q1"])
    #expect(graph.entities["arvane"]?.name(in: "ur") == "آروین")
    #expect(graph.entities["belmar"]?.codes == ["wikidata": "Q2"])
    #expect(graph.entities["belmar"]?.name(in: "ur") == "بیلمر")
    #expect(graph.entities["ilse-marrow"]?.home == "arvane")
    #expect(graph.entities["old-belmar"]?.during == Interval("1800/1850-06-01"))
    let held = graph.holdings.values.sorted { $0.id < $1.id }.map { "\($0.office) \($0.during)" }
    #expect(
      Set(held) == [
        "arvane/head-of-government 2012-01/..", "belmar/harbour-master 1900-01-01/1900",
        "belmar/harbour-master 2015-01-01/..",
      ])
    let ties = try #require(graph.relations.values.first)
    #expect(ties.phases.map(\.during.description) == ["1950-01/"])
    for evidence in graph.holdings.values.map(\.evidence) + ties.phases.map(\.evidence) {
      #expect(evidence.basis == .attributed)
      #expect(evidence.speakers == [.words("Wikidata")])
    }
    let first = graph.holdings.values.first { $0.during.description == "1900-01-01/1900" }
    #expect(first?.evidence.citations.first?.note == "Statement Q3$b; stated in Q9; https://gazette.example/1")
    #expect(graph.sources["wikidata-q1"]?.published == PartialDate("2024-03-01"))
    for reason in [
      "Q2 is taken for state 'belmar'", "a deprecated statement (1)", "the dossier does not have (1)",
      "not in the files: Q9002 (1)", "who is not in the files: Q88 (1)", "unknown or none (1)", "coarser than a year",
    ] {
      #expect(report.contains { $0.contains(reason) }, "\(reason): \(report)")
    }
  }

  @Test func aSecondRunAddsNothing() throws {
    var editor = try DossierEditor(text: dossier)
    _ = try added(&editor)
    let text = editor.texts.map(\.text)
    _ = try added(&editor)
    #expect(editor.texts.map(\.text) == text)
  }

  @Test(arguments: ["+9999999999999999-01-01T00:00:00Z", "-9999999999999999-01-01T00:00:00Z"])
  func aTimeOfTheUniverseIsNoDate(year: String) throws {
    for precision in ["11", "1e300"] {
      let born = time(year, julian: true).replacing("\"precision\": 11", with: "\"precision\": \(precision)")
      let state = item("Q2", ["en": "Belmar"], ["P31": [statement(value("Q6256"))], "P571": [statement(born)]])
      try inTemporaryFolder { folder in
        let file = folder.appendingPathComponent("Q2.json")
        try Data(state.utf8).write(to: file)
        var reader = WikidataReader()
        try reader.read(file.path)
        var editor = try DossierEditor(text: "states:\n  arvane: { name: Arvane }\n")
        var facts = WikidataImport(reader, languages: ["en"])
        _ = try facts.add(to: &editor)
        #expect(editor.entities.first { $0.codes["wikidata"] == "Q2" }?.during == .always)
      }
    }
  }

  @Test func aDumpIsReadByLine() throws {
    try inTemporaryFolder { folder in
      let dump = folder.appendingPathComponent("dump.json")
      let lines = files.values.sorted().joined(separator: ",\n")
      try Data("[\n\(lines)\n]\n".utf8).write(to: dump)
      var reader = WikidataReader(keeping: ["Q1", "Q2"])
      try reader.read(dump.path)
      var editor = try DossierEditor(text: dossier)
      var facts = WikidataImport(reader, languages: [])
      _ = try facts.add(to: &editor)
      let graph = try editor.dossiers.then { KnowledgeGraph.linking($0) }.get()
      #expect(graph.entities.count == 2)
      #expect(graph.relations.count == 1)
    }
  }

  @Test func manyItemsMustBeNamed() throws {
    try inTemporaryFolder { folder in
      let dump = folder.appendingPathComponent("dump.json")
      try Data("[\n\((1...600).map { item("Q\($0)", [:], [:]) }.joined(separator: ",\n"))\n]".utf8).write(to: dump)
      var reader = WikidataReader()
      #expect { try reader.read(dump.path) } throws: { "\($0)".contains("name those to add") }
    }
  }

  @Test(arguments: [("{}", "no item"), ("{\"entities\": ", ":1:"), ("", ":1:"), ("[\n{\"id\": \"Q1\",\n]", ":1:")])
  func whatIsNoEntityJSONIsAnError(text: String, reason: String) throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("Q1.json")
      try Data(text.utf8).write(to: file)
      var reader = WikidataReader()
      #expect { try reader.read(file.path) } throws: { "\($0)".contains(reason) }
    }
  }
}
