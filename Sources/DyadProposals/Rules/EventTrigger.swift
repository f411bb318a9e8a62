internal import DyadCore

/// A verb or noun of a sentence that reports an event.
struct EventTrigger {
  enum Kind: Hashable {
    case verb(EventVerb)
    case noun(EventNoun)
  }

  let kind: Kind
  /// The index of the word.
  let index: Int
  /// The index after the words that make the trigger, such as the object that the verb needs.
  let end: Int
  var isPassive = false
  var isNegated = false
  /// Whether it is a participle that goes with the subject before it: "…, killing three".
  var isAttached = false

  var type: EventType {
    switch kind {
    case .verb(let verb): verb.type
    case .noun(let noun): noun.type
    }
  }

  var mode: String? {
    switch kind {
    case .verb(let verb): verb.mode
    case .noun(let noun): noun.mode
    }
  }
}

/// Finds the verbs and nouns that report events which have happened.
struct TriggerFinder {
  let sentence: SentenceReading

  var triggers: [EventTrigger] {
    var found: [EventTrigger] = []
    for index in sentence.words.indices where sentence.mention(at: index) == nil {
      if let verb = verb(at: index) { found.append(verb) }
    }
    for index in sentence.words.indices where sentence.mention(at: index) == nil {
      guard let noun = EventNoun.byWord[sentence.word(index)],
        !found.contains(where: { ($0.index..<$0.end).contains(index) }),
        !isUnreal(index)
      else { continue }
      found.append(EventTrigger(kind: .noun(noun), index: index, end: index + 1))
    }
    return found.sorted { $0.index < $1.index }
  }

  // MARK: Verbs

  private func verb(at index: Int) -> EventTrigger? {
    let candidates = EventVerb.byForm[sentence.word(index)] ?? []
    guard !candidates.isEmpty, !isNoun(index) else { return nil }
    let clause = sentence.clause(around: index)
    let helpers = helpers(before: index, from: clause.lowerBound)
    if helpers.contains(where: GrammarWord.modals.contains) { return nil }
    let forms = Set(candidates.map(\.form))
    let isInfinitive = helpers.last == "to"
    let begins = GrammarWord.beginnings.contains(wordBefore(helpers.count, index))
    if isInfinitive, !begins { return nil }
    let isPassive =
      forms.contains(.participle) && (helpers.contains { GrammarWord.passives.contains($0) } || isReducedPassive(index))
    var isAttached = false
    if forms == [.gerund] {
      isAttached = sentence.word(index - 1) == "," || sentence.word(index - 1) == "of"
      guard begins || isAttached || helpers.contains(where: GrammarWord.passives.contains) else { return nil }
    } else if forms.isSubset(of: [.base]) {
      guard isInfinitive || isPlainPresent(index) || helpers.contains(where: ["did", "do", "does"].contains) else {
        return nil
      }
    }
    let isNegated = helpers.contains(where: GrammarWord.negations.contains)
    for (verb, _) in candidates.sorted(by: { EventVerb.isMoreSpecific($0.verb, $1.verb) }) {
      guard let end = end(of: verb, at: index, in: clause, isPassive: isPassive) else { continue }
      return EventTrigger(
        kind: .verb(verb), index: index, end: end, isPassive: isPassive, isNegated: isNegated, isAttached: isAttached)
    }
    return nil
  }

  /// The index after what the verb needs: its particle, or the object of its meaning; `nil` if that is missing.
  private func end(of verb: EventVerb, at index: Int, in clause: Range<Int>, isPassive: Bool) -> Int? {
    var end = index + 1
    if let particle = verb.particle {
      guard sentence.word(index + 1) == particle else { return nil }
      end += 1
    }
    guard !verb.objects.isEmpty else { return end }
    if isPassive {
      // "A delegation led by Dar" says who acts in another clause.
      if verb.mode == "visit" { return nil }
      let before = clause.lowerBound..<index
      return before.contains { verb.objects.contains(sentence.word($0)) } ? end : nil
    }
    let reach = end..<max(end, min(end + 10, clause.upperBound))
    for place in reach {
      if verb.objects.contains(sentence.word(place)) { return place + 1 }
      // The object of another verb is none of this one.
      if place > end, sentence.word(place) == ",", sentence.word(place + 1) != "and" { break }
    }
    return nil
  }

  /// Auxiliaries, adverbs and "to" before the verb.
  private func helpers(before index: Int, from start: Int) -> [String] {
    var (place, helpers) = (index - 1, [String]())
    while place >= start, helpers.count < 5 {
      let word = sentence.word(place)
      let isHelper =
        GrammarWord.auxiliaries.contains(word) || GrammarWord.modals.contains(word)
        || GrammarWord.negations.contains(word)
        || word == "to" || word.hasSuffix("ly") || word.hasSuffix("n't")
        || ["also", "again", "then", "since", "just", "first", "later", "once", "soon"].contains(word)
      guard isHelper, sentence.mention(at: place) == nil else { break }
      helpers.insert(word, at: 0)
      place -= 1
    }
    return helpers
  }

  private func wordBefore(_ helpers: Int, _ index: Int) -> String { sentence.word(index - helpers - 1) }

  /// "a team led by Dar": a participle after a noun, with "by" behind it.
  private func isReducedPassive(_ index: Int) -> Bool {
    sentence.word(index + 1) == "by" && !GrammarWord.auxiliaries.contains(sentence.word(index - 1))
  }

  /// "Taliban target militants": the present tense after its subject.
  private func isPlainPresent(_ index: Int) -> Bool {
    guard index > 0, let subject = sentence.mention(at: index - 1) else { return false }
    return subject.role == .name && !subject.isPossessive
  }

  /// Whether the word is a noun here: after an article, a possessive, an adjective or a preposition.
  private func isNoun(_ index: Int) -> Bool {
    let before = sentence.word(index - 1)
    if index > 0, let mention = sentence.mention(at: index - 1) {
      return mention.role == .adjective
    }
    if index > 0, sentence.words[index - 1].isPossessive || sentence.words[index - 1].isDash { return true }
    if GrammarWord.determiners.contains(before), before != "that" { return true }
    guard
      EventNoun.byWord[sentence.word(index)] != nil
        || [
          "strike", "protest", "protests", "aid", "support", "supports", "demand", "demands", "ban", "pledge", "appeal",
          "appeals", "request", "requests", "back", "free", "return", "host",
        ].contains(sentence.word(index))
    else {
      return false
    }
    return GrammarWord.prepositions.contains(before) && before != "to" || before.hasSuffix("al")
      || before.hasSuffix("ic") || before.hasSuffix("ed")
  }

  /// Whether the words around say that it has not happened: "would", "to launch attacks".
  private func isUnreal(_ index: Int) -> Bool {
    let clause = sentence.clause(around: index)
    return clause.contains { $0 < index && GrammarWord.modals.contains(sentence.word($0)) }
  }
}

extension EventVerb {
  /// A verb with a particle or with certain objects is tried first.
  fileprivate static func isMoreSpecific(_ one: EventVerb, _ other: EventVerb) -> Bool {
    func weight(_ verb: EventVerb) -> Int { (verb.particle == nil ? 0 : 2) + (verb.objects.isEmpty ? 0 : 1) }
    return weight(one) > weight(other)
  }
}
