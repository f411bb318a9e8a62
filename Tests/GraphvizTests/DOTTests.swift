import Graphviz
import Testing

@Suite struct DOTTests {
  @Test(arguments: UInt64(1)...400)
  func aRandomGraphIsUnchangedAfterDOT(seed: UInt64) async throws {
    var statements = RandomStatements(seed)
    let text = statements.graph()
    let graph: Graph
    do throws(Graph.Failure) { graph = try await Graph(dot: text) } catch {
      // Only a strict graph is refused, and only where a subgraph gives two nodes a second edge.
      #expect(error.reasons?.allSatisfy { $0.hasPrefix("the graph is strict, and ") } == true, "\(text)")
      return
    }
    let again = try await Graph(dot: graph.dot)
    if again != graph { Issue.record("\(text)\nis written as\n\(graph.dot)") }
    if again.dot != graph.dot { Issue.record("written again, \(graph.dot)\nis\n\(again.dot)") }
  }

  @Test(arguments: [
    "strict digraph { a -> b; { a -> b [key=k] } }", "strict graph { a -- b; subgraph n { b -- a [key=k] } }",
  ])
  func aStrictGraphHasNoParallelEdges(text: String) async {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: text) }
    let reason = "the graph is strict, and several of its edges connect"
    #expect(error?.reasons?.count == 1 && error?.reasons?.first?.hasPrefix(reason) == true)
    let graph = Graph("g", isStrict: true, edges: [Edge("a", "b"), Edge("a", "b", key: "k")])
    let other = await failure { () async throws(Graph.Failure) in try await graph.layout() }
    #expect(other?.reasons == ["\(reason) 'a' and 'b'"])
  }

  @Test func aNameThatGraphvizDoesNotKeepIsRefused() async throws {
    let error = await failure { () async throws(Graph.Failure) in try await Graph(dot: #"graph { "%rate"; b }"#) }
    #expect(error?.reasons == ["the name of a node begins with '%', and Graphviz does not keep it"])
    let labelled = try await Graph(dot: #"graph { rate [label="%5"]; subgraph "%3" { b } }"#)
    #expect(labelled.nodes.map(\.name) == ["rate", "b"] && labelled.nodes[0].attributes["label"] == .raw("%5"))
  }

  @Test(arguments: ["strict digraph { a -> b; b -> a }", "digraph { a -> b; { a -> b [key=k] } }"])
  func otherGraphsMayHaveThem(text: String) async throws {
    #expect(try await Graph(dot: text).edges.count == 2)
  }
}

/// Texts in DOT with named and anonymous subgraphs in each other that share nodes, and edges with a key.
private struct RandomStatements {
  private var random: Seeded
  private var arrow = ""

  init(_ seed: UInt64) { random = Seeded(seed) }

  mutating func graph() -> String {
    let isDirected = Bool.random(using: &random)
    arrow = isDirected ? "->" : "--"
    return (Bool.random(using: &random) ? "strict " : "") + (isDirected ? "digraph " : "graph ") + block(depth: 0)
  }

  private mutating func block(depth: Int) -> String {
    let count = Int.random(in: 1...6, using: &random)
    return "{ " + (0..<count).map { _ in statement(depth: depth) }.joined(separator: "; ") + " }"
  }

  private mutating func statement(depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return node()
    case 1...2 where depth < 3:
      return "subgraph \(["n", "m"].randomElement(using: &random)!) " + block(depth: depth + 1)
    case 3...5 where depth < 3: return block(depth: depth + 1)
    default:
      let key = ["", " [key=k]", " [key=l]", " [color=red]"].randomElement(using: &random)!
      return node() + " \(arrow) " + node() + key
    }
  }

  private mutating func node() -> String { ["a", "b", "c", "d"].randomElement(using: &random)! }
}
