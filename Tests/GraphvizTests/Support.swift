import Foundation
import Graphviz

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Random numbers that come again with their seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A graph of clusters with labelled edges between them: what makes Graphviz 2.42 free the wrong array.
func anyClusteredGraph(seed: Int) -> Graph {
  var random = Seeded(seed)
  var graph = Graph("random")
  let count = Int.random(in: 8...30, using: &random)
  graph.nodes = (0..<count).map { Node("n\($0)", ["label": .text("node \($0)\nof \(seed)")]) }
  graph.subgraphs = (0..<4).map { cluster in
    Subgraph(
      "cluster_\(cluster)", ["label": .text("cluster \(cluster)")],
      nodes: graph.nodes.indices.filter { $0 % 5 == cluster }.map { "n\($0)" })
  }
  graph.edges = (0..<count * 2).map { index in
    let ends = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    return Edge("n\(ends.0)", "n\(ends.1)", ["label": .text("edge \(index)")])
  }
  return graph
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The words of an SVG, element by element.
func words(of svg: [UInt8]) -> [String] {
  final class Words: NSObject, XMLParserDelegate {
    var all: [String] = []
    var isText = false
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      isText = name == "text"
      if isText { all.append("") }
    }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      isText = false
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { if isText { all[all.count - 1] += string } }
  }
  let words = Words()
  let parser = XMLParser(data: Data(svg))
  parser.delegate = words
  return parser.parse() ? words.all : ["not well-formed"]
}

/// What the `dot` command makes of the text.
func command(_ engine: Engine, _ dot: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["dot", "-K\(engine.rawValue)", "-Tsvg"]
  let (input, output) = (Pipe(), Pipe())
  (process.standardInput, process.standardOutput) = (input, output)
  process.standardError = FileHandle.nullDevice
  try process.run()
  try input.fileHandleForWriting.write(contentsOf: Data(dot.utf8))
  try input.fileHandleForWriting.close()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return [UInt8](bytes)
}
