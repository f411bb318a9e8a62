internal import DyadCore

/// The reader of a mapping.
extension CSVMapping {
  static func read(_ path: String) -> Checked<CSVMapping?> {
    let bytes = FileBytes.read(path)
    guard let content = bytes.value else { return Checked(nil, bytes.diagnostics) }
    guard let text = String(validating: content, as: UTF8.self) else {
      return Checked(nil, [Diagnostic(.unreadable, "the mapping is not UTF-8 text", at: SourceLocation(file: path))])
    }
    if let bad = CleanText.firstRefused(in: text, file: path) { return Checked(nil, [bad]) }
    let root = YAMLText.root(of: text, file: path)
    guard let node = root.value else {
      let empty = Diagnostic(.emptyDossier, "the mapping is empty", at: SourceLocation(file: path))
      return Checked(nil, root.diagnostics.isEmpty ? [empty] : root.diagnostics)
    }
    let context = ReadingContext(file: path)
    guard let fields = Fields(node, "a mapping", context) else { return Checked(nil, context.findings) }
    var mapping = CSVMapping()
    mapping.take(fields)
    fields.refuseOthers("a mapping")
    return Checked(mapping, root.diagnostics + context.findings)
  }

  private mutating func take(_ fields: Fields) {
    if let name = fields.word("delimiter", among: CSVMapping.delimiters.map(\.name)),
      let known = CSVMapping.delimiters.first(where: { $0.name == name })
    {
      delimiter = known.byte
    }
    if fields.node("blank") != nil { blanks.formUnion(fields.ids("blank")) }
    if let node = fields.node("dates"), let columns = Fields(node, "'dates'", fields.context) {
      for (column, _, value) in columns.entries {
        guard let words = fields.context.words(value, "the form of a date") else { continue }
        switch DateForm.read(words) {
        case .success(let form): dateForms[column] = form
        case .failure(let wrong): fields.context.report(.badWord, wrong.reason, at: value)
        }
      }
    }
    only = rows(fields, "only")
    without = rows(fields, "without")
    if let node = fields.node("source"), let own = Fields(node, "a source", fields.context) {
      source = record(.source, own)
    }
    for key in ["dossier", "kinds"] {
      if let node = fields.node(key) { rest.append((Node(key, at: node.place), node)) }
    }
    guard let node = fields.node("rows") else {
      return fields.context.report(.missingKey, "a mapping needs 'rows'", at: fields.node)
    }
    for item in node.sequence ?? [node] {
      guard let one = Fields(item, "what a row makes", fields.context) else { continue }
      for (key, keyNode, value) in one.entries {
        guard let sort = Record.Sort(rawValue: key) else {
          let known = Record.Sort.allCases.map(\.rawValue)
          fields.context.report(
            .unknownKey, "'rows' must name one of \(known.joined(separator: ", ")), not '\(key)'", at: keyNode,
            suggestion: nearest(to: key, among: known))
          continue
        }
        if let own = Fields(value, "'\(key)'", fields.context) { records.append(record(sort, own)) }
      }
    }
  }

  private func rows(_ fields: Fields, _ key: String) -> [(column: Template, words: Set<String>)] {
    guard let node = fields.node(key), let columns = Fields(node, "'\(key)'", fields.context) else { return [] }
    return columns.entries.map { column, keyNode, _ in
      (Template(parts: [.column(column)], place: keyNode.place), Set(columns.ids(column)))
    }
  }

  private func record(_ sort: Record.Sort, _ fields: Fields) -> Record {
    var record = Record(sort: sort, fields: [], place: fields.node.place)
    let known = CSVMapping.fields[sort] ?? []
    for (key, keyNode, value) in fields.entries {
      guard known.contains(key) else {
        fields.context.report(
          .unknownKey, "unknown key '\(key)' in '\(sort.rawValue)'", at: keyNode,
          suggestion: nearest(to: key, among: known.sorted()))
        continue
      }
      if CSVMapping.dateFields.contains(key) {
        if let dates = dates(value, fields.context) { record.fields.append((key, .dates(dates))) }
      } else if CSVMapping.listFields.contains(key) {
        let values = (value.sequence ?? [value]).compactMap { self.value($0, fields.context) }
        record.fields.append((key, .list(values)))
      } else if let one = self.value(value, fields.context) {
        record.fields.append((key, .words(one)))
      }
    }
    return record
  }

  private func dates(_ node: Node, _ context: ReadingContext) -> Dates? {
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

  private func value(_ node: Node, _ context: ReadingContext) -> Value? {
    guard case .mapping = node.value else {
      guard let words = context.words(node, "a value") else { return nil }
      return Value(template: template(words, at: node, context), place: node.place)
    }
    guard let fields = Fields(node, "a value", context) else { return nil }
    defer { fields.refuseOthers("a value") }
    guard let words = fields.needed("value", of: "a value") else { return nil }
    var value = Value(template: template(words, at: fields.node("value") ?? node, context), place: node.place)
    if let map = fields.node("map"), let entries = Fields(map, "'map'", context) {
      var words: [String: String] = [:]
      for (key, _, one) in entries.entries { words[key] = context.words(one, "a word") }
      value.map = words
    }
    value.otherwise = fields.words("else")
    value.separator = fields.words("split")
    value.kind = fields.word("kind", among: Entity.Kind.allCases.map(\.rawValue))
    value.blank = fields.words("blank")
    return value
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
