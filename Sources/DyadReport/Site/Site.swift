internal import DyadContent
public import DyadCore
public import DyadDrawing

/// A dossier as pages: one for each dyad, each entity and each source, with a slider over its dates, and a search.
///
///     let site = Site(graph)
///     for path in site.paths {
///       if let page = try await site.file(at: path) { print(path, page.type, page.bytes.count) }
///     }
///
/// Pages are made on request. Links are relative, pages make no requests to other hosts, and without scripts every page shows
/// all of its content, one date below the other.
public struct Site: Sendable {
  /// The graph of the dossier.
  public let graph: KnowledgeGraph
  /// The day by which claims must be known; `nil` for all claims.
  public let known: Day?
  /// Whether pages can request any date and files from a server.
  public let isLive: Bool
  let map: SiteMap

  /// A file of the site.
  public struct File: Hashable, Sendable {
    /// The media type: "text/html; charset=utf-8".
    public let type: String
    /// The content.
    public let bytes: [UInt8]

    init(_ type: String, _ bytes: [UInt8]) { (self.type, self.bytes) = (type, bytes) }
    init(_ page: HTML) { self.init("text/html; charset=utf-8", Array(page.text.utf8)) }
  }

  /// Creates the site of a graph; its pages are made on request.
  ///
  /// - Parameters:
  ///   - known: the day by which claims must be known.
  ///   - isLive: whether pages can request any date and files from a server.
  public init(_ graph: KnowledgeGraph, known: Day? = nil, isLive: Bool = false) {
    (self.graph, self.known, self.isLive) = (graph, known, isLive)
    map = SiteMap(graph)
  }

  /// The paths of all files, in order: the home page, the search, dyads, entities, sources, style and script.
  public var paths: [String] {
    [SiteMap.home, SiteMap.search] + map.dyads.map(SiteMap.page) + map.entities.map(SiteMap.page)
      + map.sources.map(SiteMap.page) + [SiteMap.style, SiteMap.script]
  }

  /// The file at a path; `nil` if there is none.
  public func file(at path: String) async throws(PictureError) -> File? {
    switch path {
    case SiteMap.home: return File(try await HomePage(self).html())
    case SiteMap.search: return File(SearchPage(self).html)
    case SiteMap.style: return File("text/css; charset=utf-8", Array(WebAsset.siteStyle.utf8))
    case SiteMap.script: return File("text/javascript; charset=utf-8", Array(WebAsset.siteScript.utf8))
    default:
      if let source = map.source(at: path).flatMap({ graph.sources[$0] }) { return File(SourcePage(self, source).html) }
      if let focus = map.focus(at: path) { return File(try await FocusPage(self, focus).html()) }
      return nil
    }
  }

  /// The frame of a page for any date, with the changes since another; `nil` if there is no such page.
  public func frame(of path: String, on day: Day, since: Day?) async throws(PictureError) -> File? {
    guard let focus = path == SiteMap.home ? .everyone : map.focus(at: path) else { return nil }
    let frames = SiteFrames(self, focus)
    return File(try await frames.html(try await frames.frame(on: day, since: since), number: "asked"))
  }

  /// The picture of a page as a file: at a date, or the changes since another, or its timeline; `nil` if there is no such page or
  /// format.
  ///
  /// - Parameters:
  ///   - since: the first date of a comparison.
  ///   - suffix: the suffix of the format: `svg`, `png`, `pdf`, `dot`.
  public func picture(
    of path: String, on day: Day, since: Day?, isTimeline: Bool, as suffix: String
  ) async throws(PictureError) -> File? {
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

  /// The errors of the dossier, as a part of a page.
  public static func problems(_ diagnostics: [Diagnostic]) -> File {
    let lines = diagnostics.sortedByPlace().map { "\($0.description)" as HTML }
    return File(
      """
      <h2>The dossier has errors; pages show its last valid version</h2>
      <pre>\(lines)</pre>
      """)
  }

  /// A page with nothing but a title, for error messages.
  public func page(titled title: String, at path: String) -> File {
    File(PageFrame(self, title: title, path: path).html("<h1>\(title)</h1>"))
  }

  private static let types = [
    "svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "dot": "text/vnd.graphviz; charset=utf-8",
  ]

  var title: String { graph.title ?? "Untitled dossier" }

  /// The last day that is a date in the dossier, or else on which a source was published.
  var lastDay: Day {
    SiteStops.days(of: graph.snapshot(at: .ever), atMost: 24).last
      ?? graph.sources.values.compactMap { $0.published?.days.upperBound }.max() ?? Day(number: 0)
  }
}
