import Graphviz
import Testing

@Suite struct CommandTests {
  @Test(arguments: Sample.all, Engine.allCases)
  func aPictureEqualsThatOfTheCommand(sample: Sample, engine: Engine) async throws {
    let picture = try await Graph(dot: sample.dot).picture(with: engine, as: .svg, warnings: .ignore)
    let expected = try command(engine, "svg", sample.dot)
    #expect(text(picture) == text(expected))
  }

  @Test(arguments: Sample.all)
  func aGraphIsUnchangedAfterDOT(sample: Sample) async throws {
    let graph = try await Graph(dot: sample.dot)
    let again = try await Graph(dot: graph.dot)
    #expect(again == graph && again.dot == graph.dot)
    #expect(
      text(try await again.picture(as: .svg, warnings: .ignore))
        == text(try await graph.picture(as: .svg, warnings: .ignore)))
  }

  @Test func aSyntaxErrorHasItsLine() async {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: "digraph {\n a -> }") }
    #expect(error?.stage == .reading)
    #expect(error?.messages?.first?.contains("syntax error in line 2") == true)
    let again = await failure { () async throws(Graph.Failure) in try await Graph(dot: "digraph { a -> }") }
    #expect(again?.messages?.first?.contains("syntax error in line 1") == true)
  }

  /// Up to version 12 the scanner remained in the string, and took every later text as a part of it.
  @Test(arguments: [
    "graph { }<!DOCTYPE", "graph { a [label=<<b>x", "graph { \"a", "graph { } /* \" <", "graph {} <<<<<",
  ])
  func whatATextLeavesOpenEndsWithIt(text: String) async throws {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: text) }
    // Behind the graph, an open comment is a comment.
    #expect((error == nil) == text.contains("/*"))
    #expect(try await Graph(dot: "digraph {c}").nodes.map(\.name) == ["c"])
  }

  @Test(arguments: [
    "digraph {b}", "}", "x", "\"}\"", "<b>", "/* a comment */ strict graph b {c}", "// a comment\n# another\n;", "/",
    String(repeating: " ", count: 100_000) + "graph b {c}",
  ])
  func textAfterTheGraphIsInvalid(tail: String) async throws {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: "digraph {a} " + tail) }
    #expect(error?.reasons == ["the text continues after the end of the graph"])
    #expect(try await Graph(dot: "digraph {c}").nodes.map(\.name) == ["c"])
  }

  @Test(arguments: [
    "\n", "/* } */", "// {", "\n# {", " \t\r\n", "/*" + String(repeating: "digraph {b}\n", count: 20_000) + "*/",
    String(repeating: "// digraph {b}\n", count: 20_000), String(repeating: "\n", count: 200_000),
  ])
  func commentsAfterTheGraphAreIgnored(tail: String) async throws {
    #expect(try await Graph(dot: "digraph {a} " + tail).nodes.map(\.name) == ["a"])
    #expect(try await Graph(dot: "digraph {c}").nodes.map(\.name) == ["c"])
  }

  @Test(arguments: [
    #"digraph { subgraph { a {b} } c [label="}"] /* } */ d }"#, "digraph { a [label=<<i>}</i>>] b // }\n c d }",
    "digraph { a\n# }\n b \"c\" [tooltip=\"\\\"}\"] d }", "/* { */ digraph \"}\" { a b c d }",
  ])
  func aBraceThatIsTextDoesNotEndTheGraph(dot: String) async throws {
    #expect(try await Graph(dot: dot).nodes.map(\.name).sorted() == ["a", "b", "c", "d"])
  }

  @Test func anEmptyTextIsAnError() async {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: "  ") }
    #expect(error?.stage == .reading)
  }

  @Test func aParsedGraphHasAllParts() async throws {
    let graph = try await Graph(
      dot: "digraph g { a [label=<<b>x</b>>]; a:p:n -> b [key=k]; subgraph cluster_c { label=C; {b c} } }")
    #expect(graph.name == "g")
    #expect(graph.nodes == [Node("a", ["label": .html("<b>x</b>")]), Node("b"), Node("c")])
    #expect(graph.edges == [Edge("a", "b", key: "k", ["tailport": .raw("p:n")])])
    #expect(
      graph.subgraphs == [
        Subgraph("cluster_c", subgraphs: [Subgraph(nodes: ["b", "c"])], ["label": .raw("C")])
      ])
  }

  /// If the comment ended at "/*/", the quotation mark in it would hide the markup that follows.
  @Test func aBlockCommentMayBeginWithASlash() async throws {
    let graph = try await Graph(
      dot: #"digraph t { /*/ " */ a [label=<<b>x</b>>]; b [label="<b>x</b>"] }"#)
    #expect(
      graph.nodes == [Node("a", ["label": .html("<b>x</b>")]), Node("b", ["label": .raw("<b>x</b>")])])
  }
}
