import DyadCore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

@Suite struct InputTests {
  private static let rows = (0..<5000).map { EventFixture.gdelt(id: $0) }.joined(separator: "\n") + "\n"

  /// A folder with the rows as they are, from gzip and in a ZIP archive.
  private func withFiles<Result>(_ work: (URL) throws -> Result) throws -> Result {
    try inTemporaryFolder { folder in
      try Data(InputTests.rows.utf8).write(to: folder.appendingPathComponent("plain.csv"))
      let script = """
        gzip, zipfile = map(__import__, ("gzip", "zipfile"))
        rows = open("plain.csv", "rb").read()
        with gzip.open("one.csv.gz", "wb") as f: f.write(rows)
        half = rows.index(b"\\n", len(rows) // 2) + 1
        with open("two.csv.gz", "wb") as f: f.write(gzip.compress(rows[:half]) + gzip.compress(rows[half:]) + bytes(512))
        for name, method in ("deflated.zip", zipfile.ZIP_DEFLATED), ("stored.zip", zipfile.ZIP_STORED):
            with zipfile.ZipFile(name, "w", method) as z:
                z.writestr("folder/", "")
                z.writestr("folder/a.csv", rows[:half])
                z.writestr("b.csv", rows[half:])
                z.writestr("README", "no events")
        """
      let outcome = try Command.run("python3", ["-c", script], in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      return try work(folder)
    }
  }

  @Test func everyCompressionGivesTheSameEvents() throws {
    try withFiles { folder in
      let expected = try EventFixture.read(EventFiles([folder.appendingPathComponent("plain.csv").path])).events
      #expect(expected.count == 5000)
      for name in ["one.csv.gz", "two.csv.gz", "deflated.zip", "stored.zip"] {
        let outcome = try EventFixture.read(EventFiles([folder.appendingPathComponent(name).path]))
        #expect(outcome.events == expected, "\(name)")
        #expect(outcome.report.digests.count == 1)
      }
    }
  }

  @Test func membersOfArchivesAreNamedAndThoseWithoutEventsListed() throws {
    try withFiles { folder in
      let file = folder.appendingPathComponent("deflated.zip").path
      let report = try EventFixture.read(EventFiles([file])).report
      #expect(report.inputs.map(\.file) == ["\(file)/folder/a.csv", "\(file)/b.csv"])
      #expect(report.inputs.map(\.rows).reduce(0, +) == 5000 && report.skipped == ["\(file)/README"])
    }
  }

  @Test func foldersAndPatternsAreReadInTheOrderOfNames() throws {
    try inTemporaryFolder { folder in
      let inner = folder.appendingPathComponent("more")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      for (index, name) in ["b.csv", "a.csv", "more/c.csv", ".hidden.csv"].enumerated() {
        try Data(EventFixture.gdelt(id: index).utf8).write(to: folder.appendingPathComponent(name))
      }
      try Data("# notes".utf8).write(to: folder.appendingPathComponent("notes.md"))
      let all = try EventFixture.read(EventFiles([folder.path]))
      #expect(all.events.map(\.id) == ["1", "0", "2"])
      #expect(all.report.skipped == [folder.appendingPathComponent("notes.md").path])
      let some = try EventFixture.read(EventFiles([folder.path + "/[ab]*.csv"]))
      #expect(some.events.map(\.id) == ["1", "0"])
      #expect(some.report.inputs.map(\.file) == ["a.csv", "b.csv"].map { "\(folder.path)/\($0)" })
    }
  }

  @Test func aLinkThatLeadsBackIsNotFollowed() throws {
    try inTemporaryFolder { folder in
      try Data(EventFixture.gdelt().utf8).write(to: folder.appendingPathComponent("a.csv"))
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("again"), withDestinationURL: folder)
      #expect(try EventFixture.read(EventFiles([folder.path])).events.count == 1)
    }
  }

  @Test(arguments: ["missing.csv", "*.nothing"]) func filesThatDoNotExistAreAnError(pattern: String) {
    #expect { try EventFixture.read(EventFiles(["/nowhere/\(pattern)"])) } throws: { error in
      (error as? EventFileError)?.kind == .notFound && "\(error)".hasPrefix("/nowhere/\(pattern): ")
    }
  }

  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 1000, 300_000]) func theDigestIsThatOfTheStoredBytes(count: Int) throws {
    // A comment is no row, and the digest covers what is read ahead.
    let text = EventFixture.gdelt() + "\n" + String(repeating: "x", count: count)
    let report = try EventFixture.read(text).report
    #expect(report.digests.map(\.sha256) == [SHA256.hex(text.utf8)])
  }

  @Test(arguments: ["\n", "\r\n"]) func linesAreCountedFromOne(end: String) throws {
    let rows = [EventFixture.gdelt(id: 1), "", EventFixture.gdelt(id: 2), "wrong", EventFixture.gdelt(id: 3)]
    let outcome = try EventFixture.read(rows.joined(separator: end))
    #expect(outcome.lines == [1, 3, 5] && outcome.rejected.map(\.line) == [4])
    #expect(outcome.events.map(\.reference) == [String](repeating: "https://example.org/1", count: 3))
  }

  @Test func progressIsReportedAndTheRunEndsWhereItsReceiverThrows() throws {
    struct Stop: Error {}
    try withFiles { folder in
      let files = EventFiles([folder.path + "/plain.csv"])
      var seen: [EventProgress] = []
      _ = try files.forEach(onProgress: { seen.append($0) }) { _, _ in }
      #expect(seen.first?.size == InputTests.rows.utf8.count && seen.first?.files == 1)
      var count = 0
      #expect(throws: Stop.self) {
        try files.forEach { _, _ in
          count += 1
          if count == 10 { throw Stop() }
        }
      }
      #expect(count == 10)
    }
  }
}
