import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct RDFTests {
  private static let prefixes = [
    RDFPrefix("ex", "http://example.org/"), RDFPrefix("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]
  private static let label = RDFName(prefixes[0], "label")
  private static let date = RDFName(prefixes[1], "date")

  private static func anyObject(_ random: inout Seeded) -> RDFObject {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .name(label)
    case 1: .iri("urn:x:" + anyText(&random))
    case 2: .text(anyText(&random))
    case 3: .typed(anyText(&random), date)
    default: .tagged(anyText(&random), language: "ur-Latn")
    }
  }

  private static func term(_ object: RDFObject) -> NQuadsParser.Term {
    switch object {
    case .name(let name): NQuadsParser.Term(kind: .iri, text: name.iri)
    case .iri(let iri): NQuadsParser.Term(kind: .iri, text: RDFText.escapedIRI(iri))
    case .text(let text): NQuadsParser.Term(kind: .literal(type: "", language: nil), text: text)
    case .typed(let text, let type): NQuadsParser.Term(kind: .literal(type: type.iri, language: nil), text: text)
    case .tagged(let text, let language):
      NQuadsParser.Term(kind: .literal(type: "", language: language), text: text)
    }
  }

  private static func written(_ objects: [RDFObject], graph: String?) -> [UInt8] {
    ByteSink.collected { sink in
      let writer = NQuadsWriter(sink, graph: graph)
      writer.begin()
      writer.subject("urn:x:s")
      for object in objects { writer.add(label, object) }
      writer.end()
    }
  }

  @Test(arguments: 0..<200) func statementsThatAreWrittenAreReadAgain(seed: Int) {
    var random = Seeded(seed)
    let objects = (0..<5).map { _ in RDFTests.anyObject(&random) }
    for graph in [nil, "urn:x:g"] {
      var read: [NQuadsParser.Term] = []
      let errors = NQuadsParser.parse(RDFTests.written(objects, graph: graph), document: "") { read.append($0.object) }
      #expect(errors == [])
      #expect(read == objects.map(RDFTests.term))
    }
  }

  @Test(arguments: 0..<40) func everyPrefixOfAStatementIsAnError(seed: Int) {
    var random = Seeded(seed)
    let line = RDFTests.written([RDFTests.anyObject(&random)], graph: "urn:x:g").dropLast()
    for end in 1..<line.count {
      var count = 0
      let errors = NQuadsParser.parse(Array(line[..<end]), document: "") { _ in count += 1 }
      #expect(errors.count == 1 && count == 0, "\(String(decoding: line[..<end], as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<300) func aChangedByteNeverCrashes(seed: Int) {
    var random = Seeded(seed)
    var bytes = RDFTests.written((0..<5).map { _ in RDFTests.anyObject(&random) }, graph: nil)
    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    var count = 0
    let errors = NQuadsParser.parse(bytes, document: "") { _ in count += 1 }
    #expect(count + errors.count >= 4)
  }

  @Test func errorsAreLimited() {
    let bytes = Array(String(repeating: "x\n", count: 1000).utf8)
    let errors = NQuadsParser.parse(bytes, document: "d.nq") { _ in }
    #expect(errors.count == NQuadsParser.maximumErrors + 1)
    #expect(errors.last?.location.line == NQuadsParser.maximumErrors + 1)
  }

  @Test func eachSyntaxHasItsFormOfAStatement() {
    func written(_ writer: (ByteSink) -> any RDFWriter) -> String {
      let bytes = ByteSink.collected { sink in
        let writer = writer(sink)
        writer.begin()
        writer.subject("urn:x:s")
        writer.add(.type, .name(RDFTests.label))
        writer.add(RDFTests.label, .typed("2025-04-19", RDFTests.date))
        writer.end()
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let prefixes = [RDFTests.prefixes[0]]
    #expect(
      written { TurtleWriter($0, prefixes: prefixes) }
        == "@prefix ex: <http://example.org/> .\n\n<urn:x:s> a ex:label ;\n  ex:label \"2025-04-19\"^^xsd:date .\n")
    #expect(
      written { JSONLDWriter($0, prefixes: prefixes) } == """
        {"@context": {"ex":"http://example.org/"},
        "@graph": [
        {"@id":"urn:x:s","@type":["ex:label"],"ex:label":[{"@type":"xsd:date","@value":"2025-04-19"}]}
        ]}

        """)
  }
}
