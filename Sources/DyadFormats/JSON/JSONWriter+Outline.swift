internal import DyadSyntax

extension JSONWriter {
  func member(_ key: String, _ outline: Outline) {
    switch outline {
    case .words(let words): member(key, words)
    case .number(let number): member(key, number)
    case .flag(let flag): member(key, flag)
    case .mapping(let members): member(key, object: { $0.members(members) })
    case .list(let items): member(key, array: { json in items.forEach(json.outline) })
    }
  }

  /// The members, sorted by their keys.
  func members(_ members: Outline.Members) { members.sorted { $0.key < $1.key }.forEach { member($0.key, $0.value) } }

  func outline(_ outline: Outline) {
    switch outline {
    case .words(let words): element(words)
    case .number(let number): element(number)
    case .flag(let flag): element(flag)
    case .mapping(let members): object { $0.members(members) }
    case .list(let items): array { json in items.forEach(json.outline) }
    }
  }
}
