internal import DyadCore

/// A text that is read as mappings, lists and words, be it YAML or JSON; every node has its place.
struct Node: Sendable {
  indirect enum Value: Sendable {
    case scalar(String)
    case mapping([(key: Node, value: Node)])
    case sequence([Node])
  }

  var value: Value
  var place: SourceLocation

  init(_ value: Value, at place: SourceLocation) { (self.value, self.place) = (value, place) }

  init(_ words: String, at place: SourceLocation) { self.init(.scalar(words), at: place) }

  var scalar: String? { if case .scalar(let words) = value { words } else { nil } }
  var sequence: [Node]? { if case .sequence(let list) = value { list } else { nil } }

  /// What it is, for messages.
  var shape: String {
    switch value {
    case .scalar(let words): words.isEmpty ? "nothing" : "words"
    case .mapping: "a mapping"
    case .sequence: "a list"
    }
  }
}
