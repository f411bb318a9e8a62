internal import DyadCore
internal import DyadFormats

/// Decisions on drafts.
extension DossierEditor {
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
    try removeDecidedRelations()
    try removeEmptyDrafts()
    return report
  }

  /// Removes drafts, and those that refer to them, and notes what they proposed, so that it is not proposed again.
  package mutating func reject(_ ids: [String]) throws(EditError) -> [String] {
    let before = draftAddresses.map { (address: $0, record: value(of: $0)) }
    var report: [String] = []
    for id in ids {
      // An earlier one may have taken it along.
      let isGone = !draftAddresses.contains { $0.id == id }
      if isGone, before.contains(where: { $0.address.id == id }) { continue }
      let draft = try draft(id)
      let gone = try remove("\(draft.kind):\(draft.id)", withReferences: true)
      report += ["rejected \(draft.name)"] + gone.dropFirst()
    }
    let left = Set(draftAddresses.map(\.id))
    try note(
      before.filter { !left.contains($0.address.id) }.compactMap { RejectedProposal($0.address, $0.record) })
    try removeDecidedRelations()
    try removeEmptyDrafts()
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
    // A phase goes along with the ends of its relation.
    let relation = draft.form.name == Phase.schema.form.name ? Array(draft.path.prefix(2)) : nil
    func isPart(_ owner: RecordAddress) -> Bool {
      draft.contains(owner) || relation.map { owner.file == draft.file && owner.path == $0 } ?? false
    }
    for reference in Reference.all(in: index, values) where isPart(reference.owner) {
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
      (form, assignments, removed) = try listed(record, address)
    } else if form.section != nil {
      assignments.insert(Assignment("id", .text(address.id)), at: 0)
    } else if form.name == Phase.schema.form.name, case .key(let relation)? = address.path.dropFirst().first {
      assignments.insert(Assignment("relation", .text(relation)), at: 0)
      try addRelation(relation, of: address)
    }
    var values = values
    for one in removed { DossierEditor.remove(one.path, from: &values[one.file]) { _ in false } }
    try become(values)
    return try report + add(form, assignments)
  }

  /// Adds the relation of a draft of a phase, without its phases, where only drafts have it.
  private mutating func addRelation(_ id: String, of phase: RecordAddress) throws(EditError) {
    let form = Relation.schema.form
    let isThere = index.records.contains { $0.id == id && $0.form.name == form.name && $0.file != phase.file }
    guard !isThere, case .mapping(let members)? = values[phase.file][phase.path.prefix(2)] else { return }
    _ = try insert(YAMLValue.Member(id, .mapping(members.filter { $0.key != "phases" })), form)
  }

  /// Removes the relations of drafts whose phases are all decided on.
  mutating func removeDecidedRelations() throws(EditError) {
    guard let file = draftsFile, let relations = values[file]["relations"]?.members else { return }
    var values = values
    for relation in relations where relation.value["phases"]?.items?.isEmpty != false {
      DossierEditor.remove([.key("relations"), .key(relation.key)], from: &values[file]) { _ in false }
    }
    try become(values)
  }

  /// An office held as an item of its official's list, with the records that it replaces.
  private func listed(
    _ record: YAMLValue, _ address: RecordAddress
  ) throws(EditError) -> (form: RecordForm, assignments: [Assignment], removed: [RecordAddress]) {
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
      guard proposed != nil || made != nil else {
        let offices = index.records.filter { $0.form.name == Office.schema.form.name }.map(\.id)
        throw .unknown(office, suggestion: nearest(to: office, among: offices))
      }
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
