import DyadCore
import DyadEditing
import DyadFormats
import DyadSources
import DyadTestSupport
import Foundation
import Testing

@Suite struct AnnotationTests {
  private let dossier = """
    sources:
      herald: { title: Ferry, url: "https://herald.example/ferry", content: "The ferry sails again. The quay opened. The ferry sails." }
    states:
      arvane: { name: Arvane }
      belmar: { name: Belmar }
    events:
      quay: { on: 2014-05-02, what: The quay opens, type: COOPERATE, actors: [arvane], recipients: [belmar] }
    """

  private let hypothesis = """
    {"total": 3, "rows": [
      {"uri": "https://www.herald.example/ferry#1", "text": "opening", "tags": ["quay"], "target": [{"source": "https://herald.example/ferry",
        "selector": [{"type": "RangeSelector"}, {"type": "TextPositionSelector", "start": 23, "end": 39},
          {"type": "TextQuoteSelector", "exact": "The quay opened.", "prefix": "sails again. ", "suffix": " The ferry"}]}]},
      {"uri": "https://herald.example/ferry", "text": "page note", "target": [{"source": "https://herald.example/ferry"}]},
      {"uri": "https://other.example/", "text": "", "target": [{"source": "https://other.example/", "selector": [{"type": "TextQuoteSelector", "exact": "no such words"}]}]}]}
    """

  @Test func exportsOfHypothesisAreListedWithTheirSources() throws {
    let annotations = try AnnotationReader.read(Array(hypothesis.utf8), document: "h.json")
    #expect(annotations.withoutQuote == 1)
    var editor = try DossierEditor(text: dossier)
    var placement = AnnotationPlacement(editor)
    _ = try placement.add(annotations.quotes, to: &editor)
    #expect(!editor.isChanged)
    #expect(
      placement.open == [
        "herald: “The quay opened.” – opening #quay",
        "no source: “no such words” (no source has the address https://other.example/)",
      ])
  }

  @Test func anAnnotationThatNamesAClaimBecomesItsCitation() throws {
    let text = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
       "body": [{"type": "TextualBody", "purpose": "identifying", "value": "quay"}],
       "target": {"source": "https://herald.example/ferry", "selector": {"type": "TextQuoteSelector", "exact": "The ferry sails", "prefix": "opened. "}}}
      """
    var editor = try DossierEditor(text: dossier)
    for isAgain in [false, true] {
      var placement = AnnotationPlacement(editor)
      let quotes = try AnnotationReader.read(Array(text.utf8), document: "a.json").quotes
      _ = try placement.add(quotes, to: &editor)
      #expect(placement.open == [])
      #expect(placement.summary.hasPrefix(isAgain ? "0 citations added, 1 there" : "1 citation added, 0 there"))
    }
    let graph = try editor.dossiers.then { KnowledgeGraph.linking($0) }.get()
    let citation = try #require(graph.events["quay"]?.evidence.citations.first)
    #expect(citation.before == "opened.")
    #expect(citation.at == 40)
    #expect(graph.sources["herald"]?.text?.find(citation) == [40..<55])
  }

  @Test(arguments: ["pakistan-afghanistan", "armenia-azerbaijan", "egypt-israel", "ethiopia-eritrea", "archipelago"])
  func whatIsExportedIsKnownAgain(example: String) throws {
    let folder = packageRoot.appendingPathComponent("examples/\(example)").path
    let graph = try DossierReader.read(folder).then { KnowledgeGraph.linking($0) }.get()
    let bytes = try #require(Format.named("web-annotation")).bytes(of: graph)
    let annotations = try AnnotationReader.read(bytes, document: "a.json")
    #expect(annotations.withoutQuote == 0)
    var editor = try DossierEditor(reading: folder)
    var placement = AnnotationPlacement(editor)
    _ = try placement.add(annotations.quotes, to: &editor)
    #expect(!editor.isChanged)
    #expect(placement.open.filter { !$0.contains("has no text of it") } == [])
  }

  @Test(arguments: [("{", "line 1"), ("{}", "no annotations"), ("[]", "no annotations")])
  func whatHasNoAnnotationsIsAnError(text: String, reason: String) {
    #expect { try AnnotationReader.read(Array(text.utf8), document: "a") } throws: { "\($0)".contains(reason) }
  }
}
