import DyadTestSupport
import Foundation
import Testing

/// The release binaries on every example: every command, every output suffix, every block of pandoc.
///
/// `Tool.run` throws where a signal ends a process.
@Suite struct SmokeTests {
  @Test func theReleaseBinariesAreCurrent() throws { #expect(try Tool.staleness() == nil) }

  @Test(arguments: Checker.allCases.filter { _ in Checker.isRequired }) func everyCheckerIsInstalled(checker: Checker) {
    #expect(checker.isInstalled, "\(checker.advice)")
  }

  @Test func everyExampleIsRun() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: SmokeExample.examples, includingPropertiesForKeys: nil)
    let dossiers = try folders.filter { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasSuffix(".yaml") }
    }
    #expect(Set(dossiers.map(\.lastPathComponent)) == Set(SmokeExample.all.map(\.name)))
  }

  @Test func everyCommandIsRun() throws {
    let help = try Tool.run(["--experimental-dump-help"], in: packageRoot)
    let dump = try #require(try JSONSerialization.jsonObject(with: help.output) as? [String: Any])
    let commands = try #require((dump["command"] as? [String: Any])?["subcommands"] as? [[String: Any]])
    let names = Set(commands.compactMap { $0["commandName"] as? String })
    let run = SmokeCommand.runs.compactMap { SmokeCommand.all[$0.command]?($0.example) }.joined().map { $0.words[0] }
    #expect(names == Set(run).union(["serve", "help"]))
  }

  @Test(arguments: SmokeCommand.runs)
  func aCommandEndsAsItShould(command: String, example: SmokeExample) throws {
    let lines = try #require(SmokeCommand.all[command])
    try inTemporaryFolder { folder in
      for line in lines(example) {
        let outcome = try Tool.run(line.words, in: folder)
        #expect(outcome.status == line.status, "\(line.words): \(outcome.messages)")
      }
    }
  }

  /// The pictures of most views ship, and are drawn again below, which differs from this in the request only.
  @Test(arguments: SmokeExample.all) func everyOtherViewIsDrawn(example: SmokeExample) throws {
    let shipped = Set(try example.shippedPictures().map { $0.deletingPathExtension().lastPathComponent })
    try inTemporaryFolder { folder in
      let views = try example.views()
      for view in views.filter({ !shipped.contains($0) }) + views.prefix(1) {
        let outcome = try Tool.run(["draw", example.path, "--view", view, "-o", "\(view).svg"], in: folder)
        #expect(outcome.status == 0, "\(view): \(outcome.messages)")
      }
    }
  }

  /// The pictures that ship are those that the dossiers and this version make; PNGs also depend on the fonts' rasterizer.
  @Test(arguments: SmokeExample.all) func theShippedPicturesAreDrawnAgainUnchanged(example: SmokeExample) throws {
    let shipped = try example.shippedPictures().filter { $0.pathExtension == "svg" }
    try #require(!shipped.isEmpty)
    try inTemporaryFolder { folder in
      for picture in shipped {
        try FileManager.default.copyItem(at: picture, to: folder.appendingPathComponent(picture.lastPathComponent))
      }
      let names = shipped.map(\.lastPathComponent)
      let outcome = try Tool.run(["redraw"] + names + ["--against", example.path], in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.text == names.map { "\($0): unchanged\n" }.joined())
    }
  }

  @Test(arguments: SmokeExample.all) func everyFormatIsWritten(example: SmokeExample) throws {
    let list = try Tool.run(["convert", "--list"], in: packageRoot).text.split(separator: "\n")
    let formats = zip(list, list.dropFirst()).filter { !$0.0.hasPrefix(" ") && $0.1.contains("writes") }.map(\.0)
    #expect(formats.count > 20)
    try inTemporaryFolder { folder in
      for format in formats.map(String.init) {
        let outcome = try Tool.run(["convert", example.path, "--to", format, "-o", "as-\(format)"], in: folder)
        #expect(outcome.status == 0, "\(format): \(outcome.messages)")
      }
    }
  }

  @Test(arguments: SmokeExample.all) func theServerAnswers(example: SmokeExample) async throws {
    try await inTemporaryFolder { folder in
      try await Serving.dossier(example.path, in: folder) { server in
        let pair = [example.one, example.other].sorted().joined(separator: "~")
        for path in ["", "dyads/\(pair).html"] {
          let answer = try await Loopback(port: server.port).answer(to: "GET", "/\(path)")
          #expect(answer.status == 200, "\(path)")
          #expect(String(decoding: answer.body, as: UTF8.self).contains("</html>"), "\(path)")
        }
      }
    }
  }

  @Test(arguments: SmokeExample.all) func theWorkbenchOpens(example: SmokeExample) async throws {
    try await inTemporaryFolder { folder in
      try await Serving.dossier(example.path, in: folder, options: ["--edit"]) { server in
        let loopback = Loopback(port: server.port)
        let address = try #require(server.workbench)
        let opened = try await loopback.answer(to: "GET", "/edit?\(address.query() ?? "")")
        let cookie = try #require(opened.head.firstMatch(of: /Set-Cookie: ([^;]+)/).map { "Cookie: \($0.1)" })
        for path in ["", "/state", "/sheet.svg", "/diff", "/version", "/workbench.js", "/workbench.css"] {
          let answer = try await loopback.answer(to: "GET", "/edit\(path)", fields: [cookie])
          #expect(answer.status == 200 && !answer.body.isEmpty, "\(path)")
          let refused = try await loopback.answer(to: "GET", "/edit\(path)")
          #expect(refused.status == 403, "\(path)")
        }
      }
    }
  }

  /// Documents have the same blocks with bitmaps, which take ten times as long, so that one example has one.
  @Test(.checked(by: .pandoc), arguments: SmokeExample.all.map { ($0, "html") } + [(SmokeExample.all[1], "docx")])
  func everyBlockOfPandocIsMade(example: SmokeExample, format: String) throws {
    let pair = "between=\"\(example.one) \(example.other)\""
    let blocks = [
      "", "show=diff from=1900-01-01 to=2030-01-01", "show=timeline", "show=film every=3650",
      "show=table table=events", "show=table table=offices", "show=table table=changes from=1900-01-01 to=2030-01-01",
    ]
    let report =
      "---\ndyad-dossier: \(example.path)\n---\n\n"
      + blocks.map { "```{.dyad \(pair) \($0)}\n```\n" }.joined(separator: "\n")
    try inTemporaryFolder { folder in
      let made = try Pandoc.run(report, ["-o", "report.\(format)", "--standalone"], in: folder)
      #expect(made.status == 0, "\(made.messages)")
    }
  }
}
