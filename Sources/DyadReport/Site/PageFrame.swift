internal import DyadContent
internal import DyadCore

/// The frame of each page: head, navigation, search and footer.
struct PageFrame {
  private let site: Site
  private let title: String
  private let path: String
  /// The relative path to the root of the site: `../`.
  private let root: String

  init(_ site: Site, title: String, path: String) {
    (self.site, self.title, self.path) = (site, title, path)
    root = String(repeating: "../", count: path.count { $0 == "/" })
  }

  func html(_ body: HTML) -> HTML {
    let live: HTML = site.isLive ? " data-live" : ""
    let problems: HTML =
      site.isLive ? "<section id=\"problems\" role=\"alert\" hidden></section>" : ""
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(root)\(SiteMap.style)">
      <script src="\(root)\(SiteMap.script)" defer></script>
      </head>
      <body data-root="\(root)"\(live)>
      <a class="skip" href="#main">Skip to content</a>
      <header>
      <nav aria-label="Site"><a href="\(root)\(SiteMap.home)">\(site.title)</a></nav>
      <form role="search" action="\(root)\(SiteMap.search)" method="get">
      <label for="q">Search</label> <input type="search" id="q" name="q"> <button>Find</button>
      </form>
      </header>
      <main id="main" tabindex="-1">
      \(problems)
      \(body)
      </main>
      <footer><p>Each claim cites its source or is marked as unsourced. Made with dyad.</p></footer>
      </body>
      </html>

      """
  }
}
