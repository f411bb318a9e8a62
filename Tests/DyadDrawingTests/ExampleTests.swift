import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Every example that ships is sourced throughout, and every view of it can be printed.
@Suite struct ExampleTests {
  private func graph(_ example: String) -> Checked<KnowledgeGraph> {
    let folder = packageRoot.appendingPathComponent("examples/\(example)").path
    return DossierReader.read(folder).then { KnowledgeGraph.linking($0, requiringSources: true) }
  }

  @Test(arguments: ExampleDossiers.names)
  func theExampleHasNoProblemsAndASourceForEverything(example: String) {
    #expect(graph(example).diagnostics.map(\.description) == [])
  }

  @Test(arguments: ExampleDossiers.names)
  func everyViewOfTheExampleIsDrawn(example: String) async throws {
    let graph = try graph(example).get()
    #expect(!graph.views.isEmpty)
    for view in graph.views.values {
      let days = try #require(view.days)
      let diff = GraphDiff(graph.snapshot(at: Moment(asOf: days)))
      let composition = try await Composition.fitting(.page) {
        Content(diff, of: view, options: ContentOptions(detail: $0))
      }
      #expect(try await !composition.picture(as: .svg).isEmpty)
      #expect(composition.fits && composition.smallestType >= 6, "\(view.id)")
    }
  }

  @Test(arguments: ExampleDossiers.names)
  func thePicturesOfTheExampleAreThoseOfItsViews(example: String) throws {
    let folder = packageRoot.appendingPathComponent("examples/\(example)/pictures").path
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let views = try graph(example).get().views.keys.map(\.text)
    #expect(pictures == views.flatMap { ["\($0).png", "\($0).svg"] }.sorted())
  }
}
