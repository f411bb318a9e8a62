internal import DyadContent
public import DyadCore
public import DyadDrawing

/// A dossier as pages: one for each dyad, each entity and each source, with a slider over its dates, and one to search.
///
///     let site = Site(graph)
///     for path in site.paths { write(try await site.file(at: path)!.bytes, to: path) }
///
/// Pages are made when they are asked for. Links are relative, nothing is fetched from elsewhere, and without scripts every page shows all that it holds,
/// one date below the other.
public struct Site: Sendable {
  public let graph: KnowledgeGraph
  /// The day by which claims must have been known.
  public let known: Day?
  /// Whether a server answers, so that pages can ask for any date and for files.
  public let isLive: Bool
  let map: SiteMap

  /// A file of the site.
  public struct File: Hashable, Sendable {
    /// `text/html; charset=utf-8`
    public let type: String
    public let bytes: [UInt8]

    init(_ type: String, _ bytes: [UInt8]) { (self.type, self.bytes) = (type, bytes) }
    init(_ page: HTML) { self.init("text/html; charset=utf-8", Array(page.text.utf8)) }
  }

  public init(_ graph: KnowledgeGraph, known: Day? = nil, isLive: Bool = false) {
    (self.graph, self.known, self.isLive) = (graph, known, isLive)
    map = SiteMap(graph)
  }

  /// Every file, in order: the first page, the index for the search, dyads, entities, sources, style and script.
  public var paths: [String] {
    [SiteMap.home, SiteMap.search] + map.dyads.map(SiteMap.page) + map.entities.map(SiteMap.page)
      + map.sources.map(SiteMap.page) + [SiteMap.style, SiteMap.script]
  }

  /// The file at a path; `nil` where there is none.
  public func file(at path: String) async throws(PictureError) -> File? {
    switch path {
    case SiteMap.home: return File(try await HomePage(self).html())
    case SiteMap.search: return File(SearchPage(self).html)
    case SiteMap.style: return File("text/css; charset=utf-8", Array(WebAsset.siteStyle.utf8))
    case SiteMap.script: return File("text/javascript; charset=utf-8", Array(WebAsset.siteScript.utf8))
    default:
      if let source = map.source(at: path) { return File(SourcePage(self, source).html) }
      if let focus = map.focus(at: path) { return File(try await FocusPage(self, focus).html()) }
      return nil
    }
  }

  /// A part of a page for a date that it has no frame for, or against a date of choice.
  public func frame(of path: String, on day: Day, since: Day?) async throws(PictureError) -> File? {
    guard let focus = path == SiteMap.home ? .everyone : map.focus(at: path) else { return nil }
    let frames = SiteFrames(self, focus)
    return File(try await frames.html(try await frames.frame(on: day, since: since), number: "asked"))
  }

  /// The picture of a page as of a date, or of what changed since another, or its timeline, as a file of its own.
  public func picture(of path: String, on day: Day, since: Day?, isTimeline: Bool, as suffix: String)
    async throws(PictureError) -> File?
  {
    guard let focus = path == SiteMap.home ? .everyone : map.focus(at: path), let format = Composition.suffixes[suffix],
      let type = Site.types[suffix]
    else { return nil }
    let frames = SiteFrames(self, focus)
    if isTimeline {
      guard let timeline = try await frames.timeline() else { return nil }
      return File(type, try await timeline.rendering(as: format).bytes)
    }
    return File(type, try await frames.picture(on: day, since: since).rendering(as: format).bytes)
  }

  /// What is wrong with the dossier, as a part of a page.
  public static func problems(_ diagnostics: [Diagnostic]) -> File {
    let lines = diagnostics.sortedByPlace().map { "\($0.description)" as HTML }
    return File(
      """
      <h2>The dossier has mistakes; until they are gone, the pages stay as they are</h2>
      <pre>\(lines)</pre>
      """)
  }

  /// A page that says what is the matter with what was asked for.
  public func page(saying words: String, at path: String) -> File {
    File(PageFrame(self, title: words, path: path).html("<h1>\(words)</h1>"))
  }

  private static let types = [
    "svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "dot": "text/vnd.graphviz; charset=utf-8",
  ]

  var title: String { graph.title ?? "A dossier without a title" }

  /// The last day that the dossier tells of.
  var lastDay: Day { SiteStops.days(of: graph.snapshot(at: .ever), atMost: 24).last ?? Day(number: 0) }
}
