/// What a graph may contain beyond the values that are safe for graphs from any source.
///
/// By default a graph opens no file, runs no script in the picture, and contains no number known to crash a version of
/// Graphviz. Grant permissions only for graphs that you trust.
///
///     let logo = Graph("logo", nodes: [Node("a", ["label": "", "shape": "none", "image": "logo.png"])])
///     let svg = try await logo.picture(as: .svg, allowing: .files, warnings: .ignore)
public struct Permissions: OptionSet, Sendable, Hashable {
  /// The permissions as bits.
  public let rawValue: Int

  /// Creates permissions from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Attributes and markup that open files: `image`, `imagepath`, `shapefile`, `shape=custom`, `fontpath`,
  /// `_background`, `<img>`.
  public static let files = Permissions(rawValue: 1 << 0)
  /// Links with any scheme, such as `javascript:`; by default http, https, mailto and relative links.
  public static let links = Permissions(rawValue: 1 << 1)
  /// The attribute `stylesheet`, which Graphviz writes to SVG without escaping.
  public static let stylesheets = Permissions(rawValue: 1 << 2)
  /// HTML-like markup without any check of its elements, links and numbers; its images need `files` as well.
  public static let markup = Permissions(rawValue: 1 << 3)
}
