import DyadTestSupport
import Foundation
import Testing

/// Graphviz lays out by its own measure of type; whether a browser's letters fit, only a browser can tell.
@Suite(.serialized, .checked(by: .browser)) struct TextFitTests {
  @Test func textStaysInItsBoxAndOffOtherText() async throws {
    for visit in try await PictureVisit.all.value {
      #expect(visit.fit.boxed > 0, "\(visit.picture)")
      #expect(visit.fit.sticking == [], "\(visit.picture)")
      #expect(visit.fit.overlapping == [], "\(visit.picture)")
    }
  }

  @Test func textThatIsTooLongWouldBeFound() async throws {
    let browser = try await Browser.started()
    try await browser.open(Picture.all[0].file)
    try await browser.run(
      """
      const text = document.querySelector('.card text');
      text.removeAttribute('textLength');
      text.textContent = text.textContent.repeat(40);
      """)
    #expect(try await !TextFit.report(in: browser).sticking.isEmpty)
  }

  @Test func textOnOtherTextWouldBeFound() async throws {
    let browser = try await Browser.started()
    try await browser.open(Picture.all[0].file)
    try await browser.run("const text = document.querySelector('.card text'); text.after(text.cloneNode(true));")
    #expect(try await !TextFit.report(in: browser).overlapping.isEmpty)
  }
}
