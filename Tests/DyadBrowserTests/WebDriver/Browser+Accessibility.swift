/// A part of the page as it is told to those who do not see it.
struct AccessibilityNode: Hashable, Sendable {
  var role: String
  var name: String
  var description: String
  /// Where a slider stands, or what a field holds.
  var value: String
  /// Its states by their names: `["focused": "true"]`.
  var properties: [String: String]
}

extension Browser {
  /// All parts that are told, in the order of the page.
  func accessibilityTree() async throws -> [AccessibilityNode] {
    let tree: Tree = try await inspect("Accessibility.getFullAXTree")
    return tree.exposed
  }

  /// The images of the tree, found in a fifth of the time of the whole tree.
  func images() async throws -> [AccessibilityNode] {
    let document: Document = try await inspect("DOM.getDocument", ["depth": 0])
    let found: Tree = try await inspect(
      "Accessibility.queryAXTree", ["nodeId": document.root.nodeId, "role": "image"])
    return found.exposed
  }

  private struct Document: Decodable {
    var root: Root
    struct Root: Decodable { var nodeId: Int }
  }

  /// The tree as the Chrome DevTools Protocol writes it.
  private struct Tree: Decodable {
    var nodes: [Node]

    var exposed: [AccessibilityNode] {
      nodes.filter { !$0.ignored }.map { node in
        AccessibilityNode(
          role: node.role.words, name: node.name.words, description: node.description.words, value: node.value.words,
          properties: Dictionary(
            (node.properties ?? []).map { ($0.name, $0.value.value?.text ?? "") },
            uniquingKeysWith: { first, _ in first }))
      }
    }

    struct Node: Decodable {
      var ignored: Bool
      var role, name, description, value: Value?
      var properties: [Property]?
    }
    struct Property: Decodable {
      var name: String
      var value: Value
    }
  }

  fileprivate struct Value: Decodable { var value: Words? }
}

extension Browser.Value? {
  fileprivate var words: String { self?.value?.text ?? "" }
}
