public import DyadContent
internal import DyadCore
public import DyadDrawing

/// A brief with its pictures.
///
///     let brief = Brief(graph, between: "pakistan", "afghanistan", at: Moment(on: Day(2025, 5, 26)!))
///     let page = try await IllustratedBrief(brief).html()
public struct IllustratedBrief: Sendable {
  /// The text.
  public let brief: Brief
  /// The pictures, in the order of `brief.pictures`.
  public let figures: [Figure]

  /// A picture of a brief.
  public struct Figure: Sendable {
    /// Its position in the brief, with its caption.
    public let picture: Brief.Picture
    /// The picture, laid out.
    public let drawing: DyadDrawing.Picture
  }

  /// The paper of the pictures: half a page each.
  private static let sheetPaper = Paper(width: Length(millimetres: 170), height: .upTo(Length(millimetres: 128)))
  private static let timelinePaper = Paper(width: Length(millimetres: 170), height: .upTo(Length(millimetres: 112)))

  /// Lays out the pictures of a brief.
  public init(_ brief: Brief) async throws(PictureError) {
    var figures: [Figure] = []
    for picture in brief.pictures {
      let request =
        switch picture.subject {
        case .sheet:
          PictureRequest(
            brief.focus, .state(brief.moment), filter: brief.filter, showsSources: false,
            paper: IllustratedBrief.sheetPaper)
        case .timeline:
          PictureRequest(
            brief.focus, .timeline(brief.days, known: brief.moment.known), filter: brief.filter,
            showsSources: false, paper: IllustratedBrief.timelinePaper)
        }
      let drawing = try await request.picture(of: brief.graph, numbering: brief.notes)
      figures.append(Figure(picture: picture, drawing: drawing))
    }
    (self.brief, self.figures) = (brief, figures)
  }

  /// The brief as a self-contained page of HTML.
  public func html() async throws(PictureError) -> String {
    var parts: [HTML] = []
    for block in brief.blocks { parts.append(try await html(block)) }
    let main: HTML = """
      <h1>\(brief.title)</h1>
      <p class="date">\(brief.subtitle)</p>
      \(parts)
      """
    return HTML.document(title: "\(brief.title). \(brief.subtitle).", style: IllustratedBrief.sheet, main: main).text
  }

  private func html(_ block: Brief.Block) async throws(PictureError) -> HTML {
    switch block {
    case .heading(let words): return "<h2>\(words)</h2>"
    case .paragraph(let prose): return "<p>\(IllustratedBrief.html(prose))</p>"
    case .picture(let picture):
      guard let figure = figures.first(where: { $0.picture == picture }) else { return "" }
      guard let composition = figure.drawing.composition else { return "" }
      let svg = try await HTML(composition, idPrefix: "\(picture.name)-")
      return "<figure>\n\(svg)<figcaption>\(picture.caption)</figcaption>\n</figure>"
    case .sources(let notes): return "<ol class=\"sources\">\n\(notes.map(IllustratedBrief.html))\n</ol>"
    }
  }

  private static func html(_ prose: Prose) -> HTML {
    prose.runs.map { run -> HTML in
      switch run {
      case .words(let words): return "\(words)"
      case .strong(let words): return "<strong>\(words)</strong>"
      case .sources(let marks):
        if marks.isEmpty { return "\(Prose.text(of: marks))" }
        let links = marks.map { mark -> HTML in
          let quote = mark.letters.first.map { "quote-\(mark.number)\($0)" } ?? "source-\(mark.number)"
          return "<a href=\"#\(quote)\">[\(mark.label)]</a>"
        }
        return " \(links.joined())"
      }
    }.joined()
  }

  /// The CSS of its pages, for example to convert its Markdown to PDF.
  public static var style: String { sheet.text }

  private static func html(_ note: Brief.SourceNote) -> HTML {
    let url: HTML? = note.url.flatMap { HTML.isSafeLink($0) ? "<a href=\"\($0)\">\($0)</a>" : "\($0)" }
    let quotes = note.quotes.enumerated().map { index, quote -> HTML in
      "<li id=\"quote-\(note.number)\(Brief.SourceNote.letter(index))\"><q>\(quote)</q></li>"
    }
    let list: HTML = quotes.isEmpty ? "" : "<ol type=\"a\">\n\(quotes)\n</ol>"
    return "<li id=\"source-\(note.number)\" value=\"\(note.number)\">\(note.imprint) \(url)\(list)</li>"
  }

  /// On A4, everything except the sources fits on two pages.
  private static let sheet: HTML = """
    @page { size: A4; margin: 14mm 18mm }
    body { font: 15px/1.4 "Noto Sans", sans-serif; margin: 0 auto; max-width: 44rem; padding: 1rem; color: #1b1f23; background: #fff }
    h1 { font-size: 1.6rem; margin: 0 }
    h2 { font-size: 1.05rem; margin: 1rem 0 .25rem; break-after: avoid }
    p { margin: .35rem 0 }
    .date { color: #565d64 }
    ol { margin: .35rem 0; padding-left: 1.3rem }
    a { color: #0b4f8a }
    figure { margin: .5rem 0; break-inside: avoid }
    figure svg, figure img { max-width: 100%; height: auto }
    figcaption { color: #565d64; font-size: .85em }
    .sources { font-size: .85em; padding-left: 1.4rem }
    @media print { body { font-size: 8.5pt; line-height: 1.32; max-width: none; padding: 0 } .sources ol { columns: 2; font-size: 7pt } }
    """
}
