internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// The proposals at a cursor.
struct CompletionSource {
  let dossier: OpenDossier
  let file: String
  let cursor: YAMLCursor
  let written: String

  var graph: KnowledgeGraph { dossier.graph }

  /// The proposals, and whether they fit what is written already.
  var items: (all: [CompletionItem], isFiltered: Bool) {
    switch Spot(cursor) {
    case .sections: return (sections, false)
    case .keys(let form): return (keys(of: form), false)
    case .value(let key, let form): return values(of: key, form)
    case .citedSource: return (sources.map { key($0) }, false)
    case .quote(let source): return (quotes(in: source ?? dossier.defaultSource(of: file)), true)
    case .citation: return citations
    case .rule:
      return (
        LintRule.all.map { CompletionItem(label: $0.code.id, kind: .enumeration, detail: $0.code.meaning) }, false
      )
    case .claim: return (claims, false)
    case .newId, .nothing: return ([], false)
    }
  }

  /// The text to insert: a value is quoted where YAML needs it.
  func text(of item: CompletionItem) -> String {
    let text = item.text ?? item.label
    switch cursor.quoting {
    case .double: return String(YAMLWriter.quoted(text).dropFirst().dropLast())
    case .single: return text.escaping(["'"], with: "'")
    case .block: return text
    case .none:
      if case .key = cursor.role { return text }
      if item.kind == .text { return YAMLWriter.quoted(text) }
      if item.kind == .property || item.kind == .module || item.text != nil { return text }
      return YAMLWriter.scalar(text, isInList: true)
    }
  }

  // MARK: Keys

  private var sections: [CompletionItem] {
    let sections = RecordForm.all.compactMap { form in
      form.section.map { CompletionItem(label: $0, kind: .module, detail: form.meaning, text: "\($0):") }
    }
    let others = [
      ("dossier", "The title of the dossier."), ("source", "The source of all citations of the file that name none."),
      ("accept", "Findings of rules that the dossier accepts."),
    ]
    let present = Set(dossier.parts(of: file).map(\.section))
    return (sections + others.map { CompletionItem(label: $0.0, kind: .module, detail: $0.1, text: "\($0.0): ") })
      .filter { !present.contains($0.label) }
  }

  private func keys(of form: RecordForm) -> [CompletionItem] {
    let present = Set(cursor.siblings.map(\.key)).subtracting([written])
    let names = form.keys.map(\.name)
    // A newcomer's word for a key finds the key.
    let meant = written.isEmpty ? nil : KeySynonyms.key(for: written, among: names)
    return form.keys.filter { !present.contains($0.name) }.map { key in
      var item = CompletionItem(
        label: key.name, kind: .property, detail: key.isRequired ? "required" : nil, documentation: key.meaning,
        text: isBeforeColon ? key.name : "\(key.name): ")
      if key.name == meant { item.aliases = [written] }
      return item
    }
  }

  /// Whether the key that is written has its colon.
  private var isBeforeColon: Bool {
    if case .key = cursor.role { return cursor.siblings.contains { $0.key == written } }
    return false
  }

  private func key(_ item: CompletionItem) -> CompletionItem {
    var item = item
    if !isBeforeColon { item.text = "\(item.label): " }
    return item
  }

  // MARK: Values

  private func values(of key: RecordForm.Key, _ form: RecordForm) -> (all: [CompletionItem], isFiltered: Bool) {
    switch key.type {
    case .reference(.entity), .references, .pair, .participants, .mention: return (entities(for: key, form), false)
    case .reference(.source): return (sources, false)
    case .reference(.office): return (offices, false)
    case .reference(.kind): return (kinds, false)
    case .reference(.event): return (events, false)
    case .phases: return (phases, false)
    case .wordSet: return (entities(for: key, form) + kinds + words, false)
    case .choice(let allowed): return (allowed.map { choice($0, key, form) }, false)
    case .flag: return (["true", "false"].map { CompletionItem(label: $0, kind: .value) }, false)
    case .count(let range): return (range.map { CompletionItem(label: String($0), kind: .value) }, false)
    case .date: return (DateCompletion(self).dates, true)
    case .interval, .since: return (DateCompletion(self).intervals(isState: form.name != Event.schema.form.name), true)
    default: return (key.name == "mode" ? modes : [], false)
    }
  }

  private func choice(_ word: String, _ key: RecordForm.Key, _ form: RecordForm) -> CompletionItem {
    var item = CompletionItem(label: word, kind: .enumeration)
    if form.name == Event.schema.form.name, key.name == "type", let type = EventType(rawValue: word) {
      item.detail = "tone \(type.tone.value.formatted)"
    }
    return item
  }

  private func entities(for key: RecordForm.Key, _ form: RecordForm) -> [CompletionItem] {
    graph.entities.values.sorted { $0.id < $1.id }.map { entity in
      let names = entity.names.map(\.text) + [entity.short].compactMap { $0 } + entity.codes.values.sorted()
      return CompletionItem(
        label: entity.id.text, kind: .reference, detail: "\(entity.name()), \(entity.kind.rawValue)", aliases: names)
    }
  }

  private var sources: [CompletionItem] {
    graph.sources.values.sorted { $0.id < $1.id }.map { source in
      let imprint = [source.publisher, source.published?.description].compactMap { $0 }.joined(separator: ", ")
      return CompletionItem(
        label: source.id.text, kind: .reference, detail: source.title, documentation: imprint.isEmpty ? nil : imprint,
        aliases: [source.title] + [source.publisher, source.author].compactMap { $0 })
    }
  }

  private var offices: [CompletionItem] {
    graph.offices.values.sorted { $0.id < $1.id }.map { office in
      CompletionItem(
        label: office.id.text, kind: .reference, detail: "\(office.title), \(graph.shortName(of: office.of))",
        aliases: [office.title])
    }
  }

  private var kinds: [CompletionItem] {
    graph.kinds.values.sorted { $0.id < $1.id }.map { kind in
      CompletionItem(
        label: kind.id.text, kind: .enumeration, detail: kind.sentence,
        documentation: "tone \(kind.tone.value.formatted)")
    }
  }

  private var events: [CompletionItem] {
    graph.events.values.sorted { $0.id < $1.id }.map { event in
      CompletionItem(
        label: event.id.text, kind: .reference, detail: "\(event.within): \(event.what)", aliases: [event.what])
    }
  }

  private var phases: [CompletionItem] {
    graph.relations.values.sorted { $0.id < $1.id }.flatMap(\.phases).map { phase in
      CompletionItem(label: phase.id.text, kind: .reference, detail: phase.reads, aliases: [phase.reads ?? ""])
    }
  }

  private var claims: [CompletionItem] {
    let text = SnapshotText(graph.snapshot(at: .ever))
    return graph.claims.map { id in CompletionItem(label: id, kind: .reference, detail: text.line(ofClaim: id)) }
  }

  private var words: [CompletionItem] { Filter.words(in: graph).map { CompletionItem(label: $0, kind: .enumeration) } }

  /// The modes of the dossier, those of the type of the event first.
  private var modes: [CompletionItem] {
    let type = cursor.siblings.first { $0.key == "type" }?.value
    let used = graph.events.values.compactMap { event in event.mode.map { (mode: $0, type: event.type.rawValue) } }
    let (own, others) = (Set(used.filter { $0.type == type }.map(\.mode)), Set(used.map(\.mode)))
    return (own.sorted() + others.subtracting(own).sorted()).map { CompletionItem(label: $0, kind: .value) }
  }

  // MARK: Quotes

  private func quotes(in source: Source.ID?) -> [CompletionItem] {
    let words = written
    let found =
      words.contains { !$0.isWhitespace }
      ? dossier.search.passages(completing: words, in: source) : openings(of: source)
    return found.map { passage in
      CompletionItem(
        label: passage.text.count > 90 ? passage.text.prefix(89) + "…" : passage.text, kind: .text,
        detail: source == nil ? passage.source.text : nil, documentation: passage.sentence, text: passage.text)
    }
  }

  /// The sentences of a source that nothing quotes yet.
  private func openings(of source: Source.ID?) -> [PassageSearch.Passage] {
    guard let source else { return [] }
    let quotes = graph.citations.filter { $0.citation.source == source }.compactMap(\.citation.quote).filter {
      !$0.isEmpty
    }
    let sentences = dossier.search.sentences(of: source).filter { sentence in !quotes.contains { sentence.contains($0) }
    }
    return sentences.prefix(50).map { PassageSearch.Passage(source: source, text: $0, sentence: $0) }
  }

  private var citations: (all: [CompletionItem], isFiltered: Bool) {
    // On a line of its own, a source is the key of its quotes.
    let isKey = if case .start = cursor.role { written.isEmpty } else { false }
    let ids = sources.filter { $0.rank(for: written) != nil }.map { isKey ? key($0) : $0 }
    guard let source = dossier.defaultSource(of: file) else { return (ids, true) }
    return (ids + quotes(in: source), true)
  }
}

extension Double {
  /// Without a fraction where it has none.
  var formatted: String { self == rounded() ? String(Int(self)) : String(self) }
}
