import DyadTestSupport
import Foundation
import Testing

/// The modules of the workbench, without a browser.
@Suite(.checked(by: .node)) struct WorkbenchModuleTests {
  private static let assets = packageRoot.appendingPathComponent("Sources/DyadServer/Assets")
  private static let tests = packageRoot.appendingPathComponent("Tests/DyadServerTests/Modules")

  @Test func theModulesPassTheirTests() throws {
    #expect(try JavaScript.failures(of: Self.tests, with: Self.assets) == nil)
  }

  @Test func aTestThatFailsIsReported() throws {
    try inTemporaryFolder { folder in
      let text = "import assert from 'node:assert'; import { plain } from './names.js'; assert.equal(plain('É'), 'é');"
      try Data(text.utf8).write(to: folder.appendingPathComponent("wrong.test.js"))
      #expect(try JavaScript.failures(of: folder, with: Self.assets)?.contains("AssertionError") == true)
    }
  }

  @Test(.checked(by: .python), .enabled(if: JavaScript.hasLinter)) func theLinterFindsNothing() throws {
    #expect(try JavaScript.lint(Self.assets) == nil)
  }

  @Test(
    .checked(by: .python), .enabled(if: JavaScript.hasLinter),
    arguments: ["export const a = make();", "const unused = 1;", "var a; export { a };"])
  func theLinterReports(script: String) throws {
    try inTemporaryFolder { folder in
      try Data(script.utf8).write(to: folder.appendingPathComponent("wrong.js"))
      #expect(try JavaScript.lint(folder) != nil)
    }
  }

  /// The policy of the server forbids them, so that text which got into the page by mistake could not run.
  @Test func thePageHasNoScriptOrStyleOfItsOwn() throws {
    let page = try String(contentsOf: Self.assets.appendingPathComponent("workbench.html"), encoding: .utf8)
    #expect(page.matches(of: /<script(?![^>]*src=)/).isEmpty && !page.contains("<style") && !page.contains(" style="))
    #expect(page.matches(of: /\son[a-z]+="/).isEmpty)
  }

  /// Only what sets text and attributes: nothing in a source or a name is parsed as markup.
  @Test func noModuleParsesTextAsMarkup() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.assets.path) where name.hasSuffix(".js") {
      let script = try String(contentsOf: Self.assets.appendingPathComponent(name), encoding: .utf8)
      for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "'text/html'"] {
        #expect(!script.contains(word), "\(name)")
      }
    }
  }
}
