import DyadTestSupport
import Foundation
import Testing

/// The pictures that ship, as a browser and those who listen to it take them.
@Suite(.serialized, .checked(by: .browser)) struct PictureTests {
  @Test func thereArePicturesToLookAt() { #expect(Picture.all.count >= 10) }

  // MARK: Accessibility

  @Test func aPictureInAPageBarsNobody() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      for picture in Picture.all {
        try await browser.open(try picture.inlined(in: folder))
        let violations = try await Axe.violations(in: browser)
        #expect(violations == [], "\(picture)")
      }
    }
  }

  @Test func aPictureWithoutATitleWouldBeReported() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      try await browser.open(try Picture.all[0].inlined(in: folder))
      try await browser.run("document.querySelectorAll('svg title').forEach(title => title.remove())")
      #expect(try await Axe.violations(in: browser).contains { $0.hasPrefix("svg-img-alt: ") })
    }
  }

  @Test func thePictureIsOneImageWithANameAndADescription() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      for picture in Picture.all {
        for page in [picture.file, try picture.inlined(in: folder)] {
          try await browser.open(page)
          let images = try await images(in: browser)
          #expect(images.map(\.name) == [try await words(of: "title", in: browser)], "\(picture) in \(page)")
          #expect(images.map(\.description) == [try await words(of: "desc", in: browser)], "\(picture) in \(page)")
        }
      }
    }
  }

  @Test func aPictureWithoutItsRoleIsNoImage() async throws {
    let browser = try await Browser.started()
    try await browser.open(Picture.all[0].file)
    try await browser.run("document.documentElement.removeAttribute('role')")
    #expect(try await images(in: browser) == [])
  }

  @Test func aPictureThatAPageRefersToHasThePagesWords() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      for picture in Picture.all {
        try await browser.open(try picture.referred(to: "How they stand", in: folder))
        #expect(try await images(in: browser).map(\.name) == ["How they stand"], "\(picture)")
        let width = try await browser.element("img").property("naturalWidth").flatMap { Int($0) }
        #expect(try #require(width) > 100, "\(picture)")
      }
    }
  }

  private func images(in browser: Browser) async throws -> [AccessibilityNode] {
    try await browser.accessibilityTree().filter { ["image", "img"].contains($0.role) }
  }

  /// With white space as those who speak it take it.
  private func words(of element: String, in browser: Browser) async throws -> String {
    try await browser.run(
      "return document.querySelector('svg > ' + arguments[0]).textContent.trim().replace(/[ \\t\\n\\r]+/g, ' ')",
      element)
  }

  // MARK: Rest

  @Test func aPictureFetchesNothingRunsNothingAndRaisesNoComplaint() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      for picture in Picture.all {
        let pages = [
          (picture.file, []), (try picture.inlined(in: folder), []),
          (try picture.referred(to: "How they stand", in: folder), [picture.file]),
        ]
        for (page, files) in pages {
          try await browser.open(page)
          let requests = try await browser.requests()
          #expect(requests == ([page] + files).map(\.absoluteString), "\(picture)")
          #expect(try await browser.complaints() == [], "\(picture) in \(page)")
          #expect(try await browser.elements("script").isEmpty, "\(picture)")
        }
      }
    }
  }

  @Test func aPictureThatFollowsItsReaderTurnsDark() async throws {
    try await inTemporaryFolder { folder in
      let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
      let drawn = try Tool.run(["draw", example, "--view", "thaw", "--theme", "auto", "-o", "auto.svg"], in: folder)
      #expect(drawn.status == 0)
      let browser = try await Browser.started()
      try await browser.prefer(.lightColors)
      try await browser.open(folder.appendingPathComponent("auto.svg"))
      let ground = try await browser.element("g > polygon")
      #expect(try await ground.style("fill") == "rgb(255, 255, 255)")
      try await browser.prefer(.darkColors)
      #expect(try await ground.style("fill") == "rgb(20, 24, 28)")
    }
  }
}
