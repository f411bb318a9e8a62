/// A part of a graph: a cluster, drawn as a box, if its name begins with "cluster", else a set such as
/// `rank=same`.
///
/// ```swift
/// Subgraph("cluster_europe", nodes: ["britain", "france"], ["label": "Europe"])
/// Subgraph(nodes: ["britain", "france"], ["rank": "same"])
/// ```
public struct Subgraph: Sendable, Hashable {
  /// The name; an anonymous subgraph has none.
  public var name: String?
  /// The attributes in which it differs from the graph or subgraph that it lies in.
  public var attributes: Attributes
  /// Its nodes; those of the subgraphs within need not be repeated.
  public var nodes: [String]
  /// Its edges; a cluster that is laid out with `dot` takes in the edges between its nodes by itself.
  public var edges: [EdgeID]
  public var subgraphs: [Subgraph]

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

  /// Whether it is drawn as a box.
  public var isCluster: Bool { name?.hasPrefix("cluster") ?? false }
}
