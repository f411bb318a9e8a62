import DyadCore
import DyadReport
import DyadTestSupport
import Foundation
import Synchronization
import Testing

@Suite struct SiteTests {
  private func pages(of site: Site) async throws -> [String: String] {
    var pages: [String: String] = [:]
    for path in site.paths {
      let file = try #require(try await site.file(at: path))
      pages[path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return pages
  }

  private static let random = Mutex<[Int: Task<[String: String], any Error>]>([:])

  /// The pages of a random graph, made once for all tests.
  private func randomPages(_ seed: Int) async throws -> [String: String] {
    try await SiteTests.random.withLock { sites in
      if let site = sites[seed] { return site }
      let site = Task { try await pages(of: Site(anyGraph(seed: seed))) }
      sites[seed] = site
      return site
    }.value
  }

  private func escaped(_ words: String) -> String {
    words.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  /// A claim of which no party is in the graph has no page; these graphs have no such claim.
  @Test(arguments: [1]) func everyClaimIsOnAPageWithItsQuotes(seed: Int) async throws {
    let graph = anyGraph(seed: seed)
    let pages = try await randomPages(seed)
    let all = pages.filter { $0.key.hasPrefix("dyads/") || $0.key.hasPrefix("entities/") }.values.map(PageText.init)
    let ids = Set(all.flatMap { $0.values(of: ["id"]) })
    for (claim, citation) in graph.citations where graph.offices[Office.ID(claim)] == nil {
      let prefix = graph.entities[Entity.ID(claim)] == nil ? "claim" : "party"
      #expect(ids.contains("\(prefix)-\(escaped(claim))"), "\(claim)")
      if let quote = citation.quote {
        let words = escaped(quote)
        #expect(all.contains { $0.contains(words) }, "\(quote)")
      }
    }
  }

  @Test(arguments: [1]) func everyLinkHasATarget(seed: Int) async throws {
    let pages = try await randomPages(seed).mapValues(PageText.init)
    let ids = pages.mapValues { Set($0.values(of: ["id"])) }
    for (path, page) in pages where path.hasSuffix(".html") {
      for link in page.values(of: ["href", "src", "action"]) {
        guard !link.hasPrefix("http"), link != "data:,", link != "#" else { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let up = parts[0].components(separatedBy: "../").count - 1
        let folder = path.split(separator: "/").dropLast().dropLast(up).joined(separator: "/")
        let name = parts[0].replacing("../", with: "")
        let target = parts[0].isEmpty ? path : folder.isEmpty ? name : "\(folder)/\(name)"
        let found = try #require(ids[target], "\(path): \(link)")
        if parts.count > 1, !parts[1].contains("=") {
          let place = try #require(parts[1].removingPercentEncoding)
          #expect(found.contains(escaped(place)), "\(path): \(link)")
        }
      }
    }
  }

  private func ferry(_ edit: (inout Dossier) -> Void = { _ in }) -> KnowledgeGraph {
    var dossier = Dossier(title: "Ferry")
    dossier.sources = [Located(Source("herald", title: "Herald", url: "https://example.org/1"))]
    dossier.entities = ["arvane", "belmar", "corvo"].map {
      Located(Entity(Entity.ID($0), .state, name: $0.capitalized))
    }
    dossier.relations = [
      Located(
        Relation(
          "b-a", "ties", between: "belmar", "arvane",
          phases: [
            Phase(
              "b-a_1", reads: "quarrel", during: Interval("2010/2014-04")!,
              evidence: Evidence([Citation(of: "herald", quote: "a quarrel")])),
            Phase("b-a_2", reads: "reconciled", during: Interval("2014-04/..")!),
          ]))
    ]
    edit(&dossier)
    return KnowledgeGraph.linking([dossier]).value
  }

  @Test func aClaimHasItsConfidenceAndThatOfItsCitations() async throws {
    let graph = ferry {
      $0.relations[0].value.phases[0].evidence = Evidence(
        [Citation(of: "herald", quote: "a quarrel", confidence: .high)], confidence: .medium)
    }
    let page = try #require(try await pages(of: Site(graph))["dyads/arvane~belmar.html"])
    #expect(page.contains("<span class=\"confidence\">moderate confidence</span>"))
    #expect(page.contains(", high confidence.</figcaption>"))
  }

  @Test func markupInADossierIsText() async throws {
    let bad = "<script>alert(1)</script>\" onmouseover=\"alert(2)\" '&amp;"
    let graph = ferry {
      $0.title = Located(bad)
      $0.sources[0].value = Source("herald", title: bad, publisher: bad, url: "javascript:alert(3)", note: bad)
      $0.entities[0].value = Entity("arvane", .state, name: bad, note: bad)
      $0.relations[0].value.phases[0].reads = bad
      $0.relations[0].value.phases[0].evidence = Evidence([
        Citation(of: "herald", quote: bad, speaker: .words(bad), note: bad)
      ])
    }
    for (path, page) in try await pages(of: Site(graph)) where path.hasSuffix(".html") {
      #expect(!page.contains("<script>"), "\(path)")
      #expect(!page.contains("onmouseover=\"alert"), "\(path)")
      #expect(!page.contains("href=\"javascript:"), "\(path)")
      #expect(page.contains("&lt;script&gt;"), "\(path)")
    }
  }

  @Test func aPairHasOnePageAndItsRelationNamesItsOrder() async throws {
    let site = Site(ferry())
    #expect(site.paths.filter { $0.hasPrefix("dyads/") } == ["dyads/arvane~belmar.html"])
    let page = String(decoding: try #require(try await site.file(at: "dyads/arvane~belmar.html")).bytes, as: UTF8.self)
    #expect(page.contains("<h1>Belmar and Arvane</h1>"))
    // The dates are in order; the last is the last of the dossier.
    let days = page.matches(of: /data-day="([^"]*)"/).map { String($0.1) }
    #expect(days == ["2010-12-31", "2014-04-30"])
  }

  @Test(arguments: [
    "", "../index.html", "index", "dyads/belmar~arvane.html", "dyads/arvane~arvane.html", "dyads/arvane~nobody.html",
    "dyads/arvane.html", "entities/nobody.html", "entities/arvane~belmar.html", "sources/nobody.html",
    "entities/arvane.svg",
  ])
  func anUnknownPathHasNoFile(path: String) async throws {
    #expect(try await Site(ferry()).file(at: path) == nil)
  }

  @Test func anErrorPageLinksToItsStyle() {
    let file = Site(ferry()).page(titled: "Page not found", at: "entities/x.html")
    let page = String(decoding: file.bytes, as: UTF8.self)
    #expect(page.contains("href=\"../site.css\"") && page.contains("<h1>Page not found</h1>"))
  }

  @Test func aPairWithoutTiesHasAPageOnRequest() async throws {
    let site = Site(ferry())
    #expect(!site.paths.contains("dyads/arvane~corvo.html"))
    #expect(try await site.file(at: "dyads/arvane~corvo.html") != nil)
  }

  @Test(arguments: [1]) func narrowPicturesHaveTheDescriptionsOfWideOnes(seed: Int) async throws {
    for (path, text) in try await randomPages(seed) where path.hasPrefix("dyads/") || path.hasPrefix("entities/") {
      let page = PageText(text)
      let ids = page.values(of: ["id"])
      #expect(Set(ids).count == ids.count, "\(path)")
      let named = page.values(of: ["aria-labelledby", "aria-describedby"])
      #expect(!named.isEmpty && Set(ids).isSuperset(of: named), "\(path)")
      let classes = page.values(of: ["class"])
      let wide = classes.count { $0 == "wide" }
      #expect(wide > 0 && classes.count { $0 == "narrow" } == wide, "\(path)")
    }
  }

  @Test func theSamePagesAreTheSameBytes() async throws {
    let (one, other) = (try await pages(of: Site(ferry())), try await pages(of: Site(ferry())))
    #expect(one == other)
  }

  @Test func anyDateAndFormatCanBeRequested() async throws {
    let site = Site(ferry(), isLive: true)
    let (day, since) = (Day(2012, 2, 3)!, Day(2009, 1, 1)!)
    let frame = try #require(try await site.frame(of: "dyads/arvane~belmar.html", on: day, since: since))
    let text = String(decoding: frame.bytes, as: UTF8.self)
    #expect(
      text.contains("As of 3 Feb 2012") && text.contains("Changes since 1 Jan 2009") && text.contains("quarrel"))
    let starts = ["svg": "<?xml", "png": "\u{89}PNG", "pdf": "%PDF", "dot": "digraph"]
    for (suffix, start) in starts {
      let picture = try await site.picture(
        of: "dyads/arvane~belmar.html", on: day, since: nil, isTimeline: false, as: suffix)
      let bytes = try #require(picture).bytes
      #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }), "\(suffix)")
    }
    let ties = try await site.picture(of: "entities/arvane.html", on: day, since: nil, isTimeline: true, as: "svg")
    #expect(String(decoding: try #require(ties).bytes, as: UTF8.self).contains("Ties of Arvane"))
    #expect(try await site.picture(of: "index.html", on: day, since: nil, isTimeline: true, as: "svg") == nil)
    #expect(try await site.picture(of: "index.html", on: day, since: nil, isTimeline: false, as: "exe") == nil)
  }
}
