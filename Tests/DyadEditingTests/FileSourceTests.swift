import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// The source that a file names once for its citations.
@Suite struct FileSourceTests {
  /// A folder with sources, and two files that name one of them at their heads.
  private func inFolder(_ work: (DossierEditor) throws -> Void) throws {
    let files = [
      "sources.yaml": "sources:\n  herald: { title: H, content: Arvane grows. }\n  mirror: { title: M }\n",
      "states.yaml": """
      source: herald   # for all states

      states:
        arvane: { name: Arvane, cite: Arvane grows. }
        belmar: { name: Belmar, cite: [{ quote: Arvane grows., speaker: arvane }] }

      """,
      "groups.yaml": "source: \"herald\"\ngroups:\n  corvo: { name: Corvo, cite: { mirror: Corvo } }\n",
    ]
    try inTemporaryFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      try work(DossierEditor(reading: folder.path))
    }
  }

  @Test func renamingASourceRenamesItAtTheHeadsOfFiles() throws {
    try inFolder { editor in
      var edited = editor
      let report = try edited.rename("herald", to: "courier")
      #expect(throws: Never.self) { try edited.check() }
      #expect(edited.text.contains("source: courier   # for all states"))
      #expect(report[0].hasSuffix("renamed source 'herald' to 'courier', with 2 references"))
      #expect(report.count { $0.hasSuffix("the file, source") } == 2)
      let graph = try graph(edited)
      #expect(graph.entities["arvane"]?.evidence.citations == [Citation(of: "courier", quote: "Arvane grows.")])
      #expect(graph.entities["belmar"]?.evidence.citations.map(\.source) == ["courier"])
      _ = try edited.rename("courier", to: "herald")
      #expect(edited.text == editor.text)
      _ = try edited.rename("mirror", to: "glass")
      #expect(edited.text == editor.text.replacing("mirror", with: "glass"))
    }
  }

  @Test func removingASourceIsRefusedWhileAFileNamesIt() throws {
    try inFolder { editor in
      var edited = editor
      let error = #expect(throws: EditError.self) { try edited.remove("herald") }
      #expect(error?.description.contains("states.yaml:1:9: the file, source") == true)
      #expect(edited.text == editor.text)
    }
  }
}
