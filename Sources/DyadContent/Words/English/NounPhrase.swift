/// A noun phrase with its article, and its number.
///
///     NounPhrase("arms embargo")?.text         // "an arms embargo"
///     NounPhrase("quarrel over the ferry")     // "a quarrel" + "over the ferry"
package struct NounPhrase: Hashable, Sendable {
  /// The noun with its article and adjectives: "an arms embargo".
  package let core: String
  /// What follows the noun: "over the ferry".
  package let rest: String
  /// Whether its verb is plural.
  package let isPlural: Bool

  /// The whole phrase.
  package var text: String { rest.isEmpty ? core : core + (rest.hasPrefix(",") ? "" : " ") + rest }

  /// The phrase of a wording; several with a comma between them are joined: "truce, then treaty".
  static func listed(_ text: String) -> NounPhrase? {
    let parts = text.split(separator: ", ").map { String($0) }
    guard parts.count > 1 else { return NounPhrase(text) }
    var rest = text.dropFirst(parts[0].count)
    guard let first = NounPhrase(parts[0]) else { return nil }
    // Only where each part is a noun, so that "and" can join them.
    let others = parts.dropFirst().map { part -> (link: String, phrase: NounPhrase?) in
      let link = ["then ", "and ", "but ", "later "].first { part.hasPrefix($0) }
      let noun = String(part.dropFirst(link?.count ?? 0))
      let head = NounPhrase.head(noun.split(separator: " ").map { String($0) })
      return (link ?? "", EnglishWords.isNoun(head) ? NounPhrase(noun) : nil)
    }
    guard others.allSatisfy({ $0.phrase != nil }) else {
      if rest.hasPrefix(", ") { rest = ", " + rest.dropFirst(2) }
      return NounPhrase(core: first.core, rest: first.rest + rest, isPlural: first.isPlural)
    }
    let phrases = [first] + others.compactMap(\.phrase)
    let isSequence = others.contains { $0.link == "then " || $0.link == "later " }
    let words = phrases.map(\.text)
    let joined =
      isSequence
      ? zip(others, words.dropFirst()).reduce(words[0]) { "\($0), \($1.0.link.isEmpty ? "then " : $1.0.link)\($1.1)" }
      : words.inList
    return NounPhrase(core: joined, rest: "", isPlural: phrases[0].isPlural)
  }

  /// The phrase with its article; `nil` for no words.
  init?(_ text: String) {
    let words = text.split(separator: " ").map { String($0) }
    guard let first = words.first else { return nil }
    let end = words.dropFirst().firstIndex {
      EnglishWords.prepositions.contains($0) || ["that", "who", "which"].contains($0)
    }
    let (core, rest) = (words[..<(end ?? words.endIndex)], words[(end ?? words.endIndex)...])
    let head = core.last.map { $0.filter { $0 != "," } } ?? ""
    let isPlural = NounPhrase.isPlural(head)
    let noun = core.joined(separator: " ")
    let needsArticle = !isPlural && !EnglishWords.determiners.contains(first) && !EnglishWords.isMass(head)
    self.init(
      core: needsArticle ? EnglishArticle.indefinite(noun) : noun, rest: rest.joined(separator: " "),
      isPlural: isPlural && first != "neither")
  }

  private init(core: String, rest: String, isPlural: Bool) {
    (self.core, self.rest, self.isPlural) = (core, rest, isPlural)
  }

  /// The noun: the last word before a phrase with a preposition.
  static func head(_ words: [String]) -> String {
    let end = words.dropFirst().firstIndex {
      EnglishWords.prepositions.contains($0) || ["that", "who", "which"].contains($0)
    }
    return words[..<(end ?? words.endIndex)].last ?? ""
  }

  static func isPlural(_ noun: String) -> Bool {
    EnglishNames.plurals.contains(noun)
      || noun.count > 3 && noun.hasSuffix("s") && !["ss", "us", "is", "as", "ics"].contains(where: noun.hasSuffix)
        && !EnglishWords.singularsInS.contains(noun)
  }
}
