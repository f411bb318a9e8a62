internal import DyadCore

/// The walk through one dossier: what it says, and what is wrong in it.
final class DossierWalk {
  let reading: Reading
  let texts: SourceTexts
  var dossier = Dossier()

  init(file: String, texts: SourceTexts) {
    reading = Reading(file: file)
    self.texts = texts
  }

  func read(_ root: Node) {
    if root.scalar == "" {
      return reading.find(.emptyDossier, "nothing stands in the file", at: root)
    }
    guard !isTooDeep(root, 0), let fields = Fields(root, "a dossier", reading) else { return }
    if let node = fields.node("dossier"), let title = reading.words(node, "'dossier'") {
      dossier.title = Located(title, at: reading.place(of: node))
    }
    each("sources", in: fields) { id, fields in dossier.sources.append(located(source(id, fields), fields)) }
    for (section, kind) in DossierWalk.entitySections {
      each(section, in: fields) { id, fields in entity(id, kind, fields) }
    }
    each("offices", in: fields) { id, fields in office(id, fields) }
    each("holdings", in: fields) { id, fields in holding(id, fields) }
    each("kinds", in: fields) { id, fields in kind(id, fields) }
    each("relations", in: fields) { id, fields in relation(id, fields) }
    each("events", in: fields) { id, fields in event(id, fields) }
    each("views", in: fields) { id, fields in view(id, fields) }
    fields.refuseOthers(
      "a dossier",
      synonyms: [
        "title": "dossier", "name": "dossier", "countries": "states", "people": "officials", "persons": "officials",
        "orgs": "organizations", "organisations": "organizations", "locations": "places", "links": "relations",
        "ties": "relations", "relationships": "relations", "references": "sources",
      ])
  }

  static let entitySections: [(section: String, kind: Entity.Kind)] = [
    ("states", .state), ("groups", .group), ("organizations", .organization), ("officials", .official),
    ("places", .place),
  ]

  private static let singular = [
    "sources": "a source", "states": "a state", "groups": "a group", "organizations": "an organization",
    "officials": "an official", "places": "a place", "offices": "an office", "holdings": "an office held",
    "kinds": "a kind",
    "relations": "a relation", "events": "an event", "views": "a view",
  ]

  /// Every entry of a section, with its places collected from nothing.
  private func each(_ section: String, in fields: Fields, _ take: (String, Fields) -> Void) {
    guard let node = fields.node(section), let entries = Fields(node, "'\(section)'", reading) else { return }
    let what = DossierWalk.singular[section]!
    for (id, key, value) in entries.entries {
      reading.places = [:]
      keyPlace = reading.place(of: key)
      if !DossierWalk.isWellFormed(id, in: section) {
        reading.find(.badId, "'\(id)' is no id", at: key, suggestion: DossierWalk.slug(id))
        continue
      }
      guard let fields = Fields(value, what, reading) else { continue }
      take(id, fields)
      fields.refuseOthers(what)
    }
  }

  /// Offices and offices held may have the ids that they get from whose they are: parts, with `/` between them.
  private static func isWellFormed(_ id: String, in section: String) -> Bool {
    section == "holdings"
      ? !id.isEmpty
      : section == "offices"
        ? id.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
          Identifier<Entity>.isWellFormed(String($0))
        } : Identifier<Entity>.isWellFormed(id)
  }

  /// The key of the thing at hand.
  private(set) var keyPlace: SourceLocation?

  func located<Value>(_ value: Value, _ fields: Fields) -> Located<Value> {
    Located(value, at: keyPlace, places: reading.places)
  }

  static func slug(_ words: String) -> String {
    let parts = words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.joined(separator: "-")
  }

  private func isTooDeep(_ node: Node, _ depth: Int) -> Bool {
    guard depth < 32 else {
      reading.find(.tooDeep, "nested more than 32 deep", at: node)
      return true
    }
    switch node.value {
    case .mapping(let mapping):
      return mapping.contains { isTooDeep($0.key, depth + 1) || isTooDeep($0.value, depth + 1) }
    case .sequence(let list): return list.contains { isTooDeep($0, depth + 1) }
    default: return false
    }
  }
}
