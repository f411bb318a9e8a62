/// The words of titles of offices.
enum OfficeWord {
  /// Nouns that end a title, before "of" or "for".
  static let heads: Set<String> = [
    "minister", "president", "premier", "chancellor", "secretary", "ambassador", "envoy", "king", "queen", "emir",
    "sultan",
    "shah", "pope", "general", "chief", "commander", "governor", "spokesman", "spokeswoman", "spokesperson", "adviser",
    "advisor", "speaker", "chairman", "chairwoman", "commissioner", "representative", "consul", "marshal", "admiral",
    "colonel", "prince", "princess", "mayor", "negotiator", "leader", "director", "judge", "captain", "regent",
    "harbourmaster",
  ]
  /// Words before the head.
  static let modifiers: Set<String> = [
    "prime", "deputy", "foreign", "defence", "defense", "interior", "finance", "interim", "acting", "vice", "special",
    "high",
    "supreme", "army", "first", "chief", "state", "home", "trade", "energy", "national", "security", "crown",
    "permanent",
    "secretary", "under", "assistant", "naval", "fleet", "fisheries", "justice", "health", "economy", "transport",
    "culture",
    "information", "senior", "presidential", "general", "lieutenant", "major", "brigadier", "field", "joint", "harbour",
  ]
  /// Words that say that the office is no longer held.
  static let former: Set<String> = ["former", "ex", "late", "then"]
  /// Titles of a person without an office.
  static let courtesies: Set<String> = ["mr", "mrs", "ms", "dr", "sir"]
}
