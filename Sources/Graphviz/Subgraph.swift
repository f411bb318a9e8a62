/// A part of a graph: a cluster, drawn as a box, if its name begins with "cluster"; otherwise a set of nodes such as
/// `rank=same`.
///
///     let europe = Subgraph("cluster_europe", nodes: ["britain", "france"], ["label": "Europe"])
///     let row = Subgraph(nodes: ["britain", "france"], ["rank": "same"])
public struct Subgraph: Sendable, Hashable {
  /// The name; nil for an anonymous subgraph.
  public var name: String?
  /// The attributes that differ from those of the enclosing graph or subgraph.
  public var attributes: Attributes
  /// The names of its nodes, optionally without those of the subgraphs inside.
  public var nodes: [String]
  /// Its edges. The engine `dot` adds the edges between the nodes of a cluster by itself.
  public var edges: [EdgeID]
  /// The subgraphs inside.
  public var subgraphs: [Subgraph]

  /// Creates a subgraph of nodes, given by name.
  public init(
    _ name: String? = nil, nodes: [String] = [], edges: [EdgeID] = [], subgraphs: [Subgraph] = [],
    _ attributes: Attributes = [:]
  ) {
    self.name = name
    self.attributes = attributes
    self.nodes = nodes
    self.edges = edges
    self.subgraphs = subgraphs
  }

  /// Whether the subgraph is drawn as a box.
  public var isCluster: Bool { name?.hasPrefix("cluster") ?? false }
}
