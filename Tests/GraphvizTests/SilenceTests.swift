import Foundation
import Testing

@testable import Graphviz

/// What Graphviz prints itself does not reach standard error: it becomes a warning.
@Suite struct SilenceTests {
  @Test func whatGraphvizPrintsItselfIsAMessage() async throws {
    let messages = Messages()
    // Among these, some bring the router of 2.42 to print "triangulation failed".
    for seed in 0..<100 {
      do {
        _ = try await tangled(seed).layout(with: .dot) { messages.add($0) }
      } catch {
        error.messages.forEach(messages.add)
      }
    }
    #expect(Library.headers != "2.43.0" || messages.all.contains { $0.contains("triangulation failed") })
  }

  private func tangled(_ seed: Int) -> Graph {
    var random = Seeded(UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    var graph = Graph("random")
    let count = Int.random(in: 8...30, using: &random)
    graph.nodes = (0..<count).map { Node("n\($0)", ["label": .text("node \($0)\nof \(seed)")]) }
    graph.subgraphs = (0..<4).map { cluster in
      Subgraph(
        "cluster_\(cluster)", nodes: (0..<count).filter { $0 % 5 == cluster }.map { "n\($0)" },
        ["label": .text("cluster \(cluster)")])
    }
    graph.edges = (0..<count * 2).map { index in
      let ends = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      return Edge("n\(ends.0)", "n\(ends.1)", ["label": .text("edge \(index)")])
    }
    return graph
  }

  private final class Messages: @unchecked Sendable {
    private let lock = NSLock()
    private var list: [String] = []
    func add(_ message: String) { lock.withLock { list.append(message) } }
    var all: [String] { lock.withLock { list } }
  }
}
