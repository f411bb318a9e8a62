internal import DyadCore

/// An id in the text of a record that refers to another record.
struct Reference: Sendable {
  /// What the id may refer to.
  enum Target: Hashable, Sendable {
    case entity, source, office, kind, event, claim
    /// An entity, if it has the id, else free text.
    case mention
    /// An entity or a kind of relation, in any case.
    case word
  }

  let target: Target
  let id: String
  let file: Int
  let path: [YAMLValue.Step]
  /// Whether the id is a key rather than a value.
  let isKey: Bool
  /// The record, or the part of a record, that has the reference.
  let owner: RecordAddress
  /// The key of the record with the reference.
  let key: RecordForm.Key?

  /// All references in the files, first those of their heads.
  static func all(in index: RecordIndex, _ files: [YAMLValue]) -> [Reference] {
    let heads = files.indices.map { RecordAddress.head(of: $0) }
    return (heads + index.records).flatMap { record -> [Reference] in
      guard let value = files[record.file][record.path[...]] else { return [] }
      var walk = Walk(owner: record, index: index)
      if record.form.name == Review.schema.form.name {
        walk.add(.claim, record.id, record.path, nil, isKey: true)
      } else {
        walk.read(value, record.form, at: record.path)
      }
      return walk.references
    }
  }
}

/// The way through the value of a record, by the types of its keys.
private struct Walk {
  let owner: RecordAddress
  let index: RecordIndex
  var references: [Reference] = []

  mutating func add(
    _ target: Reference.Target, _ id: String, _ path: [YAMLValue.Step], _ key: RecordForm.Key?, isKey: Bool = false
  ) {
    references.append(
      Reference(target: target, id: id, file: owner.file, path: path, isKey: isKey, owner: owner, key: key))
  }

  mutating func read(
    _ value: YAMLValue, _ form: RecordForm, at path: [YAMLValue.Step], for outer: RecordForm.Key? = nil
  ) {
    for member in value.members ?? [] {
      guard let key = form[member.key] else { continue }
      read(member.value, key, outer ?? key, at: path + [.key(member.key)])
    }
  }

  private mutating func read(
    _ value: YAMLValue, _ key: RecordForm.Key, _ outer: RecordForm.Key, at path: [YAMLValue.Step]
  ) {
    switch key.type {
    case .reference(let referent): scalars(value, target(referent), outer, path)
    case .references, .pair: scalars(value, .entity, outer, path)
    case .phases: scalars(value, .claim, outer, path)
    case .participants(let form):
      scalars(value, .entity, outer, path)
      rows(value, form, outer, path)
    case .mention: scalars(value, .mention, outer, path)
    case .wordSet: scalars(value, .word, outer, path)
    case .entitiesByCode:
      for member in value.members ?? [] { scalars(member.value, .entity, outer, path + [.key(member.key)]) }
    case .citations(let form):
      scalars(.text(value.scalar ?? ""), .source, outer, path)
      for member in value.members ?? [] { add(.source, member.key, path + [.key(member.key)], outer, isKey: true) }
      rows(value, form, outer, path)
    case .records(let form):
      // Parts with an address of their own are read as records.
      let isPart = [Phase.schema.form.name, Holding.listed.name, EventLink.schema.form.name].contains(form.name)
      if !isPart { rows(value, form, outer, path) }
    default: break
    }
  }

  private mutating func rows(_ value: YAMLValue, _ form: RecordForm, _ key: RecordForm.Key, _ path: [YAMLValue.Step]) {
    for (index, item) in (value.items ?? []).enumerated() { read(item, form, at: path + [.index(index)], for: key) }
  }

  private mutating func scalars(
    _ value: YAMLValue, _ target: Reference.Target, _ key: RecordForm.Key, _ path: [YAMLValue.Step]
  ) {
    if let id = value.scalar {
      if !id.isEmpty { add(target, id, path, key) }
      return
    }
    for (index, item) in (value.items ?? []).enumerated() {
      if let id = item.scalar { add(target, id, path + [.index(index)], key) }
    }
  }

  private func target(_ referent: FieldType.Referent) -> Reference.Target {
    switch referent {
    case .entity: .entity
    case .source: .source
    case .office: .office
    case .kind: .kind
    case .event: .event
    }
  }
}
