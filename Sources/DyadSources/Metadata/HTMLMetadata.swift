internal import DyadSyntax

/// What a page of HTML says about itself: JSON-LD, Open Graph, Highwire and Dublin Core tags, and its own elements.
enum HTMLMetadata {
  static func read(_ page: HTMLDocument) -> SourceRecord {
    var record = SourceRecord()
    for script in page.elements(named: "script")
    where script["type"]?.lowercased().hasPrefix("application/ld+json") == true {
      JSONLDMetadata.read(page.content(of: script), into: &record)
    }
    let tags = Dictionary(
      page.elements(named: "meta").compactMap { meta -> (String, String)? in
        guard let name = meta["property"] ?? meta["name"] ?? meta["itemprop"], let content = meta["content"],
          !content.isEmpty
        else { return nil }
        return (name.lowercased(), content)
      }, uniquingKeysWith: { first, _ in first })
    for (key, names) in HTMLMetadata.tags {
      for name in names { record.offer(key, tags[name], from: "meta \(name)") }
    }
    // Some pages have the address of a profile here.
    if let author = tags["article:author"], !author.contains("://") {
      record.offer("author", author, from: "meta article:author")
    }
    let links = page.elements(named: "link")
    let canonical = links.first { $0["rel"]?.lowercased() == "canonical" }?["href"]
    record.offer("url", canonical, from: "link rel=canonical")
    record.offer("url", tags["og:url"], from: "meta og:url")
    let times = page.elements(named: "time")
    let stated = times.first { $0["pubdate"] != nil || $0["itemprop"]?.lowercased() == "datepublished" }
    record.offer("published", stated?["datetime"], from: "time")
    record.offer("published", times.first?["datetime"], from: "time")
    record.offer("language", page.elements(named: "html").first?["lang"], from: "html lang")
    record.offer("language", tags["og:locale"], from: "meta og:locale")
    record.offer("title", page.elements(named: "title").first.map(page.text), from: "title")
    record.offer("title", page.elements(named: "h1").first.map(page.text), from: "h1")
    return record
  }

  private static let tags: [(key: String, names: [String])] = [
    ("title", ["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"]),
    ("author", ["author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author"]),
    (
      "publisher",
      [
        "og:site_name", "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher",
        "publisher",
      ]
    ),
    (
      "published",
      [
        "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
        "dc.date", "dcterms.date", "date", "pubdate", "datepublished", "parsely-pub-date",
      ]
    ),
    ("language", ["citation_language", "dc.language", "dcterms.language"]),
  ]
}
