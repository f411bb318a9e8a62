import DyadTestSupport
import Foundation
import Testing

/// `dyad redraw`: pictures drawn again from the requests that they carry.
@Suite struct RedrawTests {
  private let example = packageRoot.appendingPathComponent("examples/egypt-israel").path

  /// A picture of the pair of the example.
  private func draw(_ name: String, _ more: [String] = [], in folder: URL) throws {
    let words = ["draw", example, "--between", "egypt", "israel", "--on", "1979-04-01", "-o", name, "--dpi", "72"]
    #expect(try Tool.run(words + more, in: folder).status == 0)
  }

  private func redraw(_ arguments: [String], in folder: URL) throws -> Command.Outcome {
    try Tool.run(["redraw"] + arguments + ["--against", example], in: folder)
  }

  @Test(arguments: [
    [], ["--theme", "auto", "--lang", "fr"], ["--width", "100mm", "--height", "120mm"], ["--without", "events"],
    ["--title", "Two \"states\" & one peace"], ["--sources", "none", "--known", "2030"],
  ])
  func whatWasAskedForIsKept(options: [String]) throws {
    try inTemporaryFolder { folder in
      for name in ["ties.svg", "ties.png"] {
        try draw(name, options, in: folder)
        let before = try Data(contentsOf: folder.appendingPathComponent(name))
        let outcome = try redraw([name], in: folder)
        #expect(outcome.status == 0 && outcome.text == "\(name): unchanged\n", "\(outcome.text) \(outcome.messages)")
        #expect(try Data(contentsOf: folder.appendingPathComponent(name)) == before)
      }
    }
  }

  @Test func aStyleSheetAndPositionsAreKept() throws {
    try inTemporaryFolder { folder in
      try Data(".card { stroke: black }".utf8).write(to: folder.appendingPathComponent("house.css"))
      try draw("ties.svg", ["--lock", "lock.json"], in: folder)
      try draw("ties.svg", ["--lock", "lock.json", "--stylesheet", "house.css"], in: folder)
      #expect(try redraw(["ties.svg"], in: folder).text == "ties.svg: unchanged\n")
      let svg = try String(contentsOf: folder.appendingPathComponent("ties.svg"), encoding: .utf8)
      #expect(svg.contains("<style>.card { stroke: black }</style>"))
    }
  }

  @Test func aMovedDateIsDrawn() throws {
    try inTemporaryFolder { folder in
      try draw("ties.svg", in: folder)
      let outcome = try redraw(["ties.svg", "--on", "1973-11-01"], in: folder)
      #expect(outcome.status == 0 && outcome.text.hasPrefix("ties.svg: redrawn\n"))
      let svg = try String(contentsOf: folder.appendingPathComponent("ties.svg"), encoding: .utf8)
      #expect(svg.contains("As of 1 Nov 1973"))
    }
  }

  @Test func aChangedClaimIsDrawnAndNamed() throws {
    try inTemporaryFolder { folder in
      _ = try Tool.run(["new", "ferry"], in: folder)
      let words = ["draw", "ferry", "--between", "arvane", "belmar", "--on", "2014-06-01", "-o", "ties.svg"]
      #expect(try Tool.run(words, in: folder).status == 0)
      let file = folder.appendingPathComponent("ferry/dossier.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("reads: reconciled", with: "reads: good neighbours").utf8).write(to: file)
      let outcome = try Tool.run(["redraw", "ties.svg", "--against", "ferry"], in: folder)
      #expect(outcome.status == 0 && outcome.text.hasPrefix("ties.svg: redrawn\n  changed arvane-belmar"))
      let svg = try String(contentsOf: folder.appendingPathComponent("ties.svg"), encoding: .utf8)
      #expect(svg.contains("good neighbours"))
    }
  }

  @Test func whatCannotBeDrawnAgainStaysAsItIs() throws {
    try inTemporaryFolder { folder in
      try draw("own.svg", in: folder)
      let svg = try String(contentsOf: folder.appendingPathComponent("own.svg"), encoding: .utf8)
      let edited = svg.replacing("</svg>", with: "<!-- by hand --></svg>")
      try Data(edited.utf8).write(to: folder.appendingPathComponent("edited.svg"))
      try Data("<svg/>".utf8).write(to: folder.appendingPathComponent("other.svg"))
      let outcome = try redraw(["edited.svg", "other.svg", "own.svg"], in: folder)
      #expect(outcome.status == 1)
      #expect(
        outcome.text == """
          edited.svg: was changed after it was drawn; --force draws it again
          other.svg: foreign: it carries no recipe
          own.svg: unchanged

          """)
      #expect(try String(contentsOf: folder.appendingPathComponent("edited.svg"), encoding: .utf8) == edited)
      #expect(try redraw(["edited.svg", "--force"], in: folder).text == "edited.svg: redrawn\n")
      #expect(try String(contentsOf: folder.appendingPathComponent("edited.svg"), encoding: .utf8) == svg)
    }
  }
}
