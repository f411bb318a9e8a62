import DyadTestSupport
import Foundation
import Testing

/// What the commands that edit leave on disk where they cannot write, or must not.
@Suite struct EditStorageTests {
  private static let events = """
    # \(String(repeating: "A long comment. ", count: 400))
    states:
      arvane: { name: Arvane }
      belmar: { name: Belmar }
    events:
      quay: { on: 2014, what: The quay opens, type: AGREE, actors: [arvane], recipients: [belmar] }

    """

  private func inDossier(_ work: (URL) throws -> Void) throws {
    try inTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("ferry")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: false)
      try Data(EditStorageTests.events.utf8).write(to: dossier.appendingPathComponent("events.yaml"))
      try Data("views:\n  ties: { between: [arvane, belmar] }\n".utf8).write(
        to: dossier.appendingPathComponent("a-views.yaml"))
      try Data(EditStorageTests.events.utf8).write(to: folder.appendingPathComponent("herald.txt"))
      try work(folder)
    }
  }

  /// The bytes of every file, by its path.
  private func contents(_ folder: URL) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { (path, $0) }
      })
  }

  /// A limit of the size of files is a full disk that anybody can make; the first file of the renaming is small enough, and the second is not.
  @Test(arguments: [
    ["add", "event", "ferry", "on=2015", "what=A ferry sails", "type=AGREE", "actors=arvane"],
    ["edit", "ferry", "quay", "note=seen"], ["rename", "ferry", "arvane", "arvania"], ["remove", "ferry", "quay"],
    ["add", "source", "ferry", "herald.txt", "title=The Herald", "--yes"], ["fmt", "ferry"],
  ]) func aFullDiskLeavesEveryFileAsItWas(arguments: [String]) throws {
    try inDossier { folder in
      if arguments[0] == "fmt" {
        let text = EditStorageTests.events.replacing("\n  quay", with: "\n      quay")
        try Data(text.utf8).write(to: folder.appendingPathComponent("ferry/events.yaml"))
      }
      let before = try contents(folder)
      let limited = ["-c", "ulimit -f 8 && exec \"$@\"", "sh", Tool.executable.path] + arguments
      let outcome = try Command.run("sh", limited, in: folder, environment: ["LC_ALL": "C.UTF-8"])
      #expect(outcome.status == 2, "\(outcome.messages)")
      #expect(outcome.messages.contains("file too large; nothing was changed"), "\(outcome.messages)")
      #expect(try contents(folder) == before)
      let again = try Tool.run(arguments, in: folder)
      #expect(again.status == 0, "\(again.messages)")
      #expect(try contents(folder) != before)
    }
  }

  @Test func errorsAreWrittenOnRequestOnly() throws {
    try inDossier { folder in
      let before = try contents(folder)
      let edit = ["edit", "ferry", "quay", "actors=nobody"]
      let refused = try Tool.run(edit, in: folder)
      #expect(refused.status == 1 && refused.messages.contains("unknown entity 'nobody'"), "\(refused.messages)")
      #expect(try contents(folder) == before)
      let forced = try Tool.run(edit + ["--force"], in: folder)
      #expect(forced.status == 0 && forced.messages.contains("unknown entity 'nobody'"), "\(forced.messages)")
      #expect(try Tool.run(["check", "ferry"], in: folder).status == 1)
      // An edit that adds no error needs no force.
      #expect(try Tool.run(["edit", "ferry", "quay", "note=seen"], in: folder).status == 0)
      #expect(try Tool.run(["edit", "ferry", "quay", "actors=arvane"], in: folder).status == 0)
      #expect(try Tool.run(["check", "ferry"], in: folder).status == 0)
    }
  }

  @Test func whatIsNoYAMLIsNotWrittenOnRequestEither() throws {
    try inDossier { folder in
      try Data("states: [".utf8).write(to: folder.appendingPathComponent("ferry/broken.yaml"))
      let before = try contents(folder)
      #expect(try Tool.run(["edit", "ferry", "quay", "note=seen", "--force"], in: folder).status == 1)
      #expect(try contents(folder) == before)
    }
  }
}
