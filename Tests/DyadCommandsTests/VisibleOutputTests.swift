import DyadTestSupport
import Foundation
import Testing

/// No name in a file steers the terminal.
@Suite struct VisibleOutputTests {
  private static let hostile: [(name: String, text: String)] = [
    ("a.jsonl", #"{"record": "\u001b[31mred", "id": "a"}"#),
    ("b.jsonl", #"{"record": "state", "id": "a", "name": "A", "x\u202e": "1"}"#),
    ("a.json", #"{"states": {"a": {"name": "A", "\u009b31m": "x"}, "\u001b]0;x\u0007": {"name": "B"}}}"#),
    (
      "a.gexf",
      "<gexf><graph><nodes><node id='a'/></nodes><edges><edge source='a' target='z&#x9b;31m&#x202e;'/></edges></graph></gexf>"
    ),
    ("tables/entities.csv", "id,kind,name,\u{1B}[31mcolumn\na,state,A,1\n"),
    ("\u{1B}[31m.yaml", "states: { a: { nme: A } }"),
    ("c.yaml", "states: { a: { name: \"A\\e[31m\", \"\\u202ekey\": 1 } }"),
  ]

  @Test(arguments: hostile) func everyDiagnosticIsVisibleText(name: String, text: String) throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      let input = name.hasPrefix("tables/") ? "tables" : name
      let outcome = try Tool.run(["convert", input, "--to", "json"], in: folder)
      #expect(outcome.status == 1)
      let shown = outcome.messages.unicodeScalars
      #expect(!shown.contains { $0.properties.generalCategory == .control && $0 != "\n" }, "\(outcome.messages)")
      #expect(!shown.contains("\u{202E}") && outcome.messages.contains("U+"), "\(outcome.messages)")
    }
  }

  @Test func resultsOnATerminalAreVisibleText() throws {
    try inTemporaryFolder { folder in
      try Data("\u{1B}[31mThe visit.\u{202E}".utf8).write(to: folder.appendingPathComponent("s.txt"))
      let dossier = "states: { a: { name: A } }\nsources: { s: { title: S, text: s.txt } }\n"
      try Data(dossier.utf8).write(to: folder.appendingPathComponent("d.yaml"))
      let command = "\(Tool.executable.path) check d.yaml --coverage"
      let terminal = try Command.run("script", ["-qec", command, "log"], in: folder)
      #expect(terminal.text.contains("(U+1B)[31mThe visit.(U+202E)"), "\(terminal.text)")
      // Other programs get the bytes.
      let piped = try Tool.run(["check", "d.yaml", "--coverage"], in: folder)
      #expect(piped.text.contains("\u{1B}[31mThe visit."), "\(piped.text)")
    }
  }
}
