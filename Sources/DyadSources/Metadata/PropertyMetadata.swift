internal import DyadArchive
internal import DyadFormats
internal import DyadSyntax

/// What documents say about themselves in properties: DOCX, ODT and EPUB in Dublin Core, PDF in its info, Markdown in
/// its front matter.
enum PropertyMetadata {
  /// Of an archive, whose file of properties depends on the format.
  static func read(_ archive: ZipArchive, _ format: DocumentFormat) -> SourceRecord {
    var record = SourceRecord()
    guard let name = file(of: archive, format), let bytes = archive.file(named: name, limit: 4 << 20),
      let root = try? XMLElement(parsing: bytes)
    else { return record }
    var found: [String: [String]] = [:]
    collect(root, into: &found)
    func offer(_ key: String, _ names: [String]) {
      for name in names { record.offer(key, found[name]?.joined(separator: ", "), from: "\(format.rawValue) \(name)") }
    }
    offer("title", ["dc:title"])
    offer("publisher", ["dc:publisher", "Company"])
    offer("author", ["dc:creator", "meta:initial-creator"])
    // An EPUB has the date of publication; the others have those of the file.
    offer("published", format == .epub ? ["dc:date"] : ["dcterms:created", "meta:creation-date", "dc:date"])
    offer("language", ["dc:language"])
    record.offer(
      "url", found["dc:source"]?.first ?? found["dc:identifier"]?.first, from: "\(format.rawValue) identifier")
    if format == .epub { record.offer("kind", "book", from: "epub") }
    return record
  }

  private static func file(of archive: ZipArchive, _ format: DocumentFormat) -> String? {
    switch format {
    case .docx: return "docProps/core.xml"
    case .odt: return "meta.xml"
    case .epub:
      guard let bytes = archive.file(named: "META-INF/container.xml", limit: 1 << 20),
        let root = try? XMLElement(parsing: bytes)
      else { return nil }
      return first("rootfile", in: root)?["full-path"]
    default: return nil
    }
  }

  private static func first(_ name: String, in element: XMLElement) -> XMLElement? {
    if element.name == name { return element }
    for case .element(let child) in element.content { if let found = first(name, in: child) { return found } }
    return nil
  }

  private static func collect(_ element: XMLElement, into found: inout [String: [String]]) {
    for case .element(let child) in element.content {
      let text = child.text.trimmed
      if !text.isEmpty { found[child.name, default: []].append(text) }
      collect(child, into: &found)
    }
  }

  /// Of `pdfinfo -isodates`.
  static func read(pdfInfo text: String) -> SourceRecord {
    var record = SourceRecord()
    let keys = ["Title": "title", "Author": "author", "CreationDate": "published"]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, let key = keys[parts[0]] else { continue }
      record.offer(key, parts[1], from: "PDF \(parts[0])")
    }
    return record
  }

  /// Of the front matter of Markdown, which is separated from the text.
  static func read(markdown text: String) -> (record: SourceRecord, body: String) {
    var record = SourceRecord()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.first?.trimmed == "---",
      let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) })
    {
      let matter = lines[1..<end].joined(separator: "\n")
      lines = lines[(end + 1)...]
      if let root = YAMLNode(of: Array(matter.utf8)) { read(root, into: &record) }
    }
    let heading = lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)).trimmed }
    record.offer("title", heading, from: "first heading")
    return (record, lines.joined(separator: "\n"))
  }

  private static func read(_ root: YAMLNode, into record: inout SourceRecord) {
    let keys: [(String, [String])] = [
      ("title", ["title"]), ("kind", ["kind"]), ("publisher", ["publisher", "journal", "source"]),
      ("author", ["author", "authors"]), ("published", ["published", "date"]),
      ("url", ["url", "link", "canonical"]), ("language", ["language", "lang"]),
    ]
    for (key, names) in keys {
      for name in names {
        let value = root.entries?.first { $0.key.scalar?.lowercased() == name }?.value
        let texts = (value?.items ?? value.map { [$0] } ?? []).compactMap { item in
          item.scalar ?? item.entries?.first { $0.key.scalar == "name" }?.value.scalar
        }
        record.offer(key, texts.joined(separator: ", "), from: "front matter \(name)")
      }
    }
  }
}
