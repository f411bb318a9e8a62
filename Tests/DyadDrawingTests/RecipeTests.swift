import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct RecipeTests {
  private static let may = Moment(on: Day(2025, 5, 26)!)
  private let request = PictureRequest(
    Samples.pair.focus, .state(may), detail: .full,
    paper: Paper(width: Length(millimetres: 170), height: .upTo(Length(millimetres: 400))))

  private func rendering(
    _ format: ImageFormat, _ request: PictureRequest? = nil, of graph: KnowledgeGraph? = nil
  ) async throws -> Rendering {
    var request = request ?? self.request
    request.resolution = 72
    return try await request.picture(of: graph ?? Samples.example()).rendering(as: format)
  }

  /// The example with a changed event, an added one and a removed one.
  private func changed(_ graph: KnowledgeGraph) throws -> (KnowledgeGraph, [Verdict.Difference]) {
    var dossier = Dossier(graph)
    let shown = dossier.events.indices.filter { index in
      let event = dossier.events[index].value
      return Set(["pakistan", "afghanistan"]).isSubset(of: event.parties)
        && event.within.span.upperBound < Day(2025, 6, 1)!
    }
    try #require(shown.count > 2)
    dossier.events[shown[0]].value.what = "Something else"
    // A link needs its event.
    let linked = Set(graph.events.values.flatMap(\.links).map(\.target))
    let free = try #require(shown.dropFirst().last { !linked.contains(dossier.events[$0].value.id) })
    let removed = dossier.events.remove(at: free).value.id
    let added = Event(
      "added", within: Interval("2025-05-20")!, what: "An addition", type: .coerce, actors: ["pakistan"],
      recipients: ["afghanistan"], tone: Tone(-9))
    dossier.events.append(Located(added))
    let differences = [
      Verdict.Difference(claim: "added", how: .added), Verdict.Difference(claim: removed.text, how: .removed),
      Verdict.Difference(claim: dossier.events[shown[0]].value.id.text, how: .changed),
    ]
    return (try KnowledgeGraph.linking([dossier]).get(), differences)
  }

  @Test(arguments: [ImageFormat.svg, .png])
  func aPictureContainsItsRequest(format: ImageFormat) async throws {
    let made = try await rendering(format)
    let (read, isUntouched) = try #require(Recipe.read(from: made.bytes))
    #expect(isUntouched)
    #expect(read.claims == made.recipe.claims && read.dossier == made.recipe.dossier)
    #expect(read.request.focus == request.focus && read.request.kind == request.kind && read.request.resolution == 72)
  }

  @Test(arguments: [ImageFormat.svg, .png])
  func anEditedPictureIsDetected(format: ImageFormat) async throws {
    var picture = try await rendering(format).bytes
    let word = Data(picture).range(of: Data((format == .svg ? "Afghan Taliban" : "pHYs").utf8))!.upperBound
    picture[word] ^= 1
    #expect(try #require(Recipe.read(from: picture)).isUntouched == false)
  }

  @Test func theDigestIsTheOneOfOtherTools() async throws {
    let svg = String(decoding: try await rendering(.svg).bytes, as: UTF8.self)
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

  @Test func theDigestDoesNotDependOnTheOrderOfADossier() throws {
    for seed in 0..<10 {
      let dossier = anyDossier(seed: seed)
      var turned = dossier
      turned.entities.reverse()
      turned.events.reverse()
      turned.relations.reverse()
      let recipes = [dossier, turned].map { dossier in
        let graph = KnowledgeGraph.linking([dossier]).value
        let request = PictureRequest(.everyone, .state(.ever))
        return Recipe(request, of: graph, Content(GraphDiff(graph.snapshot(at: .ever))))
      }
      #expect(recipes[0] == recipes[1])
    }
  }

  @Test func aPictureIsCurrentAgainstItsOwnGraph() async throws {
    let recipe = try await rendering(.svg).recipe
    #expect(Verdict(on: recipe, redrawn: try recipe.remade(from: try Samples.example())) == .current)
  }

  @Test func changedClaimsAreNamed() async throws {
    let recipe = try await rendering(.svg).recipe
    let (graph, expected) = try changed(try Samples.example())
    guard case .stale(let differences) = Verdict(on: recipe, redrawn: try recipe.remade(from: graph)) else {
      Issue.record("the picture is not stale")
      return
    }
    #expect(Set(expected).isSubset(of: Set(differences)), "\(differences)")
    // An added or removed row can change which of the others fit.
    #expect(!differences.contains { $0.how == .changed && $0 != expected[2] })
  }

  @Test func aPictureOfAnotherDossierIsForeign() async throws {
    let recipe = try await rendering(.svg).recipe
    #expect(Verdict(on: recipe, redrawn: try recipe.remade(from: try Samples.example("egypt-israel"))) == .foreign)
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
  func aStyleSheetWithoutRequestsIsAccepted(css: String) { #expect(check(css) == []) }

  @Test(arguments: [
    ("@import 'x.css';", "a.css:1:1: error: '@import' is not allowed in a style sheet [unsafe-style]"),
    ("a {\n  fill: url(http://x.org/y) }", "a.css:2:9: error: 'url()' is not allowed in a style sheet [unsafe-style]"),
    (
      "a { fill: URL (x) } b { fill: URL(x) }",
      "a.css:1:31: error: 'url()' is not allowed in a style sheet [unsafe-style]"
    ),
    (
      "a { fill: u\\72l(x) }",
      "a.css:1:12: error: an escape sequence is not allowed in a style sheet [unsafe-style]"
    ),
    ("</style><script>", "a.css:1:1: error: '<' is not allowed in a style sheet [unsafe-style]"),
    ("@font-face { src: local(x) }", "a.css:1:1: error: '@font-face' is not allowed in a style sheet [unsafe-style]"),
    (
      "a { background: image-set('x') }",
      "a.css:1:17: error: 'image-set()' is not allowed in a style sheet [unsafe-style]"
    ),
    (
      "a { content: '</style>' }",
      "a.css:1:15: error: '<' is not allowed in a style sheet [unsafe-style]"
    ),
    ("/* open", "a.css:1:1: error: unterminated comment [unsafe-style]"),
    // A quotation mark, a star or a bracket with an accent is one character here, and two in a browser.
    (
      "a { content: \"\u{301}\"; fill: url(x); content: \"\" }",
      "a.css:1:25: error: 'url()' is not allowed in a style sheet [unsafe-style]"
    ),
    (
      "/*\u{301} \" */ a { fill: url(x) } /* \" */",
      "a.css:1:20: error: 'url()' is not allowed in a style sheet [unsafe-style]"
    ),
    ("a { fill: url(\u{301}x) }", "a.css:1:11: error: 'url()' is not allowed in a style sheet [unsafe-style]"),
    ("a { content: 'x\n' }", "a.css:1:14: error: unterminated string [unsafe-style]"),
  ])
  func anUnsafeStyleSheetIsRefusedWithThePosition(css: String, finding: String) {
    #expect(check(css).contains(finding), "\(check(css))")
  }

  @Test func everyErrorIsReported() {
    #expect(check("@import 'x'; a { fill: url(x) } @font-face {}").count == 3)
  }

  @Test func thePictureContainsTheStyleSheet() async throws {
    let sheet = Stylesheet.checked(".conflict { stroke: black }", file: "a.css").value
    let svg = try await Composition(try Samples.thaw()).svg(Finish(stylesheet: sheet))
    #expect(svg.contains("<style>.conflict { stroke: black }</style>"))
  }
}
