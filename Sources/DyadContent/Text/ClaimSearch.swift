package import DyadCore

/// Finds claims and entities by their words: names, dates, titles, quotes and ids.
///
///     ClaimSearch(graph).matches("ferry quarrel").claims.first?.id     // "arvane-belmar_2010~_2014-04"
package struct ClaimSearch {
  /// What was found, in one line.
  package struct Match: Hashable, Sendable {
    package var id: String
    package var words: String
  }

  private let graph: KnowledgeGraph

  package init(_ graph: KnowledgeGraph) { self.graph = graph }

  /// The entities and claims with all of the words, or their beginnings; sorted by id.
  package func matches(_ words: String) -> (entities: [Match], claims: [Match]) {
    let wanted = PassageSearch.words(words)
    guard !wanted.isEmpty else { return ([], []) }
    func fits(_ texts: [String]) -> Bool {
      let own = texts.flatMap(PassageSearch.words)
      return wanted.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
    let entities = graph.entities.values.filter { entity in
      fits([entity.id.text] + entity.names.map(\.text) + [entity.short].compactMap { $0 } + entity.codes.values)
    }.map { Match(id: $0.id.text, words: "\($0.name()), \($0.kind.rawValue)") }
    let claims = ReviewedClaim.all(of: graph).filter { claim in
      graph.entities[Entity.ID(claim.id)] == nil
        && fits([claim.id, claim.sentence] + claim.facts.map(\.words) + claim.evidence.citations.compactMap(\.quote))
    }.map { claim in
      let date = claim.facts.first { $0.name == "Date" }.map { " (\($0.words))" } ?? ""
      return Match(id: claim.id, words: claim.sentence + date)
    }
    return (entities.sorted { $0.id < $1.id }, claims.sorted { $0.id < $1.id })
  }
}
