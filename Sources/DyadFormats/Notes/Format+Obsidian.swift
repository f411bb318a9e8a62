internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A folder of Markdown notes with links, for Obsidian and similar tools.
  static let obsidian = Format(
    "obsidian", "Notes (Obsidian)", suffixes: ["vault"],
    omits: [
      .sourceTexts, .counts, .views, .reviews, .kinds, .formerIds, .knownDates, .confidence, .contexts, .citedRows,
      .datedNames,
    ],
    writer: .folder { graph, folder in NoteWriter(graph).write(to: folder) })
}

/// Writes one note for each entity, office, event and source, with flat front matter, which every tool can read.
struct NoteWriter {
  let graph: KnowledgeGraph
  private var names = NoteNames()
  private let ties: [Entity.ID: [Relation]]
  private let events: [Entity.ID: [Event]]
  /// The links to each event, with the events that have them.
  let linked: [Event.ID: [(event: Event, link: EventLink)]]
  private let holdings: [Entity.ID: [Holding]]
  private let holders: [Office.ID: [Holding]]

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    var ties: [Entity.ID: [Relation]] = [:]
    for relation in graph.relationsInOrder {
      for party in relation.parties { ties[party, default: []].append(relation) }
    }
    var events: [Entity.ID: [Event]] = [:]
    var linked: [Event.ID: [(event: Event, link: EventLink)]] = [:]
    for event in graph.eventsInOrder.sorted(by: { $0.within.span.lowerBound < $1.within.span.lowerBound }) {
      for party in event.parties { events[party, default: []].append(event) }
      for party in event.affects where !event.parties.contains(party) { events[party, default: []].append(event) }
      for link in event.links { linked[link.target, default: []].append((event, link)) }
    }
    (self.ties, self.events, self.linked) = (ties, events, linked)
    holdings = Dictionary(grouping: graph.holdingsInOrder, by: \.official)
    holders = Dictionary(grouping: graph.holdingsInOrder, by: \.office)
    for entity in graph.entitiesInOrder { names.add(entity.id.text, called: entity.names[0].text) }
    for office in graph.officesInOrder { names.add(office.id.text, called: office.title) }
    for event in graph.eventsInOrder { names.add(event.id.text, called: event.what) }
    for source in graph.sourcesInOrder { names.add("source " + source.id.text, called: source.title) }
  }

  private static func folder(of kind: Entity.Kind) -> String {
    switch kind {
    case .state: "States"
    case .group: "Groups"
    case .organization: "Organizations"
    case .official: "Officials"
    case .place: "Places"
    }
  }

  func write(to folder: FolderSink) {
    folder.file("index.md") { index($0) }
    for entity in graph.entitiesInOrder {
      folder.file("\(NoteWriter.folder(of: entity.kind))/\(names[entity.id.text]).md") { note(of: entity, to: $0) }
    }
    for office in graph.officesInOrder {
      folder.file("Offices/\(names[office.id.text]).md") { note(of: office, to: $0) }
    }
    for event in graph.eventsInOrder { folder.file("Events/\(names[event.id.text]).md") { note(of: event, to: $0) } }
    for source in graph.sourcesInOrder {
      folder.file("Sources/\(names["source " + source.id.text]).md") { note(of: source, to: $0) }
    }
  }

  // MARK: Notes

  private func index(_ sink: ByteSink) {
    sink.write("# \(NoteWriter.escaped(graph.title ?? "Dossier"))\n")
    for kind in Entity.Kind.allCases {
      let entities = graph.entitiesInOrder.filter { $0.kind == kind }
      guard !entities.isEmpty else { continue }
      sink.write("\n## \(NoteWriter.folder(of: kind))\n\n")
      for entity in entities { sink.write("- \(link(entity.id.text))\n") }
    }
    if !graph.events.isEmpty { sink.write("\n## Events\n\n") }
    for event in graph.eventsInOrder.sorted(by: { $0.within.span.lowerBound < $1.within.span.lowerBound }) {
      sink.write("- \(NoteWriter.escaped(event.within.description)) \(link(event.id.text))\n")
    }
    if !graph.sources.isEmpty { sink.write("\n## Sources\n\n") }
    for source in graph.sourcesInOrder { sink.write("- \(link("source " + source.id.text))\n") }
  }

  private func note(of entity: Entity, to sink: ByteSink) {
    var front = FrontMatter(id: entity.id.text, kind: entity.kind.rawValue)
    var seen: Set<String> = []
    let others = [entity.short].compactMap { $0 } + entity.names.dropFirst().map(\.text)
    front.add("aliases", others.filter { seen.insert($0).inserted })
    front.add("type", entity.type)
    if entity.isUnnamed { front.add("unnamed", true) }
    front.add(entity.during)
    front.add("basis", entity.evidence.basis?.rawValue)
    if let home = entity.home { front.add("belongs_to", [link(home.text)]) }
    for (register, code) in entity.codes.sorted(by: { $0.key < $1.key }) {
      front.add("code_\(ForeignIds.slug(register))", code)
    }
    let relations = ties[entity.id] ?? []
    for (kind, some) in Dictionary(grouping: relations, by: \.kind).sorted(by: { $0.key < $1.key }) {
      let others = Set(some.flatMap(\.parties).filter { $0 != entity.id }.map { names[$0.text] }).sorted()
      front.add("tie_\(kind.text.replacing("-", with: "_").replacing(".", with: "_"))", others.map { "[[\($0)]]" })
    }
    front.write(to: sink)
    sink.write("# \(NoteWriter.escaped(entity.names[0].text))\n")
    if let note = entity.note { sink.write("\n\(NoteWriter.escaped(note))\n") }
    var quotes = [("", entity.evidence)]
    if !relations.isEmpty {
      sink.write("\n## Relations\n\n| relation | with | when | reads | tone | |\n|---|---|---|---|---|---|\n")
      for relation in relations {
        let kind = graph.kind(of: relation)
        let others = relation.parties.filter { $0 != entity.id }.map { link($0.text) }
        for phase in relation.phases {
          let block = NoteWriter.block(phase.id.text)
          let sentence = kind.sentence(of: relation) { graph.entities[$0]?.shortName ?? "" }
          let cells = [
            NoteWriter.escaped(sentence), others.joined(separator: ", "), NoteWriter.escaped(phase.during.description),
            NoteWriter.escaped(phase.reads ?? ""), JSONWriter.text(of: (phase.tone ?? kind.tone).value),
            cited(phase.evidence, block, inTable: true),
          ]
          sink.write("| \(cells.joined(separator: " | ")) |\n")
          quotes.append((block, phase.evidence))
        }
      }
    }
    held(holdings[entity.id] ?? [], "Offices", "office", \.office.text, to: sink, &quotes)
    list("Events", events[entity.id] ?? [], to: sink)
    write(quotes, to: sink)
  }

  private func note(of office: Office, to sink: ByteSink) {
    var front = FrontMatter(id: office.id.text, kind: "office")
    front.add(office.during)
    front.add("basis", office.evidence.basis?.rawValue)
    front.add("belongs_to", [link(office.of.text)])
    front.write(to: sink)
    sink.write("# \(NoteWriter.escaped(office.title))\n\nAn office of \(link(office.of.text)).\n")
    if let note = office.note { sink.write("\n\(NoteWriter.escaped(note))\n") }
    var quotes = [("", office.evidence)]
    held(holders[office.id] ?? [], "Held by", "official", \.official.text, to: sink, &quotes)
    write(quotes, to: sink)
  }

  private func note(of event: Event, to sink: ByteSink) {
    var front = FrontMatter(id: event.id.text, kind: "event")
    front.add("type", event.type.rawValue)
    front.add("mode", event.mode)
    front.add(event.within)
    if event.isKey { front.add("key", true) }
    front.add("actors", event.actors.map { link($0.text) })
    front.add("recipients", event.recipients.map { link($0.text) })
    front.add("affects", event.affects.map { link($0.text) })
    for (kind, links) in Dictionary(grouping: event.links, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue })
    {
      front.add(kind.rawValue.replacing("-", with: "_"), links.map { link($0.target.text) })
    }
    front.add("tone", event.tone.value)
    if let effect = event.effect { front.add("effect", effect.value) }
    front.add("basis", event.evidence.basis?.rawValue)
    front.write(to: sink)
    sink.write("# \(NoteWriter.escaped(event.what))\n\n")
    sink.write("- When: \(NoteWriter.escaped(event.within.description))\n- Type: \(event.type.rawValue)\n")
    parties("By", event.actors, event.describedActors, to: sink)
    parties("To", event.recipients, event.describedRecipients, to: sink)
    parties("Affects", event.affects, [], to: sink)
    if let place = event.place {
      sink.write("- Where: \(place.entity.map { link($0.text) } ?? NoteWriter.escaped(place.text))\n")
    }
    for number in event.numbers { sink.write("- \(NoteWriter.escaped(number.description))\n") }
    if let note = event.note { sink.write("\n\(NoteWriter.escaped(note))\n") }
    write([("", event.evidence)] + links(of: event, to: sink), to: sink)
  }

  private func note(of source: Source, to sink: ByteSink) {
    var front = FrontMatter(id: source.id.text, kind: "source")
    front.add("publisher", source.publisher)
    front.add("author", source.author)
    front.add("published", source.published?.description)
    front.add("url", source.url)
    front.add("language", source.language)
    front.write(to: sink)
    sink.write("# \(NoteWriter.escaped(source.title))\n")
    if let note = source.note { sink.write("\n\(NoteWriter.escaped(note))\n") }
  }

  // MARK: Parts

  private func held(
    _ holdings: [Holding], _ title: String, _ column: String, _ other: (Holding) -> String, to sink: ByteSink,
    _ quotes: inout [(String, Evidence)]
  ) {
    guard !holdings.isEmpty else { return }
    sink.write("\n## \(title)\n\n| \(column) | when | |\n|---|---|---|\n")
    for holding in holdings {
      let block = NoteWriter.block(holding.id.text)
      let cells = [
        link(other(holding)), NoteWriter.escaped(holding.during.description),
        cited(holding.evidence, block, inTable: true),
      ]
      sink.write("| \(cells.joined(separator: " | ")) |\n")
      quotes.append((block, holding.evidence))
    }
  }

  private func list(_ title: String, _ events: [Event], to sink: ByteSink) {
    guard !events.isEmpty else { return }
    sink.write("\n## \(title)\n\n")
    for event in events { sink.write("- \(NoteWriter.escaped(event.within.description)) \(link(event.id.text))\n") }
  }

  /// The quotes of each claim, under its block.
  private func write(_ quotes: [(block: String, evidence: Evidence)], to sink: ByteSink) {
    guard quotes.contains(where: { !$0.evidence.citations.isEmpty }) else { return }
    sink.write("\n## Sources\n")
    for (block, evidence) in quotes where !evidence.citations.isEmpty {
      sink.write("\n")
      for (index, citation) in evidence.citations.enumerated() {
        if index > 0 { sink.write(">\n") }
        if let quote = citation.quote { sink.write("> \(NoteWriter.escaped(quote))\n>\n") }
        let speaker = citation.speaker.map { ", \(NoteWriter.escaped(graph.name(of: $0))) speaking" } ?? ""
        let denial = citation.stance == .denies ? " (denies it)" : ""
        let note = citation.note.map { " — \(NoteWriter.escaped($0))" } ?? ""
        sink.write("> — \(link("source " + citation.source.text))\(speaker)\(denial)\(note)\n")
      }
      if !block.isEmpty { sink.write("\n^\(block)\n") }
    }
  }

  func link(_ id: String) -> String { "[[\(names[id])]]" }

  /// A name for a block: letters, digits and hyphens.
  static func block(_ id: String) -> String {
    var block = "c-"
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: block.unicodeScalars.append(Unicode.Scalar(byte))
      default: block += "-" + String(byte, radix: 16)
      }
    }
    return block
  }

  /// The text with the special characters of Markdown escaped, for tables too.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "~", "=", "$", "^", "%",
        ":", "@":
        // A full stop or a hyphen is escaped only where it could begin a list.
        let isMark = !".-:@+=".unicodeScalars.contains(scalar) || escaped.isEmpty
        escaped += isMark ? "\\\(scalar)" : "\(scalar)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
