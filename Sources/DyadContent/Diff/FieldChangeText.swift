internal import DyadCore

/// Changes of fields as remarks beside a line that shows the record as it is now.
struct FieldChangeText {
  let words: ClaimText
  let notes: Footnotes

  static let nowCertain = "now certain"

  /// "was: Apr 2025", "now certain", "place: Kabul → Herat"
  func words(_ change: FieldChange) -> String {
    switch change.name {
    case "certainty": change.after == nil ? FieldChangeText.nowCertain : "now only possible"
    case "cite": evidence(change)
    case "links": links(change)
    case "key": change.after == nil ? "no longer a key event" : "now a key event"
    case "unnamed": change.after == nil ? "now named by a source" : "now without a name in the sources"
    case "note", "names": change.before == nil ? "\(change.name) added" : "\(change.name) changed"
    case "on", "during", "what", "name", "called", "title", "published":
      change.before.map { "was: \(words($0, isEvent: change.name == "on"))" } ?? "before without \(label(change.name))"
    default: "\(label(change.name)): \(pair(change))"
    }
  }

  private func label(_ name: String) -> String {
    switch name {
    case "on", "during", "published": "date"
    case "short": "short name"
    case "by": "mediator"
    default: name
    }
  }

  /// "before → after"; by ids where both have the same name.
  private func pair(_ change: FieldChange) -> String {
    let (before, after) = (words(change.before), words(change.after))
    guard before == after else { return "\(before) → \(after)" }
    return "\(change.before?.description ?? before) → \(change.after?.description ?? after)"
  }

  private func words(_ value: Field.Value?, isEvent: Bool = false) -> String {
    switch value {
    case nil: "none"
    case .interval(let interval):
      isEvent ? DateWords.english.happened(interval) : DateWords.english.words(interval)
    case .date(let date): DateWords.english.words(date)
    case .party(let party): words.name(party)
    case .parties(let parties): words.names(parties)
    case .words(let text): text
    case .rows(let rows) where rows.contains { $0.contains { $0.name == "described" } }: participants(rows)
    case .number, .flag, .list, .amounts, .mapping, .rows: value?.description ?? ""
    }
  }

  /// "Arvane, over 70 militants"
  private func participants(_ rows: [[Field]]) -> String {
    rows.map { row in
      if case .party(let id)? = row.first?.value { return words.name(id) }
      return DescribedParticipant(row)?.description ?? ""
    }.joined(separator: ", ")
  }

  /// "linked: led to “Talks open”; no longer linked: part of “The siege”"
  private func links(_ change: FieldChange) -> String {
    let (before, after) = (links(change.before), links(change.after))
    let added = after.filter { link in !before.contains { $0.id == link.id } }
    let removed = before.filter { link in !after.contains { $0.id == link.id } }
    let changed = after.filter { link in before.contains { $0.id == link.id && $0 != link } }
    let parts = [("linked", added), ("no longer linked", removed), ("evidence of the link changed", changed)].compactMap
    {
      title, links in
      links.isEmpty ? nil : "\(title): \(links.map(words.words).joined(separator: ", "))"
    }
    return parts.isEmpty ? "order of links changed" : parts.joined(separator: "; ")
  }

  private func links(_ value: Field.Value?) -> [EventLink] {
    guard case .rows(let rows)? = value else { return [] }
    return rows.map { row in
      let link = EventLink.schema.record("", row)
      // The event of the link is that of the change; it does not matter here.
      return EventLink(link.kind, link.target, of: "", evidence: link.evidence, note: link.note)
    }
  }

  private func evidence(_ change: FieldChange) -> String {
    let (before, after) = (numbers(change.before), numbers(change.after))
    return before == after ? "evidence changed" : "sources: \(before) → \(after)"
  }

  private func numbers(_ citations: Field.Value?) -> String {
    guard case .rows(let rows)? = citations else { return "none" }
    let sources = rows.compactMap { row in
      row.first { $0.name == "source" }.map { Citation(of: Source.ID($0.value.description)) }
    }
    return notes.numbers(of: Evidence(sources)).map { "[\($0)]" }.joined()
  }
}
