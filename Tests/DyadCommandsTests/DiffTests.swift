import DyadTestSupport
import Foundation
import Testing

/// `dyad diff`, and `dyad show --claims`, which git asks.
@Suite struct DiffTests {
  private let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan")
  private let spring = ["--from", "2025-02-01", "--to", "2025-05-26"]

  @Test(arguments: [("diff.txt", "text"), ("diff.md", "markdown")])
  func theExampleShowsWhatTheToolPrints(file: String, form: String) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["diff", example.path] + spring + ["--as", form], in: folder)
      #expect(outcome.status == 1)
      #expect(difference(from: example.appendingPathComponent(file), outcome.text) == nil)
    }
  }

  @Test func theExitCodeSaysWhetherSomethingDiffers() throws {
    try inTemporaryFolder { folder in
      let same = ["diff", example.path, "--from", "2025-05-26", "--to", "2025-05-26"]
      #expect(try Tool.run(same, in: folder).status == 0)
      let quiet = try Tool.run(["diff", example.path, "--quiet"] + spring, in: folder)
      #expect(quiet.status == 1 && quiet.output.isEmpty && quiet.messages.isEmpty)
      let unwritten = try Tool.run(["diff", example.path, "-o", "no/such/folder.txt"] + spring, in: folder)
      #expect(unwritten.status == 2)
      #expect(try Tool.run(["diff", "nowhere"] + spring, in: folder).status == 2)
    }
  }

  @Test func theSuffixPicksTheForm() throws {
    try inTemporaryFolder { folder in
      for (name, start) in [("d.md", "## "), ("d.json", "{"), ("d.txt", "Pakistan and")] {
        _ = try Tool.run(["diff", example.path, "-o", name] + spring, in: folder)
        #expect(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).hasPrefix(start))
      }
    }
  }

  @Test func aViewLimitsTheChanges() throws {
    try inTemporaryFolder { folder in
      let whole = try Tool.run(["diff", example.path, "--certainty"] + spring, in: folder).text
      let india = ["diff", example.path, "--around", "india"] + spring
      let around = try Tool.run(india + ["--certainty"], in: folder).text
      #expect(around.contains("escalating friction") && around.count < whole.count)
      #expect(try !Tool.run(india, in: folder).text.contains("escalating friction"), "only its certainty differs")
      let filtered = try Tool.run(["diff", example.path, "--without", "events"] + spring, in: folder).text
      #expect(filtered.contains("thawing") && !filtered.contains("Dar pays a landmark visit"))
    }
  }

  @Test(arguments: [
    [], ["--from", "2025"], ["--known-from", "2025"], ["--from", "2025", "--to", "2026", "--on", "2025"],
    ["--from", "2025", "--to", "2026", "--against", "y"], ["--from", "soon", "--to", "2025"],
    ["--known-from", "2024", "--known-to", "2025", "--known", "2025"], ["--against", "y", "--as", "gif"],
    ["--against", "y", "-o", "y.doc"],
  ])
  func wrongUsageIsReportedAsSuch(arguments: [String]) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["diff", "x"] + arguments, in: folder)
      #expect(outcome.status == 64)
    }
  }

  @Test func aPartyGoesByItsOldIdAsByItsNewOne() throws {
    try inTemporaryFolder { folder in
      let text = "states: { a: { name: A }, b: { name: B }, c: { name: C } }\n"
      let renamed = text.replacing("b: { name: B }", with: "d: { name: D, was: b }").replacing(
        "name: A", with: "name: E")
      try Data(text.utf8).write(to: folder.appendingPathComponent("one.yaml"))
      try Data(renamed.utf8).write(to: folder.appendingPathComponent("other.yaml"))
      let told = try ["b", "d"].map {
        try Tool.run(["diff", "one.yaml", "--against", "other.yaml", "--around", $0], in: folder).text
      }
      #expect(told[0] == told[1] && told[0].contains("Δ D, state (id was: b; was: B)"))
      #expect(!told[0].contains("Δ E, state"))
    }
  }

  @Test func gitShowsClaims() throws {
    try inTemporaryFolder { folder in
      _ = try Tool.run(["new", "ferry"], in: folder)
      let repository = folder.appendingPathComponent("ferry")
      try Data("*.yaml diff=dyad\n".utf8).write(to: repository.appendingPathComponent(".gitattributes"))
      try git(["init", "-q"], in: repository)
      try git(["config", "diff.dyad.textconv", "'\(Tool.executable.path)' show --claims"], in: repository)
      try git(["add", "."], in: repository)
      try git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "begin"], in: repository)
      let file = repository.appendingPathComponent("dossier.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("on: 2014-04-12", with: "on: 2014-04-13").utf8).write(to: file)
      let lines = try git(["diff", "-U0"], in: repository).split(separator: "\n").filter { line in
        ["+event", "-event", "+phase", "-phase", "+!", "-!"].contains { line.hasPrefix($0) }
      }
      #expect(
        lines.map { $0.prefix(40) } == [
          "-event ferry-agreement | on 2014-04-12 |", "+event ferry-agreement | on 2014-04-13 |",
        ])
    }
  }

  @Test func aVersionWithErrorsIsListedWithThem() throws {
    try inTemporaryFolder { folder in
      try Data("events: { a: [".utf8).write(to: folder.appendingPathComponent("a.yaml"))
      let broken = try Tool.run(["show", "--claims", "a.yaml"], in: folder)
      #expect(broken.status == 0 && broken.messages.isEmpty)
      #expect(broken.text.contains("[bad-yaml]") && broken.text.hasPrefix("! line "))
    }
  }

  @Test func oneFileOfManyIsListedByItself() throws {
    try inTemporaryFolder { folder in
      let events = example.appendingPathComponent("events.yaml").path
      let listed = try Tool.run(["show", "--claims", events], in: folder)
      #expect(listed.status == 0 && listed.messages.isEmpty)
      let lines = listed.text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("event ") })
      #expect(lines == lines.sorted())
    }
  }

  @discardableResult
  private func git(_ arguments: [String], in folder: URL) throws -> String {
    let outcome = try Command.run(
      "git", arguments, in: folder,
      environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"])
    #expect(outcome.status == 0, "git \(arguments): \(outcome.messages)")
    return outcome.text
  }

  @Test(arguments: ["svg", "png", "pdf", "dot"])
  func aSuffixOfAPictureDrawsBothDates(suffix: String) throws {
    let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(
        ["diff", example, "--from", "2025-02-01", "--to", "2025-05-26", "--between", "pakistan", "afghanistan"]
          + ["-o", "spring.\(suffix)"], in: folder)
      #expect(outcome.status == 1)
      let picture = try Data(contentsOf: folder.appendingPathComponent("spring.\(suffix)"))
      #expect(picture.count > 1000)
      guard suffix == "svg" else { return }
      let svg = String(decoding: picture, as: UTF8.self)
      #expect(svg.contains("changed: since Mar 2025: thawing (was: strained)"))
      #expect(svg.contains(">Δ</text>") && svg.contains(">+</text>") && svg.contains("tie cooperation changed"))
    }
  }
}
