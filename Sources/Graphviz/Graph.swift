/// A graph as Graphviz understands it: nodes, edges, clusters and their attributes.
///
///     var graph = Graph("ties")
///     graph.nodes = [Node("a"), Node("b", ["shape": "box"])]
///     graph.edges = [Edge("a", "b")]
///     let svg = try await graph.picture(with: .dot, as: .svg)
public struct Graph: Hashable, Sendable {
  public var name: String
  public var isDirected: Bool
  /// At most one edge from one node to another.
  public var isStrict: Bool
  public var attributes: Attributes = [:]
  public var nodeDefaults: Attributes = [:]
  public var edgeDefaults: Attributes = [:]
  public var nodes: [Node] = []
  public var edges: [Edge] = []
  public var subgraphs: [Subgraph] = []

  public init(_ name: String, isDirected: Bool = true, isStrict: Bool = false) {
    (self.name, self.isDirected, self.isStrict) = (name, isDirected, isStrict)
  }

  /// The ids of the edges, in their order: parallel edges are told apart by number.
  public var edgeIDs: [Edge.ID] {
    var counts: [Edge.ID: Int] = [:]
    return edges.map { edge in
      var id = Edge.ID(edge.tail, edge.head)
      let ordinal = counts[id, default: 0]
      counts[id] = ordinal + 1
      id.ordinal = ordinal
      return id
    }
  }
}

/// A node.
///
///     Node("pakistan", ["label": .text("Pakistan")])
public struct Node: Hashable, Sendable {
  public var name: String
  public var attributes: Attributes

  public init(_ name: String, _ attributes: Attributes = [:]) { (self.name, self.attributes) = (name, attributes) }
}

/// An edge from tail to head; ports are the attributes `tailport` and `headport`.
///
///     Edge("a", "b", ["style": "dashed"])
public struct Edge: Hashable, Sendable {
  /// The two ends, and which it is of several between them.
  public struct ID: Hashable, Sendable, Codable {
    public var tail: String
    public var head: String
    public var ordinal: Int

    public init(_ tail: String, _ head: String, ordinal: Int = 0) {
      (self.tail, self.head, self.ordinal) = (tail, head, ordinal)
    }
  }

  public var tail: String
  public var head: String
  public var key: String?
  public var attributes: Attributes

  public init(_ tail: String, _ head: String, key: String? = nil, _ attributes: Attributes = [:]) {
    (self.tail, self.head, self.key, self.attributes) = (tail, head, key, attributes)
  }
}

/// Nodes and edges set apart: a cluster, with a box of its own, if its name begins with `cluster`; else a set such as a rank.
///
///     Subgraph("cluster_east", ["label": "East"], nodes: ["a", "b"])
public struct Subgraph: Hashable, Sendable {
  /// `nil` for an anonymous one.
  public var name: String?
  public var attributes: Attributes
  public var nodes: [String]
  /// Those of its edges, by their index in the graph's.
  public var edges: [Int]
  public var subgraphs: [Subgraph]

  public init(
    _ name: String? = nil, _ attributes: Attributes = [:], nodes: [String] = [], edges: [Int] = [],
    subgraphs: [Subgraph] = []
  ) {
    (self.name, self.attributes, self.nodes) = (name, attributes, nodes)
    (self.edges, self.subgraphs) = (edges, subgraphs)
  }

  public var isCluster: Bool { name?.hasPrefix("cluster") ?? false }
}
