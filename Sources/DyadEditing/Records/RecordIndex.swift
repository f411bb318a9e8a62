internal import DyadCore

/// The records of the files, also those within others: phases, offices held, links.
struct RecordIndex: Sendable {
  let records: [RecordAddress]

  /// The forms with a section, by the name of the section.
  static let forms: [String: RecordForm] = Dictionary(
    RecordForm.all.compactMap { form in form.section.map { ($0, form) } }, uniquingKeysWith: { first, _ in first })

  init(_ files: [YAMLValue]) {
    var records: [RecordAddress] = []
    for (file, root) in files.enumerated() {
      for section in root.members ?? [] {
        guard let form = RecordIndex.forms[section.key] else { continue }
        for record in section.value.members ?? [] {
          let path: [YAMLValue.Step] = [.key(section.key), .key(record.key)]
          records.append(RecordAddress(form: form, id: record.key, file: file, path: path, hasOwnId: true))
          records += RecordIndex.parts(of: record, form, file, path)
        }
      }
    }
    self.records = records
  }

  private static func parts(
    of record: YAMLValue.Member, _ form: RecordForm, _ file: Int, _ path: [YAMLValue.Step]
  ) -> [RecordAddress] {
    func addresses(_ key: String, _ part: RecordForm, _ ids: [(id: String, isOwn: Bool)?]) -> [RecordAddress] {
      ids.enumerated().compactMap { index, id in
        id.map {
          RecordAddress(form: part, id: $0.id, file: file, path: path + [.key(key), .index(index)], hasOwnId: $0.isOwn)
        }
      }
    }
    switch form.name {
    case Relation.schema.form.name:
      let phases = record.value["phases"]?.items ?? []
      let made = Phase.ID.made(
        of: Relation.ID(record.key), during: phases.map { $0["during"]?.scalar.flatMap { Interval($0) } })
      let ids = zip(phases, made).map { phase, made -> (String, Bool)? in
        phase["id"]?.scalar.map { ($0, true) } ?? (made.text, false)
      }
      return addresses("phases", Phase.schema.form, ids)
    case Entity.schema(of: .official).form.name:
      let ids = (record.value["offices"]?.items ?? []).map { row -> (String, Bool)? in
        guard let office = office(of: row, serving: record.value["serves"]?.scalar) else { return nil }
        let during = row["during"]?.scalar.flatMap { Interval($0) }
        return (Holding.ID(of: Entity.ID(record.key), in: office, during: during).text, false)
      }
      return addresses("offices", Holding.listed, ids)
    case Event.schema.form.name:
      let ids = (record.value["links"]?.items ?? []).map { link -> (String, Bool)? in
        for kind in EventLink.Kind.allCases {
          guard let target = link[kind.rawValue]?.scalar else { continue }
          return (EventLink.ID(kind, Event.ID(target), of: Event.ID(record.key)).text, false)
        }
        return nil
      }
      return addresses("links", EventLink.schema.form, ids)
    default: return []
    }
  }

  /// The office of a row in the list of an official, by its id or by its title.
  static func office(of row: YAMLValue, serving home: String?) -> Office.ID? {
    if let office = row["office"]?.scalar { return Office.ID(office) }
    guard let title = row["title"]?.scalar, let home = row["of"]?.scalar ?? home else { return nil }
    return Office.ID(title: title, of: Entity.ID(home))
  }

  // MARK: Finding records

  /// The record of that id; `kind:id` names one of several.
  func record(_ name: String) throws(EditError) -> RecordAddress {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let (kind, id) = parts.count == 2 ? (parts[0], parts[1]) : (nil, name)
    let all = records.filter { $0.id == id && (kind == nil || $0.kind == kind) }
    let found = all.count > 1 ? all.filter(\.isInMainSpace) : all
    if found.count > 1 || found.isEmpty && all.count > 1 { throw .ambiguous(id, kinds: Set(all.map(\.kind)).sorted()) }
    guard let record = found.first else {
      throw .unknown(id, suggestion: nearest(to: id, among: Set(records.map(\.id)).sorted()))
    }
    return record
  }

  /// Whether a record has the id with which one of this form would share it: views and kinds have spaces of their own.
  func has(_ id: String, besides form: RecordForm) -> Bool {
    records.contains { record in
      record.id == id && (record.form.name == form.name || record.isInMainSpace && RecordAddress.isInMainSpace(form))
    }
  }
}
