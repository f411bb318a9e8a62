internal import DyadCore

/// Adds parties that sentences refer to without a name, where only one is possible: "he", "it", "the two leaders", "both sides".
struct PartyReferences {
  private(set) var resolved: [SentenceReading]
  /// The two states that the text names most.
  private let pair: [NamedParty]

  init(_ sentences: [SentenceReading]) {
    resolved = sentences
    var counts: [NamedParty: Int] = [:]
    for mention in sentences.flatMap(\.mentions) where mention.party.kind == .state {
      counts[mention.party, default: 0] += 1
    }
    pair = counts.sorted { ($0.value, $1.key.id) > ($1.value, $0.key.id) }.prefix(2).map(\.key)
    var leaders: [NamedParty] = []
    for index in resolved.indices {
      add(to: index)
      if let two = PartyReferences.coordinatedOfficials(in: resolved[index]) { leaders = two }
      if leaders.count == 2 { addPair(["the", "two", "leaders"], leaders, to: index) }
    }
  }

  private static func coordinatedOfficials(in sentence: SentenceReading) -> [NamedParty]? {
    let officials = sentence.mentions.filter { $0.party.kind == .official }.map(\.party)
    return Set(officials).count == 2 ? unique(officials) : nil
  }

  private static func unique(_ parties: [NamedParty]) -> [NamedParty] {
    parties.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private mutating func add(to index: Int) {
    for phrase in [
      ["both", "sides"], ["the", "two", "sides"], ["the", "two", "countries"], ["the", "two", "governments"],
      ["both", "countries"],
      ["both", "governments"], ["the", "two", "states"], ["the", "two", "neighbours"], ["the", "two", "armies"],
    ] where pair.count == 2 {
      addPair(phrase, pair, to: index)
    }
    let earlier = index > 0 && resolved[index - 1].paragraph == resolved[index].paragraph ? [resolved[index - 1]] : []
    for (place, word) in resolved[index].words.enumerated() {
      let before = earlier.flatMap(\.mentions) + resolved[index].mentions.filter { $0.words.upperBound <= place }
      switch word.lower {
      case "he", "she":
        if let official = only(before.filter { $0.party.kind == .official }, subjectsOf: earlier) {
          add(official, at: place, to: index)
        }
      case "it":
        // "it has emerged" refers to nobody.
        let subjects = before.filter {
          $0.role == .name && $0.party.kind != .official && $0.party.kind != .place && !$0.isPossessive
        }
        if place > 0, Set(subjects.map(\.party)).count == 1, let party = subjects.last?.party,
          !isEmpty(place, in: resolved[index])
        {
          add(party, at: place, to: index)
        }
      default: break
      }
    }
  }

  private func isEmpty(_ place: Int, in sentence: SentenceReading) -> Bool {
    ["has", "was", "is", "turned"].contains(sentence.word(place + 1))
  }

  private func only(_ mentions: [NamedMention], subjectsOf earlier: [SentenceReading]) -> NamedParty? {
    let parties = PartyReferences.unique(mentions.map(\.party))
    if parties.count == 1 { return parties[0] }
    return nil
  }

  private mutating func addPair(_ phrase: [String], _ parties: [NamedParty], to index: Int) {
    let sentence = resolved[index]
    guard sentence.words.count >= phrase.count else { return }
    for start in 0...sentence.words.count - phrase.count
    where sentence.words[start..<start + phrase.count].map(\.lower) == phrase && sentence.mention(at: start) == nil {
      // The first on the first words, the second on the last one, as if "and" were between them.
      insert(
        NamedMention(
          party: parties[0], role: .name, words: start..<start + phrase.count - 1, isPossessive: false, isPronoun: true),
        into: index)
      insert(
        NamedMention(
          party: parties[1], role: .name, words: start + phrase.count - 1..<start + phrase.count, isPossessive: false,
          isPronoun: true), into: index)
    }
  }

  private mutating func add(_ party: NamedParty, at place: Int, to index: Int) {
    insert(
      NamedMention(party: party, role: .name, words: place..<place + 1, isPossessive: false, isPronoun: true),
      into: index)
  }

  private mutating func insert(_ mention: NamedMention, into index: Int) {
    resolved[index].mentions.append(mention)
    resolved[index].mentions.sort { $0.words.lowerBound < $1.words.lowerBound }
  }
}
