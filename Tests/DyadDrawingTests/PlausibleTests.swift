import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Pictures of dossiers that nobody has seen, small and large.
@Suite struct PlausibleTests {
  @Test func theArchipelagoIsWhatTheGeneratorWrites() throws {
    let folder = packageRoot.appendingPathComponent("examples/archipelago")
    for (name, text) in PlausibleDossier(entities: 150, seed: 7).files.sorted(by: { $0.key < $1.key }) {
      #expect(difference(from: folder.appendingPathComponent(name), text) == nil)
    }
  }

  @Test(arguments: [5, 20, 50, 150, 300], [1, 2])
  func aNetworkOfAnySizeFitsAPage(entities: Int, seed: Int) async throws {
    let dossier = PlausibleDossier(entities: entities, seed: seed)
    let graph = try DossierReader.read(
      text: dossier.files["dossier.yaml"]!.replacing(#/,\ text: .*txt/#, with: ""), file: "dossier.yaml"
    ).then { KnowledgeGraph.linking([$0]) }.get()
    #expect(graph.entities.count >= entities - 1)
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(2024, 6, 1)!)))
    let composition = try await Composition.fitting(.page) {
      Drawing(diff, of: View(.everyone), style: Style(detail: $0))
    }
    #expect(composition.fits && composition.smallestType >= 6)
    let numbers = composition.drawing.cards.compactMap(\.number)
    #expect(numbers == Array(1...max(1, numbers.count)))
    #expect(entities < 50 || numbers.count >= 15)
  }
}
