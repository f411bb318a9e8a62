package import DyadCore

/// The sources that a dossier has, to find those that a document or a bibliography gives again.
package struct KnownSources: Sendable {
  private var addresses: [String: String] = [:]
  private var titles: [String: String] = [:]
  private var texts: [String: String] = [:]
  private var ids: Set<String> = []

  package init(_ sources: some Sequence<Source>) {
    for source in sources.sorted(by: { $0.id < $1.id }) {
      note(
        source.id.text, url: source.url, title: source.title, published: source.published?.description,
        text: source.text?.text)
    }
  }

  /// Notes a source that is added.
  package mutating func note(_ id: String, _ record: SourceRecord, text: String?) {
    note(id, url: record["url"], title: record["title"], published: record["published"], text: text)
  }

  private mutating func note(_ id: String, url: String?, title: String?, published: String?, text: String?) {
    ids.insert(id)
    func keep(_ key: String, in table: inout [String: String]) { if table[key] == nil { table[key] = id } }
    if let url { keep(KnownSources.plain(url), in: &addresses) }
    if let title, let published { keep(KnownSources.plain(title, published), in: &titles) }
    if let text { keep(KnownSources.plain(text: text), in: &texts) }
  }

  /// The source that has the same text, the same address, or the same title and date; with what is the same.
  package func same(as record: SourceRecord, text: String?) -> (id: String, what: String)? {
    if let text, let id = texts[KnownSources.plain(text: text)] { return (id, "text") }
    if let url = record["url"], let id = addresses[KnownSources.plain(url)] { return (id, "address") }
    guard let title = record["title"], let published = record["published"],
      let id = titles[KnownSources.plain(title, published)]
    else { return nil }
    return (id, "title and date")
  }

  /// An id for the source: as its bibliography has it, else of its publisher or author and its year.
  package func newId(for record: SourceRecord) -> String {
    let given = record.id.flatMap { $0.contains("://") ? nil : Source.ID.slug($0) }
    let name = record["publisher"] ?? record["author"]?.split(separator: " ").last.map(String.init) ?? record["title"]
    var parts = Source.ID.slug(name ?? "").split(separator: "-")
    if parts.count > 1, ["the", "a", "an"].contains(parts[0]) { parts.removeFirst() }
    let made = parts.isEmpty ? "source" : parts.prefix(3).joined(separator: "-")
    let year = record["published"].map { "-\($0.prefix(4))" } ?? ""
    let id = given.flatMap { (1...40).contains($0.count) ? $0 : nil } ?? made
    let candidates =
      [id] + (given == nil ? [id + year] : []) + (2...9999).map { "\(id)\(given == nil ? year : "")-\($0)" }
    return candidates.first { !ids.contains($0) && Source.ID.isWellFormed($0) } ?? id
  }

  /// Reserves ids that records of other kinds have.
  package mutating func reserve(_ others: some Sequence<String>) { ids.formUnion(others) }

  /// Without what often differs between two copies of an address.
  static func plain(_ url: String) -> String {
    var url = url.lowercased().prefix { $0 != "#" }
    for start in ["https://", "http://", "www.", "dx.doi.org"] where url.hasPrefix(start) {
      url = (start == "dx.doi.org" ? "doi.org" : "") + url.dropFirst(start.count)
    }
    let parts = url.split(separator: "?", maxSplits: 1)
    if parts.count == 2 {
      let query = parts[1].split(separator: "&").filter { one in !tracking.contains { one.hasPrefix($0) } }
      url = parts[0] + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
    }
    while url.last == "/" { url.removeLast() }
    return String(url)
  }

  /// Parameters that say where a reader came from.
  private static let tracking = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="]

  private static func plain(_ title: String, _ published: String) -> String {
    title.lowercased().filter { $0.isLetter || $0.isNumber } + " " + published
  }

  /// Without white space, which copies of a text differ in.
  private static func plain(text: String) -> String { text.filter { !$0.isWhitespace } }
}
