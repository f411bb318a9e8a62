import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Statements that nobody meant well: every mistake has its place, and none takes long.
@Suite struct RDFHostileTests {
  private static let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
  private static let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
  private static let cites = "http://www.w3.org/ns/oa#"

  private func read(_ bytes: some Sequence<UInt8>, as format: String = "nquads") throws -> Checked<[Dossier]> {
    let reader = try #require(Format.named(format)?.reader)
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("d.nq")
      try Data(bytes).write(to: file)
      return reader(file.path)
    }
  }

  private func linked(_ text: String) throws -> Checked<KnowledgeGraph> {
    try read(text.utf8).then { KnowledgeGraph.linking($0) }
  }

  private func reported(_ checked: Checked<some Any>) -> [String] {
    checked.errors.map { "\($0.place.map { "\($0.line):\($0.column)" } ?? "-") \($0.code) \($0.message)" }
  }

  // MARK: Lines

  @Test(arguments: [
    (#"<urn:x:a\u003E> <p:q> "x" ."#, "1:9 bad-rdf the escaped character is not allowed in an IRI"),
    (#"<urn:x:a\u0020b> <p:q> "x" ."#, "1:9 bad-rdf the escaped character is not allowed in an IRI"),
    (#"<urn:x:a[b]{c}> <p:q> "x" ."#, "1:12 bad-rdf the character '{' is not allowed in an IRI"),
    ("<urn:x:a\u{1}> <p:q> \"x\" .", "1:9 bad-rdf the character U+1 is not allowed in an IRI"),
    (#"<urn:x:a\n> <p:q> "x" ."#, "1:10 bad-rdf unknown escape sequence"),
    (#"<a/b:c> <p:q> "x" ."#, "1:2 bad-rdf the IRI has no scheme"),
    (#"<1a:c> <p:q> "x" ."#, "1:2 bad-rdf the IRI has no scheme"),
    (#"<urn:x:a> <p:q> "x" "g" ."#, "1:21 bad-rdf the graph cannot be a literal"),
    (#"<urn:x:a> "p" "x" ."#, "1:11 bad-rdf the predicate must be an IRI"),
    (#"_:-a <p:q> "x" ."#, "1:3 bad-rdf a blank node needs a label"),
    (#"_:a>b <p:q> "x" ."#, "1:4 bad-rdf expected a predicate"),
    (#"<urn:x:a> <p:q> "x"^^"y" ."#, "1:22 bad-rdf expected the IRI of a datatype"),
    (#"<urn:x:a> <p:q> "x"^<p:t> ."#, "1:21 bad-rdf expected '^^'"),
    (#"<urn:x:a> <p:q> "\U00110000" ."#, "1:20 bad-rdf the escape sequence is not a valid character"),
    (#"<urn:x:a> <p:q> "\u00"#, "1:20 bad-rdf the escape sequence is not a valid character"),
    ("<urn:x:a> <p:q", "1:15 bad-rdf unterminated IRI"),
    ("<urn:x:a> <p:q>", "1:16 bad-rdf expected an object"),
    ("<urn:x:a> <p:q> 'x' .", "1:17 bad-rdf expected an object"),
    ("@prefix p: <urn:x:> .", "1:1 bad-rdf expected a subject"),
    ("<<( <urn:x:a> <p:q> <p:r> )>> <p:q> <p:r> .", "1:2 bad-rdf the character '<' is not allowed in an IRI"),
    ("\u{0}", "1:1 bad-rdf expected a subject"),
  ])
  func anInvalidLineIsReportedWhereItBreaks(line: String, finding: String) throws {
    let good = "<urn:x:good> \(RDFHostileTests.label) \"Good\" .\n"
    let result = try linked(line + "\n" + good)
    #expect(reported(result).first == finding)
    #expect(result.value.entities["good"] != nil)
  }

  @Test(arguments: [
    "<urn:x:a><http://x.org/name>\"A\".", "\t<urn:x:a>  <http://x.org/name>\t\"A\" @en .# said",
    "<urn:x:a> <http://x.org/name> \"A\" ^^ <urn:t:t> <urn:g:g> .",
    "_:a.b <http://x.org/name> \"A\" _:g.", "<urn:x:\\u00E9> <http://x.org/name> \"\\U00000041\" .",
    "\u{FEFF}<urn:x:a> <http://x.org/name> \"A\" .",
    "# a comment\r\r\n\n<urn:x:a> <http://x.org/name> \"A\" .",
  ])
  func aStatementInAnyDressIsRead(text: String) throws {
    let result = try linked(text)
    #expect(reported(result) == [])
    #expect(result.value.entities.values.map(\.names[0].text) == ["A"])
  }

  @Test func bytesThatAreNotTextAreReportedWithTheirLine() throws {
    let start = Array("<urn:x:a> \(RDFHostileTests.label) \"a\" .\n<urn:x:b> \(RDFHostileTests.label) \"".utf8)
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]] {
      let result = try read(start + bad + Array("\" .\n".utf8))
      #expect(result.diagnostics.map(\.code) == [.unreadable])
      #expect(result.diagnostics.first?.place?.line == 2)
      let inAddress = try read(Array("<urn:x:".utf8) + bad + Array("> <p:q> \"x\" .".utf8))
      #expect(inAddress.diagnostics.map(\.code) == [.unreadable])
    }
  }

  @Test func everyPrefixOfAnExportIsReadOrReported() throws {
    let bytes = Format.named("nquads")!.bytes(of: everything(seed: 3))
    for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      let result = try read(bytes[..<cut]).then { KnowledgeGraph.linking($0) }
      #expect(result.diagnostics.allSatisfy { $0.place != nil })
    }
  }

  @Test func statementsInAnyOrderAndTwiceAreTheSameGraph() throws {
    for seed in 0..<6 {
      let graph = everything(seed: seed)
      let bytes = Format.named("nquads")!.bytes(of: graph)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for order in [sorted, sorted.reversed(), lines + lines] {
        let again = try read((order.joined(separator: "\r\n") + "\n").utf8).then { KnowledgeGraph.linking($0) }
        #expect(again.diagnostics.filter { $0.code == .notCarried } == [])
        expectSame(try again.get(), try RoundTripTests.expected(graph, as: Format.named("nquads")!))
      }
    }
  }

  // MARK: Words

  @Test func wordsWithEveryQuoteAndControlComeBack() throws {
    let ascii = String(String.UnicodeScalarView((1..<0x100).map { Unicode.Scalar($0)! }))
    let text = ascii + "“”‘’«»„‚\u{2028}\u{2029}\u{FFFE}\u{FFFF}\u{FEFF}\u{FFFD}\u{1F54A}\u{10FFFF}\u{202E}e\u{301}"
    var dossier = Dossier(title: "“«»”‘’\"'`\\\t\n\r<>{}|^%00")
    dossier.sources = [Located(Source("s", title: "S", path: "a b.txt", text: SourceText(text)))]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    for format in ["ntriples", "nquads"] {
      let again = try read(Format.named(format)!.bytes(of: graph)).then { KnowledgeGraph.linking($0) }.get()
      expectSame(again, graph)
      // Character by character: equality of strings does not see how they are composed.
      #expect(again.sources["s"]?.text?.text.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test func anIdOfAnyCharactersStaysOneTerm() throws {
    let id = "a> <urn:x:p> <urn:x:o> .\n\"\\ {}|^`%41é🕊️#?[/]"
    var dossier = Dossier()
    dossier.entities = [Located(Entity("o", .official, name: "O")), Located(Entity("s", .state, name: "S"))]
    dossier.offices = [Located(Office("s/minister", title: "Minister", of: "s"))]
    dossier.holdings = [Located(Holding("a b/[c]", official: "o", office: "s/minister"))]
    dossier.relations = [
      Located(Relation("r", "ties", between: "o", "s", phases: [Phase(Phase.ID(id.replacing("\n", with: "")))]))
    ]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    for format in ["ntriples", "nquads"] {
      let bytes = Format.named(format)!.bytes(of: graph)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<urn:x:p>"))
      expectSame(try read(bytes).then { KnowledgeGraph.linking($0) }.get(), graph)
    }
  }

  @Test func aNameInItsOwnLanguageStaysTheFirst() throws {
    var dossier = Dossier()
    var entity = Entity("a", .state, name: "Arvane", names: [Name("Arvania", language: "la")])
    entity.names[0] = Name("Arvane", language: "en", during: Interval("1961/..")!)
    dossier.entities = [Located(entity)]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    let bytes = Format.named("ntriples")!.bytes(of: graph)
    expectSame(try read(bytes).then { KnowledgeGraph.linking($0) }.get(), graph)
  }

  // MARK: What the statements say

  @Test func anInvalidValueIsReportedAtItsPlace() throws {
    let ns = "urn:dyad:ns#"
    let result = try linked(
      """
      <urn:dyad:kind/k> \(RDFHostileTests.type) <\(ns)RelationKind> .
      <urn:dyad:kind/k> <\(ns)sentence> "k of {from} and {to}" .
      <urn:dyad:kind/k> <\(ns)tone> "11"^^<http://www.w3.org/2001/XMLSchema#decimal> .
      <urn:dyad:kind/k> <\(ns)directed> "perhaps"^^<http://www.w3.org/2001/XMLSchema#boolean> .
      <urn:dyad:entity/a> \(RDFHostileTests.type) <\(ns)State> .
      <urn:dyad:entity/a> \(RDFHostileTests.label) <urn:x:notWords> .
      <urn:dyad:entity/a> <\(ns)during> "2025-13"^^<\(ns)edtf> .
      <urn:dyad:entity/a> <\(ns)was> "No Id" .
      <urn:dyad:entity/A%20b> \(RDFHostileTests.type) <\(ns)State> .
      <urn:dyad:entity/%zz> \(RDFHostileTests.type) <\(ns)State> .
      <urn:dyad:event/e> \(RDFHostileTests.type) <\(ns)Event> .
      <urn:dyad:event/e> \(RDFHostileTests.label) "E" .
      <urn:dyad:event/e> <\(ns)during> "2020"^^<\(ns)edtf> .
      <urn:dyad:phase/p> \(RDFHostileTests.type) <\(ns)Phase> .
      <urn:dyad:phase/p> <\(ns)phaseOf> <urn:dyad:relation/gone> .
      <urn:dyad:event/e#cite1> <\(RDFHostileTests.cites)hasBody> <urn:dyad:event/gone> .
      <urn:dyad:source/s> \(RDFHostileTests.type) <\(ns)Source> .
      <urn:dyad:source/s> <http://purl.org/dc/terms/title> "S" .
      <urn:dyad:source/s> <http://schema.org/text> <urn:x:text> .
      """)
    #expect(
      reported(result).sorted() == [
        "10:1 bad-id <urn:dyad:entity/%zz> is not a valid IRI for the type 'entity'",
        "11:1 missing-key <urn:dyad:event/e> needs sem:eventType",
        "15:42 unknown-id unknown relation 'gone' of a phase",
        "16:1 unknown-id <urn:dyad:event/e#cite1> cites for <urn:dyad:event/gone>, which does not exist",
        "19:46 source-text the text of a source is not a literal",
        "3:38 bad-number dyad:tone must be a number from -10 to 10",
        "4:42 bad-word dyad:directed must be true or false, not 'perhaps'",
        "6:66 wrong-shape expected text, not an IRI",
        "7:42 bad-interval '2025-13' is not a valid interval",
        "8:39 bad-id 'No Id' is not a valid id",
        "9:1 bad-id <urn:dyad:entity/A%20b> is not a valid IRI for the type 'entity'",
      ])
  }

  @Test func noMessageSteersTheTerminalOrFillsIt() throws {
    let ns = "urn:dyad:ns#"
    let result = try linked(
      """
      <urn:x:a> <p:q> "x"@\u{1B}[31mred .
      <urn:dyad:entity/a> \(RDFHostileTests.type) <\(ns)State> .
      <urn:dyad:entity/a> \(RDFHostileTests.label) "A" .
      <urn:dyad:entity/a> <\(ns)during> "\\u001B[31mred" .
      <urn:dyad:entity/a> <\(ns)known> "\(String(repeating: "0", count: 100_000))" .
      <urn:dyad:x\\u202Ey> \(RDFHostileTests.type) <\(ns)State> .
      """)
    #expect(result.errors.count == 4)
    #expect(result.errors[0].message == "'(U+1B)[31mred' is not a valid language tag")
    let messages = result.diagnostics.map(\.message).joined()
    #expect(messages.utf8.count < 1000)
    #expect(!messages.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func whatOthersAddToOurExportIsCounted() throws {
    let bytes = Format.named("nquads")!.bytes(of: try Exchange.example("egypt-israel"))
    let added = """
      <urn:dyad:entity/egypt> <http://x.org/capital> <http://x.org/Cairo> .
      <urn:dyad:entity/egypt> <http://x.org/capital> <http://x.org/Kairo> .
      <urn:dyad:entity/egypt> \(RDFHostileTests.label) "Misr" .
      <http://x.org/Cairo> \(RDFHostileTests.label) "Cairo" .

      """
    let result = try read(bytes + Array(added.utf8)).then { KnowledgeGraph.linking($0) }
    #expect(try result.get() == Exchange.example("egypt-israel"))
    #expect(
      result.diagnostics.filter { $0.code == .notCarried }.map(\.message) == [
        "<http://www.w3.org/2000/01/rdf-schema#label> has no counterpart in a dossier; omitted (2)",
        "<http://x.org/capital> has no counterpart in a dossier; omitted (2)",
      ])
  }

  @Test func aForeignNodeWithoutANameShowsNoneOfItsControls() throws {
    let result = try linked(
      """
      <http://x.org/a\\u202Eb> \(RDFHostileTests.type) <http://schema.org/Country> .
      <http://x.org/c> \(RDFHostileTests.type) <http://schema.org/Country> .
      <http://x.org/c> <http://x.org/p\\u0085q> <http://x.org/a\\u202Eb> .
      """)
    #expect(result.errors.isEmpty)
    #expect(result.value.entities.values.map(\.names[0].text).sorted() == ["c", "thing"])
    #expect(result.value.relations.count == 1)
    #expect(result.value.kinds.values.allSatisfy { !$0.sentence.unicodeScalars.contains("\u{85}") })
  }

  // MARK: Time

  @Test func manyRecordsOfOneNameTakeLinearTime() throws {
    let exponent = try Growth.exponent(from: 2000) { count in
      let text = (0..<count).map { "<http://x.org/\($0)> \(RDFHostileTests.label) \"same\" .\n" }.joined()
      let entities = try read(text.utf8).value[0].entities
      #expect(entities.count == count)
    }
    #expect(exponent < 1.5)
  }

  @Test func manyAnnotationsOfOneTargetTakeNoLongerEach() throws {
    let exponent = try Growth.exponent(from: 500) { count in
      let citations = try read(annotations(count).utf8).value[0].entities[0].value.evidence.citations
      #expect(citations.count == count)
    }
    #expect(exponent < 1.5)
  }

  /// Annotations that all have one target.
  private func annotations(_ count: Int) -> String {
    var text = """
      <urn:dyad:entity/a> \(RDFHostileTests.type) <urn:dyad:ns#State> .
      <urn:dyad:entity/a> \(RDFHostileTests.label) "A" .
      <urn:dyad:source/s> \(RDFHostileTests.type) <urn:dyad:ns#Source> .
      <urn:dyad:source/s> <http://purl.org/dc/terms/title> "S" .
      <urn:t> <\(RDFHostileTests.cites)hasSource> <urn:dyad:source/s> .

      """
    for index in 0..<count {
      text += """
        <urn:c\(index)> <\(RDFHostileTests.cites)hasBody> <urn:dyad:entity/a> .
        <urn:c\(index)> <\(RDFHostileTests.cites)hasTarget> <urn:t> .
        <urn:t> <\(RDFHostileTests.cites)hasSelector> <urn:q\(index)> .
        <urn:q\(index)> <\(RDFHostileTests.cites)exact> "x" .

        """
    }
    return text
  }

  @Test func aLineOfFiveMegabytesIsRead() throws {
    let words = String(repeating: "é\\u0041\\\"" + String(repeating: "plain ", count: 90), count: 9_500)
    let result = try linked("<urn:x:a> <http://x.org/name> \"\(words)\" .")
    #expect(result.value.entities.values.first?.names[0].text.utf8.count == 9_500 * 544)
    let open = try linked("<urn:x:a> <http://x.org/name> \"" + String(repeating: "plain ", count: 900_000))
    #expect(reported(open) == ["1:5400032 bad-rdf unterminated literal"])
  }
}
