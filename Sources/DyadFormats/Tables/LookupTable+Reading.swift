internal import DyadCore

/// The look-up tables of a mapping: in it, or in a file beside it.
extension LookupTable {
  static func tables(of fields: Fields, besides mapping: String) -> [LookupTable] {
    guard let node = fields.node("lookups"), let tables = Fields(node, "'lookups'", fields.context) else { return [] }
    let texts = SourceTexts(besides: mapping)
    return tables.entries.compactMap { name, _, value in
      guard let entries = Fields(value, "a look-up table", fields.context) else { return nil }
      return entries.node("file") == nil
        ? LookupTable(name, inline: entries) : file(name, entries, texts)
    }
  }

  /// A table that the mapping lists: key and text.
  private init(_ name: String, inline entries: Fields) {
    var texts: [String: String] = [:]
    for (key, _, value) in entries.entries { texts[key] = entries.context.words(value, "a text") }
    let known = texts
    self.init(name, columns: ["text"]) { key, _, _ in known[key] }
  }

  /// A CSV file: its first column, or the one that `key` names, has the keys.
  private static func file(_ name: String, _ fields: Fields, _ texts: SourceTexts) -> LookupTable? {
    let context = fields.context
    defer { fields.refuseOthers("a look-up table in a file") }
    let key = fields.words("key")
    var form = CSVTable.Form()
    let delimiter = fields.word("delimiter", among: CSVMapping.delimiters.map(\.name))
    for known in CSVMapping.delimiters where known.name == delimiter { form.delimiter = known.byte }
    guard let path = fields.needed("file", of: "a look-up table"), let node = fields.node("file") else { return nil }
    let text: String
    switch texts.text(at: path) {
    case .success(let found): text = found
    case .failure(let refusal):
      context.report(.unreadable, refusal.reason, at: node)
      return nil
    }
    guard let table = CSVTable(Array(text.utf8), file: path, form: form, findings: &context.findings) else {
      return nil
    }
    context.findings += table.faults.listed()
    guard let place = key.map({ table.header.firstIndex(of: $0) }) ?? 0 else {
      context.report(
        .badColumn, "'\(path)' has no column '\(key ?? "")'", at: fields.node("key") ?? node,
        suggestion: nearest(to: key ?? "", among: table.header))
      return nil
    }
    let columns = table.header.indices.filter { $0 != place }.map { table.header[$0] }
    guard !columns.isEmpty else {
      context.report(.badColumn, "'\(path)' has only one column; a look-up table needs two", at: node)
      return nil
    }
    var rows: [String: [String: String]] = [:]
    for row in table.rows {
      let cells = Dictionary(
        zip(table.header, row).map { ($0, $1.text.trimmed) }, uniquingKeysWith: { first, _ in first })
      let words = row[place].text.trimmed
      if let known = rows.updateValue(cells, forKey: words), known != cells {
        context.findings.append(Diagnostic(.duplicateKey, "duplicate key '\(words)'", at: row[place].place))
      }
    }
    let known = rows
    return LookupTable(name, columns: columns) { key, column, _ in
      known[key]?[column].flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
