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

  /// Whether a record of the dossier, or of its drafts, has the id.
  package func hasRecord(_ id: String) -> Bool { index.records.contains { $0.id == id && $0.isInMainSpace } }

  var draftsPath: String { DossierReader.draftsFile(of: path, isFolder: isFolder) }

  /// The index of the file of drafts; `nil` while there is none.
  var draftsFile: Int? { files.firstIndex { $0.path == draftsPath } }

  /// The drafts, in the order of their file.
  package var drafts: [Draft] {
    draftAddresses.map { Draft(id: $0.id, kind: $0.kind, record: value(of: $0)) }
  }

  private var draftAddresses: [RecordAddress] {
    guard let file = draftsFile else { return [] }
    return index.records.filter { $0.file == file && value(of: $0)["draft"]?.scalar == "true" }
  }

  /// Adds a record to the drafts; its id.
  package mutating func addDraft(_ form: RecordForm, _ assignments: [Assignment]) throws(EditError) -> String {
    var assignments = assignments
    if form.name == Holding.schema.form.name, !assignments.contains(where: { $0.key == "id" }) {
      func text(_ key: String) -> String? { assignments.first { $0.key == key }?.value?.scalar }
      guard let official = text("official"), let office = text("office") else {
        throw .request("a draft of an office held needs 'official' and 'office'")
      }
      let during = text("during").flatMap { Interval($0) }
      let id = Holding.ID(of: Entity.ID(official), in: Office.ID(office), during: during)
      assignments.insert(Assignment("id", .text(id.text)), at: 0)
    }
    let before = Set(draftAddresses.map(\.id))
    addsDrafts = true
    defer { addsDrafts = false }
    _ = try add(form, assignments)
    return draftAddresses.map(\.id).first { !before.contains($0) } ?? ""
  }

  // MARK: Decisions

  /// Moves drafts to where `add` puts such records, with the drafts that they refer to; refused where one is incomplete.
  package mutating func accept(_ ids: [String]) throws(EditError) -> [String] {
    // Offices go along with those who hold them, and only the others become records of their own.
    let all = try ids.map { (id) throws(EditError) in try draft(id) }
    let incomplete = all.map { ($0.id, missing(fromDraft: $0.id)) }.filter { !$0.1.isEmpty }
    guard incomplete.isEmpty else {
      let lines = incomplete.map { "draft '\($0)' needs \($1.joined(separator: ", "))" }
      throw .request(lines.joined(separator: "\n") + "\ncomplete it with 'dyad edit', or name other drafts")
    }
    let offices = Set(all.filter { $0.form.name == Office.schema.form.name }.map(\.id))
    var report: [String] = []
    for id in ids.filter({ !offices.contains($0) }) + ids.filter(offices.contains) {
      guard let draft = draftAddresses.first(where: { $0.id == id }) else { continue }
      report += try accept(draft)
    }
    return report
  }

  /// Removes drafts, and those that refer to them.
  package mutating func reject(_ ids: [String]) throws(EditError) -> [String] {
    var report: [String] = []
    for id in ids {
      let draft = try draft(id)
      let gone = try remove("\(draft.kind):\(draft.id)", withReferences: true)
      report += ["rejected \(draft.name)"] + gone.dropFirst()
    }
    return report
  }

  private func draft(_ id: String) throws(EditError) -> RecordAddress {
    let all = draftAddresses
    if let found = all.first(where: { $0.id == id }) { return found }
    if index.records.contains(where: { $0.id == id }) { throw .request("'\(id)' is no draft") }
    throw .unknown(id, suggestion: nearest(to: id, among: all.map(\.id)))
  }

  private mutating func accept(_ draft: RecordAddress) throws(EditError) -> [String] {
    var report: [String] = []
    for reference in Reference.all(in: index, values) where draft.contains(reference.owner) {
      let isOffice = draft.form.name == Holding.schema.form.name && reference.key?.name == "office"
      guard !isOffice, reference.id != draft.id, let other = draftAddresses.first(where: { $0.id == reference.id })
      else { continue }
      report += try accept(other)
    }
    let address = try self.draft(draft.id)
    var record = value(of: address)
    record[[.key("draft")]] = nil
    if record["note"]?.scalar.map({ DraftNote($0) != nil }) == true { record[[.key("note")]] = nil }
    var assignments = (record.members ?? []).map { Assignment($0.key, $0.value) }
    var form = address.form
    var removed = [address]
    if form.name == Holding.schema.form.name {
      (form, assignments, removed) = listed(record, address)
    } else if form.section != nil {
      assignments.insert(Assignment("id", .text(address.id)), at: 0)
    }
    var values = values
    for one in removed { DossierEditor.remove(one.path, from: &values[one.file]) { _ in false } }
    try become(values)
    return try report + add(form, assignments)
  }

  /// An office held as an item of its official's list, with the records that it replaces.
  private func listed(
    _ record: YAMLValue, _ address: RecordAddress
  ) -> (form: RecordForm, assignments: [Assignment], removed: [RecordAddress]) {
    let office = record["office"]?.scalar ?? ""
    let proposed = draftAddresses.first { $0.form.name == Office.schema.form.name && $0.id == office }
    let isOwn = index.records.contains {
      $0.form.name == Office.schema.form.name && $0.id == office && $0.file != draftsFile
    }
    var assignments = [Assignment("official", record["official"])]
    if isOwn {
      assignments.append(Assignment("office", .text(office)))
    } else {
      let made = dossiers.value.flatMap(\.offices).map(\.value).first { $0.id.text == office }
      let title = proposed.flatMap { value(of: $0)["title"]?.scalar } ?? made?.title
      let home = proposed.flatMap { value(of: $0)["of"]?.scalar } ?? made?.of.text
      let serves = index.records.first { $0.id == record["official"]?.scalar }.flatMap {
        value(of: $0)["serves"]?.scalar
      }
      if let title { assignments.append(Assignment("title", .text(title))) }
      if let home, home != serves { assignments.append(Assignment("of", .text(home))) }
    }
    let rest = (record.members ?? []).filter { !["official", "office"].contains($0.key) }
    assignments += rest.map { Assignment($0.key, $0.value) }
    // The office goes along unless another draft needs it.
    let others = draftAddresses.filter { $0.id != address.id && value(of: $0)["office"]?.scalar == office }
    let removed = [address] + (others.isEmpty ? [proposed].compactMap(\.self) : [])
    return (Holding.schema.form, assignments, removed)
  }
}
