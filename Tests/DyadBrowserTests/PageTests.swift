import DyadTestSupport
import Foundation
import Testing

/// The pages of a dossier before checkers of accessibility, of HTML, and of links.
@Suite(.checked(by: .browser)) struct PageTests {
  private let pair = "dyads/afghanistan~pakistan.html"

  /// Every page of a small site, and one of each kind of the example; with `EVERY_PAGE=1`, all of those, too, for half a minute more.
  @Test func everyPageIsAccessible() async throws {
    let kinds = try ["index.html", pair, "entities/taliban.html", "sources/thaw.html", "search.html"].map {
      try SampleSite.page($0)
    }
    let wantsAll = ProcessInfo.processInfo.environment["EVERY_PAGE"] == "1"
    let own = wantsAll ? SampleSite.pages(of: try SampleSite.folder.get()) : kinds
    let small = SampleSite.pages(of: try SampleSite.small.get())
    #expect(small.count == 8)
    let browser = try await Browser.started()
    for page in small + own {
      try await browser.open(page)
      // What is hidden, and the strokes of pictures, which are one image each, take long to look through. Pictures have a test of their own.
      try await browser.run(
        "document.querySelectorAll('.frame[hidden], #timeline[hidden], .picture svg > g').forEach(part => part.remove())"
      )
      let violations = try await Axe.violations(in: browser)
      #expect(violations == [], "\(page)")
    }
    // What opens only on demand, and on a dark page.
    try await browser.prefer(.darkColors)
    for place in [
      (pair, "show=changes"), (pair, "show=timeline"), ("sources/thaw.html", "claim-dar-visit"),
    ] {
      try await browser.open(try SampleSite.page(place.0, place.1))
      let violations = try await Axe.violations(in: browser)
      #expect(violations == [], "\(place), dark")
    }
  }

  @Test func paleTextWouldBeReported() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page("search.html"))
    #expect(try await Axe.lowContrast(in: browser) == [])
    try await browser.run("document.querySelector('h1').style.color = '#ddd'")
    #expect(try await Axe.lowContrast(in: browser).contains { $0.hasPrefix("color-contrast: ") })
  }

  @Test(.checked(by: .python)) func everyPageIsHTMLAndEveryLinkLeadsSomewhere() throws {
    for (folder, least) in [(try SampleSite.folder.get(), 25), (try SampleSite.small.get(), 8)] {
      let told = try Python.run("Tests/DyadBrowserTests/Scripts/pages.py", [folder.path])
      let result = try #require(told as? [String: Any])
      #expect(result["problems"] as? [String] == [])
      #expect((result["pages"] as? Int ?? 0) >= least)
    }
  }
}
