import GraphvizShim

/// An attribute that a graph in the memory of Graphviz declares for one kind of object.
@GraphvizActor
struct NativeAttribute {
  enum Kind: CaseIterable { case graph, node, edge }

  private let pointer: OpaquePointer
  let name: String
  /// The value of objects without one of their own.
  let defaultValue: Value

  static func all(_ kind: Kind, in root: OpaquePointer) -> [NativeAttribute] {
    let number =
      switch kind {
      case .graph: GVZ_GRAPH
      case .node: GVZ_NODE
      case .edge: GVZ_EDGE
      }
    var result: [NativeAttribute] = []
    var next = gvz_next_symbol(root, number, nil)
    while let pointer = next {
      result.append(
        NativeAttribute(
          pointer: pointer, name: String(cString: gvz_symbol_name(pointer)),
          defaultValue: Value { gvz_symbol_value(pointer, $0, $1) }))
      next = gvz_next_symbol(root, number, pointer)
    }
    return result
  }

  func value(ofGraph graph: OpaquePointer) -> Value { Value { gvz_graph_value(graph, pointer, $0, $1) } }
  func value(ofNode node: OpaquePointer) -> Value { Value { gvz_node_value(node, pointer, $0, $1) } }
  func value(ofEdge edge: OpaquePointer) -> Value { Value { gvz_edge_value(edge, pointer, $0, $1) } }
}

extension Value {
  fileprivate init(_ read: (UnsafeMutablePointer<Int>, UnsafeMutablePointer<Bool>) -> UnsafePointer<CChar>?) {
    var length = 0
    var isHTML = false
    let bytes = read(&length, &isHTML)
    let string =
      bytes.map {
        String(decoding: UnsafeRawBufferPointer(start: $0, count: length), as: UTF8.self)
      } ?? ""
    self = isHTML ? .html(string) : .raw(string)
  }
}
