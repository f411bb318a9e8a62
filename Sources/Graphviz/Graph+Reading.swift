import GraphvizShim

extension Graph {
  /// Parses a graph in DOT.
  ///
  ///     let graph = try await Graph(dot: "graph ties { france -- britain [label=1904] }")
  ///     print(graph.nodes.map(\.name))  // ["france", "britain"]
  ///
  /// A graph without a name gets the name "G". Wraps `agread`.
  ///
  /// - Parameter dot: exactly one graph.
  /// - Throws: `Graph.Failure.graphviz` with the line of a syntax error; `.invalidRequest` if the text contains a control
  ///   character or, after the graph, anything but comments, if the name of a node begins with "%", or if subgraphs give a strict
  ///   graph parallel edges.
  public init(dot: String) async throws(Graph.Failure) {
    if let reason = XMLText.controlCharacter(in: dot) {
      throw .invalidRequest(InvalidRequest(["the text \(reason)"]))
    }
    self = try WarningPolicy.fail.value(of: await GraphvizActor.outcome(of: Reading(dot: dot)))
  }
}

/// Parsing a text in DOT.
package struct Reading: Work {
  package static let name: UInt8 = 1

  let dot: String

  package init(dot: String) { self.dot = dot }

  package var stage: GraphvizError.Stage { .reading }
  package var permissions: Permissions { [] }
  /// An estimate: a statement has about 40 bytes.
  package var size: Int { dot.utf8.count / 40 }

  @GraphvizActor
  package func perform() throws(InvalidRequest) -> Graph? {
    var more = false
    var text = dot
    guard
      let root = text.withUTF8({ bytes in
        bytes.withMemoryRebound(to: CChar.self) { gvz_read($0.baseAddress, $0.count, &more) }
      })
    else { return nil }
    defer { gvz_close(root) }
    if more { throw InvalidRequest(["the text continues after the end of the graph"]) }
    let reader = GraphReader(root)
    var reasons = [reader.graph.parallelEdges].compactMap(\.self)
    if reader.hasLostName { reasons.append("the name of a node begins with '%', and Graphviz does not keep it") }
    if !reasons.isEmpty { throw InvalidRequest(reasons) }
    return reader.graph
  }
}

extension Reading: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self.init(dot: try reader.value()) }

  package func write(to bytes: inout [UInt8]) { dot.write(to: &bytes) }
}

/// Converts a graph in the memory of Graphviz to a value.
@GraphvizActor
private struct GraphReader {
  private let root: OpaquePointer
  private let declared: [NativeAttribute.Kind: [NativeAttribute]]
  private var ids: [OpaquePointer: EdgeID] = [:]
  private var places: [EdgeID: Int] = [:]
  private(set) var graph: Graph
  private(set) var hasLostName = false

  init(_ root: OpaquePointer) {
    self.root = root
    declared = Dictionary(
      uniqueKeysWithValues: NativeAttribute.Kind.allCases.map { ($0, NativeAttribute.all($0, in: root)) })
    graph = Graph(
      gvz_is_anonymous(root) ? "G" : String(cString: gvz_graph_name(root)),
      isDirected: gvz_is_directed(root), isStrict: gvz_is_strict(root))
    for attribute in declared[.graph] ?? [] { graph.attributes[attribute.name] = attribute.value(ofGraph: root) }
    for attribute in declared[.node] ?? [] where attribute.name != "label" || attribute.defaultValue != .raw("\\N") {
      graph.nodeDefaults[attribute.name] = attribute.defaultValue
    }
    for attribute in declared[.edge] ?? [] where attribute.name != "key" {
      graph.edgeDefaults[attribute.name] = attribute.defaultValue
    }
    readNodes()
    readEdges()
    graph.subgraphs = subgraphs(of: root)
  }

  private mutating func readNodes() {
    var next = gvz_next_node(root, nil)
    while let pointer = next {
      if !gvz_has_name(pointer) { hasLostName = true }
      var node = Node(String(cString: gvz_node_name(pointer)))
      for attribute in declared[.node] ?? [] {
        let value = attribute.value(ofNode: pointer)
        if value != attribute.defaultValue { node.attributes[attribute.name] = value }
      }
      graph.nodes.append(node)
      next = gvz_next_node(root, pointer)
    }
  }

  private mutating func readEdges() {
    guard let pointers = gvz_edges(root) else { return }
    defer { gvz_free(pointers) }
    var all: [OpaquePointer] = []
    while let pointer = pointers[all.count] { all.append(pointer) }
    for pointer in all {
      var edge = Edge(
        String(cString: gvz_node_name(gvz_tail(pointer))), String(cString: gvz_node_name(gvz_head(pointer))),
        key: gvz_edge_key(pointer).map { String(cString: $0) })
      for attribute in declared[.edge] ?? [] where attribute.name != "key" {
        let value = attribute.value(ofEdge: pointer)
        if value != attribute.defaultValue { edge.attributes[attribute.name] = value }
      }
      graph.edges.append(edge)
    }
    ids = Dictionary(zip(all, graph.edgeIDs)) { first, _ in first }
    places = Dictionary(zip(graph.edgeIDs, 0...)) { first, _ in first }
  }

  /// Named subgraphs in the order of their creation; then anonymous ones with edges, whose place in the text does not matter, by their
  /// edges.
  private func subgraphs(of parent: OpaquePointer) -> [Subgraph] {
    var found: [(edges: [Int], sequence: UInt64, subgraph: Subgraph)] = []
    var next = gvz_next_subgraph(parent, nil)
    while let pointer = next {
      let subgraph = subgraph(pointer, in: parent)
      let edges = subgraph.name == nil ? subgraph.allEdges.compactMap { places[$0] }.sorted() : []
      found.append((edges, gvz_subgraph_sequence(pointer), subgraph))
      next = gvz_next_subgraph(parent, pointer)
    }
    found.sort {
      $0.edges == $1.edges ? $0.sequence < $1.sequence : $0.edges.lexicographicallyPrecedes($1.edges)
    }
    return found.map(\.subgraph)
  }

  private func subgraph(_ pointer: OpaquePointer, in parent: OpaquePointer) -> Subgraph {
    var result = Subgraph(
      gvz_is_anonymous(pointer) ? nil : String(cString: gvz_graph_name(pointer)),
      subgraphs: subgraphs(of: pointer))
    for attribute in declared[.graph] ?? [] {
      let value = attribute.value(ofGraph: pointer)
      if value != attribute.value(ofGraph: parent) { result.attributes[attribute.name] = value }
    }
    let innerNodes = Set(result.subgraphs.flatMap(\.allNodes))
    var node = gvz_next_node(pointer, nil)
    while let current = node {
      let name = String(cString: gvz_node_name(current))
      if !innerNodes.contains(name) { result.nodes.append(name) }
      node = gvz_next_node(pointer, current)
    }
    let innerEdges = Set(result.subgraphs.flatMap(\.allEdges))
    if let edges = gvz_edges(pointer) {
      defer { gvz_free(edges) }
      var index = 0
      while let edge = edges[index] {
        if let id = ids[edge], !innerEdges.contains(id) { result.edges.append(id) }
        index += 1
      }
    }
    return result
  }
}

extension Subgraph {
  /// Its nodes and those of the subgraphs inside.
  var allNodes: [String] { nodes + subgraphs.flatMap(\.allNodes) }
  /// Its edges and those of the subgraphs inside.
  var allEdges: [EdgeID] { edges + subgraphs.flatMap(\.allEdges) }
}
