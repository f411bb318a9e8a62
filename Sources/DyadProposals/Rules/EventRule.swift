internal import DyadCore
internal import DyadEditing

/// Proposes the events of a text.
struct EventRule {
  let passage: PassageReading
  let request: ProposalRequest

  init(_ passage: PassageReading, _ request: ProposalRequest) { (self.passage, self.request) = (passage, request) }

  /// An event with what its claim needs.
  private struct Found {
    var trigger: EventTrigger
    var actors: [NamedMention]
    var recipients: [NamedMention]
    var described: String?
    var date: (interval: Interval, rule: String, isOwn: Bool)
    var place: String?
    var speech: Speech
    var score: Double
    var words: Range<Int>
  }

  var proposals: [Proposal] {
    var (all, last) = ([Proposal](), (date: PassageDate?.none, paragraph: -1))
    for sentence in passage.sentences {
      var found: [Found] = []
      let triggers = TriggerFinder(sentence: sentence).triggers
      let reader = PartyReader(sentence: sentence, triggers: triggers)
      var earlier: EventParties?
      for trigger in triggers {
        let parties = reader.parties(of: trigger, after: earlier)
        if case .verb = trigger.kind, !trigger.isPassive { earlier = parties }
        if let one = event(trigger, parties, sentence, last) { found.append(one) }
      }
      all += EventRule.distinct(found).map { proposal($0, sentence) }
      if let date = sentence.dates.last(where: { $0.interval.start.date != nil && $0.interval.end.date != nil }) {
        last = (date, sentence.paragraph)
      }
    }
    return all
  }

  // MARK: Events

  private func event(
    _ trigger: EventTrigger, _ parties: EventParties, _ sentence: SentenceReading,
    _ last: (date: PassageDate?, paragraph: Int)
  ) -> Found? {
    var actors = EventRule.distinct(parties.actors)
    var recipients = EventRule.distinct(parties.recipients)
    if !isMutual(trigger) || actors.count < 2 {
      recipients.removeAll { one in actors.contains { $0.party == one.party } }
    }
    actors.removeAll { $0.party.kind == .place }
    let place = place(trigger, sentence)
    recipients = recipients.compactMap { home(of: $0, trigger) }
    guard !actors.isEmpty || !recipients.isEmpty && trigger.isPassive else { return nil }
    guard
      !recipients.isEmpty || parties.described != nil || trigger.type == .protest || trigger.type == .mobilize
        || trigger.type == .retreat || trigger.type == .concede || isVerb(trigger)
    else { return nil }
    guard let type = type(of: trigger) else { return nil }
    _ = type
    let date = date(of: trigger, sentence, last)
    let speech = Speech(in: sentence, around: trigger.index)
    var score = isVerb(trigger) ? 0.5 : 0.4
    if !actors.isEmpty { score += 0.15 }
    if !recipients.isEmpty { score += 0.2 } else if parties.described != nil { score += 0.05 }
    if date.isOwn { score += 0.15 }
    if parties.isInherited { score -= 0.05 }
    if actors.isEmpty { score -= 0.1 }
    if (actors + recipients).contains(where: \.isPronoun) { score -= 0.05 }
    if (actors + recipients).contains(where: { $0.role == .adjective }) { score -= 0.1 }
    if trigger.isNegated { score -= 0.1 }
    let described = recipients.isEmpty ? parties.described.map { sentence.phrase($0, in: passage.text) } : nil
    return Found(
      trigger: trigger, actors: actors, recipients: recipients, described: described, date: date, place: place,
      speech: speech, score: min(max(score, 0), 1), words: extent(trigger, actors + recipients, sentence))
  }

  private func isVerb(_ trigger: EventTrigger) -> Bool { if case .verb = trigger.kind { true } else { false } }

  private func isMutual(_ trigger: EventTrigger) -> Bool {
    switch trigger.kind {
    case .verb(let verb): verb.recipient == .eachOther
    case .noun(let noun): noun.isMutual
    }
  }

  /// The type; of a negated verb only where not doing it is an event: "did not accept".
  private func type(of trigger: EventTrigger) -> EventType? {
    guard trigger.isNegated else { return trigger.type }
    return [.agree, .concede, .retreat].contains(trigger.type) ? .reject : nil
  }

  /// A place stands for the state that it belongs to, as the recipient of a visit.
  private func home(of mention: NamedMention, _ trigger: EventTrigger) -> NamedMention? {
    guard mention.party.kind == .place else { return mention }
    guard let home = passage.homes[mention.party.id] else { return nil }
    return NamedMention(
      party: home, role: mention.role, words: mention.words, isPossessive: mention.isPossessive, place: mention.place)
  }

  private func place(_ trigger: EventTrigger, _ sentence: SentenceReading) -> String? {
    let clause = sentence.clause(around: trigger.index)
    let isVisit = trigger.mode == "visit"
    return sentence.mentions(in: trigger.index..<clause.upperBound).first { mention in
      guard mention.place != nil else { return false }
      let lead = sentence.preposition(of: mention)
      return lead.map { ["in", "at", "near"].contains($0) || isVisit && $0 == "to" } ?? isVisit
    }?.place?.text
  }

  // MARK: Dates

  private func date(
    of trigger: EventTrigger, _ sentence: SentenceReading, _ last: (date: PassageDate?, paragraph: Int)
  ) -> (interval: Interval, rule: String, isOwn: Bool) {
    let place = sentence.words[trigger.index].range.lowerBound
    let bounded = sentence.dates.filter { $0.interval.start.date != nil && $0.interval.end.date != nil }
    let clause = sentence.clause(around: trigger.index)
    let near =
      sentence.words[clause.lowerBound].range.lowerBound..<sentence.words[clause.upperBound - 1].range.upperBound
    func distance(_ date: PassageDate) -> Int { abs(date.range.lowerBound - place) }
    // A date at the start of a sentence is that of all its events; others belong to the nearest one.
    let own =
      bounded.filter { near.overlaps($0.range) }.min { distance($0) < distance($1) }
      ?? bounded.last { $0.range.lowerBound <= place } ?? bounded.first
    if let own { return (own.interval, own.rule, true) }
    if let date = last.date, last.paragraph == sentence.paragraph {
      return (date.interval, "\(date.rule), from the sentence before", false)
    }
    guard let published = passage.published, let until = Interval(from: .unknown, to: .date(published)) else {
      return (.unknown, "no date", false)
    }
    return (until, "no date; before publication (\(published.spelled))", false)
  }

  // MARK: Words

  /// The words from the first party or clause to the last, up to the next boundary.
  private func extent(_ trigger: EventTrigger, _ parties: [NamedMention], _ sentence: SentenceReading) -> Range<Int> {
    let clause = sentence.clause(around: trigger.index)
    let first = min(clause.lowerBound, parties.map(\.words.lowerBound).min() ?? clause.lowerBound)
    let last = max(clause.upperBound, parties.map(\.words.upperBound).max() ?? clause.upperBound)
    return first..<last
  }

  private static func distinct(_ mentions: [NamedMention]) -> [NamedMention] {
    mentions.reduce(into: []) { all, one in if !all.contains(where: { $0.party == one.party }) { all.append(one) } }
  }

  /// Without what another trigger of the sentence says better: the same parties and the same type.
  private static func distinct(_ found: [Found]) -> [Found] {
    found.enumerated().filter { index, one in
      !found.enumerated().contains { other, better in
        other != index && better.trigger.type == one.trigger.type
          && Set(one.actors.map(\.party)).isSubset(of: better.actors.map(\.party))
          && Set(one.recipients.map(\.party)).isSubset(of: better.recipients.map(\.party))
          && (better.score, -other) > (one.score, -index)
      }
    }.map(\.element)
  }

  private func proposal(_ found: Found, _ sentence: SentenceReading) -> Proposal {
    let requires = found.actors + found.recipients
    let quote = sentence.phrase(0..<sentence.words.count, in: passage.text)
    var members = [
      YAMLValue.Member("on", .text(found.date.interval.description)),
      YAMLValue.Member("what", .text(headline(found, sentence))),
      YAMLValue.Member("type", .text((type(of: found.trigger) ?? found.trigger.type).rawValue)),
    ]
    if let mode = found.trigger.mode, !found.trigger.isNegated { members.append(YAMLValue.Member("mode", .text(mode))) }
    func ids(_ mentions: [NamedMention]) -> YAMLValue { .list(mentions.map { .text($0.party.id) }) }
    if !found.actors.isEmpty { members.append(YAMLValue.Member("actors", ids(found.actors))) }
    if !found.recipients.isEmpty {
      members.append(YAMLValue.Member("recipients", ids(found.recipients)))
    } else if let described = found.described {
      let described: YAMLValue = .mapping([YAMLValue.Member("described", .text(described))])
      members.append(YAMLValue.Member("recipients", .list([described])))
    }
    if let place = found.place { members.append(YAMLValue.Member("place", .text(place))) }
    let word = sentence.words[found.trigger.index].text
    let kind = isVerb(found.trigger) ? "verb" : "noun"
    let voice = found.trigger.isPassive ? " in the passive" : found.trigger.isNegated ? " with 'not'" : ""
    return Proposal(
      kind: "event", record: .mapping(members), source: request.source.id, quote: quote, speaker: found.speech.speaker,
      stance: found.speech.stance, rule: "\(kind) '\(word)'\(voice); date: \(found.date.rule)", score: found.score,
      requires: PartyProposals(request).all(for: requires, quote: quote))
  }

  /// The words of the clause, with the actor before them if it is named elsewhere.
  private func headline(_ found: Found, _ sentence: SentenceReading) -> String {
    let words = found.words
    var line = sentence.phrase(words, in: passage.text)
    while let last = line.last, last.isPunctuation, !")”\"".contains(last) { line.removeLast() }
    while let first = line.first, first.isPunctuation || first.isWhitespace { line.removeFirst() }
    if line.count > 110 {
      line = String(line.prefix(108)).split(separator: " ").dropLast().joined(separator: " ") + " …"
    }
    return line.prefix(1).uppercased() + line.dropFirst()
  }
}
