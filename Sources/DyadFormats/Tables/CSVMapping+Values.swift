internal import DyadCore

/// The values of a mapping: texts with columns, dates, look-ups and spells.
extension CSVMapping {
  func spells(_ node: Node, _ context: ReadingContext) -> Spells? {
    let names = Spells.precisions.map(\.name)
    func precision(_ words: String, _ node: Node) -> PartialDate.Precision? {
      if let found = Spells.precisions.first(where: { $0.name == words }) { return found.precision }
      context.report(
        .badWord, "'spells' must be one of \(names.joined(separator: ", ")), not '\(words)'", at: node,
        suggestion: nearestWord(to: words, among: names))
      return nil
    }
    guard case .mapping = node.value else {
      return context.words(node, "'spells'").flatMap { precision($0, node) }.map { Spells(precision: $0) }
    }
    guard let fields = Fields(node, "'spells'", context) else { return nil }
    defer { fields.refuseOthers("'spells'") }
    let own = fields.needed("by", of: "'spells'").flatMap { precision($0, fields.node("by") ?? node) }
    func end(_ key: String) -> PartialDate? {
      guard let node = fields.node(key), let words = context.words(node, "'\(key)'"),
        let date = fields.date(words, node), let own
      else { return nil }
      if date.precision == own, date.mark == nil { return date }
      context.report(.badDate, "'\(key)' must be a \(own), as 'by' says", at: node)
      return nil
    }
    let (first, last) = (end("first"), end("last"))
    return own.map { Spells(precision: $0, first: first, last: last) }
  }

  func dates(_ node: Node, _ context: ReadingContext) -> Dates? {
    guard case .mapping = node.value, let fields = Fields(node, "a date", context) else {
      return value(node, context).map { .value($0) }
    }
    if fields.node("value") != nil { return value(node, context).map { .value($0) } }
    defer { fields.refuseOthers("a date") }
    if let year = fields.node("year") {
      guard let year = value(year, context) else { return nil }
      return .parts(
        year: year, month: fields.node("month").flatMap { value($0, context) },
        day: fields.node("day").flatMap { value($0, context) })
    }
    guard let from = fields.node("from"), let to = fields.node("to") else {
      context.report(.missingKey, "a date needs 'value', or 'year', or 'from' and 'to'", at: node)
      return nil
    }
    guard let start = dates(from, context), let end = dates(to, context) else { return nil }
    return .interval(from: start, to: end)
  }

  func value(_ node: Node, _ context: ReadingContext) -> Value? {
    guard case .mapping = node.value else {
      guard let words = context.words(node, "a value") else { return nil }
      return Value(template: template(words, at: node, context), place: node.place)
    }
    guard let fields = Fields(node, "a value", context) else { return nil }
    defer { fields.refuseOthers("a value") }
    guard let words = fields.needed("value", of: "a value") else { return nil }
    var value = Value(template: template(words, at: fields.node("value") ?? node, context), place: node.place)
    value.lookup = fields.node("lookup").flatMap { lookup($0, context) }
    if let map = fields.node("map"), let entries = Fields(map, "'map'", context) {
      var words: [String: Node] = [:]
      for (key, _, one) in entries.entries { words[key] = context.words(one, "a word").map { Node($0, at: one.place) } }
      value.map = words
    }
    func text(_ key: String) -> Node? {
      fields.node(key).flatMap { node in fields.words(key).map { Node($0, at: node.place) } }
    }
    value.otherwise = text("else")
    value.prefix = fields.words("prefix")
    value.separator = fields.words("split")
    value.kind = fields.word("kind", among: Entity.Kind.allCases.map(\.rawValue))
    value.blank = text("blank")
    return value
  }

  private func lookup(_ node: Node, _ context: ReadingContext) -> Lookup? {
    func table(_ name: String, _ node: Node) -> LookupTable? {
      // The mapping's own tables come last, and take precedence.
      if let table = lookups.last(where: { $0.name == name }) { return table }
      let names = lookups.map(\.name).sorted()
      let known = names.isEmpty ? "" : "; known: \(names.joined(separator: ", "))"
      context.report(
        .badWord, "unknown look-up table '\(name)'\(known)", at: node, suggestion: nearest(to: name, among: names))
      return nil
    }
    guard case .mapping = node.value else {
      guard let table = context.words(node, "'lookup'").flatMap({ table($0, node) }) else { return nil }
      return Lookup(table: table, column: table.columns[0])
    }
    guard let fields = Fields(node, "'lookup'", context) else { return nil }
    defer { fields.refuseOthers("'lookup'") }
    let day = fields.node("on").flatMap { node in fields.words("on").map { template($0, at: node, context) } }
    let column = fields.words("column")
    guard let name = fields.needed("table", of: "'lookup'"), let table = table(name, fields.node("table") ?? node)
    else { return nil }
    guard let column else { return Lookup(table: table, column: table.columns[0], day: day) }
    guard table.columns.contains(column) else {
      context.report(
        .badColumn,
        "the look-up table '\(name)' has the columns \(table.columns.joined(separator: ", ")), not '\(column)'",
        at: fields.node("column") ?? node, suggestion: nearest(to: column, among: table.columns))
      return nil
    }
    return Lookup(table: table, column: column, day: day)
  }

  private func template(_ words: String, at node: Node, _ context: ReadingContext) -> Template {
    var template = Template(parts: [], place: node.place)
    var rest = words[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { template.parts.append(.words(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        context.report(.wrongShape, "unclosed '{' before the name of a column", at: node)
        return template
      }
      template.parts.append(.column(String(rest[rest.index(after: open)..<close]).trimmed))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { template.parts.append(.words(String(rest))) }
    return template
  }
}
