import DyadTestSupport
import Foundation
import Testing

@Suite struct ConvertTests {
  private let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path

  @Test func thereAndBackIsTheSameGraph() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "-o", "a.json"], in: folder).status == 0)
      #expect(try Tool.run(["convert", "a.json", "-o", "b.yaml"], in: folder).status == 0)
      #expect(try Tool.run(["check", "b.yaml", "--require-sources"], in: folder).status == 0)
      let again = try Tool.run(["convert", "b.yaml", "--to", "json"], in: folder)
      #expect(again.output == (try Data(contentsOf: folder.appendingPathComponent("a.json"))))
    }
  }

  @Test func everyCommandTakesWhatConvertReads() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "-o", "a.jsonl"], in: folder).status == 0)
      let asked = ["pakistan", "afghanistan", "--on", "2025-04-19"]
      let told = try Tool.run(["show", "a.jsonl"] + asked, in: folder)
      #expect(told.status == 0)
      #expect(told.text == (try Tool.run(["show", example] + asked, in: folder)).text)
    }
  }

  @Test func asOfADateOnlyWhatHoldsIsWritten() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "--as-of", "2025-04-19", "-o", "april.yaml"], in: folder).status == 0)
      #expect(try Tool.run(["check", "april.yaml"], in: folder).status == 0)
      let whole = try Tool.run(["show", example, "pakistan", "afghanistan", "--on", "2025-04-19"], in: folder).text
      let april = try Tool.run(["show", "april.yaml", "pakistan", "afghanistan", "--on", "2025-04-19"], in: folder).text
      #expect(april == whole)
      let claims = try Tool.run(["show", "april.yaml", "--claims"], in: folder).text
      #expect(
        claims.split(separator: "\n").count
          < (try Tool.run(["show", example, "--claims"], in: folder)).text.split(separator: "\n").count)
    }
  }

  @Test func aFailedRunLeavesTheOldFile() throws {
    try inTemporaryFolder { folder in
      try Data("states: { A: { name: A } }".utf8).write(to: folder.appendingPathComponent("bad.yaml"))
      try Data("old".utf8).write(to: folder.appendingPathComponent("out.json"))
      #expect(try Tool.run(["convert", "bad.yaml", "-o", "out.json"], in: folder).status == 1)
      #expect(try String(contentsOf: folder.appendingPathComponent("out.json"), encoding: .utf8) == "old")
      let nowhere = try Tool.run(["convert", example, "-o", "no/such/folder/out.json"], in: folder)
      #expect(nowhere.status == 2 && nowhere.messages.contains("no such folder"), "\(nowhere.messages)")
    }
  }

  @Test func aFolderOfTablesIsRecognizedByItsFiles() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "--to", "csv", "-o", "tables"], in: folder).status == 0)
      #expect(try Tool.run(["convert", "tables", "-o", "again.yaml"], in: folder).status == 0)
      let told = try Tool.run(["show", "tables", "pakistan", "afghanistan", "--on", "2025-04-19"], in: folder)
      #expect(
        told.text
          == (try Tool.run(["show", example, "pakistan", "afghanistan", "--on", "2025-04-19"], in: folder)).text)
    }
  }

  @Test func aFormatThatIsOnlyWrittenIsNotReadAsAnother() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "-o", "ties.ttl"], in: folder).status == 0)
      let told = try Tool.run(["convert", "ties.ttl", "--to", "json"], in: folder)
      #expect(
        told.status == 1 && told.messages.contains("is RDF, Turtle, which can be written but not read"),
        "\(told.messages)")
    }
  }

  @Test func anUnknownFormatIsReportedWithASuggestion() throws {
    try inTemporaryFolder { folder in
      let wrong = try Tool.run(["convert", example, "--to", "jsno"], in: folder)
      #expect(wrong.status == 64)
      #expect(wrong.messages.contains("Did you mean 'json'?"))
      let without = try Tool.run(["convert", example], in: folder)
      #expect(without.status == 64 && without.messages.contains("Give --to"))
    }
  }
}
