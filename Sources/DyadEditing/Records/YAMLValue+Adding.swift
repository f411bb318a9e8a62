internal import DyadCore

/// Lists, citations and mappings that get further parts.
extension YAMLValue {
  /// The value with the parts of another: items of a list, citations, members.
  func adding(_ other: YAMLValue) -> YAMLValue {
    switch (self, other) {
    case (.list(let items), .list(let others)):
      return .list(items + others.filter { !items.contains($0) })
    case (.mapping, .mapping(let others)): return others.reduce(self) { $0.citing($1) }
    case (.list(let items), .mapping(let others)) where items.allSatisfy({ $0.members != nil }):
      return .list(items + others.flatMap(YAMLValue.citations))
    case (.mapping(let members), .list(let others)):
      return .list(members.flatMap(YAMLValue.citations) + others)
    case (.list(let items), _) where other.scalar != nil:
      let isCited = items.allSatisfy { $0.members != nil }
      return .list(items + [isCited ? .mapping([Member("source", other)]) : other])
    case (_, .list(let others)) where scalar != nil:
      let areCitations = others.contains { $0["source"] != nil }
      return .list([areCitations ? .mapping([Member("source", self)]) : self] + others)
    case (.mapping(let members), _):
      return .list(members.flatMap(YAMLValue.citations) + [.mapping([Member("source", other)])])
    case (_, .mapping(let members)):
      // A source without a quote, and now a quote from it.
      if let source = scalar, members.count == 1, members[0].key == source { return other }
      return .list([.mapping([Member("source", self)])] + members.flatMap(YAMLValue.citations))
    default: return .list(self == other ? [self] : [self, other])
    }
  }

  /// The mapping with one more citation, or any other member.
  private func citing(_ member: Member) -> YAMLValue {
    guard case .mapping(var members) = self else { return self }
    guard let index = members.firstIndex(where: { $0.key == member.key }) else {
      return .mapping(members + [member])
    }
    let (old, new) = (members[index].value.items ?? [members[index].value], member.value.items ?? [member.value])
    let all = old + new.filter { !old.contains($0) }
    members[index].value = all.count == 1 ? all[0] : .list(all)
    return .mapping(members)
  }

  /// Citations of one source in the long form.
  private static func citations(_ member: Member) -> [YAMLValue] {
    (member.value.items ?? [member.value]).map { quote in
      // A mapping has keys of the long form already, such as the rows of a data set.
      .mapping([Member("source", .text(member.key))] + (quote.members ?? [Member("quote", quote)]))
    }
  }

  /// The members in the order of the form; others follow.
  func inOrder(of form: RecordForm) -> YAMLValue {
    guard let members else { return self }
    let places = Dictionary(
      form.keys.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return .mapping(
      members.enumerated().sorted { one, other in
        (places[one.element.key] ?? .max, one.offset) < (places[other.element.key] ?? .max, other.offset)
      }.map(\.element))
  }

  /// Sets a member; a new one follows the last of those that precede it in the form.
  mutating func set(_ key: String, _ value: YAMLValue, by form: RecordForm) {
    guard case .mapping(var members) = self else { return }
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      let earlier = Set(form.keys.prefix { $0.name != key }.map(\.name))
      let place = members.lastIndex { earlier.contains($0.key) }.map { $0 + 1 } ?? 0
      members.insert(Member(key, value), at: form[key] == nil ? members.count : place)
    }
    self = .mapping(members)
  }
}
