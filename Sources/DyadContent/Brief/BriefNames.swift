package import DyadCore

/// How the sentences of a brief name parties and speakers.
package struct BriefNames {
  private let names: [Entity.ID: EnglishName]
  private let graph: KnowledgeGraph
  private let corpus: [String]
  let past: PastTense

  package init(_ graph: KnowledgeGraph, at moment: Moment) {
    let corpus = graph.events.values.map(\.what).sorted() + graph.citations.compactMap(\.citation.quote)
    var names: [Entity.ID: EnglishName] = [:]
    var spellings: [(name: String, isPlural: Bool)] = []
    for (id, entity) in graph.entities {
      let full = entity.name(at: moment)
      let short = graph.shortName(of: id, at: moment)
      // "UAE" is for pictures; a sentence has room for the name.
      let isCode = entity.kind == .state && short.allSatisfy { $0.isUppercase || $0 == "." }
      // So are "Military and intelligence" and other shortened phrases.
      let words = short.split(separator: " ")
      let isFragment = words.contains("and") && words.dropFirst().allSatisfy { $0.first?.isLowercase == true }
      let name = EnglishName(isCode || isFragment ? full : short, entity.kind) { BriefNames.hasArticle($0, in: corpus) }
      names[id] = name
      let last = entity.kind == .official ? full.split(separator: " ").dropFirst().last.map { [String($0)] } ?? [] : []
      spellings += ([full, short] + last).map { ($0, name.isPlural) }
    }
    (self.graph, self.names, self.corpus) = (graph, names, corpus)
    past = PastTense(names: spellings.map(\.name), plurals: spellings.filter(\.isPlural).map(\.name))
  }

  /// The name of an entity: "the TTP", "Pakistani officials".
  subscript(_ id: Entity.ID) -> EnglishName { names[id] ?? EnglishName(id.text, isPlural: false) }

  /// The name of a speaker.
  func speaker(_ mention: Mention) -> EnglishName {
    switch mention {
    case .entity(let id): self[id]
    case .words(let words): EnglishNames.phrase(words)
    case .dataSet: EnglishName(graph.name(of: mention), isPlural: false)
    }
  }

  /// The sentence about an event in the past tense, to follow a date: "the TTP attacked …"; `nil` if its verb is uncertain.
  package func happened(_ event: Event) -> String? {
    past.sentence(BriefNames.ended(event.what)).map(uncapitalized)
  }

  /// The text without its full stop.
  static func ended(_ text: String) -> String {
    var text = OneLine.of(text)
    while let last = text.last, ".; ".contains(last) { text.removeLast() }
    return text
  }

  /// Without the capital letter of a first word that is no name.
  func uncapitalized(_ text: String) -> String {
    let words = text.split(separator: " ").map { String($0) }
    guard let first = words.first.map({ $0.filter { $0 != "," } }), first.dropFirst().allSatisfy({ !$0.isUppercase })
    else {
      return text
    }
    let lower = first.lowercased()
    // "Foreign Minister Osman", but "Former President Carter"
    let isTitle =
      words.count > 1 && !words[0].hasSuffix(",") && words[1].first?.isUppercase == true
      && !EnglishWords.determiners.contains(lower) && lower != "former"
    if isTitle { return text }
    let isName = graph.entities.values.contains { entity in
      [entity.name(), entity.shortName].contains { text.hasPrefix($0) }
    }
    let isCommon =
      EnglishWords.determiners.contains(lower) || EnglishNames.isCommon(words)
      || !isName && (EnglishWords.isNoun(lower) || EnglishNames.pluralNouns.contains(lower) || isWritten(lower))
      || isName && names.values.contains { $0.text.lowercased().hasPrefix(lower + " ") && $0.text.hasPrefix(lower) }
    return isCommon ? lower + text.dropFirst(first.count) : text
  }

  /// Whether the word is written with a small letter in the dossier.
  private func isWritten(_ word: String) -> Bool {
    corpus.contains { text in text.split { !($0.isLetter || $0 == "-") }.contains { $0 == word } }
  }

  /// Whether the texts of the dossier mostly put "the" before the name.
  private static func hasArticle(_ name: String, in corpus: [String]) -> Bool {
    var (with, all) = (0, 0)
    for text in corpus {
      for range in text.ranges(of: name) {
        all += 1
        if text[..<range.lowerBound].suffix(4).lowercased() == "the " { with += 1 }
      }
    }
    return with * 2 > all
  }
}
