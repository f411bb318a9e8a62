import DyadCore
import DyadEditing
import DyadFormats
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

/// The patches of edits, by which a workbench undoes them.
@Suite struct PatchTests {
  private static let text = """
    states:
      arvane: { name: Arvane }
      belmar: { name: Belmar }

    events:
      quay:
        on: 2014
        what: The quay opens
        type: AGREE
        actors: [arvane]
      ferry:
        on: 2015
        what: The ferry sails
        type: AGREE
        actors: [belmar]

    """

  private func dossier(_ folder: URL, _ text: String = PatchTests.text) throws -> String {
    let file = folder.appendingPathComponent("ties.yaml")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Edits, saves, and returns the patches.
  private func patches(_ path: String, _ edit: (inout DossierEditor) throws -> Void) throws
    -> [DossierEditor.FilePatch]
  {
    var editor = try DossierEditor(reading: path)
    try edit(&editor)
    try editor.save()
    return editor.patches
  }

  private func apply(_ patches: [DossierEditor.FilePatch], _ path: String) throws {
    var editor = try DossierEditor(reading: path)
    try editor.apply(patches)
    try editor.check()
    try editor.save()
  }

  @Test func anEditIsUndoneAndMadeAgain() throws {
    try inTemporaryFolder { folder in
      let path = try dossier(folder)
      let patches = try patches(path) { _ = try $0.rename("arvane", to: "arvania") }
      let edited = try text(path)
      try apply(patches.map(\.reversed), path)
      #expect(try text(path) == PatchTests.text)
      try apply(patches, path)
      #expect(try text(path) == edited)
    }
  }

  @Test func anEditIsUndoneBesideTheChangesOfOthers() throws {
    try inTemporaryFolder { folder in
      let path = try dossier(folder)
      let patches = try patches(path) { _ = try $0.edit("quay", ["what=The pier opens"]) }
      let others = try text(path).replacing("on: 2015", with: "on: 2016").replacing("states:", with: "# mine\nstates:")
      try Data(others.utf8).write(to: URL(fileURLWithPath: path))
      try apply(patches.map(\.reversed), path)
      #expect(try text(path) == others.replacing("The pier opens", with: "The quay opens"))
    }
  }

  @Test func anUndoOfWhatWasChangedSinceIsRefusedWithItsLine() throws {
    try inTemporaryFolder { folder in
      let path = try dossier(folder)
      let patches = try patches(path) { _ = try $0.edit("quay", ["what=The pier opens"]) }
      let others = try text(path).replacing("The pier opens", with: "The harbour opens")
      try Data(others.utf8).write(to: URL(fileURLWithPath: path))
      do throws(EditError) {
        var editor = try DossierEditor(reading: path)
        try editor.apply(patches.map(\.reversed))
        Issue.record("applied")
      } catch {
        #expect(error.description == "\(path):8: the lines here were changed since")
      }
      #expect(try text(path) == others)
    }
  }

  @Test func aFileThatAnEditMakesGoesWithItsUndo() throws {
    try inTemporaryFolder { folder in
      try Data("states:\n  a: { name: A }\n".utf8).write(to: folder.appendingPathComponent("states.yaml"))
      try Data("groups:\n  b: { name: B }\n".utf8).write(to: folder.appendingPathComponent("groups.yaml"))
      let patches = try patches(folder.path) { _ = try $0.add("source", ["id=herald", "title=Herald"]) }
      #expect(patches.map(\.file) == ["sources.yaml"] && patches[0].isNew)
      let made = folder.appendingPathComponent("sources.yaml").path
      #expect(FileManager.default.fileExists(atPath: made))
      try apply(patches.map(\.reversed), folder.path)
      #expect(!FileManager.default.fileExists(atPath: made))
      try apply(patches, folder.path)
      #expect(try text(made).contains("herald"))
      // What others added to the file stays.
      try Data((text(made) + "places:\n  c: { name: C }\n").utf8).write(to: URL(fileURLWithPath: made))
      try apply(patches.map(\.reversed), folder.path)
      #expect(try text(made) == "places:\n  c: { name: C }\n")
    }
  }

  @Test(arguments: ["../x.yaml", "/tmp/x.yaml", "a/../../x.yaml", ".x.yaml", "x.txt", ""])
  func aPatchMakesNoFileElsewhere(name: String) throws {
    try inTemporaryFolder { folder in
      try Data("states:\n  a: { name: A }\n".utf8).write(to: folder.appendingPathComponent("states.yaml"))
      var editor = try DossierEditor(reading: folder.path)
      let patch = TextPatch(from: [], to: Array("groups:\n  b: { name: B }\n".utf8))
      #expect(throws: EditError.self) {
        try editor.apply([DossierEditor.FilePatch(file: name, patch: patch, isNew: true, isRemoval: false)])
      }
      #expect(!editor.isChanged)
    }
  }

  @Test(arguments: 0..<2, Layout.allCases) func anyEditOfAnyDossierIsUndone(seed: Int, layout: Layout) throws {
    let editor = try DossierEditor(text: layout.applied(to: anyText(seed: seed)))
    let ids = try graph(editor).claims
    var random = Seeded(seed)
    for _ in 0..<12 {
      guard let id = ids.randomElement(using: &random) else { continue }
      var edited = editor
      switch Int.random(in: 0..<3, using: &random) {
      case 0: guard (try? edited.edit(id, ["note=Undone: “later”"])) != nil else { continue }
      case 1: guard (try? edited.remove(id, withReferences: true)) != nil else { continue }
      default: guard (try? edited.rename(id, to: "another-id")) != nil else { continue }
      }
      let after = edited.saved(as: edited.edited)
      #expect(!after.isChanged)
      var undone = after
      try undone.apply(edited.patches.map(\.reversed))
      #expect(undone.text == editor.text, "\(id), seed \(seed)")
    }
  }
}
