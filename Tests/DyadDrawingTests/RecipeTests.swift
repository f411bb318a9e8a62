import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct RecipeTests {
  private func recipe(_ graph: KnowledgeGraph, _ view: View = Samples.pair) -> (Recipe, Content) {
    let content = Content(GraphDiff(graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))), of: view)
    return (Recipe(graph, content, view: ["between": "pakistan afghanistan"], versions: ["dyad": "0"]), content)
  }

  @Test(arguments: [ImageFormat.svg, .png])
  func aPictureSaysHowItWasMade(format: ImageFormat) async throws {
    let (recipe, content) = recipe(try Samples.example())
    let picture = try await Composition(content).picture(as: format, dpi: 72, finish: Finish(recipe: recipe))
    let (read, isUntouched) = try #require(Recipe.read(from: picture))
    #expect(isUntouched)
    #expect(read.claims == recipe.claims && read.dossier == recipe.dossier && read.view == recipe.view)
  }

  @Test(arguments: [ImageFormat.svg, .png])
  func aPictureThatSomebodyChangedSaysSo(format: ImageFormat) async throws {
    let (recipe, content) = recipe(try Samples.example())
    var picture = try await Composition(content).picture(as: format, dpi: 72, finish: Finish(recipe: recipe))
    let word = Data(picture).range(of: Data((format == .svg ? "Afghan Taliban" : "pHYs").utf8))!.upperBound
    picture[word] ^= 1
    #expect(try #require(Recipe.read(from: picture)).isUntouched == false)
  }

  @Test func theDigestIsThatOfOthers() async throws {
    let (recipe, content) = recipe(try Samples.example())
    let svg = try await Composition(content).svg(Finish(recipe: recipe))
    let bare = svg.replacing(#/\ <metadata[\s\S]*<\/metadata>\n/#, with: "")
    try await inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("bare.svg")
      try Data(bare.utf8).write(to: file)
      let sum = try Command.run("sha256sum", [file.path], in: folder).text
      #expect(Recipe.read(from: Array(svg.utf8))?.recipe.picture == String(sum.prefix(64)))
    }
  }

  @Test func aPictureWithoutARecipeHasNone() async throws {
    #expect(Recipe.read(from: try await Composition(try Samples.thaw()).picture(as: .svg)) == nil)
    #expect(Recipe.read(from: []) == nil)
    #expect(Recipe.read(from: Array("<svg".utf8)) == nil)
  }

  @Test func theDigestIsTheSameInWhicheverOrderADossierIsGiven() throws {
    for seed in 0..<10 {
      let dossier = anyDossier(seed: seed)
      var turned = dossier
      turned.entities.reverse()
      turned.events.reverse()
      turned.relations.reverse()
      let graphs = [dossier, turned].map { KnowledgeGraph.linking([$0]).value }
      #expect(recipe(graphs[0], View(.everyone)).0 == recipe(graphs[1], View(.everyone)).0)
    }
  }

  @Test func aRecipeIsCurrentAgainstItself() throws {
    let (recipe, _) = recipe(try Samples.example())
    #expect(Verdict(on: recipe, redrawn: recipe) == .current)
  }

  @Test func whatChangedSinceIsNamed() throws {
    let (old, _) = recipe(try Samples.example())
    var new = old
    let claim = try #require(new.claims.keys.min())
    new.claims[claim] = "0"
    new.claims["more"] = "1"
    #expect(
      Verdict(on: old, redrawn: new)
        == .stale([
          Verdict.Difference(claim: claim, how: .changed), Verdict.Difference(claim: "more", how: .added),
        ]))
  }

  @Test func apictureOfAnotherDossierIsForeign() throws {
    let (one, _) = recipe(try Samples.example())
    let egypt = try Samples.example("egypt-israel")
    let (other, _) = recipe(egypt, View(.everyone))
    #expect(Verdict(on: one, redrawn: other) == .foreign)
  }
}

@Suite struct StylesheetTests {
  private func check(_ css: String) -> [String] {
    Stylesheet.checked(css, file: "a.css").diagnostics.map(\.description)
  }

  @Test(arguments: [
    ".conflict { stroke: rgb(0 0 0); }", "@media print { .card { fill: var(--ground, #fff) } }",
    "/* url(x) in a comment */ text { font-family: \"Noto Sans\" }", ".state:not(.first) { opacity: calc(1 - .5) }", "",
  ])
  func aStyleThatOnlyStylesIsTaken(css: String) { #expect(check(css) == []) }

  @Test(arguments: [
    ("@import 'x.css';", "a.css:1:1: error: a style sheet may not hold '@import' [unsafe-style]"),
    ("a {\n  fill: url(http://x.org/y) }", "a.css:2:9: error: a style sheet may not hold 'url()' [unsafe-style]"),
    ("a { fill: URL (x) } b { fill: URL(x) }", "a.css:1:31: error: a style sheet may not hold 'url()' [unsafe-style]"),
    (
      "a { fill: u\\72l(x) }",
      "a.css:1:12: error: a style sheet may not hold an escape, which can hide what it says [unsafe-style]"
    ),
    ("</style><script>", "a.css:1:1: error: a style sheet may not hold '<', which could end the style [unsafe-style]"),
    ("@font-face { src: local(x) }", "a.css:1:1: error: a style sheet may not hold '@font-face' [unsafe-style]"),
    ("a { background: image-set('x') }", "a.css:1:17: error: a style sheet may not hold 'image-set()' [unsafe-style]"),
    (
      "a { content: '</style>' }",
      "a.css:1:15: error: a style sheet may not hold '<', which could end the style [unsafe-style]"
    ),
    ("/* open", "a.css:1:1: error: a style sheet may not hold a comment without an end [unsafe-style]"),
    ("a { content: 'x\n' }", "a.css:1:14: error: a style sheet may not hold a string without an end [unsafe-style]"),
  ])
  func aStyleThatCouldFetchOrEscapeIsRefusedAtItsPlace(css: String, finding: String) {
    #expect(check(css).contains(finding), "\(check(css))")
  }

  @Test func everyMistakeIsToldAtOnce() {
    #expect(check("@import 'x'; a { fill: url(x) } @font-face {}").count == 3)
  }

  @Test func theStyleStandsInThePicture() async throws {
    let sheet = Stylesheet.checked(".conflict { stroke: black }", file: "a.css").value
    let svg = try await Composition(try Samples.thaw()).svg(Finish(stylesheet: sheet))
    #expect(svg.contains("<style>.conflict { stroke: black }</style>"))
  }
}
