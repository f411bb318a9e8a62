/// An edge from one node to another; in an undirected graph, between the two.
///
/// Ports are the attributes `tailport` and `headport`.
///
/// ```swift
/// Edge("france", "britain", ["label": "entente", "headport": "n"])
/// ```
public struct Edge: Sendable, Hashable {
  public var tail: String
  public var head: String
  /// What tells parallel edges apart.
  public var key: String?
  public var attributes: Attributes

  public init(_ tail: String, _ head: String, key: String? = nil, _ attributes: Attributes = [:]) {
    self.tail = tail
    self.head = head
    self.key = key
    self.attributes = attributes
  }
}

/// What an edge is known by in a layout: its ends and its key.
///
/// Edges with the same ends and no key are counted, from 0, in the order of `Graph.edges`. Give parallel edges
/// keys if some of them may be absent when the graph is painted, else the count shifts.
///
/// ```swift
/// let path = layout.edges[EdgeID("france", "britain")]
/// ```
public struct EdgeID: Sendable, Hashable, Comparable, Codable {
  public var tail: String
  public var head: String
  public var key: String?
  public var occurrence: Int

  public init(_ tail: String, _ head: String, key: String? = nil, occurrence: Int = 0) {
    self.tail = tail
    self.head = head
    self.key = key
    self.occurrence = occurrence
  }

  public static func < (a: EdgeID, b: EdgeID) -> Bool {
    (a.tail, a.head, a.key ?? "", a.occurrence) < (b.tail, b.head, b.key ?? "", b.occurrence)
  }
}
