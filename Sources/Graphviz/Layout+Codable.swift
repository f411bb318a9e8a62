extension Layout: Codable {
  private enum Key: String, CodingKey { case bounds, label, nodes, edges, clusters }

  /// The dictionary of edges is encoded as a sorted array, so that equal layouts have equal encodings.
  private struct Entry: Codable {
    var edge: EdgeID
    var path: EdgePath
  }

  /// Decodes a layout.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      bounds: try container.decode(Box.self, forKey: .bounds),
      label: try container.decodeIfPresent(Point.self, forKey: .label),
      nodes: try container.decode([String: NodeBox].self, forKey: .nodes),
      edges: Dictionary(
        try container.decode([Entry].self, forKey: .edges).map { ($0.edge, $0.path) },
        uniquingKeysWith: { first, _ in first }),
      clusters: try container.decode([String: ClusterBox].self, forKey: .clusters))
  }

  /// Encodes the layout; equal layouts have equal encodings if the encoder sorts keys.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(bounds, forKey: .bounds)
    try container.encodeIfPresent(label, forKey: .label)
    try container.encode(nodes, forKey: .nodes)
    try container.encode(
      edges.sorted { $0.key < $1.key }.map { Entry(edge: $0.key, path: $0.value) }, forKey: .edges)
    try container.encode(clusters, forKey: .clusters)
  }
}
