internal import DyadCore
internal import DyadSyntax

/// JSON is read like YAML, with the same diagnostics.
extension JSONNode {
  var node: Node {
    switch value {
    case .null: Node("", at: place)
    case .bool(let bool): Node(bool ? "true" : "false", at: place)
    case .number(let digits): Node(digits, at: place)
    case .string(let string): Node(string, at: place)
    case .array(let items): Node(.sequence(items.map(\.node)), at: place)
    case .object(let members): Node(.mapping(JSONNode.pairs(members)), at: place)
    }
  }

  /// The members without those that are `null`.
  static func pairs(_ members: [Member]) -> [(key: Node, value: Node)] {
    members.compactMap { key, location, value in
      if case .null = value.value { nil } else { (Node(key, at: SourceLocation(location)), value.node) }
    }
  }

  /// The kind of value, for messages.
  var shape: String {
    switch value {
    case .null: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a mapping"
    }
  }
}
