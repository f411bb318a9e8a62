import DyadTestSupport
import Foundation
import Testing

/// The lock of a layout, as a user keeps it beside a dossier.
@Suite struct LockTests {
  private func dossier(_ more: String = "") -> String {
    """
    states:
      arvane: { name: Arvane }
      belmar: { name: Belmar }
      corvo: { name: Corvo }
    relations:
      a: { between: [arvane, belmar], kind: ties, phases: [{ during: 2014/.., reads: close, tone: 4 }] }
      b: { between: [arvane, corvo], kind: trade, phases: [{ during: 2014/.. }] }
    events:
      visit: { on: 2015-01-01, what: Arvane visits Belmar, type: CONSULT, actors: [arvane], recipients: [belmar] }
    \(more)
    """
  }

  private func draw(_ yaml: String, _ arguments: [String], in folder: URL) throws -> Command.Outcome {
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("ferry.yaml"))
    return try Tool.run(
      ["draw", "ferry.yaml", "--between", "arvane", "belmar", "-o", "ties.svg", "--lock", "ties.layout.json"]
        + arguments,
      in: folder)
  }

  private let events = (1...9).map { number in
    "  more-\(number): { on: 2016-0\(number), what: Corvo and Arvane quarrel, type: ACCUSE, actors: [corvo], recipients: [arvane] }"
  }.joined(separator: "\n")

  @Test func positionsAreKeptAndTheMovementIsReported() throws {
    try inTemporaryFolder { folder in
      #expect(try draw(dossier(), [], in: folder).messages.isEmpty)
      let again = try draw(
        dossier(
          "  newcomer: { on: 2016, what: Dorn greets Arvane, type: CONSULT, actors: [arvane], recipients: [arvane] }"),
        [], in: folder)
      #expect(again.status == 0)
      #expect(again.messages.contains("moved: "))
    }
  }

  @Test func moreMovementThanIsAllowedWritesNothing() throws {
    try inTemporaryFolder { folder in
      _ = try draw(dossier(), [], in: folder)
      let lock = folder.appendingPathComponent("ties.layout.json")
      let before = try String(contentsOf: lock, encoding: .utf8)
      // A figure moved by hand in the file: it cannot overlap another.
      let moved = before.replacing(#/"y" : [1-9][0-9.]*/#, with: "\"y\" : 0")
      try Data(moved.utf8).write(to: lock)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("ties.svg"))
      let outcome = try draw(dossier(events), ["--max-movement", "0.1%"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("more movement than --max-movement 0.1% allows; nothing was written"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("ties.svg").path))
      #expect(try String(contentsOf: lock, encoding: .utf8) == moved)
    }
  }

  @Test(arguments: ["", "{}", "[1", "{\"width\":1e300,\"blocks\":{},\"numbers\":{}}", "\u{0}"])
  func aFileThatIsNoLockIsRefused(content: String) throws {
    try inTemporaryFolder { folder in
      try Data(content.utf8).write(to: folder.appendingPathComponent("ties.layout.json"))
      let outcome = try draw(dossier(), [], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("is not a layout file written by --lock"))
    }
  }
}
