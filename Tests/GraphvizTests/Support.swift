import Foundation
import Graphviz
import Testing

/// SplitMix64: the same seed, the same numbers, everywhere.
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

/// A random graph with clusters and labelled edges between them: what brings Graphviz to its knees.
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

/// What the command `dot` writes.
///
/// Through files: many tests start commands at once, and a pipe's end that another child inherits is never closed.
func command(_ engine: Engine, _ format: String, _ dot: String) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dot-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (input, output) = (folder.appendingPathComponent("graph.gv"), folder.appendingPathComponent("picture"))
  try Data(dot.utf8).write(to: input)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["dot", "-K\(engine.rawValue)", "-T\(format)", input.path, "-o", output.path]
  process.standardInput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return [UInt8](try Data(contentsOf: output))
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// What an action throws, or nil.
func failure<T>(_ body: () async throws(GraphvizError) -> T) async -> GraphvizError? {
  do {
    _ = try await body()
    return nil
  } catch { return error }
}
