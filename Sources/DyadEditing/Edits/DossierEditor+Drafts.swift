package import DyadCore
internal import DyadFormats

/// Drafts: claims in a file of their own, until they are accepted or rejected.
extension DossierEditor {
  /// A record of the drafts, as its text has it.
  package struct Draft: Sendable {
    /// The id, which may be made of others.
    package let id: String
    /// The kind of record, as `add` names it.
    package let kind: String
    /// The keys of the record with their values.
    package let record: YAMLValue

    /// The score and the rule of its proposer; `nil` if a person wrote another note.
    package var note: DraftNote? { record["note"]?.scalar.flatMap { DraftNote($0) } }

    /// Whether it cites the source.
    package func cites(_ source: String) -> Bool {
      guard let cite = record["cite"] else { return false }
      return cite.scalar == source || cite[source] != nil
        || (cite.items ?? []).contains { $0["source"]?.scalar == source }
    }

    /// The quotes that it cites from the source.
    package func quotes(of source: String) -> [String] {
      guard let cite = record["cite"] else { return [] }
      let short = cite[source].map { $0.items ?? [$0] } ?? []
      return (short + (cite.items ?? []).filter { $0["source"]?.scalar == source }.compactMap { $0["quote"] })
        .compactMap(\.scalar)
    }
  }

  /// What a draft lacks to be a claim: keys that its kind requires, and a party of an event; as messages name them.
  package func missing(fromDraft id: String) -> [String] {
    guard let draft = draftAddresses.first(where: { $0.id == id }) else { return [] }
    let record = value(of: draft)
    let required = draft.form.keys.filter { $0.isRequired && record[$0.name] == nil }.map { "'\($0.name)'" }
    let isEvent = draft.form.name == Event.schema.form.name
    let hasNobody = isEvent && record["actors"] == nil && record["recipients"] == nil
    return required + (hasNobody ? ["'actors' or 'recipients'"] : [])
  }

  /// The ids that a new draft cannot have: those of all records of the dossier and of its drafts.
  package var draftIds: Set<String> { Set(index.records.filter(\.isInMainSpace).map(\.id)) }

  var draftsPath: String { DossierReader.draftsFile(of: path, isFolder: isFolder) }

  /// The index of the file of drafts; `nil` while there is none.
  var draftsFile: Int? { files.firstIndex { $0.path == draftsPath } }

  /// The drafts, in the order of their file.
  package var drafts: [Draft] {
    draftAddresses.map { Draft(id: $0.id, kind: $0.kind, record: value(of: $0)) }
  }

  var draftAddresses: [RecordAddress] {
    guard let file = draftsFile else { return [] }
    return index.records.filter { $0.file == file && value(of: $0)["draft"]?.scalar == "true" }
  }

  /// Adds records to the drafts, in one edit of their file; their ids.
  package mutating func addDrafts(
    _ drafts: [(form: RecordForm, assignments: [Assignment])]
  ) throws(EditError) -> [String] {
    guard !drafts.isEmpty else { return [] }
    var edited = self
    let file = draftsFile ?? edited.addFile(at: draftsPath)
    var (values, taken, ids) = (edited.values, draftIds, [String]())
    for (form, assignments) in drafts {
      var given = try given(assignments + [Assignment("draft", .literal("true"))], form)
      if given.id == nil, form.name == Holding.schema.form.name { given.id = try holdingId(given).text }
      let id = try given.named(form) { taken.contains($0) }
      taken.insert(id)
      ids.append(id)
      DossierEditor.insert(YAMLValue.Member(id, given.value), form, into: &values[file])
    }
    try edited.become(values)
    self = edited
    return ids
  }

  /// Adds the records of a text to the drafts, and its sources to the dossier, but for those whose ids are known.
  ///
  /// - Returns: the ids of the claims that were added.
  package mutating func addDrafts(in text: [UInt8]) throws(EditError) -> [String] {
    guard let root = YAMLNode(of: text) else { return [] }
    var (edited, added) = (self, [String]())
    let known = Set(index.records.map(\.id))
    let sections = (YAMLValue(inStyleOf: root).members ?? []).compactMap { section in
      RecordIndex.forms[section.key].map { ($0, section.value.members ?? []) }
    }
    for (form, records) in sections where form.name == Source.schema.form.name {
      for record in records where !known.contains(record.key) { _ = try edited.insert(record, form) }
    }
    let file = edited.draftsFile ?? edited.addFile(at: draftsPath)
    var values = edited.values
    for (form, records) in sections where form.name != Source.schema.form.name {
      for record in records {
        if form.name == Relation.schema.form.name {
          added += DossierEditor.insertPhases(of: record, besides: known, into: &values[file])
        } else if !known.contains(record.key) {
          added.append(record.key)
          DossierEditor.insert(record, form, into: &values[file])
        }
      }
    }
    guard !added.isEmpty else { return [] }
    try edited.become(values)
    self = edited
    return added
  }

  /// Inserts the phases with other ids than the known ones; the ids of those.
  private static func insertPhases(
    of relation: YAMLValue.Member, besides known: Set<String>, into root: inout YAMLValue
  ) -> [String] {
    let phases = relation.value["phases"]?.items ?? []
    let made = Phase.ID.made(
      of: Relation.ID(relation.key), during: phases.map { $0["during"]?.scalar.flatMap { Interval($0) } })
    let new = zip(phases, made).filter { !known.contains($1.text) }
    guard !new.isEmpty else { return [] }
    let path: [YAMLValue.Step] = [.key("relations"), .key(relation.key)]
    let earlier = root[path[...]]?["phases"]?.items ?? []
    var value = root[path[...]] ?? relation.value
    value.set("phases", .list(earlier + new.map(\.0)), by: Relation.schema.form)
    if root[path[...]] == nil {
      insert(YAMLValue.Member(relation.key, value), Relation.schema.form, into: &root)
    } else {
      root[path[...]] = value
    }
    return new.map(\.1.text)
  }

  /// The id of an office held, made of the official, the office and the dates.
  private func holdingId(_ given: Given) throws(EditError) -> Holding.ID {
    guard let official = given.parent, let office = given.value["office"]?.scalar else {
      throw .request("a draft of an office held needs 'official' and 'office'")
    }
    let during = given.value["during"]?.scalar.flatMap { Interval($0) }
    return Holding.ID(of: Entity.ID(official), in: Office.ID(office), during: during)
  }
}

extension YAMLValue {
  /// The value of a node, in which numbers and flags without quotes stay so.
  fileprivate init(inStyleOf node: YAMLNode) {
    switch node.content {
    case .scalar(let text, .plain) where Double(text) != nil || text == "true" || text == "false": self = .literal(text)
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map(YAMLValue.init(inStyleOf:)))
    case .mapping(let entries):
      self = .mapping(entries.map { Member($0.key.scalar ?? "", YAMLValue(inStyleOf: $0.value)) })
    }
  }
}
