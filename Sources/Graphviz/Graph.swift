/// A graph: a value that is passed to Graphviz and that no layout changes.
///
/// Layouts depend on the order of nodes and edges. Sort them if equal graphs must give equal pictures.
///
///     var graph = Graph("entente", isDirected: false)
///     graph.nodeDefaults = ["shape": "box"]
///     graph.nodes = [Node("britain", ["label": "United Kingdom"]), Node("france", ["label": "France"])]
///     graph.edges = [Edge("france", "britain", ["label": "1904"])]
///     let svg = try await graph.picture(as: .svg)
public struct Graph: Sendable, Hashable {
  /// The name, which is the title of the SVG.
  public var name: String
  /// Whether edges have a direction.
  public var isDirected: Bool
  /// Whether at most one edge connects two nodes.
  public var isStrict: Bool
  /// The attributes of the graph itself; subgraphs inherit them.
  public var attributes: Attributes
  /// The attributes of nodes that do not override them.
  public var nodeDefaults: Attributes
  /// The attributes of edges that do not override them.
  public var edgeDefaults: Attributes
  /// The nodes, in the order of their creation.
  public var nodes: [Node]
  /// The edges. Nodes that are not among `nodes` are created, as in DOT.
  public var edges: [Edge]
  /// The clusters and other subgraphs.
  public var subgraphs: [Subgraph]

  /// Creates a graph; by default it is directed and empty.
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

  /// The identities of `edges`, in the same order.
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

/// A node, identified by its name.
///
///     let node = Node("france", ["label": "France", "shape": "box"])
public struct Node: Sendable, Hashable {
  /// The name, which is the label unless the attributes contain one.
  public var name: String
  /// The attributes; they override `Graph.nodeDefaults`.
  public var attributes: Attributes

  /// Creates a node.
  public init(_ name: String, _ attributes: Attributes = [:]) {
    self.name = name
    self.attributes = attributes
  }
}
