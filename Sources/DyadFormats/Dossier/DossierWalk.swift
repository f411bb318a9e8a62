internal import DyadCore

/// Reads the nodes of one dossier as records, with findings.
final class DossierWalk {
  let context: ReadingContext
  let texts: SourceTexts
  /// The texts that were read before, where a file is read again and again.
  let memory: TextMemory?
  var dossier = Dossier()

  init(file: String, texts: SourceTexts, memory: TextMemory? = nil) {
    context = ReadingContext(file: file)
    (self.texts, self.memory) = (texts, memory)
  }

  func read(_ root: Node) {
    if root.scalar == "" {
      return context.report(.emptyDossier, "the file is empty", at: root)
    }
    guard !isTooDeep(root, 0), let fields = Fields(root, "a dossier", context) else { return }
    if let node = fields.node("dossier"), let title = context.words(node, "'dossier'") {
      dossier.title = Located(title, at: context.place(of: node))
    }
    if let node = fields.node("source") { readDefaultSource(node) }
    each(Source.schema, in: fields, into: \.sources) { source, _, fields in readText(of: &source, fields) }
    for kind in Entity.Kind.allCases { each(Entity.schema(of: kind), in: fields, into: \.entities) }
    each(Office.schema, in: fields, into: \.offices)
    each(Holding.schema, in: fields, into: \.holdings)
    each(RelationKind.schema, in: fields, into: \.kinds)
    each(Relation.schema, in: fields, into: \.relations) { _, id, fields in
      guard fields.node("phases") == nil else { return }
      context.findings.append(Diagnostic(.noPhase, "relation '\(id)' has no phases", at: keyPlace))
    }
    each(Event.schema, in: fields, into: \.events)
    each(CountTable.schema, in: fields, into: \.counts) { table, _, fields in readContents(of: &table, fields) }
    each(View.schema, in: fields, into: \.views)
    each(Review.schema, in: fields, into: \.reviews)
    if let node = fields.node("accept") { readAccepted(node) }
    if let node = fields.node(RejectedProposal.section) { readRejected(node) }
    fields.refuseOthers("a dossier")
  }

  /// Reads the source of all citations of the file that name none.
  private func readDefaultSource(_ node: Node) {
    guard let id = node.scalar else {
      return context.report(
        .wrongShape, "'source' should be the id of one source, not \(node.shape)", at: node, suggestion: "sources")
    }
    guard Source.ID.isWellFormed(id) else {
      return context.report(.badId, "'\(id)' is not a valid id", at: node, suggestion: Source.ID.suggestion(for: id))
    }
    let source = Located(Source.ID(id), at: node.place)
    context.defaultSource = source
    dossier.defaultSources.append(source)
  }

  /// Reads the rules whose findings are accepted, each with the claims or 'all'.
  private func readAccepted(_ node: Node) {
    guard let rules = Fields(node, "'accept'", context) else { return }
    let known = LintRule.all.map(\.code.id)
    for (code, key, value) in rules.entries {
      guard known.contains(code) else {
        context.report(.badWord, "no rule has the code '\(code)'", at: key, suggestion: nearest(to: code, among: known))
        continue
      }
      let items = value.sequence ?? [value]
      let claims = items.compactMap { context.words($0, "the id of a claim") }
      let places = Dictionary(zip(claims, items.map(\.place)), uniquingKeysWith: { first, _ in first })
      let exception = LintException(code, of: value.scalar == "all" ? nil : Set(claims))
      dossier.accepted.append(Located(exception, at: value.place, places: places))
    }
  }

  /// Reads the list of the proposals that were rejected.
  private func readRejected(_ node: Node) {
    guard let items = node.sequence else {
      return context.report(.wrongShape, "'rejected' should be a list, not \(node.shape)", at: node)
    }
    let (schema, form) = (RejectedProposal.schema, RejectedProposal.schema.form)
    for item in items {
      context.places = [:]
      guard let fields = Fields(item, form.noun, context) else { continue }
      if let said = fields.read(form) {
        dossier.rejected.append(Located(schema.record("", said), at: item.place, places: context.places))
      }
      fields.refuseOthers(form.noun)
    }
  }

  /// The key of the current record.
  private var keyPlace: SourceLocation?

  /// Reads every record of a section.
  private func each<Record>(
    _ schema: RecordSchema<Record>, in root: Fields, into list: WritableKeyPath<Dossier, [Located<Record>]>,
    finish: (inout Record?, _ id: String, Fields) -> Void = { _, _, _ in }
  ) {
    let form = schema.form
    guard let section = form.section, let node = root.node(section),
      let entries = Fields(node, "'\(section)'", context)
    else { return }
    let mayBeDraft = form["draft"] != nil
    var records: [Located<Record>] = []
    defer { dossier[keyPath: list] += records }
    for (id, key, value) in entries.entries {
      context.places = Dictionary(minimumCapacity: 8)
      keyPlace = context.place(of: key)
      if !DossierWalk.isWellFormed(id, in: section) {
        context.report(.badId, "'\(id)' is not a valid id", at: key, suggestion: Entity.ID.suggestion(for: id))
        continue
      }
      guard let fields = Fields(value, form.noun, context) else { continue }
      // A draft is not in use, so that nothing about it is an error.
      let isDraft = mayBeDraft && DossierWalk.isDraft(value)
      let earlier = context.findings.count
      defer { if isDraft { context.weaken(from: earlier) } }
      let said = fields.read(form, calledBy: Record.self == Entity.self ? "'\(id)'" : nil)
      var record = said.map { schema.record(id, $0) }
      finish(&record, id, fields)
      // What a draft lacks is not made up where drafts are shown.
      if isDraft, form.keys.contains(where: { key in key.isRequired && said?.contains { $0.name == key.name } != true })
      {
        record = nil
      }
      if let said, let record {
        records.append(Located(record, at: keyPlace, places: context.places))
        if let official = record as? Entity { holdings(of: official, said, fields) }
        if let event = record as? Event { starts(by: event, said) }
      }
      fields.refuseOthers(form.noun)
    }
  }

  /// Whether the mapping says that it is a draft, without reading the key.
  private static func isDraft(_ node: Node) -> Bool {
    node.mapping?.contains { $0.key.scalar == "draft" && $0.value.scalar == "true" } ?? false
  }

  /// The ids of offices and holdings may be composed: parts with `/` between them.
  private static func isWellFormed(_ id: String, in section: String) -> Bool {
    switch section {
    case "holdings", "reviews": !id.isEmpty
    case "offices":
      id.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { Office.ID.hasValidCharacters(String($0)) }
    default: Entity.ID.isWellFormed(id)
    }
  }

  /// Reads the text of the source from its file, unless the dossier contains it.
  private func readText(of source: inout Source?, _ fields: Fields) {
    guard let path = source?.path, source?.text == nil, let node = fields.node("text") else { return }
    switch memory?.text(at: path) ?? texts.text(at: path).map({ SourceText($0) }) {
    case .success(let text): source?.text = text
    case .failure(let refusal): context.report(.sourceText, refusal.reason, at: node)
    }
  }

  /// Reads the table of counts, from its file unless the dossier contains it.
  private func readContents(of table: inout CountTable?, _ fields: Fields) {
    guard table != nil, let node = fields.node("content") ?? fields.node("table") else {
      if table != nil { context.report(.missingKey, "a table of counts needs 'table' or 'content'", at: fields.node) }
      return
    }
    let text = fields.node("content")?.scalar.map { .success($0) } ?? texts.text(at: table?.path ?? "")
    switch text {
    case .failure(let refusal): context.report(.countTable, refusal.reason, at: node)
    case .success(let text):
      switch CountTable.Contents.read(text) {
      case .success(let contents): table?.contents = contents
      case .failure(let fault): context.report(.countTable, "\(fault)", at: node)
      }
    }
  }

  private func isTooDeep(_ node: Node, _ depth: Int) -> Bool {
    guard depth < 32 else {
      context.report(.tooDeep, "nested more than 32 levels deep", at: node)
      return true
    }
    switch node.value {
    case .mapping(let mapping):
      return mapping.contains { isTooDeep($0.key, depth + 1) || isTooDeep($0.value, depth + 1) }
    case .sequence(let list): return list.contains { isTooDeep($0, depth + 1) }
    default: return false
    }
  }

  /// Reads the phases that an event starts.
  private func starts(by event: Event, _ said: [Field]) {
    guard case .list(let phases)? = said.first(where: { $0.name == "starts" })?.value else { return }
    for (index, phase) in phases.enumerated() {
      let start = PhaseStart(of: Phase.ID(phase), by: event.id)
      dossier.phaseStarts.append(Located(start, at: context.places["starts/\(index)"]))
    }
  }

  // MARK: Offices of officials

  /// Reads the offices of an official: each names an office, or defines one by its title.
  private func holdings(of official: Entity, _ said: [Field], _ fields: Fields) {
    guard case .rows(let rows)? = said.first(where: { $0.name == "offices" })?.value else { return }
    for (index, row) in rows.enumerated() {
      let prefix = "offices/\(index)"
      let place = context.places[prefix]
      let places = context.places.filter { $0.key.hasPrefix("\(prefix)/") }.reduce(into: [:]) { places, entry in
        places[String(entry.key.dropFirst(prefix.count + 1))] = entry.value
      }
      func value(_ name: String) -> Field.Value? { row.first { $0.name == name }?.value }
      var office = value("office").flatMap { Office.ID($0) }
      if office == nil, let title = value("title").flatMap({ String($0) }) {
        guard let home = value("of").flatMap({ Entity.ID($0) }) ?? official.home else {
          context.findings.append(
            Diagnostic(.missingKey, "an office given by its title needs 'of', or an official with 'serves'", at: place))
          continue
        }
        let made = Office(Office.ID(title: title, of: home), title: title, of: home)
        dossier.offices.append(Located(made, at: places["title"] ?? place, places: places))
        office = made.id
      }
      guard let office else { continue }
      let isDraft = official.evidence.isDraft || value("draft") == .flag(true)
      if isDraft, let last = dossier.offices.indices.last, dossier.offices[last].value.id == office,
        row.contains(where: { $0.name == "title" })
      {
        dossier.offices[last].value.evidence.isDraft = true
      }
      let during = value("during").flatMap { Interval($0) }
      var holding = Holding.schema.record(Holding.ID(of: official.id, in: office, during: during).text, row)
      (holding.official, holding.office) = (official.id, office)
      if isDraft { holding.evidence.isDraft = true }
      dossier.holdings.append(Located(holding, at: place, places: places))
    }
  }
}
