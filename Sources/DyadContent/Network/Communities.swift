/// The communities of a signed network: groups with more cooperation, and less conflict, within than their members'
/// strengths would give by chance.
///
/// The method is that of Louvain (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
/// networks", Journal of Statistical Mechanics, 2008), with the modularity of signed networks (Gómez, Jensen and Arenas,
/// "Analysis of community structure in networks of correlated data", Physical Review E 80, 2009). Parties are visited in
/// order, so that the same network has the same communities.
///
///     Communities(count: 4, [.init(one: 0, other: 1, weight: 3), .init(one: 2, other: 3, weight: 3)]).groups     // [[0, 1], [2, 3]]
package struct Communities {
  /// A tie between two parties.
  package struct Tie: Hashable {
    package var one: Int
    package var other: Int
    /// Positive for cooperation, negative for conflict.
    package var weight: Double

    package init(one: Int, other: Int, weight: Double) {
      (self.one, self.other, self.weight) = (one, other, weight)
    }
  }

  /// The members of each community, in order; the largest community first.
  package let groups: [[Int]]
  /// The modularity of the groups.
  package let modularity: Double

  package init(count: Int, _ ties: [Tie]) {
    var members = (0..<count).map { [$0] }
    var network = SignedNetwork(count: count, ties)
    while true {
      let communities = network.communities
      let numbers = Array(Set(communities)).sorted()
      guard numbers.count < network.count else { break }
      let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
      let renamed = communities.map { places[$0] ?? 0 }
      var merged = Array(repeating: [Int](), count: numbers.count)
      for (party, community) in renamed.enumerated() { merged[community] += members[party] }
      members = merged
      network = network.merged(renamed, count: numbers.count)
    }
    groups = members.map { $0.sorted() }.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
    var communities = Array(repeating: 0, count: count)
    for (number, group) in groups.enumerated() { for member in group { communities[member] = number } }
    modularity = SignedNetwork(count: count, ties).modularity(of: communities)
  }
}

/// A network with ties of both signs, and ties of parties with themselves after merging.
private struct SignedNetwork {
  let count: Int
  /// The weights of the ties of each party, by the other party.
  private var weights: [[Int: Double]]
  /// The sums of the positive and of the negative weights of each party.
  private var strengths: [(positive: Double, negative: Double)]
  private var total: (positive: Double, negative: Double) = (0, 0)

  init(count: Int, _ ties: [Communities.Tie]) {
    self.count = count
    weights = Array(repeating: [:], count: count)
    strengths = Array(repeating: (0, 0), count: count)
    for tie in ties where tie.weight != 0 { add(tie.one, tie.other, max(tie.weight, 0), max(-tie.weight, 0)) }
  }

  private mutating func add(_ one: Int, _ other: Int, _ positive: Double, _ negative: Double) {
    weights[one][other, default: 0] += positive - negative
    weights[other][one, default: 0] += positive - negative
    for end in [one, other] {
      strengths[end].positive += positive
      strengths[end].negative += negative
    }
    total.positive += 2 * positive
    total.negative += 2 * negative
  }

  /// What chance would give between a party and a group with these strengths.
  private func expected(_ party: Int, _ group: (positive: Double, negative: Double)) -> Double {
    (total.positive > 0 ? strengths[party].positive * group.positive / total.positive : 0)
      - (total.negative > 0 ? strengths[party].negative * group.negative / total.negative : 0)
  }

  /// The community of each party, after moving each to the best community until none moves.
  var communities: [Int] {
    var communities = Array(0..<count)
    var groups = strengths
    for _ in 0..<100 {
      var isQuiet = true
      for party in 0..<count {
        let own = communities[party]
        groups[own].positive -= strengths[party].positive
        groups[own].negative -= strengths[party].negative
        var within: [Int: Double] = [own: 0]
        for (other, weight) in weights[party] where other != party { within[communities[other], default: 0] += weight }
        func gain(_ community: Int) -> Double { (within[community] ?? 0) - expected(party, groups[community]) }
        var best = own
        for community in within.keys.sorted() where gain(community) > gain(best) + 1e-9 { best = community }
        communities[party] = best
        groups[best].positive += strengths[party].positive
        groups[best].negative += strengths[party].negative
        if best != own { isQuiet = false }
      }
      if isQuiet { break }
    }
    return communities
  }

  /// Each community as one party.
  func merged(_ communities: [Int], count: Int) -> SignedNetwork {
    var merged = SignedNetwork(count: count, [])
    for party in 0..<self.count {
      for (other, weight) in weights[party] {
        merged.weights[communities[party]][communities[other], default: 0] += weight
      }
      merged.strengths[communities[party]].positive += strengths[party].positive
      merged.strengths[communities[party]].negative += strengths[party].negative
    }
    merged.total = total
    return merged
  }

  func modularity(of communities: [Int]) -> Double {
    let scale = total.positive + total.negative
    guard scale > 0 else { return 0 }
    var sum = 0.0
    for one in 0..<count {
      for other in 0..<count where communities[one] == communities[other] {
        sum += (weights[one][other] ?? 0) - expected(one, strengths[other])
      }
    }
    return sum / scale
  }
}
