import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Content for many of these tests.
enum Samples {
  static let pair = View(.between("pakistan", "afghanistan"))

  /// The graphs of the examples, each read once.
  private static let examples = Dictionary(
    uniqueKeysWithValues: ExampleDossiers.names.map { name in
      let folder = packageRoot.appendingPathComponent("examples/\(name)").path
      return (name, Result { try DossierReader.read(folder).then { KnowledgeGraph.linking($0) }.get() })
    })

  static func example(_ name: String = "pakistan-afghanistan") throws -> KnowledgeGraph {
    try #require(examples[name]).get()
  }

  static func thaw(_ day: String = "2025-05-26", _ view: View = pair, options: ContentOptions = ContentOptions()) throws
    -> Content
  {
    Content(GraphDiff(try example().snapshot(at: Moment(on: Day(day)!))), of: view, options: options)
  }

  static func random(_ seed: Int, _ view: View, detail: Detail = .full) -> Content {
    Content(GraphDiff(anyGraph(seed: seed).snapshot(at: .ever)), of: view, options: ContentOptions(detail: detail))
  }

  static let randomViews = [
    View(.between("entity-0", "entity-1")), View(.around("entity-0", hops: 1)), View(.around("entity-0", hops: 2)),
    View(.everyone),
  ]

  static func paper(_ millimetres: Double, height: Double? = nil) -> Paper {
    Paper(
      width: Length(millimetres: millimetres),
      height: height.map { .exactly(Length(millimetres: $0)) } ?? Paper.page.height)
  }
}
