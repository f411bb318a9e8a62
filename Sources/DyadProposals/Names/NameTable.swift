internal import DyadCore

/// The names of a dossier and of the world's states, which are looked up in the words of a text.
struct NameTable: Sendable {
  private struct Entry {
    let words: [String]
    let party: NamedParty
    let role: NamedMention.Role
    /// Whether the first letter must be a capital.
    let isProper: Bool
  }

  /// By their first word, the longest first.
  private var entries: [String: [Entry]] = [:]
  let states: [String: NamedParty]
  /// The place entities that are capitals, by their names in small letters.
  private var places: [String: Entity.ID] = [:]

  /// - Parameter language: the language of the text, in which names may be written beside the plain ones.
  init(_ graph: KnowledgeGraph, language: String?) {
    var states: [String: NamedParty] = [:]
    for entity in graph.entities.values.sorted(by: { $0.id < $1.id }) where entity.kind == .state {
      let fact =
        entity.codes["iso3"].flatMap { StateFact.byCode[$0] } ?? StateFact.byName[entity.names[0].text.lowercased()]
      if let fact { states[fact.iso3] = .entity(entity.id, .state) }
    }
    self.states = states
    var short: [String: Set<NamedParty>] = [:]
    let capitals = Set(StateFact.all.flatMap(\.capitals))
    for entity in graph.entities.values.sorted(by: { $0.id < $1.id }) {
      if entity.kind == .place, capitals.contains(entity.names[0].text) {
        // The name of a capital means the government as often as the place.
        places[entity.names[0].text.lowercased()] = entity.id
        continue
      }
      let party = NamedParty.entity(entity.id, entity.kind)
      let names = entity.names.filter { $0.language == nil || $0.language == language }.map(\.text)
      for name in names + [entity.short].compactMap(\.self) { add(name, party, .name) }
      for part in names.flatMap({ NameTable.parts(of: $0, entity.kind) }) { short[part, default: []].insert(party) }
    }
    // Part of a name is a name where it means one party only.
    for (part, parties) in short.sorted(by: { $0.key < $1.key }) where parties.count == 1 {
      if let party = parties.first, entry(exactly: part) == nil { add(part, party, .name) }
    }
    for fact in StateFact.all {
      let party = states[fact.iso3] ?? .state(fact)
      for name in [fact.name] + fact.otherNames { add(name, party, .name) }
      for demonym in fact.demonyms { add(demonym, party, .adjective) }
      for capital in fact.capitals { add(capital, party, .capital) }
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The parts by which texts call a party after its first mention: a surname, "Taliban" for "Afghan Taliban".
  private static func parts(of name: String, _ kind: Entity.Kind) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, words.allSatisfy({ $0.first?.isLetter == true || $0.first?.isNumber == true }) else {
      return []
    }
    switch kind {
    case .official:
      let titles: Set = ["King", "Queen", "Prince", "Sheikh", "General", "President"]
      return [words.first, words.last].compactMap(\.self).filter { $0.count > 2 && !titles.contains($0) }
    case .group, .organization:
      if let of = words.firstIndex(of: "of"), of > 1 { return [words[..<of].joined(separator: " ")] }
      let isAdjective = StateFact.all.contains { $0.demonyms.contains(words[0]) || $0.name == words[0] }
      let rest = words.dropFirst()
      return isAdjective && rest.first?.first?.isUppercase == true ? [rest.joined(separator: " ")] : []
    case .state, .place: return []
    }
  }

  private mutating func add(_ name: String, _ party: NamedParty, _ role: NamedMention.Role) {
    let words = TextWord.all(in: Array(name.unicodeScalars))
    guard let first = words.first else { return }
    let rest = first.lower == "the" && words.count > 1 ? Array(words.dropFirst()) : words
    let entry = Entry(
      words: rest.map(\.lower), party: party, role: role, isProper: rest.contains(where: \.isCapitalized))
    let known = entries[entry.words[0], default: []]
    guard !known.contains(where: { $0.words == entry.words && ($0.party == party || $0.role == role || role != .name) })
    else { return }
    entries[entry.words[0], default: []].append(entry)
  }

  private func entry(exactly name: String) -> Entry? {
    let words = TextWord.all(in: Array(name.unicodeScalars)).map(\.lower)
    return words.first.flatMap { entries[$0] }?.first { $0.words == words }
  }

  // MARK: Looking up

  /// Nouns that make a party of an adjective: "Afghan officials".
  static let agents: Set<String> = [
    "government", "authorities", "officials", "official", "forces", "army", "military", "troops", "regime", "side",
    "ministry", "delegation", "team", "police", "leadership", "leaders", "navy", "diplomats", "soldiers",
    "administration",
    "negotiators", "jets", "warplanes", "aircraft", "drones", "ministers", "presidency", "parliament", "units",
  ]
  /// Nouns before which a capital says where: "the Algiers agreement".
  private static let events: Set<String> = [
    "agreement", "agreements", "accord", "accords", "declaration", "treaty", "talks", "summit", "process", "conference",
    "protocol", "communique", "meeting", "round",
  ]
  private static let adjectives: Set<String> = [
    "security", "armed", "foreign", "defence", "defense", "air", "state", "interim",
  ]

  /// The names in the words, without overlaps.
  func mentions(in words: [TextWord]) -> [NamedMention] {
    var (found, index) = ([NamedMention](), 0)
    while index < words.count {
      guard let mention = mention(at: index, in: words) else {
        index += 1
        continue
      }
      found.append(mention)
      index = mention.words.upperBound
    }
    return found
  }

  private func mention(at index: Int, in words: [TextWord]) -> NamedMention? {
    for entry in entries[words[index].lower] ?? [] {
      let end = index + entry.words.count
      guard end <= words.count, zip(words[index..<end], entry.words).allSatisfy({ $0.lower == $1 }),
        !entry.isProper || words[index..<end].contains(where: \.isCapitalized) && words[index].isCapitalized
          || !(entry.words[0].first?.isLetter ?? false)
      else { continue }
      let agent = agentEnd(from: end, in: words)
      var role = entry.role == .adjective && agent != nil ? .name : entry.role
      if role == .capital, words.indices.contains(end), NameTable.events.contains(words[end].lower) {
        role = .adjective
      }
      let isPossessive = words.indices.contains(end) && words[end].isPossessive
      let isParty = entry.role == .adjective || entry.party.kind != .official && entry.party.kind != .place
      return NamedMention(
        party: entry.party, role: isPossessive && role == .adjective ? .adjective : role,
        words: index..<(isParty ? agent ?? end : end), isPossessive: isPossessive, place: place(entry))
    }
    return nil
  }

  private func place(_ entry: Entry) -> Entity.ID? {
    switch entry.party {
    case .entity(let id, .place): id
    default: entry.role == .capital ? places[entry.words.joined(separator: " ")] : nil
    }
  }

  /// The end of "government" or "security forces".
  private func agentEnd(from index: Int, in words: [TextWord]) -> Int? {
    guard words.indices.contains(index) else { return nil }
    if NameTable.agents.contains(words[index].lower) { return index + 1 }
    guard words.indices.contains(index + 1), NameTable.adjectives.contains(words[index].lower),
      NameTable.agents.contains(words[index + 1].lower)
    else { return nil }
    return index + 2
  }
}
