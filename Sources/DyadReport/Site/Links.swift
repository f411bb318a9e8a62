internal import DyadContent
internal import DyadCore
internal import DyadSyntax

/// Links from page to page.
enum Links {
  static func entity(_ id: Entity.ID, in graph: KnowledgeGraph, from depth: Int) -> HTML {
    guard graph.entities[id] != nil else { return "\(id.text)" }
    return "<a href=\"\(up(depth))\(SiteMap.page(id))\">\(graph.shortName(of: id))</a>"
  }

  static func dyad(_ dyad: Dyad, in site: Site, from depth: Int) -> HTML {
    let (one, other) = site.map.pair(dyad)
    return
      "<a href=\"\(up(depth))\(SiteMap.page(dyad))\">\(site.graph.shortName(of: one)) and \(site.graph.shortName(of: other))</a>"
  }

  /// A link to the quote of a claim in its source, or to the source.
  static func source(_ source: Source, claim: String? = nil, from depth: Int) -> HTML {
    let place = claim.map { "#\(fragment("claim-\($0)"))" } ?? ""
    return "<a href=\"\(up(depth))\(SiteMap.page(source.id))\(place)\">\(source.title)</a>"
  }

  /// An id as the fragment of a URL, percent-encoded.
  static func fragment(_ id: String) -> String { PercentEncoding.encode(id) }

  private static func up(_ depth: Int) -> String { String(repeating: "../", count: depth) }
}
