internal import DyadCore
internal import DyadEditing

/// Proposes the events of a text.
struct EventRule {
  let passage: PassageReading
  let request: ProposalRequest

  /// Officials whom the text introduces, by their ids.
  private let introduced: [String: Proposal]

  init(_ passage: PassageReading, _ request: ProposalRequest, introducing officials: [Proposal] = []) {
    (self.passage, self.request) = (passage, request)
    introduced = Dictionary(
      officials.compactMap { one in one.record["id"]?.scalar.map { ($0, one) } },
      uniquingKeysWith: { first, _ in first })
  }

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
    /// Whether the subject is that of another verb.
    var isInherited: Bool
  }

  var proposals: [Proposal] {
    var (all, last) = ([Proposal](), (date: PassageDate?.none, paragraph: -1))
    for sentence in passage.sentences where !isHeadline(sentence) {
      var found: [Found] = []
      let triggers = TriggerFinder(sentence: sentence).triggers
      let reader = PartyReader(sentence: sentence, triggers: triggers)
      var earlier: EventParties?
      for trigger in triggers {
        let parties = reader.parties(of: trigger, after: earlier)
        if case .verb = trigger.kind, !trigger.isPassive { earlier = parties }
        if let one = event(trigger, parties, until: reader.end(of: trigger), sentence, last) { found.append(one) }
      }
      all += EventRule.distinct(found).map { proposal($0, sentence) }
      if let date = sentence.dates.last(where: { $0.interval.start.date != nil && $0.interval.end.date != nil }) {
        last = (date, sentence.paragraph)
      }
    }
    return all
  }

  /// A headline says less, or more, than the sentences below it.
  private func isHeadline(_ sentence: SentenceReading) -> Bool {
    sentence.paragraph == 0 && sentence.phrase(0..<sentence.words.count, in: passage.text) == request.source.title
  }

  // MARK: Events

  private func event(
    _ trigger: EventTrigger, _ parties: EventParties, until end: Int, _ sentence: SentenceReading,
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
    // "He spoke" is no event of two parties.
    let needsOther = trigger.type == .consult && trigger.end == trigger.index + 1
    guard !needsOther || !recipients.isEmpty || place != nil else { return nil }
    guard type(of: trigger) != nil, !trigger.isAttached || !recipients.isEmpty else { return nil }
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
      speech: speech, score: min(max(score, 0), 1),
      words: extent(trigger, actors + recipients, until: end, sentence), isInherited: parties.isInherited)
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

  /// The recipient of a visit to a place is the state that the place belongs to.
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
    let attachment = DateAttachment(sentence: sentence)
    let bounded = sentence.dates.filter { date in
      date.interval.start.date != nil && date.interval.end.date != nil && attachment.mayDate(date, trigger)
    }
    let clause = sentence.clause(around: trigger.index)
    let near =
      sentence.words[clause.lowerBound].range.lowerBound..<sentence.words[clause.upperBound - 1].range.upperBound
    func distance(_ date: PassageDate) -> Int { abs(date.range.lowerBound - place) }
    // A date at the start of a sentence is that of all its events; others belong to the nearest one.
    let own =
      bounded.filter { near.overlaps($0.range) }.min { distance($0) < distance($1) }
      ?? bounded.last { $0.range.lowerBound <= place } ?? bounded.first
    if let own { return (own.interval, own.rule, true) }
    let refersBack = sentence.word(0) == "during" || sentence.word(0) == "there"
    if let date = last.date, last.paragraph == sentence.paragraph || refersBack {
      return (date.interval, "\(date.rule), from the sentence before", false)
    }
    guard let published = passage.published, let until = Interval(from: .unknown, to: .date(published)) else {
      return (.unknown, "no date", false)
    }
    return (until, "no date; before publication (\(published.spelled))", false)
  }

  // MARK: Words

  /// The words from the first party or clause to the last, up to the next boundary.
  private func extent(
    _ trigger: EventTrigger, _ parties: [NamedMention], until end: Int, _ sentence: SentenceReading
  ) -> Range<Int> {
    let clause = sentence.clause(around: trigger.index)
    let first = min(clause.lowerBound, parties.map(\.words.lowerBound).min() ?? clause.lowerBound)
    return first..<max(end, trigger.end, first + 1)
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
      requires: required(by: requires, quote: quote))
  }

  /// The states and officials that are not in the dossier yet.
  private func required(by mentions: [NamedMention], quote: String) -> [Proposal] {
    let parties = PartyProposals(request)
    let officials = mentions.compactMap { introduced[$0.party.id] }
    let homes = officials.compactMap { official in
      official.record["serves"]?.scalar.flatMap { home in StateFact.all.first { Entity.ID.slug($0.name) == home } }
    }.filter { request.graph.entities[Entity.ID(Entity.ID.slug($0.name))] == nil }
    return homes.map { parties.state($0, quote: quote) } + officials + parties.all(for: mentions, quote: quote)
  }

  /// The words of the clause, with the name of who acts before them if it is elsewhere.
  private func headline(_ found: Found, _ sentence: SentenceReading) -> String {
    let index = found.trigger.index
    let subjects = (found.trigger.isPassive ? found.recipients : found.actors).filter {
      !found.isInherited && !["he", "she", "it"].contains(sentence.word($0.words.lowerBound))
        && $0.words.upperBound <= index && $0.words.lowerBound >= found.words.lowerBound
    }
    var line: String
    if isVerb(found.trigger), subjects.isEmpty, let actor = found.actors.first, !found.trigger.isPassive {
      let name = request.graph.shortName(of: Entity.ID(actor.party.id))
      line =
        "\(name == actor.party.id ? introduced[name]?.record["name"]?.scalar ?? name : name) "
        + sentence.phrase(index..<max(found.words.upperBound, index + 1), in: passage.text)
    } else {
      let start = isVerb(found.trigger) ? subjects.map(\.words.lowerBound).min() : nil
      line = sentence.phrase((start ?? found.words.lowerBound)..<found.words.upperBound, in: passage.text)
    }
    while let last = line.last, last.isPunctuation, !")”\"".contains(last) { line.removeLast() }
    while let first = line.first, first.isPunctuation || first.isWhitespace { line.removeFirst() }
    if line.count > 110 {
      line = String(line.prefix(108)).split(separator: " ").dropLast().joined(separator: " ") + " …"
    }
    return line.prefix(1).uppercased() + line.dropFirst()
  }
}
