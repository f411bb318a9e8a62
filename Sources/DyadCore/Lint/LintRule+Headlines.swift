extension LintRule {
  /// Every quote of a source is in its headline, with a word that the text below it does not have.
  static let headlineOnly = LintRule(.headlineOnly) { linted in
    let names = linted.graph.entities.values.reduce(into: Set<String>()) { $0.formUnion($1.writtenNames.joined()) }
      .subtracting(PartyNaming.common)
    func isName(_ word: String) -> Bool { names.contains { $0.hasPrefix(word) || PartyNaming.isForm(word, of: $0) } }
    var headlines: [Source.ID: Headline?] = [:]
    func headline(of id: Source.ID) -> Headline? {
      if let known = headlines[id] { return known }
      let headline = linted.graph.sources[id].flatMap { Headline(of: $0) }
      headlines[id] = .some(headline)
      return headline
    }
    return linted.evidence.flatMap { claim -> [LintFinding] in
      let citations = claim.evidence.citations
      let quoting = citations.indices.filter { citations[$0].quote != nil }
      let bySource = Dictionary(grouping: quoting) { citations[$0].source }
      func isBelow(_ index: Int) -> Bool { headline(of: citations[index].source)?.contains(citations[index]) != true }
      return bySource.sorted { $0.key < $1.key }.compactMap { source, quotes -> LintFinding? in
        guard let headline = headline(of: source), !quotes.contains(where: isBelow) else { return nil }
        let others = quoting.filter(isBelow).reduce(into: WordStems()) { $0.insert(citations[$1].quote ?? "") }
        let words = quotes.flatMap { LintWords.content(of: citations[$0].quote ?? "") }.filter { word in
          !isName(word) && !headline.body.has(word) && !others.has(word)
        }
        guard !words.isEmpty else { return nil }
        let listed = LintWords.distinct(words).map { "'\($0)'" }
        return LintFinding(
          claim: claim.id,
          message:
            "\(listed.joined(separator: ", ")) \(listed.count == 1 ? "is" : "are") only in the headline of '\(source)'; "
            + "cite the text below it, or mark what it does not say",
          place: claim.places[quotes[0]])
      }
    }
  }
}

/// The headline of a source, and the words of the text below it.
private struct Headline {
  private let text: SourceText
  private let range: Range<Int>
  let body: WordStems

  /// The title at the start of the text, or else a heading there; `nil` if there is neither, or nothing below it.
  ///
  /// Texts in other languages than English have none: their words have other forms.
  init?(of source: Source) {
    guard let text = source.text, source.language?.hasPrefix("en") ?? true,
      let end = Headline.endOfTitle(source.title, in: text) ?? Headline.endOfHeading(in: text)
    else { return nil }
    let body = WordStems(text.passage(end..<text.count))
    guard !body.isEmpty else { return nil }
    (self.text, range, self.body) = (text, 0..<end, body)
  }

  /// Whether the quote is in the headline.
  func contains(_ citation: Citation) -> Bool {
    let parts = text.find(citation)
    return !parts.isEmpty && parts.allSatisfy { range.contains($0.lowerBound) && $0.upperBound <= range.upperBound }
  }

  /// Where the title ends, if the text begins with it, on lines of its own.
  private static func endOfTitle(_ title: String, in text: SourceText) -> Int? {
    let parts = text.find(title)
    guard let first = parts.first, let last = parts.last,
      !text.passage(0..<first.lowerBound).contains(where: \.isLetter),
      !text.passage(last.upperBound..<text.count).prefix(while: { !$0.isNewline }).contains(where: \.isLetter)
    else { return nil }
    return last.upperBound
  }

  /// Where the first line ends, if it is marked as a heading, or ends without a full stop before an empty line.
  private static func endOfHeading(in text: SourceText) -> Int? {
    let start = text.text.prefix(while: \.isWhitespace).unicodeScalars.count
    let line = text.passage(start..<min(text.count, start + 300)).prefix { !$0.isNewline }
    let end = start + line.unicodeScalars.count
    guard end < text.count, line.contains(where: \.isLetter) else { return nil }
    if line.hasPrefix("#") { return end }
    let gap = text.passage(end..<text.count).prefix(while: \.isWhitespace)
    return gap.count(where: \.isNewline) > 1 && !".!?:;…".contains(line.last ?? ".") ? end : nil
  }
}
