/// A subject, its verb and what follows, in any tense.
///
///     let clause = EnglishClause(EnglishName("relations", isPlural: true), .be, "strained")
///     clause.text(.perfect)     // "relations have been strained"
package struct EnglishClause: Hashable, Sendable {
  /// The tense of a clause.
  package enum Tense: CaseIterable, Sendable {
    /// "are strained"
    case present
    /// "have been strained": since a date, and still so
    case perfect
    /// "were strained"
    case past
    /// "had been strained": since a date before another past date
    case pastPerfect
    /// "may already have been strained"
    case possible
  }

  /// The subject; "there" with the number of what follows for a clause with "there".
  package var subject: EnglishName
  /// The verb.
  package var verb: EnglishVerb
  /// What follows the verb.
  package var rest: String

  /// A clause.
  package init(_ subject: EnglishName, _ verb: EnglishVerb, _ rest: String = "") {
    (self.subject, self.verb, self.rest) = (subject, verb, rest)
  }

  /// "there has been a quarrel"
  package static func there(_ phrase: String, isPlural: Bool) -> EnglishClause {
    EnglishClause(EnglishName("there", isPlural: isPlural), .be, phrase)
  }

  /// The words of the clause.
  package func text(_ tense: Tense) -> String {
    "\(subject.text) \(verb.finite(tense, isPlural: subject.isPlural))"
      + (rest.isEmpty ? "" : rest.hasPrefix(",") ? rest : " \(rest)")
  }
}

extension EnglishVerb {
  /// The finite form: "has visited", "were".
  func finite(_ tense: EnglishClause.Tense, isPlural: Bool) -> String {
    switch tense {
    case .present: isPlural ? (self == .be ? "are" : base) : third
    case .perfect: "\(isPlural ? "have" : "has") \(participle)"
    case .past: isPlural && self == .be ? "were" : past
    case .pastPerfect: "had \(participle)"
    case .possible: "may already have \(participle)"
    }
  }
}
