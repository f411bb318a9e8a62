import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation

/// What the independent readers are given.
enum Exchange {
  static let examples = ["pakistan-afghanistan", "egypt-israel", "ethiopia-eritrea", "armenia-azerbaijan"]

  /// Every hand-made example, and random graphs with everything.
  static func graphs(random count: Int) throws -> [(name: String, graph: KnowledgeGraph)] {
    try examples.map { ($0, try example($0)) } + (0..<count).map { ("random-\($0)", everything(seed: $0)) }
  }

  static func example(_ name: String) throws -> KnowledgeGraph {
    let path = packageRoot.appendingPathComponent("examples/\(name)").path
    return try DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
  }
}
