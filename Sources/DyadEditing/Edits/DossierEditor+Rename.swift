internal import DyadContent
internal import DyadCore

/// New ids for records.
extension DossierEditor {
  /// Gives a record another id, everywhere; `was` keeps the old one, so that a diff reports one renaming.
  package mutating func rename(_ old: String, to new: String) throws(EditError) -> [String] {
    let record = try index.record(old)
    let isPhase = record.form.name == Phase.schema.form.name
    guard record.hasOwnId || isPhase else {
      throw .request(
        "the id of \(record.name) is made of its \(record.kind == "link" ? "events" : "title and dates"); edit these")
    }
    guard record.form.name != Review.schema.form.name else { throw .request("a review has the id of its claim") }
    let parts = record.form.name == Office.schema.form.name ? new.split(separator: "/").map(String.init) : [new]
    guard !parts.isEmpty, parts.allSatisfy({ Entity.ID.isWellFormed($0) }) else {
      let slug = Entity.ID.slug(new)
      throw .request("'\(new)' is not a valid id" + (slug.isEmpty ? "" : "; did you mean '\(slug)'?"))
    }
    guard !index.has(new, besides: record.form) else { throw .request("the id '\(new)' is taken") }

    let before = index
    let reviewed = currentReviews
    var values = values
    let references = substitute(Substitution(record: record, new: new), in: &values)
    var renamed = values[record.file][record.path[...]] ?? .mapping([])
    if isPhase { renamed.set("id", .text(new), by: record.form) }
    if record.form["was"] != nil {
      // The way back leaves no trace.
      if renamed["was"]?.scalar == new {
        renamed[[.key("was")]] = nil
      } else {
        renamed.set("was", .text(record.id), by: record.form)
      }
    }
    if record.form.name == Relation.schema.form.name { renamed = phases(of: renamed, record.id, new) }
    values[record.file][record.path[...]] = renamed
    if !isPhase { values[record.file].rename(record.path, new) }

    let places = mentions(references)
    // No record was added or removed, so that those of both texts correspond.
    let ids = zip(before.records, RecordIndex(values).records).map { ($0.id, $1.id) }.filter { $0.0 != $0.1 }
    let reviews = DossierEditor.renameReviews(Dictionary(ids, uniquingKeysWith: { first, _ in first }), in: &values)
    try become(values)
    let kept = try keepReviews(reviewed, renamed: Dictionary(ids, uniquingKeysWith: { first, _ in first }))
    let count = "\(places.count) reference\(places.count == 1 ? "" : "s")"
    let address = index.records.first { $0.id == new && $0.form.name == record.form.name }
    return ["\(address.map(prefix) ?? "")renamed \(record.name) to '\(new)', with \(count)"]
      + (places.map(\.description) + reviews + kept).map { "  " + $0 }
  }

  /// Phases with ids that begin with that of the relation, as a renaming expects them.
  private func phases(of relation: YAMLValue, _ old: String, _ new: String) -> YAMLValue {
    var relation = relation
    for (index, phase) in (relation["phases"]?.items ?? []).enumerated() {
      guard let id = phase["id"]?.scalar, id.hasPrefix("\(old)_") else { continue }
      relation[[.key("phases"), .index(index), .key("id")]] = .text(new + id.dropFirst(old.count))
    }
    return relation
  }

  // MARK: Reviews

  /// The reviews of claims that have not changed since.
  private var currentReviews: Set<String> {
    guard index.records.contains(where: { $0.form.name == Review.schema.form.name }) else { return [] }
    let graph = edited.value
    return Set(graph.reviewStates.filter { if case .reviewed = $0.value { true } else { false } }.keys)
  }

  /// Keeps these reviews current: another id is no change of what was reviewed.
  private mutating func keepReviews(_ reviewed: Set<String>, renamed ids: [String: String]) throws(EditError)
    -> [String]
  {
    guard !reviewed.isEmpty else { return [] }
    let graph = edited.value
    let (digests, kept) = (graph.reviewDigests, Set(reviewed.map { ids[$0] ?? $0 }))
    var values = values
    var count = 0
    for review in index.records where review.form.name == Review.schema.form.name && kept.contains(review.id) {
      guard let digest = digests[review.id], value(of: review)["digest"]?.scalar != digest else { continue }
      values[review.file][review.path + [.key("digest")]] = .text(digest)
      count += 1
    }
    try become(values)
    return count == 0 ? [] : ["\(count) review\(count == 1 ? "" : "s") kept current"]
  }
}
