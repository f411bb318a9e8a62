import DyadCore

/// The tables of keys in the manual, made of the forms of records.
///
/// A table is between `<!-- keys: event -->` and `<!-- end -->`, that of the kinds of relation after `<!-- kinds -->`.
enum KeyTables {
  /// The page with every table made anew.
  static func renewed(_ page: String) -> String {
    var lines: [Substring] = []
    var isGenerated = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "<!-- end -->" { isGenerated = false }
      if isGenerated { continue }
      lines.append(line)
      guard let table = table(for: String(line)) else { continue }
      isGenerated = true
      lines += "\n\(table)\n".split(separator: "\n", omittingEmptySubsequences: false)
    }
    return lines.joined(separator: "\n")
  }

  static let forms: [RecordForm] =
    RecordForm.all + [
      Citation.schema.form, Name.schema.form, Holding.listed, EventLink.schema.form, DescribedParticipant.form,
      RejectedProposal.schema.form,
    ]

  private static func table(for mark: String) -> String? {
    if mark == "<!-- kinds -->" { return kinds }
    guard mark.hasPrefix("<!-- keys: "), mark.hasSuffix(" -->") else { return nil }
    let name = mark.dropFirst("<!-- keys: ".count).dropLast(" -->".count)
    return forms.first { $0.name == name }.map(table)
  }

  private static func table(of form: RecordForm) -> String {
    let rows = form.keys.map { key in
      "| `\(key.name)` | \(words(for: key.type)) | \(key.isRequired ? "required" : standard(key)) | \(cell(key.meaning)) |"
    }
    return (["| key | value | default | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static var kinds: String {
    let rows = RelationKind.vocabulary.map { kind in
      let ends = (kind.isDirected ? "from, to" : "between") + (kind.isAffiliation ? "; A belongs to B" : "")
      return
        "| `\(kind.id)` | \(kind.sentence(from: "A", to: "B", by: "C")) | \(JSONSchema.short(kind.tone)) | \(ends) |"
    }
    return (["| kind | reads | tone | ends |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func standard(_ key: RecordForm.Key) -> String {
    switch key.standard {
    case .interval(.always)?: "always"
    case let value?: "`\(value)`"
    case nil: ""
    }
  }

  /// What may be the value, in a few words.
  private static func words(for type: FieldType) -> String {
    switch type {
    case .words, .verbatim: "text"
    case .quote: "quote"
    case .address: "address"
    case .sentence: "sentence"
    case .date: "[date](#dates)"
    case .interval, .since: "[interval](#dates)"
    case .number(let range): "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .count(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .flag: "`true`, `false`"
    case .choice(let words): words.count > 9 ? "one of \(words.count)" : words.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(.entity): "id of an entity"
    case .reference(.source): "id of a source"
    case .reference(.office): "id of an office"
    case .reference(.kind): "kind"
    case .reference(.event): "id of an event"
    case .references: "ids of entities"
    case .phases: "ids of phases"
    case .participants: "ids of entities, or [descriptions](#participants)"
    case .amount: "amount"
    case .pair: "two ids of entities"
    case .formerId, .ownId: "id"
    case .mention: "id of an entity, or text"
    case .wordSet: "words"
    case .rows: "ids of rows"
    case .amounts: "amounts"
    case .codes: "mapping"
    case .entitiesByCode: "ids of entities by code"
    case .citations: "[citations](#evidence)"
    case .records: "list"
    }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
