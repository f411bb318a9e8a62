internal import DyadContent
internal import DyadCore

/// The page of a source: its text with marked quotes, and the claims that quote it.
struct SourcePage {
  let html: HTML

  init(_ site: Site, _ source: Source) {
    let dates = DateWords.english
    let imprint = [source.author, source.publisher, source.published.map(dates.words)].compactMap { $0 }
    let claimText = SnapshotText(site.graph.snapshot(at: .ever))
    let url: HTML? = source.url.map { HTML.isSafeLink($0) ? "<p><a href=\"\($0)\">\($0)</a></p>" : "<p>\($0)</p>" }
    let claims = SourcePage.claims(quoting: source, in: site.graph).map { claim -> HTML in
      let line = claimText.line(ofClaim: claim) ?? claim
      return "<li><a href=\"#\(Links.fragment("claim-\(claim)"))\">\(line)</a></li>"
    }
    let body: HTML = """
      <h1>\(source.title)</h1>
      <p class="intro">\(imprint.joined(separator: ", "))</p>\(url)\(source.note.map { "<p>\($0)</p>" })
      <div class="sheet">
      \(SourcePage.text(of: source, in: site.graph))
      <section id="claims" aria-label="Claims that quote it" tabindex="0">
      <h2>Claims that quote it</h2>
      <ul>
      \(claims)
      </ul>
      </section>
      </div>
      """
    html = PageFrame(site, title: "\(source.title) – \(site.title)", path: SiteMap.page(source.id)).html(body)
  }

  /// The claims in the order of their quotes in the text.
  private static func claims(quoting source: Source, in graph: KnowledgeGraph) -> [String] {
    var seen: Set<String> = []
    let placed = graph.citations.filter { $0.citation.source == source.id }.compactMap { claim, citation in
      citation.quote.map { _ in (claim, source.text?.find(citation).first?.lowerBound ?? 0) }
    }
    return placed.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0).filter { seen.insert($0).inserted }
  }

  private static func text(of source: Source, in graph: KnowledgeGraph) -> HTML {
    var anchors: Set<String> = []
    guard let text = source.text, let coverage = Coverage(of: source.id, in: graph) else {
      let quotes = graph.citations.filter { $0.citation.source == source.id }.compactMap { claim, citation -> HTML? in
        guard let quote = citation.quote else { return nil }
        let id: HTML = anchors.insert(claim).inserted ? " id=\"claim-\(claim)\"" : ""
        return "<p\(id)><mark data-claims=\"\(claim)\">\(quote)</mark></p>"
      }
      return
        "<section class=\"text\" aria-label=\"Text\"><p>The dossier does not contain this text. Quotes:</p>\n\(quotes)</section>"
    }
    let passages = coverage.passages.map { passage -> HTML in
      let words = text.passage(passage.range)
      if passage.claims.isEmpty { return "\(words)" }
      let fresh = passage.claims.filter { anchors.insert($0).inserted }.map { "<a id=\"claim-\($0)\"></a>" as HTML }
      return "\(fresh.joined())<mark data-claims=\"\(passage.claims.joined(separator: " "))\">\(words)</mark>"
    }
    let language = source.language.map { " lang=\"\($0)\"" as HTML }
    return "<section class=\"text\" aria-label=\"Text\"><pre\(language)>\(passages.joined())</pre></section>"
  }
}
