import DyadTestSupport
import Foundation
import Testing

/// The pictures of pages on a phone and on a desk.
@Suite(.serialized, .checked(by: .browser)) struct NarrowPageTests {
  private struct Sizes: Decodable {
    var scroll: Double
    var smallest: Double
    var pictures: Int
    var narrow: Int
    var repeated: [String]
  }

  /// The width of the page, the smallest type of the visible pictures in pixels, and how many of them there are.
  private func sizes(_ browser: Browser) async throws -> Sizes {
    try await browser.run(
      """
      const visible = [...document.querySelectorAll('svg.dyad-picture')].filter(svg => svg.getClientRects().length);
      const type = visible.flatMap(svg => [...svg.querySelectorAll('text')]
        .filter(text => /[\\p{L}\\p{N}]/u.test(text.textContent)).map(text =>
        parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
      const ids = [...document.querySelectorAll('[id]')].map(part => part.id);
      return { scroll: document.documentElement.scrollWidth, smallest: Math.min(...type), pictures: visible.length,
        narrow: visible.filter(svg => svg.closest('.narrow')).length,
        repeated: ids.filter((id, index) => ids.indexOf(id) !== index) };
      """)
  }

  static let pages = ["dyads/afghanistan~pakistan.html", "entities/pakistan.html", "entities/taliban.html"]

  /// A desk's browser takes 15 pixels for a scroll bar, and a phone's none: 375 are a phone of 360.
  @Test(arguments: pages, ["", "show=timeline"])
  func aPhoneShowsTheNarrowPictureInLegibleType(page: String, fragment: String) async throws {
    let browser = try await Browser.started()
    try await browser.resize(width: 375, height: 800)
    try await browser.open(try SampleSite.page(page, fragment))
    for width in [375, 390] {
      try await browser.resize(width: width, height: 800)
      let sizes = try await sizes(browser)
      #expect(sizes.scroll <= Double(width), "\(page) at \(width)")
      #expect(sizes.smallest >= 11, "\(page) at \(width)")
      #expect(sizes.pictures == 1 && sizes.narrow == 1)
      #expect(sizes.repeated == [])
    }
  }

  @Test(arguments: pages) func aDeskShowsTheWidePicture(page: String) async throws {
    let browser = try await Browser.started()
    try await browser.resize(width: 1280, height: 800)
    try await browser.open(try SampleSite.page(page))
    let sizes = try await sizes(browser)
    #expect(sizes.pictures == 1 && sizes.narrow == 0)
  }

  /// The hidden version is not in the tree, and the shown one has its name and description either way.
  @Test func onePictureIsTold() async throws {
    let browser = try await Browser.started()
    var told: [AccessibilityNode] = []
    try await browser.open(try SampleSite.page(NarrowPageTests.pages[0]))
    for width in [1280, 390] {
      try await browser.resize(width: width, height: 800)
      let pictures = try await browser.images()
      #expect(pictures.count == 1)
      told += pictures
    }
    #expect(told[0].name.hasPrefix("Pakistan and Afghanistan") && told[0].description.contains("China (state)."))
    #expect(told.allSatisfy { $0.name == told[0].name && $0.description == told[0].description })
  }

  @Test func theSliderMovesTheNarrowPicture() async throws {
    let browser = try await Browser.started()
    try await browser.resize(width: 390, height: 800)
    try await browser.open(try SampleSite.page(NarrowPageTests.pages[0]))
    let before: String = try await browser.run(NarrowPageTests.title)
    try await browser.element("#previous").click()
    let after: String = try await browser.run(NarrowPageTests.title)
    #expect(before != after)
    try await browser.run(
      """
      const row = [...document.querySelectorAll('.frame:not([hidden]) .plain .narrow [id*="a_claim-"] text')][0];
      row.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      """)
    #expect(try await browser.element(".claim.chosen").attribute("id")?.hasPrefix("claim-") == true)
  }

  private static let title = """
    const svg = [...document.querySelectorAll('.narrow svg')].find(svg => svg.getClientRects().length);
    return document.getElementById(svg.getAttribute('aria-labelledby')).textContent;
    """

  @Test func paperShowsTheWidePicture() async throws {
    let browser = try await Browser.started()
    try await browser.resize(width: 390, height: 800)
    try await browser.open(try SampleSite.page(NarrowPageTests.pages[0]))
    try await browser.print(true)
    let sizes = try await sizes(browser)
    try await browser.print(false)
    #expect(sizes.pictures > 1 && sizes.narrow == 0)
  }
}
