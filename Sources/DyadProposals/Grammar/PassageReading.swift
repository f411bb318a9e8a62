internal import DyadContent
internal import DyadCore

/// A text with its sentences, the parties that it names, and its dates.
struct PassageReading {
  let text: SourceText
  let published: PartialDate?
  private(set) var sentences: [SentenceReading] = []
  let homes: [String: NamedParty]

  init(_ source: Source, _ text: SourceText, in graph: KnowledgeGraph) {
    (self.text, published) = (text, source.published)
    let scalars = Array(text.text.unicodeScalars)
    let names = NameTable(graph, language: source.language)
    let words = TextWord.all(in: scalars)
    let dates = PassageDates(in: text, published: source.published).all
    homes = PassageReading.homes(in: graph)
    var index = 0
    for sentence in Sentences(text).all {
      while index < words.count, words[index].range.upperBound <= sentence.range.lowerBound { index += 1 }
      let first = index
      while index < words.count, words[index].range.lowerBound < sentence.range.upperBound { index += 1 }
      let own = Array(words[first..<index])
      guard !own.isEmpty else { continue }
      sentences.append(
        SentenceReading(
          words: own, range: sentence.range, paragraph: sentence.paragraph, mentions: names.mentions(in: own),
          dates: dates.filter { sentence.range.contains($0.range.lowerBound) }))
    }
    sentences = PartyReferences(sentences).resolved
  }

  /// The state, or else the party, that an official, organization or place belongs to.
  private static func homes(in graph: KnowledgeGraph) -> [String: NamedParty] {
    graph.entities.values.reduce(into: [:]) { homes, entity in
      if let home = entity.home, let found = graph.entities[home] {
        homes[entity.id.text] = .entity(home, found.kind)
      }
    }
  }
}
