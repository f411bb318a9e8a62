internal import DyadCore

/// Ids of new records that are given none.
extension DossierEditor {
  /// An id made of the record: of its name, its title, its words, or its parties.
  static func madeId(
    of record: YAMLValue, _ form: RecordForm, isTaken: (String) -> Bool
  ) throws(EditError) -> String {
    func slug(_ key: String) -> String? { record[key]?.scalar.map(DossierEditor.shortSlug) }
    let made: String?
    switch form.name {
    case Event.schema.form.name: made = slug("what")
    case Source.schema.form.name: made = slug("publisher") ?? slug("title")
    case View.schema.form.name: made = slug("title")
    case Office.schema.form.name:
      made = record["title"]?.scalar.flatMap { title in
        record["of"]?.scalar.map { Office.ID(title: title, of: Entity.ID($0)).text }
      }
    case Relation.schema.form.name:
      let ends =
        record["between"]?.items?.compactMap(\.scalar) ?? [record["from"], record["to"]].compactMap { $0?.scalar }
      made = ends.isEmpty ? nil : ends.joined(separator: "-")
    case RelationKind.schema.form.name: made = nil
    default: made = slug("short") ?? slug("name")
    }
    guard let made, !made.isEmpty, !made.hasSuffix("/") else { throw .request("give the id of \(form.noun) as id=…") }
    let candidates =
      [made] + (record["kind"]?.scalar.map { ["\(made)-\($0)"] } ?? []) + (2...999).map { "\(made)-\($0)" }
    return candidates.first { !isTaken($0) } ?? made
  }

  /// The first words, without an article.
  private static func shortSlug(_ words: String) -> String {
    var parts = Event.ID.slug(words).split(separator: "-")
    if parts.count > 1, let first = parts.first, ["the", "a", "an"].contains(first) { parts.removeFirst() }
    return parts.prefix(4).joined(separator: "-")
  }
}
