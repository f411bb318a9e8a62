import DyadTestSupport
import Foundation
import Testing

/// Reports written by pandoc, and read again.
@Suite(.checked(by: .pandoc)) struct PandocTests {
  private let report = """
    ---
    dyad-dossier: EXAMPLE
    ---

    They were [egypt israel]{.dyad show=phase on=1975-01-01}, then [egypt israel]{.dyad show=phase on=1979-04-01}.

    ```{.dyad between="egypt israel" on=1979-04-01 width=120mm}
    ```

    ```{.dyad show=table table=events between="egypt israel" during=1978/1979 caption="What happened"}
    ```

    """

  /// The text of a page.
  private func plain(_ page: String) -> String {
    page.replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func written(_ text: String? = nil) -> String {
    (text ?? report).replacing("EXAMPLE", with: packageRoot.appendingPathComponent("examples/egypt-israel").path)
  }

  @Test func aWebPageHasThePictureItsWordsAndItsSource() throws {
    try inTemporaryFolder { folder in
      let run = try Pandoc.run(written(), ["--citeproc", "-s", "--metadata", "title=T", "-o", "r.html"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let page = try String(contentsOf: folder.appendingPathComponent("r.html"), encoding: .utf8)
      let words = plain(page)
      #expect(words.contains("They were formally at war, then at peace by treaty."))
      let picture = try #require(page.firstMatch(of: /<img\s+src="(dyad-media\/[^"]+\.svg)"/)?.1)
      let svg = try String(contentsOf: folder.appendingPathComponent(String(picture)), encoding: .utf8)
      #expect(svg.contains("<title") && svg.contains("Israel"))
      #expect(words.contains("As of 1 Apr 1979. (“Egypt and Israel, 1973 to 1982” 2026)"))
      #expect(words.contains("What happened when what") && page.contains("<table"))
    }
  }

  @Test func aDocumentHasThePictureAtItsSizeWithWords() throws {
    try inTemporaryFolder { folder in
      #expect(try Pandoc.run(written(), ["--citeproc", "-o", "r.docx"], in: folder).status == 0)
      let names = try Command.run("unzip", ["-Z1", "r.docx"], in: folder)
      let picture = try #require(names.text.split(separator: "\n").first { $0.hasPrefix("word/media/") })
      #expect(picture.hasSuffix(".png"))
      let document = try Command.run("unzip", ["-p", "r.docx", "word/document.xml"], in: folder).text
      // 120 mm in English metric units.
      let width = try #require(document.firstMatch(of: /<wp:extent cx="([0-9]+)"/).flatMap { Int($0.1) })
      #expect(abs(width - 120 * 36000) < 36000, "\(width)")
      #expect(document.contains("title=\"Egypt and Israel: at peace by treaty since March 1979. As of 1 Apr 1979"))
      let png = try Command.run("unzip", ["-p", "r.docx", String(picture)], in: folder).output
      // 120 mm at 300 pixels to an inch.
      #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == 1417)
    }
  }

  @Test func otherTargetsGetTheFormatThatSuitsThem() throws {
    try inTemporaryFolder { folder in
      #expect(try Pandoc.run(written(), ["-o", "r.odt"], in: folder).status == 0)
      #expect(try Command.run("unzip", ["-Z1", "r.odt"], in: folder).text.contains("Pictures/0.png"))
      #expect(try Pandoc.run(written(), ["-t", "latex", "-o", "r.tex"], in: folder).status == 0)
      let source = try String(contentsOf: folder.appendingPathComponent("r.tex"), encoding: .utf8)
      let picture = try #require(source.firstMatch(of: /\{(dyad-media\/[^}]+\.pdf)\}/)?.1)
      #expect(try Data(contentsOf: folder.appendingPathComponent(String(picture))).starts(with: Data("%PDF".utf8)))
    }
  }

  @Test func theFormOfThePicturesCanBeChosen() throws {
    try inTemporaryFolder { folder in
      let run = try Pandoc.run(written(), ["-M", "dyad-pictures=png", "-o", "r.html"], in: folder)
      #expect(run.status == 0)
      let page = try String(contentsOf: folder.appendingPathComponent("r.html"), encoding: .utf8)
      #expect(page.contains(".png\"") && !page.contains(".svg"))
    }
  }

  private let manyShows = """
    ---
    dyad-dossier: EXAMPLE
    ---

    ```{.dyad show=diff between="egypt israel" from=1977-01-01 to=1979-06-01 width=120mm}
    ```

    ```{.dyad show=timeline between="egypt israel" width=120mm}
    ```

    ```{.dyad show=film between="egypt israel" every=year from=1977 to=1980 width=160mm describe=no}
    ```

    """

  @Test func everyShowHasItsWordsItsDescriptionAndItsSource() throws {
    try inTemporaryFolder { folder in
      let run = try Pandoc.run(written(manyShows), ["--citeproc", "-s", "-M", "title=T", "-o", "r.html"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let page = try String(contentsOf: folder.appendingPathComponent("r.html"), encoding: .utf8)
      let words = plain(page)
      #expect(words.components(separatedBy: "(“Egypt and Israel, 1973 to 1982” 2026)").count == 4)
      #expect(page.contains("alt=\"Egypt and Israel: from formally at war to at peace by treaty. From 1 Jan 1977"))
      let described = page.matches(of: /aria-describedby="(dyad-description-[0-9]+)"/).map { String($0.1) }
      #expect(described.count == 2)
      for id in described { #expect(page.contains("<details class=\"dyad-description\" id=\"\(id)\">")) }
      // All that the picture shows, told with what became of it, and the film without words.
      #expect(words.contains("new: 26 Mar 1979: The peace treaty is signed"))
      let inWord = try Pandoc.run(written(manyShows), ["-t", "docx", "-o", "r.docx"], in: folder)
      #expect(inWord.status == 0)
      #expect(
        try !Command.run("unzip", ["-p", "r.docx", "word/document.xml"], in: folder).text.contains(
          "Description of the picture"))
    }
  }

  /// Those who write their reports by hand cite the sources of a dossier from its exports.
  @Test(arguments: ["refs.json", "refs.bib"]) func itsSourcesAreABibliographyToPandoc(file: String) throws {
    try inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
      let format = file.hasSuffix("json") ? "csl-json" : "bibtex"
      #expect(try Tool.run(["convert", example, "--to", format, "-o", file], in: folder).status == 0)
      try Data("They met [@thaw].\n".utf8).write(to: folder.appendingPathComponent("r.md"))
      let set = try Command.run(
        "pandoc", ["r.md", "--citeproc", "--bibliography", file, "-t", "plain", "--wrap=none"], in: folder)
      #expect(set.status == 0 && set.messages == "", "\(set.messages)")
      let lines = set.text.split(separator: "\n")
      #expect(lines.first == "They met (“Pak-Afghan Ties See Thaw as Taliban Target TTP Elements” 2025).")
      #expect(lines.last?.contains("Pak-Afghan Ties See Thaw as Taliban Target TTP Elements.” 2025") == true)
    }
  }

  @Test func slidesHaveThePictures() throws {
    try inTemporaryFolder { folder in
      #expect(try Pandoc.run(written(), ["-o", "r.pptx"], in: folder).status == 0)
      let names = try Command.run("unzip", ["-Z1", "r.pptx"], in: folder).text.split(separator: "\n")
      #expect(names.contains { $0.hasPrefix("ppt/media/") && $0.hasSuffix(".png") })
      let slides = names.filter { $0.hasPrefix("ppt/slides/slide") }
      let words = try slides.map { try Command.run("unzip", ["-p", "r.pptx", String($0)], in: folder).text }.joined()
      #expect(words.contains("formally at war") && words.contains("What happened"))
    }
  }

  @Test(.checked(by: .weasyprint)) func aPDFHasThePictureAndTheWords() throws {
    try inTemporaryFolder { folder in
      let run = try Pandoc.run(
        written(), ["--citeproc", "-M", "dyad-pictures=png", "-t", "html5", "--pdf-engine=weasyprint", "-o", "r.pdf"],
        in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let words = try Command.run("pdftotext", ["r.pdf", "-"], in: folder).text
      #expect(words.contains("then at peace by treaty") && words.contains("What happened"))
      let images = try Command.run("pdfimages", ["-list", "r.pdf"], in: folder).text.split(separator: "\n")
      // 120 mm at 300 pixels to an inch.
      #expect(images.contains { $0.contains(" 1417 ") }, "\(images)")
      // As a page it is not blank: the blue of the first party is somewhere on it.
      #expect(
        try Command.run("pdftoppm", ["-r", "40", "-f", "1", "-l", "1", "r.pdf", "page"], in: folder).status == 0)
      let page = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".ppm") })
      let pixels = [UInt8](try Data(contentsOf: folder.appendingPathComponent(page)).dropFirst(15))
      let blue = stride(from: 0, to: pixels.count - 2, by: 3).count { pixels[$0] < 60 && pixels[$0 + 2] > 100 }
      #expect(blue > 50, "\(blue)")
    }
  }

  @Test(.checked(by: .weasyprint)) func theReportOfTheExamplesHasTwoPages() throws {
    try inTemporaryFolder { folder in
      let tool = Tool.filter.path
      let script = packageRoot.appendingPathComponent("scripts/make-example-report").path
      let run = try Command.run("sh", [script, tool, folder.path], in: packageRoot)
      #expect(run.status == 0, "\(run.messages)")
      let info = try Command.run("pdfinfo", ["report.pdf"], in: folder).text
      #expect(info.contains(/Pages: +2\n/))
      let page = try String(contentsOf: folder.appendingPathComponent("report.html"), encoding: .utf8)
      // It needs nothing else: pictures and style are in it.
      #expect(!page.contains("src=\"dyad-media") && page.contains("data:image/svg+xml"))
      #expect(try Command.run("unzip", ["-Z1", "report.docx"], in: folder).text.contains("word/media/"))
    }
  }

  @Test func everyErrorIsReportedAtItsLine() throws {
    let bad = """
      Text.

      ```{.dyad dossier=EXAMPLE between="egypt isreal"}
      ```

      [egypt israel]{.dyad show=phase on=1979-13 dossier=EXAMPLE} and [egypt israel]{.dyad shw=phase}

      ```{.dyad between="egypt israel"}
      ```

      ```{.dyad dossier=nowhere.yaml}
      ```

      """
    try inTemporaryFolder { folder in
      let run = try Pandoc.run(written(bad), ["-o", "r.html"], in: folder)
      #expect(run.status != 0)
      let told = run.messages.split(separator: "\n").filter { $0.hasPrefix("report.md:") && $0.contains("error:") }
      #expect(told.count == 5, "\(run.messages)")
      #expect(told.first == "report.md:3: error: unknown entity 'isreal'; did you mean 'israel'?")
      #expect(told.dropFirst().first?.hasPrefix("report.md:6: error: invalid date '1979-13' for 'on'") == true)
      #expect(told.dropFirst(2).first?.contains("unknown attribute 'shw' of a picture; did you mean 'show'?") == true)
      #expect(
        told.dropFirst(3).first
          == "report.md:8: error: no dossier is named; add dossier=…, or 'dyad-dossier' to the document's metadata")
      #expect(run.messages.contains("nowhere.yaml"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("r.html").path))
    }
  }

  @Test func aDocumentWithoutBlocksStaysAsItIs() throws {
    let plain = "# Head\n\nText *with* `.dyad` code, 1.5, and a [link](x).\n\n1. one\n2. two\n"
    try inTemporaryFolder { folder in
      #expect(try Pandoc.run(plain, ["-t", "json", "-o", "with.json"], in: folder).status == 0)
      let without = try Command.run("pandoc", ["report.md", "-t", "json"], in: folder)
      func tree(_ data: Data) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
      }
      #expect(try tree(Data(contentsOf: folder.appendingPathComponent("with.json"))) == tree(without.output))
    }
  }

  @Test func theReportOfTheExamplesIsMade() throws {
    try inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/report/report.md")
      let text = try String(contentsOf: example, encoding: .utf8)
        .replacing(
          "../pakistan-afghanistan", with: packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path)
      let run = try Pandoc.run(text, ["--citeproc", "-s", "-o", "r.html"], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let page = try String(contentsOf: folder.appendingPathComponent("r.html"), encoding: .utf8)
      #expect(page.matches(of: /<img\s/).count == 2 && page.matches(of: /<table/).count == 2)
      #expect(plain(page).contains("had been strained. By late May 2025 they were thawing."))
    }
  }
}

/// Pandoc with the filter, as a process.
enum Pandoc {
  static func run(_ report: String, _ arguments: [String], in folder: URL) throws -> Command.Outcome {
    try Data(report.utf8).write(to: folder.appendingPathComponent("report.md"))
    return try Command.run("pandoc", ["report.md", "--filter", Tool.filter.path] + arguments, in: folder)
  }
}
