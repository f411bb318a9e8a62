import DyadTestSupport
import Foundation
import Testing

/// Briefs on the shipped examples, compared with reviewed ones, and through pandoc.
@Suite struct BriefToolTests {
  static let asked: [(example: String, between: [String], on: String, since: String?)] = [
    ("pakistan-afghanistan", ["pakistan", "afghanistan"], "2025-05-26", "2025-02-01"),
    ("pakistan-afghanistan", ["pakistan", "afghanistan"], "2025-02-01", nil),
    ("egypt-israel", ["egypt", "israel"], "1979-06-01", "1977-01-01"),
    ("egypt-israel", ["egypt", "israel"], "1982-05-01", nil),
    ("ethiopia-eritrea", ["ethiopia", "eritrea"], "2018-09-30", "2018-01-01"),
    ("ethiopia-eritrea", ["ethiopia", "eritrea"], "2000-06-30", nil),
    ("armenia-azerbaijan", ["armenia", "azerbaijan"], "2024-06-30", nil),
  ]

  private func arguments(_ asked: (example: String, between: [String], on: String, since: String?)) -> [String] {
    ["brief", packageRoot.appendingPathComponent("examples/\(asked.example)").path, "--between"] + asked.between
      + ["--on", asked.on] + (asked.since.map { ["--since", $0] } ?? [])
  }

  @Test(arguments: asked.indices) func theBriefIsTheReviewedOne(index: Int) throws {
    let asked = BriefToolTests.asked[index]
    let run = try inTemporaryFolder { try Tool.run(arguments(asked), in: $0) }
    #expect(run.status == 0, "\(run.messages)")
    let golden = packageRoot.appendingPathComponent("Tests/DyadCommandsTests/Golden/\(asked.example)-\(asked.on).md")
    #expect(difference(from: golden, run.text) == nil)
  }

  @Test func aTextHasItsPicturesBesideItAndAPageHasThemInIt() throws {
    try inTemporaryFolder { folder in
      let asked = arguments(BriefToolTests.asked[2])
      #expect(try Tool.run(asked + ["-o", "my brief.md"], in: folder).status == 0)
      let text = try String(contentsOf: folder.appendingPathComponent("my brief.md"), encoding: .utf8)
      for name in ["sheet", "timeline"] {
        #expect(text.contains("](my%20brief-\(name).svg)"))
        let svg = try String(contentsOf: folder.appendingPathComponent("my brief-\(name).svg"), encoding: .utf8)
        #expect(svg.contains("Israel"))
      }
      #expect(try Tool.run(asked + ["-o", "b.html"], in: folder).status == 0)
      let page = try String(contentsOf: folder.appendingPathComponent("b.html"), encoding: .utf8)
      #expect(page.components(separatedBy: "<svg ").count == 3 && !page.contains("<?xml"))
    }
  }

  @Test func errorsAreReportedAndNothingIsWritten() throws {
    try inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/egypt-israel").path
      let mistakes: [(arguments: [String], message: String, status: Int32)] = [
        (["brief", example, "--between", "egypt", "israle", "-o", "b.md"], "did you mean 'israel'?", 1),
        (["brief", example, "--between", "egypt", "-o", "b.md"], "--between takes two parties.", 64),
        (["brief", example, "--between", "egypt", "israel", "-o", "b.rtf"], "Give --as, or a file", 64),
        (["brief", example, "--between", "egypt", "israel", "--as", "pdf"], "Give --output for Word or PDF.", 64),
        (
          ["brief", example, "--between", "egypt", "israel", "--on", "1979", "--since", "1981", "-o", "b.md"],
          "--since 1981 is later", 1
        ),
      ]
      for mistake in mistakes {
        let run = try Tool.run(mistake.arguments, in: folder)
        #expect(run.messages.contains(mistake.message), "\(run.messages)")
        #expect(run.status == mistake.status)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test(.checked(by: .pandoc)) func pandocMakesWordOfIt() throws {
    try inTemporaryFolder { folder in
      let run = try Tool.run(arguments(BriefToolTests.asked[2]) + ["-o", "b.docx"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let names = try Command.run("unzip", ["-Z1", "b.docx"], in: folder).text.split(separator: "\n")
      #expect(names.count { $0.hasPrefix("word/media/") } == 2)
      let text = try Command.run("pandoc", ["b.docx", "-t", "plain", "--wrap=none"], in: folder).text
      #expect(
        text.contains(
          "On 1 June 1979 Egypt and Israel had been at peace by treaty since 26 March 1979, when the peace treaty was signed"
        ))
      #expect(text.contains("[1] Egypt and Israel, 1973 to 1982"))
    }
  }

  /// Two pages, followed by the sources.
  @Test(.checked(by: .pandoc), .checked(by: .weasyprint)) func pandocMakesTwoPagesAndTheSourcesOfIt() throws {
    try inTemporaryFolder { folder in
      let run = try Tool.run(arguments(BriefToolTests.asked[0]) + ["-o", "b.pdf"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let pages = try Command.run("pdftotext", ["-layout", "b.pdf", "-"], in: folder).text.split(separator: "\u{C}")
      #expect(pages.count == 4)
      #expect(
        pages[0].contains("The parties") && pages[1].contains("Third parties"))
      #expect(pages[1].contains("Evidence") && pages.contains { $0.contains("Sources") })
      let images = try Command.run("pdfimages", ["-list", "b.pdf"], in: folder).text
      #expect(images.split(separator: "\n").count { $0.contains("image") } >= 2)
    }
  }
}
