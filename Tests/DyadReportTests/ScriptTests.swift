import DyadReport
import DyadTestSupport
import Testing

/// The scripts as pages contain them.
@Suite(.checked(by: .node)) struct ScriptTests {
  @Test(arguments: [("site", WebAsset.siteScript), ("film", WebAsset.filmScript)])
  func everyScriptParses(page: String, script: String) throws {
    #expect(try JavaScript.error(in: script) == nil, "\(page)")
  }

  @Test(arguments: ["const a = ;", "const a = 1;\nconst a = 2;", "async function f() { await }", "if (a) {"])
  func anErrorInAScriptIsReported(script: String) throws {
    #expect(try JavaScript.error(in: script)?.contains("SyntaxError") == true)
  }

  @Test func noScriptEndsItsElement() {
    for script in [WebAsset.siteScript, WebAsset.filmScript] {
      #expect(!script.lowercased().contains("</script"))
      #expect(!script.contains("<!--"))
    }
  }

  @Test func filmsAndSitesShareOneSlider() {
    let functions = ["function connectSlider(", "function showStop("]
    for script in [WebAsset.siteScript, WebAsset.filmScript] {
      for function in functions { #expect(script.ranges(of: function).count == 1) }
      #expect(script.contains("\nconnectSlider({"))
      #expect(script.ranges(of: "ArrowRight").count == 1)
    }
  }
}
