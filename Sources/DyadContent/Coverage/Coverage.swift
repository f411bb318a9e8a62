public import DyadCore

/// The passages of a source's text that claims quote, and those that none quotes.
///
///     Coverage.all(of: graph).first?.share     // 0.97
public struct Coverage: Hashable, Sendable {
  /// The format of a report.
  public enum Form: String, CaseIterable, Sendable { case text, html, json }

  /// A passage of the text.
  public struct Passage: Hashable, Sendable {
    /// Its characters, as offsets of Unicode scalars.
    public var range: Range<Int>
    /// The ids of the claims that quote it.
    public var claims: [String]
  }

  /// The source.
  public let source: Source
  /// The text of the source.
  let text: SourceText
  /// The whole text, divided where the quoting claims change.
  public let passages: [Passage]
  /// The share of its characters, without white space, that are quoted.
  public let share: Double
  /// The same share for the body of the text, without headline, section, date and byline.
  public let bodyShare: Double

  /// The coverage of each source that has a text, sorted by id.
  public static func all(of graph: KnowledgeGraph) -> [Coverage] {
    let citations = graph.citations
    return graph.sources.values.sorted { $0.id < $1.id }.compactMap { source in
      source.text.map { Coverage(source, $0, citations.filter { $0.citation.source == source.id }) }
    }
  }

  /// The coverage of one source; `nil` if the dossier has no text of it.
  public init?(of source: Source.ID, in graph: KnowledgeGraph) {
    guard let source = graph.sources[source], let text = source.text else { return nil }
    self.init(source, text, graph.citations.filter { $0.citation.source == source.id })
  }

  private init(_ source: Source, _ text: SourceText, _ citations: [(claim: String, citation: Citation)]) {
    (self.source, self.text) = (source, text)
    var bounds: [Int: (begin: [String], end: [String])] = [0: ([], [])]
    bounds[text.count] = ([], [])
    for (claim, citation) in citations {
      for range in text.find(citation) {
        bounds[range.lowerBound, default: ([], [])].begin.append(claim)
        bounds[range.upperBound, default: ([], [])].end.append(claim)
      }
    }
    var passages: [Passage] = []
    // A claim may quote a passage more than once.
    var quoting: [String: Int] = [:]
    let places = bounds.keys.sorted()
    for (start, end) in zip(places, places.dropFirst()) {
      for claim in bounds[start]?.end ?? [] { quoting[claim, default: 0] -= 1 }
      for claim in bounds[start]?.begin ?? [] { quoting[claim, default: 0] += 1 }
      let names = quoting.filter { $0.value > 0 }.keys.sorted()
      if let last = passages.last, last.claims == names {
        passages[passages.count - 1].range = last.range.lowerBound..<end
      } else {
        passages.append(Passage(range: start..<end, claims: names))
      }
    }
    self.passages = passages
    let scalars = Array(text.text.unicodeScalars)
    func share(of places: Range<Int>) -> Double {
      var (signs, quoted) = (0, 0)
      for passage in passages where passage.range.overlaps(places) {
        let count = passage.range.clamped(to: places).count { !scalars[$0].properties.isWhitespace }
        signs += count
        if !passage.claims.isEmpty { quoted += count }
      }
      return signs == 0 ? 1 : Double(quoted) / Double(signs)
    }
    self.share = share(of: 0..<text.count)
    bodyShare = share(of: Coverage.body(of: scalars))
  }

  /// The text from the first paragraph that ends like a sentence; headline, section, date and byline precede it.
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
