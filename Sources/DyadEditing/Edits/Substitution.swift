internal import DyadCore

/// One id in place of another, wherever the text refers to a record.
struct Substitution {
  let record: RecordAddress
  let new: String

  private var isEntity: Bool { Entity.Kind(rawValue: record.form.name) != nil }

  /// The new text of the reference; `nil` where it refers to another record.
  func replacement(of reference: Reference) -> String? {
    let isSame = reference.id == record.id
    switch (reference.target, record.form.name) {
    case (.entity, _) where isEntity: return isSame ? new : nil
    case (.mention, _) where isEntity: return isSame ? new : nil
    case (.word, _) where isEntity, (.word, RelationKind.schema.form.name):
      return reference.id.lowercased() == record.id ? new : nil
    case (.office, _) where isEntity: return renamedOffice(reference.id)
    case (.office, Office.schema.form.name), (.source, Source.schema.form.name),
      (.kind, RelationKind.schema.form.name), (.event, Event.schema.form.name):
      return isSame ? new : nil
    default: return nil
    }
  }

  /// The new key of a record whose id is made of this one; `nil` where it is not.
  func replacement(ofIdOf other: RecordAddress) -> String? {
    guard isEntity, other.hasOwnId else { return nil }
    if other.form.name == Office.schema.form.name { return renamedOffice(other.id) }
    guard other.form.name == Holding.schema.form.name, let parts = Holding.ID(other.id).parts else { return nil }
    let official = parts.official.text == record.id ? Entity.ID(new) : parts.official
    let office = renamedOffice(parts.office.text).map { Office.ID($0) } ?? parts.office
    let id = Holding.ID(of: official, in: office, during: parts.during).text
    return id == other.id ? nil : id
  }

  private func renamedOffice(_ id: String) -> String? {
    guard let parts = Office.ID(id).parts, parts.home.text == record.id else { return nil }
    return "\(new)/\(parts.slug)"
  }
}

extension DossierEditor {
  /// Writes the new id in every reference; those that were changed, in the order of the text.
  func substitute(_ substitution: Substitution, in values: inout [YAMLValue]) -> [Reference] {
    let index = index
    let changed = Reference.all(in: index, values).compactMap { reference in
      substitution.replacement(of: reference).map { (reference, $0) }
    }
    // From the inside out, so that paths stay valid.
    for (reference, new) in changed.sorted(by: { $0.0.path.count > $1.0.path.count }) {
      if reference.isKey {
        values[reference.file].rename(reference.path, new)
      } else {
        values[reference.file][reference.path[...]] = .text(new)
      }
    }
    for record in index.records {
      if let new = substitution.replacement(ofIdOf: record) { values[record.file].rename(record.path, new) }
    }
    return changed.map(\.0)
  }

  /// The references with their places.
  func mentions(_ references: [Reference]) -> [EditError.Mentioning] {
    references.compactMap { reference in
      files[reference.file].place(of: reference.path, isKey: reference.isKey).map { place in
        EditError.Mentioning(
          place: place, record: reference.owner.name, id: reference.owner.id,
          key: reference.key?.name ?? "which reviews it")
      }
    }
  }
}
