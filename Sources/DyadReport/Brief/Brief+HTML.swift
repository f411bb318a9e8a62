internal import DyadDrawing

extension Brief {
  /// The brief as one page of HTML that needs nothing else, its pictures in it.
  public func html() async throws -> String {
    var parts: [HTML] = []
    for block in blocks { parts.append(try await Brief.html(block)) }
    let page: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <link rel="icon" href="data:,">
      <title>\(title). \(subtitle).</title>
      <style>
      \(Brief.sheet)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p class="date">\(subtitle)</p>
      \(parts)
      </main>
      </body>
      </html>

      """
    return page.text
  }

  private static func html(_ block: Block) async throws -> HTML {
    switch block {
    case .heading(let words): return "<h2>\(words)</h2>"
    case .paragraph(let prose): return "<p>\(html(prose))</p>"
    case .list(let items): return "<ul>\n\(items.map { "<li>\(html($0))</li>" as HTML })\n</ul>"
    case .figure(let figure):
      let svg = try await figure.composition.svg(.init(idPrefix: "\(figure.name)-"))
      return "<figure>\n\(HTML(svg: svg))<figcaption>\(figure.caption)</figcaption>\n</figure>"
    case .sources(let notes): return "<ol class=\"sources\">\n\(notes.map(html))\n</ol>"
    }
  }

  private static func html(_ prose: Prose) -> HTML {
    prose.runs.map { run -> HTML in
      switch run {
      case .words(let words): return "\(words)"
      case .strong(let words): return "<strong>\(words)</strong>"
      case .sources(let numbers):
        if numbers.isEmpty { return "\(Prose.numbers(numbers))" }
        let links = numbers.map { "<a href=\"#source-\($0)\">[\($0)]</a>" as HTML }
        return " \(links.joined())"
      }
    }.joined()
  }

  /// The style of its pages, for those who set the Markdown.
  public static var style: String { sheet.text }

  private static func html(_ note: SourceNote) -> HTML {
    let url: HTML? = note.url.flatMap { Link.isSafe($0) ? "<a href=\"\($0)\">\($0)</a>" : "\($0)" }
    let quotes = note.quotes.map { "<li><q>\($0)</q></li>" as HTML }
    let list: HTML = quotes.isEmpty ? "" : "<ul>\n\(quotes)\n</ul>"
    return "<li id=\"source-\(note.number)\" value=\"\(note.number)\">\(note.imprint) \(url)\(list)</li>"
  }

  /// What a report looks like on a page of A4: two of them hold all but the sources.
  private static let sheet: HTML = """
    @page { size: A4; margin: 14mm 18mm }
    body { font: 15px/1.4 "Noto Sans", sans-serif; margin: 0 auto; max-width: 44rem; padding: 1rem; color: #1b1f23; background: #fff }
    h1 { font-size: 1.6rem; margin: 0 }
    h2 { font-size: 1.05rem; margin: 1rem 0 .25rem; break-after: avoid }
    p { margin: .35rem 0 }
    .date { color: #565d64 }
    ul { margin: .35rem 0; padding-left: 1.1rem }
    a { color: #0b4f8a }
    figure { margin: .5rem 0; break-inside: avoid }
    figure svg, figure img { max-width: 100%; height: auto }
    figcaption { color: #565d64; font-size: .85em }
    .sources { font-size: .85em; padding-left: 1.4rem }
    @media print { body { font-size: 8.5pt; line-height: 1.32; max-width: none; padding: 0 } .sources ul { columns: 2; font-size: 7pt } }
    """
}
