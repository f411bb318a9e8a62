internal import DyadCore
internal import DyadEditing

/// The passages of a source that claims quote already.
struct ClaimedPassages {
  private let text: SourceText?
  /// Each event with the passages that assert it, and with those that deny it.
  private let events: [(event: Event, stance: Citation.Stance, ranges: [Range<Int>])]
  private let holdings: Set<String>
  private let entities: Set<String>

  init(in graph: KnowledgeGraph, of source: Source) {
    text = source.text
    events = graph.events.values.flatMap { event in
      let citations = Dictionary(grouping: event.evidence.citations.filter { $0.source == source.id }, by: \.stance)
      return citations.map { stance, citations in
        (event, stance, citations.compactMap(\.quote).flatMap { source.text?.find($0) ?? [] })
      }
    }
    holdings = Set(graph.holdings.values.map { "\($0.official) \($0.office)" })
    entities = Set(graph.entities.keys.map(\.text))
  }

  /// Whether a claim of the same kind has the same words and says the same: the type or the whole quote, and a party.
  func has(_ proposal: Proposal) -> Bool {
    func ids(_ key: String) -> Set<String> { Set((proposal.record[key]?.items ?? []).compactMap(\.scalar)) }
    switch proposal.kind {
    case "event":
      let ranges = text?.find(proposal.quote) ?? []
      let parties = ids("actors").union(ids("recipients"))
      return events.contains { event, stance, claimed in
        guard stance == proposal.stance, ranges.contains(where: { range in claimed.contains { $0.overlaps(range) } })
        else { return false }
        let isAlike = event.type.rawValue == proposal.record["type"]?.scalar || ranges == claimed
        return isAlike && (parties.isEmpty || event.parties.contains { parties.contains($0.text) })
      }
    case "holding":
      let (official, office) = (proposal.record["official"]?.scalar ?? "", proposal.record["office"]?.scalar ?? "")
      return holdings.contains("\(official) \(office)")
    default: return proposal.record["id"]?.scalar.map(entities.contains) ?? false
    }
  }
}
