extension Entity: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("kind", kind.rawValue)
    list.add("name", names[0].text)
    list.add("names", names.dropFirst().map(\.fields))
    // A name holds for a while, so that what it is called changes with the moment.
    if names.count > 1 { list.add("called", snapshot.map { name(at: $0.moment) }) }
    list.add("short", short)
    list.add("type", type)
    list.add(kind == .official ? "serves" : "of", home)
    for (register, code) in codes.sorted(by: { $0.key < $1.key }) { list.add(register, code) }
    list.add("during", during)
    list.add(evidence)
    list.add("note", note)
    return list.fields
  }
}

extension Name {
  fileprivate var fields: [Field] {
    var list = FieldList()
    list.add("text", text)
    list.add("language", language)
    list.add("during", during)
    return list.fields
  }
}

extension Office: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("title", title)
    list.add("of", of)
    list.add("during", during)
    list.add(evidence)
    list.add("note", note)
    return list.fields
  }
}

extension Holding: Itemized {
  /// In a snapshot with the title of the office, and whose it is.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("official", official)
    if let office = snapshot?.graph.offices[office] {
      list.add("title", office.title)
      list.add("of", office.of)
    } else {
      list.add("office", office.text)
    }
    list.add("during", during)
    list.add(evidence)
    list.add("note", note)
    return list.fields
  }
}

extension Phase: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("during", during)
    list.add("reads", reads)
    list.add("tone", tone?.value)
    list.add(evidence)
    list.add("note", note)
    return list.fields
  }
}

extension Relation: Itemized {
  /// Without its phases, which are claims of their own.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("kind", kind.text)
    if isDirected {
      list.add("from", from)
      list.add("to", to)
    } else {
      list.add("between", [from, to])
    }
    list.add("note", note)
    return list.fields
  }
}

extension Event: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("on", within)
    list.add("what", what)
    list.add("type", type.rawValue)
    list.add("mode", mode)
    list.add("actors", actors)
    list.add("recipients", recipients)
    list.add("place", place)
    list.add("numbers", numbers.map(\.description))
    list.add("tone", ownTone?.value)
    list.add(evidence)
    list.add("note", note)
    return list.fields
  }
}

extension Held: Itemized where Item: Itemized {
  public func fields(in snapshot: Snapshot?) -> [Field] {
    item.fields(in: snapshot) + (certainty == .yes ? [] : [Field("certainty", .words("possibly"))])
  }
}

extension Tie: Itemized {
  /// The relation, what its kind says, and the phases that hold.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    var list = FieldList()
    list.add("kind-sentence", kind.sentence)
    list.add("kind-tone", kind.tone.value)
    list.add("phases", phases.map { $0.fields(in: snapshot) })
    return relation.fields(in: snapshot) + list.fields
  }
}
