public import DyadContent
public import DyadCore
internal import Foundation

/// How a picture was made: of which dossier, in which view, as of when, by which versions; it is written into the picture.
///
///     let recipe = Recipe(graph, content, view, moment, versions: ["dyad": "0.1.0"])
///     Recipe.read(from: bytes)?.recipe.view      // what an SVG or PNG says of itself
public struct Recipe: Codable, Hashable, Sendable {
  public var dossier: Dossier
  /// The view in words, by key: `between`, `on`, `only` …
  public var view: [String: String]
  /// The versions of the tool and of Graphviz.
  public var versions: [String: String]
  /// A digest of each claim that the picture tells.
  public var claims: [String: String]
  /// A digest of the picture in words, which count what was left out as well.
  public var words: String
  /// The digest of the picture without this recipe.
  public internal(set) var picture = ""

  public struct Dossier: Codable, Hashable, Sendable {
    public var title: String
    public var digest: String
  }

  /// The recipe of a content of the graph.
  public init(_ graph: KnowledgeGraph, _ content: Content, view: [String: String], versions: [String: String]) {
    let all = Recipe.digests(of: graph)
    dossier = Dossier(
      title: graph.title ?? "",
      digest: SHA256.hex(all.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n").utf8))
    (self.view, self.versions) = (view, versions)
    words = SHA256.hex(content.description.utf8)
    let told = Set(content.claims)
    claims = all.filter { told.contains($0.key) }.mapValues { String($0.prefix(16)) }
  }

  /// The recipe in a picture, and whether the picture is still as it was drawn; `nil` where there is none.
  public static func read(from picture: [UInt8]) -> (recipe: Recipe, isUntouched: Bool)? {
    let found = PNGDocument.isPNG(picture) ? PNGDocument.recipe(in: picture) : SVGDocument.recipe(in: picture)
    guard let found, let recipe = try? JSONDecoder().decode(Recipe.self, from: Data(found.recipe.utf8)) else {
      return nil
    }
    return (recipe, recipe.picture == found.picture)
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }

  /// A digest of every claim of a graph, by its id.
  private static func digests(of graph: KnowledgeGraph) -> [String: String] {
    func digest(_ value: Any) -> String { SHA256.hex(Canonical.text(of: value).utf8) }
    var digests: [String: String] = [:]
    for entity in graph.entities.values { digests[entity.id.text] = digest(entity) }
    for holding in graph.holdings.values {
      digests[holding.id.text] = digest([holding, graph.offices[holding.office] as Any])
    }
    for relation in graph.relations.values {
      for phase in relation.phases {
        digests[phase.id.text] = digest([phase, relation.kind, relation.from, relation.to])
      }
    }
    for event in graph.events.values { digests[event.id.text] = digest(event) }
    return digests
  }
}

/// A value as text that is the same in every process: all its fields, sets and dictionaries in order.
enum Canonical {
  static func text(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary, .set: return "{\(mirror.children.map { text(of: $0.value) }.sorted().joined(separator: ","))}"
    case .optional: return mirror.children.first.map { text(of: $0.value) } ?? "nil"
    case nil: return String(reflecting: value)
    default:
      let children = mirror.children.map { "\($0.label ?? ""):\(text(of: $0.value))" }
      return children.isEmpty ? String(reflecting: value) : "\(mirror.subjectType)(\(children.joined(separator: ",")))"
    }
  }
}
