/// A graph as it is handed to Graphviz: a value, built in one go and never changed by a layout.
///
/// The order of nodes and edges is an input of every layout, so sort before you build.
///
/// ```swift
/// var graph = Graph("entente", isDirected: false)
/// graph.nodeDefaults = ["shape": "box"]
/// graph.nodes = [Node("britain", ["label": "United Kingdom"]), Node("france", ["label": "France"])]
/// graph.edges = [Edge("france", "britain", ["label": "1904"])]
/// let svg = try await graph.picture(as: .svg)
/// ```
public struct Graph: Sendable, Hashable {
  /// The name, which becomes the title of the SVG.
  public var name: String
  public var isDirected: Bool
  /// Whether two nodes are joined by one edge at most.
  public var isStrict: Bool
  /// The attributes of the graph itself; subgraphs inherit them.
  public var attributes: Attributes
  /// What holds for every node that does not say otherwise.
  public var nodeDefaults: Attributes
  /// What holds for every edge that does not say otherwise.
  public var edgeDefaults: Attributes
  public var nodes: [Node]
  /// The edges. Ends that are not among `nodes` are made, as in DOT.
  public var edges: [Edge]
  public var subgraphs: [Subgraph]

  public init(
    _ name: String = "G", isDirected: Bool = true, isStrict: Bool = false,
    attributes: Attributes = [:], nodeDefaults: Attributes = [:], edgeDefaults: Attributes = [:],
    nodes: [Node] = [], edges: [Edge] = [], subgraphs: [Subgraph] = []
  ) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.edges = edges
    self.subgraphs = subgraphs
  }

  /// The identities of `edges`, in their order.
  public var edgeIDs: [EdgeID] {
    var seen: [EdgeID: Int] = [:]
    return edges.map { edge in
      var id = EdgeID(edge.tail, edge.head, key: edge.key)
      let occurrence = seen[id, default: 0]
      seen[id] = occurrence + 1
      id.occurrence = occurrence
      return id
    }
  }
}

/// A node, known by its name.
///
/// ```swift
/// Node("france", ["label": "France", "shape": "box"])
/// ```
public struct Node: Sendable, Hashable {
  public var name: String
  public var attributes: Attributes

  public init(_ name: String, _ attributes: Attributes = [:]) {
    self.name = name
    self.attributes = attributes
  }
}
