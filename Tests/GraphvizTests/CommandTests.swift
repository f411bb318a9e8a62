import Graphviz
import Testing

/// On the same text and the same Graphviz, the same SVG as the `dot` command.
@Suite struct CommandTests {
  static let corpus: [String] = [
    "digraph one { a -> b }",
    "graph undirected { a -- b; b -- c; c -- a }",
    "strict digraph once { a -> b; a -> b; b -> a }",
    "digraph clusters { subgraph cluster_x { label=X; a; b; subgraph cluster_y { label=Y; c } } a -> c; c -> d; d -> b }",
    "digraph records { node[shape=record]; a[label=\"{one|<p>two|three}\"]; b[label=\"x|<q>y\"]; a:p -> b:q }",
    "digraph html { a[shape=plain label=<<table border=\"1\"><tr><td port=\"p\"><b>bold</b></td><td>x &amp; y</td></tr></table>>]; a:p:s -> b:n }",
    "digraph ports { a -> b [tailport=e headport=w]; b:s -> c:n }",
    "digraph ranks { rankdir=LR; {rank=same; a b} a -> c; b -> c; c -> d [label=\"to d\"]; a -> d [style=dashed] }",
    "digraph labels { label=\"title\"; labelloc=t; a[xlabel=\"outside\"]; a -> b [headlabel=h taillabel=t xlabel=x] }",
    "digraph parallel { a -> b; a -> b [label=second]; a -> b [color=red]; a -> a }",
    "digraph words { a[label=\"پاکستان\"]; b[label=\"中国\"]; c[label=\"a\\lb\\r\\N\"]; a -> b -> c }",
    "digraph defaults { node[shape=box]; a; node[color=red]; b; subgraph s { node[style=filled]; c } a -> b -> c }",
    "graph sets { subgraph { a; b } -- subgraph { c; d } }",
    "digraph addresses { a -> b [tooltip=t]; b [URL=\"https://example.org/\" id=me class=us] }",
  ]

  @Test(arguments: corpus, Engine.allCases)
  func theSVGIsTheOneOfTheCommand(dot: String, engine: Engine) async throws {
    let graph = try await Graph(dot: dot)
    let ours = text(try await graph.picture(with: engine, as: .svg))
    let theirs = text(try command(engine, dot))
    #expect(ours == theirs)
  }
}
