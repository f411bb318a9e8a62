/// An edge from one node to another; in an undirected graph, between the two.
///
/// Ports are the attributes `tailport` and `headport`.
///
///     let edge = Edge("france", "britain", ["label": "entente", "headport": "n"])
public struct Edge: Sendable, Hashable {
  /// The name of the node where the edge starts.
  public var tail: String
  /// The name of the node where the edge ends.
  public var head: String
  /// The name that distinguishes parallel edges.
  public var key: String?
  /// The attributes; they override `Graph.edgeDefaults`.
  public var attributes: Attributes

  /// Creates an edge between two nodes, given by name.
  public init(_ tail: String, _ head: String, key: String? = nil, _ attributes: Attributes = [:]) {
    self.tail = tail
    self.head = head
    self.key = key
    self.attributes = attributes
  }
}

/// The identity of an edge in a layout: its ends and its key.
///
/// Edges with equal ends and no key are numbered from 0, in the order of `Graph.edges`. Give parallel edges keys if a
/// graph without some of them is rendered at the same layout: without keys, the numbers shift.
///
///     let layout = try await Graph("ties", edges: [Edge("france", "britain")]).layout()
///     let path = layout.edges[EdgeID("france", "britain")]
public struct EdgeID: Sendable, Hashable, Comparable, Codable {
  /// The name of the node where the edge starts.
  public var tail: String
  /// The name of the node where the edge ends.
  public var head: String
  /// The key of the edge, if it has one.
  public var key: String?
  /// The number of preceding edges with equal ends and key.
  public var occurrence: Int

  /// Creates the identity of an edge between two nodes, given by name.
  public init(_ tail: String, _ head: String, key: String? = nil, occurrence: Int = 0) {
    self.tail = tail
    self.head = head
    self.key = key
    self.occurrence = occurrence
  }

  /// Orders by tail, head, key and occurrence.
  public static func < (a: EdgeID, b: EdgeID) -> Bool {
    (a.tail, a.head, a.key ?? "", a.occurrence) < (b.tail, b.head, b.key ?? "", b.occurrence)
  }
}
