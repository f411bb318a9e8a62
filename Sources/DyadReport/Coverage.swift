public import DyadCore

/// Which passages of a source's text some claim quotes, and which none does.
///
///     Coverage.all(of: graph).first?.share     // 0.97
public struct Coverage: Hashable, Sendable {
  /// What a report is written as.
  public enum Form: String, CaseIterable, Sendable { case text, html, json }

  /// A stretch of the text, and the claims that quote it.
  public struct Passage: Hashable, Sendable {
    public var range: Range<Int>
    public var claims: [String]
  }

  public let source: Source
  /// The text from its start to its end, quoted and unquoted stretches in turn.
  public let passages: [Passage]
  /// The share of its letters and signs, white space aside, that stand in some quote.
  public let share: Double
  /// The same for the body of the text: headline, section, date and byline aside.
  public let bodyShare: Double

  /// One for each source that has a text, sorted by id.
  public static func all(of graph: KnowledgeGraph) -> [Coverage] {
    let citations = graph.citations
    return graph.sources.values.sorted { $0.id < $1.id }.compactMap { source in
      source.text.map { Coverage(source, $0, citations.filter { $0.citation.source == source.id }) }
    }
  }

  /// That of one source; `nil` where the dossier has no text of it.
  public init?(of source: Source.ID, in graph: KnowledgeGraph) {
    guard let source = graph.sources[source], let text = source.text else { return nil }
    self.init(source, text, graph.citations.filter { $0.citation.source == source.id })
  }

  private init(_ source: Source, _ text: SourceText, _ citations: [(claim: String, citation: Citation)]) {
    self.source = source
    var claims = [Set<String>](repeating: [], count: text.count)
    for (claim, citation) in citations {
      for range in citation.quote.map(text.find) ?? [] { for place in range { claims[place].insert(claim) } }
    }
    var passages: [Passage] = []
    for (place, quoting) in claims.enumerated() {
      let names = quoting.sorted()
      if let last = passages.last, last.claims == names {
        passages[passages.count - 1].range = last.range.lowerBound..<place + 1
      } else {
        passages.append(Passage(range: place..<place + 1, claims: names))
      }
    }
    self.passages = passages
    let scalars = Array(text.text.unicodeScalars)
    func share(of places: Range<Int>) -> Double {
      let signs = places.filter { !scalars[$0].properties.isWhitespace }
      return signs.isEmpty ? 1 : Double(signs.count { !claims[$0].isEmpty }) / Double(signs.count)
    }
    self.share = share(of: 0..<text.count)
    bodyShare = share(of: Coverage.body(of: scalars))
  }

  /// The text from its first paragraph that is a sentence: what stands above is headline, section, date and byline.
  private static func body(of scalars: [Unicode.Scalar]) -> Range<Int> {
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      if let last = scalars[start..<end].last(where: { !$0.properties.isWhitespace }),
        ".!?”\"’'".unicodeScalars.contains(last)
      {
        return start..<scalars.count
      }
      start = end + 1
    }
    return 0..<scalars.count
  }
}
