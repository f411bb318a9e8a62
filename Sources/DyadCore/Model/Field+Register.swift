extension Source: Itemized {
  /// Without the words of its text, which stand in a file of their own.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("title", title)
    list.add("publisher", publisher)
    list.add("author", author)
    list.add("published", published)
    list.add("url", url)
    list.add("language", language)
    list.add("text", path)
    list.add("note", note)
    return list.fields
  }
}

extension RelationKind: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("sentence", sentence)
    list.add("tone", tone.value)
    list.add("directed", isDirected ? "true" : nil)
    list.add("affiliation", isAffiliation ? "true" : nil)
    return list.fields
  }
}

extension View: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    switch focus {
    case .everyone: break
    case .between(let one, let other): list.add("between", [one, other])
    case .around(let ego, let hops):
      list.add("around", ego)
      list.add("hops", Double(hops))
    }
    list.add(isWindow ? "during" : "on", days.map { "\($0.lowerBound)/\($0.upperBound)" })
    list.add("known", known?.description)
    list.add("title", title)
    list.add("theme", theme)
    list.add("only", filter.only.sorted())
    list.add("without", filter.without.sorted())
    list.add("min-tone", filter.minimumTone == 0 ? nil : filter.minimumTone)
    return list.fields
  }
}
