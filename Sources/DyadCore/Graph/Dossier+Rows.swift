extension Dossier {
  /// A row of a data set that a claim cites.
  package struct CitedRow: Hashable, Sendable {
    /// The data set.
    package let source: Source.ID
    /// The id of the row.
    package let id: String
    /// Whether the claim is a draft.
    package let isDraft: Bool
  }

  /// The rows that claims cite, each with its place.
  package var citedRows: [Located<CitedRow>] {
    func rows<Value>(_ evidence: Evidence, in record: Located<Value>, _ path: String) -> [Located<CitedRow>] {
      evidence.citations.enumerated().flatMap { index, citation in
        citation.rows.map { id in
          Located(
            CitedRow(source: citation.source, id: id, isDraft: evidence.isDraft),
            at: record.place(of: "\(path)/\(index)/rows/\(id)"))
        }
      }
    }
    var all: [Located<CitedRow>] = []
    for entity in entities { all += rows(entity.value.evidence, in: entity, "cite") }
    for office in offices { all += rows(office.value.evidence, in: office, "cite") }
    for holding in holdings { all += rows(holding.value.evidence, in: holding, "cite") }
    for relation in relations {
      for (index, phase) in relation.value.phases.enumerated() {
        all += rows(phase.evidence, in: relation, "phases/\(index)/cite")
      }
    }
    for event in events {
      all += rows(event.value.evidence, in: event, "cite")
      for (index, link) in event.value.links.enumerated() {
        all += rows(link.evidence, in: event, "links/\(index)/cite")
      }
    }
    return all
  }
}
