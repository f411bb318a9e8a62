/// A key of a record with the property that keeps its value.
struct RecordField<Record>: Sendable {
  typealias Path<Value> = WritableKeyPath<Record, Value>

  let key: RecordForm.Key
  /// The value, from a record where it is stored: a copy of an event for each of its keys takes long.
  let get: @Sendable (UnsafePointer<Record>) -> Field.Value?
  let set: @Sendable (inout Record, Field.Value) -> Void

  init(
    _ name: String, _ type: FieldType, presence: RecordForm.Key.Presence = .optional, standard: Field.Value? = nil,
    comparison: RecordForm.Key.Comparison = .exactly, _ meaning: String,
    get: @escaping @Sendable (UnsafePointer<Record>) -> Field.Value?,
    set: @escaping @Sendable (inout Record, Field.Value) -> Void
  ) {
    key = RecordForm.Key(
      name: name, type: type, presence: presence, standard: standard, comparison: comparison, meaning: meaning)
    (self.get, self.set) = (get, set)
  }

  // MARK: One value

  /// A value that may be missing.
  static func optional<Value: FieldRepresentable>(
    _ name: String, _ path: Path<Value?>, as type: FieldType = Value.fieldType,
    comparison: RecordForm.Key.Comparison = .exactly, _ meaning: String
  ) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, type, comparison: comparison, meaning, get: { property.get($0)?.fieldValue },
      set: { record, value in if let value = Value(value) { property.set(value, in: &record) } })
  }

  /// A value that is not written where it is the default.
  static func standard<Value: FieldRepresentable & Equatable>(
    _ name: String, _ path: Path<Value>, _ standard: Value, as type: FieldType = Value.fieldType, _ meaning: String
  ) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, type, standard: standard.fieldValue, meaning,
      get: { record in
        let value = property.get(record)
        return value == standard ? nil : value.fieldValue
      },
      set: { record, value in if let value = Value(value) { property.set(value, in: &record) } })
  }

  /// A value that is always written.
  static func required<Value: FieldRepresentable>(
    _ name: String, _ path: Path<Value>, as type: FieldType = Value.fieldType,
    presence: RecordForm.Key.Presence = .required, _ meaning: String
  ) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, type, presence: presence, meaning, get: { property.get($0).fieldValue },
      set: { record, value in if let value = Value(value) { property.set(value, in: &record) } })
  }

  /// A required value.
  static func essential<Value: FieldRepresentable>(
    _ name: String, _ path: Path<Value>, as type: FieldType = Value.fieldType, _ meaning: String
  ) -> Self {
    .required(name, path, as: type, presence: .essential, meaning)
  }

  // MARK: Several values

  /// The ids of entities.
  static func parties(_ name: String, _ path: Path<[Entity.ID]>, _ meaning: String) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, .references, meaning,
      get: { record in
        let parties = property.get(record)
        return parties.isEmpty ? nil : .parties(parties)
      },
      set: { record, value in if case .parties(let parties) = value { property.set(parties, in: &record) } })
  }

  /// Entities, and participants by description, which follow them.
  static func participants(
    _ name: String, _ entities: Path<[Entity.ID]>, _ described: Path<[DescribedParticipant]>, _ meaning: String
  ) -> Self {
    let (entities, described) = (StoredProperty(entities), StoredProperty(described))
    return Self(
      name, .participants(DescribedParticipant.form), meaning,
      get: { record in
        let (ids, others) = (entities.get(record), described.get(record))
        guard !others.isEmpty else { return ids.isEmpty ? nil : .parties(ids) }
        return .rows(ids.map { [Field("entity", .party($0))] } + others.map(\.fields))
      },
      set: { record, value in
        switch value {
        case .parties(let ids): entities.set(ids, in: &record)
        case .rows(let rows):
          let ids = rows.compactMap { row in row.first { $0.name == "entity" }.flatMap { Entity.ID($0.value) } }
          entities.set(ids, in: &record)
          described.set(rows.compactMap { DescribedParticipant($0) }, in: &record)
        default: break
        }
      })
  }

  /// The ids of two entities.
  static func pair(_ name: String, mustDiffer: Bool, _ path: Path<[Entity.ID]?>, _ meaning: String) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, .pair(mustDiffer: mustDiffer), meaning, get: { property.get($0).map { .parties($0) } },
      set: { record, value in if case .parties(let pair) = value { property.set(pair, in: &record) } })
  }

  /// Words in any order.
  static func wordSet(_ name: String, _ path: Path<Set<String>>, _ meaning: String) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, .wordSet, meaning,
      get: { record in
        let words = property.get(record)
        return words.isEmpty ? nil : .list(words.sorted())
      },
      set: { record, value in
        if case .list(let words) = value { property.set(Set(words.map { $0.lowercased() }), in: &record) }
      })
  }

  /// Records that belong to this one.
  static func records<Part>(
    _ name: String, _ path: Path<[Part]>, of schema: RecordSchema<Part>,
    as type: FieldType? = nil, comparison: RecordForm.Key.Comparison = .exactly, _ meaning: String
  ) -> Self {
    let property = StoredProperty(path)
    return Self(
      name, type ?? .records(schema.form), comparison: comparison, meaning,
      get: { record in
        let parts = property.get(record)
        return parts.isEmpty ? nil : .rows(parts.map(schema.fields))
      },
      set: { record, value in
        if case .rows(let rows) = value { property.set(rows.map { schema.record("", $0) }, in: &record) }
      })
  }
}

/// The keys that claims have in common.
extension RecordField where Record: Claim {
  /// `cite`, `known`, `confidence`, `basis` and `draft`.
  ///
  /// The path is that of the type of the record: through the protocol, the evidence is not found where it is stored.
  static func evidence(_ path: Path<Evidence>) -> [Self] {
    [
      .records(
        "cite", path.appending(path: \.citations), of: Citation.schema, as: .citations(Citation.schema.form),
        comparison: .inAnyOrder,
        """
        Its sources: { source: "a quote" }, { source: ["one quote", "another"] }, { data-set: { rows: [id] } }, the id of \
        the source alone, or a list of citations in the long form.
        """),
      .optional(
        "known", path.appending(path: \.known), as: .since,
        "The date from which it could be known, or an interval; default: the publication of its first source."),
      .optional(
        "confidence", path.appending(path: \.confidence),
        "The confidence of the analyst in the claim; default: the highest of the citations that assert it."),
      .optional(
        "basis", path.appending(path: \.basis),
        """
        What it rests on: a source that says it, somebody whom a source quotes, or a conclusion of the coder; default: \
        attributed if every citation has a speaker or rows of a data set, else reported.
        """),
      .standard(
        "draft", path.appending(path: \.isDraft), false,
        "Whether the claim is a draft: proposed and not accepted yet, so that only --drafts shows it."),
    ]
  }
}

extension RecordField {
  /// `note`.
  static func note(_ path: Path<String?>) -> Self { .optional("note", path, "Free text.") }

  /// `was`, the id in an older version, which is not compared.
  static func was<Subject>(_ path: Path<Identifier<Subject>?>) -> Self {
    .optional(
      "was", path, as: .formerId, comparison: .never,
      "The id in earlier versions of the dossier, so that a diff reports one renaming.")
  }
}
