import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

import DyadServer

/// Edits of a workbench: what is done, what is refused, and what happens beside others.
@Suite struct WorkbenchEditTests {
  private func bench(_ text: String? = Bench.text, _ work: (Bench) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in try await work(try Bench(in: folder, text)) }
  }

  static let pier = #"{"verb": "edit", "id": "quay", "keys": {"what": "The pier opens"}}"#

  @Test func anEditChangesItsLineAndNothingElse() async throws {
    try await bench { bench in
      let reply = try await bench.edit(WorkbenchEditTests.pier)
      #expect(reply.status == .ok && reply.json["ids"] == ["quay"])
      #expect(bench.text == Bench.text.replacing("The quay opens", with: "The pier opens"))
      #expect(reply.json["undo"] == "Undo: changed event 'quay'" && reply.json["redo"] == .null)
    }
  }

  @Test func aNewEntityAndTheEventThatNamesItAreOneEdit() async throws {
    try await bench { bench in
      let reply = try await bench.edit(
        #"""
        {"verb": "add", "kind": "entity", "record": {"kind": "group", "name": "Free Coast"}},
        {"verb": "add", "kind": "event", "record": {"on": "2014-05-03", "what": "The ferry sails", "type": "AGREE",
          "actors": ["@1", "belmar"], "cite": [{"source": "herald", "quote": "The ferry sails again"}]}}
        """#)
      #expect(reply.json["ids"] == ["free-coast", "ferry-sails"])
      #expect(bench.text.contains("    actors: [free-coast, belmar]\n    cite: { herald: The ferry sails again }"))
      _ = try await bench.undo()
      #expect(bench.text == Bench.text)
      #expect(try await bench.redo().status == .ok)
      #expect(bench.text.contains("free-coast"))
    }
  }

  @Test func theVerbsOfAUserAreDone() async throws {
    try await bench { bench in
      for (edit, expected) in [
        (
          #"{"verb": "cite", "id": "quay", "cite": {"source": "herald", "quote": "at last", "stance": "denies"}}"#,
          "stance: denies"
        ),
        (#"{"verb": "close", "id": "marrow/arvane/minister/2011/..", "on": "2015"}"#, "during: 2011/2015"),
        (
          #"{"verb": "split", "id": "ties_2010_..", "on": "2014-05", "keys": {"reads": "close"}}"#,
          "during: 2014-05/.., reads: close"
        ),
        (#"{"verb": "rename", "id": "belmar", "to": "belmaria"}"#, "recipients: [belmaria]"),
        (
          #"{"verb": "add", "kind": "holding", "record": {"official": "marrow", "title": "Envoy", "during": "2016/.."}}"#,
          "title: Envoy"
        ),
        (
          #"{"verb": "add", "kind": "phase", "record": {"relation": "ties", "during": "2001/2009", "tone": -2}}"#,
          "during: 2001/2009"
        ),
        (#"{"verb": "remove", "id": "quay"}"#, "reads: close"),
      ] {
        let reply = try await bench.edit(edit)
        #expect(reply.status == .ok, "\(edit): \(reply.json.text())")
        #expect(bench.text.contains(expected), "\(edit): \(bench.text)")
      }
      for _ in 0..<7 { #expect(try await bench.undo().status == .ok) }
      #expect(bench.text == Bench.text)
      #expect(try await bench.undo().status == .conflict)
    }
  }

  @Test func whatWouldNotCheckIsRefusedWithItsPlace() async throws {
    try await bench { bench in
      let reply = try await bench.edit(
        WorkbenchEditTests.pier + #", {"verb": "edit", "id": "quay", "keys": {"actors": ["nobody"], "on": "soon"}}"#)
      #expect(reply.status == .refused)
      let findings = try #require(reply.json["diagnostics"]?.array)
      #expect(findings.compactMap { $0["code"]?.string } == ["bad-date", "unknown-id"])
      #expect(findings.allSatisfy { $0["line"]?.number ?? 0 > 20 })
      #expect(bench.text == Bench.text)
      #expect(try await bench.undo().status == .conflict)
    }
  }

  @Test(arguments: [
    #"{"verb": "fly"}"#, #"{"id": "quay"}"#, #"{"verb": "edit", "id": "quay"}"#,
    #"{"verb": "edit", "id": "nobody", "keys": {}}"#,
    #"{"verb": "close", "id": "quay", "on": "x"}"#, #"{"verb": "add", "kind": "spaceship", "record": {}}"#,
    #"{"verb": "add", "kind": "event"}"#, #"{"verb": "cite", "id": "quay", "cite": {}}"#,
    #"{"verb": "remove", "id": "belmar"}"#,
    #"{"verb": "edit", "id": "@7", "keys": {"what": "x"}}"#,
    #"{"verb": "edit", "id": ["quay"], "keys": {"what": "x"}}"#,
    #"{"verb": "edit", "id": "quay", "keys": {"what": "\u0000"}}"#, #"{"verb": "edit", "id": "quay", "keys": ["x"]}"#,
  ]) func aWrongEditIsRefused(edit: String) async throws {
    try await bench { bench in
      let reply = try await bench.edit(edit)
      #expect(reply.status == .refused)
      #expect(bench.text == Bench.text)
    }
  }

  @Test func whatWasUndoneCannotBeMadeAgainAfterAnotherEdit() async throws {
    try await bench { bench in
      let add = #"{"verb": "add", "kind": "state", "record": {"name": "NAME"}}"#
      _ = try await bench.edit(add.replacing("NAME", with: "Corvane"))
      #expect(try await bench.undo().status == .ok)
      let other = try await bench.edit(add.replacing("NAME", with: "Dorvane"))
      #expect(other.status == .ok && other.json["redo"] == .null)
      #expect(try await bench.redo().status != .ok)
      #expect(bench.text.contains("Dorvane") && !bench.text.contains("Corvane"))
    }
  }

  @Test func anEditIsMadeInWhatAnEditorSavedMeanwhile() async throws {
    try await bench { bench in
      let mine = Bench.text.replacing("name: Belmar", with: "name: Kingdom of Belmar")
      try bench.save(mine)
      #expect(try await bench.edit(WorkbenchEditTests.pier, version: 1).status == .ok)
      #expect(bench.text == mine.replacing("The quay opens", with: "The pier opens"))
    }
  }

  @Test func aValueThatAnEditorChangedMeanwhileIsNotReplaced() async throws {
    try await bench { bench in
      let mine = Bench.text.replacing("The quay opens", with: "The harbour opens")
      try bench.save(mine)
      let reply = try await bench.edit(WorkbenchEditTests.pier, version: 1)
      #expect(reply.status == .conflict && reply.json["key"] == "what" && reply.json["now"] == "The harbour opens")
      #expect(bench.text == mine)
      // Whoever has seen it may replace it.
      #expect(try await bench.edit(WorkbenchEditTests.pier, version: 2).status == .ok)
    }
  }

  @Test func aRecordThatWentMeanwhileIsAConflict() async throws {
    try await bench { bench in
      try bench.save(Bench.text.replacing("  quay:", with: "  pier:"))
      let reply = try await bench.edit(WorkbenchEditTests.pier, version: 1)
      #expect(reply.status == .conflict && reply.json["id"] == "quay")
      #expect(try await bench.edit(WorkbenchEditTests.pier, version: 2).status == .refused)
    }
  }

  @Test func anUndoOfWhatAnEditorChangedIsRefusedAndCanBeDropped() async throws {
    try await bench { bench in
      _ = try await bench.edit(#"{"verb": "edit", "id": "belmar", "keys": {"note": "first"}}"#)
      _ = try await bench.edit(WorkbenchEditTests.pier)
      let mine = bench.text.replacing("The pier opens", with: "The harbour opens")
      try bench.save(mine)
      let reply = try await bench.undo()
      #expect(reply.status == .conflict)
      #expect(reply.json["conflict"]?.string?.contains("ferry.yaml:") == true, "\(reply.json.text())")
      #expect(bench.text == mine)
      #expect(try await bench.undo(drop: true).status == .ok)
      #expect(bench.text == mine)
      #expect(try await bench.undo().status == .ok)
      #expect(bench.text == Bench.text.replacing("The quay opens", with: "The harbour opens"))
    }
  }

  @Test func anUndoAfterWhichTheDossierWouldHaveErrorsIsRefused() async throws {
    try await bench { bench in
      _ = try await bench.edit(#"{"verb": "add", "kind": "entity", "record": {"kind": "group", "name": "Front"}}"#)
      let mine = bench.text.replacing("actors: [arvane]", with: "actors: [front]")
      try bench.save(mine)
      let reply = try await bench.undo()
      #expect(reply.status == .conflict && reply.json["diagnostics"]?.array?.count == 1)
      #expect(bench.text == mine)
    }
  }

  @Test func filesThatCannotBeReadAreNotEdited() async throws {
    try await bench { bench in
      let broken = Bench.text + "  : ["
      try bench.save(broken)
      let reply = try await bench.edit(WorkbenchEditTests.pier)
      #expect(reply.status == .refused && reply.json["diagnostics"]?.array?.isEmpty == false)
      let state = try await bench.state()
      #expect(state["problems"]?.array?.isEmpty == false && state["claims"]?["quay"] != nil)
      #expect(bench.text == broken)
      try bench.save(Bench.text)
      #expect(try await bench.edit(WorkbenchEditTests.pier).status == .ok)
    }
  }

  @Test func theHistoryOutlivesTheServerAndIsSharedByTwo() async throws {
    try await bench { bench in
      _ = try await bench.edit(WorkbenchEditTests.pier)
      let other = try Bench(in: bench.folder, nil)
      #expect(try await other.state()["undo"] == "Undo: changed event 'quay'")
      _ = try await other.edit(#"{"verb": "edit", "id": "belmar", "keys": {"note": "second"}}"#)
      #expect(try await bench.state()["undo"] == "Undo: changed state 'belmar'")
      #expect(try await bench.undo().status == .ok)
      #expect(try await other.undo().status == .ok)
      #expect(bench.text == Bench.text)
      #expect(try await bench.redo().status == .ok)
      #expect(bench.text.contains("The pier opens"))
    }
  }

  @Test func anUnchangedDossierHasNoNewVersion() async throws {
    try await bench { bench in
      let before = try await bench.state()["version"]
      try bench.save(Bench.text)
      #expect(try await bench.state()["version"] == before)
      #expect(
        try await bench.edit(#"{"verb": "edit", "id": "quay", "keys": {"what": "The quay opens"}}"#).status == .ok)
      #expect(try await bench.state()["version"] == before)
      #expect(try await bench.state()["undo"] == .null)
    }
  }

  @Test func theDifferenceSinceTheStartIsOneThatPatchReads() async throws {
    try await bench { bench in
      #expect(await bench.workbench.sessionDiff == "")
      _ = try await bench.edit(WorkbenchEditTests.pier)
      #expect(await bench.workbench.sessionDiff.contains("-    what: The quay opens\n+    what: The pier opens\n"))
    }
  }

  @Test func aDamagedHistoryIsAnEmptyOne() async throws {
    try await bench { bench in
      _ = try await bench.edit(WorkbenchEditTests.pier)
      let folder = bench.folder.appendingPathComponent("state/dyad/workbench")
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      let journal = try #require(files.first { $0.pathExtension == "json" })
      let values = try FileManager.default.attributesOfItem(atPath: journal.path)
      #expect((values[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
      try Data("{\"dossier\": 7".utf8).write(to: journal)
      let other = try Bench(in: bench.folder, nil)
      #expect(try await other.undo().status == .conflict)
      #expect(try await other.edit(#"{"verb": "edit", "id": "belmar", "keys": {"note": "x"}}"#).status == .ok)
    }
  }

  @Test func onlyADossierInYAMLIsEdited() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("graph.json")
      try Data("{}".utf8).write(to: file)
      #expect(throws: (any Error).self) { try Workbench(editing: file.path, stamp: { _ in [] }) }
    }
  }

  @Test func anEmptyDossierIsFilled() async throws {
    try await bench("# nothing yet\n") { bench in
      #expect(try await bench.state()["claims"] == .object([:]))
      #expect(
        try await bench.edit(#"{"verb": "add", "kind": "entity", "record": {"kind": "state", "name": "Arvane"}}"#)
          .status == .ok)
      #expect(bench.text == "# nothing yet\nstates:\n  arvane:\n    name: Arvane\n")
      _ = try await bench.undo()
      #expect(bench.text == "# nothing yet\n")
    }
  }
}
