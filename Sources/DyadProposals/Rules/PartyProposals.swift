internal import DyadCore
internal import DyadEditing

/// Drafts of the states that a proposal names and the dossier lacks.
struct PartyProposals {
  let request: ProposalRequest

  init(_ request: ProposalRequest) { self.request = request }

  func all(for mentions: [NamedMention], quote: String) -> [Proposal] {
    var seen: Set<NamedParty> = []
    return mentions.compactMap { mention in
      guard case .state(let fact) = mention.party, seen.insert(mention.party).inserted else { return nil }
      return state(fact, quote: quote)
    }
  }

  func state(_ fact: StateFact, quote: String) -> Proposal {
    let record: YAMLValue = .mapping([
      YAMLValue.Member("id", .text(Entity.ID.slug(fact.name))), YAMLValue.Member("name", .text(fact.name)),
      YAMLValue.Member("iso3", .text(fact.iso3)),
    ])
    return Proposal(
      kind: "state", record: record, source: request.source.id, quote: quote, rule: "name of a state", score: 0.9)
  }
}
