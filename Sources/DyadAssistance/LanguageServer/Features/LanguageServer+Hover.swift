internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// What a place means.
extension LanguageServer {
  func hover(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    let text = HoverText(place.dossier)
    let index = DossierIndex(place.dossier)
    if let target = index.target(at: place.byte, in: place.file) {
      let bytes =
        index.reference(at: place.byte, in: place.file)?.bytes ?? target.bytes
      return answer(text.record(target.item), bytes, place)
    }
    guard let found = place.dossier.cursor(at: place.byte, in: place.file), !found.word.isEmpty else { return .null }
    return answer(self.text(at: found.cursor, place, index, text), found.word, place)
  }

  private func text(
    at cursor: YAMLCursor, _ place: RequestPlace, _ index: DossierIndex, _ text: HoverText
  ) -> String? {
    let word = place.document.string(
      place.dossier.cursor(at: place.byte, in: place.file).map(\.word) ?? place.byte..<place.byte)
    if let reference = index.reference(at: place.byte, in: place.file), reference.item.target == .kind {
      return text.kind(word)
    }
    switch Spot(cursor) {
    case .keys(let form): return form[word].map { "**\($0.name)**: \($0.meaning)" }
    case .sections: return RecordForm.all.first { $0.section == word }.map { "**\(word)**: \($0.meaning)" }
    case .quote, .citation:
      return index.record(around: place.byte, in: place.file).flatMap { text.record($0.item) }
    case .value(let key, let form): return text.value(word, key, form)
    default: return nil
    }
  }

  private func answer(_ text: String?, _ bytes: Range<Int>, _ place: RequestPlace) -> JSONValue {
    guard let text else { return .null }
    let words = client.hasMarkdown ? text : text.replacing("**", with: "")
    return [
      "contents": ["kind": client.hasMarkdown ? "markdown" : "plaintext", "value": .string(words)],
      "range": range(bytes, in: place.document),
    ]
  }
}

/// Records as text of a hover, in Markdown.
struct HoverText {
  private let graph: KnowledgeGraph
  private let dossier: OpenDossier

  init(_ dossier: OpenDossier) { (graph, self.dossier) = (dossier.graph, dossier) }

  func record(_ record: PartIndex.Record) -> String? {
    let id = record.id
    switch record.form.name {
    case Source.schema.form.name: return source(Source.ID(id))
    case RelationKind.schema.form.name: return kind(id)
    case Relation.schema.form.name: return relation(Relation.ID(id))
    case View.schema.form.name: return graph.views[View.ID(id)].map { "view **\(id)**: \($0.title ?? "no title")" }
    case Review.schema.form.name:
      return graph.reviews[Review.ID(id)].map { "reviewed by \(Self.plain($0.by)) on \($0.date)" } ?? claim(id)
    default:
      if let entity = graph.entities[Entity.ID(id)] { return self.entity(entity) }
      return claim(id) ?? office(Office.ID(id))
    }
  }

  // MARK: Claims

  /// The claim with its fields, its quotes in context, and its history.
  private func claim(_ id: String) -> String? {
    let items = graph.reviewItems(ofClaim: id)
    guard let first = items.first else { return nil }
    var parts = [
      "**\(Self.plain(first.sentence))**",
      first.facts.map { "- \($0.name): \(Self.plain($0.words))" }.joined(separator: "\n"),
    ]
    for item in items { parts += item.quotes.flatMap { quote($0) } }
    if !first.beyond.isEmpty { parts.append(first.beyond.map { "- \(Self.plain($0))" }.joined(separator: "\n")) }
    parts += history(of: id, first.state)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func quote(_ quote: ReviewItem.Quote) -> [String] {
    let passages = quote.passages.map { passage in
      "> "
        + passage.pieces.map {
          $0.isQuoted ? "**\(Self.plain($0.text.trimmed))**\($0.text.hasSuffix(" ") ? " " : "")" : Self.plain($0.text)
        }.joined()
    }
    let details = quote.details.map(Self.plain) + [quote.problem].compactMap { $0 }
    return passages + (details.isEmpty ? [] : [details.joined(separator: "; ")])
  }

  /// What it was called, and the other phases of its relation.
  private func history(of id: String, _ state: ReviewState) -> [String] {
    var lines: [String] = []
    if case .open = state {} else { lines.append("- \(Self.plain(state.words))") }
    if let was = graph.events[Event.ID(id)]?.was { lines.append("- formerly '\(was)'") }
    var parts = lines.isEmpty ? [] : [lines.joined(separator: "\n")]
    if let relation = graph.relations.values.first(where: { $0.phases.contains { $0.id.text == id } }),
      relation.phases.count > 1
    {
      parts.append(phases(of: relation, marked: id))
    }
    let starts = graph.events.values.flatMap(\.links).filter { $0.target.text == id }.map { "- \($0.id)" }.sorted()
    if !starts.isEmpty { parts.append("linked from:\n" + starts.joined(separator: "\n")) }
    return parts
  }

  private func phases(of relation: Relation, marked id: String? = nil) -> String {
    let inOrder = relation.phases.sorted { $0.during.span.lowerBound < $1.during.span.lowerBound }
    return inOrder.map { phase in
      let words = "\(DateWords.english.words(phase.during)): \(Self.plain(phase.reads ?? relation.kind.text))"
      return "- " + (phase.id.text == id ? "**\(words)**" : words)
    }.joined(separator: "\n")
  }

  private func relation(_ id: Relation.ID) -> String? {
    guard let relation = graph.relations[id] else { return nil }
    let sentence = graph.kind(of: relation).sentence(of: relation) { graph.shortName(of: $0) }
    let was = relation.was.map { "\n\nformerly '\($0)'" } ?? ""
    return "**\(Self.plain(sentence))**\n\n\(phases(of: relation))\(was)"
  }

  // MARK: Register

  private func entity(_ entity: Entity) -> String {
    var lines = ["**\(Self.plain(entity.name()))**, \(entity.kind.rawValue)" + (entity.type.map { ", \($0)" } ?? "")]
    if let home = entity.home {
      lines.append("\(entity.kind == .official ? "serves" : "belongs to") \(Self.plain(graph.shortName(of: home)))")
    }
    let names = (entity.names.dropFirst().map(\.text) + [entity.short].compactMap { $0 }).map(Self.plain)
    if !names.isEmpty { lines.append("also \(names.joined(separator: "; "))") }
    let held = graph.holdings.values.filter { $0.official == entity.id }.sorted {
      $0.during.span.lowerBound < $1.during.span.lowerBound
    }
    let offices = held.map { holding in
      "- \(Self.plain(graph.offices[holding.office]?.title ?? holding.office.text)): \(DateWords.english.words(holding.during))"
    }
    if !offices.isEmpty { lines.append(offices.joined(separator: "\n")) }
    if let was = entity.was { lines.append("formerly '\(was)'") }
    if let claim = claim(entity.id.text) { lines.append(claim) }
    return lines.joined(separator: "\n\n")
  }

  private func office(_ id: Office.ID) -> String? {
    guard let office = graph.offices[id] else { return nil }
    let holders = graph.holdings.values.filter { $0.office == id }.sorted {
      $0.during.span.lowerBound < $1.during.span.lowerBound
    }
    let lines = holders.map {
      "- \(Self.plain(graph.shortName(of: $0.official))): \(DateWords.english.words($0.during))"
    }
    return "**\(Self.plain(office.title))**, office of \(Self.plain(graph.shortName(of: office.of)))\n\n"
      + lines.joined(separator: "\n")
  }

  private func source(_ id: Source.ID) -> String? {
    guard let source = graph.sources[id] else { return nil }
    let imprint = [source.author, source.publisher, source.published.map { DateWords.english.words($0) }]
    var lines = ["**\(Self.plain(source.title))**", imprint.compactMap { $0 }.map(Self.plain).joined(separator: ", ")]
    let quotes = graph.citations.filter { $0.citation.source == id }
    lines.append("\(quotes.count) \(quotes.count == 1 ? "citation" : "citations")")
    if let coverage = Coverage(of: id, in: graph) {
      lines.append("\(Int((coverage.share * 100).rounded())) % of its text is quoted")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func kind(_ id: String) -> String? {
    guard let kind = graph.kinds[RelationKind.ID(id)] else { return nil }
    return "**\(id)**: \(Self.plain(kind.sentence)), tone \(kind.tone.value.formatted)"
  }

  /// The meaning of a value: an interval in words, the tone of a type, or the meaning of its key.
  func value(_ word: String, _ key: RecordForm.Key, _ form: RecordForm) -> String? {
    switch key.type {
    case .date, .interval, .since:
      guard let interval = Interval(word) else { return nil }
      return form.name == Event.schema.form.name
        ? DateWords.english.happened(interval) : DateWords.english.words(interval)
    case .reference(.kind): return kind(word)
    case .choice:
      guard let type = EventType(rawValue: word) else { return key.meaning }
      return "**\(word)**, tone \(type.tone.value.formatted)"
    default: return key.meaning
    }
  }

  /// Text without the signs of Markdown.
  private static func plain(_ text: String) -> String {
    text.escaping(["\\", "`", "*", "_", "[", "]", "<", ">", "#"], with: "\\")
  }
}

extension String {
  var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
