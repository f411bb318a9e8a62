internal import DyadCore
internal import DyadEditing

/// The passages of a source about which proposals were rejected.
struct RejectedPassages {
  private let text: SourceText?
  private let all: [(proposal: RejectedProposal, ranges: [Range<Int>])]

  init(_ rejected: [RejectedProposal], of source: Source) {
    text = source.text
    all = rejected.filter { $0.source == source.id }.map { ($0, source.text?.find($0.quote) ?? []) }
  }

  /// Those of the same kind about the same words: events of the same type, others with the same id.
  func about(_ proposal: Proposal) -> [RejectedProposal] {
    guard !all.isEmpty else { return [] }
    let ranges = text?.find(proposal.quote) ?? []
    return all.filter { rejected, others in
      rejected.kind == proposal.kind
        && (proposal.kind == "event"
          ? rejected.type?.rawValue == proposal.record["type"]?.scalar : rejected.claim == proposal.id)
        && (rejected.quote == proposal.quote || ranges.contains { range in others.contains { $0.overlaps(range) } })
    }.map(\.proposal)
  }
}

extension Proposal {
  /// The id that a draft of it has, unless another record has it; `nil` if it is made of its words.
  var id: String? {
    guard kind == "holding" else { return record["id"]?.scalar }
    guard let official = record["official"]?.scalar, let office = record["office"]?.scalar else { return nil }
    let during = record["during"]?.scalar.flatMap { Interval($0) }
    return Holding.ID(of: Entity.ID(official), in: Office.ID(office), during: during).text
  }
}
