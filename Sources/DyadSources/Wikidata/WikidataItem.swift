internal import DyadCore
internal import DyadSyntax

/// An item of Wikidata, as its entity JSON has it (mediawiki.org, Wikibase/DataModel/JSON).
struct WikidataItem {
  /// What a statement or a qualifier says.
  enum Value: Hashable {
    case item(String)
    case time(WikidataTime)
    case text(String)
    /// There is a value, which is unknown.
    case some
    /// There is no value.
    case none
    /// A value of a type that no claim needs.
    case other
  }

  struct Statement {
    enum Rank: String { case preferred, normal, deprecated }

    var id: String
    var rank: Rank
    var value: Value
    var qualifiers: [String: [Value]]
    /// The items that references are stated in, and their addresses.
    var references: [Value]
  }

  /// "Q843"
  let id: String
  /// The names by language.
  let labels: [String: String]
  /// The day of the last change, and its revision.
  let modified: PartialDate?
  let revision: String?
  let statements: [String: [Statement]]

  /// The item; `nil` for JSON that is none.
  init?(_ node: JSONNode) {
    guard let id = node["id"]?.text, id.wholeMatch(of: /Q[1-9][0-9]*/) != nil else { return nil }
    self.id = id
    let labels = (node["labels"]?.members ?? []).compactMap { member in
      member.value["value"]?.text.map { (member.key, $0.onOneLine) }
    }
    self.labels = Dictionary(labels, uniquingKeysWith: { first, _ in first })
    modified = node["modified"]?.text.flatMap { PartialDate($0.prefix(10)) }
    revision = node["lastrevid"]?.text
    // PHP writes an empty mapping as an empty list.
    let groups = (node["claims"]?.members ?? []).map { member in
      (member.key, (member.value.array ?? []).compactMap(Statement.init))
    }
    statements = Dictionary(groups, uniquingKeysWith: { $0 + $1 })
  }

  /// The name in the first of the languages that has one, or in any.
  func label(in languages: [String]) -> String? {
    (languages + ["mul", "en"]).lazy.compactMap { labels[$0] }.first ?? labels.min { $0.key < $1.key }?.value
  }

  /// The items that statements of a property name, whatever their rank but deprecated.
  func items(_ property: String) -> [String] {
    statements[property, default: []].filter { $0.rank != .deprecated }.compactMap(\.value.item)
  }

  /// The statements that count where only one value can: the preferred ones, else the normal ones.
  func best(_ property: String) -> [Statement] {
    let all = statements[property, default: []]
    let preferred = all.filter { $0.rank == .preferred }
    return preferred.isEmpty ? all.filter { $0.rank == .normal } : preferred
  }
}

extension WikidataItem.Value {
  var item: String? { if case .item(let id) = self { id } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The value of a snak.
  init(_ snak: JSONNode) {
    switch snak["snaktype"]?.text {
    case "somevalue": self = .some
    case "novalue": self = .none
    default:
      let data = snak["datavalue"]
      let value = data?["value"]
      switch data?["type"]?.text {
      case "wikibase-entityid":
        let number = value?["numeric-id"]?.text.map { "Q\($0)" }
        self = (value?["id"]?.text ?? number).map { .item($0) } ?? .other
      case "time": self = WikidataTime(value).map { .time($0) } ?? .other
      case "string": self = value?.text.map { .text($0) } ?? .other
      case "monolingualtext": self = value?["text"]?.text.map { .text($0) } ?? .other
      default: self = .other
      }
    }
  }
}

extension WikidataItem.Statement {
  init?(_ node: JSONNode) {
    guard let snak = node["mainsnak"] else { return nil }
    id = node["id"]?.text ?? ""
    rank = node["rank"]?.text.flatMap(Rank.init) ?? .normal
    value = WikidataItem.Value(snak)
    let groups = (node["qualifiers"]?.members ?? []).map { member in
      (member.key, (member.value.array ?? []).map(WikidataItem.Value.init))
    }
    qualifiers = Dictionary(groups, uniquingKeysWith: { $0 + $1 })
    references = (node["references"]?.array ?? []).flatMap { reference -> [WikidataItem.Value] in
      // P248 is "stated in", P854 the URL of the reference.
      ["P248", "P854"].flatMap { (reference["snaks"]?[$0]?.array ?? []).map(WikidataItem.Value.init) }
    }
  }
}
