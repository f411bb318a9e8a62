/// An English verb with the forms that a sentence needs.
///
///     EnglishVerb.named("visit")?.past     // "visited"
package struct EnglishVerb: Hashable, Sendable {
  /// The form of the plural and of the infinitive: "visit".
  package let base: String
  /// The third person singular of the present: "visits".
  package let third: String
  /// The past tense: "visited".
  package let past: String
  /// The past participle: "visited".
  package let participle: String
  /// The form in -ing: "visiting".
  package let gerund: String
  /// Whether its forms are nouns as well: "visits", "attack".
  package var isAlsoNoun: Bool { EnglishVerb.alsoNouns.contains(base) }

  /// "be"; its forms in the table are those of the singular.
  package static let be = EnglishVerb(base: "be", third: "is", past: "was", participle: "been", gerund: "being")

  /// "have"
  package static let have = EnglishVerb(base: "have", third: "has", past: "had", participle: "had", gerund: "having")

  /// The verb of a base form; `nil` if no table has it.
  package static func named(_ base: String) -> EnglishVerb? { byBase[base] }
  /// The verb that has this form in the third person singular.
  package static func third(_ form: String) -> EnglishVerb? { byThird[form] }
  /// The verb that has this past participle.
  package static func participle(_ form: String) -> EnglishVerb? { byParticiple[form] }
  /// The verb that has this form in the past tense.
  package static func past(_ form: String) -> EnglishVerb? { byPast[form] }
  /// The verb that has this form in -ing.
  package static func gerund(_ form: String) -> EnglishVerb? { byGerund[form] }

  /// All verbs of the tables.
  package static let all: [EnglishVerb] =
    [have] + irregular.map { EnglishVerb($0.key, past: $0.value.0, participle: $0.value.1) }
    + regular.map { EnglishVerb($0) }

  private static let byBase = index(\.base)
  private static let byThird = index(\.third)
  private static let byParticiple = index(\.participle)
  private static let byPast = index(\.past)
  private static let byGerund = index(\.gerund)

  private static func index(_ form: KeyPath<EnglishVerb, String>) -> [String: EnglishVerb] {
    Dictionary(
      all.sorted { $0.base < $1.base }.map { ($0[keyPath: form], $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension EnglishVerb {
  private init(_ base: String, past: String? = nil, participle: String? = nil) {
    let doubled = EnglishVerb.doubled.contains(base) ? base + String(base.suffix(1)) : base
    let endsInConsonantAndY = base.hasSuffix("y") && !"aeou".contains(base.dropLast().suffix(1))
    let regularPast = base.hasSuffix("e") ? base + "d" : endsInConsonantAndY ? base.dropLast() + "ied" : doubled + "ed"
    let dropsE = base.hasSuffix("e") && !["ee", "oe", "ye"].contains { base.hasSuffix($0) }
    let takesEs = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
    self.init(
      base: base, third: endsInConsonantAndY ? base.dropLast() + "ies" : base + (takesEs ? "es" : "s"),
      past: past ?? regularPast, participle: participle ?? past ?? regularPast,
      gerund: base.hasSuffix("ie") ? base.dropLast(2) + "ying" : dropsE ? base.dropLast() + "ing" : doubled + "ing")
  }
}
