internal import DyadCore

extension Fields {
  /// The value of a key, with findings; places of references are stored under the path.
  func value(of node: Node, _ key: RecordForm.Key, at path: String) -> Field.Value? {
    var name: String { "'\(key.name)'" }
    switch key.type {
    case .verbatim: return verbatim(node, name)
    case .references:
      // They have no order, so that their places are those of the ids.
      for item in node.sequence ?? [node] { if let id = item.scalar { keep(item, "\(path)/\(id)") } }
      return .parties(ids(in: node, at: path).map { Entity.ID($0) })
    case .phases: return .list(ids(in: node, at: path))
    case .participants(let form): return participants(node, form, path)
    case .pair(let mustDiffer): return pair(node, name, mustDiffer, path)
    case .wordSet: return wordSet(node, path)
    case .rows: return rowIds(node, name, path)
    case .amounts: return .amounts((node.sequence ?? [node]).flatMap { amounts($0, name) })
    case .codes: return codes(node, name)
    case .entitiesByCode: return entities(node, name, path)
    case .citations(let form): return .rows(citations(node, form, path))
    case .records(let form): return records(node, name, form, path)
    case .words, .quote, .address, .sentence, .date, .interval, .since, .number, .count, .flag, .choice, .reference,
      .formerId, .ownId, .mention, .amount:
      guard let words = context.words(node, name) else { return nil }
      if let fault = key.fault(in: .words(words)) {
        context.report(fault.code, fault.message, at: node, suggestion: fault.suggestion)
        return nil
      }
      return value(words, node, key, path)
    }
  }

  private func value(_ words: String, _ node: Node, _ key: RecordForm.Key, _ path: String) -> Field.Value? {
    switch key.type {
    case .date: return date(words, node).map { .date($0) }
    case .interval:
      keep(node, path)
      return interval(words, node).map { .interval($0) }
    case .since:
      // A single date is the start of an open interval.
      return interval(words, node).map {
        .interval(words.contains("/") ? $0 : Interval(from: $0.start, to: .open) ?? $0)
      }
    case .number(let range): return number(words, key.name, in: range, node).map { .number($0) }
    case .count(let range):
      return choice(words, key.name, among: range.map(String.init), node).flatMap { Double($0) }.map { .number($0) }
    case .flag: return choice(words, key.name, among: ["true", "false"], node).map { .flag($0 == "true") }
    case .reference(.entity):
      keep(node, path)
      return .party(Entity.ID(words))
    case .amount:
      guard Quantity("", words) == nil else { return .words(words) }
      context.report(.badQuantity, "'\(words)' is not a valid amount", at: node)
      return nil
    case .reference, .quote, .choice:
      keep(node, path)
      return .words(words)
    default: return .words(words)
    }
  }

  private func keep(_ node: Node, _ path: String) { context.places[path] = context.place(of: node) }

  // MARK: Words and numbers

  private func verbatim(_ node: Node, _ name: String) -> Field.Value? {
    if let scalar = node.scalar { return .words(scalar) }
    context.report(.wrongShape, "\(name) should be text, not \(node.shape)", at: node)
    return nil
  }

  private func wordSet(_ node: Node, _ path: String) -> Field.Value {
    let words = (node.sequence ?? [node]).compactMap { item -> String? in
      guard let word = context.words(item, "an id") else { return nil }
      keep(item, "\(path)/\(word.lowercased())")
      return word
    }
    return .list(words)
  }

  /// The ids of rows; their places are those of the ids.
  private func rowIds(_ node: Node, _ name: String, _ path: String) -> Field.Value? {
    keep(node, path)
    let items = node.sequence ?? [node]
    let ids = items.compactMap { item -> String? in
      guard let id = context.words(item, "the id of a row"), id.contains(where: { !$0.isWhitespace }) else {
        return nil
      }
      keep(item, "\(path)/\(id)")
      return id
    }
    if ids.isEmpty, items.allSatisfy({ $0.scalar != nil }) {
      context.report(.missingKey, "\(name) is empty", at: node)
    }
    return ids.isEmpty ? nil : .list(ids)
  }

  private func amounts(_ node: Node, _ name: String) -> [Quantity] {
    guard let amounts = Fields(node, name, context) else { return [] }
    return amounts.entries.compactMap { subject, _, value in
      guard let words = context.words(value, "a number") else { return nil }
      if let quantity = Quantity(subject, words) { return quantity }
      context.report(.badQuantity, "'\(words)' is not a valid amount", at: value)
      return nil
    }
  }

  private func codes(_ node: Node, _ name: String) -> Field.Value? {
    guard let codes = Fields(node, name, context) else { return nil }
    return .mapping(
      codes.entries.compactMap { register, _, value in
        context.words(value, "a code").map { Field(register, .words($0)) }
      })
  }

  private func entities(_ node: Node, _ name: String, _ path: String) -> Field.Value? {
    guard let codes = Fields(node, name, context) else { return nil }
    return .mapping(
      codes.entries.compactMap { code, _, value in
        keep(value, "\(path)/\(code)")
        return context.words(value, "an id").map { Field(code, .party(Entity.ID($0))) }
      })
  }

  // MARK: Ids

  private func pair(_ node: Node, _ name: String, _ mustDiffer: Bool, _ path: String) -> Field.Value? {
    let ids = ids(in: node, at: path)
    guard node.sequence != nil, ids.count == 2, !mustDiffer || ids[0] != ids[1] else {
      context.report(.wrongShape, "\(name) should be a list of two \(mustDiffer ? "different " : "")ids", at: node)
      return nil
    }
    return .parties(ids.map { Entity.ID($0) })
  }

  /// Ids and mappings in one list; the places are those of the ids alone.
  private func participants(_ node: Node, _ form: RecordForm, _ path: String) -> Field.Value {
    let items = node.sequence ?? [node]
    let (ids, described) = (items.filter { $0.mapping == nil }, items.filter { $0.mapping != nil })
    let entities = self.ids(in: Node(.sequence(ids), at: node.place), at: path).map { Entity.ID($0) }
    guard !described.isEmpty else { return .parties(entities) }
    return .rows(
      entities.map { [Field("entity", .party($0))] }
        + described.enumerated().compactMap { record($0.element, form, "\(path)/described/\($0.offset)") })
  }

  // MARK: Records within records

  private func records(_ node: Node, _ name: String, _ form: RecordForm, _ path: String) -> Field.Value? {
    guard let list = node.sequence else {
      context.report(.wrongShape, "\(name) should be a list, not \(node.shape)", at: node)
      return nil
    }
    keep(node, path)
    var rows: [[Field]] = []
    for item in list { if let row = record(item, form, "\(path)/\(rows.count)") { rows.append(row) } }
    return .rows(rows)
  }

  private func record(
    _ node: Node, _ form: RecordForm, _ path: String, defaults: [Located<Field>] = []
  ) -> [Field]? {
    guard let fields = Fields(node, form.noun, context) else { return nil }
    keep(node, path)
    defer { fields.refuseOthers(form.noun) }
    return fields.read(form, at: path, defaults: defaults)
  }

  /// Citations in any of their forms; places are stored under `path/0/quote` and so on.
  private func citations(_ node: Node, _ form: RecordForm, _ path: String) -> [[Field]] {
    switch node.value {
    case .scalar: return citation(node, "\(path)/0").map { [$0] } ?? []
    case .mapping:
      guard let fields = Fields(node, form.noun, context) else { return [] }
      var rows: [[Field]] = []
      for (id, key, value) in fields.entries {
        for quote in value.sequence ?? [value] {
          keep(key, "\(path)/\(rows.count)/source")
          if quote.mapping != nil {
            if let row = counted(quote, in: id, form, "\(path)/\(rows.count)") { rows.append(row) }
            continue
          }
          keep(quote, "\(path)/\(rows.count)/quote")
          guard let words = context.words(quote, "a quote") else { continue }
          rows.append([Field("source", .words(id)), Field("quote", .words(words))])
        }
      }
      return rows
    case .sequence(let list):
      var rows: [[Field]] = []
      let source = context.defaultSource.map { Located(Field("source", .words($0.value.text)), at: $0.place) }
      for item in list {
        let at = "\(path)/\(rows.count)"
        let row = item.scalar != nil ? citation(item, at) : record(item, form, at, defaults: source.map { [$0] } ?? [])
        if let row { rows.append(row) }
      }
      return rows
    }
  }

  /// The rows of a data set in the short form: `icews: { rows: [20718170] }`.
  private func counted(_ node: Node, in source: String, _ form: RecordForm, _ path: String) -> [Field]? {
    guard let fields = Fields(node, form.noun, context) else { return nil }
    defer { fields.refuseOthers("rows of a data set") }
    guard let key = form["rows"], let rows = fields.node(key.name) else {
      context.report(.missingKey, "the short form of a citation of rows needs 'rows'", at: node)
      return nil
    }
    return value(of: rows, key, at: "\(path)/\(key.name)").map {
      [Field("source", .words(source)), Field(key.name, $0)]
    }
  }

  /// A text in place of a citation: the id of a source, or else a quote from the source that the file names once.
  private func citation(_ node: Node, _ path: String) -> [Field]? {
    guard let words = context.words(node, "a citation") else { return nil }
    guard words.contains(where: { !$0.isWhitespace }) else {
      context.report(.missingKey, "a citation is empty", at: node)
      return nil
    }
    let source = context.defaultSource
    if Source.ID.isWellFormed(words) || source == nil && !words.contains(where: \.isWhitespace) {
      keep(node, "\(path)/source")
      return [Field("source", .words(words))]
    }
    guard let source else {
      context.report(
        .missingKey, "a quote needs its source: { id: \"…\" }, or 'source: id' once in the file", at: node)
      return nil
    }
    keep(node, "\(path)/quote")
    context.places["\(path)/source"] = source.place
    return [Field("source", .words(source.value.text)), Field("quote", .words(words))]
  }
}
