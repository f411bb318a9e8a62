package import DyadFormats
package import DyadSyntax

/// A value of YAML or JSON without its form: what an edit makes of a node.
///
///     var value: YAMLValue = .mapping([.init("on", .text("2014-05-02"))])
///     value[[.key("on")]] = .text("2014-05")
package enum YAMLValue: Sendable {
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: YAMLValue

    package init(_ key: String, _ value: YAMLValue) { (self.key, self.value) = (key, value) }
  }

  case text(String)
  /// A number or a flag, which is written without quotes.
  case literal(String)
  case list([YAMLValue])
  case mapping([Member])

  /// A step from a value to one within it.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var scalar: String? {
    switch self {
    case .text(let text), .literal(let text): text
    case .list, .mapping: nil
    }
  }
  package var items: [YAMLValue]? { if case .list(let items) = self { items } else { nil } }
  package var members: [Member]? { if case .mapping(let members) = self { members } else { nil } }

  package subscript(key: String) -> YAMLValue? { members?.first { $0.key == key }?.value }

  package init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map(YAMLValue.init))
    case .mapping(let entries):
      self = .mapping(entries.map { Member($0.key.scalar ?? "", YAMLValue($0.value)) })
    }
  }

  /// A value of JSON; `nil` for `null`, and members that are `null` are omitted.
  package init?(_ json: JSONNode) {
    switch json.value {
    case .null: return nil
    case .bool(let bool): self = .literal(bool ? "true" : "false")
    case .number(let digits): self = .literal(digits)
    case .string(let string): self = .text(string)
    case .array(let items): self = .list(items.compactMap(YAMLValue.init))
    case .object(let members):
      self = .mapping(members.compactMap { member in YAMLValue(member.value).map { Member(member.key, $0) } })
    }
  }
}

extension YAMLValue: Equatable {
  /// By what a reader of the text gets: a number and its text are equal.
  package static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.list(let one), .list(let other)): one == other
    case (.mapping(let one), .mapping(let other)): one == other
    default: left.scalar.map { $0 == right.scalar } ?? false
    }
  }
}

// MARK: Values within values

extension YAMLValue {
  /// The value at the end of the path; setting `nil` removes it, and a new key is appended.
  package subscript(path: some Collection<Step>) -> YAMLValue? {
    get {
      guard let first = path.first else { return self }
      switch (first, self) {
      case (.key(let key), .mapping): return self[key]?[path.dropFirst()]
      case (.index(let index), .list(let items)) where items.indices.contains(index):
        return items[index][path.dropFirst()]
      default: return nil
      }
    }
    set {
      guard let first = path.first else {
        if let newValue { self = newValue }
        return
      }
      let rest = path.dropFirst()
      switch (first, self) {
      case (.key(let key), .mapping(var members)):
        if let index = members.firstIndex(where: { $0.key == key }) {
          if rest.isEmpty, newValue == nil {
            members.remove(at: index)
          } else {
            members[index].value[rest] = newValue
          }
        } else if rest.isEmpty, let newValue {
          members.append(Member(key, newValue))
        }
        self = .mapping(members)
      case (.index(let index), .list(var items)) where items.indices.contains(index):
        if rest.isEmpty, newValue == nil { items.remove(at: index) } else { items[index][rest] = newValue }
        self = .list(items)
      default: break
      }
    }
  }

  /// Gives the key at the end of the path another name.
  package mutating func rename(_ path: [Step], _ name: String) {
    guard case .key(let old)? = path.last, var members = self[path.dropLast()]?.members,
      let index = members.firstIndex(where: { $0.key == old })
    else { return }
    members[index].key = name
    self[path.dropLast()] = .mapping(members)
  }
}
