internal import DyadContent
internal import DyadCore

/// The page of the search, with its index: parties, dyads, relations, events, offices and sources, each with its quotes.
struct SearchPage {
  let html: HTML

  init(_ site: Site) {
    let graph = site.graph
    let text = SnapshotText(graph.snapshot(at: .ever))
    let quotes = Dictionary(grouping: graph.citations, by: \.claim).mapValues { $0.compactMap(\.citation.quote) }
    func item(_ kind: String, _ link: HTML, _ id: String) -> HTML {
      let words = (quotes[id] ?? []).map { "<q>\($0)</q>" as HTML }
      return "<li><span class=\"kind\">\(kind)</span> \(link) \(words.joined(" "))</li>"
    }
    func claim(_ id: String, on page: String) -> HTML {
      "<a href=\"\(page)#\(Links.fragment("claim-\(id)"))\">\(text.line(ofClaim: id) ?? id)</a>"
    }
    let entities = site.map.entities.compactMap { graph.entities[$0] }.map { entity in
      item(entity.kind.rawValue, Links.entity(entity.id, in: graph, from: 0), entity.id.text)
    }
    let dyads = site.map.dyads.map { item("dyad", Links.dyad($0, in: site, from: 0), "") }
    let phases = graph.relations.values.sorted { $0.id < $1.id }.flatMap { relation in
      let dyad = SiteMap.page(relation.dyad)
      let page = site.map.dyads.contains(relation.dyad) ? dyad : SiteMap.page(relation.from)
      return relation.phases.map { item("relation", claim($0.id.text, on: page), $0.id.text) }
    }
    let events = graph.events.values.sorted {
      ($0.within.span.lowerBound, $0.id) < ($1.within.span.lowerBound, $1.id)
    }.compactMap { event in
      event.parties.first.map { item("event", claim(event.id.text, on: SiteMap.page($0)), event.id.text) }
    }
    let offices = graph.holdings.values.sorted { $0.id < $1.id }.map { holding in
      item("office", claim(holding.id.text, on: SiteMap.page(holding.official)), holding.id.text)
    }
    let sources = site.map.sources.compactMap { graph.sources[$0] }.map {
      item("source", Links.source($0, from: 0), "")
    }
    let body: HTML = """
      <h1>Search</h1>
      <p id="found" role="status"></p>
      <ul id="everything">
      \(entities + dyads + phases + events + offices + sources)
      </ul>
      """
    html = PageFrame(site, title: "Search – \(site.title)", path: SiteMap.search).html(body)
  }
}
