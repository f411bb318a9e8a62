import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport

extension FuzzTarget {
  static let edits: [FuzzTarget] = [
    FuzzTarget(
      name: "format", law: "a formatted dossier has the same records, and is formatted",
      seeds: { (0..<3).map { GraphLaws.dossier.bytes(of: everything(seed: $0)) } }
    ) { bytes in
      guard let text = String(validating: bytes, as: UTF8.self), var editor = try? DossierEditor(text: text) else {
        return
      }
      guard (try? editor.format()) != nil else { return }
      let once = editor.text
      guard var again = try? DossierEditor(text: once) else { fatalError("refused:\n\(once)") }
      guard (try? again.format()) != nil else { fatalError("not formatted again:\n\(once)") }
      require(again.text == once, "formatted twice:\n\(once)\n----\n\(again.text)")
    },
    FuzzTarget(
      name: "cursor", law: "a place of the cursor is within the text",
      seeds: { (0..<3).map { GraphLaws.dossier.bytes(of: everything(seed: $0)) } }
    ) { bytes in
      for place in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 8)) {
        guard let cursor = YAMLCursor(in: bytes, at: place) else { continue }
        require(cursor.word.lowerBound >= 0 && cursor.word.upperBound <= bytes.count, "\(cursor.word)")
        require(cursor.written.upperBound <= bytes.count, "\(cursor.written)")
      }
    },
  ]
}

/// A small dossier to which something is added.
enum EditedDossier {
  static let text = """
    dossier: Ties
    sources:
      gazette: { title: Gazette, url: "https://example.org/", published: 2025-05-26, text: gazette.txt }
    states:
      pakistan: { name: Pakistan, codes: { wikidata: Q843 } }
      afghanistan: { name: Afghanistan }
    officials:
      dar: { name: Ishaq Dar, serves: pakistan, offices: [{ title: Foreign minister, during: 2024-03-11/.. }] }
    relations:
      ties:
        between: [pakistan, afghanistan]
        kind: ties
        phases:
          - { during: 2021-08/2025-04, reads: Tension, tone: -4, cite: { gazette: Tension grew } }
          - { during: 2025-04-19/.., reads: A thaw, tone: 4 }
    events:
      visit: { on: 2025-04-19, what: Dar visits Kabul, type: CONSULT, actors: [dar], recipients: [afghanistan] }

    """
  /// The text of its source.
  static let words =
    "Tension grew in 2023. Foreign minister Dar visited Kabul on 19 April 2025, and praised Afghanistan.\n"
  /// The same without the file of the text.
  private static let alone = text.replacing(", text: gazette.txt", with: "")
  static var empty: DossierEditor? { try? DossierEditor(text: alone) }

  /// The dossier beside drafts, with the text of its source.
  static func withDrafts(_ drafts: String) -> DossierEditor? {
    let folder = ScratchFolder.drafts
    _ = folder.file("gazette.txt", words.utf8)
    let path = "\(folder.path)/ties.yaml"
    let other = drafts.isEmpty ? [] : [(file: "\(folder.path)/ties.drafts.yaml", text: drafts)]
    return try? DossierEditor(path, isFolder: false, texts: [(file: path, text: text)] + other)
  }

  static let graph = KnowledgeGraph.linking([DossierReader.read(text: alone, file: "t.yaml").value]).value
  static let source = given(graph.sources["gazette"])
}

extension ScratchFolder {
  fileprivate static let drafts = ScratchFolder("drafts")
}

extension DossierEditor {
  /// The text of a dossier of one file.
  var text: String { texts.first?.text ?? "" }
}

extension GraphLaws {
  /// An edited dossier has no errors.
  static func isValid(_ editor: DossierEditor) {
    let read = DossierReader.read(text: editor.text, file: "t.yaml")
    require(read.errors.isEmpty, "\(read.errors)\n\(editor.text)")
    let linked = KnowledgeGraph.linking([read.value])
    require(linked.errors.isEmpty, "\(linked.errors)\n\(editor.text)")
  }
}
