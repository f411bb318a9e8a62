import DyadCore
import DyadTestSupport
import Testing

import DyadContent

@Suite struct NetworkCoreTests {
  private func random(_ seed: Int) -> [Dyad: Double] {
    var random = Seeded(seed)
    let count = Int.random(in: 2...60, using: &random)
    let pairs = (0..<(3 * count)).map { _ in
      Dyad(
        Entity.ID("p\(Int.random(in: 0..<count, using: &random))"),
        Entity.ID("p\(Int.random(in: 0..<count, using: &random))"))
    }
    return Dictionary(
      pairs.filter { $0.first != $0.second }.map { ($0, Double.random(in: 1...11, using: &random)) },
      uniquingKeysWith: { one, _ in one })
  }

  private func parties(_ strengths: [Dyad: Double]) -> Set<Entity.ID> {
    Set(strengths.keys.flatMap { [$0.first, $0.second] })
  }

  @Test(arguments: 0..<20) func aNetworkThatHasRoomHasNoCore(seed: Int) {
    let strengths = random(seed)
    #expect(NetworkCore.parties(of: strengths, most: parties(strengths).count, size: 1, keeping: []) == nil)
  }

  @Test(arguments: 0..<40) func theCoreLosesThePartyWithTheWeakestTiesToTheOthers(seed: Int) throws {
    let strengths = random(seed)
    let all = parties(strengths).count
    for size in 1..<max(1, all - 1) {
      let core = try #require(NetworkCore.parties(of: strengths, most: all - 1, size: size, keeping: []))
      let larger = try #require(NetworkCore.parties(of: strengths, most: all - 1, size: size + 1, keeping: []))
      #expect(core.count == size && core.isSubset(of: larger))
      let sums = larger.map { party in
        (party, larger.map { other in other == party ? 0 : strengths[Dyad(party, other)] ?? 0 }.reduce(0, +))
      }
      let removed = try #require(sums.first { !core.contains($0.0) })
      #expect(sums.allSatisfy { $0.1 > removed.1 - 1e-9 })
    }
  }

  @Test(arguments: 0..<20) func thePartyInFocusStaysInTheCore(seed: Int) throws {
    let strengths = random(seed)
    let ego = try #require(parties(strengths).sorted().last)
    let core = try #require(NetworkCore.parties(of: strengths, most: 1, size: 1, keeping: [ego]))
    #expect(core == [ego])
  }

  // MARK: Pictures

  /// Twenty states that all have ties with each other, and a long row of others, of which ten join closely in 2005.
  private var large: KnowledgeGraph {
    var dossier = Dossier(title: "Large")
    let states = (0..<340).map { Entity.ID("s\($0)") }
    dossier.entities = states.map { Located(Entity($0, .state, name: "State \($0)")) }
    func tie(_ one: Int, _ other: Int, _ during: String = "2001/2010") {
      let id = Relation.ID("r\(one)-\(other)")
      dossier.relations.append(
        Located(
          Relation(
            id, "ties", between: states[one], states[other],
            phases: [Phase(Phase.ID("\(id)/1"), reads: "at peace", tone: Tone(2), during: Interval(during)!)])))
    }
    for one in 0..<20 { for other in (one + 1)..<20 { tie(one, other) } }
    for one in 20..<339 { tie(one, one + 1) }
    tie(19, 20)
    for one in 300..<310 { for other in (one + 2)..<312 { tie(one, other, "2005-06/2010") } }
    return KnowledgeGraph.linking([dossier]).value
  }

  @Test func aPictureOfAHugeNetworkShowsTheStrongestTiesAndCountsTheOthers() {
    let content = Content(GraphDiff(large.snapshot(at: Moment(on: Day(2005, 1, 1)!))), of: View(.everyone))
    #expect(content.figures.count == NetworkCore.parties)
    #expect(content.weakerParties == 340 - NetworkCore.parties)
    #expect(content.omissions.contains("240 parties with weaker ties not shown."))
    #expect((0..<20).allSatisfy { number in content.figures.contains { $0.id == Entity.ID("s\(number)") } })
    #expect(content.omissions.contains { $0.hasSuffix(" weaker ties not shown.") })
  }

  @Test func theFramesOfAFilmOfAHugeNetworkShowTheSameParties() {
    let days = [Day(2004, 1, 1)!, Day(2006, 1, 1)!]
    let film = FilmContent(FilmContent.Source(of: large, in: View(.everyone), on: days))
    #expect(film.union.figures.count == NetworkCore.parties)
    for frame in film.frames { #expect(frame.figures.map(\.id) == film.union.figures.map(\.id)) }
    #expect(film.frames[1].lines.count > film.frames[0].lines.count)
  }
}
