import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// No address but one of the web is read from any format.
@Suite struct AddressTests {
  private func graph(_ text: String) throws -> KnowledgeGraph {
    try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  @Test(
    arguments: RoundTripTests.both, ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JavaScript://x"])
  func everyReaderRefusesOtherAddresses(format: Format, address: String) throws {
    let graph = try graph(
      """
      states: { a: { name: A }, b: { name: B } }
      sources: { s: { title: S, url: "https://mark.example/" } }
      events: { e: { on: 2014, what: W, type: AID, actors: a, recipients: b, cite: s } }
      """)
    let reader = try #require(format.reader)
    let read = try inTemporaryFolder { folder -> Checked<KnowledgeGraph> in
      let place = folder.appendingPathComponent("graph.\(format.suffixes[0])")
      let files = format.isFolder ? format.files(of: graph) : ["": format.bytes(of: graph)]
      var changed = 0
      for (name, bytes) in files {
        let text = String(decoding: bytes, as: UTF8.self)
        changed += text.components(separatedBy: "https://mark.example/").count - 1
        let file = name.isEmpty ? place : place.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.replacing("https://mark.example/", with: address).utf8).write(to: file)
      }
      try #require(changed > 0)
      return reader(place.path).then { KnowledgeGraph.linking($0) }
    }
    #expect(read.value.sources.values.allSatisfy { $0.url == nil })
    #expect(!read.errors.isEmpty || read.value.sources.isEmpty, "\(format.id)")
  }

  @Test func aSourceMadeInCodeHasNoOtherAddressInAGraph() {
    var dossier = Dossier(title: "Code")
    var source = Source("s", title: "S")
    source.url = "javascript:alert(1)"
    dossier.sources = [Located(source)]
    let linked = KnowledgeGraph.linking([dossier])
    #expect(linked.errors.map(\.code) == [.badURL] && linked.value.sources["s"]?.url == nil)
  }

  /// What `check` refuses in a dossier is refused in RDF.
  @Test(arguments: [
    (
      "\"5\"^^<http://www.w3.org/2001/XMLSchema#decimal>", "\"-5\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
      "bad-number"
    ),
    ("\"{from} courts {to}\"", "\"they court\"", "bad-word"), ("\"Arvane\"", "\" \"", "missing-key"),
    ("\"Arvane\"", "\"\(String(repeating: "a", count: 1001))\"", "too-long"),
    ("\"https://mark.example/\"", "\"javascript:alert(1)\"", "bad-url"),
  ])
  func theValuesOfRDFAreValidated(value: String, other: String, code: String) throws {
    let graph = try graph(
      """
      states: { a: { name: Arvane }, b: { name: B } }
      sources: { s: { title: S, url: "https://mark.example/" } }
      kinds: { courtship: { sentence: "{from} courts {to}", directed: true } }
      relations: { r: { kind: courtship, from: a, to: b, phases: [{ during: 2014 }] } }
      views: { v: { between: [a, b], min-tone: 5 } }
      """)
    let text = String(decoding: try #require(Format.named("nquads")).bytes(of: graph), as: UTF8.self)
    let changed = text.replacing(value, with: other)
    try #require(changed != text)
    let reader = try #require(Format.named("nquads")?.reader)
    let read = try inTemporaryFolder { folder -> Checked<[Dossier]> in
      let file = folder.appendingPathComponent("d.nq")
      try Data(changed.utf8).write(to: file)
      return reader(file.path)
    }
    #expect(read.errors.contains { $0.code.id == code }, "\(read.diagnostics)")
  }

  @Test func aTextThatASpreadsheetWouldRunIsGuardedInTablesOfDatabases() throws {
    let graph = try graph("states: { a: { name: \"=1+1\", note: \"@x\" }, b: { name: B, note: \"-1\" } }")
    let files = try #require(Format.named("neo4j-csv")).files(of: graph)
    let entities = String(decoding: try #require(files["entities.csv"]), as: UTF8.self)
    #expect(entities.contains("\"'=1+1\"") && entities.contains("\"'@x\"") && entities.contains("\"'-1\""))
  }
}
