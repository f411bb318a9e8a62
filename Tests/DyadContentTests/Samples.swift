import DyadContent
import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation

/// The graph that many of these tests use, and its content.
enum Samples {
  static let pair = View(.between("pakistan", "afghanistan"))

  static func example(_ name: String = "pakistan-afghanistan") throws -> KnowledgeGraph {
    let folder = packageRoot.appendingPathComponent("examples/\(name)").path
    return try DossierReader.read(folder).then { KnowledgeGraph.linking($0) }.get()
  }

  /// The graph of a dossier of two states, Arvane and Belmar, with more records.
  static func graph(_ records: String) throws -> KnowledgeGraph {
    let head = """
      dossier: Test
      sources: { s: { title: Herald, published: 2024-01-19 } }
      states: { arvane: { name: Arvane }, belmar: { name: Belmar }, carra: { name: Carra } }

      """
    return try DossierReader.read(text: head + records, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  static func thaw(
    _ day: String = "2025-05-26", _ view: View = pair, options: ContentOptions = ContentOptions()
  ) throws -> Content {
    Content(GraphDiff(try example().snapshot(at: Moment(on: Day(day)!))), of: view, options: options)
  }
}
