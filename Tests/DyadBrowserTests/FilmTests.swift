import DyadTestSupport
import Foundation
import Testing

/// A film as a page and as a picture that runs by itself, in the hands of a reader.
@Suite(.serialized, .checked(by: .browser)) struct FilmTests {
  /// Both films, made once for all tests.
  private static let films: Result<URL, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-films-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
    let words = [
      "film", example, "--between", "pakistan", "afghanistan", "--from", "2025-02", "--to", "2025-04-24", "-o",
    ]
    for name in ["film.html", "film.svg"] {
      let outcome = try Tool.run(words + [name], in: folder)
      guard outcome.status == 0 else { throw Command.Failure(outcome.messages) }
    }
    return folder
  }

  private func film(_ name: String) throws -> URL { try FilmTests.films.get().appendingPathComponent(name) }

  private func shown(_ browser: Browser) async throws -> [String] {
    try await browser.run("return [...document.querySelectorAll('.frame')].filter(f => !f.hidden).map(f => f.id)")
  }

  @Test func theSliderTheKeysAndTheButtonsGoFromDateToDate() async throws {
    let browser = try await Browser.started()
    try await browser.open(try film("film.html"))
    #expect(try await shown(browser) == ["frame-1"])
    try await browser.element("#next").click()
    #expect(try await shown(browser) == ["frame-2"])
    try await browser.element("#previous").click()
    #expect(try await shown(browser) == ["frame-1"])
    try await browser.element("h1").click()
    try await browser.press(.right)
    #expect(try await shown(browser) == ["frame-2"])
    try await browser.press(.end)
    #expect(try await shown(browser) == ["frame-4"])
    try await browser.press(.home)
    #expect(try await shown(browser) == ["frame-1"])
    try await browser.run("document.getElementById('slider').focus()")
    try await browser.press(.right)
    #expect(try await shown(browser) == ["frame-2"])
    #expect(try await browser.element("#date").text() == "As of 1 Mar 2025 (2/4)")
  }

  @Test func playRunsToTheEndAndPauseStops() async throws {
    let browser = try await Browser.started()
    try await browser.open(try film("film.html"))
    try await browser.element("#play").click()
    #expect(try await browser.element("#play").text() == "Pause")
    // On a busy machine, it may go on twice between two looks.
    try await browser.wait(until: "it goes on") { try await shown(browser) != ["frame-1"] }
    try await browser.element("#play").click()
    #expect(try await browser.element("#play").attribute("aria-pressed") == "false")
  }

  @Test func whoAsksForLessMotionTakesEachStepHimself() async throws {
    let browser = try await Browser.started()
    try await browser.prefer(.reducedMotion)
    try await browser.open(try film("film.html"))
    try await browser.element("#play").click()
    #expect(try await shown(browser) == ["frame-2"])
    #expect(try await browser.element("#play").text() == "Play")
  }

  @Test func eachStepIsSaidToThoseWhoListen() async throws {
    let browser = try await Browser.started()
    try await browser.open(try film("film.html"))
    try await browser.press(.end)
    let said: String = try await browser.run("return document.getElementById('status').textContent")
    #expect(said.hasPrefix("As of 19 Apr 2025. ") && said.contains("Dar pays a landmark visit"))
    let tree = try await browser.accessibilityTree()
    #expect(tree.contains { $0.role == "slider" && $0.name == "Date" })
    #expect(tree.contains { $0.role == "status" })
  }

  @Test func thePageBarsNobodyFetchesNothingAndComplainsOfNothing() async throws {
    let browser = try await Browser.started()
    let page = try film("film.html")
    _ = try await browser.requests()
    try await browser.open(page)
    #expect(try await browser.requests().filter { !$0.hasPrefix("data:") } == [page.absoluteString])
    #expect(try await browser.complaints() == [])
    #expect(try await Axe.violations(in: browser) == [])
    try await browser.press(.end)
    #expect(try await Axe.violations(in: browser) == [])
  }

  @Test func thePictureThatRunsStopsForThoseWhoAskForLessMotion() async throws {
    let browser = try await Browser.started()
    let file = try film("film.svg")
    let visible =
      "return [...document.querySelectorAll('.frame')].filter(f => getComputedStyle(f).visibility === 'visible').map(f => f.id)"
    try await browser.open(file)
    let running: [String] = try await browser.run(visible)
    #expect(running.count == 1)
    try await browser.wait(until: "it runs") {
      let now: [String] = try await browser.run(visible)
      return now != running
    }
    try await browser.prefer(.reducedMotion)
    try await browser.open(file)
    #expect(try await browser.run(visible) == ["frame-4"])
    #expect(try await browser.complaints() == [])
  }
}
