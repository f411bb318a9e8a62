/// The words by which texts refer to parties: names, adjectives of them, names of what belongs to them, and pronouns.
struct PartyNaming {
  private let names: [Entity.ID: Set<String>]
  /// Two words in a row of a name, which may both be too common alone: "Security Council".
  private let pairs: [Entity.ID: Set<[String]>]

  init(_ graph: KnowledgeGraph) {
    var own: [Entity.ID: Set<String>] = graph.entities.mapValues { entity in
      Set(entity.writtenNames.joined()).union([LintWords.initials(of: entity.names[0].text)])
        .subtracting(PartyNaming.common)
    }
    for holding in graph.holdings.values {
      guard let office = graph.offices[holding.office] else { continue }
      own[holding.official, default: []].formUnion(LintWords.of(office.title))
    }
    var related = graph.entities.mapValues { [$0.id, $0.home].compactMap(\.self) }
    for entity in graph.entities.values { if let home = entity.home { related[home, default: []].append(entity.id) } }
    for relation in graph.relations.values where graph.kind(of: relation).isAffiliation {
      related[relation.from, default: []].append(relation.to)
      related[relation.to, default: []].append(relation.from)
    }
    names = related.mapValues { ids in ids.reduce(into: []) { $0.formUnion(own[$1] ?? []) } }
    pairs = related.mapValues { ids in
      ids.compactMap { graph.entities[$0] }.flatMap(\.writtenNames).reduce(into: []) { pairs, name in
        pairs.formUnion(PartyNaming.pairs(in: name))
      }
    }
  }

  /// Whether one of the words may refer to one of the parties.
  func refers(_ words: [String], to parties: [Entity.ID]) -> Bool {
    if words.contains(where: PartyNaming.pronouns.contains) { return true }
    let written = PartyNaming.pairs(in: words)
    if parties.contains(where: { !written.isDisjoint(with: pairs[$0] ?? []) }) { return true }
    let wanted = parties.reduce(into: Set<String>()) { $0.formUnion(names[$1] ?? []) }
    return words.contains { word in wanted.contains { PartyNaming.isForm(word, of: $0) } }
  }

  private static func pairs(in words: [String]) -> Set<[String]> {
    Set(zip(words, words.dropFirst()).map { [$0, $1] }.filter { !$0.contains(where: links.contains) })
  }

  /// Words between the words of a name.
  private static let links: Set<String> = ["of", "the", "and", "for", "in", "to"]

  /// Whether the word is the name, or an adjective of it: "Turkish" of "Turkey".
  static func isForm(_ word: String, of name: String) -> Bool {
    if word == name || irregular[name]?.contains(word) == true { return true }
    return zip(word, name).prefix { $0 == $1 }.count >= 4
  }

  private static let irregular: [String: Set<String>] = [
    "france": ["french", "paris"], "spain": ["spanish", "madrid"], "netherlands": ["dutch"], "wales": ["welsh"],
    "kingdom": ["british", "britain", "uk", "london"], "states": ["american", "us", "america", "washington"],
    "switzerland": ["swiss"], "union": ["eu", "european", "soviet", "brussels"], "nations": ["un"],
  ]

  /// Words of names that do not name anybody.
  static let common: Set<String> = [
    "of", "the", "and", "for", "in", "to", "republic", "islamic", "democratic", "people", "peoples", "federal", "new",
    "front", "movement", "party", "army", "forces", "force", "armed", "national", "government", "ministry", "group",
    "council", "organization", "organisation", "officials", "foreign", "military", "defence", "defense", "security",
    "",
  ]

  private static let pronouns: Set<String> = [
    "it", "its", "they", "them", "their", "theirs", "he", "him", "his", "she", "her", "we", "us", "our", "i", "my",
    "both", "two", "sides", "side", "each", "neither", "either", "countries", "country", "nations", "states",
    "neighbours", "neighbors", "neighbour", "neighbor", "parties", "governments", "who", "former", "latter",
    "bilateral", "mutual",
  ]
}

extension LintWords {
  /// The first letters of the words that begin with a capital.
  static func initials(of name: String) -> String {
    let capitals = name.split { !$0.isLetter }.compactMap(\.first).filter(\.isUppercase)
    return capitals.count < 2 ? "" : String(capitals).lowercased()
  }
}
