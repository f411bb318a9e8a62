import DyadCore

/// Writes phases and events as rows.
struct RowWriter {
  let snapshot: Snapshot
  let notes: Footnotes
  let lexicon: Lexicon
  /// The marks, in a picture of a diff.
  let marks: Marks?
  /// The measure by which rows are selected.
  let scale: SalienceScale
  /// Whether the rows are below a heading that names both parties.
  var isTitled = false
  /// Whether dates are as short as a card needs them.
  var hasShortDates = false

  private let dates: DateWords

  /// - Parameter scale: that of the snapshot, where it is known.
  init(
    snapshot: Snapshot, notes: Footnotes, lexicon: Lexicon, marks: Marks? = nil, scale: SalienceScale? = nil,
    isTitled: Bool = false, hasShortDates: Bool = false
  ) {
    (self.snapshot, self.notes, self.lexicon, self.marks, self.isTitled) = (snapshot, notes, lexicon, marks, isTitled)
    self.hasShortDates = hasShortDates
    self.scale = scale ?? SalienceScale(snapshot, marks: marks)
    dates = DateWords(lexicon, at: snapshot.moment)
  }

  /// A phase with the sentence of its kind: "TTP operates from Afghanistan: unhindered".
  func row(_ phase: Held<Phase>, of tie: Tie) -> Row {
    var row = row(
      phase.item.id.text, tie.tone(of: phase.item),
      when: hasShortDates ? dates.shortly(phase.item.during, phase.certainty) : dates.words(phase.item.during),
      what: sentence(tie, reads: phase.item.reads), phase.item.evidence, phase.certainty)
    row.reads = phase.item.reads
    return row
  }

  /// Whether the diff adds, removes or changes it.
  func isChanged(_ id: String) -> Bool { marks.map { $0.mark(id) != .kept } ?? false }

  /// - Parameter effect: its tone between the parties of the card, if it is not its own.
  func row(_ event: Held<Event>, effect: Tone? = nil) -> Row {
    var row = row(
      event.item.id.text, effect ?? event.item.tone, when: happened(event.item), what: line(event.item),
      event.item.evidence, event.certainty)
    if let effect, effect != event.item.tone { row.act = event.item.tone }
    row.links = event.item.links.compactMap { link in
      snapshot.events.first { $0.id == link.target }.map { words(for: link, $0.item.what) }
    }
    return row
  }

  private func happened(_ event: Event) -> String {
    hasShortDates ? dates.happenedShortly(event.within) : dates.happened(event.within)
  }

  /// "led to: 19 Apr 2025": a link to a row with a date of its own; `nil` where the date would not find the row.
  func reference(_ link: EventLink, to event: Event) -> String? {
    guard let start = event.within.startDate, event.within.endDate != nil,
      event.within.span.count <= 31 || event.within == Interval(start)
    else { return nil }
    return words(for: link, happened(event))
  }

  /// "led to: 19 Apr 2025", "inferred: part of: 19 Apr 2025".
  private func words(for link: EventLink, _ target: String) -> String {
    let words = lexicon.phrase(link.kind.phrase, target)
    let basis = link.evidence.isInferred ? Phrase.inferred : link.evidence.isDraft ? .draft : nil
    return basis.map { lexicon.phrase(.labelled, lexicon.phrase($0), words) } ?? words
  }

  /// "visits ×4, last 19 Apr 2025": several events of one kind.
  func rollUp(_ events: [Held<Event>], tone: Tone? = nil) -> Row {
    let latest = events[0].item
    let plural = lexicon.plural(latest.type, mode: latest.mode)
    let sources = Evidence(events.flatMap { $0.item.evidence.citations })
    var row = row(
      latest.id.text, tone ?? latest.tone, when: happened(latest),
      what: lexicon.phrase(.severally, plural, lexicon.number(events.count), line(latest)), sources,
      events.map(\.certainty).min() ?? .yes)
    if let tone, tone != latest.tone { row.act = latest.tone }
    row.claims = events.map(\.id.text)
    row.confidence = events.compactMap { $0.item.evidence.overallConfidence }.min()
    row.isUnsourced = events.allSatisfy { $0.item.evidence.citations.isEmpty }
    row.isInferred = events.contains { $0.item.evidence.isInferred }
    row.isDraft = events.contains { $0.item.evidence.isDraft }
    return row
  }

  /// Dyads with their strands, the most salient first.
  func ranked(_ dyads: [Dyad: Strands]) -> [(key: Dyad, value: Strands)] {
    let saliences = dyads.mapValues { scale.salience(of: $0) }
    return dyads.sorted { one, other in
      let (left, right) = (saliences[one.key] ?? Salience(), saliences[other.key] ?? Salience())
      return Salience.ranks((left, one.key), before: (right, other.key))
    }
  }

  func sentence(_ tie: Tie, reads: String?) -> String {
    if isTitled, let noun = lexicon.noun(of: tie.kind) {
      return tie.kind.id == "ties" ? reads ?? noun : reads.map { lexicon.phrase(.labelled, noun, $0) } ?? noun
    }
    let sentence = lexicon.sentence(of: tie.kind, tie.relation) {
      snapshot.graph.label(of: $0, at: snapshot.moment, in: lexicon)
    }
    let words = reads.map { lexicon.phrase(.labelled, sentence, $0) } ?? sentence
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The event, with the numbers and the place that its line does not mention.
  private func line(_ event: Event) -> String {
    let missing =
      event.numbers.filter { isMissing($0, in: event.what) }.map { "\(lexicon.amount($0)) \($0.subject)" }
      + (event.describedActors + event.describedRecipients).compactMap(\.number)
      .filter { isMissing($0, in: event.what) }.map(lexicon.amount)
    let place = event.place.map(snapshot.graph.name(of:))
    let where_ = place.flatMap { event.what.contains($0) ? nil : $0 }
    let extra = missing + (where_.map { [$0] } ?? [])
    return event.what + (extra.isEmpty ? "" : " (\(extra.joined(separator: "; ")))")
  }

  private func isMissing(_ quantity: Quantity, in words: String) -> Bool {
    !words.contains(quantity.amount) && !words.contains(lexicon.amount(quantity))
  }

  private func row(
    _ id: String, _ tone: Tone, when: String, what: String, _ evidence: Evidence, _ certainty: Certainty
  ) -> Row {
    let deniers = evidence.citations.filter { $0.stance == .denies }
    let denial: String? =
      deniers.isEmpty
      ? nil
      : lexicon.phrase(
        .deniedBy,
        lexicon.list(unique(deniers.map { $0.speaker.map(snapshot.graph.name(of:)) ?? lexicon.phrase(.theSource) })))
    var row = Row(
      id: id, claims: [id], tone: tone, when: certainty == .possibly ? "\(when)?" : when, what: what,
      speakers: evidence.speakers.map(snapshot.graph.name(of:)), denial: denial,
      sources: notes.numbers(of: evidence), isPossible: certainty == .possibly,
      isUnsourced: evidence.standing == .unsourced, isInferred: evidence.isInferred, links: [],
      confidence: evidence.overallConfidence,
      quotes: evidence.citations.compactMap(\.quote),
      mark: marks?.mark(id), before: marks?.before[id])
    row.isDraft = evidence.isDraft
    return row
  }
}

func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
