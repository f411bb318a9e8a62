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
    case .number, .flag, .list, .amounts, .mapping, .rows: value?.description ?? ""
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
