import DyadTestSupport
import Foundation
import Testing

/// The pictures that ship, as a browser and those who listen to it take them.
@Suite(
  .serialized, .enabled(if: Driver.isInstalled && Axe.source != nil, "make test installs a browser and axe-core"))
struct PictureTests {
  static let pictures: [URL] = {
    let examples = packageRoot.appendingPathComponent("examples")
    let all = FileManager.default.enumerator(at: examples, includingPropertiesForKeys: nil)!
    return all.compactMap { $0 as? URL }.filter { $0.pathExtension == "svg" }.sorted { $0.path < $1.path }
  }()

  private func page(around picture: URL, in folder: URL, changing change: (String) -> String = { $0 }) throws -> URL {
    let svg = change(try String(contentsOf: picture, encoding: .utf8).replacing(/<\?xml.*\?>\n/, with: ""))
    let file = folder.appendingPathComponent("page.html")
    try Data(
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A picture</title></head>
      <body><main><h1>A picture</h1>
      \(svg)
      </main></body></html>
      """.utf8
    ).write(to: file)
    return file
  }

  @Test func thereArePicturesToLookAt() { #expect(Self.pictures.count >= 10) }

  @Test func noPictureHasABarrierForAnyone() async throws {
    try await inTemporaryFolder { folder in
      try await Browser.with { browser in
        for picture in Self.pictures {
          try await browser.open(try page(around: picture, in: folder))
          let violations = try await Axe.violations(in: browser)
          #expect(violations == [], "\(picture.lastPathComponent)")
        }
      }
    }
  }

  @Test func aPictureWithoutANameWouldBeFound() async throws {
    try await inTemporaryFolder { folder in
      try await Browser.with { browser in
        let page = try page(around: Self.pictures[0], in: folder) {
          $0.replacing(#/<title id="picture-title">.*</title>/#, with: "").replacing(
            #/\ aria-labelledby="picture-title"/#, with: ""
          )
          .replacing(#/<title>.*</title>/#, with: "")
        }
        try await browser.open(page)
        #expect(try await Axe.violations(in: browser).contains { $0.hasPrefix("svg-img-alt") })
      }
    }
  }

  @Test func whoeverListensHearsTheTitleAndTheWholePictureInWords() async throws {
    try await Browser.with { browser in
      for picture in Self.pictures {
        try await browser.open(picture)
        let svg = try String(contentsOf: picture, encoding: .utf8)
        let title = try #require(svg.firstMatch(of: /<title id="picture-title">(.*)<\/title>/)).1
        let description = try #require(svg.firstMatch(of: /<desc id="picture-description">([\s\S]*)<\/desc>/)).1
        let images = try await browser.accessibilityTree().filter { ["image", "img"].contains($0.role) }
        #expect(images.map(\.name) == [plain(title)], "\(picture.lastPathComponent)")
        #expect(images.map { plain($0.description[...]) } == [plain(description)], "\(picture.lastPathComponent)")
      }
    }
  }

  /// Without markup of XML, and with white space as one who speaks takes it.
  private func plain(_ words: Substring) -> String {
    words.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func aPictureFetchesNothingAndComplainsOfNothing() async throws {
    try await Browser.with { browser in
      for picture in Self.pictures {
        _ = try await browser.requests()
        try await browser.open(picture)
        #expect(try await browser.requests() == [picture.absoluteString])
        #expect(try await browser.complaints() == [])
        #expect(try await browser.run("return document.scripts ? document.scripts.length : 0") as? Int == 0)
      }
    }
  }

  /// As the browser measures type, which is not as Graphviz did.
  @Test func textStaysOnThePageAndOffOtherText() async throws {
    try await Browser.with { browser in
      for picture in Self.pictures {
        try await browser.open(picture)
        let faults = try await browser.run(
          """
          const page = document.documentElement.getBoundingClientRect();
          const texts = [...document.querySelectorAll('text')].filter(t => t.textContent.trim())
            .map(t => {
              // Letters, not the room that the font leaves above and below them, nor the space before them.
              const y = +t.getAttribute('y'), size = +t.getAttribute('font-size');
              const scale = page.width / document.documentElement.viewBox.baseVal.width;
              const place = t.getBoundingClientRect();
              const left = place.left + (t.textContent.startsWith(' ') ? size * 0.26 * scale : 0);
              return { words: t.textContent, box: { left, right: place.right, width: place.right - left,
                top: (y - size * 0.72) * scale, bottom: y * scale, height: size * 0.72 * scale } };
            });
          const faults = texts.filter(t => t.box.left < page.left - 2 || t.box.right > page.right + 2)
            .map(t => 'off the page: ' + t.words);
          texts.forEach((one, index) => texts.slice(index + 1).forEach(other => {
            const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            const area = Math.min(one.box.width * one.box.height, other.box.width * other.box.height);
            if (width > 0 && height > 0 && width * height > 0.25 * area)
              faults.push('on each other: ' + one.words + ' / ' + other.words);
          }));
          return faults;
          """)
        #expect(faults as? [String] == [], "\(picture.lastPathComponent)")
      }
    }
  }

  @Test func aPictureThatFollowsItsReaderTurnsDark() async throws {
    try await inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
      let drawn = try Tool.run(["draw", example, "--view", "thaw", "--theme", "auto", "-o", "auto.svg"], in: folder)
      #expect(drawn.status == 0)
      try await Browser.with { browser in
        let ground = "return getComputedStyle(document.querySelector('#graph0 > polygon, g > polygon')).fill"
        try await browser.prefer(("prefers-color-scheme", "light"))
        try await browser.open(folder.appendingPathComponent("auto.svg"))
        #expect(try await browser.run(ground) as? String == "rgb(255, 255, 255)")
        try await browser.prefer(("prefers-color-scheme", "dark"))
        #expect(try await browser.run(ground) as? String == "rgb(20, 24, 28)")
      }
    }
  }
}
