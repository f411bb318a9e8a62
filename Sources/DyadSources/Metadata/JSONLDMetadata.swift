internal import DyadCore
internal import DyadSyntax

/// What the JSON-LD of a page says about it, in the terms of schema.org.
enum JSONLDMetadata {
  /// The kinds of source that types of schema.org are; other types say nothing about the kind.
  private static let kinds: [String: Source.Kind] = [
    "NewsArticle": .press, "ReportageNewsArticle": .press, "AnalysisNewsArticle": .press,
    "BackgroundNewsArticle": .press, "OpinionNewsArticle": .press, "ReviewNewsArticle": .press,
    "AskPublicNewsArticle": .press, "ScholarlyArticle": .article, "MedicalScholarlyArticle": .article,
    "Report": .report, "Book": .book, "Dataset": .dataset, "BlogPosting": .web,
  ]
  private static let others: Set<String> = ["Article", "WebPage", "CreativeWork", "TechArticle", "DigitalDocument"]

  static func read(_ text: String, into record: inout SourceRecord) {
    guard let root = try? JSONParser.parse(Array(text.utf8), document: "JSON-LD") else { return }
    let all = nodes(in: root)
    func node(_ fits: (String) -> Bool) -> JSONNode? { all.first { types(of: $0).contains(where: fits) } }
    guard let node = node({ kinds[$0] != nil }) ?? node(others.contains) else { return }
    let origin = "JSON-LD"
    record.offer("kind", types(of: node).compactMap { kinds[$0] }.first?.rawValue, from: "\(origin) @type")
    record.offer("title", (node["headline"] ?? node["name"])?.text.map(HTMLText.decoded), from: "\(origin) headline")
    record.offer("publisher", names(node["publisher"], all), from: "\(origin) publisher")
    record.offer("author", names(node["author"] ?? node["creator"], all), from: "\(origin) author")
    record.offer("published", node["datePublished"]?.text, from: "\(origin) datePublished")
    record.offer("url", node["url"]?.text, from: "\(origin) url")
    let page = node["mainEntityOfPage"]
    record.offer("url", page?.text ?? page?["@id"]?.text, from: "\(origin) mainEntityOfPage")
    let language = node["inLanguage"]
    record.offer("language", language?.text ?? language?["alternateName"]?.text, from: "\(origin) inLanguage")
  }

  /// The objects at the top, those of `@graph` too.
  private static func nodes(in root: JSONNode) -> [JSONNode] {
    (root.array ?? [root]).flatMap { node -> [JSONNode] in
      [node] + (node["@graph"].map { $0.array ?? [$0] } ?? [])
    }
  }

  private static func types(of node: JSONNode) -> [String] {
    guard let types = node["@type"] else { return [] }
    return (types.array ?? [types]).compactMap(\.text).map { type in
      type.lastIndex(where: { $0 == "/" || $0 == "#" || $0 == ":" }).map { String(type[type.index(after: $0)...]) }
        ?? type
    }
  }

  /// The names of persons or organizations, some of which are defined elsewhere in the graph.
  private static func names(_ node: JSONNode?, _ all: [JSONNode]) -> String? {
    guard let node else { return nil }
    let names = (node.array ?? [node]).compactMap { one -> String? in
      if let text = one.text { return text.contains("://") ? nil : text }
      if let name = one["name"]?.text { return name }
      guard let id = one["@id"]?.text else { return nil }
      return all.first { $0["@id"]?.text == id && $0["name"] != nil }?["name"]?.text
    }
    let clean = names.map(HTMLText.decoded).filter { !$0.isEmpty }
    return clean.isEmpty ? nil : clean.joined(separator: ", ")
  }
}
