extension YAMLValue {
  /// The value with the citations within it in the shortest form.
  package var citingShortly: YAMLValue {
    switch self {
    case .list(let items): .list(items.map(\.citingShortly))
    case .mapping(let members):
      .mapping(
        members.map { Member($0.key, $0.key == "cite" ? $0.value.shortCitations : $0.value.citingShortly) })
    case .text, .literal: self
    }
  }

  /// Citations in the shortest form that says the same: `{ herald: "a quote" }`, or the id of a source alone.
  package var shortCitations: YAMLValue {
    guard let items, !items.isEmpty else { return self }
    var cited: [Member] = []
    for item in items {
      guard let members = item.members, let source = item["source"]?.scalar else { return self }
      let others = members.filter { $0.key != "source" && !($0.key == "stance" && $0.value.scalar == "asserts") }
      if others.isEmpty, items.count == 1 { return .text(source) }
      guard [["quote"], ["rows"]].contains(others.map(\.key)), let only = others.first else { return self }
      let quote = only.key == "rows" ? YAMLValue.mapping([only]) : only.value
      if let last = cited.last, last.key == source {
        cited[cited.count - 1].value = .list((last.value.items ?? [last.value]) + [quote])
      } else {
        // A source whose citations are apart would change their order.
        guard !cited.contains(where: { $0.key == source }) else { return self }
        cited.append(Member(source, quote))
      }
    }
    return .mapping(cited)
  }

  /// The words that citations quote, each with its source.
  var quotes: [(source: String, quote: String)] {
    switch self {
    case .list(let items):
      items.compactMap { item in
        item["source"]?.scalar.flatMap { source in item["quote"]?.scalar.map { (source, $0) } }
      }
    case .mapping(let members):
      members.flatMap { source in
        (source.value.items ?? [source.value]).compactMap(\.scalar).map { (source.key, $0) }
      }
    case .text, .literal: []
    }
  }
}
