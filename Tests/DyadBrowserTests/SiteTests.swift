import DyadTestSupport
import Foundation
import Testing

/// The pages of a dossier, opened from a folder, in the hands of a reader.
@Suite(.serialized, .checked(by: .browser)) struct SiteTests {
  private static let pair = "dyads/afghanistan~pakistan.html"

  private func shown(_ browser: Browser) async throws -> [String] {
    try await browser.run(
      "return [...document.querySelectorAll('.frame')].filter(f => !f.hidden).map(f => f.dataset.day)")
  }

  private func isShown(_ selector: String, _ browser: Browser) async throws -> Bool {
    try await browser.run(
      "return [...document.querySelectorAll('\(selector)')].some(part => part.offsetParent !== null)")
  }

  @Test func theSliderTheButtonsAndTheKeysGoFromDateToDate() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page(SiteTests.pair))
    let days: [String] = try await browser.run(
      "return [...document.querySelectorAll('.frame')].map(f => f.dataset.day)")
    #expect(days == days.sorted() && days.contains("2025-04-19") && days.last == "2025-05-26")
    #expect(try await shown(browser) == ["2025-05-26"])
    try await browser.element("#previous").click()
    #expect(try await shown(browser) == [days[days.count - 2]])
    try await browser.element("#next").click()
    #expect(try await shown(browser) == ["2025-05-26"])
    try await browser.element("h1").click()
    try await browser.press(.home)
    #expect(try await shown(browser) == [days[0]])
    try await browser.run("document.getElementById('slider').focus()")
    try await browser.press(.right)
    #expect(try await shown(browser) == [days[1]])
    let address: String = try await browser.run("return location.hash")
    #expect(address.contains("on=\(days[1])"))
    // A tick for each date.
    let ticks: Int = try await browser.run("return document.querySelectorAll('#stops option').length")
    #expect(ticks == days.count)
  }

  @Test func anAddressLeadsToADateAViewAndAClaim() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page(SiteTests.pair, "on=2025-04-19&show=changes&claim=claim-dar-visit"))
    #expect(try await shown(browser) == ["2025-04-19"])
    #expect(try await isShown(".marked", browser))
    #expect(try await browser.element("#on-2025-04-19 .changes h3").text().hasPrefix("Changes since"))
    #expect(try await browser.element(".claim.chosen").attribute("id") == "claim-dar-visit")
    let mark = try await browser.element("#claim-dar-visit mark").text()
    #expect(mark.contains("landmark visit by Deputy Prime Minister Ishaq Dar"))
  }

  @Test func aClickInThePictureLeadsToTheClaimAndTheClaimToItsPlaceInTheText() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page(SiteTests.pair, "on=2025-05-26"))
    try await browser.run(
      """
      const row = [...document.querySelectorAll('.frame:not([hidden]) .plain [id$="a_claim-dar-visit"] text')][0];
      row.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      """)
    #expect(try await browser.element(".claim.chosen").attribute("id") == "claim-dar-visit")
    let focused: String = try await browser.run("return document.activeElement.id")
    #expect(focused == "claim-dar-visit")
    try await browser.run(
      """
      const name = [...document.querySelectorAll('.frame:not([hidden]) .plain [id$="-entity-dar"] text')][0];
      name.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      """)
    #expect(try await browser.element(".claim.chosen").attribute("id") == "party-dar")
    // A line leads to the strand that it stands for.
    try await browser.run(
      """
      const line = document.querySelector('.frame:not([hidden]) .plain [id$="-tie-pakistan-third-india"] path');
      line.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      """)
    #expect(try await browser.element(".claim.chosen").attribute("id")?.hasPrefix("claim-pakistan-india") == true)
    try await browser.run("document.querySelector('#claim-dar-visit figcaption a').click()")
    try await browser.wait(until: "the source is open") {
      try await browser.run("return location.pathname.endsWith('/sources/thaw.html')")
    }
    let marked: String = try await browser.run(
      "return [...document.querySelectorAll('.text mark.chosen')].map(mark => mark.textContent).join('')")
    #expect(marked.contains("landmark visit"))
  }

  @Test func onlyClaimsOfTheDateAreShownUntilAllAreAskedFor() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page(SiteTests.pair, "on=2021-08-31"))
    let count = "return document.querySelectorAll('.claim:not([hidden])').length"
    let few: Int = try await browser.run(count)
    #expect(try await isShown("#claim-dar-visit", browser) == false)
    try await browser.element("#all").click()
    let many: Int = try await browser.run(count)
    #expect(few < many)
    #expect(try await isShown("#claim-dar-visit", browser))
  }

  @Test func theTimelineTakesThePlaceOfThePicture() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page(SiteTests.pair))
    #expect(try await isShown("#timeline", browser) == false)
    try await browser.element("[value=timeline]").click()
    #expect(try await isShown("#timeline svg", browser))
    #expect(try await shown(browser) == [])
  }

  @Test func theFirstPageLeadsToEntitiesAndPairsFromItsPicture() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page("index.html"))
    try await browser.run(
      """
      document.querySelector('.frame:not([hidden]) .plain [id$="-entity-china"] text')
        .dispatchEvent(new MouseEvent('click', { bubbles: true }));
      """)
    try await browser.wait(until: "China's page is open") {
      try await browser.run("return location.pathname.endsWith('/entities/china.html')")
    }
    #expect(try await browser.element("h1").text() == "China")
  }

  @Test func theSearchFindsNamesAndQuotedWords() async throws {
    let browser = try await Browser.started()
    try await browser.open(try SampleSite.page("index.html"))
    try await browser.element("#q").type("commitment")
    try await browser.run("document.querySelector('[role=search] button').click()")
    try await browser.wait(until: "the search is open") {
      try await browser.run("return location.pathname.endsWith('/search.html')")
    }
    let found: [String] = try await browser.run(
      "return [...document.querySelectorAll('#everything li:not([hidden])')].map(item => item.textContent)")
    #expect(found.count >= 2 && found.count < 8)
    #expect(found.contains { $0.contains("Both sides agree on a series of commitments") })
    let said = try await browser.element("#found").text()
    #expect(said.hasPrefix("\(found.count) results for “commitment”"))
  }

  @Test func withoutScriptsEverythingIsThere() async throws {
    let page = try String(contentsOf: try SampleSite.page(SiteTests.pair), encoding: .utf8)
    #expect(!page.contains("class=\"frame\" hidden"))
    #expect(page.contains("id=\"timeline\">"))
    #expect(page.components(separatedBy: "<article class=\"claim\"").count > 30)
  }

  @Test func nothingIsAskedOfAnybodyAndNothingIsComplainedOf() async throws {
    let browser = try await Browser.started()
    _ = try await browser.requests()
    _ = try await browser.complaints()
    for path in ["index.html", SiteTests.pair, "entities/china.html", "sources/thaw.html", "search.html"] {
      try await browser.open(try SampleSite.page(path))
    }
    #expect(try await browser.requests().filter { !$0.hasPrefix("file:") && !$0.hasPrefix("data:") } == [])
    #expect(try await browser.complaints() == [])
  }
}
