import DyadCore

/// The clauses of views, and of remarks on a relation.
extension RelationClause {
  /// "Pakistan has regarded the Taliban as a threat", for a kind that is the view of one party on the other.
  func view(_ wording: PhaseWording?) -> EnglishClause? {
    guard OneLine.of(kind.sentence) == "{from} on {to}", let regard = EnglishVerb.named("regard") else { return nil }
    switch wording {
    case nil: return EnglishClause(from, .have, "views on \(to.text)")
    case .predicate(let text), .state(let text): return EnglishClause(from, regard, "\(to.text) as \(text)")
    case .noun(let noun):
      let isFeeling = EnglishWords.isMass(NounPhrase.head(noun.core.split(separator: " ").map { String($0) }))
      return EnglishClause(from, regard, "\(to.text) \(isFeeling ? "with" : "as") \(noun.text)")
    case .role(let role, let rest):
      return EnglishClause(
        from, regard, "\(to.text) as \(NounPhrase.isPlural(role) ? role : EnglishArticle.indefinite(role))\(rest)")
    case .circumstance(let text):
      // "credibility greatly improved" is said of the other party.
      let words = text.split(separator: " ").map { String($0) }
      guard let start = words.firstIndex(where: { EnglishWords.isAdverb($0) || EnglishWords.isParticiple($0) }),
        start > 0
      else { return nil }
      let noun = words[..<start].joined(separator: " ")
      let whose = to.isShort ? "\(to.possessive) \(noun)" : "the \(noun) of \(to.text)"
      return EnglishClause(from, regard, "\(whose) as \(words[start...].joined(separator: " "))")
    case .other(let text) where text.split(separator: " ").first.flatMap { EnglishVerb.gerund(String($0)) } != nil:
      return EnglishClause(from, regard, "\(to.text) as \(text)")
    case .adverbial, .verb, .other: return nil
    }
  }

  /// Whether the noun says what the whole relation is to somebody: "a major source of discord".
  func isRemark(_ noun: NounPhrase) -> Bool {
    RelationClause.remarks.contains(NounPhrase.head(noun.core.split(separator: " ").map { String($0) }))
  }

  /// Several remarks in one wording: "banned; a source of discord" as "banned and a source of discord".
  func remarks(_ text: String) -> String? {
    let parts = text.split(separator: "; ").map { String($0) }
    guard parts.count > 1 else { return nil }
    var hasNoun = false
    for part in parts {
      switch PhaseWording(part) {
      case .predicate: continue
      case .noun(let noun) where isRemark(noun): hasNoun = true
      default: return nil
      }
    }
    return hasNoun ? parts.inList : nil
  }

  private static let remarks: Set<String> = [
    "source", "cause", "reason", "matter", "problem", "issue", "threat", "concern", "burden", "worry", "obstacle",
    "factor", "grievance", "irritant",
  ]
}
