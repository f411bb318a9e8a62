package import DyadCore
internal import DyadFormats

/// The list of the proposals that were rejected, in the file of drafts.
extension DossierEditor {
  /// The proposals that were rejected.
  package var rejected: [RejectedProposal] { dossiers.value.flatMap(\.rejected).map(\.value) }

  /// Adds proposals to the list.
  mutating func note(_ proposals: [RejectedProposal]) throws(EditError) {
    guard !proposals.isEmpty, let file = draftsFile else { return }
    var values = values
    let old = values[file][RejectedProposal.section]?.items ?? []
    let new = proposals.map(\.written).filter { !old.contains($0) }
    values[file][[.key(RejectedProposal.section)]] = .list(old + new)
    try become(values)
    // The list needs no empty section beside it.
    values[file] = .mapping((values[file].members ?? []).filter { $0.value.members?.isEmpty != true })
    try become(values)
  }

  /// Takes proposals off the list, so that they can be made again.
  package mutating func forget(_ proposals: [RejectedProposal]) throws(EditError) {
    guard !proposals.isEmpty else { return }
    let gone = proposals.map(\.written)
    var values = values
    for file in values.indices {
      guard let items = values[file][RejectedProposal.section]?.items else { continue }
      let left = items.filter { item in
        !gone.contains { ($0.members ?? []).allSatisfy { item[$0.key] == $0.value } }
      }
      values[file][[.key(RejectedProposal.section)]] = left.isEmpty ? nil : .list(left)
    }
    try become(values)
  }
}

extension RejectedProposal {
  /// What a draft proposed; `nil` without a quote.
  init?(_ draft: RecordAddress, _ record: YAMLValue) {
    guard let (source, quote) = record["cite"]?.quotes.first else { return nil }
    let type = record["type"]?.scalar.flatMap { EventType(rawValue: $0) }
    self.init(
      draft.kind, draft.id, type: draft.form.name == Event.schema.form.name ? type : nil, source: Source.ID(source),
      quote: quote)
  }

  /// As the dossier writes it.
  var written: YAMLValue {
    .mapping(RejectedProposal.schema.fields(of: self).map { YAMLValue.Member($0.name, .text($0.value.description)) })
  }
}
