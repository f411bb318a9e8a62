import DyadTestSupport
import Foundation

/// What a browser notices of a picture that ships: as a file, and in a page that contains it and refers to its file.
///
/// All tests read the same visits: a picture takes a browser a quarter of a second each time.
struct PictureVisit: Sendable {
  struct Page: Sendable {
    var address: URL
    var requests: [String]
    var complaints: [String]
    var scripts: Int
    var images: [AccessibilityNode]

    /// Opens the page, and hears nothing of earlier ones.
    init(_ address: URL, in browser: Browser) async throws {
      _ = (try await browser.requests(), try await browser.complaints())
      try await browser.open(address)
      self.address = address
      requests = try await browser.requests()
      complaints = try await browser.complaints()
      scripts = try await browser.elements("script").count
      images = try await browser.images()
    }
  }

  /// The title and the description that the picture has as elements.
  struct Text: Sendable {
    var title: String
    var description: String

    init(in browser: Browser) async throws {
      title = try await PictureVisit.words(of: "title", in: browser)
      description = try await PictureVisit.words(of: "desc", in: browser)
    }
  }

  let picture: Picture
  let file: (page: Page, text: Text)
  let inlined: (page: Page, text: Text)
  let fit: TextFit.Report
  let violations: [String]
  /// The width of the picture to which the page refers.
  let width: Int?

  static let referringWords = "How they stand"

  static let all = Task {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      var visits: [PictureVisit] = []
      for picture in Picture.all { visits.append(try await PictureVisit(picture, in: browser, folder)) }
      return visits
    }
  }

  private init(_ picture: Picture, in browser: Browser, _ folder: URL) async throws {
    self.picture = picture
    file = (try await Page(picture.file, in: browser), try await Text(in: browser))
    fit = try await TextFit.report(in: browser)
    let page = try picture.inlined(in: folder, referredToAs: PictureVisit.referringWords)
    inlined = (try await Page(page, in: browser), try await Text(in: browser))
    // Of words in SVG, axe-core does not find out what lies behind them, which takes it a third of its time.
    violations = try await Axe.violations(in: browser, without: ["color-contrast"])
    width = try await browser.element("img").property("naturalWidth").flatMap { Int($0) }
  }

  /// With white space as those who speak it take it.
  private static func words(of element: String, in browser: Browser) async throws -> String {
    try await browser.run(
      "return document.querySelector('svg > ' + arguments[0]).textContent.trim().replace(/[ \\t\\n\\r]+/g, ' ')",
      element)
  }
}
