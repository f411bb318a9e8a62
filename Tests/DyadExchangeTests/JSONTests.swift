import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct JSONTests {
  private let examples = ["pakistan-afghanistan", "egypt-israel", "ethiopia-eritrea", "armenia-azerbaijan"]

  @Test(.checked(by: .python)) func everyExportKeepsThePublishedSchema() throws {
    let graphs =
      (0..<12).map(everything)
      + (try examples.map { name in
        let path = packageRoot.appendingPathComponent("examples/\(name)").path
        return try DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
      })
    try inTemporaryFolder { folder in
      var files: [String] = []
      for (index, graph) in graphs.enumerated() {
        for format in ["json", "jsonl"] {
          let file = folder.appendingPathComponent("\(index).\(format)")
          try Data(Format.named(format)!.bytes(of: graph)).write(to: file)
          files.append(file.path)
        }
      }
      let reported = try #require(
        try Python.run("Tests/DyadExchangeTests/Readers/json_schema.py", files) as? [String: Any])
      #expect(reported["wrong"] as? [String] == [])
      #expect((reported["held"] as? Int ?? 0) > graphs.count * 10)
    }
  }

  @Test func aClaimHasALineOfItsOwn() throws {
    let graph = everything(seed: 3)
    let lines = Format.named("jsonl")!.bytes(of: graph).split(separator: 0x0A)
    let phases = graph.relations.values.flatMap(\.phases)
    let things =
      graph.entities.count + graph.offices.count + graph.holdings.count + graph.relations.count + phases.count
      + graph.events.count + graph.sources.count + graph.views.count + graph.reviews.count + 3
    #expect(lines.count == things + 1)
    let keys = try lines.dropFirst().map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      return [try #require(object["record"] as? String), try #require(object["id"] as? String)]
    }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  // MARK: Files from elsewhere

  private func findings(_ text: String, as format: String) throws -> [String] {
    let reader = try #require(Format.named(format)?.reader)
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("d.\(format)")
      try Data(text.utf8).write(to: file)
      let checked = reader(file.path).then { KnowledgeGraph.linking($0) }
      return checked.diagnostics.sortedByPlace().map { $0.description.replacing(folder.path + "/", with: "") }
    }
  }

  @Test(arguments: [
    ("{\"states\": {\"a\": {\"nme\": \"A\"}}}", "d.json:1:19: error: unknown key 'nme' in a state [unknown-key]"),
    ("{\"states\":\n  {\"A\": {\"name\": \"A\"}}}", "d.json:2:4: error: 'A' is not a valid id [bad-id]"),
    ("{\"a\": 1, \"a\": 2}", "d.json:1:10: error: duplicate key 'a' [duplicate-key]"),
    ("{\"a\": \"\\ud800\"}", "d.json:1:14: error: unpaired surrogate [bad-json]"),
    ("{\"é\": \"x\n\"}", "d.json:1:9: error: unescaped control character in a string [bad-json]"),
    ("{\"a\": 1e400}", "d.json:1:12: error: number too large [bad-json]"),
    ("{\"a\": 01}", "d.json:1:8: error: expected ',' or '}' [bad-json]"),
    ("[1, 2", "d.json:1:6: error: expected ',' or ']' [bad-json]"),
    ("{} x", "d.json:1:4: error: unexpected text after the value [bad-json]"),
    ("", "d.json:1:1: error: unexpected end of input; expected a value [bad-json]"),
    (
      "{\"states\": {\"a\": {\"name\": \"\\u202e\"}}}",
      "d.json:1:27: error: 'name' contains the character U+202E [control-character]"
    ),
    (
      "{\"sources\": {\"s\": {\"title\": \"S\", \"text\": \"/etc/passwd\"}}}",
      "d.json:1:42: error: '/etc/passwd' has no dossier beside it; write the text itself as 'content' [source-text]"
    ),
  ])
  func aMistakeIsReportedAtItsPlace(text: String, finding: String) throws {
    let reported = try findings(text, as: "json")
    #expect(reported.contains { $0.hasPrefix(finding) }, "\(reported)")
  }

  @Test func aBrokenLineLeavesTheOthers() throws {
    let reported = try findings(
      """
      {"record":"dossier","format":"dyad","version":1}
      {"record":"state","id":"a","name":"A"
      {"record":"stat","id":"b","name":"B"}
      {"record":"state","id":"c","nam":"C"}
      7
      {"record":"phase","id":"x","relation":"none","number":1,"during":"2020"}
      """, as: "jsonl")
    #expect(
      reported.map { $0.split(separator: " ")[0] }.sorted() == [
        "d.jsonl:2:38:", "d.jsonl:3:11:", "d.jsonl:4:1:", "d.jsonl:4:28:", "d.jsonl:5:1:", "d.jsonl:6:1:",
        "d.jsonl:6:1:",
      ], "\(reported)")
  }

  @Test func jsonAMillionDeepIsRefusedAtItsPlace() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(try findings(deep, as: "json") == ["d.json:1:65: error: nested more than 64 levels deep [too-deep]"])
    #expect(try findings("{\"record\":" + deep, as: "jsonl").count == 1)
  }

  @Test func aLongLineIsReadInLinearTime() throws {
    // Counted from the start of the line for every value, the places would take quadratic time.
    let exponent = try Growth.exponent(from: 2000) { count in
      let states = (0..<count).map { "\"s\($0)\":{\"name\":\"é\($0)\"}" }.joined(separator: ",")
      let found = try findings("{\"states\":{\(states)}}", as: "json")
      #expect(found.isEmpty)
    }
    #expect(exponent < 1.5)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("d.json")
      try Data([0x7B, 0x22, 0xFF, 0x22, 0x7D]).write(to: file)
      let reported = Format.named("json")!.reader!(file.path).diagnostics
      #expect(reported.map(\.code) == [.unreadable])
    }
  }
}
