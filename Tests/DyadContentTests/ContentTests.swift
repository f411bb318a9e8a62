import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct ContentTests {
  @Test(arguments: ["2025-05-26", "2025-02-01", "2021-07-01"])
  func theSheetOfTheExampleSaysWhatItDid(day: String) throws {
    let golden = packageRoot.appendingPathComponent("Tests/DyadContentTests/Golden/thaw-\(day).txt")
    #expect(difference(from: golden, try Samples.thaw(day).description + "\n") == nil)
  }

  @Test(arguments: [View(.around("ttp", hops: 1)), View(.everyone)])
  func theOtherViewsOfTheExampleSayWhatTheyDid(view: View) throws {
    let name = view.focus.parties.first?.text ?? "everyone"
    let golden = packageRoot.appendingPathComponent("Tests/DyadContentTests/Golden/\(name).txt")
    #expect(difference(from: golden, try Samples.thaw("2025-05-26", view).description + "\n") == nil)
  }

  /// Rows that are left out count too, and what is replaced counts once.
  @Test func aComparisonIsSummedUp() throws {
    let graph = try Samples.example()
    func snapshot(_ day: String) -> Snapshot { graph.snapshot(at: Moment(on: Day(day)!)) }
    let focus = Samples.pair.focus
    let diff = GraphDiff(from: snapshot("2025-02-01"), to: snapshot("2025-05-26")).focused(on: focus)
    #expect(Content(diff, of: Samples.pair).summary == "12 new, 1 ended, 1 changed")
    #expect(Content(diff, of: Samples.pair, options: ContentOptions(lexicon: .german)).summary?.contains("neu") == true)
    #expect(try Samples.thaw().summary == nil)
  }

  /// The relations of a graph have no order.
  @Test func ofTwoNextPhasesOnOneDayTheSameOneIsNamedInEveryRun() {
    var dossier = Dossier()
    dossier.entities = ["a", "b"].map { Located(Entity(Entity.ID($0), .state, name: $0)) }
    dossier.relations = (1...20).map { year in
      Located(
        Relation(
          Relation.ID("r\(year)"), "ties", between: "a", "b",
          phases: [Phase(Phase.ID("p\(100 + year)"), during: Interval("2000/\(2000 + year)")!)]))
    }
    let graph = KnowledgeGraph.linking([dossier]).value
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(1990, 1, 1)!))), of: View(.between("a", "b")))
    #expect(content.cards.first?.absence == "No information for this date; the next phase: 2000–2001.")
  }

  @Test func whatCouldBeKnownIsSaidInTheSubtitle() throws {
    let graph = try Samples.example()
    let moment = Moment(on: Day(2025, 5, 26)!, known: Day(2025, 5, 30)!)
    let content = Content(GraphDiff(graph.snapshot(at: moment)), of: Samples.pair)
    #expect(content.subtitle == "As of 26 May 2025, as known on 30 May 2025 · one press report of 26 May 2025")
  }
}

@Suite struct EgoTests {
  @Test func anEventOfManyStandsWithTheOneThatThePictureIsAbout() {
    var dossier = Dossier()
    dossier.entities = ["a", "b", "c", "union"].map { Located(Entity(Entity.ID($0), .state, name: $0)) }
    dossier.events = [
      Located(
        Event(
          "leave", within: Interval("2024")!, what: "All leave", type: .reject, actors: ["a", "b", "c"],
          recipients: ["union"]))
    ]
    let diff = GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever))
    for ego in ["a", "b", "c", "union"] {
      #expect(Content(diff, of: View(.around(Entity.ID(ego), hops: 1))).description.contains("All leave"), "\(ego)")
    }
  }
}
