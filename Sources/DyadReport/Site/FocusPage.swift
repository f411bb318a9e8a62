internal import DyadContent
internal import DyadCore
internal import DyadDrawing

/// The page of a pair or of an entity: its pictures with a slider, its timeline, and its claims with their quotes.
struct FocusPage {
  private let site: Site
  private let focus: View.Focus
  private var graph: KnowledgeGraph { site.graph }

  init(_ site: Site, _ focus: View.Focus) { (self.site, self.focus) = (site, focus) }

  func html() async throws(PictureError) -> HTML {
    let body: HTML = """
      <h1>\(title)</h1>
      \(introduction)
      <div class="sheet">
      \(try await SiteFrames(site, focus).html())
      \(ClaimArticles(site, focus).html)
      </div>
      """
    return PageFrame(site, title: "\(title) – \(site.title)", path: SiteMap.page(focus)).html(body)
  }

  private var title: String {
    let names = focus.parties.map { graph.entities[$0]?.name() ?? $0.text }
    return names.count == 2
      ? "\(graph.shortName(of: focus.parties[0])) and \(graph.shortName(of: focus.parties[1]))" : names[0]
  }

  /// For an entity its kind, names and dyads; for a pair links to both parties.
  private var introduction: HTML {
    let links = focus.parties.map { Links.entity($0, in: graph, from: 1) }
    if links.count == 2 { return "<p class=\"intro\">Parties: \(links[0]), \(links[1]).</p>" }
    let id = focus.parties[0]
    guard let entity = graph.entities[id] else { return "" }
    let home = entity.home.map {
      "<p>\(entity.kind == .official ? "Serves" : "Belongs to") \(Links.entity($0, in: graph, from: 1)).</p>" as HTML
    }
    let names = entity.names.dropFirst().map { name -> HTML in
      let language = name.language.map { " lang=\"\($0)\"" as HTML }
      return "<span\(language)>\(name.text)</span>"
    }
    let also: HTML = names.isEmpty ? "" : "<p>Other names: \(names.joined(", ")).</p>"
    let dyads = site.map.dyads(of: id).map { dyad in "<li>\(Links.dyad(dyad, in: site, from: 1))</li>" as HTML }
    let list: HTML = dyads.isEmpty ? "" : "<nav aria-label=\"Dyads\"><ul class=\"chips\">\n\(dyads)\n</ul></nav>"
    let type = entity.type.map { ", \($0)" } ?? ""
    return
      "<p class=\"intro\">\(entity.kind.rawValue)\(type)</p>\(home)\(also)\(entity.note.map { "<p>\($0)</p>" })\(list)"
  }
}
