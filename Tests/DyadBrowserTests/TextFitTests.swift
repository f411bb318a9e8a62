import DyadTestSupport
import Foundation
import Testing

/// Graphviz lays out by its own measure of type; whether a browser's letters fit, only a browser can tell.
@Suite(.serialized, .checked(by: .browser)) struct TextFitTests {
  @Test func textStaysInItsBoxAndOffOtherText() async throws {
    let browser = try await Browser.started()
    for picture in Picture.all {
      try await browser.open(picture.file)
      let report = try await TextFit.report(in: browser)
      #expect(report.boxed > 0, "\(picture)")
      #expect(report.sticking == [], "\(picture)")
      #expect(report.overlapping == [], "\(picture)")
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
