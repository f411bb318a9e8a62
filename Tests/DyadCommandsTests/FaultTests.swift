import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

/// The tool, ended by signals at random instants: what it writes is complete, or as before.
///
/// With `FAULTS=84` in the environment, as `make faults` sets it, each case is tried so often: about a thousand runs in all.
@Suite struct FaultTests {
  /// A command, and the file or folder that it writes.
  struct Work: Sendable, CustomTestStringConvertible {
    let words: [String]
    let output: String
    var testDescription: String { words[0] + " " + output }
  }

  private static let works = [
    Work(words: ["draw", "d.yaml", "-o", "ties.svg"], output: "ties.svg"),
    Work(words: ["site", "d.yaml", "-o", "pages"], output: "pages"),
    Work(words: ["convert", "d.yaml", "--to", "obsidian", "-o", "notes"], output: "notes"),
    Work(words: ["edit", "d.yaml", "visit", "what=A minister of Arvane leaves"], output: "d.yaml"),
  ]
  private static let signals = ["KILL", "TERM", "INT"]
  private static let tries = ProcessInfo.processInfo.environment["FAULTS"].flatMap { Int($0) } ?? 2

  private static func dossier(_ reads: String) -> String {
    """
    dossier: Test
    states: { a: { name: Arvane }, b: { name: Belmar } }
    relations: { t: { between: [a, b], kind: ties, phases: [{ during: 2014/.., reads: \(reads) }] } }
    events: { visit: { on: 2014-02-03, what: A minister of Arvane arrives, type: CONSULT, actors: [a], recipients: [b] } }

    """
  }

  /// The bytes of a file, or of each file in a folder by its path, without temporary ones.
  private func contents(_ place: URL) throws -> [String: Data] {
    if let file = try? Data(contentsOf: place) { return ["": file] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: place.path)
    return Dictionary(
      uniqueKeysWithValues: paths.filter { !$0.contains(".part") }.compactMap { path in
        (try? Data(contentsOf: place.appendingPathComponent(path))).map { (path, $0) }
      })
  }

  private func isList(_ path: String) -> Bool { path.hasPrefix(".dyad-") }

  /// The list of a folder is that of one of the two runs, or of both, and has each file that is there with its digest, by
  /// which the next run knows what it may remove.
  private func expectListed(
    _ left: [String: Data], _ old: [String: Data], _ new: [String: Data], _ comment: Comment
  ) {
    for path in new.keys where isList(path) {
      let (earlier, later) = (old[path] ?? Data(), new[path] ?? Data())
      let list = left[path] ?? Data()
      #expect([earlier, later, earlier + later].contains(list), "\(path): \(comment)")
      let lines = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
      for (file, bytes) in left where !isList(file) {
        #expect(lines.contains("\(SHA256.hex(bytes))  \(file)"), "\(file): \(comment)")
      }
    }
  }

  private func temporaryFiles(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".part") }
  }

  @Test(arguments: works, signals) func aSignalAtAnyInstantLeavesWholeFiles(work: Work, signal: String) throws {
    try inTemporaryFolder { folder in
      let output = folder.appendingPathComponent(work.output)
      let input = folder.appendingPathComponent("d.yaml")
      func restore(_ state: String) throws {
        try? FileManager.default.removeItem(at: output)
        try FileManager.default.copyItem(at: folder.appendingPathComponent(state), to: output)
        try Data(FaultTests.dossier("warm").utf8).write(to: input)
      }
      // The old state is that of another dossier, the new one that of an undisturbed run.
      try Data(FaultTests.dossier("cool").utf8).write(to: input)
      if work.output != "d.yaml" { #expect(try Tool.run(work.words, in: folder).status == 0) }
      if work.output == "d.yaml" { try Data(FaultTests.dossier("warm").utf8).write(to: input) }
      try FileManager.default.copyItem(at: output, to: folder.appendingPathComponent("before"))
      try restore("before")
      let old = try contents(output)
      var status: Int32 = 0
      let took = try ContinuousClock().measure { status = try Tool.run(work.words, in: folder).status }
      #expect(status == 0)
      let new = try contents(output)
      #expect(new != old)
      var random = Seeded(work.words[0].utf8.reduce(signal.utf8.count) { $0 * 31 + Int($1) } & 0xFFFF)
      for _ in 0..<FaultTests.tries {
        try restore("before")
        let delay = Double.random(in: 0...1, using: &random) * Double(took.components.attoseconds) / 1e18
        let script = """
          env --default-signal=INT "$dyad" "$@" > /dev/null 2>&1 & tool=$!
          sleep \(delay); kill -\(signal) $tool 2> /dev/null; wait $tool
          """
        _ = try? Command.run(
          "sh", ["-c", script, "sh"] + work.words, in: folder, environment: ["dyad": Tool.executable.path])
        let left = try contents(output)
        if signal == "KILL" {
          for (path, bytes) in left where !isList(path) {
            #expect([old[path], new[path]].contains(bytes), "\(path) after \(delay) s")
          }
          expectListed(left, old, new, "after \(delay) s")
        } else {
          #expect(left == old || left == new, "after \(delay) s")
          #expect(try temporaryFiles(in: folder) == [], "after \(delay) s")
        }
        #expect(try Tool.run(work.words, in: folder).status == 0)
        #expect(try contents(output) == new, "after \(delay) s and another run")
        #expect(try temporaryFiles(in: folder) == [], "after \(delay) s and another run")
      }
    }
  }
}
