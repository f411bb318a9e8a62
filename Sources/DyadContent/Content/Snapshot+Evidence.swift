package import DyadCore

/// A claim that holds, with its evidence.
package struct HeldEvidence {
  package var id: String
  package var evidence: Evidence
  package var certainty: Certainty
  /// Whether it only says that an entity exists, which needs no source.
  var isEntity = false
}

extension Snapshot {
  /// The evidence of each claim that holds: phases, events by their dates, holdings, entities.
  package var evidence: [HeldEvidence] {
    let events = events.sorted {
      ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id)
    }
    return ties.flatMap(\.phases).map {
      HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty)
    }
      + events.map { HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty) }
      + holdings.map { HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty) }
      + entities.map {
        HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty, isEntity: true)
      }
  }

  /// The evidence that pictures cite: that of all claims but entities.
  package var citedEvidence: [Evidence] {
    ties.flatMap(\.phases).map { $0.item.evidence } + events.map { $0.item.evidence }
      + holdings.map { $0.item.evidence }
  }

  /// The part of it that belongs to these claims.
  func citedEvidence(of claims: Set<String>) -> [Evidence] {
    func cited<Item: Claim>(_ held: some Sequence<Held<Item>>) -> [Evidence] {
      held.filter { claims.contains($0.id.text) }.map { $0.item.evidence }
    }
    return cited(ties.lazy.flatMap(\.phases)) + cited(events) + cited(holdings)
  }
}
