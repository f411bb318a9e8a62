/// A field that differs between two snapshots: its value before and its value afterwards.
///
///     diff.fieldChanges(of: diff.events[0]).map(\.name)     // ["on", "place"]
public struct FieldChange: Hashable, Sendable {
  /// The key of the field.
  public var name: String
  /// The value before; `nil` where the field was absent.
  public var before: Field.Value?
  /// The value afterwards; `nil` where the field is absent.
  public var after: Field.Value?

  /// A change of the field of that name.
  public init(_ name: String, before: Field.Value?, after: Field.Value?) {
    (self.name, self.before, self.after) = (name, before, after)
  }

  /// The fields that differ, in their order; the value of a field that is on one side alone is `nil` on the other.
  public static func between(_ before: [Field], _ after: [Field]) -> [FieldChange] {
    let old = Dictionary(before.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = after.map(\.name) + before.map(\.name).filter { new[$0] == nil }
    return names.compactMap { name in
      old[name] == new[name] ? nil : FieldChange(name, before: old[name], after: new[name])
    }
  }
}

extension GraphDiff {
  /// Whether only the certainty of the record differs: neither the world nor what is known of it changed, but the dates compared.
  public func differsInCertaintyAlone<Thing: Itemized>(_ change: Change<Thing>) -> Bool {
    guard change.isDifference, change.formerId == nil, let before = fields(of: change).before,
      let after = fields(of: change).after
    else { return false }
    return before.withoutCertainty == after.withoutCertainty
  }

  /// The fields before and afterwards; `nil` where the record did not exist.
  public func fields<Thing: Itemized>(of change: Change<Thing>) -> (before: [Field]?, after: [Field]?) {
    (change.before.map { $0.fields(in: former) }, change.after.map { $0.fields(in: to) })
  }

  /// The fields that differ: all of them, where it was added or removed.
  public func fieldChanges<Thing: Itemized>(of change: Change<Thing>) -> [FieldChange] {
    guard change.isDifference else { return [] }
    let (before, after) = fields(of: change)
    return FieldChange.between(before ?? [], after ?? [])
  }
}

extension [Field] {
  /// The fields without the certainty of the record and of its parts.
  fileprivate var withoutCertainty: [Field] {
    compactMap { field in
      guard field.name != "certainty" else { return nil }
      guard case .rows(let rows) = field.value else { return field }
      return Field(field.name, .rows(rows.map(\.withoutCertainty)))
    }
  }
}
