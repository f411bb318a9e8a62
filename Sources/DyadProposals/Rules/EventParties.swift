internal import DyadCore

/// Who acts, and on whom, around a trigger of a sentence.
struct EventParties {
  var actors: [NamedMention] = []
  var recipients: [NamedMention] = []
  /// The words of a recipient that has no name: "Afghan nationals who had joined".
  var described: Range<Int>?
  /// Whether the actors are those of the verb before.
  var isInherited = false
}

/// Reads the parties of triggers from the order of words and from prepositions.
struct PartyReader {
  let sentence: SentenceReading
  let triggers: [EventTrigger]

  func parties(of trigger: EventTrigger, after earlier: EventParties?) -> EventParties {
    switch trigger.kind {
    case .verb(let verb): parties(of: verb, trigger, after: earlier)
    case .noun(let noun): parties(of: noun, trigger)
    }
  }

  // MARK: Verbs

  private func parties(of verb: EventVerb, _ trigger: EventTrigger, after earlier: EventParties?) -> EventParties {
    var parties = EventParties()
    let subjects = subjects(of: trigger)
    let isContinued = subjects.isEmpty && continues(trigger)
    if trigger.isPassive {
      parties.recipients = isContinued ? earlier?.recipients ?? [] : subjects
      parties.actors = agents(of: trigger)
      return parties
    }
    parties.actors = subjects
    if isContinued, let earlier {
      parties.actors = earlier.actors
      parties.isInherited = true
    }
    let region = trigger.end..<end(of: trigger)
    let after = trigger.index + 1..<end(of: trigger)
    switch verb.recipient {
    case .object:
      parties.recipients = objects(in: after) ?? governed(by: ["against", "on", "at"], in: region)
    case .after(let prepositions):
      parties.recipients = governed(by: prepositions, in: after)
      if parties.recipients.isEmpty { parties.recipients = objects(in: after) ?? [] }
    case .eachOther:
      parties.recipients = governed(by: ["with", "against"], in: after)
      if parties.recipients.isEmpty {
        parties.recipients =
          objects(in: trigger.index + 1..<region.lowerBound.advanced(by: 0)) ?? objects(in: after) ?? []
      }
      if parties.recipients.isEmpty, parties.actors.count > 1 { parties.recipients = parties.actors.reversed() }
    }
    if parties.recipients.isEmpty, takesOwners(verb) {
      parties.recipients = owners(in: after)
    }
    if parties.recipients.isEmpty, verb.objects.isEmpty, verb.recipient == .object {
      parties.described = noun(in: after)
    }
    return parties
  }

  /// Whether what is done to "Azerbaijani positions" is done to the state; those who are arrested are themselves.
  private func takesOwners(_ verb: EventVerb) -> Bool {
    [.assault, .accuse, .request].contains(verb.type) || verb.mode == "seize"
  }

  /// Whether the verb shares the subject of the one before: "visited and reopened", "…, killing".
  private func continues(_ trigger: EventTrigger) -> Bool {
    if trigger.isAttached { return true }
    let start = start(of: trigger)
    // A word of its own before the verb would be its subject.
    let between = (start..<trigger.index).filter { sentence.words[$0].isWord }.map(sentence.word)
    return between.allSatisfy { word in
      ["and", "then", "but", "or", "later", "also", "again", "to"].contains(word)
        || GrammarWord.auxiliaries.contains(word) || word.hasSuffix("ly")
    } || !between.contains { !GrammarWord.prepositions.contains($0) && sentence.word(start) != "and" }
  }

  /// The parties before the verb, of which it says something.
  private func subjects(of trigger: EventTrigger) -> [NamedMention] {
    let region = start(of: trigger)..<trigger.index
    let all = sentence.mentions(in: region)
    let led = all.filter { mention in
      let lead = sentence.lead(of: mention)
      return lead.word == "by" && ["led", "headed"].contains(sentence.word(lead.index - 1))
    }
    if !led.isEmpty { return led }
    let free = all.filter { $0.role != .adjective && !$0.isPossessive && sentence.preposition(of: $0) == nil }
    guard let last = free.last else {
      if let antecedent = antecedent(of: region.lowerBound) { return [antecedent] }
      // "Pakistan's army", without a name of its own, acts for Pakistan.
      return all.last { $0.isPossessive && sentence.preposition(of: $0) == nil }.map { [$0] } ?? []
    }
    let joined = free.filter { mention in
      mention == last
        || (mention.words.upperBound..<last.words.lowerBound).contains { ["and", "both"].contains(sentence.word($0)) }
        || mention.isPronoun && mention.words.upperBound == last.words.lowerBound
    }
    return joined
  }

  /// The party before "who" or "which".
  private func antecedent(of start: Int) -> NamedMention? {
    guard ["who", "which"].contains(sentence.word(start - 1)) else { return nil }
    let end = sentence.word(start - 2) == "," ? start - 2 : start - 1
    return sentence.mentions.last { $0.words.upperBound == end && $0.role != .adjective }
  }

  private func start(of trigger: EventTrigger) -> Int {
    let clause = sentence.clause(around: trigger.index)
    let earlier = triggers.last { one in
      guard case .verb = one.kind else { return false }
      return one.index < trigger.index
    }
    let start = max(clause.lowerBound, earlier.map { $0.index + 1 } ?? 0)
    // After an object, "and" or a comma begins what belongs to the next verb.
    guard earlier != nil, start > clause.lowerBound || earlier.map({ $0.index >= clause.lowerBound }) == true else {
      return start
    }
    let joint = (start..<trigger.index).last { place in
      ["and", "but", ","].contains(sentence.word(place)) && !joinsParties(place)
    }
    return joint.map { $0 + 1 } ?? trigger.index
  }

  /// Whether the word joins two names: "Abiy and Isaias".
  private func joinsParties(_ index: Int) -> Bool {
    sentence.mention(at: index - 1) != nil && sentence.mention(at: index + 1) != nil
  }

  /// The index after the words that go with the trigger.
  func end(of trigger: EventTrigger) -> Int {
    let clause = sentence.clause(around: trigger.index)
    let later = triggers.first { one in
      guard case .verb = one.kind else { return false }
      return one.index > trigger.index && one.index >= trigger.end && !one.isAttached
    }
    var end = min(clause.upperBound, later?.index ?? clause.upperBound)
    if let later, end == later.index {
      // Without the subject of the next verb.
      let joint = (trigger.end..<end).last { ["and", "but", ","].contains(sentence.word($0)) && !joinsParties($0) }
      end = joint ?? end
    }
    return max(end, trigger.end)
  }

  /// The parties after "by".
  private func agents(of trigger: EventTrigger) -> [NamedMention] {
    governed(by: ["by"], in: trigger.index + 1..<end(of: trigger))
  }

  /// The parties without a preposition after the verb; `nil` if there is none.
  private func objects(in region: Range<Int>) -> [NamedMention]? {
    let all = sentence.mentions(in: region)
    guard let first = all.first(where: { $0.role != .adjective && !$0.isPossessive }),
      sentence.preposition(of: first) == nil,
      !(region.lowerBound..<first.words.lowerBound).contains(where: { endsObject($0, from: region.lowerBound) })
    else { return nil }
    return [first] + followers(of: first, in: all)
  }

  /// "with King Salman of Saudi Arabia as host" says what he is there.
  private func isNamedAs(_ mention: NamedMention) -> Bool {
    var end = mention.words.upperBound
    if sentence.word(end) == "of", let home = sentence.mention(at: end + 1) { end = home.words.upperBound }
    return sentence.word(end) == "as"
  }

  /// Whether the object is another one than what follows: after a preposition, a comma, or "factions threatening Pakistan".
  private func endsObject(_ index: Int, from start: Int) -> Bool {
    let word = sentence.word(index)
    if GrammarWord.prepositions.contains(word) || word == "," { return true }
    return index > start && word.count > 5 && word.hasSuffix("ing")
  }

  /// What "and" or a comma joins to the mention.
  private func followers(of first: NamedMention, in all: [NamedMention]) -> [NamedMention] {
    var (joined, end) = ([NamedMention](), first.words.upperBound)
    for mention in all where mention.words.lowerBound >= end && mention.role != .adjective {
      let between = (end..<mention.words.lowerBound).map(sentence.word)
      guard
        mention.isPronoun && between.isEmpty
          || !between.isEmpty && between.allSatisfy({ ["and", ",", "the", "both"].contains($0) })
      else { break }
      joined.append(mention)
      end = mention.words.upperBound
    }
    return joined
  }

  private func governed(by prepositions: Set<String>, in region: Range<Int>) -> [NamedMention] {
    let all = sentence.mentions(in: region)
    guard
      let first = all.first(where: { mention in
        mention.role != .adjective && !mention.isPossessive && !isNamedAs(mention)
          && sentence.preposition(of: mention).map(prepositions.contains) == true
      })
    else { return [] }
    return [first] + followers(of: first, in: all)
  }

  /// "Azerbaijani positions", "Kabul's credibility": whose the object is.
  private func owners(in region: Range<Int>) -> [NamedMention] {
    sentence.mentions(in: region).first { $0.role == .adjective || $0.isPossessive }.map { mention in
      sentence.preposition(of: mention) == nil ? [mention] : []
    } ?? []
  }

  /// The words of an object without a name.
  private func noun(in region: Range<Int>) -> Range<Int>? {
    let end =
      region.first { index in
        sentence.isBoundary(index) || [",", "."].contains(sentence.word(index))
          || index > region.lowerBound && GrammarWord.prepositions.contains(sentence.word(index))
      } ?? region.upperBound
    let words = region.lowerBound..<min(end, region.lowerBound + 8)
    let isTime = sentence.dates.contains { date in sentence.words[words].contains { $0.range.overlaps(date.range) } }
    let isClause = ["how", "what", "whether", "why"].contains(sentence.word(words.lowerBound))
    return words.isEmpty || isTime || isClause || !sentence.words[words].contains(where: \.isWord) ? nil : words
  }

  // MARK: Nouns

  private func parties(of noun: EventNoun, _ trigger: EventTrigger) -> EventParties {
    var parties = EventParties()
    let clause = sentence.clause(around: trigger.index)
    let next = triggers.first { $0.index > trigger.index }?.index ?? clause.upperBound
    let after = trigger.end..<max(trigger.end, min(clause.upperBound, next))
    if noun.isMutual {
      let both = governed(by: ["between", "of", "among"], in: after)
      if both.count > 1 {
        (parties.actors, parties.recipients) = (both, both.reversed())
        return parties
      }
    }
    parties.actors = governed(by: ["by"], in: after)
    if parties.actors.isEmpty {
      let near = max(clause.lowerBound, trigger.index - 4)..<trigger.index
      let owner = sentence.mentions(in: near).last {
        $0.isPossessive || $0.role == .adjective
          || sentence.words.indices.contains($0.words.upperBound) && sentence.words[$0.words.upperBound].isDash
      }
      parties.actors = owner.map { [$0] } ?? []
    }
    parties.recipients = governed(by: noun.recipients, in: after)
    return parties
  }
}
