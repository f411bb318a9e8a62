extension Linker {
  /// The evidence with the citations whose sources exist, and the first date of publication.
  mutating func check<Value>(_ evidence: Evidence, in record: Located<Value>, _ path: String) -> Evidence {
    var checked = evidence
    checked.citations = []
    for (index, citation) in evidence.citations.enumerated() {
      guard let source = graph.sources[citation.source] else {
        let place = record.place(of: "\(path)/\(index)/source")
        // Citations without a source have the place of that of their file, which is reported once.
        let isDefault = place != nil && dossier.defaultSources.contains { $0.place == place }
        if !isDefault { reportUnknown(citation.source, at: place) }
        continue
      }
      checked.citations.append(citation)
      checked.citations[checked.citations.count - 1].speaker = citation.speaker.map { $0.linked(in: graph) }
      if let quote = citation.quote {
        look(up: quote, of: citation, in: source, at: record.place(of: "\(path)/\(index)/quote"))
      }
    }
    let speakers = checked.citations.filter { $0.stance == .asserts }.map(\.voice)
    // The basis is written beside the citations.
    var basis: SourceLocation? { record.place(of: path.hasSuffix("cite") ? "\(path.dropLast(4))basis" : path) }
    let isAttributed = !speakers.isEmpty && speakers.allSatisfy { $0 != nil }
    if evidence.basis == .reported && isAttributed {
      findings.append(
        Diagnostic(
          .basis,
          checked.isCounted
            ? "every citation has rows of a data set, so the claim is attributed"
            : "every citation has a speaker, so the claim is attributed", at: basis))
    } else if evidence.basis == .attributed && speakers.allSatisfy({ $0 == nil }) {
      findings.append(
        Diagnostic(.basis, "no citation has a speaker to whom the claim is attributed", at: basis))
    }
    let published = checked.citations.compactMap { graph.sources[$0.source]?.published }
    if let first = published.min(by: { $0.days.lowerBound < $1.days.lowerBound }) {
      checked.published = Interval(from: .date(first), to: .open)
    }
    return checked
  }

  /// Reports default sources that do not exist.
  mutating func checkDefaultSources() {
    for source in dossier.defaultSources where graph.sources[source.value] == nil {
      reportUnknown(source.value, at: source.place)
    }
  }

  mutating func reportUnknown(_ source: Source.ID, at place: SourceLocation?) {
    findings.append(
      Diagnostic(
        .unknownId, "unknown source '\(source)'", at: place,
        suggestion: suggestion(for: source.text, among: graph.sources.keys.lazy.map(\.text))))
  }

  private mutating func look(
    up quote: String, of citation: Citation, in source: Source, at place: @autoclosure () -> SourceLocation?
  ) {
    guard let text = source.text else {
      if source.path == nil {
        findings.append(
          Diagnostic(.quoteUnchecked, "'\(source.id)' has no text to look the quote up in", at: place()))
      }
      return
    }
    guard case .missing(let near) = quotes.outcome(of: quote, in: text, of: source.id) else {
      return checkContext(of: citation, in: text, at: place())
    }
    let notes = near.map { [Diagnostic.Note(nearestPassage: $0)] } ?? []
    findings.append(
      Diagnostic(.quoteNotFound, "quote not found in the text of '\(source.id)'", at: place(), notes: notes))
  }

  /// Reports words around a quote that the text has not there, or several times.
  private mutating func checkContext(
    of citation: Citation, in text: SourceText, at place: @autoclosure () -> SourceLocation?
  ) {
    guard citation.before != nil || citation.after != nil else { return }
    let match = text.match(citation)
    if match.fitting == 0 {
      findings.append(
        Diagnostic(
          .quoteContext, "the text of '\(citation.source)' has the quote, but not with these words before and after",
          at: place()))
    } else if match.fitting > 1, citation.at == nil {
      findings.append(
        Diagnostic(
          .quoteAmbiguous,
          "the text of '\(citation.source)' has the quote \(match.fitting) times with these words around it",
          at: place()))
    }
  }

  /// Reports each claim without a citation; an entity is also sourced by any sourced claim that names it.
  mutating func requireSources() {
    var named: Set<Entity.ID> = []
    func isSourced(_ evidence: Evidence) -> Bool { !evidence.citations.isEmpty }
    for holding in dossier.holdings {
      if isSourced(holding.value.evidence) {
        named.insert(holding.value.official)
        if let office = graph.offices[holding.value.office] { named.insert(office.of) }
      } else {
        missSource("holding '\(holding.value.id)'", at: holding.place)
      }
    }
    for relation in dossier.relations {
      for (index, phase) in relation.value.phases.enumerated() {
        if isSourced(phase.evidence) {
          named.formUnion(relation.value.parties)
        } else {
          missSource("phase '\(phase.id)'", at: relation.place(of: "phases/\(index)"))
        }
      }
    }
    for event in dossier.events {
      if isSourced(event.value.evidence) {
        named.formUnion(event.value.parties)
        if let place = event.value.place { named.insert(Entity.ID(place.text)) }
      } else {
        missSource("event '\(event.value.id)'", at: event.place)
      }
      for (index, link) in event.value.links.enumerated() where !isSourced(link.evidence) && !link.evidence.isInferred {
        missSource("link '\(link.id)'", at: event.place(of: "links/\(index)"))
      }
    }
    for entity in dossier.entities where !isSourced(entity.value.evidence) && !named.contains(entity.value.id) {
      missSource("\(entity.value.kind) '\(entity.value.id)'", at: entity.place)
    }
  }

  private mutating func missSource(_ record: String, at place: SourceLocation?) {
    findings.append(Diagnostic(.noSource, "\(record) has no source", at: place))
  }
}
