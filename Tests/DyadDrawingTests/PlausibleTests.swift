import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Pictures of generated dossiers, small and large.
@Suite struct PlausibleTests {
  /// Numbers of entities, and seeds; the layout of a large network takes seconds.
  static let networks = [(5, 1), (5, 2), (20, 1), (20, 2), (50, 1), (50, 2), (150, 1), (300, 1)]

  @Test func theArchipelagoIsWhatTheGeneratorWrites() throws {
    let folder = packageRoot.appendingPathComponent("examples/archipelago")
    let files = PlausibleDossier(entities: 150, seed: 7).files
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      #expect(difference(from: folder.appendingPathComponent(name), text) == nil)
    }
    let articles = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("articles").path)
    #expect(articles.map { "articles/\($0)" }.sorted() == files.keys.filter { $0 != "dossier.yaml" }.sorted())
  }

  @Test func theSameSizeAndSeedWriteTheSameFiles() {
    let first = PlausibleDossier(entities: 50, seed: 3).files
    #expect(first == PlausibleDossier(entities: 50, seed: 3).files)
    #expect(first != PlausibleDossier(entities: 50, seed: 4).files)
  }

  @Test func someClaimsHaveNoSourceOnRequest() throws {
    let checked = try graph(PlausibleDossier(entities: 150, seed: 1, unsourced: true), requiringSources: true)
    #expect(checked.diagnostics.count > 10)
    #expect(Set(checked.diagnostics.map(\.code)) == [.noSource])
  }

  @Test func aFewHaveManyTiesAndMostHaveFew() throws {
    let graph = try graph(PlausibleDossier(entities: 150, seed: 7)).get()
    let ties = graph.relations.values.flatMap { [$0.from, $0.to] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(ties.values.max()! > 20)
    #expect(ties.values.count { $0 <= 4 } * 2 > ties.count)
    let phases = graph.relations.values.map(\.phases.count)
    #expect(Set(phases) == [1, 2, 3, 4])
    let claims = graph.events.values.map(\.evidence) + graph.relations.values.flatMap { $0.phases.map(\.evidence) }
    #expect(claims.count { $0.citations.contains { $0.stance == .denies } } > 10)
    #expect(claims.count { $0.citations.contains { $0.speaker != nil } } > 50)
  }

  @Test(arguments: networks)
  func aNetworkOfAnySizeIsQuotedFromArticlesAndFitsAPage(entities: Int, seed: Int) async throws {
    let checked = try graph(PlausibleDossier(entities: entities, seed: seed), requiringSources: true)
    #expect(checked.diagnostics.map(\.description) == [])
    let graph = try checked.get()
    #expect(graph.entities.count == entities)
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(2024, 6, 1)!)))
    let composition = try await Composition.fitting(.page) {
      Content(diff, of: View(.everyone), options: ContentOptions(detail: $0))
    }
    #expect(composition.fits && composition.smallestType >= 6)
    let numbers = composition.content.cards.compactMap(\.number)
    #expect(numbers == Array(1...max(1, numbers.count)))
    #expect(entities < 50 || numbers.count >= 10)
    #expect(composition.content.lines.count >= numbers.count)
    #expect(entities < 150 || composition.content.lines.count > 100)
  }

  private func graph(_ dossier: PlausibleDossier, requiringSources: Bool = false) throws -> Checked<KnowledgeGraph> {
    try inTemporaryFolder { folder in
      for (name, text) in dossier.files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return DossierReader.read(folder.path).then { KnowledgeGraph.linking($0, requiringSources: requiringSources) }
    }
  }
}
