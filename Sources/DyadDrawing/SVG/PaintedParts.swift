package import DyadSyntax
package import Graphviz
internal import Synchronization

/// The parts of pictures that Graphviz has painted in this process: the pictures of a page and the frames of a film share most
/// of theirs.
///
/// At fixed positions, Graphviz paints a node, an edge or a cluster without regard to any other, in a known order. So only parts
/// that are new are painted, and the picture is put together. Where the parts of an SVG are not those expected, the whole picture
/// is painted.
package final class PaintedParts: Sendable {
  static let shared = PaintedParts()

  /// What all parts of a picture have in common.
  private struct Setting: Hashable {
    var graph: Attributes
    var nodes: Attributes
    var edges: Attributes

    init(_ graph: Graph) {
      (self.graph, nodes, edges) = (graph.attributes, graph.nodeDefaults, graph.edgeDefaults)
    }
  }

  /// What is behind all parts.
  private struct Ground: Hashable {
    var page: Box
    var areas: [FilledArea]
  }

  private struct Painted {
    /// The root with the background and the areas.
    var grounds: [Ground: XMLElement] = [:]
    var parts: [PaintedPart: XMLElement] = [:]
  }

  private let painted = Mutex<[Setting: Painted]>([:])

  /// A long-lived process forgets everything when it has painted so many parts; a large site needs about as many.
  private static let mostParts = 20_000

  package init() {}

  /// The picture of a graph at a layout, reduced to allowed elements.
  ///
  /// - Parameter areas: areas behind all parts.
  package func picture(
    of graph: Graph, at layout: Layout, over areas: [FilledArea] = []
  ) async throws(Graph.Failure) -> XMLElement {
    guard let parts = PaintedPart.all(of: graph, at: layout) else { return try await paint(graph, layout, areas) }
    let (setting, behind) = (Setting(graph), Ground(page: layout.bounds, areas: areas))
    let (ground, known) = painted.withLock { painted in
      let own = painted[setting]
      return (own?.grounds[behind], parts.map { own?.parts[$0] })
    }
    let isNew = Set(zip(parts, known).filter { $0.1 == nil }.map(\.0))
    if let ground, isNew.isEmpty { return PaintedParts.joined(ground, known.compactMap { $0 }) }
    // Without this ground, something has to be painted on it.
    let chosen = isNew.isEmpty ? Set(parts.prefix(1)) : isNew
    let (part, rest) = graph.part(with: chosen, at: layout)
    let picture = try await paint(part, rest, areas)
    guard let order = PaintedPart.all(of: part, at: rest), let made = PaintedParts.divided(picture, order) else {
      return try await paint(graph, layout, areas)
    }
    let found = Dictionary(zip(order, made.parts), uniquingKeysWith: { one, _ in one })
    painted.withLock { painted in
      if painted.values.map(\.parts.count).reduce(0, +) > PaintedParts.mostParts { painted = [:] }
      painted[setting, default: Painted()].grounds[behind] = made.ground
      painted[setting, default: Painted()].parts.merge(found) { one, _ in one }
    }
    return PaintedParts.joined(made.ground, zip(parts, known).compactMap { part, known in known ?? found[part] })
  }

  private func paint(
    _ graph: Graph, _ layout: Layout, _ areas: [FilledArea]
  ) async throws(Graph.Failure) -> XMLElement {
    try SVGDocument.allowed(
      try await graph.picture(at: layout, as: .svg, over: areas, warnings: Composition.warnings))
  }

  /// The ground of a picture, and its parts in their order; `nil` if they are not those expected.
  private static func divided(_ picture: XMLElement, _ order: [PaintedPart]) -> (
    ground: XMLElement, parts: [XMLElement]
  )? {
    guard picture.content.count == 1, case .element(var group) = picture.content[0],
      group.content.count > order.count
    else { return nil }
    var parts: [XMLElement] = []
    for (part, content) in zip(order, group.content.suffix(order.count)) {
      guard case .element(let element) = content, part.isPainted(as: element) else { return nil }
      parts.append(element)
    }
    group.content.removeLast(order.count)
    var ground = picture
    ground.content = [.element(group)]
    return (ground, parts)
  }

  private static func joined(_ ground: XMLElement, _ parts: [XMLElement]) -> XMLElement {
    guard case .element(var group)? = ground.content.first else { return ground }
    group.content += parts.map { .element($0) }
    var picture = ground
    picture.content = [.element(group)]
    return picture
  }
}
