public import DyadCore

/// What holds at a moment, as plain text with sources.
///
///     let text = SnapshotText(graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)))
///     print(text.dyad("pakistan", "afghanistan"))
public struct SnapshotText {
  private let snapshot: Snapshot
  private var graph: KnowledgeGraph { snapshot.graph }
  private var dates: DateWords { DateWords(.english, at: snapshot.moment) }

  /// The text of a snapshot.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The whole dossier: its title, its size, its entities by kind, its views.
  public var dossier: String {
    var lines = [graph.title ?? "A dossier without a title", "", graph.summary, ""]
    for kind in Entity.Kind.allCases {
      let some = graph.entities.values.filter { $0.kind == kind }.sorted { $0.id < $1.id }
      if !some.isEmpty { lines.append("\(kind): " + some.map { "\($0.shortName) (\($0.id))" }.joined(separator: ", ")) }
    }
    if !graph.views.isEmpty { lines.append("views: " + graph.views.keys.sorted().map(\.text).joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }

  /// An entity: its name, whom it serves, its offices, ties and events.
  public func entity(_ id: Entity.ID) -> String {
    guard let entity = graph.entities[id] else { return "There is no '\(id)'." }
    var lines = ["\(entity.name(at: snapshot.moment)), \(entity.kind) (\(id))", asOf]
    if snapshot.entity(id) == nil { lines.append("Not there at this date.") }
    if let home = entity.home {
      lines.append("\(entity.kind == .official ? "serves" : "belongs to") \(graph.shortName(of: home))")
    }
    let codes = entity.codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if !codes.isEmpty { lines.append(codes.joined(separator: ", ")) }
    for tie in snapshot.ties where tie.kind.isAffiliation && tie.relation.dyad.contains(id) {
      for phase in tie.phases {
        let words = tie.kind.sentence(of: tie.relation) { graph.shortName(of: $0, at: snapshot.moment) }
        lines += ["", "\(words): \(dates.words(phase.item.during))\(mark(phase.certainty))"]
        lines += citations(phase.item.evidence)
      }
    }
    for holding in snapshot.holdings(of: id) {
      guard let office = graph.offices[holding.item.office] else { continue }
      lines.append("")
      lines.append(
        "\(office.title), \(graph.shortName(of: office.of)): \(dates.words(holding.item.during))\(mark(holding.certainty))"
      )
      lines += citations(holding.item.evidence)
    }
    let content = Content(
      GraphDiff(snapshot), of: View(.around(id, hops: 1)), options: .text)
    return (lines + strands(content) + sources(content)).joined(separator: "\n")
  }

  /// A dyad: the phase that holds, the strands between the two, the third parties.
  public func dyad(_ one: Entity.ID, _ other: Entity.ID) -> String {
    let content = Content(
      GraphDiff(snapshot), of: View(.between(one, other)), options: .text)
    let lines = [content.title, asOf]
    return (lines + strands(content) + content.counted.map { "\n\($0)" } + content.omissions + sources(content)).joined(
      separator: "\n")
  }

  /// A phase, an event or another single claim, with its quotes; `nil` where the id names none.
  public func claim(_ id: String) -> String? {
    if let event = graph.events[Event.ID(id)] {
      let parties = { (ids: [Entity.ID], others: [DescribedParticipant]) in
        (ids.map { graph.shortName(of: $0) } + others.map(\.description)).joined(separator: ", ")
      }
      let (actors, recipients) = (
        parties(event.actors, event.describedActors), parties(event.recipients, event.describedRecipients)
      )
      var lines = [
        "\(DateWords.english.happened(event.within)): \(event.what)",
        "\(event.type.rawValue)\(event.mode.map { " (\($0))" } ?? ""), tone \(event.tone.value)",
      ]
      if !actors.isEmpty { lines.append("by \(actors)") }
      if !recipients.isEmpty { lines.append("towards \(recipients)") }
      if let place = event.place { lines.append("at \(graph.name(of: place))") }
      lines += event.links.map { link in
        let basis = link.evidence.isInferred ? " (inferred)" : ""
        return link.kind.words(graph.events[link.target]?.what ?? link.target.text) + basis
      }
      lines += event.numbers.map(\.description) + (event.note.map { ["note: \($0)"] } ?? []) + citations(event.evidence)
      return lines.joined(separator: "\n")
    }
    if let relation = graph.relations[Relation.ID(id)] {
      let kind = graph.kind(of: relation)
      var lines = [kind.sentence(of: relation) { graph.shortName(of: $0) }]
      for phase in relation.phases {
        let tone = (phase.tone ?? kind.tone).value
        lines.append("")
        lines.append(
          "\(DateWords.english.words(phase.during)): \(phase.reads ?? kind.id.text), tone \(tone)\(mark(phase.holds(at: snapshot.moment), always: true))"
        )
        lines += (phase.note.map { ["  note: \($0)"] } ?? []) + citations(phase.evidence)
      }
      return lines.joined(separator: "\n")
    }
    if let source = graph.sources[Source.ID(id)] {
      let imprint = [source.author, source.publisher, source.published.map(DateWords.english.words), source.url]
        .compactMap {
          $0
        }
      return ([source.title] + (imprint.isEmpty ? [] : [imprint.joined(separator: ", ")])).joined(separator: "\n")
    }
    return part(id)
  }

  /// A phase, an office held or a link between events, which are parts of other records.
  private func part(_ id: String) -> String? {
    func text(_ line: String, note: String?, _ evidence: Evidence) -> String {
      ([line] + (note.map { ["note: \($0)"] } ?? []) + citations(evidence)).joined(separator: "\n")
    }
    let words = ClaimText(graph)
    if let holding = graph.holdings[Holding.ID(id)] {
      return text(words.words(holding), note: holding.note, holding.evidence)
    }
    for relation in graph.relations.values {
      guard let phase = relation.phases.first(where: { $0.id.text == id }) else { continue }
      let line = "\(words.words(relation, phase)), \(DateWords.english.words(phase.during))"
      return text(line, note: phase.note, phase.evidence)
    }
    for event in graph.events.values {
      guard let link = event.links.first(where: { $0.id.text == id }) else { continue }
      let target = graph.events[link.target]?.what ?? link.target.text
      return text("\(event.what) – \(link.kind.words(target))", note: link.note, link.evidence)
    }
    return nil
  }

  /// An event, a phase, an entity or a holding in one line; `nil` where the id names none.
  public func line(ofClaim id: String) -> String? {
    let words = ClaimText(graph)
    if let event = graph.events[Event.ID(id)] { return "\(DateWords.english.happened(event.within)), \(event.what)" }
    if let entity = graph.entities[Entity.ID(id)] { return entity.name() }
    if let holding = graph.holdings[Holding.ID(id)] { return words.words(holding) }
    for relation in graph.relations.values {
      guard let phase = relation.phases.first(where: { $0.id.text == id }) else { continue }
      return "\(words.words(relation, phase)), \(DateWords.english.words(phase.during))"
    }
    return nil
  }

  // MARK: Parts

  private var asOf: String {
    let isEver = snapshot.moment.days == Moment.ever.days
    return (isEver ? "all dates" : "as of \(DateWords.english.words(snapshot.moment.days))")
      + (snapshot.moment.known.map { ", known by \(DateWords.english.words($0))" } ?? "")
  }

  private func strands(_ content: Content) -> [String] {
    content.cards.flatMap { card in
      [""] + (card.absence.map { [$0] } ?? []) + card.rows.flatMap(row)
    }
  }

  private func row(_ row: Row) -> [String] {
    let inferred = row.isInferred ? ", \(Lexicon.english.phrase(.inferred))" : ""
    let draft = row.isDraft ? ", \(Lexicon.english.phrase(.draft))" : ""
    let says = inferred + draft + (row.speakers.isEmpty ? "" : " – \(row.speakers.joined(separator: ", "))")
    let denial = row.denial.map { " ≠ \($0)" } ?? ""
    let confidence = row.confidence.map { ", \($0.words)" } ?? ""
    let numbers = row.isUnsourced ? " (no source)" : " " + row.sources.map { "[\($0)]" }.joined()
    return ["\(sign(row.tone)) \(row.when): \(row.what)\(says)\(denial)\(confidence)\(numbers)"]
      + row.quotes.map { "    “\($0)”" }
  }

  private func sign(_ tone: Tone) -> String {
    switch tone.sign {
    case .conflict: "-"
    case .neutral: "·"
    case .cooperation: "+"
    }
  }

  private func citations(_ evidence: Evidence) -> [String] {
    let own =
      (evidence.isInferred ? ["  inferred by the coder"] : []) + (evidence.confidence.map { ["  \($0.words)"] } ?? [])
    guard !evidence.citations.isEmpty else { return own + ["  no source"] }
    return own
      + evidence.citations.map { citation in
        let who = citation.speaker.map { "\(graph.name(of: $0)), in " } ?? ""
        let verb = citation.stance == .denies ? "denied: " : ""
        let confidence = citation.confidence.map { " (\($0.words))" } ?? ""
        let rows = citation.rowList.map { ", \($0)" } ?? ""
        return "  \(verb)\(who)\(citation.source)\(confidence)\(rows)" + (citation.quote.map { ": “\($0)”" } ?? "")
      }
  }

  private func mark(_ certainty: Certainty, always: Bool = false) -> String {
    switch certainty {
    case .possibly: " (possibly at this date)"
    case .no: always ? " (not at this date)" : ""
    case .yes: always ? " (at this date)" : ""
    }
  }

  private func sources(_ content: Content) -> [String] {
    content.notes.sources.isEmpty ? [] : [""] + content.notes.sources.indices.map { content.notes.line($0 + 1) }
  }
}
