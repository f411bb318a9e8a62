import Graphviz
import Testing

@Suite struct CommandTests {
  @Test(arguments: Sample.all, Engine.allCases)
  func aPictureIsThatOfTheCommand(sample: Sample, engine: Engine) async throws {
    let ours = try await Graph(dot: sample.dot).picture(with: engine, as: .svg, onWarning: { _ in })
    let theirs = try command(engine, "svg", sample.dot)
    #expect(text(ours) == text(theirs))
  }

  @Test(arguments: Sample.all)
  func whatWeWriteAsDOTReadsAsTheSameGraph(sample: Sample) async throws {
    let graph = try await Graph(dot: sample.dot)
    let again = try await Graph(dot: graph.dot)
    #expect(again.dot == graph.dot)
    #expect(
      text(try await again.picture(as: .svg, onWarning: { _ in }))
        == text(try await graph.picture(as: .svg, onWarning: { _ in })))
  }

  @Test func aBrokenTextIsAnErrorWithItsLine() async {
    let error = await failure { () async throws(GraphvizError) in try await Graph(dot: "digraph {\n a -> }") }
    #expect(error?.stage == .reading)
    #expect(error?.messages.first?.contains("syntax error in line 2") == true)
    let again = await failure { () async throws(GraphvizError) in try await Graph(dot: "digraph { a -> }") }
    #expect(again?.messages.first?.contains("syntax error in line 1") == true)
  }

  @Test func twoGraphsInOneTextAreAnError() async throws {
    let error = await failure { () async throws(GraphvizError) in
      try await Graph(dot: "digraph {a} digraph {b}")
    }
    #expect(error?.messages == ["the text holds more than one graph"])
    #expect(try await Graph(dot: "digraph {c}").nodes.map(\.name) == ["c"])
  }

  @Test func noGraphAtAllIsAnError() async {
    let error = await failure { () async throws(GraphvizError) in try await Graph(dot: "  ") }
    #expect(error?.stage == .reading)
  }

  @Test func aGraphIsReadWithItsPartsInPlace() async throws {
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
}
