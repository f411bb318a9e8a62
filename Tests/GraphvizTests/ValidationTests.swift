import Foundation
import Testing

import Graphviz

/// Values that Graphviz must not receive.
@Suite struct ValidationTests {
  static let nodes: [(String, Value)] = [
    ("image", "/etc/passwd"), ("shapefile", "x.png"), ("shape", "custom"),
    ("fontname", .raw("Arial\" onload=\"evil()")),
    ("URL", "javascript:alert(1)"), ("URL", .raw("javascript&#58;alert(1)")), ("URL", .raw(#"\N"#)),
    ("href", "data:text/html,x"),
    ("URL", "vbscript:x"), ("URL", " javascript:x"), ("label", "bell\u{7}"), ("label", "nul\u{0}"),
    ("label", .raw("&#1;")),
    ("label", .raw("&#xD800;")), ("label", .html("<table><tr><td><img src=\"x.png\"/></td></tr></table>")),
    ("label", .html("<font face='a\" onload=\"x'>x</font>")),
    ("label", .html("<table href=\"javascript:x\"><tr><td>x</td></tr></table>")),
    ("label", .html("<table href=\"java&#115;cript:x\"><tr><td>x</td></tr></table>")),
    ("label", .html("<table><tr><td rowspan=\"65535\">x</td></tr></table>")),
    ("label", .html("<table width=\"-1\" border=\"255\"><tr><td>x</td></tr></table>")),
    // A quotation mark with a combining accent is one character of Swift, and still a quotation mark.
    ("label", .html("<table title=\"\u{301} x=\" href=\"javascript:x\"><tr><td>x</td></tr></table>")),
    ("label", .html("<!-- <td> --><TABLE Href='javascript:x'><tr><td>x</td></tr></TABLE>")),
    ("sides", 1_000_000_000), ("peripheries", 1_000_000), ("width", 1e9), ("height", "nan"),
    ("penwidth", "inf"),
    ("fillcolor", ":::::"), ("fontsize", 1e308), ("width", "0x1p30"),
  ]

  @Test(arguments: nodes.indices)
  func anUnsafeAttributeOfANodeIsInvalid(index: Int) async {
    let (name, value) = Self.nodes[index]
    let graph = Graph("r", nodes: [Node("javascript:x", [name: value])])
    let error = await failure { () async throws(Graph.Failure) in try await graph.picture(as: .svg) }
    #expect(error?.reasons?.isEmpty == false, "\(name)=\(value)")
  }

  static let graphs: [(String, Value)] = [
    ("stylesheet", "e.css"), ("imagepath", "/"), ("fontpath", "/"), ("layout", "fdp"), ("page", "1,1"),
    ("viewport", "1e9,1e9"),
    ("_background", "I 0 0 1 1 5 -a.png"), ("dpi", 1e9), ("margin", "nan"), ("pad", "nan"),
    ("overlap", "voronoi"),
    ("mode", "hier"), ("start", "rand"), ("packmode", "array_ccct9999999999"), ("charset", "latin1"),
    ("nodesep", "-1"),
  ]

  @Test(arguments: graphs.indices)
  func anUnsafeAttributeOfAGraphIsInvalid(index: Int) async {
    let (name, value) = Self.graphs[index]
    let error = await failure { () async throws(Graph.Failure) in
      try await Graph("r", attributes: [name: value], nodes: [Node("a")]).layout()
    }
    #expect(error?.reasons?.isEmpty == false, "\(name)=\(value)")
  }

  @Test(arguments: [
    ("minlen", Value.raw("65535")), ("weight", 2_147_483_647), ("arrowsize", 1e308), ("labeldistance", 1e308),
    ("labelangle", "nan"), ("headURL", "javascript:x"), ("labelfontname", "a\"b"),
  ])
  func anUnsafeAttributeOfAnEdgeIsInvalid(name: String, value: Value) async {
    let error = await failure { () async throws(Graph.Failure) in
      try await Graph("r", edges: [Edge("a", "b", [name: value])]).layout()
    }
    #expect(error?.reasons?.isEmpty == false)
  }

  @Test(arguments: [
    "https://example.org/a?b=1#c", "HTTP://example.org", "mailto:a@example.org", "#part", "folder/page.html",
    "/page?a:b", "",
  ])
  func anOrdinaryLinkIsValid(link: String) { #expect(AttributeRules.isLink(link)) }

  @Test(arguments: [
    "<b>a</b><!-- <img src=\"x\"> --><br/>",
    "<table border=\"0\" href=\"#a:b\"><tr><td width='12.5'>1 &lt; 2</td></tr></table>",
    "<font face=\"Noto Sans,Noto Sans Arabic\" point-size=\"8\" color=\"#102030\">x</font>", "",
  ])
  func ordinaryMarkupIsValid(markup: String) { #expect(Markup(markup).violation(allowing: []) == nil) }

  @Test(arguments: [
    "<IMG src=\"x\">", "<!DOCTYPE x>", "<?xml?>", "<td width=\"\">", "<td color=:>", "<td href=javascript:x",
  ])
  func unsafeMarkupIsInvalid(markup: String) { #expect(Markup(markup).violation(allowing: []) != nil) }

  @Test(arguments: ["red:blue", "red;0.3:blue", "#ff0000", "/svg/red", "0.1 0.2 0.3", "transparent", ""])
  func anOrdinaryColorIsValid(color: String) { #expect(AttributeRules.isColorList(color)) }

  @Test(arguments: ["1.5 equally", "10,20!", "+4,4", "e,1,2 3,4 5,6 7,8 9,1", "", "7.5,10"])
  func ordinaryNumbersAreValid(numbers: String) { #expect(AttributeRules.areValid(numbers, in: -100...100)) }

  @Test func orthogonalEdgesRequireDot() async throws {
    let graph = Graph("o", attributes: ["splines": "ortho"], edges: [Edge("a", "b")])
    _ = try await graph.layout(with: .dot)
    let error = await failure { () async throws(Graph.Failure) in try await graph.layout(with: .sfdp) }
    #expect(error?.reasons?.isEmpty == false)
  }

  @Test func aFileIsNotOpenedEvenWithoutValidation() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".png")
    try Data(await Graph("i", nodes: [Node("a")]).picture(as: .png)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let graph = Graph("i", nodes: [Node("a", ["image": .raw(file.path)])])
    let outcome = try await GraphvizActor.outcome(
      of: Painting(graph: graph, engine: .dot, page: nil, format: .svg, permissions: []))
    #expect(!text(outcome.value).contains("<image"))
  }

  @Test func aControlCharacterInANameIsInvalid() async {
    let error = await failure { () async throws(Graph.Failure) in
      try await Graph("c", nodes: [Node("a\u{1B}")]).layout()
    }
    #expect(error?.reasons?.isEmpty == false)
  }

  @Test func allMistakesAreReported() async {
    let error = await failure { () async throws(Graph.Failure) in
      try await Graph("m", nodes: [Node("a", ["sides": 1_000]), Node("b", ["image": "x.png"])]).layout()
    }
    #expect(
      error?.reasons == [
        "node 'a': 'sides' is '1000'; expected numbers from 0 to 100",
        "node 'b': attribute 'image' is not allowed: it opens a file",
      ])
  }

  @Test func anUnknownShapeIsInvalidEachTime() async {
    for _ in 0..<2 {
      let error = await failure { () async throws(Graph.Failure) in
        try await Graph("s", nodes: [Node("a", ["shape": "nosuch"])]).layout()
      }
      #expect(error?.reasons == ["node 'a': 'nosuch' is not a valid value of 'shape'"])
    }
  }

  @Test func aLibraryOfAnotherVersionIsRejected() {
    #expect(Session.mismatch(built: "2.43.0", loaded: "2.43.0") == nil)
    #expect(Session.mismatch(built: "2.43.0", loaded: "12.2.1")?.contains("12.2.1 is loaded") == true)
  }
  @Test(arguments: [
    ("2.43.0", true), ("2.42.4", true), ("7.1.0", true), ("8.0.1", false), ("9.0.0", false), ("10.0.1", true),
    ("14.1.2", true), ("16.1.0", true), ("80.1", true),
  ])
  func aVersionThatEndsTheProcessIsRefused(version: String, isUsable: Bool) {
    let refusal = GraphvizVersion.refusal(of: version)
    #expect((refusal == nil) == isUsable)
    #expect(refusal?.hasSuffix("install Graphviz 2.42, or 10 to 16") != false)
  }
}
