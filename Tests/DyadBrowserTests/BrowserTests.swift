import DyadTestSupport
import Foundation
import Testing

/// The driver itself: what it says of a page is so.
@Suite(.serialized, .checked(by: .browser)) struct BrowserTests {
  private static let player = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Player</title></head><body><main>
    <h1>Player</h1>
    <label for="year">Year</label> <input id="year" type="range" min="2019" max="2025" value="2021">
    <button id="play" aria-pressed="false">Play</button> <button id="back" disabled>Back</button>
    <label for="search">Search</label> <input id="search"> <p id="hidden" hidden>Nothing</p><p>One</p><p>Two</p>
    <script>
      const play = document.querySelector('#play')
      play.onclick = () => setTimeout(() => play.setAttribute('aria-pressed', 'true'), 100)
      document.onkeydown = event => { if (event.key === 'k') document.title = 'Paused' }
    </script></main></body></html>
    """

  /// A browser that shows the page.
  private func browser(showing html: String = player) async throws -> Browser {
    try await inTemporaryFolder { folder in
      let page = folder.appendingPathComponent("page.html")
      try Data(html.utf8).write(to: page)
      let browser = try await Browser.started()
      try await browser.open(page)
      return browser
    }
  }

  @Test func elementsTellTheirTextAttributesPropertiesAndStyle() async throws {
    let browser = try await browser()
    #expect(try await browser.element("h1").text() == "Player")
    #expect(try await browser.elements("p").count == 3)
    #expect(try await browser.element("#year").attribute("max") == "2025")
    #expect(try await browser.element("#year").attribute("step") == nil)
    #expect(try await browser.element("#back").property("disabled") == "true")
    #expect(try await browser.element("#play").isEnabled())
    #expect(try await !browser.element("#back").isEnabled())
    #expect(try await browser.element("h1").style("display") == "block")
    #expect(try await browser.element("h1").isShown())
    #expect(try await !browser.element("#hidden").isShown())
  }

  @Test func anElementThatIsNotThereIsAnErrorThatNamesIt() async throws {
    let browser = try await browser()
    let error = await #expect(throws: BrowserError.self) { try await browser.element("#nowhere") }
    #expect(try #require(error).description.contains("#nowhere"))
  }

  @Test func clicksAndLettersArrive() async throws {
    let browser = try await browser()
    let search = try await browser.element("#search")
    try await search.type("کابل")
    #expect(try await search.property("value") == "کابل")
    try await search.clear()
    #expect(try await search.property("value") == "")
    let play = try await browser.element("#play")
    try await play.click()
    try await browser.wait(until: "it plays") { try await play.attribute("aria-pressed") == "true" }
  }

  @Test func keysGoWhereTheFocusIs() async throws {
    let browser = try await browser()
    let year = try await browser.element("#year")
    try await browser.press(.tab, .right, .right)
    #expect(try await year.property("value") == "2023")
    try await browser.press(.home)
    #expect(try await year.property("value") == "2019")
    try await browser.press(.tab, "k")
    #expect(try await browser.element(":focus").attribute("id") == "play")
    #expect(try await browser.run("return document.title") == "Paused")
    try await browser.press(.tab, holding: .shift)
    #expect(try await browser.element(":focus").attribute("id") == "year")
  }

  @Test func aSliderIsToldWithItsNameItsValueAndItsBounds() async throws {
    let browser = try await browser()
    try await browser.element("#year").click()
    try await browser.press(.end)
    let slider = try #require(try await browser.accessibilityTree().first { $0.role == "slider" })
    #expect(slider.name == "Year")
    #expect(slider.value == "2025")
    #expect(slider.properties["valuemin"] == "2019")
    #expect(slider.properties["focused"] == "true")
  }

  @Test func waitingInVainIsAnErrorThatSaysForWhat() async throws {
    let browser = try await browser()
    let error = await #expect(throws: BrowserError.self) {
      try await browser.wait(until: "pigs fly", checks: 2) { false }
    }
    #expect(try #require(error).description == "Waited in vain until pigs fly.")
  }

  @Test func scriptsReturnValuesAndWhatIsPromised() async throws {
    let browser = try await browser()
    #expect(try await browser.run("return arguments[0] + arguments[1]", 2, 3) == 5)
    #expect(try await browser.run("return Promise.resolve(['a', 'b'])") == ["a", "b"])
    await #expect(throws: BrowserError.self) { try await browser.run("throw new Error('no')") }
  }

  @Test func complaintsAndRequestsAreHeardOnce() async throws {
    let browser = try await browser(
      showing: """
        <!doctype html><title>Noise</title><script>console.log('fine'); console.warn('beware')</script>
        <img src="http://dyad.invalid/a.png" alt="">
        """)
    let complaints = try await browser.complaints()
    #expect(complaints.count == 2)
    #expect(complaints.contains { $0.contains("beware") })
    #expect(complaints.contains { $0.contains("http://dyad.invalid/a.png") })
    #expect(try await browser.complaints() == [])
    #expect(try await browser.requests().map { URL(string: $0)?.lastPathComponent } == ["page.html", "a.png"])
    #expect(try await browser.requests() == [])
  }

  @Test func thePageHearsWhatItsReaderPrefersAndNothingThatNoLongerHolds() async throws {
    let browser = try await browser()
    let queries: [(Browser.Preference, String)] = [
      (.darkColors, "(prefers-color-scheme: dark)"), (.lightColors, "(prefers-color-scheme: light)"),
      (.reducedMotion, "(prefers-reduced-motion: reduce)"), (.moreContrast, "(prefers-contrast: more)"),
    ]
    for (preference, query) in queries {
      try await browser.prefer(preference)
      #expect(try await browser.run("return matchMedia(arguments[0]).matches", query) == true, "\(query)")
      #expect(
        try await browser.run("return matchMedia('(prefers-color-scheme: dark)').matches")
          == (preference == .darkColors))
    }
  }

  @Test func thePageHasTheRoomThatItIsGiven() async throws {
    let browser = try await browser()
    try await browser.resize(width: 320, height: 640)
    #expect(try await browser.run("return [innerWidth, innerHeight]") == [320, 640])
    let screenshot = try await browser.screenshot()
    // A PNG tells its width at bytes 16 to 19, its height at 20 to 23.
    #expect(Array(screenshot[16..<24]) == [0, 0, 1, 64, 0, 0, 2, 128])
  }

  @Test func thePageNoticesThatTheNetworkIsGone() async throws {
    let browser = try await browser()
    try await browser.goOffline()
    #expect(try await browser.run("return navigator.onLine") == false)
    try await browser.goOnline()
    #expect(try await browser.run("return navigator.onLine") == true)
  }

  @Test func noBrowserHearsAnother() async throws {
    let (one, other) = (try await browser(), try await browser())
    try await one.run("console.error('mine alone')")
    #expect(try await one.complaints().count == 1)
    #expect(try await other.complaints() == [])
  }

  /// What one test does to its browser, the next one does not notice.
  @Test func aBrowserThatWasUsedIsAsANewOne() async throws {
    func state(of browser: Browser) async throws -> [String] {
      try await browser.run(
        """
        const dark = matchMedia('(prefers-color-scheme: dark)').matches;
        return [innerWidth, dark, navigator.onLine, document.hasFocus(), localStorage.length].map(String);
        """)
    }
    var first: Browser? = try await browser()
    try await first?.run("localStorage.setItem('a', 'b'); console.error('mine alone')")
    try await first?.resize(width: 320, height: 640)
    try await first?.prefer(.darkColors)
    try await first?.goOffline()
    if let first { #expect(try await state(of: first) == ["320", "true", "false", "true", "1"]) }
    first = nil
    for _ in 0..<200 {
      if await Chromiums.shared.hasLeft { break }
      try await Task.sleep(for: .milliseconds(5))
    }
    // The one that was left, unless another suite was faster.
    let next = [try await browser(), try await browser()]
    for browser in next {
      #expect(try await state(of: browser) == ["1280", "false", "true", "true", "0"])
      #expect(try await browser.complaints() == [])
    }
  }
}
