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

  // MARK: Drafts

  private func hypothesis(_ rows: (exact: String, text: String, tags: [String])...) -> String {
    let rows = rows.map { row in
      """
      {"uri": "https://herald.example/ferry", "text": "\(row.text)", "tags": \(row.tags), "target": [
        {"source": "https://herald.example/ferry", "selector": [{"type": "TextQuoteSelector", "exact": "\(row.exact)"}]}]}
      """
    }
    return "{\"rows\": [\(rows.joined(separator: ","))]}"
  }

  private func placed(_ text: String, in editor: inout DossierEditor) throws -> (AnnotationPlacement, [String]) {
    var placement = AnnotationPlacement(editor, makingDrafts: true)
    let quotes = try AnnotationReader.read(Array(text.utf8), document: "h.json").quotes
    let report = try placement.add(quotes, to: &editor)
    return (placement, report)
  }

  @Test func anAnnotationWithoutAClaimBecomesADraft() throws {
    var editor = try DossierEditor(text: dossier)
    let notes = hypothesis(
      ("The quay opened.", "Arvane opens the quay", ["cooperate", "Belmar", "#arvane", "2014-05-01", "thaw"]),
      ("The ferry sails again", "", []))
    let (placement, report) = try placed(notes, in: &editor)
    #expect(
      report == [
        "draft 'arvane-opens-the-quay'",
        "draft 'the-ferry-sails-again': needs 'on', 'what', 'type', 'actors' or 'recipients'",
      ])
    #expect(placement.open == [])
    #expect(placement.summary == "0 citations added, 2 drafts added, 0 there already, 0 quotes without a claim")
    try editor.check()
    let record = try #require(editor.drafts.first { $0.id == "arvane-opens-the-quay" }?.record)
    #expect(record["on"]?.scalar == "2014-05-01" && record["what"]?.scalar == "Arvane opens the quay")
    #expect(record["type"]?.scalar == "COOPERATE" && record["note"]?.scalar == "#thaw")
    // The first tag of a party acts.
    #expect(record["actors"]?.items?.compactMap(\.scalar) == ["belmar"])
    #expect(record["recipients"]?.items?.compactMap(\.scalar) == ["arvane"])
    #expect(record["cite"]?["herald"]?.scalar == "The quay opened.")
    // They are there already, and others are not.
    let text = editor.texts.map(\.text)
    #expect(try placed(notes, in: &editor).0.summary.contains("0 drafts added, 2 there already"))
    #expect(editor.texts.map(\.text) == text)
  }

  @Test func aDraftIsAcceptedOnceItIsComplete() throws {
    var editor = try DossierEditor(text: dossier)
    let long = String(repeating: "words ", count: 30)
    _ = try placed(hypothesis(("The ferry sails again", long, ["arvane"])), in: &editor)
    let id = try #require(editor.drafts.first?.id)
    #expect(editor.drafts.first?.record["note"]?.scalar == long.trimmingCharacters(in: .whitespaces))
    let refusal = #expect(throws: EditError.self) { try editor.accept([id]) }
    #expect(refusal?.description.hasPrefix("draft '\(id)' needs 'on', 'what', 'type'\n") == true)
    let form = try editor.form(of: id)
    _ = try editor.edit(id, Assignment.all(["on=2014-05-01", "what=The ferry sails", "type=COOPERATE"], for: form))
    _ = try editor.accept([id])
    try editor.check()
    let graph = try editor.dossiers.then { KnowledgeGraph.linking($0) }.get()
    #expect(graph.events[Event.ID(id)]?.evidence.citations.map(\.quote) == ["The ferry sails again"])
  }

  @Test func anIncompleteDraftIsInNoPicture() throws {
    var editor = try DossierEditor(text: dossier)
    _ = try placed(hypothesis(("The ferry sails again", "The ferry sails", ["arvane"])), in: &editor)
    let dossiers = editor.dossiers
    #expect(dossiers.errors.isEmpty)
    #expect(dossiers.diagnostics.map(\.message) == ["an event needs 'on'", "an event needs 'type'"])
    let graph = KnowledgeGraph.linking(dossiers.value, includingDrafts: true).value
    #expect(graph.events.keys.map(\.text) == ["quay"])
  }

  /// An answer of the API of Hypothesis, with all that it says of an annotation; made by hand.
  @Test func anAnswerOfHypothesisIsRead() throws {
    let file = packageRoot.appendingPathComponent("Tests/DyadSourcesTests/Exports/hypothesis.json")
    let annotations = try AnnotationReader.read(Array(try Data(contentsOf: file)), document: "hypothesis.json")
    // An answer to an annotation quotes nothing.
    #expect(annotations.withoutQuote == 1)
    var editor = try DossierEditor(text: dossier)
    var placement = AnnotationPlacement(editor, makingDrafts: true)
    _ = try placement.add(annotations.quotes, to: &editor)
    #expect(
      placement.open == [
        "herald: “The ferry sails” (several times in its text, and nowhere between these words)"
      ])
    let record = try #require(editor.drafts.first?.record)
    #expect(record["what"]?.scalar == "Arvane opens the quay for Belmar")
    #expect(record["type"]?.scalar == "COOPERATE" && record["note"]?.scalar == "#to check")
    #expect(record["actors"]?.items?.compactMap(\.scalar) == ["arvane"])
    // The words around a quote that the text has once are those of the page, and not needed.
    #expect(record["cite"]?["herald"]?.scalar == "The quay opened.")
  }

  @Test func whatCannotBeADraftStaysListed() throws {
    var editor = try DossierEditor(
      text: dossier.replacing(
        "recipients: [belmar] }", with: "recipients: [belmar], cite: { herald: The quay opened. } }"))
    let (placement, report) = try placed(
      hypothesis(("The quay opened.", "opening", []), ("no such words", "", [])), in: &editor)
    #expect(report == [] && !editor.isChanged)
    #expect(
      placement.open == [
        "herald: “The quay opened.” – opening ('quay' quotes this)", "herald: “no such words” (not found in its text)",
      ])
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
