internal import DyadCore

/// The mapping of the columns of a foreign table to fields of a dossier, read from YAML.
///
/// `schema/csv-mapping.schema.json` is its schema, and the page on tables has examples.
struct CSVMapping: Sendable {
  /// A text with the names of columns in braces: "{year}-{month}".
  struct Template: Sendable {
    enum Part: Sendable {
      case words(String)
      case column(String)
    }
    var parts: [Part]
    var place: SourceLocation
  }

  /// A template, with options for the text that it makes.
  struct Value: Sendable {
    var template: Template
    /// A table in which the text is looked up.
    var lookup: Lookup?
    /// Replacements; `otherwise` replaces texts that neither of both lists.
    var map: [String: Node]?
    var otherwise: Node?
    /// What is before the text, or before each text of a list.
    var prefix: String?
    /// The separator of a list.
    var separator: String?
    /// The kind of an entity with this name.
    var kind: String?
    /// The value for a blank cell.
    var blank: Node?
    var place: SourceLocation
  }

  /// What is looked up, and where.
  struct Lookup: Sendable {
    var table: LookupTable
    var column: String
    /// The date as of which codes have their meaning.
    var day: Template?
  }

  /// Rows whose years, months or days follow each other make one phase, event or office held.
  struct Spells: Sendable {
    var precision: PartialDate.Precision
    /// The first and the last date that the table covers: a spell from the one may have begun before, one to the other may go on.
    var first: PartialDate?
    var last: PartialDate?

    static let precisions: [(name: String, precision: PartialDate.Precision)] = [
      ("year", .year), ("month", .month), ("day", .day),
    ]
  }

  /// A date or an interval, as one value or as columns for its parts.
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

  /// A record that each row makes.
  struct Record: Sendable {
    enum Sort: String, CaseIterable { case entity, relation, event, holding, source }
    var sort: Sort
    var fields: [(key: String, field: Field)]
    var spells: Spells?
    var place: SourceLocation
  }

  var form = CSVTable.Form()
  var blanks: Set<String> = [""]
  var dateForms: [String: DateForm] = [:]
  var numberForms: [String: NumberForm] = [:]
  /// The columns whose form is given, with their places.
  var formed: [(name: String, place: SourceLocation)] = []
  var only: [(column: Template, words: Set<String>)] = []
  var without: [(column: Template, words: Set<String>)] = []
  /// What a row must fulfil.
  var conditions: [(condition: RowCondition, place: SourceLocation)] = []
  /// The id of a row; a row that repeats one is skipped.
  var key: Value?
  /// Since when the claims of a row are known, unless a record says it.
  var known: Dates?
  var source: Record?
  var records: [Record] = []
  /// The tables that it may use; a later one takes precedence over one of the same name.
  var lookups: [LookupTable] = []
  /// `dossier` and `kinds`, as in a dossier.
  var rest: [(key: Node, value: Node)] = []

  static let delimiters: [(name: String, byte: UInt8)] = [
    ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("pipe", 0x7C),
  ]

  /// The fields of each sort of record: keys of the dossier that fit a cell, and those of the citation of each row.
  static let fields: [Record.Sort: Set<String>] = [
    .entity: keys(Entity.schema(of: .state).form).union(["id", "kind"]).union(citationFields),
    .relation: keys(Relation.schema.form).union(keys(Phase.schema.form)).union(["id"]).union(citationFields),
    .event: keys(Event.schema.form).union(["id"]).union(citationFields),
    .holding: keys(Holding.listed).subtracting(["office"]).union(["official"]).union(citationFields),
    .source: keys(Source.schema.form).subtracting(["text"]).union(["id"]),
  ]
  /// The fields of the citation alone; a key of both, such as `note`, belongs to the claim.
  static let citationFields: Set<String> = keys(Citation.schema.form).subtracting(["source"]).subtracting(
    keys(Event.schema.form))
  static let dateFields: Set<String> = Set(
    allKeys.filter { $0.type == .date || $0.type == .interval || $0.type == .since }.map(\.name))
  static let listFields: Set<String> = Set(
    allKeys.filter {
      $0.type == .references || $0.type == .participants(DescribedParticipant.form)
        || $0.type == .pair(mustDiffer: false)
    }.map(\.name))

  private static let allKeys: [RecordForm.Key] = RecordForm.all.flatMap(\.keys)

  /// The type of a key of a record; `nil` for `id` and the keys of composed records.
  static func key(_ name: String, of sort: Record.Sort) -> RecordForm.Key? {
    let forms: [RecordForm] =
      switch sort {
      case .entity: [Entity.schema(of: .state).form]
      case .relation: [Relation.schema.form, Phase.schema.form]
      case .event: [Event.schema.form]
      case .holding: [Holding.listed]
      case .source: [Source.schema.form]
      }
    return (forms + [Citation.schema.form]).lazy.compactMap { $0[name] }.first
  }

  /// The sorts whose rows may make spells.
  static let spellSorts: Set<Record.Sort> = [.relation, .event, .holding]

  /// The keys that a column can fill.
  private static func keys(_ form: RecordForm) -> Set<String> {
    let columns = form.keys.filter { key in
      switch key.type {
      case .verbatim, .phases, .wordSet, .rows, .amounts, .codes, .entitiesByCode, .citations, .records,
        .formerId, .ownId:
        false
      default: true
      }
    }
    return Set(columns.map(\.name))
  }

  /// Every column that the mapping names, with its place.
  var columns: [(name: String, place: SourceLocation)] {
    func of(_ template: Template) -> [(String, SourceLocation)] {
      template.parts.compactMap { if case .column(let name) = $0 { (name, template.place) } else { nil } }
    }
    func of(_ value: Value) -> [(String, SourceLocation)] {
      of(value.template) + (value.lookup?.day.map(of) ?? [])
    }
    func of(_ dates: Dates) -> [(String, SourceLocation)] {
      switch dates {
      case .value(let value): of(value)
      case .parts(let year, let month, let day): [year, month, day].compactMap { $0 }.flatMap { of($0) }
      case .interval(let from, let to): of(from) + of(to)
      }
    }
    func of(_ record: Record) -> [(String, SourceLocation)] {
      record.fields.flatMap { _, field in
        switch field {
        case .words(let value): of(value)
        case .list(let values): values.flatMap { of($0) }
        case .dates(let dates): of(dates)
        }
      }
    }
    var columns = (records + [source].compactMap { $0 }).flatMap { of($0) }
    columns += (only + without).flatMap { of($0.column) }
    columns += key.map { of($0) } ?? []
    columns += known.map { of($0) } ?? []
    columns += conditions.flatMap { one in one.condition.columns.map { ($0, one.place) } }
    return columns + formed
  }
}
