internal import DyadCore

/// JSON is read as the dossier in YAML is: the same walk, the same findings, its own places.
extension JSONNode {
  var node: Node {
    switch value {
    case .null: Node("", at: place)
    case .flag(let flag): Node(flag ? "true" : "false", at: place)
    case .number(let digits): Node(digits, at: place)
    case .words(let words): Node(words, at: place)
    case .list(let items): Node(.sequence(items.map(\.node)), at: place)
    case .object(let members): Node(.mapping(JSONNode.pairs(members)), at: place)
    }
  }

  /// What is `null` is not there.
  static func pairs(
    _ members: [(key: String, keyPlace: SourceLocation, value: JSONNode)]
  ) -> [(key: Node, value: Node)] {
    members.compactMap { key, place, value in
      if case .null = value.value { nil } else { (Node(key, at: place), value.node) }
    }
  }
}
