package import DyadCore

/// New records.
extension DossierEditor {
  /// The kinds that `add` makes, in the order of a dossier; parts of other records too.
  package static let addedKinds: [String] =
    RecordForm.all.map(\.name).filter { $0 != Review.schema.form.name } + ["entity", EventLink.schema.form.name]

  /// The form of a kind; that of an entity follows from its `kind`.
  package static func form(ofKind kind: String, entityKind: String?) throws(EditError) -> RecordForm {
    let name = kind == "entity" ? entityKind ?? "" : kind
    if kind == "entity", Entity.Kind(rawValue: name) == nil {
      let kinds = Entity.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .request("an entity needs 'kind', one of \(kinds)")
    }
    if name == EventLink.schema.form.name { return EventLink.schema.form }
    guard addedKinds.contains(kind), let form = RecordForm.named(name) else {
      let hint = nearest(to: kind, among: addedKinds).map { "; did you mean '\($0)'?" } ?? ""
      throw .request("unknown kind of record '\(kind)'\(hint)")
    }
    return form
  }

  /// The key that names the record of which another is a part.
  package static func parentKey(of form: RecordForm) -> String? {
    switch form.name {
    case Phase.schema.form.name: "relation"
    case EventLink.schema.form.name: "event"
    case Holding.schema.form.name, Holding.listed.name: "official"
    default: nil
    }
  }

  /// Adds a record, after the last of its kind or in the order of dates; "added event 'quay'".
  package mutating func add(_ form: RecordForm, _ assignments: [Assignment]) throws(EditError) -> [String] {
    // An office held without an id of its own is listed with its official.
    let isListed = form.name == Holding.schema.form.name && !assignments.contains { $0.key == "id" }
    let form = isListed ? Holding.listed : form
    var given = try given(assignments, form)
    if let parentKey = DossierEditor.parentKey(of: form), form.name != Holding.schema.form.name || given.id == nil {
      guard let parent = given.parent else {
        throw .request("\(form.noun) needs '\(parentKey)', the id of the record that it is added to")
      }
      return try add(given.value, form, to: parent)
    }
    let name = try given.named(form) { index.has($0, besides: form) }
    return try insert(YAMLValue.Member(name, given.value), form)
  }

  /// What is given for a record: its keys in the order of its form, the id, and the record that it becomes a part of.
  struct Given {
    var value: YAMLValue
    var id: String?
    var parent: String?

    /// The id, or one that is made of the record; an official's id is a key of an office held in the section of its own.
    mutating func named(_ form: RecordForm, isTaken: (String) -> Bool) throws(EditError) -> String {
      if let key = DossierEditor.parentKey(of: form), let parent { value.set(key, .text(parent), by: form) }
      let name: String
      if let id { name = id } else { name = try DossierEditor.madeId(of: value, form, isTaken: isTaken) }
      guard form.section != nil, !isTaken(name) else {
        throw .request("the id '\(name)' is taken; give another as id=…")
      }
      return name
    }
  }

  func given(_ assignments: [Assignment], _ form: RecordForm) throws(EditError) -> Given {
    var given = Given(value: .mapping([]))
    let parentKey = DossierEditor.parentKey(of: form)
    let ownsId = form["id"] != nil
    for one in assignments {
      guard let value = one.value else { continue }
      switch one.key {
      case "id" where !ownsId: given.id = value.scalar
      case "kind" where Entity.Kind(rawValue: form.name) != nil: continue
      case parentKey: given.parent = value.scalar
      default:
        try require(one.key, in: form)
        given.value.set(one.key, value, by: form)
      }
    }
    given.value = given.value.inOrder(of: form)
    return given
  }

  func require(_ key: String, in form: RecordForm) throws(EditError) {
    guard form[key] == nil else { return }
    let keys = form.keys.map(\.name)
    let hint =
      nearest(to: key, among: keys).map { "did you mean '\($0)'?" } ?? "its keys: \(keys.joined(separator: ", "))"
    throw .request("unknown key '\(key)' in \(form.noun); \(hint)")
  }

  // MARK: Records of a section

  mutating func insert(_ record: YAMLValue.Member, _ form: RecordForm) throws(EditError) -> [String] {
    guard let section = form.section else { return [] }
    let date = DateOrder.date(of: record.value, form)
    let file = file(for: section, date, form)
    var values = values
    DossierEditor.insert(record, form, into: &values[file])
    try become(values)
    let added = index.records.first { $0.id == record.key && $0.file == file && $0.form.name == form.name }
    return ["\(added.map(prefix) ?? "")added \(form.name) '\(record.key)'"]
  }

  /// Inserts a record into its section, in the order of dates; a new section has the place that the form gives it.
  static func insert(_ record: YAMLValue.Member, _ form: RecordForm, into root: inout YAMLValue) {
    guard let section = form.section else { return }
    if case .text("") = root { root = .mapping([]) }
    var records = root[section]?.members ?? []
    let date = DateOrder.date(of: record.value, form)
    records.insert(record, at: DateOrder.place(of: date, among: records.map { DateOrder.date(of: $0.value, form) }))
    guard root[section] == nil else {
      root[[.key(section)]] = .mapping(records)
      return
    }
    var sections = root.members ?? []
    let earlier = Set(RecordForm.all.compactMap(\.section).prefix { $0 != section })
    let end = sections.firstIndex { $0.key == RejectedProposal.section } ?? sections.count
    let place = sections.lastIndex { earlier.contains($0.key) }.map { $0 + 1 } ?? end
    sections.insert(YAMLValue.Member(section, .mapping(records)), at: place)
    root = .mapping(sections)
  }

  /// The file with the section; of several, the one whose dates the record follows.
  private mutating func file(for section: String, _ date: Interval?, _ form: RecordForm) -> Int {
    let drafts = draftsFile
    let accepted = files.indices.filter { $0 != drafts }
    let having = accepted.filter { files[$0].value[section] != nil }
    if having.count > 1, let date {
      let starts = having.map { file in
        (files[file].value[section]?.members ?? []).compactMap { DateOrder.date(of: $0.value, form)?.starts.lowerBound }
          .min()
      }
      let before = zip(having, starts).filter { $0.1.map { $0 <= date.starts.lowerBound } ?? false }
      if let latest = before.max(by: { ($0.1 ?? .distantPast) < ($1.1 ?? .distantPast) }) { return latest.0 }
    }
    if let last = having.last { return last }
    guard isFolder else { return 0 }
    let entities = Set(Entity.Kind.allCases.map(\.section) + ["offices", "holdings"])
    let kin =
      entities.contains(section) ? entities : ["kinds", "relations"].contains(section) ? ["kinds", "relations"] : []
    if let file = accepted.last(where: { file in kin.contains { files[file].value[$0] != nil } }) { return file }
    // A dossier in one file stays in one file.
    return accepted.count == 1 ? accepted[0] : addFile(named: "\(section).yaml")
  }

  // MARK: Parts of records

  private mutating func add(_ part: YAMLValue, _ form: RecordForm, to parent: String) throws(EditError) -> [String] {
    // A relation whose other phases are drafts has its id twice.
    let accepted = index.records.first {
      $0.id == parent && $0.form.name == Relation.schema.form.name && $0.file != draftsFile
    }
    let owner = if let accepted, form.name == Phase.schema.form.name { accepted } else { try index.record(parent) }
    let (list, partForm): (String, RecordForm) =
      switch form.name {
      case Phase.schema.form.name: ("phases", form)
      case EventLink.schema.form.name: ("links", form)
      default: ("offices", Holding.listed)
      }
    guard owner.form[list] != nil else {
      throw .request(
        "\(owner.name) has no \(list); \(form.noun) is added to \(list == "phases" ? "a relation" : list == "links" ? "an event" : "an official")"
      )
    }
    var record = value(of: owner)
    var parts = record[list]?.items ?? []
    let place = DateOrder.place(
      of: DateOrder.date(of: part, partForm), among: parts.map { DateOrder.date(of: $0, partForm) })
    parts.insert(part, at: place)
    record.set(list, .list(parts), by: owner.form)
    var values = values
    values[owner.file][owner.path[...]] = record
    try become(values)
    let path = owner.path + [.key(list), .index(place)]
    let added = index.records.first { $0.file == owner.file && $0.path == path }
    return ["\(added.map(prefix) ?? "")added \(added?.name ?? form.noun) to \(owner.name)"]
  }
}
