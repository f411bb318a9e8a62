package import DyadCore
internal import DyadEditing

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
    // People whom the text introduces with their offices act in its events.
    let officials = offices.flatMap(\.requires).filter { $0.kind == Entity.Kind.official.rawValue }
    guard !officials.isEmpty else { return ProposalAnswer(offices + EventRule(passage, request).proposals) }
    var dossier = Dossier(request.graph)
    dossier.entities += officials.compactMap(RuleProposer.entity).map { Located($0) }
    let extended = KnowledgeGraph.linking([dossier], includingDrafts: true).value
    let again = PassageReading(request.source, text, in: extended)
    return ProposalAnswer(offices + EventRule(again, request, introducing: officials).proposals)
  }

  private static func entity(_ proposal: Proposal) -> Entity? {
    guard let id = proposal.record["id"]?.scalar, let name = proposal.record["name"]?.scalar else { return nil }
    return Entity(Entity.ID(id), .official, name: name, home: proposal.record["serves"]?.scalar.map { Entity.ID($0) })
  }
}
