/// The sentence about an event, which dossiers write in the present tense, in the past tense.
///
///     PastTense(names: ["Dar"]).sentence("Dar visits Kabul and signs a treaty")     // "Dar visited Kabul and signed a treaty"
///
/// It declines with `nil` where the verb is not certain: a word that no table has, or one that may be a noun.
package struct PastTense: Sendable {
  /// Names that a sentence may begin with, split into words, the longest first.
  private let names: [[String]]
  /// The names that are plural.
  private let plurals: Set<[String]>

  /// - Parameters:
  ///   - names: the names of entities, which may be subjects.
  ///   - plurals: those of them that take a plural verb.
  package init(names: [String] = [], plurals: [String] = []) {
    let split = { (name: String) in name.split(separator: " ").map { String($0) } }
    self.names = Set(names.map(split)).filter { !$0.isEmpty }
      .sorted { ($0.count, $1.joined(separator: " ")) > ($1.count, $0.joined(separator: " ")) }
    self.plurals = Set(plurals.map(split))
  }

  /// The sentence in the past tense, without its full stop; `nil` if that is not certain.
  package func sentence(_ text: String) -> String? {
    let parts = OneLine.of(text).split(separator: "; ").map(String.init)
    var converted: [String] = []
    for part in parts {
      let words = part.split(separator: " ").map { Word(String($0)) }
      guard let past = clause(words) else { return nil }
      converted.append(past)
    }
    return converted.joined(separator: "; ")
  }

  private func clause(_ words: [Word]) -> String? {
    var words = words
    let found = mainVerb(words)
    if case .unsure? = found?.verb { return nil }
    guard let main = found else {
      // It may be in the past already.
      let begin = subjectEnd(words)
      let isPast = words.indices.contains { index in
        index >= max(1, begin) && Auxiliary.past.contains(words[index].bare)
      }
      return isPast || words.indices.contains(begin) && begin > 0 && EnglishVerb.past(words[begin].bare) != nil
        ? words.map(\.text).joined(separator: " ") : nil
    }
    let isSingular = main.verb == .singular
    var isQuoted = false
    for index in words.indices where index >= main.index {
      let word = words[index]
      if word.text.hasPrefix("“") || word.text.hasPrefix("\"") { isQuoted = true }
      defer { if word.text.contains("”") || word.text.dropFirst().contains("\"") { isQuoted = false } }
      guard !isQuoted, word.isLowercase else { continue }
      let previous = index > 0 ? words[index - 1] : nil
      let isAfterTo =
        ["to", "not"].contains(previous?.bare ?? "") && index > main.index
        || index > main.index && Auxiliary.modals.contains(previous?.bare ?? "")
      if let past = Auxiliary.toPast[word.bare] {
        // "it has since emerged" is said at the time of the brief.
        if word.bare == "has", words.indices.contains(index + 1), words[index + 1].bare == "since" { continue }
        if word.bare == "have" || word.bare == "do", isAfterTo { continue }
        words[index].replace(past)
      } else if index == main.index || index > main.index && !isAfterTo && continues(words, at: index, isSingular) {
        guard let verb = isSingular ? EnglishVerb.third(word.bare) : EnglishVerb.named(word.bare) else { continue }
        words[index].replace(verb.past)
      } else if previous?.bare == "they", index > main.index, let verb = EnglishVerb.named(word.bare) {
        words[index].replace(verb.past)
      } else if let previous = previous.map({ isAdverb($0) && index > 1 ? words[index - 2] : $0 }),
        let verb = EnglishVerb.third(word.bare),
        Self.relatives.contains(previous.bare) || previous.bare == "that" && !verb.isAlsoNoun
          || previous.bare == "that" && words.indices.contains(index + 1)
            && Self.determiners.contains(words[index + 1].bare)
      {
        words[index].replace(verb.past)
      }
    }
    // The verbs of clauses within the subject.
    for index in words.indices.dropFirst() where index < main.index && ["who", "which"].contains(words[index - 1].bare)
    {
      guard let verb = EnglishVerb.third(words[index].bare) ?? EnglishVerb.named(words[index].bare) else { continue }
      words[index].replace(verb.past)
    }
    // "cannot", and verbs in "does not leave", stay as they are.
    return words.map(\.text).joined(separator: " ")
  }

  /// Whether the word stands between a pronoun and its verb: "which significantly bolsters".
  private func isAdverb(_ word: Word) -> Bool { word.isLowercase && !word.hasPause && word.bare.hasSuffix("ly") }

  private static let relatives: Set<String> = ["who", "which", "it", "he", "she"]

  /// Whether the word is a further verb of the same subject: "visits Kabul and signs", "eases terms, waives".
  private func continues(_ words: [Word], at index: Int, _ isSingular: Bool) -> Bool {
    let previous = words[index - 1]
    let isJoined = ["and", "but", "then"].contains(previous.bare) && !previous.hasPause
    guard isJoined || previous.text.hasSuffix(",") else { return false }
    let next = words.indices.contains(index + 1) ? words[index + 1].bare : ""
    guard let verb = isSingular ? EnglishVerb.third(words[index].bare) : EnglishVerb.named(words[index].bare) else {
      return false
    }
    // "talks and visits with", "allies and partners": nouns, unless an object follows.
    return !verb.isAlsoNoun || Self.determiners.contains(next) || Self.particles.contains(next)
      || words.indices.contains(index + 1) && !words[index + 1].isLowercase && isSingular
      || isSingular && !Self.prepositions.contains(next) && !next.isEmpty
  }

  /// A finite verb, or a word that may be one or a noun.
  private enum Finite { case singular, plural, unsure }

  private func mainVerb(_ words: [Word]) -> (index: Int, verb: Finite)? {
    let begin = subjectEnd(words)
    // A name before it settles that what follows is the verb.
    if begin > 0, words.indices.contains(begin), let found = verb(words, at: begin, isCertain: true) {
      return (begin, found)
    }
    var index = max(1, begin)
    while index < words.count {
      defer { index += 1 }
      guard words[index].isLowercase else { continue }
      let previous = words[index - 1]
      let isAuxiliary = Auxiliary.toPast[words[index].bare] != nil
      if !previous.hasPause, !isAuxiliary,
        Self.determiners.contains(previous.bare) || Self.prepositions.contains(previous.bare)
      {
        continue
      }
      // The verb of a clause within the subject: "those who call themselves".
      if Self.relatives.contains(previous.bare) { continue }
      let isListed = previous.hasPause || previous.bare == "and" || previous.bare == "or"
      let isInfinite = words.indices.contains(index + 1) && words[index + 1].bare == "to" && index > 1
      if isListed, !isInfinite, EnglishVerb.named(words[index].bare)?.isAlsoNoun == true { continue }
      // "TTP-orchestrated attacks": a participle, and a noun behind it.
      if previous.bare.split(separator: "-").dropFirst().last.map({ EnglishWords.isParticiple(String($0)) }) == true {
        continue
      }
      let isAfterName =
        !previous.isLowercase && !previous.hasPause && (index > 1 || !EnglishWords.isNoun(previous.bare))
        && EnglishVerb.third(words[index].bare) != nil
      if let found = verb(words, at: index, isCertain: isAfterName) { return (index, found) }
    }
    return nil
  }

  private func verb(_ words: [Word], at index: Int, isCertain: Bool) -> Finite? {
    let word = words[index]
    guard word.isLowercase else { return nil }
    if ["is", "has", "does"].contains(word.bare) { return .singular }
    if ["are", "have", "do"].contains(word.bare) { return .plural }
    if ["will", "can", "may", "cannot"].contains(word.bare) { return isPlural(words[..<index]) ? .plural : .singular }
    let next = words.indices.contains(index + 1) ? words[index + 1].bare : ""
    if let verb = EnglishVerb.third(word.bare) {
      if isCertain { return .singular }
      let isNumbered = Self.numbers.contains(words[index - 1].bare) || words[index - 1].bare.contains(where: \.isNumber)
      // "Peace talks open", "Air strikes kill ten": a noun, where a verb follows.
      let isNoun =
        verb.isAlsoNoun
        && (isNumbered || EnglishVerb.named(next).map { !$0.isAlsoNoun } ?? false || EnglishVerb.third(next) != nil
          || Auxiliary.toPast[next] != nil || Self.prepositionsAfterNouns.contains(next))
      if isNoun { return nil }
      // "Peace talks collapse": either may be the verb, unless a name is the subject.
      let isUnsure = verb.isAlsoNoun && EnglishVerb.named(next) != nil
      let first = words[0].bare
      return isUnsure && (index > 1 || words[0].isLowercase || EnglishWords.isNoun(first)) ? .unsure : .singular
    }
    guard EnglishVerb.named(word.bare) != nil, isPlural(words[..<index]) else { return nil }
    return .plural
  }

  /// The index behind the names that a sentence begins with: 3 in "Meles and Isaias sign"; 0 for none.
  private func subjectEnd(_ words: [Word]) -> Int {
    var index = words.first.map { ["the", "a", "an"].contains($0.text.lowercased()) } == true ? 1 : 0
    var end = 0
    while index < words.count {
      let rest = words[index...].map(\.bareName)
      guard let name = names.first(where: { rest.starts(with: $0) }) else { break }
      end = index + name.count
      guard end < words.count, ["and", "&"].contains(words[end].text) || words[end - 1].text.hasSuffix(",") else {
        break
      }
      index = words[end].text == "and" ? end + 1 : end
      if words.indices.contains(index), words[index].text == "the" { index += 1 }
    }
    // A possessive goes on: "Ethiopia's ruling coalition".
    return end > 0 && words[end - 1].isPossessive ? 0 : end
  }

  /// Whether a subject takes a plural verb.
  private func isPlural(_ subject: ArraySlice<Word>) -> Bool {
    let words = Array(subject)
    guard let first = words.first else { return false }
    if words.contains(where: { $0.text == "and" }) { return true }
    let name = words.filter { !["the"].contains($0.text.lowercased()) }.map(\.bareName)
    if plurals.contains(where: { name.starts(with: $0) }) { return true }
    let end = words.dropFirst().firstIndex {
      Self.prepositions.contains($0.bare) || ["who", "that", "which"].contains($0.bare)
    }
    let comma = words.firstIndex { $0.hasPause }.map { $0 + 1 }
    let head = words[..<min(end ?? words.count, comma ?? words.count)].last?.bare.lowercased() ?? ""
    if ["both", "all", "several", "many", "some", "few", "most"].contains(first.bare.lowercased()) { return true }
    return EnglishNames.plurals.contains(head)
      || head.hasSuffix("s") && !["ss", "us", "is"].contains(where: head.hasSuffix)
      || head.hasSuffix("is") && head.count > 6 && !head.hasSuffix("polis") && !head.hasSuffix("sis")
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "no", "any", "each", "every",
    "another", "some", "several", "more", "all", "new", "further", "first", "last", "many", "few",
  ]
  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "more", "fewer",
  ]
  private static let prepositions: Set<String> = [
    "of", "in", "on", "by", "with", "for", "from", "at", "into", "against", "over", "after", "before", "between",
    "under",
    "about", "towards", "toward", "to", "through", "during", "near", "without", "within", "as", "than", "across",
    "among",
  ]
  private static let prepositionsAfterNouns: Set<String> = ["of", "between", "by"]
  private static let particles: Set<String> = ["out", "up", "off", "down", "back", "away", "not", "that", "for"]
}

/// A word with the punctuation at its ends.
private struct Word {
  var text: String

  init(_ text: String) { self.text = text }

  private static let marks: Set<Character> = [",", ".", ":", ";", "(", ")", "“", "”", "\"", "!", "?"]

  /// Without punctuation.
  var bare: String {
    let start = text.drop { Word.marks.contains($0) }
    return String(start.reversed().drop { Word.marks.contains($0) }.reversed())
  }
  /// Without punctuation behind it, to compare with names.
  var bareName: String { String(text.reversed().drop { Word.marks.contains($0) }.reversed()) }
  var isLowercase: Bool { bare.first?.isLowercase == true }
  var hasPause: Bool { text.last.map { ",:;".contains($0) } == true }
  var isPossessive: Bool { ["'s", "’s", "s'", "s’"].contains(where: bare.hasSuffix) }

  mutating func replace(_ word: String) {
    guard let range = text.firstRange(of: bare) else { return }
    text.replaceSubrange(range, with: word)
  }
}

/// Forms of auxiliary verbs.
private enum Auxiliary {
  static let toPast = [
    "is": "was", "are": "were", "has": "had", "have": "had", "does": "did", "do": "did", "will": "would",
    "can": "could",
    "may": "might", "cannot": "could not",
  ]
  static let past: Set<String> = ["was", "were", "had", "did", "would", "could", "might", "should", "must"]
  static let modals: Set<String> = ["will", "can", "may", "would", "could", "might", "should", "must", "shall", "did"]
}
