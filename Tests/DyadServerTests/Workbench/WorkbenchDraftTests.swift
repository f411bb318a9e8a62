import DyadCore
import DyadEditing
import DyadProposals
import DyadSyntax
import DyadTestSupport
import Foundation
import Synchronization
import Testing

import DyadServer
/// Drafts in a workbench: listed, corrected, accepted and rejected, and proposed beside other work.
@Suite struct WorkbenchDraftTests {
  private func bench(_ work: (Bench) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in try await work(try Bench(in: folder)) }
  }

  @Test func aDraftThatLacksKeysIsListedAndNotAccepted() async throws {
    try await inTemporaryFolder { folder in
      let drafts = folder.appendingPathComponent("ferry.drafts.yaml")
      let text = "events:\n  ferry: { draft: true, what: The ferry, cite: { herald: The ferry sails again } }\n"
      try Data(text.utf8).write(to: drafts)
      let bench = try Bench(in: folder)
      let listed = try #require(await bench.workbench.drafts(of: "herald")["drafts"]?.array)
      #expect(listed.map { $0["label"] } == ["The ferry"])
      #expect(listed[0]["quote"] == "The ferry sails again" && listed[0]["start"]?.number == 65)
      let reply = try Bench.Reply(await bench.workbench.decide(["ferry"], accepting: true))
      #expect(reply.status == .refused && reply.json.text().contains("needs 'on', 'type'"), "\(reply.json.text())")
      #expect(bench.text == Bench.text)
    }
  }

  private static let draft = """
    events:
      ferry: { draft: true, on: 2014-05-03, what: The ferry sails, type: AGREE, actors: [arvane], recipients: [belmar],
        cite: { herald: The ferry sails again }, note: a rule }

    """

  @Test func draftsAreListedAcceptedAndRejected() async throws {
    try await inTemporaryFolder { folder in
      let drafts = folder.appendingPathComponent("ferry.drafts.yaml")
      try Data(WorkbenchDraftTests.draft.utf8).write(to: drafts)
      let bench = try Bench(in: folder)
      let listed = try #require(await bench.workbench.drafts(of: "herald")["drafts"]?.array)
      #expect(listed.map { $0["id"] } == ["ferry"] && listed[0]["label"] == "The ferry sails")
      #expect(listed[0]["quote"] == "The ferry sails again" && listed[0]["start"]?.number == 65)
      #expect(await bench.workbench.drafts(of: "another")["drafts"] == [])
      #expect(try await bench.state()["claims"]?["ferry"] == nil)
      let accepted = try Bench.Reply(await bench.workbench.decide(["ferry"], accepting: true))
      #expect(accepted.status == .ok && accepted.json["ids"] == ["ferry"], "\(accepted.json.text())")
      #expect(bench.text.contains("The ferry sails") && !bench.text.contains("draft"))
      #expect(try await bench.undo().status == .ok)
      #expect(bench.text == Bench.text)
      #expect(try String(contentsOf: drafts, encoding: .utf8) == WorkbenchDraftTests.draft)
      #expect(try Bench.Reply(await bench.workbench.decide(["ferry"], accepting: false)).status == .ok)
      #expect(await bench.workbench.drafts(of: nil)["drafts"] == [])
      #expect(try Bench.Reply(await bench.workbench.decide(["ferry"], accepting: true)).status == .refused)
      #expect(bench.text == Bench.text)
    }
  }

  @Test func theUndoOfARejectionBringsTheDraftBackAndForgetsIt() async throws {
    try await inTemporaryFolder { folder in
      let drafts = folder.appendingPathComponent("ferry.drafts.yaml")
      try Data(WorkbenchDraftTests.draft.utf8).write(to: drafts)
      let bench = try Bench(in: folder)
      _ = await bench.workbench.decide(["ferry"], accepting: false)
      let list = try String(contentsOf: drafts, encoding: .utf8)
      #expect(list.contains("rejected:") && list.contains("quote: The ferry sails again") && !list.contains("draft"))
      #expect(try await bench.undo().status == .ok)
      #expect(try String(contentsOf: drafts, encoding: .utf8) == WorkbenchDraftTests.draft)
      #expect(try await bench.redo().status == .ok)
      #expect(try String(contentsOf: drafts, encoding: .utf8) == list)
    }
  }

  @Test func acceptingTheLastDraftRemovesItsFileAndTheUndoBringsItBack() async throws {
    try await inTemporaryFolder { folder in
      let drafts = folder.appendingPathComponent("ferry.drafts.yaml")
      try Data(WorkbenchDraftTests.draft.utf8).write(to: drafts)
      let bench = try Bench(in: folder)
      _ = await bench.workbench.decide(["ferry"], accepting: true)
      #expect(!FileManager.default.fileExists(atPath: drafts.path))
      #expect(try await bench.undo().status == .ok)
      #expect(try String(contentsOf: drafts, encoding: .utf8) == WorkbenchDraftTests.draft)
      #expect(try await bench.redo().status == .ok)
      #expect(!FileManager.default.fileExists(atPath: drafts.path))
    }
  }

  @Test func aDraftIsAcceptedAndCorrectedInOneEdit() async throws {
    try await inTemporaryFolder { folder in
      let drafts = folder.appendingPathComponent("ferry.drafts.yaml")
      try Data(WorkbenchDraftTests.draft.utf8).write(to: drafts)
      let bench = try Bench(in: folder)
      let edits = #"{"verb": "accept", "id": "ferry"}, {"verb": "edit", "id": "ferry", "keys": {"on": "2014-05-04"}}"#
      let reply = try await bench.edit(edits, version: 1)
      #expect(reply.status == .ok && reply.json["ids"] == ["ferry"], "\(reply.json.text())")
      #expect(bench.text.contains("on: 2014-05-04") && !bench.text.contains("draft"))
      #expect(try await bench.undo().status == .ok)
      #expect(bench.text == Bench.text)
      // A draft that somebody changed meanwhile is not what the author saw.
      let changed = WorkbenchDraftTests.draft.replacing("The ferry sails,", with: "The ferry leaves,")
      try Data(changed.utf8).write(to: drafts)
      try bench.save(Bench.text + "# changed\n")
      #expect(try await bench.edit(edits, version: 3).status == .conflict)
    }
  }

  /// Reading a text may take long; the page asks for other things meanwhile.
  @Test func othersAreAnsweredAndEditsAreMadeWhileATextIsRead() async throws {
    try await inTemporaryFolder { folder in
      let proposer = SlowProposer()
      let bench = try Bench(in: folder, proposer: proposer)
      async let proposed = bench.workbench.propose(from: "herald")
      while !proposer.isStarted { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await bench.edit(WorkbenchEditTests.pier).status == .ok)
      proposer.finish()
      #expect(try Bench.Reply(await proposed).status == .ok)
      #expect(!proposer.isTooLate && bench.text.contains("The pier opens"))
      #expect(await bench.workbench.drafts(of: "herald")["drafts"]?.array?.count == 1)
    }
  }

  /// Finds a claim after the test has told it to, or after half a minute.
  private final class SlowProposer: Proposer {
    private let end = DispatchSemaphore(value: 0)
    private let state = Mutex((isStarted: false, isTooLate: false))

    var isStarted: Bool { state.withLock { $0.isStarted } }
    var isTooLate: Bool { state.withLock { $0.isTooLate } }
    func finish() { end.signal() }

    func proposals(for request: ProposalRequest) throws(ProposalError) -> ProposalAnswer {
      state.withLock { $0.isStarted = true }
      if end.wait(timeout: .now() + 30) == .timedOut { state.withLock { $0.isTooLate = true } }
      let record: YAMLValue = .mapping([
        YAMLValue.Member("on", .text("2014")), YAMLValue.Member("what", .text("The ferry sails")),
        YAMLValue.Member("type", .text("AGREE")), YAMLValue.Member("actors", .list([.text("arvane")])),
      ])
      return ProposalAnswer([
        Proposal(
          kind: "event", record: record, source: request.source.id, quote: "The ferry sails again", rule: "a test",
          score: 1)
      ])
    }
  }

  @Test func proposalsBecomeDraftsAndTheirUndoRemovesTheFile() async throws {
    try await bench { bench in
      let drafts = bench.folder.appendingPathComponent("ferry.drafts.yaml").path
      let text = bench.text.replacing("The ferry sails again.", with: "Arvane accused Belmar of smuggling on 1 May.")
      try bench.save(text)
      let reply = try Bench.Reply(await bench.workbench.propose(from: "herald"))
      #expect(reply.status == .ok && reply.json["ids"]?.array?.isEmpty == false, "\(reply.json.text())")
      #expect(bench.text == text)
      let listed = try #require(await bench.workbench.drafts(of: "herald")["drafts"]?.array)
      #expect(
        listed.contains {
          $0["record"]?["type"] == "ACCUSE" && $0["score"]?.number != nil && $0["start"]?.number != nil
        })
      #expect(try Bench.Reply(await bench.workbench.propose(from: "nobody")).status == .refused)
      #expect(try await bench.undo().status == .ok)
      #expect(!FileManager.default.fileExists(atPath: drafts) && bench.text == text)
    }
  }

  // MARK: Others
}
