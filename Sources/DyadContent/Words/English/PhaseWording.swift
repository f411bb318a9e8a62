/// The wording of a phase, classified by how a sentence can use it.
///
///     PhaseWording("strained")                // .predicate("strained")
///     PhaseWording("a cold peace")            // .noun("a cold peace")
///     PhaseWording("negotiate warily")        // .verb, "negotiate", "warily"
///     PhaseWording("bank guarantees waived")  // .circumstance("bank guarantees waived")
package enum PhaseWording: Hashable, Sendable {
  /// An adjective or participle, which follows "be": "strained", "discreet but influential".
  case predicate(String)
  /// A phrase with a preposition that describes a state, which follows "be": "at war", "in doubt".
  case state(String)
  /// A phrase with a preposition, or an adverb, which follows a verb: "by tariffs", "again".
  case adverbial(String)
  /// A noun phrase with its article.
  case noun(NounPhrase)
  /// The role of a party, and what follows it: "member", "observer, without a vote".
  case role(String, rest: String)
  /// A verb with what follows it; `isSingular` for the third person.
  case verb(EnglishVerb, rest: String, isSingular: Bool)
  /// A noun with a participle, which follows "with": "membership suspended".
  case circumstance(String)
  /// Anything else.
  case other(String)

  /// The class of a wording.
  package init(_ reads: String) {
    var text = OneLine.of(reads)
    while let last = text.last, ".;, ".contains(last) { text.removeLast() }
    let words = text.split(separator: " ").map { String($0) }
    guard let first = words.first else { self = .other(text); return }
    // Proper names and words of other scripts are no phrases that these rules know.
    guard first.first?.isLowercase == true, !words.contains(where: { [":", ";"].contains(where: $0.hasSuffix) }) else {
      self = .other(text)
      return
    }
    self = PhaseWording.classified(text, words)
  }

  private static func classified(_ text: String, _ words: [String]) -> PhaseWording {
    let bare = words.map { $0.filter { $0 != "," } }
    let lead = bare.firstIndex { !EnglishWords.isAdverb($0) || EnglishWords.prepositions.contains($0) } ?? 0
    let first = bare[lead]
    let segment = Array(bare[lead..<(words[lead...].firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? words.endIndex)])
    if bare.allSatisfy(EnglishWords.isAdverb) { return .adverbial(text) }
    if EnglishWords.determiners.contains(first), lead == 0 {
      return NounPhrase.listed(text).map(PhaseWording.noun) ?? .other(text)
    }
    if EnglishWords.prepositions.contains(first) {
      let phrase = bare[lead...].prefix(2).joined(separator: " ")
      return EnglishWords.states.contains(phrase) ? .state(text) : .adverbial(text)
    }
    if let verb = verb(segment, rest: words.dropFirst(lead + 1).joined(separator: " "), isFirst: lead == 0) {
      return verb
    }
    if let circumstance = circumstance(segment, text) { return circumstance }
    let head = NounPhrase.head(segment)
    if lead == 0, segment.count <= 2, segment.last == head, EnglishWords.roles.contains(head) {
      let rest = words.dropFirst(segment.count)
      let isCircumstance = rest.last.map(EnglishWords.isParticiple) ?? false
      return .role(
        segment.joined(separator: " "),
        rest: rest.isEmpty ? "" : ", \(isCircumstance ? "with " : "")\(rest.joined(separator: " "))")
    }
    // "open backing", but "still growing"
    let isActivity =
      segment.count > 1 && head.hasSuffix("ing")
      && segment.firstIndex(of: head).map { $0 > 0 && EnglishWords.adjectives.contains(segment[$0 - 1]) } ?? false
    if EnglishWords.isNoun(head) || isActivity, let noun = NounPhrase.listed(text) {
      return .noun(noun)
    }
    // Adjectives up to the first phrase behind them.
    let described = segment.prefix { !EnglishWords.prepositions.contains($0) }
    let isDescription = described.allSatisfy {
      EnglishWords.isAdjective($0) || EnglishWords.isAdverb($0) || ["and", "but", "or", "yet", "if"].contains($0)
        || EnglishWords.particles.contains($0)
    }
    let hasAdjective = described.contains(where: EnglishWords.isAdjective)
    return isDescription && hasAdjective ? .predicate(text) : .other(text)
  }

  /// "mediates", "rejects the agreements", "join, or try to"
  private static func verb(_ segment: [String], rest: String, isFirst: Bool) -> PhaseWording? {
    guard isFirst, let first = segment.first else { return nil }
    let next = segment.count > 1 ? segment[1] : nil
    let takesObject =
      next.map { EnglishWords.determiners.contains($0) || EnglishWords.isAdverb($0) || ["it", "them"].contains($0) }
      ?? false
    // "arms embargo" is no verb with its object.
    if let verb = EnglishVerb.third(first), !verb.isAlsoNoun || takesObject {
      return .verb(verb, rest: rest, isSingular: true)
    }
    guard let verb = EnglishVerb.named(first), EnglishVerb.participle(first) == nil, !EnglishWords.isAdjective(first),
      !EnglishWords.isNoun(first) || takesObject, !verb.isAlsoNoun || takesObject
    else { return nil }
    return .verb(verb, rest: rest, isSingular: false)
  }

  /// "membership suspended", "payments go on for a while" as "payments going on for a while"
  private static func circumstance(_ segment: [String], _ text: String) -> PhaseWording? {
    guard segment.count >= 2, let noun = segment.first, EnglishWords.isNoun(noun) || NounPhrase.isPlural(noun) else {
      return nil
    }
    for (index, word) in segment.enumerated().dropFirst() {
      if EnglishWords.prepositions.contains(segment[index - 1]) { return nil }
      if EnglishWords.isParticiple(word),
        index == segment.count - 1 || EnglishWords.prepositions.contains(segment[index + 1])
      {
        return .circumstance(text)
      }
      let plural = EnglishVerb.named(word), isPlural = NounPhrase.isPlural(segment[index - 1])
      if let verb = isPlural ? plural : EnglishVerb.third(word), !verb.isAlsoNoun, !EnglishWords.isNoun(word) {
        var words = text.split(separator: " ").map { String($0) }
        words[index] = words[index].replacing(word, with: verb.gerund, maxReplacements: 1)
        return .circumstance(words.joined(separator: " "))
      }
    }
    return nil
  }
}
