import DyadTestSupport
import Foundation
import Testing

/// The page of a review before the checkers of accessibility and of HTML.
@Suite(.serialized, .checked(by: .browser)) struct ReviewPageTests {
  /// A review with claims in every state, and that of an example.
  static let folder: Result<URL, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-reviews-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = """
      sources: { s: { title: "A & B", language: en, content: "One & <two>. Three. Four." }, t: { title: No text } }
      states: { a: { name: Arvane } }
      events:
        open: { on: 2014, what: "Open <claim>", type: AGREE, actors: [a], cite: { s: "One & <two>." } }
        held: { on: 2014, what: Held, type: AGREE, actors: [a], tone: 5, cite: { s: Three. } }
        changed: { on: 2014, what: Changed, type: AGREE, actors: [a], cite: [{ source: t, quote: Five, speaker: many }] }
        bare: { on: 2014, what: Bare, type: AGREE, actors: [a] }
      reviews:
        changed: { by: I. Marrow, on: 2026-11-26, digest: "00000000" }

      """
    try Data(text.utf8).write(to: folder.appendingPathComponent("states.yaml"))
    let accepted = try Tool.run(
      ["check", "states.yaml", "--review", "--accept", "held", "--by", "I. Marrow", "-o", "states.html"], in: folder)
    let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
    let written = try Tool.run(["check", example, "--review", "-o", "example.html"], in: folder)
    guard accepted.status == 0, written.status == 0 else { throw Command.Failure(accepted.messages + written.messages) }
    return folder
  }

  @Test func theyAreAccessibleLightAndDarkAndMakeNoRequests() async throws {
    let browser = try await Browser.started()
    for name in ["states.html", "example.html"] {
      let page = try ReviewPageTests.folder.get().appendingPathComponent(name)
      try await browser.open(page)
      #expect(try await Axe.violations(in: browser) == [], "\(name)")
      try await browser.prefer(.darkColors)
      try await browser.open(page)
      #expect(try await Axe.lowContrast(in: browser) == [], "\(name), dark")
    }
  }

  @Test func claimAndQuoteAreSideBySideOnAWideScreenAndBelowEachOtherOnANarrowOne() async throws {
    let browser = try await Browser.started()
    let places =
      "return [...document.querySelector('article').querySelectorAll(':scope > div')].map(part => part.getBoundingClientRect().left)"
    try await browser.resize(width: 1400, height: 900)
    try await browser.open(try ReviewPageTests.folder.get().appendingPathComponent("states.html"))
    let wide: [Double] = try await browser.run(places)
    #expect(wide.count == 2 && wide[0] < wide[1])
    try await browser.resize(width: 500, height: 900)
    let narrow: [Double] = try await browser.run(places)
    #expect(narrow.count == 2 && narrow[0] == narrow[1])
  }

  @Test(.checked(by: .python)) func theyAreHTML() throws {
    let told = try Python.run("Tests/DyadBrowserTests/Scripts/pages.py", [try ReviewPageTests.folder.get().path])
    let result = try #require(told as? [String: Any])
    #expect(result["problems"] as? [String] == [])
    #expect(result["pages"] as? Int == 2)
  }
}
