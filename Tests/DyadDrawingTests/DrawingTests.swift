import DyadCore
import DyadDrawing
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct DrawingTests {
  @Test(arguments: ["2025-05-26", "2025-02-01", "2021-07-01"])
  func theSheetOfTheExampleSaysWhatItDid(day: String) throws {
    let golden = packageRoot.appendingPathComponent("Tests/DyadDrawingTests/Golden/thaw-\(day).txt")
    #expect(difference(from: golden, try Samples.thaw(day).description + "\n") == nil)
  }

  @Test(arguments: [View(.around("ttp", hops: 1)), View(.everyone)])
  func theOtherViewsOfTheExampleSayWhatTheyDid(view: View) throws {
    let name = view.focus.parties.first?.text ?? "everyone"
    let golden = packageRoot.appendingPathComponent("Tests/DyadDrawingTests/Golden/\(name).txt")
    #expect(difference(from: golden, try Samples.thaw("2025-05-26", view).description + "\n") == nil)
  }

  @Test(arguments: [ImageFormat.svg, .png, .pdf, .dot])
  func theSamePictureIsTheSameBytes(format: ImageFormat) async throws {
    let first = try await Composition(try Samples.thaw()).picture(as: format)
    #expect(try await Composition(try Samples.thaw()).picture(as: format) == first)
  }

  @Test func theSVGSaysWhatItIsAndFetchesNothing() async throws {
    let svg = try await Composition(try Samples.thaw()).svg()
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title id=\"picture-title\">Pakistan and Afghanistan. As of 26 May 2025.</title>"))
    #expect(svg.contains("<desc id=\"picture-description\">"))
    #expect(svg.contains("width=\"170mm\""))
    #expect(svg.contains("id=\"entity-taliban\""))
    #expect(svg.contains("noticeable decline in suicide bombings"))
    for word in ["<script", "<image", "xlink:href=", "onload", "<?xml-stylesheet", "<foreignObject", "@import"] {
      #expect(!svg.contains(word), "\(word)")
    }
  }

  @Test func whatAHostileDossierSaysIsOnlyText() async throws {
    let evil = "\"><script>evil()</script> & \\N %s <b>x</b> ]]> ${x} "
    var dossier = Dossier(title: evil)
    dossier.sources = [Located(Source("s", title: evil, publisher: evil))]
    dossier.entities = [
      Located(Entity("a", .state, name: evil)), Located(Entity("b", .group, name: evil)),
      Located(Entity("o", .official, name: evil, home: "a")),
    ]
    dossier.relations = [
      Located(
        Relation(
          "r", "ties", between: "a", "b",
          phases: [
            Phase("p", reads: evil, evidence: Evidence([Citation(of: "s", quote: evil, speaker: .words(evil))]))
          ]))
    ]
    dossier.events = [
      Located(Event("e", within: Interval("2025")!, what: evil, type: .agree, actors: ["o"], recipients: ["b"]))
    ]
    let diff = GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever))
    for view in [View(.between("a", "b")), View(.around("a", hops: 1)), View(.everyone)] {
      let svg = try await Composition(Drawing(diff, of: view)).svg()
      #expect(!svg.contains("<script"))
      #expect(svg.contains("&lt;script&gt;evil()&lt;/script&gt;"))
    }
  }

  @Test func anEmptyGraphIsDrawnToo() async throws {
    let snapshot = KnowledgeGraph.linking([Dossier(title: "Nothing")]).value.snapshot(at: .ever)
    #expect(try await Composition(Drawing(GraphDiff(snapshot))).svg().contains("Nothing"))
  }

  @Test func theLegendNamesOnlyWhatIsUsed() async throws {
    let before = try await Composition(try Samples.thaw("2021-07-01")).svg()
    let after = try await Composition(try Samples.thaw("2025-05-26")).svg()
    #expect(!before.contains(">official</text>") && after.contains(">official</text>"))
    #expect(!after.contains("possibly at this date"))
  }

  @Test func sourcesMayBeLeftOut() async throws {
    let without = try await Composition(try Samples.thaw(style: Style(showsSources: false))).svg()
    #expect(!without.contains(">[1] Pak-Afghan ties"))
    #expect(try await Composition(try Samples.thaw()).svg().contains(">[1] Pak-Afghan ties"))
  }

  @Test func whatCouldBeKnownIsSaidInTheSubtitle() throws {
    let graph = try Samples.example()
    let moment = Moment(on: Day(2025, 5, 26)!, known: Day(2025, 5, 30)!)
    let drawing = Drawing(GraphDiff(graph.snapshot(at: moment)), of: Samples.pair)
    #expect(drawing.subtitle == "As of 26 May 2025, as known on 30 May 2025")
  }
}

@Suite struct FilterTests {
  private func drawing(_ filter: Filter) throws -> Drawing {
    try Samples.thaw("2025-05-26", View(.between("pakistan", "afghanistan"), filter: filter))
  }

  @Test func withoutEventsOnlyRelationsAreTold() throws {
    let drawing = try drawing(Filter(without: ["events"]))
    #expect(!drawing.description.contains("Dar visits Kabul"))
    #expect(drawing.description.contains("Mediation by China"))
    #expect(drawing.omissions.contains { $0.hasPrefix("Left out by choice: ") && $0.contains(" events") })
  }

  @Test func onlyAKindOfRelationKeepsThatKind() throws {
    let drawing = try drawing(Filter(only: ["mediation"]))
    #expect(drawing.description.contains("Mediation by China"))
    #expect(!drawing.description.contains("Rivalry"))
    #expect(!drawing.description.contains("Dar visits Kabul"))
  }

  @Test func onlyStatesHidesTheOthersAndKeepsWhatTheyDid() throws {
    let drawing = try drawing(Filter(only: ["state"]))
    #expect(Set(drawing.figures.map(\.kind)) == [.state])
    #expect(drawing.description.contains("Dar visits Kabul"))
  }

  @Test func aPartyMayBeLeftOutByItsId() throws {
    #expect(try !drawing(Filter(without: ["china"])).figures.contains { $0.id == "china" })
  }

  @Test func whatIsWeakerThanTheLeastToneIsLeftOut() throws {
    let drawing = try drawing(Filter(minimumTone: 5))
    #expect(drawing.cards.flatMap(\.rows).allSatisfy { abs($0.tone.value) >= 5 })
    #expect(!drawing.cards.flatMap(\.rows).isEmpty)
  }

  @Test(arguments: 0..<20)
  func aFilterOnlyTakesAway(seed: Int) {
    let graph = anyGraph(seed: seed)
    let snapshot = graph.snapshot(at: .ever)
    var random = Seeded(seed)
    let words = Filter.words(in: graph)
    let filter = Filter(
      only: Set((0..<2).map { _ in words.randomElement(using: &random)! }),
      without: [words.randomElement(using: &random)!], minimumTone: Double.random(in: 0...6, using: &random))
    let left = snapshot.filtered(by: filter)
    #expect(Set(left.ties.map(\.id)).isSubset(of: snapshot.ties.map(\.id)))
    #expect(Set(left.events.map(\.id)).isSubset(of: snapshot.events.map(\.id)))
    #expect(left.filtered(by: filter).events == left.events)
    #expect(snapshot.filtered(by: .none).events == snapshot.events)
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
      #expect(Drawing(diff, of: View(.around(Entity.ID(ego), hops: 1))).description.contains("All leave"), "\(ego)")
    }
  }
}
