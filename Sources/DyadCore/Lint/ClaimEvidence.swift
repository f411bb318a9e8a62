/// The evidence of a claim about parties, with the places of its quotes.
struct ClaimEvidence {
  let id: String
  let parties: [Entity.ID]
  let evidence: Evidence
  /// Where the quote of each citation is written; at least one place.
  let places: [SourceLocation?]

  fileprivate init<Value>(
    of id: String, _ parties: [Entity.ID], _ evidence: Evidence, in record: Located<Value>, _ path: String = ""
  ) {
    (self.id, self.parties, self.evidence) = (id, parties, evidence)
    places = (0..<max(evidence.citations.count, 1)).map { record.place(of: "\(path)cite/\($0)/quote") }
  }
}

extension LintedDossier {
  /// The evidence of events, phases and offices held.
  var evidence: [ClaimEvidence] {
    let ofEvents = events.map { event in
      ClaimEvidence(of: event.value.id.text, event.value.parties, event.value.evidence, in: event)
    }
    let ofPhases = relations.flatMap { relation in
      relation.value.phases.enumerated().map { index, phase in
        ClaimEvidence(
          of: phase.id.text, relation.value.parties, phase.evidence, in: relation, "phases/\(index)/")
      }
    }
    let ofHoldings = holdings.map { holding in
      ClaimEvidence(of: holding.value.id.text, [holding.value.official], holding.value.evidence, in: holding)
    }
    return ofEvents + ofPhases + ofHoldings
  }
}
