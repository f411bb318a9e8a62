import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// Files that are saved with an edit.
@Suite struct AttachmentTests {
  private func added(_ editor: inout DossierEditor, text: String = "The ferry sails again.") throws {
    editor.attach(Attachment(path: "texts/log.txt", bytes: Array(text.utf8)))
    _ = try editor.add(
      Source.schema.form,
      [("id", "log"), ("title", "Log"), ("text", "texts/log.txt")].map { Assignment($0.0, .text($0.1)) })
  }

  private func inDossier(_ work: (URL) throws -> Void) throws {
    try inTemporaryFolder { folder in
      try Data("states:\n  arvane: { name: Arvane }\n".utf8).write(to: folder.appendingPathComponent("d.yaml"))
      try work(folder)
    }
  }

  @Test func theTextIsKnownBeforeItIsSaved() throws {
    try inDossier { folder in
      var editor = try DossierEditor(reading: folder.path)
      try added(&editor)
      #expect(editor.newFindings == [])
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("texts").path))
      try editor.save()
      let again = try DossierEditor(reading: folder.path)
      #expect(again.dossiers.value.flatMap(\.sources).first?.value.text?.text == "The ferry sails again.")
    }
  }

  @Test func anExistingFileIsNotOverwrittenAndNothingElseIsWritten() throws {
    try inDossier { folder in
      let texts = folder.appendingPathComponent("texts")
      try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
      try Data("old".utf8).write(to: texts.appendingPathComponent("log.txt"))
      var editor = try DossierEditor(reading: folder.path)
      try added(&editor)
      editor.attach(Attachment(path: "texts/log.pdf", bytes: [1]))
      #expect(throws: EditError.self) { try editor.save() }
      #expect(try String(contentsOf: texts.appendingPathComponent("log.txt"), encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: texts.path) == ["log.txt"])
      #expect(try !String(contentsOf: folder.appendingPathComponent("d.yaml"), encoding: .utf8).contains("log"))
    }
  }

  @Test func attachmentsAreRemovedWhereTheDossierCannotBeSaved() throws {
    try inDossier { folder in
      var editor = try DossierEditor(reading: folder.path)
      try added(&editor)
      try Data("states:\n  belmar: { name: Belmar }\n".utf8).write(to: folder.appendingPathComponent("d.yaml"))
      #expect(throws: EditError.self) { try editor.save() }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("texts/log.txt").path))
    }
  }
}
