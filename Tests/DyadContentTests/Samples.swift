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

  static func thaw(
    _ day: String = "2025-05-26", _ view: View = pair, options: ContentOptions = ContentOptions()
  ) throws -> Content {
    Content(GraphDiff(try example().snapshot(at: Moment(on: Day(day)!))), of: view, options: options)
  }
}
