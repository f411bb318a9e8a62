import DyadContent
import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Where quotes are in texts that change.
@Suite struct AnchorTests {
  private let dossier = """
    sources:
      herald: { title: Ferry, content: "He agreed to it. She agreed to it. The quay opened." }   # the text
    states:
      arvane: { name: Arvane, cite: { herald: The quay opened } }
      belmar: { name: Belmar, cite: { herald: [agreed to it, He] } }

    """

  private func anchored(_ editor: inout DossierEditor, allPositions: Bool = false) throws -> [String] {
    try editor.anchor([], allPositions: allPositions, digest: \.digest)
  }

  @Test func onlyWhatIsAmbiguousGetsContext() throws {
    var editor = try DossierEditor(text: dossier)
    _ = try anchored(&editor)
    let after = try graph(editor)
    #expect(after.sources["herald"]?.digest == after.sources["herald"]?.text?.digest)
    #expect(after.entities["arvane"]?.evidence.citations.map(\.hasContext) == [false])
    #expect(after.entities["belmar"]?.evidence.citations.map(\.before) == ["He", nil])
    #expect(editor.text.contains("cite: { herald: The quay opened }"))
    #expect(editor.text.contains("# the text"))
    let text = editor.text
    #expect(try anchored(&editor) == [])
    #expect(editor.text == text)
  }

  @Test func positionsAreOfTheOccurrenceThatIsMeant() throws {
    var editor = try DossierEditor(text: dossier)
    _ = try anchored(&editor, allPositions: true)
    let after = try graph(editor)
    #expect(after.entities["belmar"]?.evidence.citations.map(\.at) == [3, 0])
    #expect(after.entities["arvane"]?.evidence.citations.map(\.at) == [35])
  }

  @Test(arguments: exampleDossiers) func anExampleIsAnchoredAndStaysTheSame(path: String) throws {
    var editor = try DossierEditor(reading: path)
    let before = try graph(editor)
    _ = try anchored(&editor, allPositions: true)
    let after = try graph(editor)
    #expect(editor.newFindings.filter { $0.severity == .error } == [])
    for (old, new) in zip(before.citations, after.citations) {
      let text = before.sources[old.citation.source]?.text
      #expect(text?.find(old.citation) == text?.find(new.citation))
      #expect(text == nil || old.citation.quote == nil || new.citation.at == text?.find(new.citation).first?.lowerBound)
    }
    #expect(after.changedTexts(in: editor.dossiers.value) == [])
  }

  @Test func anchoringKeepsReviewsAndADifferenceIsNone() throws {
    var editor = try DossierEditor(text: dossier)
    let before = try graph(editor)
    let digest = try #require(before.reviewDigests["belmar"])
    editor = try DossierEditor(
      text: dossier + "reviews:\n  belmar: { by: I. Marrow, on: 2026-11-26, digest: \(digest) }\n")
    _ = try anchored(&editor, allPositions: true)
    let after = try graph(editor)
    #expect(after.entities["belmar"]?.evidence.citations.compactMap(\.at).count == 2)
    #expect(after.reviewStates["belmar"]?.isOpen == false)
    #expect(after.canonicalClaims == before.canonicalClaims)
    let diff = GraphDiff(from: before.snapshot(at: .ever), to: after.snapshot(at: .ever))
    #expect(diff.entities.allSatisfy { !$0.isDifference })
    // Another quote is another claim.
    let other = try DossierEditor(text: editor.text.replacing("quote: agreed to it", with: "quote: agreed to"))
    #expect(try graph(other).reviewStates["belmar"]?.isOpen == true)
  }

  @Test func aChangedTextIsReportedWithItsQuotes() throws {
    var editor = try DossierEditor(text: dossier)
    _ = try anchored(&editor, allPositions: true)
    let text = editor.text.replacing("He agreed", with: "Today, he agreed").replacing(
      "The quay opened.\"", with: "The dock opened.\"")
    let changed = DossierReader.read(text: text, file: "d.yaml")
    let linked = KnowledgeGraph.linking([changed.value])
    #expect(linked.diagnostics.map(\.code).contains(.quoteNotFound))
    let finding = try #require(linked.value.changedTexts(in: [changed.value]).first)
    #expect(finding.code == .textChanged)
    #expect(finding.message.contains("2 gone") || finding.message.contains("1 gone"))
    #expect(finding.notes.contains { $0.message.contains("moved from 3 to") })
    #expect(finding.place?.line == 2)
  }

  @Test func anUnknownSourceIsRefused() throws {
    var editor = try DossierEditor(text: dossier)
    #expect(throws: EditError.self) { try editor.anchor(["heralt"], allPositions: false, digest: \.digest) }
  }
}
