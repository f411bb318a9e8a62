internal import DyadContent
internal import DyadCore

/// What stands around each page: its head, the way to the others, and its foot.
struct PageFrame {
  private let site: Site
  private let title: String
  private let path: String
  /// How far above the page the first one stands: `../`
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
      <a class="skip" href="#main">Skip to what the page is about</a>
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
      <footer><p>What is said here is quoted from its source; where it has none, that is said. Made with dyad.</p></footer>
      </body>
      </html>

      """
  }
}
