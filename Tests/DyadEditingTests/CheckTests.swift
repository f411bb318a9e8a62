import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// An edited text is checked before it is written.
@Suite struct CheckTests {
  @Test func whatWouldNotCheckIsRefusedAndWhatWasWrongBeforeIsNot() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("dossier.yaml")
      let text = """
        states:
          a: { name: A }
        events:
          quay: { on: 2014, what: Q, type: AGREE, actors: [a] }
          mole: { on: 2015, what: M, type: BUILD, actors: [a] }

        """
      try Data(text.utf8).write(to: file)
      var editor = try DossierEditor(reading: file.path)
      _ = try editor.rename("a", to: "alpha")
      #expect(throws: Never.self) { try editor.check() }
      _ = try editor.edit("quay", Assignment.all(["type=BUILT"], for: editor.form(of: "quay")))
      #expect(throws: EditError.self) { try editor.check() }
      #expect(editor.newFindings.contains { $0.severity == .error })
    }
  }
}
