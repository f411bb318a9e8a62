package import Graphviz

/// A word in a face, the unit of measured text.
package struct MeasuredWord: Hashable, Sendable {
  package var text: String
  package var face: Face

  package init(text: String, face: Face) {
    (self.text, self.face) = (text, face)
  }
}

/// What Graphviz has measured in this process: widths of words and sizes of labels.
///
/// Each is measured alone, so that its size does not depend on what is measured with it. Pictures of one dossier share most of
/// their text, and the versions of a picture that are tried for its paper share nearly all of it.
package actor Measurements {
  static let shared = Measurements()

  private var widths: [MeasuredWord: Double] = [:]
  private var sizes: [MeasuredLabel: Size] = [:]

  /// A long-lived process forgets everything when it has measured so much; a large dossier needs a tenth.
  private static let mostWords = 200_000
  private static let mostLabels = 5_000

  /// How many labels one layout measures. It places them beside each other, in quadratic time.
  private static let batch = 250

  package init() {}

  /// The widths of words; those that are new are measured.
  package func widths(of words: Set<MeasuredWord>) async throws(Graph.Failure) -> [MeasuredWord: Double] {
    var result: [MeasuredWord: Double] = [:]
    result.reserveCapacity(words.count)
    var missing: [MeasuredWord] = []
    for word in words {
      if let width = widths[word] { result[word] = width } else { missing.append(word) }
    }
    guard !missing.isEmpty else { return result }
    missing.sort { ($0.text, $0.face.size, $0.face.style) < ($1.text, $1.face.size, $1.face.style) }
    for start in stride(from: 0, to: missing.count, by: Measurements.batch) {
      let batch = missing[start..<min(start + Measurements.batch, missing.count)]
      for (word, width) in zip(batch, try await Measurements.measured(batch)) {
        if widths.count > Measurements.mostWords { widths = [:] }
        result[word] = width
        widths[word] = width
      }
    }
    return result
  }

  private static func measured(_ words: ArraySlice<MeasuredWord>) async throws(Graph.Failure) -> [Double] {
    var graph = Graph("ruler")
    graph.nodeDefaults = ["shape": "plain", "margin": "0"]
    for (index, word) in zip(words.indices, words) {
      graph.nodes.append(Node(String(index), ["label": .html(Markup.text(Run(word.text, word.face, "#000000")))]))
    }
    let sizes = try await graph.nodeSizes()
    return sizes.map(\.width)
  }

  /// The sizes of nodes; those that are new are measured.
  ///
  /// - Parameter nodes: nodes with different names; messages of Graphviz mention them.
  package func sizes(of nodes: [Node]) async throws(Graph.Failure) -> [Size] {
    let keys = nodes.map(MeasuredLabel.init)
    var known = keys.map { sizes[$0] }
    let missing = nodes.indices.filter { known[$0] == nil }
    for start in stride(from: 0, to: missing.count, by: Measurements.batch) {
      let batch = missing[start..<min(start + Measurements.batch, missing.count)]
      var graph = Graph("measure")
      graph.nodes = batch.map { nodes[$0] }
      if sizes.count > Measurements.mostLabels { sizes = [:] }
      for (index, size) in zip(batch, try await graph.nodeSizes(warnings: Composition.warnings)) {
        (known[index], sizes[keys[index]]) = (size, size)
      }
    }
    return known.compactMap { $0 }
  }
}

/// A node without what has no influence on its size.
private struct MeasuredLabel: Hashable {
  private var attributes: Attributes

  init(_ node: Node) {
    attributes = node.attributes
    for name in ["id", "class", "tooltip"] { attributes[name] = nil }
  }

  // Labels differ in their text, with few exceptions, and a hash of all attributes takes longer.
  func hash(into hasher: inout Hasher) { hasher.combine(attributes["label"]) }
}

extension Graph {
  /// The sizes of its nodes. They do not depend on places, so all nodes have the same one.
  fileprivate func nodeSizes(warnings: WarningPolicy = .fail) async throws(Graph.Failure) -> [Size] {
    let places = Dictionary(uniqueKeysWithValues: nodes.map { ($0.name, Point(x: 0, y: 0)) })
    var graph = self
    graph.attributes["splines"] = "none"
    let layout = try await graph.routed(around: places, warnings: warnings)
    return nodes.map { node in
      let box = layout.nodes[node.name]
      return Size(width: box?.width ?? 0, height: box?.height ?? 0)
    }
  }
}

extension Face {
  fileprivate var style: Int { (isBold ? 1 : 0) + (isItalic ? 2 : 0) }
}
