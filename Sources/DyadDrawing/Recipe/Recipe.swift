public import DyadContent
public import DyadCore
internal import DyadSyntax
internal import Graphviz

/// How a picture was made: the request, the dossier, the claims shown, and the versions of the tools.
///
///     if let (recipe, isUntouched) = Recipe.read(from: bytes) {      // of an SVG or PNG
///       print(recipe.request.focus, recipe.versions, isUntouched)
///     }
public struct Recipe: Codable, Hashable, Sendable {
  /// The request.
  public var request: PictureRequest
  /// The amount of content that fits the paper.
  public var fit: Fit
  /// The dossier that it was drawn from.
  public var dossier: Dossier
  /// The versions of the tool and of Graphviz.
  public var versions: [String: String]
  /// The digest of each claim shown, by its id.
  public var claims: [String: String]
  /// The digest of the picture as text, which includes the counts of omissions.
  public var description: String
  /// The digest of the picture without this recipe.
  public internal(set) var picture = ""

  /// The version of dyad.
  public static let version = "0.1.0"

  /// The dossier that a picture was drawn from.
  public struct Dossier: Codable, Hashable, Sendable {
    /// Its title.
    public var title: String
    /// The digest of all its claims.
    public var digest: String
  }

  /// The recipe of a picture of the graph that shows the content.
  public init(_ request: PictureRequest, of graph: KnowledgeGraph, _ content: Content) {
    let all = Recipe.digests(of: graph)
    dossier = Dossier(
      title: graph.title ?? "",
      digest: SHA256.hex(all.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n").utf8))
    (self.request, fit) = (request, Fit(content))
    versions = ["dyad": Recipe.version, "graphviz": GraphvizLibrary.version]
    description = SHA256.hex(content.description.utf8)
    let shown = Set(content.claims)
    claims = all.filter { shown.contains($0.key) }.mapValues { String($0.prefix(16)) }
  }

  /// The recipe in an SVG or PNG, and whether the picture is unchanged since it was drawn; `nil` if it has none.
  public static func read(from picture: [UInt8]) -> (recipe: Recipe, isUntouched: Bool)? {
    let found = PNGDocument.isPNG(picture) ? PNGDocument.recipe(in: picture) : SVGDocument.recipe(in: picture)
    guard let found, let recipe = try? JSONValue(parsing: Array(found.recipe.utf8)).decoded(as: Recipe.self) else {
      return nil
    }
    return (recipe, recipe.picture == found.picture)
  }

  /// The recipe that the same picture of another graph, or of a later version of this one, would carry.
  ///
  /// Nothing is laid out: the amount of detail stays the same. Throws `RequestError` if the request does not suit the graph.
  public func remade(from graph: KnowledgeGraph) throws(RequestError) -> Recipe {
    Recipe(request, of: graph, try request.content(of: graph, fit: fit))
  }

  var json: String {
    guard let json = try? JSONValue(encoding: self) else {
      preconditionFailure("a recipe encodes to strings and numbers")
    }
    return json.text()
  }

  /// A digest of every claim of a graph, by its id.
  private static func digests(of graph: KnowledgeGraph) -> [String: String] {
    graph.canonicalClaims.mapValues { SHA256.hex($0.utf8) }
  }
}
