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
      aaland: { name: Aaland }
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

  /// Two events of a new third party, which is drawn before the other.
  private let newcomer = """
      one: { on: 2016-01-01, what: Aaland and Arvane quarrel, type: ASSAULT, actors: [aaland], recipients: [arvane] }
      two: { on: 2016-01-02, what: Aaland attacks Arvane, type: ASSAULT, actors: [aaland], recipients: [arvane] }
    """

  private func blocks(_ file: String, in folder: URL) throws -> [String: [String: Double]] {
    let lock = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(file)))
    return try #require((lock as? [String: Any])?["blocks"] as? [String: [String: Double]])
  }

  @Test func aPartyThatWasDrawnStaysInItsPlace() throws {
    try inTemporaryFolder { folder in
      #expect(try draw(dossier(), [], in: folder).messages.isEmpty)
      let before = try blocks("ties.layout.json", in: folder)
      let again = try draw(dossier(newcomer), [], in: folder)
      #expect(again.status == 0 && again.messages == "moved: 0.0% of the width, on average\n")
      let kept = try blocks("ties.layout.json", in: folder)
      #expect(kept.count > before.count)
      for (name, place) in before { #expect(kept[name] == place, "\(name)") }
      // Without the lock, the new party pushes the other aside.
      let free = ["draw", "ferry.yaml", "--between", "arvane", "belmar", "-o", "free.svg", "--lock", "free.json"]
      #expect(try Tool.run(free, in: folder).status == 0)
      #expect(try blocks("free.json", in: folder)["entity-corvo"] != before["entity-corvo"])
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
