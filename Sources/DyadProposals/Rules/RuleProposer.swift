package import DyadCore

/// Proposes events and offices held by rules of English: the same text always gives the same proposals, without a network.
///
///     let answer = try RuleProposer().proposals(for: ProposalRequest(graph: graph, source: source))
package struct RuleProposer: Proposer {
  package init() {}

  /// The verbs that it knows, with their types.
  package static var verbs: [(lemma: String, type: EventType)] { EventVerb.table.map { ($0.lemma, $0.type) } }

  package func proposals(for request: ProposalRequest) throws(ProposalError) -> ProposalAnswer {
    guard let text = request.source.text else { throw .noText(request.source.id) }
    guard request.source.language.map({ $0.hasPrefix("en") }) ?? true else { return ProposalAnswer([]) }
    let passage = PassageReading(request.source, text, in: request.graph)
    let offices = OfficeRule(passage, request).proposals
    let events = EventRule(passage, request).proposals
    return ProposalAnswer(offices + events)
  }
}
