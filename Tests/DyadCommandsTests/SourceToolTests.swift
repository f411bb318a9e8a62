import DyadTestSupport
import Foundation
import Testing

/// `dyad add source`, as a script runs it.
@Suite(.checked(by: .pandoc)) struct SourceToolTests {
  private let page =
    "<html lang=en><title>The quay</title><body><article><p>The quay opened in May.</p></article><nav>Home</nav>"

  private func inDossier(_ work: (URL) throws -> Void) throws {
    try inTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
      try Data("states:\n  arvane: { name: Arvane }\n".utf8).write(to: dossier.appendingPathComponent("d.yaml"))
      try Data(page.utf8).write(to: folder.appendingPathComponent("a 'b'\"; $c.html"))
      try work(folder)
    }
  }

  private func files(_ folder: URL) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent("dossier").path))
  }

  @Test func theTextAndTheOriginalAreKept() throws {
    try inDossier { folder in
      let outcome = try Tool.run(
        ["add", "source", "dossier", "a 'b'\"; $c.html", "id=quay", "kind=press", "--yes"], in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(
        try files(folder) == ["d.yaml", "sources.yaml", "texts", "texts/quay.html", "texts/quay.txt"]
          || files(folder) == ["d.yaml", "texts", "texts/quay.html", "texts/quay.txt"])
      let texts = folder.appendingPathComponent("dossier/texts")
      #expect(
        try String(contentsOf: texts.appendingPathComponent("quay.txt"), encoding: .utf8) == "The quay opened in May.\n"
      )
      #expect(try String(contentsOf: texts.appendingPathComponent("quay.html"), encoding: .utf8) == page)
      #expect(try Tool.run(["check", "dossier"], in: folder).status == 0)
    }
  }

  @Test func nothingIsWrittenWithoutConfirmation() throws {
    try inDossier { folder in
      for (arguments, status) in [([], 64), (["--dry-run"], 0), (["titel=x", "--yes"], 1), (["x", "--yes"], 64)]
        as [([String], Int32)]
      {
        let outcome = try Tool.run(["add", "source", "dossier", "a 'b'\"; $c.html"] + arguments, in: folder)
        #expect(outcome.status == status, "\(arguments): \(outcome.messages)")
        #expect(try files(folder) == ["d.yaml"])
      }
    }
  }

  @Test func theSameTextIsRefusedUnderAnotherId() throws {
    try inDossier { folder in
      let add = ["add", "source", "dossier", "a 'b'\"; $c.html", "--yes"]
      #expect(try Tool.run(add + ["id=one"], in: folder).status == 0)
      let before = try files(folder)
      let again = try Tool.run(add + ["id=two"], in: folder)
      #expect(again.status == 1)
      #expect(again.messages.contains("source 'one' has the same text"))
      #expect(try files(folder) == before)
    }
  }

  @Test func standardInputIsADocumentALibraryOrARecord() throws {
    try inDossier { folder in
      for (input, expected) in [
        ("Pasted words.\n", "title: Pasted words."), (#"[{"type": "book", "title": "A book", "id": "b1"}]"#, "b1"),
        (#"{"id": "s9", "title": "Own"}"#, "s9"), (page, "title: The quay"),
      ] {
        let outcome = try Tool.run(["add", "source", "dossier", "-", "--yes"], in: folder, input: input)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains(expected), "\(outcome.messages)")
      }
    }
  }

  @Test func aSourceWithoutATextGetsIt() throws {
    try inDossier { folder in
      let record = #"{"id": "quay", "title": "Quay, as the library has it"}"#
      #expect(try Tool.run(["add", "source", "dossier", "--json"], in: folder, input: record).status == 0)
      let outcome = try Tool.run(["add", "source", "dossier", "a 'b'\"; $c.html", "id=quay", "--yes"], in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let shown = try Tool.run(["convert", "dossier", "--to", "json"], in: folder).text
      #expect(shown.contains("Quay, as the library has it") && shown.contains("texts/quay.txt"))
    }
  }
}
