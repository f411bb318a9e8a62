import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

/// Blocs found once for a whole film.
@Suite struct FilmBlocsTests {
  /// Two groups of three, of which one turns hostile within for a short time.
  private func graph() -> KnowledgeGraph {
    var dossier = Dossier(title: "Two groups")
    dossier.entities = ["a", "b", "c", "d", "e", "f"].map {
      Located(Entity(Entity.ID($0), .state, name: $0.uppercased()))
    }
    func tie(_ one: String, _ other: String, _ tone: Double, _ phases: [(String, Double)] = []) -> Located<Relation> {
      let all = phases.isEmpty ? [("2000/2020", tone)] : phases
      return Located(
        Relation(
          Relation.ID("\(one)-\(other)"), "ties", between: Entity.ID(one), Entity.ID(other),
          phases: all.enumerated().map { index, phase in
            Phase(Phase.ID("\(one)-\(other)-\(index)"), tone: Tone(phase.1)!, during: Interval(phase.0)!)
          }))
    }
    let quarrel = [("2000/2009", 6.0), ("2010-01/2010-02", -9), ("2010-03/2020", 6)]
    dossier.relations = [
      tie("a", "b", 0, quarrel), tie("b", "c", 6), tie("a", "c", 0, quarrel), tie("d", "e", 6), tie("e", "f", 6),
      tie("d", "f", 6), tie("a", "d", -8), tie("c", "f", -3),
    ]
    return KnowledgeGraph.linking([dossier]).value
  }

  private let days = [Day(2001, 1, 1)!, Day(2010, 1, 15)!, Day(2010, 3, 15)!, Day(2019, 1, 1)!]

  private func film(_ graph: KnowledgeGraph, _ days: [Day]) async throws -> Film {
    try await Film(of: graph, in: View(.everyone, blocs: .found), on: days)
  }

  @Test func aBlocIsTheSameInEveryFrame() async throws {
    let film = try await film(graph(), days)
    #expect(film.frames.count == 4)
    for frame in film.frames {
      let blocs = frame.composition.content.blocs
      #expect(blocs.map(\.members) == [["a", "b", "c"], ["d", "e", "f"]], "\(frame.day)")
      #expect(blocs.allSatisfy { $0.isFound && $0.isOverPeriod })
    }
    let grounds = film.frames.map { $0.composition.page.areas.filter { $0.bloc != nil }.map(\.curves) }
    #expect(grounds.allSatisfy { $0 == grounds[0] })
  }

  /// A picture of the day of the quarrel would find others.
  @Test func aTieCountsByItsTime() async throws {
    let graph = graph()
    let day = graph.snapshot(at: Moment(on: days[1]))
    let own = Content(GraphDiff(day), of: View(.everyone, blocs: .found)).blocs
    #expect(own.map(\.members) != [["a", "b", "c"], ["d", "e", "f"]])
    #expect(own.allSatisfy { !$0.isOverPeriod })
    // Most frames of this film are in the quarrel, but little of its time.
    let quarrel = (1...6).map { Day(2010, 1, 4 * $0)! }
    let film = try await film(graph, [days[0]] + quarrel + days.suffix(2))
    let blocs = try #require(film.frames.last).composition.content.blocs
    #expect(blocs.map(\.members) == [["a", "b", "c"], ["d", "e", "f"]])
  }

  @Test func theLegendSaysThatBlocsAreThoseOfThePeriod() async throws {
    let frame = try #require(try await film(graph(), days).frames.last)
    let meanings = Legend(of: frame.composition.content).entries.map(\.meaning)
    #expect(meanings.contains("bloc found by an algorithm over the period: close ties within"))
    #expect(!meanings.contains("bloc found by an algorithm: close ties within"))
  }

  @Test(arguments: 0..<6) func noPartyChangesItsBloc(seed: Int) async throws {
    let days = (0..<5).map { Day(2014 + 2 * $0, 6, 1)! }
    let film = try await film(anyGraph(seed: seed), days)
    var blocs: [Entity.ID: Set<Bloc.ID>] = [:]
    for frame in film.frames {
      let content = frame.composition.content
      let figures = Set(content.figures.map(\.id))
      for bloc in content.blocs {
        #expect(figures.isSuperset(of: bloc.members))
        for member in bloc.members { blocs[member, default: []].insert(bloc.id) }
      }
    }
    #expect(blocs.values.allSatisfy { $0.count == 1 })
  }

  /// Two leagues, of which the first ends in 2014.
  private func leagues() -> KnowledgeGraph {
    var dossier = Dossier(title: "Two leagues")
    dossier.entities =
      ["a", "b", "c", "d", "e"].map { Located(Entity(Entity.ID($0), .state, name: $0.uppercased())) }
      + ["early", "late"].map { Located(Entity(Entity.ID($0), .organization, name: "League of the \($0) sea")) }
    dossier.kinds = [Located(RelationKind("member", "membership of {from} in {to}", isDirected: true))]
    func tie(_ one: String, _ other: String, _ kind: RelationKind.ID, _ years: String) -> Located<Relation> {
      Located(
        Relation(
          Relation.ID("\(one)-\(other)"), kind, between: Entity.ID(one), Entity.ID(other),
          phases: [Phase(Phase.ID("\(one)-\(other)-1"), tone: Tone(4)!, during: Interval(years)!)]))
    }
    dossier.relations =
      ["a", "b"].map { tie($0, "early", "member", "2010/2014") }
      + ["c", "d"].map { tie($0, "late", "member", "2010/2020") }
      + [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")].map { tie($0.0, $0.1, "ties", "2010/2020") }
    return KnowledgeGraph.linking([dossier]).value
  }

  @Test func aBlocThatEndedHasNeitherGroundNorNameAndOthersKeepTheirColours() async throws {
    let days = [Day(2012, 1, 1)!, Day(2016, 1, 1)!]
    let frames = try await Film(of: leagues(), in: View(.everyone), on: days).frames.map(\.composition.page)
    func names(_ page: Page) -> [PlacedBlock] {
      page.blocks.filter { if case .bloc = $0.block.key { true } else { false } }
    }
    func grounds(_ page: Page) -> [PlacedArea] { page.areas.filter { $0.bloc != nil } }
    #expect(frames.map { grounds($0).compactMap { $0.bloc?.id.text } } == [["early", "late"], ["late"]])
    for page in frames {
      #expect(names(page).map(\.name) == grounds(page).compactMap(\.bloc).map { "bloc-\($0.id.text)" })
    }
    let late = frames.map { (grounds($0).last?.fill, names($0).last?.block.attributes["fillcolor"]) }
    #expect(late[0].0 == late[1].0 && late[0].1 == late[1].1 && late[0].1 != nil)
  }
}
