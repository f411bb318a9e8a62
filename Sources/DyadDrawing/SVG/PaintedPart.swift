internal import DyadSyntax
package import Graphviz

/// A part of a picture with all that decides how Graphviz paints it.
package enum PaintedPart: Hashable {
  case cluster(String, Attributes, ClusterBox)
  case node(Node, NodeBox)
  case edge(EdgeID, Attributes, EdgePath)

  /// The parts of a graph in the order in which Graphviz paints them: clusters, and then each node, followed by the edges that
  /// begin at it, in the order of the nodes that they end at, each after that node; `nil` for a graph whose parts depend on each other.
  package static func all(of graph: Graph, at layout: Layout) -> [PaintedPart]? {
    var parts: [PaintedPart] = []
    for cluster in graph.subgraphs {
      guard let name = cluster.name, let box = layout.clusters[name], cluster.isCluster, cluster.subgraphs.isEmpty
      else { return nil }
      parts.append(.cluster(name, cluster.attributes, box))
    }
    let nodes = Dictionary(graph.nodes.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    let places = Dictionary(
      graph.nodes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { one, _ in one })
    let sorted = zip(graph.edgeIDs, graph.edges).enumerated().sorted { one, other in
      (places[one.element.1.head] ?? 0, one.offset) < (places[other.element.1.head] ?? 0, other.offset)
    }.map(\.element)
    let edges = Dictionary(grouping: sorted, by: \.1.tail)
    var painted: Set<String> = []
    func paint(_ name: String) -> Bool {
      guard let node = nodes[name], let box = layout.nodes[name] else { return false }
      if painted.insert(name).inserted { parts.append(.node(node, box)) }
      return true
    }
    for node in graph.nodes {
      guard paint(node.name) else { return nil }
      for (id, edge) in edges[node.name] ?? [] {
        // An edge without curves changes how Graphviz paints all others, and one of several with one key is another alone.
        guard id.occurrence == 0, paint(edge.head), let path = layout.edges[id], !path.curves.isEmpty
        else { return nil }
        parts.append(.edge(id, edge.attributes, path))
      }
    }
    return parts
  }

  /// Hashes that in which most parts differ: a hash of all attributes takes a noticeable part of the time of a site.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .cluster(let name, _, let box):
      hasher.combine(name)
      hasher.combine(box)
    case .node(let node, let box):
      hasher.combine(node.name)
      hasher.combine(node.attributes["label"])
      hasher.combine(box)
    case .edge(let id, _, let path):
      hasher.combine(id)
      hasher.combine(path)
    }
  }

  /// Whether the element is what Graphviz paints for it.
  func isPainted(as element: XMLElement) -> Bool {
    let (kind, attributes) =
      switch self {
      case .cluster(_, let attributes, _): ("cluster", attributes)
      case .node(let node, _): ("node", node.attributes)
      case .edge(_, let attributes, _): ("edge", attributes)
      }
    guard element.name == "g", element["class"]?.split(separator: " ").first.map(String.init) == kind else {
      return false
    }
    if case .text(let id)? = attributes["id"] { return element["id"] == id }
    return true
  }
}

extension Graph {
  /// The chosen parts with the nodes that they need, and their layout.
  package func part(with chosen: Set<PaintedPart>, at layout: Layout) -> (Graph, Layout) {
    var (part, rest) = (self, Layout(bounds: layout.bounds, label: layout.label))
    var names: Set<String> = []
    (part.edges, part.subgraphs) = ([], [])
    for (id, edge) in zip(edgeIDs, edges) {
      guard let path = layout.edges[id], chosen.contains(.edge(id, edge.attributes, path)) else { continue }
      part.edges.append(edge)
      rest.edges[id] = path
      names.formUnion([edge.tail, edge.head])
    }
    for node in nodes {
      if let box = layout.nodes[node.name], chosen.contains(.node(node, box)) { names.insert(node.name) }
    }
    for cluster in subgraphs {
      guard let name = cluster.name, let box = layout.clusters[name],
        chosen.contains(.cluster(name, cluster.attributes, box))
      else { continue }
      part.subgraphs.append(cluster)
      rest.clusters[name] = box
      names.formUnion(cluster.nodes.prefix(1))
    }
    part.nodes = nodes.filter { names.contains($0.name) }
    for index in part.subgraphs.indices { part.subgraphs[index].nodes.removeAll { !names.contains($0) } }
    rest.nodes = layout.nodes.filter { names.contains($0.key) }
    return (part, rest)
  }
}
