internal import DyadCore
internal import DyadEditing

/// Proposals that become drafts together, each after what it requires.
struct DraftBatch {
  private(set) var proposals: [Proposal] = []
  /// The ids of the dossier and of the proposals so far.
  private var ids: Set<String>

  init(besides ids: Set<String>) { self.ids = ids }

  mutating func add(_ proposal: Proposal) {
    for part in proposal.requires {
      if let id = part.record["id"]?.scalar, !ids.contains(id) { add(part) }
    }
    if let id = proposal.record["id"]?.scalar { ids.insert(id) }
    proposals.append(proposal)
  }

  /// The records of the drafts.
  func records() throws(EditError) -> [(form: RecordForm, assignments: [Assignment])] {
    try proposals.map { (proposal) throws(EditError) in
      let form = try DossierEditor.form(ofKind: proposal.kind, entityKind: nil)
      var assignments = (proposal.record.members ?? []).map { Assignment($0.key, $0.value) }
      assignments.append(Assignment("cite", proposal.citation))
      if proposal.record["note"] == nil {
        assignments.append(Assignment("note", .text(DraftNote(score: proposal.score, rule: proposal.rule).text)))
      }
      return (form, assignments)
    }
  }
}
