/// A kind of record: its keys, and the properties of the Swift type that store their values.
///
/// The keys of a record are declared here only. Everything else is derived: the readers and writers of every syntax with
/// their diagnostics, the columns of tables, the properties of graphs, the fields of a diff, the digests in recipes, the JSON
/// schemas, and the tables of keys in the manual.
///
///     let fields = Event.schema.fields(of: event)
///     Event.schema.record("ferry-talks", fields) == event     // true, up to the id
public struct RecordSchema<Record: Sendable>: Sendable {
  /// The keys without the Swift type.
  public let form: RecordForm
  let fields: [RecordField<Record>]
  private let blank: @Sendable (String) -> Record
  // Made where the type of the record is known, so that they are compiled for it.
  private let get: @Sendable (Record, _ indices: [Int]?) -> [Field]
  private let set: @Sendable ([Field], inout Record) -> Void

  /// - Parameters:
  ///   - name: what a record is, such as `event`.
  ///   - section: the section of a dossier with such records.
  ///   - noun: the name with its article.
  ///   - meaning: what such a record is, in a sentence.
  ///   - blank: a record of that id with nothing in it yet; placeholders for what is required.
  init(
    _ name: String, section: String? = nil, noun: String, _ meaning: String,
    blank: @escaping @Sendable (_ id: String) -> Record, rules: [RecordForm.Rule] = [],
    _ fields: [RecordField<Record>]
  ) {
    form = RecordForm(
      name: name, section: section, noun: noun, meaning: meaning, keys: fields.map(\.key), rules: rules)
    (self.fields, self.blank) = (fields, blank)
    let names = fields.map(\.key.name)
    let values = fields.map(\.get)
    get = { record, indices in
      var said: [Field] = []
      withUnsafePointer(to: record) { record in
        func add(_ index: Int) { if let value = values[index](record) { said.append(Field(names[index], value)) } }
        if let indices { indices.forEach(add) } else { values.indices.forEach(add) }
      }
      return said
    }
    set = { said, record in
      // Most fields come in the order of the keys.
      var next = 0
      for one in said {
        guard let index = names[next...].firstIndex(of: one.name) ?? names[..<next].firstIndex(of: one.name) else {
          continue
        }
        fields[index].set(&record, one.value)
        next = index
      }
    }
  }

  /// The fields of the record, in the order of the keys; a default is omitted.
  public func fields(of record: Record) -> [Field] { get(record, nil) }

  /// The same for some of the keys, by their indices in the form.
  package func fields(of record: Record, at indices: [Int]) -> [Field] { get(record, indices) }

  /// The fields by which two versions of a record are compared.
  func compared(_ record: Record) -> [Field] {
    fields.filter { $0.key.comparison != .never }.flatMap { field -> [Field] in
      let found = withUnsafePointer(to: record, field.get)
      guard let value = found.flatMap(field.key.stated), value != .interval(.always) else { return [] }
      switch (field.key.comparison, value) {
      // Codes are keys of their own.
      case (_, .mapping(let entries)): return entries
      case (.inAnyOrder, .rows(let rows)):
        return [Field(field.key.name, .rows(rows.sorted(by: field.key.type.part?.precedes ?? { _, _ in false })))]
      default: return [Field(field.key.name, value)]
      }
    }
  }

  /// The record with these fields.
  public func record(_ id: String, _ said: [Field]) -> Record {
    var record = blank(id)
    apply(said, to: &record)
    return record
  }

  /// Sets these fields of the record.
  public func apply(_ said: [Field], to record: inout Record) { set(said, &record) }
}
