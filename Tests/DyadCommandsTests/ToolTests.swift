import DyadTestSupport
import Foundation
import Testing

/// The tool as a whole process.
@Suite struct ToolTests {
  private let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
  private let pair = ["--between", "pakistan", "afghanistan", "--on", "2025-05-26"]

  @Test(arguments: [("svg", "<?xml"), ("png", "\u{89}PNG"), ("pdf", "%PDF"), ("dot", "digraph")])
  func aPictureIsWrittenInTheFormatOfItsSuffix(suffix: String, start: String) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["draw", example] + pair + ["-o", "ties.\(suffix)"], in: folder)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.messages.isEmpty)
      let bytes = try Data(contentsOf: folder.appendingPathComponent("ties.\(suffix)"))
      let wanted = start.unicodeScalars.map { UInt8($0.value) }
      #expect(Array(bytes.prefix(wanted.count)) == wanted)
    }
  }

  // `make` names the archives of the runtime of Swift, where there are such.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["DYAD_RUNTIME_ARCHIVES"]?.isEmpty == false,
      "the tools are built by `make`"),
    arguments: [Tool.executable, Tool.filter])
  func anInstalledToolNeedsNoSwift(tool: URL) throws {
    let ldd = try #require(Command.path(of: "ldd"))
    let libraries = try Command.run(ldd, [tool.path], in: packageRoot).output
    #expect(String(decoding: libraries, as: UTF8.self).contains("libgvc"))
    #expect(!String(decoding: libraries, as: UTF8.self).contains("libswift"))
  }

  @Test func aMisspeltCommandGetsASuggestion() throws {
    let misspelt = try Tool.run(["drew", example], in: packageRoot)
    #expect(misspelt.status == 64 && misspelt.output.isEmpty)
    #expect(misspelt.messages == "error: unknown command 'drew'; did you mean 'draw'?\n")
    let unknown = try Tool.run(["paint", "dossier.yaml"], in: packageRoot)
    #expect(unknown.status == 64)
    #expect(unknown.messages == "error: unknown command 'paint'; 'dyad --help' lists all\n")
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func twoProcessesMakeTheSameTimeline(format: String) throws {
    try inTemporaryFolder { folder in
      let both = try (0..<2).map { _ in
        try Tool.run(
          ["timeline", example, "--between", "pakistan", "afghanistan", "-o", "-", "--as", format], in: folder
        ).output
      }
      #expect(both[0] == both[1] && !both[0].isEmpty)
    }
  }

  /// Fifteen states that all have ties with each other, in a ring of 310.
  @Test func aPictureOfMoreStatesThanAPageHasRoomForShowsTheStrongestTiesAndReportsIt() throws {
    try inTemporaryFolder { folder in
      let states = (0..<310).map { "  s\($0): { name: State \($0) }\n" }.joined()
      let ring = (0..<310).map { ($0, ($0 + 1) % 310) }
      let clique = (0..<15).flatMap { one in (0..<15).filter { $0 > one + 1 }.map { (one * 20, $0 * 20) } }
      let ties = (ring + clique).map { one, other in
        "  r\(one)-\(other): { between: [s\(one), s\(other)], kind: ties, phases: [{ during: 2001/.., reads: at peace }] }\n"
      }.joined()
      try Data("dossier: Many\nstates:\n\(states)relations:\n\(ties)".utf8)
        .write(to: folder.appendingPathComponent("many.yaml"))
      let drawn = try Tool.run(["draw", "many.yaml", "-o", "many.svg"], in: folder)
      #expect(drawn.status == 0)
      #expect(
        drawn.messages.hasPrefix(
          "warning: of 310 parties with ties, the picture shows the 100 with the strongest ties to each other; to show less: "
        ), "\(drawn.messages)")
      let svg = try String(contentsOf: folder.appendingPathComponent("many.svg"), encoding: .utf8)
      #expect(svg.contains("210 parties with weaker ties not shown"))
      #expect((0..<15).allSatisfy { svg.contains(">State \($0 * 20)<") })
    }
  }

  @Test func aTimelineIsVerifiedLikeAnyPicture() throws {
    try inTemporaryFolder { folder in
      let words = ["timeline", example, "--between", "pakistan", "afghanistan", "--from", "2024", "-o", "ties.png"]
      let drawn = try Tool.run(words, in: folder)
      let verdict = try Tool.run(["verify", "ties.png", "--against", example], in: folder)
      #expect(drawn.status == 0 && verdict.text == "ties.png: current\n")
    }
  }

  @Test(arguments: ["svg", "png", "pdf", "dot"])
  func twoProcessesMakeTheSameBytes(format: String) throws {
    try inTemporaryFolder { folder in
      let both = try (0..<2).map { _ in
        try Tool.run(["draw", example] + pair + ["-o", "-", "--as", format], in: folder).output
      }
      #expect(both[0] == both[1] && !both[0].isEmpty)
    }
  }

  @Test func aFailedRunLeavesTheOldPictureInPlace() throws {
    try inTemporaryFolder { folder in
      try Data("old".utf8).write(to: folder.appendingPathComponent("ties.svg"))
      let outcome = try Tool.run(["draw", example, "--between", "pakistan", "nobody", "-o", "ties.svg"], in: folder)
      #expect(outcome.status == 1)
      #expect(try String(contentsOf: folder.appendingPathComponent("ties.svg"), encoding: .utf8) == "old")
    }
  }

  @Test func aFileThatCannotBeWrittenIsAFailureOfTheEnvironment() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["draw", example] + pair + ["-o", "no/such/folder.svg"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("'no/such/folder.svg' cannot be written"))
    }
  }

  @Test(arguments: [
    ["check"], ["check", "--review"], ["show"], ["show", "--claims"], ["draw", "-o", "x.svg"],
    ["convert", "--to", "json"],
    ["convert", "--from", "nquads", "--to", "json"], ["site", "-o", "pages"], ["serve", "--port", "0"],
  ])
  func aMissingFileIsAFailureOfTheEnvironment(command: [String]) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run([command[0], "nowhere.yaml"] + command.dropFirst(), in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.messages == "error: no such file or folder: 'nowhere.yaml'\n")
    }
  }

  @Test func everyDossierIsCheckedBesidesAMissingOne() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["check", "nowhere.yaml", example, "gone.yaml"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("'nowhere.yaml'") && outcome.messages.contains("'gone.yaml'"))
      #expect(outcome.messages.contains("entities"))
    }
  }

  @Test(arguments: ["check", "show"]) func anUnknownSuffixIsAnErrorThatListsTheKnownOnes(command: String) throws {
    try inTemporaryFolder { folder in
      try Data("a: b".utf8).write(to: folder.appendingPathComponent("ties.nqads"))
      let outcome = try Tool.run([command, "ties.nqads"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.messages.hasPrefix("error: unknown suffix of 'ties.nqads'; known: .yaml, .yml, .json"))
      #expect(outcome.messages.contains(".nquads"))
    }
  }

  @Test func aFileThatEndsInNquadsIsReadAsNQuads() throws {
    try inTemporaryFolder { folder in
      #expect(try Tool.run(["convert", example, "-o", "b.nquads"], in: folder).status == 0)
      let shown = try Tool.run(["show", "b.nquads", "pakistan", "afghanistan"], in: folder)
      #expect(shown.status == 0 && shown.text.contains("thawing"))
    }
  }

  @Test func aDossierMayComeThroughStandardInput() throws {
    try inTemporaryFolder { folder in
      let text =
        "states: { a: { name: A }, b: { name: B } }\nevents: { e: { on: 2014, what: Talks, type: AGREE, actors: [a], recipients: [b] } }"
      let outcome = try Tool.run(["show", "-", "a", "b"], in: folder, input: text)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("Talks"))
    }
  }

  @Test func aClaimThatWasNotKnownYetIsNotShown() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(
        ["show", example, "pakistan", "afghanistan", "--on", "2025-05-26", "--known", "2025-05-25"], in: folder)
      #expect(outcome.status == 0)
      #expect(!outcome.text.contains("Dar pays a landmark visit"))
    }
  }

  @Test(arguments: [
    ["draw"], ["draw", "x", "--between", "a", "-o", "x.svg"], ["draw", "x", "-o", "x.gif"],
    ["draw", "x", "--on", "soon", "-o", "x.svg"],
    ["draw", "x", "--hops", "2", "-o", "x.svg"], ["--frob"], ["draw", "x", "--theme", "pink", "-o", "x.svg"],
    ["show", "x", "a", "b", "c"], ["draw", "x", "--on", "2025", "--during", "2025", "-o", "x.svg"],
  ])
  func wrongUsageIsReportedAsSuch(arguments: [String]) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.messages.contains("Error:") || outcome.messages.contains("USAGE"))
    }
  }

  @Test func theWholeExampleIsQuotedAndSourced() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["check", example, "--require-sources", "--coverage", "json"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
      let json = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
      let source = try #require((json["sources"] as? [[String: Any]])?.first)
      #expect(try #require(source["bodyShare"] as? Double) >= 0.9)
    }
  }
}

/// Descriptions of pictures as text.
@Suite struct DescriptionToolTests {
  private let example = packageRoot.appendingPathComponent("examples/egypt-israel").path

  @Test func aPictureIsDescribedWithoutBeingDrawn() throws {
    try inTemporaryFolder { folder in
      let asked = ["--between", "egypt", "israel"]
      let told = try Tool.run(["draw", example] + asked + ["--on", "1979-04-01", "--describe"], in: folder)
      #expect(told.status == 0 && told.text.hasPrefix("Egypt and Israel"))
      #expect(told.text.contains("\nSource: Egypt and Israel, 1973 to 1982."))
      let line = try Tool.run(["timeline", example] + asked + ["--describe"], in: folder)
      #expect(line.status == 0 && line.text.contains("1979"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func theDescriptionIsWrittenBesideThePicture() throws {
    try inTemporaryFolder { folder in
      let asked = ["draw", example, "--between", "egypt", "israel", "--on", "1979-04-01"]
      #expect(try Tool.run(asked + ["-o", "ties.svg", "--sidecar"], in: folder).status == 0)
      let beside = try String(contentsOf: folder.appendingPathComponent("ties.svg.txt"), encoding: .utf8)
      #expect(beside == (try Tool.run(asked + ["--describe"], in: folder)).text)
      #expect(try Tool.run(asked, in: folder).status == 64)
      #expect(try Tool.run(asked + ["-o", "-", "--as", "svg", "--describe"], in: folder).status == 64)
      #expect(try Tool.run(asked + ["--sidecar", "--describe"], in: folder).status == 64)
    }
  }

  @Test func diffsAndFilmsAreDescribedToo() throws {
    try inTemporaryFolder { folder in
      let asked = ["--between", "egypt", "israel", "--from", "1977-01", "--to", "1979-06"]
      let diff = try Tool.run(["diff", example] + asked + ["--describe"], in: folder)
      #expect(
        diff.status == 1 && diff.text.hasPrefix("Egypt and Israel: from formally at war to at peace by treaty. From"))
      #expect(diff.text.contains("at peace by treaty (was: formally at war)."))
      #expect(diff.text.hasSuffix("\nSource: Egypt and Israel, 1973 to 1982. Nov 2026.\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      #expect(try Tool.run(["diff", example] + asked + ["-o", "d.png", "--sidecar"], in: folder).status == 1)
      #expect(try String(contentsOf: folder.appendingPathComponent("d.png.txt"), encoding: .utf8) == diff.text)
      let film = ["film", example] + asked + ["--every", "year"]
      for name in ["f.html", "f.svg"] {
        let told = try Tool.run(film + ["-o", name, "--describe", "--sidecar"], in: folder)
        let lines = told.text.split(separator: "\n")
        #expect(told.status == 0 && lines[0] == "Egypt and Israel. 31 Dec 1977 – 30 Jun 1979.")
        // The first date whole, the others by what became of the one before.
        #expect(lines.contains("Anwar Sadat (official), President."))
        let gone = "As of 31 Dec 1978: gone: Sept 1977 – 17 Sept 1978: Talks of Egypt and Israel"
        #expect(lines.contains { $0.hasPrefix(gone) })
        #expect(try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8) == told.text)
      }
      let sheet = try Tool.run(film + ["--sheet", "-o", "s.svg", "--describe"], in: folder)
      #expect(sheet.status == 0 && sheet.text.contains("on the side of Egypt not shown."))
      let mistakes: [([String], String)] = [
        (["diff", example] + asked + ["--sidecar"], "--sidecar requires --output."),
        (["diff", example] + asked + ["-o", "d.md", "--describe"], "--describe and --sidecar require a picture."),
        (film + ["-o", "frames/", "--sidecar"], "a folder has its description in index.md"),
      ]
      for (arguments, words) in mistakes {
        let run = try Tool.run(arguments, in: folder)
        #expect(run.status == 64 && run.messages.contains(words), "\(run.messages)")
      }
    }
  }

  @Test func pagesOfASheetSortAsTheyFollow() throws {
    try inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/egypt-israel").path
      let paper = ["--between", "egypt", "israel", "--from", "1977", "--width", "100mm", "--height", "80mm"]
      let run = try Tool.run(["film", example, "--sheet", "-o", "f.svg"] + paper, in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names.count > 9 && names.first == "f-01.svg" && names.contains("f-10.svg"))
    }
  }

  @Test func aDossierWithoutDatesIsDrawnWithoutADate() throws {
    try inTemporaryFolder { folder in
      let text = """
        states: { a: { name: Arvane }, b: { name: Belmar } }
        relations: { t: { between: [a, b], kind: ties, phases: [{ during: ../.., reads: cool }] } }
        """
      try Data(text.utf8).write(to: folder.appendingPathComponent("d.yaml"))
      let pair = ["--between", "a", "b"]
      for asked in [pair, ["--around", "a"], []] {
        let run = try Tool.run(["draw", "d.yaml", "--describe", "-o", "d.svg"] + asked, in: folder)
        #expect(run.status == 0 && run.text.contains("All dates") && !run.text.contains("1970"), "\(run.text)")
        #expect(try Tool.run(["redraw", "d.svg", "--against", "d.yaml"], in: folder).status == 0)
      }
      #expect(try Tool.run(["show", "d.yaml", "a", "b"], in: folder).text.contains("\nall dates\n"))
      let dated = try Tool.run(["draw", "d.yaml", "--on", "2014", "--describe", "-o", "d.svg"] + pair, in: folder)
      #expect(dated.text.contains("2014"))
      for command in [
        ["timeline", "d.yaml", "-o", "t.svg"], ["brief", "d.yaml"], ["film", "d.yaml", "-o", "f.html"],
      ] {
        let run = try Tool.run(command + pair, in: folder)
        #expect(run.status != 0 && run.messages.contains("dates"), "\(run.messages)")
      }
    }
  }
}
