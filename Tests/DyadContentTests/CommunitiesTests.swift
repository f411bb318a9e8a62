import DyadTestSupport
import Testing

import DyadContent

@Suite struct CommunitiesTests {
  private func clique(_ members: Range<Int>, weight: Double = 1) -> [Communities.Tie] {
    members.flatMap { one in
      members.filter { $0 > one }.map { Communities.Tie(one: one, other: $0, weight: weight) }
    }
  }

  @Test func twoCliquesWithOneTieBetweenThemAreTwoCommunities() {
    let ties = clique(0..<5) + clique(5..<10) + [Communities.Tie(one: 4, other: 5, weight: 1)]
    let communities = Communities(count: 10, ties)
    #expect(communities.groups == [Array(0..<5), Array(5..<10)])
    // 20 of 21 ties are within, and each half has half of the strength.
    #expect(abs(communities.modularity - (20.0 / 21 - 0.5)) < 1e-9)
  }

  @Test func theTwoHalvesOfTheKarateClubAreApart() {
    let communities = Communities(count: 34, Samples.karate.map { Communities.Tie(one: $0.0, other: $0.1, weight: 1) })
    // The best of all divisions has 0.4198.
    #expect(communities.modularity > 0.41 && communities.modularity < 0.42)
    #expect((3...5).contains(communities.groups.count))
    #expect(!communities.groups.contains { $0.contains(0) && $0.contains(33) })
  }

  @Test func enemiesAreNotInOneCommunityWhateverTheirFriends() {
    // All know each other, but the two camps are at war.
    let hostile = (0..<4).flatMap { one in (4..<8).map { Communities.Tie(one: one, other: $0, weight: -8) } }
    #expect(Communities(count: 8, clique(0..<4, weight: 2) + clique(4..<8, weight: 2) + hostile).groups.count == 2)
    // Without the war they are one.
    let friendly = hostile.map { Communities.Tie(one: $0.one, other: $0.other, weight: 2) }
    #expect(Communities(count: 8, clique(0..<4, weight: 2) + clique(4..<8, weight: 2) + friendly).groups.count == 1)
  }

  @Test(arguments: 0..<30) func everyPartyIsInOneCommunity(seed: Int) {
    var random = Seeded(seed)
    let count = Int.random(in: 0...40, using: &random)
    let ties = (0..<(count * 2)).map { _ in
      Communities.Tie(
        one: Int.random(in: 0..<count, using: &random), other: Int.random(in: 0..<count, using: &random),
        weight: Double.random(in: -10...10, using: &random))
    }
    let communities = Communities(count: count, ties)
    #expect(communities.groups.flatMap { $0 }.sorted() == Array(0..<count))
    #expect(communities.modularity >= Communities(count: count, []).modularity - 1e-9 || ties.isEmpty)
    #expect(communities.groups == Communities(count: count, ties).groups)
  }
}

extension Samples {
  /// Friendships in a karate club (Zachary, 1977).
  static let karate: [(Int, Int)] =
    """
    0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 \
    2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 \
    15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 \
    27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33
    """.split(separator: " ").map { pair in
      let ends = pair.split(separator: "-").map { Int($0)! }
      return (ends[0], ends[1])
    }
}
