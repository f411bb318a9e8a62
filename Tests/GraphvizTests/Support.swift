import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// SplitMix64: equal seeds give equal numbers on every system.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A random graph with clusters and labeled edges between them, which is the hardest kind for `dot`.
func clusteredGraph(seed: UInt64, nodes count: Int = 60) -> Graph {
  var random = Seeded(seed)
  var graph = Graph("seed\(seed)")
  graph.nodes = (0..<count).map { Node("n\($0)") }
  graph.subgraphs = (0..<4).map { cluster in
    Subgraph(
      "cluster_\(cluster)", nodes: (0..<count / 2).filter { $0 % 4 == cluster }.map { "n\($0)" },
      ["label": "Cluster"])
  }
  graph.edges = (0..<count).map { _ in
    let tail = Int.random(in: 0..<count, using: &random)
    let head = Int.random(in: 0..<count, using: &random)
    return Edge("n\(tail)", "n\(head)", ["label": "one\ntwo"])
  }
  return graph
}

/// The output of the command `dot`.
///
/// It uses files instead of pipes: many tests start commands at the same time, and the end of a pipe that another child
/// inherits is not closed.
func command(_ engine: Engine, _ format: String, _ dot: String) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory
  let arguments = ["-K\(engine.rawValue)", "-T\(format)"]
  return [UInt8](try Command.run("dot", arguments, in: folder, input: Data(dot.utf8)).output)
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The error that an action throws, or nil.
func failure<T>(_ body: () async throws(Graph.Failure) -> T) async -> Graph.Failure? {
  do {
    _ = try await body()
    return nil
  } catch { return error }
}

extension Graph.Failure {
  /// The reasons of an invalid request.
  var reasons: [String]? { if case .invalidRequest(let error) = self { error.reasons } else { nil } }
  /// The step in which Graphviz failed.
  var stage: GraphvizError.Stage? { if case .graphviz(let error) = self { error.stage } else { nil } }
  /// The messages of Graphviz.
  var messages: [String]? { if case .graphviz(let error) = self { error.messages } else { nil } }
}
