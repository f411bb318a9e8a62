import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// The guarantees of the lock of a layout.
@Suite struct PlacesTests {
  private func composition(
    _ dossier: Dossier, _ view: View, keeping places: Places? = nil
  ) async throws -> Composition {
    let diff = GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever))
    return try await Composition(Content(diff, of: view), keeping: places)
  }

  @Test(arguments: 0..<12)
  func theSameDossierMovesNothing(seed: Int) async throws {
    for view in Samples.randomViews {
      let first = try await composition(anyDossier(seed: seed), view)
      let again = try await composition(anyDossier(seed: seed), view, keeping: first.places)
      #expect(again.places.movement(from: first.places) < 1e-4, "\(view.focus)")
    }
  }

  /// Otherwise what fits a page without the lock would not fit with it.
  @Test(arguments: [0, 3, 7, 13])
  func theSameNetworkMovesNothingWhateverItsDetail(step: Int) async throws {
    let snapshot = try Samples.example("archipelago").snapshot(at: Moment(on: Day(2024, 1, 1)!))
    let options = ContentOptions(detail: Detail.ladder[step])
    let content = Content(GraphDiff(snapshot), of: View(.everyone), options: options)
    let first = try await Composition(content)
    let again = try await Composition(content, keeping: first.places)
    #expect(again.places.movement(from: first.places) < 1e-3)
    #expect(abs(again.height.points - first.height.points) < 0.1)
  }

  /// A new party with one event: the other parties hardly move.
  @Test(arguments: 0..<12)
  func aNewPartyMovesTheOthersLittle(seed: Int) async throws {
    for view in Samples.randomViews {
      let before = try await composition(anyDossier(seed: seed), view)
      var dossier = anyDossier(seed: seed)
      dossier.entities.append(Located(Entity("newcomer", .state, name: "Newcomer")))
      dossier.events.append(
        Located(
          Event(
            "arrival", within: Interval("2020")!, what: "The newcomer arrives", type: .agree, actors: ["newcomer"],
            recipients: ["entity-0"])))
      let after = try await composition(dossier, view, keeping: before.places)
      #expect(after.places.blocks["entity-newcomer"] != nil, "\(view.focus)")
      let free = try await composition(dossier, view)
      let movement = after.places.movement(from: before.places)
      #expect(
        movement <= 0.05, "\(view.focus): \(movement), without the lock \(free.places.movement(from: before.places))")
    }
  }

  @Test func tiesKeepTheirNumbers() async throws {
    let before = try await composition(anyDossier(seed: 4), View(.everyone))
    var dossier = anyDossier(seed: 4)
    dossier.events.append(
      Located(
        Event(
          "storm", within: Interval("2020")!, what: "War", type: .assault, actors: ["entity-3"],
          recipients: ["entity-4"])))
    let after = try await composition(dossier, View(.everyone), keeping: before.places)
    for (tie, number) in before.places.numbers { #expect(after.places.numbers[tie] == number) }
  }

  @Test func placesRoundTripThroughTheirFile() async throws {
    let places = try await Composition(try Samples.thaw()).places
    let read = try JSONDecoder().decode(Places.self, from: try JSONEncoder().encode(places))
    #expect(read == places && read.isFit)
  }
}
