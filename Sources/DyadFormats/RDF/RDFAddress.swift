internal import DyadCore
internal import DyadSyntax

/// The IRIs of records: `urn:dyad:`, the kind of the record, and its id, percent-encoded.
enum RDFAddress {
  static let base = "urn:dyad:"
  static let dossier = "urn:dyad:dossier"
  /// The IRI of the graph in N-Quads and TriG.
  static let graph = "urn:dyad:graph"

  enum Sort: String { case source, entity, office, holding, kind, relation, phase, event, link, view }

  static func of<Thing>(_ sort: Sort, _ id: Identifier<Thing>) -> String {
    "\(base)\(sort.rawValue)/\(PercentEncoding.encode(id.text))"
  }

  /// The id in an IRI of that kind.
  static func id<Thing>(_ sort: Sort, in iri: String, _: Identifier<Thing>.Type = Identifier<Thing>.self)
    -> Identifier<Thing>?
  {
    let start = "\(base)\(sort.rawValue)/"
    guard iri.hasPrefix(start),
      let text = PercentEncoding.decode(Substring(iri.utf8.dropFirst(start.utf8.count))), mayName(sort, text)
    else { return nil }
    return Identifier(text)
  }

  /// The id of an office may be made of its state's; ids of holdings, phases and links are made of other ids and of dates.
  private static func mayName(_ sort: Sort, _ text: String) -> Bool {
    switch sort {
    case .holding, .phase, .link:
      if case .success(text) = CleanText.validated(text) { return !text.isEmpty }
      return false
    case .office:
      return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        Identifier<Entity>.hasValidCharacters(String($0))
      }
    default: return Identifier<Entity>.isWellFormed(text)
    }
  }
}
