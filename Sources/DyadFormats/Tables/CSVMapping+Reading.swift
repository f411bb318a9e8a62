internal import DyadCore

/// The reader of a mapping.
extension CSVMapping {
  /// Reads a mapping; `lookups` are the tables that it may use besides its own.
  static func read(_ path: String, lookups: [LookupTable] = []) -> Checked<CSVMapping?> {
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
    mapping.take(fields, lookups + LookupTable.tables(of: fields, besides: path))
    fields.refuseOthers("a mapping")
    mapping.checkConstants(context)
    return Checked(mapping, root.diagnostics + context.findings)
  }

  private mutating func take(_ fields: Fields, _ lookups: [LookupTable]) {
    self.lookups = lookups
    takeForm(fields)
    only = rows(fields, "only")
    without = rows(fields, "without")
    if let node = fields.node("where") {
      for item in node.sequence ?? [node] {
        guard let words = fields.context.words(item, "a condition") else { continue }
        do throws(RowCondition.Wrong) {
          conditions.append((try RowCondition.read(words), item.place))
        } catch { fields.context.report(.wrongShape, error.reason, at: item) }
      }
    }
    key = fields.node("key").flatMap { value($0, fields.context) }
    known = fields.node("known").flatMap { dates($0, fields.context) }
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

  /// How the table is written.
  private mutating func takeForm(_ fields: Fields) {
    if let name = fields.word("delimiter", among: CSVMapping.delimiters.map(\.name)),
      let known = CSVMapping.delimiters.first(where: { $0.name == name })
    {
      form.delimiter = known.byte
    }
    form.hasQuotes = fields.word("quotes", among: ["double", "none"]) != "none"
    if let node = fields.node("header") {
      if let names = node.sequence {
        form.header = .names(names.compactMap { fields.context.words($0, "the name of a column")?.trimmed })
        var known: Set<String> = []
        for name in names where !known.insert((name.scalar ?? "").trimmed).inserted {
          fields.context.report(.badColumn, "duplicate column '\(name.scalar ?? "")'", at: name)
        }
        if names.isEmpty { fields.context.report(.wrongShape, "'header' is empty", at: node) }
      } else if node.scalar == "none" {
        form.header = .none
      } else {
        fields.context.report(.wrongShape, "'header' is 'none' or a list of the names of all columns", at: node)
      }
    }
    if fields.node("blank") != nil { blanks.formUnion(fields.ids("blank")) }
    forms(fields, "dates", "the form of a date") { mapping, column, words in
      switch DateForm.read(words) {
      case .success(let form): mapping.dateForms[column] = form
      case .failure(let wrong): return wrong.reason
      }
      return nil
    }
    forms(fields, "numbers", "the form of a number") { mapping, column, words in
      mapping.numberForms[column] = NumberForm.read(words)
      return mapping.numberForms[column] != nil
        ? nil : "'\(words)' is not a form of numbers; write one of \(NumberForm.examples.joined(separator: ", "))"
    }
  }

  /// The forms of columns; `take` returns what is wrong with one.
  private mutating func forms(
    _ fields: Fields, _ key: String, _ what: String, _ take: (inout CSVMapping, String, String) -> String?
  ) {
    guard let node = fields.node(key), let columns = Fields(node, "'\(key)'", fields.context) else { return }
    for (column, keyNode, value) in columns.entries {
      formed.append((column, keyNode.place))
      guard let words = fields.context.words(value, what) else { continue }
      if let wrong = take(&self, column, words) { fields.context.report(.badWord, wrong, at: value) }
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
    let others: Set = CSVMapping.spellSorts.contains(sort) ? ["spells"] : []
    for (key, keyNode, value) in fields.entries {
      if others.contains(key) {
        record.spells = spells(value, fields.context)
        continue
      }
      guard known.contains(key) else {
        fields.context.report(
          .unknownKey, "unknown key '\(key)' in '\(sort.rawValue)'", at: keyNode,
          suggestion: nearest(to: key, among: known.union(others).sorted()))
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
}
