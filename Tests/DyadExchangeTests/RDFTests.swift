import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct RDFTests {
  @Test(.checked(by: .python)) func theFiveSyntaxesSayTheSameToEveryReader() throws {
    let graphs = try Exchange.graphs(random: 3) + [("hostile", RDFTests.hostile())]
    try inTemporaryFolder { folder in
      for (name, graph) in graphs {
        for (format, suffix) in [
          ("turtle", "ttl"), ("ntriples", "nt"), ("nquads", "nq"), ("trig", "trig"), ("jsonld", "jsonld"),
        ] {
          let file = folder.appendingPathComponent("\(name).\(suffix)")
          try Data(Format.named(format)!.bytes(of: graph)).write(to: file)
        }
      }
      let schemas = ["dyad.ttl", "dyad.shapes.ttl"].map { packageRoot.appendingPathComponent("schema/\($0)").path }
      let stems = graphs.map { folder.appendingPathComponent($0.name).path }
      let reported = try #require(
        try Python.run("Tests/DyadExchangeTests/Readers/rdf.py", schemas + stems) as? [String: Any])
      #expect(reported["wrong"] as? [String] == [])
      // Asked in SPARQL, the export gives the answer of the graph.
      let phases = try #require(reported["phases"] as? [String: [String: [String]]])
      for (name, graph) in graphs {
        for (day, found) in phases[folder.appendingPathComponent(name).path] ?? [:] {
          let date = try #require(Day(day))
          let held = graph.relations.values.flatMap(\.phases).filter { $0.valid.holds(at: Moment(on: date)) != .no }
          let addresses = held.map {
            "urn:dyad:phase/\(RDFTests.encoded($0.id.text))"
          }
          #expect(found == addresses.sorted(), "\(name) on \(day)")
        }
      }
      let quotes = try #require(reported["quotes"] as? [String: [[String]]])
      for (name, graph) in graphs {
        let found = try #require(quotes[folder.appendingPathComponent(name).path])
        #expect(Set(found) == RDFTests.quotes(of: graph), "\(name)")
        #expect(found.count == graph.citations.count)
      }
      try expectPartners(reported["partners"], in: graphs, folder)
    }
  }

  /// Characters of every kind in the places that allow them: the text of a source, and the id of a phase.
  private static func hostile() throws -> KnowledgeGraph {
    let ascii = String(String.UnicodeScalarView((1..<0x100).map { Unicode.Scalar($0)! }))
    let text = ascii + "“”‘’«»„‚\u{2028}\u{2029}\u{FFFE}\u{FFFF}\u{FEFF}\u{FFFD}\u{1F54A}\u{10FFFF}\u{202E}e\u{301}"
    var dossier = Dossier(title: "\"'`“«»”\\")
    dossier.sources = [Located(Source("s", title: "S", url: "https://a/b/<>\"{}|^`\\%zz", text: SourceText(text)))]
    dossier.entities = [Located(Entity("entity-0", .state, name: "A")), Located(Entity("b", .state, name: "B"))]
    let phase = Phase(
      "a> <urn:x:p> <urn:x:o> .%41é🕊️#[?]/", during: Interval("-0044-03-15/-0043")!,
      evidence: Evidence([Citation(of: "s", quote: "abc")]))
    dossier.relations = [Located(Relation("r", "ties", between: "entity-0", "b", phases: [phase]))]
    return try KnowledgeGraph.linking([dossier]).get()
  }

  private static func encoded(_ id: String) -> String {
    id.addingPercentEncoding(
      withAllowedCharacters: CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"))!
  }

  /// Every citation, as statements have it: the claim, its place, the source, the stance and the words.
  private static func quotes(of graph: KnowledgeGraph) -> Set<[String]> {
    func rows(_ sort: String, _ id: String, _ evidence: Evidence) -> [[String]] {
      evidence.citations.enumerated().map { index, citation in
        [
          "urn:dyad:\(sort)/\(encoded(id))", "\(index + 1)", "urn:dyad:source/\(citation.source)",
          "urn:dyad:ns#\(citation.stance)", citation.quote ?? "",
        ]
      }
    }
    var all: [[String]] = []
    for entity in graph.entities.values { all += rows("entity", entity.id.text, entity.evidence) }
    for office in graph.offices.values { all += rows("office", office.id.text, office.evidence) }
    for holding in graph.holdings.values { all += rows("holding", holding.id.text, holding.evidence) }
    for phase in graph.relations.values.flatMap(\.phases) { all += rows("phase", phase.id.text, phase.evidence) }
    for event in graph.events.values { all += rows("event", event.id.text, event.evidence) }
    for link in graph.events.values.flatMap(\.links) { all += rows("link", link.id.text, link.evidence) }
    return Set(all)
  }

  /// The entities with a relation on a day, in the export and in the snapshot.
  private func expectPartners(_ reported: Any?, in graphs: [(name: String, graph: KnowledgeGraph)], _ folder: URL)
    throws
  {
    let partners = try #require(reported as? [String: [String: [String]]])
    var count = 0
    for (name, graph) in graphs {
      for (day, found) in try #require(partners[folder.appendingPathComponent(name).path]) {
        let snapshot = graph.snapshot(at: Moment(on: try #require(Day(day))))
        let ego: Entity.ID = graph.entities["pakistan"] != nil ? "pakistan" : "entity-0"
        let others = Set(
          snapshot.ties.map(\.relation.parties).filter { $0.contains(ego) }.joined().filter { $0 != ego }.map(\.text))
        #expect(found == others.map { "urn:dyad:entity/\($0)" }.sorted(), "\(name) on \(day)")
        count += found.count
      }
    }
    #expect(count > 3)
  }

  // MARK: Files from elsewhere

  private func checked(_ text: String, as format: String = "nquads") throws -> Checked<KnowledgeGraph> {
    let reader = try #require(Format.named(format)?.reader)
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("d.nq")
      try Data(text.utf8).write(to: file)
      var result = reader(file.path).then { KnowledgeGraph.linking($0) }
      result.diagnostics = result.diagnostics.map { finding in
        var finding = finding
        finding.place = finding.place.map { DyadCore.SourceLocation(file: "d.nq", line: $0.line, column: $0.column) }
        return finding
      }
      return result
    }
  }

  @Test(arguments: [
    ("<http://a b> <p:q> \"x\" .", "d.nq:1:10: error: the character ' ' is not allowed in an IRI [bad-rdf]"),
    ("<a:b> <p:q[> \"x .", "d.nq:1:18: error: unterminated literal [bad-rdf]"),
    ("<a:b> <p:q> \"\\x\" .", "d.nq:1:15: error: unknown escape sequence [bad-rdf]"),
    ("<a:b> <p:q> \"\\uD800\" .", "d.nq:1:16: error: the escape sequence is not a valid character [bad-rdf]"),
    ("<a:b> <p:q> \"\\u+123\" .", "d.nq:1:16: error: the escape sequence is not a valid character [bad-rdf]"),
    ("<a:b> <p:q> \"x\"@-- .", "d.nq:1:19: error: '--' is not a valid language tag [bad-rdf]"),
    ("<a:b> <p:q> \"é\"", "d.nq:1:16: error: expected the graph or '.' [bad-rdf]"),
    ("\"x\" <p:q> <a:b> .", "d.nq:1:1: error: the subject cannot be a literal [bad-rdf]"),
    ("<a:b> _:p <a:b> .", "d.nq:1:7: error: the predicate must be an IRI [bad-rdf]"),
    ("<a:b> <p:q> <a:b> . x", "d.nq:1:21: error: unexpected text after '.' [bad-rdf]"),
    ("<ab> <p:q> <a:b> .", "d.nq:1:2: error: the IRI has no scheme [bad-rdf]"),
  ])
  func aMistakeIsReportedAtItsPlaceAndTheOtherLinesAreRead(line: String, finding: String) throws {
    let good = "<urn:x:a> <http://www.w3.org/2000/01/rdf-schema#label> \"Arvane\" .\n"
    let result = try checked(line + "\n" + good)
    #expect(result.diagnostics.first?.description == finding)
    #expect(result.value.entities["arvane"]?.names[0].text == "Arvane")
  }

  @Test func aForeignGraphBecomesADossier() throws {
    let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    let result = try checked(
      """
      <http://x.org/A> <\(RDFTests.type)> <http://schema.org/Country> .
      <http://x.org/A> <\(rdfs)label> "Arvane"@en .
      <http://x.org/A> <\(rdfs)label> "آروان"@ur .
      <http://x.org/B> <\(RDFTests.type)> <http://xmlns.com/foaf/0.1/Person> .
      <http://x.org/B> <http://xmlns.com/foaf/0.1/name> "Ilse “Iron” Marrow" .
      <http://x.org/B> <http://x.org/v#worksFor> <http://x.org/A> .
      <http://x.org/B> <http://x.org/v#worksFor> <http://x.org/A> .
      <http://x.org/B> <http://x.org/v#shoeSize> "41" .
      <http://x.org/E> <\(RDFTests.type)> <http://semanticweb.cs.vu.nl/2009/11/sem/Event> .
      <http://x.org/E> <\(rdfs)label> "The landing" .
      <http://x.org/E> <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> <http://x.org/B> .
      <http://x.org/E> <http://semanticweb.cs.vu.nl/2009/11/sem/hasTimeStamp> "2014-04-12" .
      _:b <http://x.org/v#says> "lost" .
      """)
    #expect(result.errors.isEmpty, "\(result.errors)")
    let graph = result.value
    #expect(graph.entities["arvane"]?.kind == .state)
    #expect(graph.entities["arvane"]?.names.map(\.text) == ["Arvane", "آروان"])
    #expect(graph.entities["ilse-iron-marrow"]?.kind == .official)
    #expect(graph.relations.values.map(\.to) == ["arvane"])
    #expect(graph.events["the-landing"]?.within == Interval("2014-04-12"))
    #expect(graph.events["the-landing"]?.actors == ["ilse-iron-marrow"])
    let left = result.diagnostics.filter { $0.code == .notCarried }.map(\.message)
    #expect(left.contains("<http://x.org/v#shoeSize> has no counterpart in a dossier; omitted (1)"))
    #expect(left.contains("<http://x.org/v#says> has no counterpart in a dossier; omitted (1)"))
  }

  private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

  @Test func manyBadLinesEndAfterTheFirst() throws {
    let bad = String(repeating: "<\n", count: 200_000)
    let errors = try checked(bad).errors
    #expect(errors.count == 101)
    #expect(
      errors.last?.description == "d.nq:101:1: error: too much is wrong; nothing from here on was read [bad-rdf]")
  }

  @Test func invalidParticipantsAndLinksAreReportedAtTheirPlaces() throws {
    var dossier = Dossier()
    dossier.entities = [Located(Entity("a", .state, name: "A"))]
    dossier.events = [
      Located(
        Event(
          "e", within: Interval("2014")!, what: "E", type: .agree, actors: ["a"],
          describedRecipients: [DescribedParticipant("militants", number: "over 70")!], affects: ["a"],
          links: [EventLink(.leadsTo, "f", of: "e")])),
      Located(Event("f", within: Interval("2015")!, what: "F", type: .agree, actors: ["a"])),
    ]
    let text = String(
      decoding: Format.named("nquads")!.bytes(of: try KnowledgeGraph.linking([dossier]).get()), as: UTF8.self)
    func found(_ old: String, _ new: String) throws -> [String] {
      #expect(text.contains(old))
      return try checked(text.replacing(old, with: new)).errors.map(\.message)
    }
    #expect(try found("\"over 70\"", "\"some\"") == ["'some' is not a valid amount"])
    #expect(
      try found("ns#affects> <urn:dyad:entity/a>", "ns#affects> <urn:dyad:entity/b>").first == "unknown entity 'b'")
    #expect(
      try found("ns#affects> <urn:dyad:entity/a>", "ns#affects> <urn:x:b>") == [
        "<urn:x:b> is not the IRI of a dossier's entity"
      ])
    let predicate = "rdf-syntax-ns#predicate> <urn:dyad:ns#leadsTo>"
    #expect(
      try found(predicate, predicate.replacing("leadsTo", with: "follows")) == [
        "<urn:dyad:ns#follows> is not a link between events"
      ])
    #expect(
      try found("ns#linkOf> <urn:dyad:event/e>", "ns#linkOf> <urn:dyad:event/g>") == [
        "unknown event 'g' of a link"
      ])
  }

  @Test func anInvalidIRIOfDyadIsReported() throws {
    let result = try checked(
      """
      <urn:dyad:office/minister> <\(RDFTests.type)> <urn:dyad:ns#Office> .
      <urn:dyad:office/minister> <http://www.w3.org/2000/01/rdf-schema#label> "Minister" .
      <urn:dyad:office/minister> <http://www.w3.org/ns/org#postIn> <urn:dyad:entity/nowhere> .
      <urn:dyad:state/x> <\(RDFTests.type)> <urn:dyad:ns#State> .
      """)
    #expect(
      result.errors.map(\.description) == [
        "d.nq:4:1: error: <urn:dyad:state/x> is not a valid IRI for the type 'entity' [bad-id]",
        "d.nq:3:62: error: unknown entity 'nowhere' [unknown-id]",
      ])
  }
}
