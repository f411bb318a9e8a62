import Graphviz
import Testing

/// Text is shown unchanged.
@Suite struct TextTests {
  static let hostile = [
    #"x\"#, #"\N \G \E"#, #"back\\slash\n"#, "AT&T", "&amp; &#38; &lt;", "<b>x</b>", "<", ">", "\"quoted\"",
    "a|b{c}<d>",
    "--> <script>alert(1)</script>", "%n%s%5", "]]>", "日本 🗾 é", "'single'", "a;b,c=d[e]", "{", "node", "#x",
  ]

  @Test(arguments: hostile)
  func aLabelIsShownUnchanged(string: String) async throws {
    let graph = Graph(
      "t", nodes: [Node("a", ["label": .text(string)]), Node("b")],
      edges: [Edge("a", "b", ["label": .text(string), "xlabel": .text(string), "headlabel": .text(string)])])
    let svg = SVG(try await graph.picture(as: .svg, warnings: .ignore))
    #expect(svg.isWellFormed)
    #expect(svg.texts("text").filter { $0 != "b" } == Array(repeating: string, count: 4))
  }

  @Test(arguments: hostile)
  func aFieldOfARecordIsShownUnchanged(string: String) async throws {
    let graph = Graph("t", nodeDefaults: ["shape": "record"], nodes: [Node("a", ["label": .text(string)])])
    let svg = SVG(try await graph.picture(as: .svg))
    #expect(svg.isWellFormed)
    #expect(svg.texts("text") == [string])
  }

  @Test(arguments: hostile)
  func aTooltipIsShownUnchanged(string: String) async throws {
    let graph = Graph("t", nodes: [Node("a", ["label": "x", "tooltip": .text(string)])])
    let svg = SVG(try await graph.picture(as: .svg))
    #expect(svg.isWellFormed)
    #expect(svg.elements.compactMap { $0.attributes["xlink:title"] } == [string])
  }

  @Test(arguments: hostile)
  func idAndClassAreWrittenUnchanged(string: String) async throws {
    let graph = Graph("t", nodes: [Node("a", ["id": .text(string), "class": .text(string)])])
    let svg = SVG(try await graph.picture(as: .svg))
    #expect(svg.isWellFormed)
    #expect(svg.elements.contains { $0.attributes["id"] == string })
    #expect(svg.elements.contains { $0.attributes["class"] == "node " + string })
  }

  @Test(arguments: hostile)
  func aNameIsUnchangedInTheLayout(string: String) async throws {
    let graph = Graph(string, nodes: [Node(string)], edges: [Edge(string, "other", key: string)])
    let layout = try await graph.layout(warnings: .ignore)
    #expect(layout.nodes.keys.contains(string))
    #expect(layout.edges[EdgeID(string, "other", key: string)] != nil)
    #expect(SVG(try await graph.picture(at: layout, as: .svg, warnings: .ignore)).isWellFormed)
  }

  /// The shim lays each text out once and forgets some of so many.
  @Test func aTextIsAsWideAndHighAsBeforeWhateverIsBetween() async throws {
    func sizes(_ texts: [(text: String, size: Int, isBold: Bool)]) async throws -> [[Double]] {
      var graph = Graph("t", nodeDefaults: ["shape": "plain", "fontname": "Noto Sans"])
      graph.attributes["splines"] = "none"
      graph.nodes = texts.enumerated().map { index, text in
        Node(
          "\(index)",
          ["label": .html(text.isBold ? "<B>\(text.text)</B>" : text.text), "fontsize": .raw("\(text.size)")])
      }
      let origin = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.name, Point(x: 0, y: 0)) })
      let layout = try await graph.routed(around: origin)
      return graph.nodes.compactMap { layout.nodes[$0.name] }.map { [$0.width, $0.height] }
    }
    let few = ["Hamburgefonstiv", "Ankara"].flatMap { text in
      [(text, 8, false), (text, 8, true), (text, 14, false)]
    }
    let first = try await sizes(few)
    #expect(Set(first).count == few.count)
    let many = (0..<12_000).map { ("n\($0 * 7919 % 1_000_003)", 8, false) }
    let once = try await sizes(many)
    #expect(try await sizes(many.reversed()) == once.reversed())
    #expect(try await sizes(few) == first)
  }

  @Test func linesOfTextAreLinesInThePicture() async throws {
    func picture(_ label: String) async throws -> [UInt8] {
      try await Graph("t", nodes: [Node("a", ["label": .text(label)])]).picture(as: .svg)
    }
    let plain = try await picture("one\ntwo\nthree")
    #expect(SVG(plain).texts("text") == ["one", "two", "three"])
    // The same ends of lines, without an empty line between.
    #expect(try await picture("one\ntwo\r\nthree") == plain)
    #expect(try await picture("one\rtwo\r\nthree") == plain)
    #expect(try await picture("one\r\n\ntwo") != picture("one\r\ntwo"))
  }

  @Test func plainTextEqualToMarkupStaysPlain() async throws {
    let graph = Graph(
      "t", nodes: [Node("a", ["label": .html("<b>x</b>")]), Node("b", ["label": "<b>x</b>"])])
    #expect(SVG(try await graph.picture(as: .svg)).texts("text") == ["x", "<b>x</b>"])
    let read = try await Graph(dot: #"digraph t { a [label=<<b>x</b>>]; b [label="<b>x</b>"] }"#)
    #expect(SVG(try await read.picture(as: .svg)).texts("text") == ["x", "<b>x</b>"])
  }

  @Test func aLinkWithAnAmpersandIsWellFormed() async throws {
    let link = "https://example.org/?a=1&b=2"
    for value in [Value.text(link), .raw(link)] {
      let svg = SVG(try await Graph("t", nodes: [Node("a", ["URL": value])]).picture(as: .svg))
      #expect(svg.isWellFormed)
      #expect(svg.elements.contains { $0.attributes["xlink:href"] == link })
    }
  }

  @Test func aLinkInMarkupIsWellFormed() async throws {
    let graph = Graph(
      "t",
      nodes: [
        Node(
          "a",
          ["label": .html("<table href=\"https://example.org/?a=1&amp;b=2\"><tr><td>x</td></tr></table>")])
      ])
    let svg = SVG(try await graph.picture(as: .svg))
    #expect(svg.isWellFormed)
    #expect(svg.elements.contains { $0.attributes["xlink:href"] == "https://example.org/?a=1&b=2" })
  }

  @Test func markupThatDoesNotParseIsAnError() async {
    let graph = Graph("t", nodes: [Node("a", ["label": .html("<b>x")])])
    let error = await failure { () async throws(Graph.Failure) in try await graph.layout() }
    #expect(error?.stage == .layingOut(.dot))
    #expect(error?.messages?.first?.contains("label of node a") == true)
    let ignoring = await failure { () async throws(Graph.Failure) in try await graph.layout(warnings: .ignore)
    }
    #expect(ignoring == error)
  }

  @Test func valuesAreEqualIfTheirKindAndBytesAre() {
    let (composed, decomposed) = ("Ast\u{E9}rix", "Aste\u{301}rix")
    #expect(composed == decomposed)
    #expect(Value.text(composed) != .text(decomposed) && Value.html(composed) != .html(decomposed))
    #expect(Value.text(composed) != .html(composed) && Value.raw(composed) != .text(composed))
    let values: Set<Value> = [.text(composed), .text(decomposed), .raw(composed), .html(composed), .text(composed)]
    #expect(values.count == 4 && values.contains(.text(decomposed)) && !values.contains(.raw(decomposed)))
    #expect(Value.text("") == .text("") && Value.text("") != .text("a"))
  }
}
