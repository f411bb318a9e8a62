internal import DyadCore
internal import Foundation

/// How the columns of a foreign table become fields of a dossier: read from YAML.
///
/// `schema/csv-mapping.schema.json` describes it, and the page on tables has examples.
struct CSVMapping: Sendable {
  /// Words with the names of columns in braces: "{year}-{month}".
  struct Template: Sendable {
    enum Part: Sendable {
      case words(String)
      case column(String)
    }
    var parts: [Part]
    var place: SourceLocation
  }

  /// A template, and what is made of its words.
  struct Value: Sendable {
    var template: Template
    /// Words in place of words; `otherwise` for those that are not listed.
    var map: [String: String]?
    var otherwise: String?
    /// What parts a list.
    var separator: String?
    /// The kind of the entity that is made of a name.
    var kind: String?
    /// The value for a blank cell.
    var blank: String?
    var place: SourceLocation
  }

  /// A date or an interval of columns for year, month and day.
  enum Dates: Sendable {
    case value(Value)
    case parts(year: Value, month: Value?, day: Value?)
    indirect case interval(from: Dates, to: Dates)
  }

  enum Field: Sendable {
    case words(Value)
    case list([Value])
    case dates(Dates)
  }

  /// What a row makes.
  struct Thing: Sendable {
    enum Sort: String, CaseIterable { case entity, relation, event, holding, source }
    var sort: Sort
    var fields: [(key: String, field: Field)]
    var place: SourceLocation
  }

  var delimiter: UInt8 = 0x2C
  var blanks: Set<String> = [""]
  var dateForms: [String: DateForm] = [:]
  var only: [(column: Template, words: Set<String>)] = []
  var without: [(column: Template, words: Set<String>)] = []
  var source: Thing?
  var things: [Thing] = []
  /// `dossier`, `kinds` and `entities` as in a dossier, taken over as they are.
  var rest: [(key: Node, value: Node)] = []

  static let delimiters: [(name: String, byte: UInt8)] = [
    ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("pipe", 0x7C),
  ]

  /// The fields of each sort of thing: those of the dossier that one cell can hold, and those of the citation of each row.
  static let fields: [Thing.Sort: Set<String>] = [
    .entity: keys(Entity.schema(of: .state).form).union(["id", "kind"]).union(citationFields),
    .relation: keys(Relation.schema.form).union(keys(Phase.schema.form)).union(["id"]).union(citationFields),
    .event: keys(Event.schema.form).union(["id"]).union(citationFields),
    .holding: keys(Holding.listed).subtracting(["office"]).union(["official"]).union(citationFields),
    .source: keys(Source.schema.form).subtracting(["text"]).union(["id"]),
  ]
  /// Those of the citation alone: what both have, such as a note, is the claim's.
  static let citationFields: Set<String> = keys(Citation.schema.form).subtracting(["source"]).subtracting(
    keys(Event.schema.form))
  static let dateFields: Set<String> = Set(allKeys.filter { $0.type == .date || $0.type == .interval }.map(\.name))
  static let listFields: Set<String> = Set(
    allKeys.filter { $0.type == .references || $0.type == .pair(mustDiffer: false) }.map(\.name))

  private static let allKeys: [RecordForm.Key] = RecordForm.all.flatMap(\.keys)

  /// The keys that a column can fill.
  private static func keys(_ form: RecordForm) -> Set<String> {
    let columns = form.keys.filter { key in
      switch key.type {
      case .verbatim, .wordSet, .amounts, .codes, .citations, .records, .since, .formerId, .ownId: false
      default: true
      }
    }
    return Set(columns.map(\.name))
  }

  static func read(_ path: String) -> Checked<CSVMapping?> {
    let bytes = FileBytes.read(path)
    guard let content = bytes.value else { return Checked(nil, bytes.diagnostics) }
    guard let text = String(validating: content, as: UTF8.self) else {
      return Checked(nil, [Diagnostic(.unreadable, "the mapping is not UTF-8 text", at: SourceLocation(file: path))])
    }
    if let bad = Clean.firstRefused(in: text, file: path) { return Checked(nil, [bad]) }
    let root = YAMLText.root(of: text, file: path)
    guard let node = root.value else {
      let empty = Diagnostic(.emptyDossier, "the mapping is empty", at: SourceLocation(file: path))
      return Checked(nil, root.diagnostics.isEmpty ? [empty] : root.diagnostics)
    }
    let reading = Reading(file: path)
    guard let fields = Fields(node, "a mapping", reading) else { return Checked(nil, reading.findings) }
    var mapping = CSVMapping()
    mapping.take(fields)
    fields.refuseOthers("a mapping")
    return Checked(mapping, root.diagnostics + reading.findings)
  }

  // MARK: Reading

  private mutating func take(_ fields: Fields) {
    if let name = fields.word("delimiter", among: CSVMapping.delimiters.map(\.name)) {
      delimiter = CSVMapping.delimiters.first { $0.name == name }!.byte
    }
    if fields.node("blank") != nil { blanks.formUnion(fields.ids("blank")) }
    if let node = fields.node("dates"), let columns = Fields(node, "'dates'", fields.reading) {
      for (column, _, value) in columns.entries {
        guard let words = fields.reading.words(value, "the form of a date") else { continue }
        switch DateForm.read(words) {
        case .success(let form): dateForms[column] = form
        case .failure(let wrong): fields.reading.find(.badWord, wrong.reason, at: value)
        }
      }
    }
    only = rows(fields, "only")
    without = rows(fields, "without")
    if let node = fields.node("source"), let own = Fields(node, "a source", fields.reading) {
      source = thing(.source, own)
    }
    for key in ["dossier", "kinds"] {
      if let node = fields.node(key) { rest.append((Node(key, at: node.place), node)) }
    }
    guard let node = fields.node("rows") else {
      return fields.reading.find(.missingKey, "a mapping needs 'rows'", at: fields.node)
    }
    for item in node.sequence ?? [node] {
      guard let one = Fields(item, "what a row makes", fields.reading) else { continue }
      for (key, keyNode, value) in one.entries {
        guard let sort = Thing.Sort(rawValue: key) else {
          let known = Thing.Sort.allCases.map(\.rawValue)
          fields.reading.find(
            .unknownKey, "a row makes one of \(known.joined(separator: ", ")), not '\(key)'", at: keyNode,
            suggestion: nearest(to: key, among: known))
          continue
        }
        if let own = Fields(value, "'\(key)'", fields.reading) { things.append(thing(sort, own)) }
      }
    }
  }

  private func rows(_ fields: Fields, _ key: String) -> [(column: Template, words: Set<String>)] {
    guard let node = fields.node(key), let columns = Fields(node, "'\(key)'", fields.reading) else { return [] }
    return columns.entries.map { column, keyNode, _ in
      (Template(parts: [.column(column)], place: keyNode.place), Set(columns.ids(column)))
    }
  }

  private func thing(_ sort: Thing.Sort, _ fields: Fields) -> Thing {
    var thing = Thing(sort: sort, fields: [], place: fields.node.place)
    for (key, keyNode, value) in fields.entries {
      guard CSVMapping.fields[sort]!.contains(key) else {
        fields.reading.find(
          .unknownKey, "'\(sort.rawValue)' has no '\(key)'", at: keyNode,
          suggestion: nearest(to: key, among: CSVMapping.fields[sort]!.sorted()))
        continue
      }
      if CSVMapping.dateFields.contains(key) {
        if let dates = dates(value, fields.reading) { thing.fields.append((key, .dates(dates))) }
      } else if CSVMapping.listFields.contains(key) {
        let values = (value.sequence ?? [value]).compactMap { self.value($0, fields.reading) }
        thing.fields.append((key, .list(values)))
      } else if let one = self.value(value, fields.reading) {
        thing.fields.append((key, .words(one)))
      }
    }
    return thing
  }

  private func dates(_ node: Node, _ reading: Reading) -> Dates? {
    guard case .mapping = node.value, let fields = Fields(node, "a date", reading) else {
      return value(node, reading).map { .value($0) }
    }
    if fields.node("value") != nil { return value(node, reading).map { .value($0) } }
    defer { fields.refuseOthers("a date") }
    if let year = fields.node("year") {
      guard let year = value(year, reading) else { return nil }
      return .parts(
        year: year, month: fields.node("month").flatMap { value($0, reading) },
        day: fields.node("day").flatMap { value($0, reading) })
    }
    guard let from = fields.node("from"), let to = fields.node("to") else {
      reading.find(.missingKey, "a date needs 'value', or 'year', or 'from' and 'to'", at: node)
      return nil
    }
    guard let start = dates(from, reading), let end = dates(to, reading) else { return nil }
    return .interval(from: start, to: end)
  }

  private func value(_ node: Node, _ reading: Reading) -> Value? {
    guard case .mapping = node.value else {
      guard let words = reading.words(node, "a value") else { return nil }
      return Value(template: template(words, at: node, reading), place: node.place)
    }
    guard let fields = Fields(node, "a value", reading) else { return nil }
    defer { fields.refuseOthers("a value") }
    guard let words = fields.needed("value", of: "a value") else { return nil }
    var value = Value(template: template(words, at: fields.node("value")!, reading), place: node.place)
    if let map = fields.node("map"), let entries = Fields(map, "'map'", reading) {
      value.map = [:]
      for (key, _, one) in entries.entries { value.map![key] = reading.words(one, "a word") }
    }
    value.otherwise = fields.words("else")
    value.separator = fields.words("split")
    value.kind = fields.word("kind", among: Entity.Kind.allCases.map(\.rawValue))
    value.blank = fields.words("blank")
    return value
  }

  private func template(_ words: String, at node: Node, _ reading: Reading) -> Template {
    var template = Template(parts: [], place: node.place)
    var rest = words[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { template.parts.append(.words(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        reading.find(.wrongShape, "the brace that opens a column is not closed", at: node)
        return template
      }
      template.parts.append(.column(String(rest[rest.index(after: open)..<close]).trimmed))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { template.parts.append(.words(String(rest))) }
    return template
  }

  /// Every column that is named somewhere, with the place where it is.
  var columns: [(name: String, place: SourceLocation)] {
    func of(_ template: Template) -> [(String, SourceLocation)] {
      template.parts.compactMap { if case .column(let name) = $0 { (name, template.place) } else { nil } }
    }
    func of(_ dates: Dates) -> [(String, SourceLocation)] {
      switch dates {
      case .value(let value): of(value.template)
      case .parts(let year, let month, let day): [year, month, day].compactMap { $0 }.flatMap { of($0.template) }
      case .interval(let from, let to): of(from) + of(to)
      }
    }
    func of(_ thing: Thing) -> [(String, SourceLocation)] {
      thing.fields.flatMap { _, field in
        switch field {
        case .words(let value): of(value.template)
        case .list(let values): values.flatMap { of($0.template) }
        case .dates(let dates): of(dates)
        }
      }
    }
    return (things + [source].compactMap { $0 }).flatMap(of) + (only + without).flatMap { of($0.column) }
  }
}
