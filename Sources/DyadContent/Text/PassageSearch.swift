package import DyadCore

/// Finds passages of source texts, word for word, for quotes.
///
///     let search = PassageSearch(graph)
///     search.passages(completing: "ended their qu", in: "herald").first?.text     // "ended their quarrel over the ferry."
package final class PassageSearch {
  /// A passage of a text.
  package struct Passage: Hashable, Sendable {
    package var source: Source.ID
    /// The passage in one line, exactly as a quote may have it.
    package var text: String
    /// The sentence that contains it.
    package var sentence: String

    package init(source: Source.ID, text: String, sentence: String) {
      (self.source, self.text, self.sentence) = (source, text, sentence)
    }
  }

  private let graph: KnowledgeGraph
  private var known: [Source.ID: [String]] = [:]

  package init(_ graph: KnowledgeGraph) { self.graph = graph }

  /// The sentences of a source, in one line each; none where the dossier lacks its text.
  package func sentences(of source: Source.ID) -> [String] {
    if let known = known[source] { return known }
    let found = graph.sources[source]?.text.map { text in
      Sentences(text).all.map { OneLine.of(text.passage($0.range)) }
    }
    known[source] = found ?? []
    return found ?? []
  }

  /// Passages that begin with the words, up to a comma and to the end of their sentences; else sentences with all of the words.
  ///
  /// - Parameter source: the source; `nil` for all.
  package func passages(completing words: String, in source: Source.ID?, limit: Int = 50) -> [Passage] {
    let wanted = PassageSearch.folded(words)
    let start = wanted.drop { $0 == " " }
    var found: [Passage] = []
    var seen: Set<String> = []
    func add(_ text: String, _ sentence: String, _ source: Source.ID) {
      if seen.insert(text).inserted { found.append(Passage(source: source, text: text, sentence: sentence)) }
    }
    for id in source.map({ [$0] }) ?? graph.sources.keys.sorted() {
      for sentence in sentences(of: id) where found.count < limit {
        let (characters, plain) = (Array(sentence), PassageSearch.folded(sentence))
        guard let place = PassageSearch.place(of: Array(start), in: plain) else { continue }
        let rest = characters[place...]
        let least = place + start.count
        if let comma = rest.indices.first(where: { index in
          index > least && [",", ";", ":"].contains(characters[index]) && characters[index...].dropFirst().first == " "
        }) {
          add(String(characters[place..<comma]), sentence, id)
        }
        add(String(rest), sentence, id)
      }
    }
    return found.isEmpty ? sentences(with: words, in: source, limit: limit) : Array(found.prefix(limit))
  }

  /// Sentences with all of the words, or their beginnings, in any order; those with the words in a row first.
  package func sentences(with words: String, in source: Source.ID? = nil, limit: Int = 50) -> [Passage] {
    let wanted = PassageSearch.words(words)
    guard !wanted.isEmpty else { return [] }
    var (inRow, others): ([Passage], [Passage]) = ([], [])
    for id in source.map({ [$0] }) ?? graph.sources.keys.sorted() {
      for sentence in sentences(of: id) {
        let own = PassageSearch.words(sentence)
        guard wanted.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) else { continue }
        let passage = Passage(source: id, text: sentence, sentence: sentence)
        let isInRow = PassageSearch.place(of: PassageSearch.folded(words), in: PassageSearch.folded(sentence)) != nil
        if isInRow { inRow.append(passage) } else { others.append(passage) }
      }
    }
    return Array((inRow + others).prefix(limit))
  }

  // MARK: Words

  /// In small letters, with plain quotes, dashes and spaces; as many characters as the text has.
  private static func folded(_ text: String) -> [Character] {
    text.map { character in
      switch character {
      case _ where character.isWhitespace: return " "
      case "‘", "’", "‚", "‛": return "'"
      case "“", "”", "„", "«", "»": return "\""
      case "‐", "‑", "‒", "–", "—", "−": return "-"
      default:
        let lower = character.lowercased()
        return lower.count == 1 ? Character(lower) : character
      }
    }
  }

  package static func words(_ text: String) -> [String] {
    String(folded(text)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Where the characters begin in the text, at the beginning of a word.
  private static func place(of wanted: [Character], in text: [Character]) -> Int? {
    guard wanted.count <= text.count else { return nil }
    return (0...text.count - wanted.count).first { place in
      let begins = place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber)
      return begins && text[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
