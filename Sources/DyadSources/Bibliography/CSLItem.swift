internal import DyadCore
internal import DyadSyntax

/// An item of CSL JSON (citationstyles.org, schema 1.0) as a source.
enum CSLItem {
  private static let kinds: [String: Source.Kind] = [
    "article-newspaper": .press, "article-magazine": .press, "broadcast": .broadcast, "motion_picture": .broadcast,
    "speech": .speech, "interview": .interview, "treaty": .treaty, "report": .report, "article-journal": .article,
    "book": .book, "chapter": .book, "dataset": .dataset, "webpage": .web, "post": .web, "post-weblog": .web,
  ]

  /// What only articles of journals have.
  private static let ofJournals = ["volume", "issue", "page", "ISSN", "DOI", "PMID"]

  /// - Parameter isFromBibTeX: whether the type is that of BibTeX, which has none for newspapers: their articles are `@article` too.
  static func record(_ item: JSONNode, isFromBibTeX: Bool) -> SourceRecord {
    var record = SourceRecord()
    record.id = item["id"]?.text
    let type = item["type"]?.text ?? ""
    record.offer("title", item["title"]?.text.map(withoutMarkup), from: "title")
    record.offer("url", item["URL"]?.text, from: "URL")
    let isOpen = isFromBibTeX && type == "article-journal" && ofJournals.allSatisfy { item[$0] == nil }
    record.offer("kind", isOpen ? nil : kinds[type]?.rawValue, from: "type")
    for key in ["container-title", "publisher", "authority"] {
      guard let name = item[key]?.text else { continue }
      // BibTeX has the address of a page where a book has its publisher.
      record.offer(name.contains("://") ? "url" : "publisher", name, from: key)
    }
    record.offer("author", names(item["author"] ?? item["editor"]), from: "author")
    record.offer("published", date(item["issued"]), from: "issued")
    record.offer("url", item["DOI"]?.text.map { $0.contains("://") ? $0 : "https://doi.org/\($0)" }, from: "DOI")
    record.offer("language", item["language"]?.text, from: "language")
    return record
  }

  private static func names(_ node: JSONNode?) -> String? {
    let names = (node?.array ?? []).compactMap { name -> String? in
      if let literal = name["literal"]?.text { return literal }
      let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"].compactMap {
        name[$0]?.text
      }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func date(_ node: JSONNode?) -> String? {
    guard let parts = node?["date-parts"]?.array?.first?.array?.compactMap({ $0.text.flatMap { Int($0) } }),
      let year = parts.first
    else { return (node?["raw"] ?? node?["literal"])?.text }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    let mark: PartialDate.Mark? = node?["circa"] == nil ? nil : .approximate
    return (PartialDate(year: year, month: month, day: day, mark: mark) ?? PartialDate(year: year))?.description
  }

  /// Titles may have a little HTML: italics, small capitals.
  private static func withoutMarkup(_ title: String) -> String {
    HTMLText.decoded(title.replacing(/<\/?(i|b|em|strong|sub|sup|span|sc)( [^<>]*)?>/, with: ""))
  }
}
