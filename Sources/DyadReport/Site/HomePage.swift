internal import DyadContent
internal import DyadCore
internal import DyadDrawing

/// The home page: the whole dossier as a picture, and links to all pages.
struct HomePage {
  private let site: Site
  private var graph: KnowledgeGraph { site.graph }

  init(_ site: Site) { self.site = site }

  func html() async throws(PictureError) -> HTML {
    let now = graph.snapshot(at: Moment(on: site.lastDay, known: site.known))
    let body: HTML = """
      <h1>\(site.title)</h1>
      <p class="intro">\(graph.summary).</p>
      <div class="sheet">
      \(try await SiteFrames(site, .everyone).html())
      <section id="claims" aria-label="Contents" tabindex="0">
      \(views)
      <h2>Dyads</h2>
      <ul class="dyads">
      \(site.map.dyads.map { dyad($0, in: now) })
      </ul>
      <h2>Parties</h2>
      \(parties)
      <h2>Sources</h2>
      <ul>
      \(site.map.sources.compactMap { graph.sources[$0] }.map { "<li>\(Links.source($0, from: 0))</li>" as HTML })
      </ul>
      </section>
      </div>
      """
    return PageFrame(site, title: site.title, path: SiteMap.home).html(body)
  }

  /// The named views of the dossier that have a page.
  private var views: HTML {
    let items = graph.views.values.sorted { $0.id < $1.id }.compactMap { view -> HTML? in
      let path = SiteMap.page(view.focus)
      guard site.paths.contains(path) else { return nil }
      let date = view.days.map { "#on=\($0.upperBound.description)" } ?? ""
      return "<li><a href=\"\(path)\(date)\">\(view.title ?? view.id.text)</a></li>"
    }
    return items.isEmpty ? "" : "<h2>Views</h2>\n<ul>\n\(items)\n</ul>"
  }

  /// A dyad with its phase on the last day, if it has one.
  private func dyad(_ dyad: Dyad, in snapshot: Snapshot) -> HTML {
    let tie = snapshot.leadingTie(between: dyad.first, dyad.second)
    let reads: HTML? = tie.flatMap { tie in
      tie.leading.map { phase in
        " <span class=\"reads\">\(phase.item.reads ?? tie.kind.id.text), \(DateWords.english.words(phase.item.during))</span>"
      }
    }
    return "<li>\(Links.dyad(dyad, in: site, from: 0))\(reads)</li>"
  }

  private var parties: [HTML] {
    Entity.Kind.allCases.compactMap { kind in
      let members = graph.entities.values.filter { $0.kind == kind }.sorted {
        ($0.shortName, $0.id) < ($1.shortName, $1.id)
      }
      guard !members.isEmpty else { return nil }
      let items = members.map { "<li>\(Links.entity($0.id, in: graph, from: 0))</li>" as HTML }
      return
        "<h3>\(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())s</h3>\n<ul class=\"chips\">\n\(items)\n</ul>"
    }
  }
}
