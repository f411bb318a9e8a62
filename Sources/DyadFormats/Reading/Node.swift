internal import DyadCore

/// A node of YAML or JSON with its place: a mapping, a list or a text.
struct Node: Sendable {
  enum Value: Sendable {
    case scalar(String)
    case mapping([(key: Node, value: Node)])
    case sequence([Node])
  }

  var value: Value
  var place: SourceLocation

  init(_ value: Value, at place: SourceLocation) { (self.value, self.place) = (value, place) }

  init(_ words: String, at place: SourceLocation) { self.init(.scalar(words), at: place) }

  var scalar: String? { if case .scalar(let words) = value { words } else { nil } }
  var mapping: [(key: Node, value: Node)]? { if case .mapping(let entries) = value { entries } else { nil } }
  var sequence: [Node]? { if case .sequence(let list) = value { list } else { nil } }

  /// The shape of the node, for messages.
  var shape: String {
    switch value {
    case .scalar(let words): words.isEmpty ? "nothing" : "text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    }
  }
}
