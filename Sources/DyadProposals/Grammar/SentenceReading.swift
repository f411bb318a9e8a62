internal import DyadCore

/// A sentence with its words, the parties that it names, and its dates.
struct SentenceReading {
  let words: [TextWord]
  /// The place in the text, in Unicode scalars.
  let range: Range<Int>
  let paragraph: Int
  /// In the order of the sentence; without overlaps.
  var mentions: [NamedMention]
  let dates: [PassageDate]

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }

  /// The mention that covers the word.
  func mention(at index: Int) -> NamedMention? { mentions.first { $0.words.contains(index) } }

  func mentions(in range: Range<Int>) -> [NamedMention] {
    mentions.filter { $0.words.lowerBound >= range.lowerBound && $0.words.upperBound <= range.upperBound }
  }

  /// The word before a mention, without articles, adjectives and titles between them.
  func lead(of mention: NamedMention) -> (word: String, index: Int) {
    var index = mention.words.lowerBound - 1
    while index >= 0 {
      if isModifier(index) {
        index -= 1
      } else if let other = self.mention(at: index), ["for", "of"].contains(word(other.words.lowerBound - 1)),
        OfficeWord.heads.contains(word(other.words.lowerBound - 2))
      {
        // The title has a name of its own: "Special Envoy for Afghanistan".
        index = other.words.lowerBound - 2
      } else {
        break
      }
    }
    return (word(index), index)
  }

  private func isModifier(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isWord, self.mention(at: index) == nil else { return false }
    if GrammarWord.determiners.contains(word.lower) || OfficeWord.modifiers.contains(word.lower)
      || OfficeWord.heads.contains(word.lower)
    {
      return true
    }
    return ["banned", "then", "former", "neighbouring", "both", "colleague", "counterpart", "capital", "ruling"]
      .contains(word.lower)
  }

  /// The first word of a mention with its title: "Foreign Minister Ana Rojas".
  func titled(_ mention: NamedMention) -> Int {
    var index = mention.words.lowerBound
    while index > 0, isModifier(index - 1) || self.mention(at: index - 1)?.role == .adjective { index -= 1 }
    return index
  }

  /// The preposition that governs a mention; `nil` for none.
  func preposition(of mention: NamedMention) -> String? {
    let lead = lead(of: mention)
    if GrammarWord.prepositions.contains(lead.word) { return lead.word }
    // "of A and B": the second has the preposition of the first.
    guard lead.word == "and" || lead.word == ",", let other = self.mention(at: lead.index - 1) else { return nil }
    return preposition(of: other)
  }

  /// Whether a word divides the sentence: a dash between words, a semicolon, "that", "when".
  func isBoundary(_ index: Int) -> Bool {
    let word = words[index]
    if [";", ":", "—", "“", "”", "\""].contains(word.text) { return true }
    // "(TTP)" stays with its name.
    if word.text == "(" { return !(index + 1..<index + 5).contains { self.word($0) == ")" } }
    if word.text == ")" { return !(max(0, index - 4)..<index).contains { self.word($0) == "(" } }
    if word.isDash { return index > 0 && words[index - 1].range.upperBound < word.range.lowerBound }
    guard GrammarWord.clauseStarts.contains(word.lower), mention(at: index) == nil else { return false }
    // A date begins with "since" too, and "that September" is one.
    return !dates.contains { $0.range.overlaps(word.range) } && !(word.lower == "as" && self.word(index + 1) == "a")
  }

  /// The words around the index up to the next boundaries.
  func clause(around index: Int) -> Range<Int> {
    var (start, end) = (index, index + 1)
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    while end < words.count, !isBoundary(end) { end += 1 }
    return start..<end
  }

  /// The text between the words, with one space for each stretch of white space, without marks at the ends.
  func phrase(_ range: Range<Int>, in text: SourceText) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return text.passage(first.range.lowerBound..<last.range.upperBound)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
