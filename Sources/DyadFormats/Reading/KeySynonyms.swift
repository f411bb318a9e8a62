/// The keys of dyad for the words that other tools and newcomers use: the only table of them.
package enum KeySynonyms {
  /// The key that is probably meant by the word, of those that the record has; `nil` for a word that is not listed.
  package static func key(for word: String, among keys: some Collection<String>) -> String? {
    let word = word.lowercased().filter { $0.isLetter || $0.isNumber }
    return table.lazy.filter { $0.words.contains(word) }.flatMap(\.keys).first(where: keys.contains)
  }

  /// Words without hyphens, and the keys that they may mean; a record takes the first of them that it has.
  private static let table: [(keys: [String], words: Set<String>)] = [
    // Records and their sections.
    (["dossier"], ["title", "name"]),
    (["states"], ["country", "countries", "state", "nations"]),
    (["groups"], ["group", "factions", "militias", "parties"]),
    (["organizations"], ["orgs", "organisations", "organization", "institutions"]),
    (["officials"], ["official", "people", "person", "persons", "leaders", "actors"]),
    (["places"], ["place", "locations", "location", "cities"]),
    (["offices"], ["office", "positions", "position", "role", "roles", "posts", "post", "job", "title"]),
    (["relations"], ["links", "ties", "relation", "relationships", "edges"]),
    (["phases"], ["phase", "periods", "stages", "history"]),
    (["events"], ["event", "incidents", "timeline"]),
    (["sources"], ["references", "documents", "articles", "bibliography", "citations"]),
    (["views"], ["view", "pictures", "figures", "charts"]),
    // Time.
    (
      ["during", "on", "published"],
      [
        "date", "dates", "when", "day", "year", "years", "time", "period", "interval", "start", "starts", "startdate",
        "begin", "begins", "begindate", "since", "end", "ends", "enddate", "until", "till", "valid", "term",
      ]
    ),
    (["during"], ["from", "to"]),
    (["published"], ["publicationdate", "pubdate", "publishedon"]),
    (["known"], ["knownsince", "knownfrom", "reported"]),
    // What it is.
    (["what", "reads", "name", "title", "sentence", "text", "described"], ["label", "name", "headline"]),
    (["what", "reads", "name", "sentence", "described"], ["title"]),
    (["what", "reads", "sentence", "note"], ["description", "summary", "wording"]),
    (["what", "reads", "described"], ["text"]),
    (["title"], ["position", "role", "post"]),
    (["reads"], ["status", "state"]),
    (["type", "kind"], ["kind", "type", "category", "class", "relation", "action"]),
    (["short"], ["abbreviation", "abbr", "acronym", "shortname"]),
    (["names"], ["alias", "aliases", "aka", "othernames"]),
    (["iso3"], ["iso", "isocode", "alpha3", "countrycode"]),
    // Who and where.
    (["serves", "of"], ["of", "serves", "country", "state", "for", "government", "employer", "memberof", "partof"]),
    (["actors", "official", "speaker"], ["who", "by", "actor", "subject", "agent", "person", "holder", "from"]),
    (["recipients"], ["whom", "to", "target", "targets", "recipient", "object", "victim", "victims"]),
    (["between", "actors"], ["between", "participants", "parties", "pair", "states", "countries", "with"]),
    (["affects"], ["concerns", "affected", "thirdparties"]),
    (["place"], ["where", "location", "venue", "city", "site"]),
    // How much.
    (["tone"], ["score", "goldstein", "intensity", "sentiment", "weight"]),
    (["numbers", "number"], ["number", "count", "counts", "amount", "amounts", "casualties", "deaths", "killed"]),
    (["confidence"], ["certainty", "probability", "likelihood", "reliability"]),
    (["key"], ["important", "major", "iskey"]),
    (["directed"], ["direction", "isdirected"]),
    // Where it comes from.
    (
      ["cite", "quote"],
      [
        "source", "sources", "citation", "citations", "evidence", "reference", "references", "ref", "quote", "quotes",
        "cited", "cites", "text", "words", "passage",
      ]
    ),
    (["links"], ["leadsto", "respondsto", "inreturnfor", "causes", "link", "related"]),
    (["url"], ["link", "href", "address", "uri", "web", "website"]),
    (["publisher"], ["outlet", "newspaper", "media", "journal", "agency"]),
    (["author"], ["by", "byline", "authors", "writer"]),
    (["text"], ["file", "path", "filename"]),
    (["language"], ["lang", "locale"]),
    (["note"], ["notes", "comment", "comments", "remark"]),
  ]
}
