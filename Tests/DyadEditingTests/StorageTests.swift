import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// Files are saved all or none, and never over the changes of others.
@Suite struct StorageTests {
  private static let events = "events:\n  quay: { on: 2014, what: Q, type: AGREE, actors: [a] }\n"
  private static let states = "states:\n  a: { name: A }\n"

  private func dossier(_ folder: URL) throws -> String {
    try Data(StorageTests.events.utf8).write(to: folder.appendingPathComponent("events.yaml"))
    try Data(StorageTests.states.utf8).write(to: folder.appendingPathComponent("states.yaml"))
    return folder.path
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func allFilesOfAnEditAreWritten() throws {
    try inTemporaryFolder { folder in
      var editor = try DossierEditor(reading: try dossier(folder))
      _ = try editor.rename("a", to: "alpha")
      try editor.save()
      #expect(try text(folder, "events.yaml").contains("actors: [alpha]"))
      #expect(try text(folder, "states.yaml") == "states:\n  alpha: { name: A, was: a }\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test(arguments: ["events.yaml", "states.yaml"]) func aFileThatWasChangedMeanwhileIsNotOverwritten(name: String)
    throws
  {
    try inTemporaryFolder { folder in
      var editor = try DossierEditor(reading: try dossier(folder))
      _ = try editor.rename("a", to: "alpha")
      let mine = (name == "events.yaml" ? StorageTests.events : StorageTests.states) + "# mine\n"
      try Data(mine.utf8).write(to: folder.appendingPathComponent(name))
      do throws(EditError) {
        try editor.save()
        Issue.record("saved")
      } catch {
        guard case .changed(let file) = error else { throw error }
        #expect(file.hasSuffix(name))
      }
      #expect(try text(folder, name) == mine)
      let other = name == "events.yaml" ? "states.yaml" : "events.yaml"
      #expect(try text(folder, other) == (name == "events.yaml" ? StorageTests.states : StorageTests.events))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  /// A folder in the place of the second file keeps it from being written when the first one is already.
  @Test func theFirstFileIsPutBackWhereTheSecondCannotBeWritten() throws {
    try inTemporaryFolder { folder in
      var editor = try DossierEditor(reading: try dossier(folder))
      _ = try editor.edit("a", ["short=Aa"])
      _ = try editor.add("source", ["title=Herald"])
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("sources.yaml"), withIntermediateDirectories: false)
      do throws(EditError) {
        try editor.save()
        Issue.record("saved")
      } catch {
        guard case .environment(let message) = error else { throw error }
        #expect(message.contains("sources.yaml"))
      }
      #expect(try text(folder, "states.yaml") == StorageTests.states)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["events.yaml", "sources.yaml", "states.yaml"])
    }
  }

  @Test func aFileThatAppearedMeanwhileIsNotOverwritten() throws {
    try inTemporaryFolder { folder in
      var editor = try DossierEditor(reading: try dossier(folder))
      _ = try editor.add("source", ["title=Herald"])
      try Data("mine".utf8).write(to: folder.appendingPathComponent("sources.yaml"))
      #expect(throws: EditError.self) { try editor.save() }
      #expect(try text(folder, "sources.yaml") == "mine")
    }
  }

  /// Twelve writers at once: each one that was not refused is in the file.
  @Test func writersAtOnceLoseNothing() async throws {
    try await inTemporaryFolder { folder in
      let path = try dossier(folder)
      let saved = await withTaskGroup(of: String?.self) { group in
        for number in 0..<12 {
          group.addTask {
            do {
              var editor = try DossierEditor(reading: path)
              _ = try editor.add("event", ["id=e\(number)", "on=20\(10 + number)", "what=E", "type=AGREE"])
              try editor.save()
              return "e\(number)"
            } catch { return nil }
          }
        }
        return await group.reduce(into: [String]()) { all, one in if let one { all.append(one) } }
      }
      let editor = try DossierEditor(reading: path)
      let found = Set(try graph(editor).events.keys.map(\.text)).subtracting(["quay"])
      #expect(found == Set(saved) && !saved.isEmpty)
    }
  }

  @Test func aNewSectionOfAFolderIsANewFile() throws {
    try inTemporaryFolder { folder in
      var editor = try DossierEditor(reading: try dossier(folder))
      _ = try editor.add("source", ["title=Herald"])
      _ = try editor.add("place", ["name=Port", "of=a"])
      try editor.save()
      #expect(try text(folder, "sources.yaml") == "sources:\n  herald:\n    title: Herald\n")
      #expect(
        try text(folder, "states.yaml") == StorageTests.states + "\nplaces:\n  port:\n    name: Port\n    of: a\n")
      #expect(try text(folder, "events.yaml") == StorageTests.events)
    }
  }

  @Test func permissionsAndLinksStay() throws {
    try inTemporaryFolder { folder in
      let (real, link) = (folder.appendingPathComponent("real.yml"), folder.appendingPathComponent("ties.yaml"))
      try Data(StorageTests.states.utf8).write(to: real)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
      var editor = try DossierEditor(reading: link.path)
      _ = try editor.edit("a", ["short=Aa"])
      try editor.save()
      #expect(try String(contentsOf: real, encoding: .utf8) == "states:\n  a: { name: A, short: Aa }\n")
      let attributes = try FileManager.default.attributesOfItem(atPath: real.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil)
    }
  }
}
