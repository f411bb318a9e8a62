import GraphvizShim

/// Computing the positions of a graph.
package struct LayingOut: Work {
  package static let name: UInt8 = 2

  let graph: Graph
  let engine: Engine
  package let permissions: Permissions
  /// Whether the nodes have positions, so that only edges are laid out.
  let keepsPositions: Bool

  package init(graph: Graph, engine: Engine, permissions: Permissions, keepsPositions: Bool = false) {
    (self.graph, self.engine, self.permissions, self.keepsPositions) = (graph, engine, permissions, keepsPositions)
  }

  package var stage: GraphvizError.Stage { .layingOut(engine) }
  package var size: Int { graph.size }

  /// Builds the graph, lays it out, reads the layout and frees the memory.
  @GraphvizActor
  package func perform() throws(InvalidRequest) -> Layout? {
    guard let native = NativeGraph(graph) else { return nil }
    defer { native.close() }
    return gvz_layout(native.root, keepsPositions ? "nop" : engine.rawValue) ? Layout(reading: native) : nil
  }
}

extension LayingOut: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      graph: try reader.value(), engine: try reader.value(), permissions: try reader.value(),
      keepsPositions: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: graph, engine, permissions, keepsPositions) }
}

extension Graph {
  /// The number of nodes and edges.
  var size: Int { nodes.count + edges.count }
}
