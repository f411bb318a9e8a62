import DyadCore

/// Tells phases and events as rows.
struct RowWriter {
  let snapshot: Snapshot
  let notes: Footnotes

  /// A phase with the sentence of its kind: "TTP operates from Afghanistan: unhindered".
  func row(_ phase: Held<Phase>, of tie: Tie) -> Row {
    row(
      phase.item.id.text, tie.tone(of: phase.item), when: DateWords.words(phase.item.during),
      what: sentence(tie, reads: phase.item.reads), phase.item.evidence, phase.certainty)
  }

  func row(_ event: Held<Event>) -> Row {
    row(
      event.item.id.text, event.item.tone, when: DateWords.happened(event.item.within), what: line(event.item),
      event.item.evidence, event.certainty)
  }

  /// "visits ×4, last 19 Apr 2025": several events of one kind.
  func rollUp(_ events: [Held<Event>]) -> Row {
    let latest = events[0].item
    let plural = EventWords.plural(latest.type, mode: latest.mode)
    let sources = Evidence(events.flatMap(\.item.evidence.citations))
    var row = row(
      latest.id.text, latest.tone, when: DateWords.happened(latest.within),
      what: "\(plural) ×\(events.count), the last of them: \(line(latest))", sources,
      events.map(\.certainty).min() ?? .yes)
    row.isUnsourced = events.allSatisfy(\.item.evidence.citations.isEmpty)
    return row
  }

  func sentence(_ tie: Tie, reads: String?) -> String {
    let names = [tie.relation.from, tie.relation.to].map { snapshot.graph.shortName(of: $0, at: snapshot.moment) }
    let words = [tie.kind.sentence(from: names[0], to: names[1]), reads].compactMap { $0 }.joined(separator: ": ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What happened, with the numbers and the place that the line leaves out.
  private func line(_ event: Event) -> String {
    let missing = event.numbers.filter { !event.what.contains($0.amount) }.map(\.description)
    let place = event.place.map { snapshot.graph.entities[Entity.ID($0)]?.shortName ?? $0 }
    let where_ = place.flatMap { event.what.contains($0) ? nil : $0 }
    let extra = missing + (where_.map { [$0] } ?? [])
    return event.what + (extra.isEmpty ? "" : " (\(extra.joined(separator: "; ")))")
  }

  private func row(
    _ id: String, _ tone: Tone, when: String, what: String, _ evidence: Evidence, _ certainty: Certainty
  ) -> Row {
    let deniers = evidence.citations.filter { $0.stance == .denies }
    let denial: String? =
      deniers.isEmpty
      ? nil
      : "denied by "
        + unique(deniers.map { $0.speaker.map(snapshot.graph.name(ofSpeaker:)) ?? "the source" }).joined(
          separator: ", ")
    return Row(
      id: id, tone: tone, when: certainty == .possibly ? "\(when)?" : when, what: what,
      speakers: evidence.speakers.map(snapshot.graph.name(ofSpeaker:)), denial: denial,
      sources: notes.numbers(of: evidence), isPossible: certainty == .possibly,
      isUnsourced: evidence.standing == .unsourced, quotes: evidence.citations.compactMap(\.quote))
  }
}

/// What several events of one kind are called together.
enum EventWords {
  static func plural(_ type: EventType, mode: String?) -> String {
    if let mode, let word = modes[mode] { return word }
    return types[type]!
  }

  private static let modes = [
    "visit": "Visits", "phone": "Calls", "multilateral": "Meetings", "ceasefire": "Ceasefires", "arrest": "Arrests",
    "deport": "Deportations", "demo": "Demonstrations", "release": "Releases", "withdraw": "Withdrawals",
    "convict": "Convictions", "expel": "Expulsions", "airstrike": "Air strikes", "bombing": "Bombings",
  ]

  private static let types: [EventType: String] = [
    .agree: "Agreements", .consult: "Consultations", .support: "Acts of support", .concede: "Concessions",
    .cooperate: "Acts of cooperation", .aid: "Deliveries of aid", .retreat: "Retreats", .request: "Requests",
    .accuse: "Accusations", .reject: "Rejections", .threaten: "Threats", .protest: "Protests",
    .sanction: "Sanctions", .mobilize: "Mobilizations", .coerce: "Acts of coercion", .assault: "Assaults",
  ]
}

func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
