import Foundation
import Graphviz
import Testing

@testable import Graphviz

/// One test for each fault of Graphviz that has its remedy in this target.
@Suite struct FaultTests {
  @Test func labelledFlatEdgesAreLaidOutAndFreedAgainAndAgain() async throws {
    let flat = try await Graph(dot: "digraph { {rank=same; a b c} a->c[label=x]; a->b; b->c }")
    let clustered = try await Graph(
      dot: """
        digraph g { subgraph cluster_0 { n1; n3; n4 }  subgraph cluster_1 { n5; n6; n7; n8; n9 }
         subgraph cluster_2 { n10; n11; n12; n13; n14 }
         n1 -> n10 [label=l]; n28 -> n12 [label=l]; n14 -> n6 [label=l];
         n3 -> n9 [label=l]; n25 -> n10 [label=l]; n8 -> n14 [label=l]; }
        """)
    for _ in 0..<40 {
      _ = try await flat.layout()
      _ = try await clustered.layout()
    }
  }

  @Test func aHundredRandomClusteredDrawingsAreLaidOutAndFreed() async throws {
    var laidOut = 0
    for seed in 0..<100 {
      // Some of them Graphviz itself cannot rank, and says so.
      if let layout = try? await anyClusteredGraph(seed: seed).layout(), !layout.nodes.isEmpty { laidOut += 1 }
    }
    #expect(laidOut > 80)
  }

  @Test(arguments: 0..<100)
  func withNewRanksEveryRandomClusteredDrawingIsLaidOut(seed: Int) async throws {
    var graph = anyClusteredGraph(seed: seed)
    graph.attributes["newrank"] = "true"
    let layout = try await graph.layout()
    #expect(layout.nodes.count == graph.nodes.count)
    #expect(layout.clusters.count == graph.subgraphs.count)
  }

  @Test func clustersKeepTheirOrderInAWarmProcess() async throws {
    let graph = try await Graph(
      dot: """
        digraph G { subgraph cluster_a { a1; a2 } subgraph cluster_b { b1; b2 } subgraph cluster_c { c1 }
          a1 -> b1; b2 -> c1; c1 -> a2; }
        """)
    let first = try await graph.picture(with: .dot, as: .svg)
    var blocks: [UnsafeMutableRawPointer] = []
    defer { blocks.forEach { $0.deallocate() } }
    for size in 1...30 {
      blocks.append(.allocate(byteCount: size * 40, alignment: 8))
      #expect(try await graph.picture(with: .dot, as: .svg) == first)
    }
  }

  @Test func textThatEqualsMarkupStaysText() async throws {
    var graph = Graph("twins")
    graph.nodes = [Node("a", ["label": .html("<b>x</b>")]), Node("b", ["label": .text("<b>x</b>")])]
    let words = words(of: try await graph.picture(with: .dot, as: .svg))
    #expect(words.sorted() == ["<b>x</b>", "x"])
  }

  @Test(arguments: [
    "plain", "back\\slash", "\\N \\G \\E \\l", "a & b", "&amp; &lt;", "<b>x</b>", "\"quoted\"", "{a|b}", "%n%s", "a\\",
    "پاکستان", "中国", "Ω≈ç√", "-->",
  ])
  func aLabelIsShownAsItIs(label: String) async throws {
    var graph = Graph("text")
    graph.nodes = [Node("a", ["label": .text(label), "shape": "box"])]
    #expect(words(of: try await graph.picture(with: .dot, as: .svg)) == [label])
  }

  @Test func aGraphLaidOutAfterAnotherKeepsItsOwnAttributes() async throws {
    let one = try await Graph(
      dot: """
        digraph A { node[shape=box style=filled fillcolor=red color=blue label=LA id=ia URL="https://a" tooltip=ta penwidth=3
          fontname=Courier fontcolor=green xlabel=xa]; edge[label=ea color=red style=dashed]; a->b }
        """)
    let other = try await Graph(
      dot: """
        digraph B { node[tooltip=tb fontcolor=yellow xlabel=xb id=ib label=LB URL="https://b" shape=circle penwidth=1
          color=green fillcolor=pink style=dotted]; edge[style=bold label=eb]; c->d }
        """)
    let layout = try await one.layout()
    let alone = try await one.picture(at: layout, as: .svg)
    _ = try await other.layout()
    #expect(try await one.picture(at: layout, as: .svg) == alone)
  }

  @Test func manyTasksAtOnceGetTheSameBytes() async throws {
    let graph = anyClusteredGraph(seed: 7)
    let alone = try await graph.picture(with: .dot, as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 { group.addTask { try await graph.picture(with: .dot, as: .svg) } }
      for try await bytes in group { #expect(bytes == alone) }
    }
  }

  @Test(arguments: Engine.allCases, [ImageFormat.svg, .png, .pdf])
  func theSamePictureIsTheSameBytes(engine: Engine, format: ImageFormat) async throws {
    var graph = anyClusteredGraph(seed: 3)
    graph.nodes = Array(graph.nodes.prefix(8))
    graph.edges = graph.edges.filter { edge in
      graph.nodes.contains { $0.name == edge.tail } && graph.nodes.contains { $0.name == edge.head }
    }
    graph.subgraphs = []
    let first = try await graph.picture(with: engine, as: format)
    #expect(!first.isEmpty)
    #expect(try await graph.picture(with: engine, as: format) == first)
  }

  #if os(Linux)
    @Test func layoutsGiveTheirMemoryBack() async throws {
      // neato without markup: the one engine of Graphviz 2.42 that itself loses nothing.
      var graph = anyClusteredGraph(seed: 1)
      graph.subgraphs = []
      for _ in 0..<50 { _ = try await graph.layout(with: .neato) }
      let before = try resident()
      for _ in 0..<1000 { _ = try await graph.layout(with: .neato) }
      #expect(try resident() - before < 12 << 20)
    }

    private func resident() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return Int(fields[1])! * 4096
    }
  #endif

  @Test func anErrorThatTheCallDoesNotReportIsAFailure() async throws {
    var graph = Graph("broken")
    graph.nodes = [Node("a", ["label": .html("<b>x")])]
    let broken = graph
    let error = await #expect(throws: GraphvizError.self) { try await broken.layout() }
    #expect(error?.stage == .layingOut(.dot))
    #expect(error?.message.contains("mismatched tag") == true)
  }

  @Test func brokenTextIsRefusedWithWhatGraphvizSays() async throws {
    let error = await #expect(throws: GraphvizError.self) { try await Graph(dot: "digraph { a -> }") }
    #expect(error?.stage == .reading)
    #expect(error?.message.contains("syntax error in line 1") == true)
  }

  @Test(arguments: ["", "   ", "not a graph", "digraph{a[label=\"x\\\"]}"])
  func whatIsNoGraphIsRefused(text: String) async {
    await #expect(throws: GraphvizError.self) { try await Graph(dot: text) }
  }

  @Test func aLibraryOtherThanItsHeadersIsRefused() {
    #expect(Session.fault(header: "2.43.0", library: "2.43.0", hasPlugins: true) == nil)
    #expect(Session.fault(header: "2.43.0", library: "12.2.1", hasPlugins: true)?.contains("12.2.1 is loaded") == true)
    #expect(Session.fault(header: "2.43.0", library: "2.43.0", hasPlugins: false)?.contains("apt install") == true)
  }
}
