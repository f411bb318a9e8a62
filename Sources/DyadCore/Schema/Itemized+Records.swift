// What a diff compares: the fields of the schema, and what depends on the moment.

extension Itemized where Self: Recorded {
  /// The fields by which two versions are compared.
  public func fields(in snapshot: Snapshot?) -> [Field] { keys.compared(self) }
}

extension Source: Itemized {}
extension Office: Itemized {}
extension RelationKind: Itemized {}
extension Relation: Itemized {}
extension Phase: Itemized {}
extension Event: Itemized {}
extension View: Itemized {}

extension Entity: Itemized {
  /// With its kind, and in a snapshot with its name at that moment.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var fields = [Field("kind", .words(kind.rawValue))] + keys.compared(self)
    if names.count > 1, let snapshot {
      let place = fields.firstIndex { $0.name == "names" }.map { $0 + 1 } ?? fields.endIndex
      fields.insert(Field("called", .words(name(at: snapshot.moment))), at: place)
    }
    return fields
  }
}

extension Holding: Itemized {
  /// In a snapshot with the title and the entity of the office in place of its id.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    keys.compared(self).flatMap { field -> [Field] in
      guard field.name == "office", let office = snapshot?.graph.offices[office] else { return [field] }
      return [Field("title", .words(office.title)), Field("of", .party(office.of))]
    }
  }
}

extension Held: Itemized where Item: Itemized {
  /// The fields by which two versions are compared.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    item.fields(in: snapshot) + (certainty == .yes ? [] : [Field("certainty", .words("possibly"))])
  }
}

extension Tie: Itemized {
  /// The relation, the sentence of its kind, and the phases that hold.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    relation.fields(in: snapshot) + [
      Field("kind-sentence", .words(kind.sentence)), Field("kind-tone", .number(kind.tone.value)),
      Field("phases", .rows(phases.map { $0.fields(in: snapshot) })),
    ]
  }
}
