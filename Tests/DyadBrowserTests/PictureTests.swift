import DyadTestSupport
import Foundation
import Testing

/// The pictures that ship, as a browser and those who listen to it take them.
@Suite(.serialized, .checked(by: .browser)) struct PictureTests {
  @Test func thereArePicturesToLookAt() { #expect(Picture.all.count >= 10) }

  // MARK: Accessibility

  @Test func aPictureInAPageBarsNobody() async throws {
    for visit in try await PictureVisit.all.value { #expect(visit.violations == [], "\(visit.picture)") }
  }

  @Test func aPictureWithoutATitleWouldBeReported() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      try await browser.open(try Picture.all[0].inlined(in: folder, referredToAs: PictureVisit.referringWords))
      try await browser.run("document.querySelectorAll('svg title').forEach(title => title.remove())")
      #expect(try await Axe.violations(in: browser).contains { $0.hasPrefix("svg-img-alt: ") })
    }
  }

  @Test func thePictureIsOneImageWithANameAndADescription() async throws {
    for visit in try await PictureVisit.all.value {
      #expect(visit.file.page.images.count == 1, "\(visit.picture)")
      for (page, text) in [visit.file, visit.inlined] {
        let image = try #require(page.images.first)
        #expect(image.name == text.title, "\(visit.picture) in \(page.address)")
        #expect(image.description == text.description, "\(visit.picture) in \(page.address)")
      }
    }
  }

  @Test func aPictureWithoutItsRoleIsNoImage() async throws {
    let browser = try await Browser.started()
    try await browser.open(Picture.all[0].file)
    try await browser.run("document.documentElement.removeAttribute('role')")
    #expect(try await browser.images() == [])
  }

  @Test func aPictureThatAPageRefersToHasThePagesWords() async throws {
    for visit in try await PictureVisit.all.value {
      let names = visit.inlined.page.images.map(\.name)
      #expect(names == [visit.inlined.text.title, PictureVisit.referringWords], "\(visit.picture)")
      #expect(try #require(visit.width) > 100, "\(visit.picture)")
    }
  }

  // MARK: Rest

  @Test func aPictureFetchesNothingRunsNothingAndRaisesNoComplaint() async throws {
    for visit in try await PictureVisit.all.value {
      for (page, files) in [(visit.file.page, []), (visit.inlined.page, [visit.picture.file])] {
        #expect(page.requests == ([page.address] + files).map(\.absoluteString), "\(visit.picture)")
        #expect(page.complaints == [], "\(visit.picture) in \(page.address)")
        #expect(page.scripts == 0, "\(visit.picture)")
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
