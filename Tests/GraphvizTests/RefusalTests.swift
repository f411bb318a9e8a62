import Foundation
import Testing

@testable import Graphviz

/// What Graphviz is never given.
@Suite struct RefusalTests {
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
    ("sides", 1_000_000_000), ("peripheries", 1_000_000), ("width", 1e9), ("height", "nan"),
    ("penwidth", "inf"),
    ("fillcolor", ":::::"), ("fontsize", 1e308), ("width", "0x1p30"),
  ]

  @Test(arguments: nodes.indices)
  func anAttributeOfANodeIsRefused(index: Int) async {
    let (name, value) = Self.nodes[index]
    let graph = Graph("r", nodes: [Node("javascript:x", [name: value])])
    let error = await failure { () async throws(GraphvizError) in try await graph.picture(as: .svg) }
    #expect(error?.stage == .checking, "\(name)=\(value)")
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
  func anAttributeOfAGraphIsRefused(index: Int) async {
    let (name, value) = Self.graphs[index]
    let error = await failure { () async throws(GraphvizError) in
      try await Graph("r", attributes: [name: value], nodes: [Node("a")]).layout()
    }
    #expect(error?.stage == .checking, "\(name)=\(value)")
  }

  @Test(arguments: [
    ("minlen", Value.raw("65535")), ("weight", 2_147_483_647), ("arrowsize", 1e308), ("labeldistance", 1e308),
    ("labelangle", "nan"), ("headURL", "javascript:x"), ("labelfontname", "a\"b"),
  ])
  func anAttributeOfAnEdgeIsRefused(name: String, value: Value) async {
    let error = await failure { () async throws(GraphvizError) in
      try await Graph("r", edges: [Edge("a", "b", [name: value])]).layout()
    }
    #expect(error?.stage == .checking)
  }

  @Test(arguments: [
    "https://example.org/a?b=1#c", "HTTP://example.org", "mailto:a@example.org", "#part", "folder/page.html",
    "/page?a:b", "",
  ])
  func anOrdinaryLinkIsAllowed(link: String) { #expect(Refusals.isLink(link)) }

  @Test(arguments: ["red:blue", "red;0.3:blue", "#ff0000", "/svg/red", "0.1 0.2 0.3", "transparent", ""])
  func anOrdinaryColourIsAllowed(colour: String) { #expect(Refusals.isColors(colour)) }

  @Test(arguments: ["1.5 equally", "10,20!", "+4,4", "e,1,2 3,4 5,6 7,8 9,1", "", "7.5,10"])
  func ordinaryNumbersAreAllowed(numbers: String) { #expect(Refusals.numbersAreFit(numbers, in: -100...100)) }

  @Test func rightAngledEdgesAreForDotAlone() async throws {
    let graph = Graph("o", attributes: ["splines": "ortho"], edges: [Edge("a", "b")])
    _ = try await graph.layout(with: .dot)
    let error = await failure { () async throws(GraphvizError) in try await graph.layout(with: .sfdp) }
    #expect(error?.stage == .checking)
  }

  @Test func evenUncheckedAFileIsNotOpened() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".png")
    try Data(await Graph("i", nodes: [Node("a")]).picture(as: .png)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let graph = Graph("i", nodes: [Node("a", ["image": .raw(file.path)])])
    let svg = try await GraphvizActor.picture(of: graph, with: "dot", page: nil, as: .svg, warn: { _ in })
    #expect(!text(svg).contains("<image"))
  }

  @Test func aControlCharacterInANameIsRefused() async {
    let error = await failure { () async throws(GraphvizError) in
      try await Graph("c", nodes: [Node("a\u{1B}")]).layout()
    }
    #expect(error?.stage == .checking)
  }

  @Test func aWarningIsAnErrorUnlessItIsTaken() async throws {
    let graph = Graph("w", nodes: [Node("a", ["color": "nosuch"])])
    for _ in 0..<2 {
      let error = await failure { () async throws(GraphvizError) in try await graph.picture(as: .svg) }
      #expect(error == GraphvizError(stage: .painting(.svg), messages: ["nosuch is not a known color."]))
      await confirmation { heard in
        let error = await failure { () async throws(GraphvizError) in
          try await graph.picture(as: .svg) { warning in
            #expect(warning == "nosuch is not a known color.")
            heard()
          }
        }
        #expect(error == nil)
      }
    }
  }

  @Test func anUnknownShapeIsRefusedEachTime() async {
    for _ in 0..<2 {
      let error = await failure { () async throws(GraphvizError) in
        try await Graph("s", nodes: [Node("a", ["shape": "nosuch"])]).layout()
      }
      #expect(error?.messages == ["node 'a': 'shape' may not be 'nosuch'"])
    }
  }

  @Test func aLibraryOfAnotherVersionIsRefused() {
    #expect(Library.mismatch(built: "2.43.0", loaded: "2.43.0") == nil)
    #expect(Library.mismatch(built: "2.43.0", loaded: "12.2.1")?.contains("12.2.1 is loaded") == true)
  }
}
