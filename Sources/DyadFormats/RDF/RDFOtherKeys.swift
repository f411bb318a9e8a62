internal import DyadSyntax
internal import DyadCore

/// Keys without a term of a vocabulary are written under their names in dyad's namespace: flags and numbers with their
/// types, other values as text.
enum RDFOtherKeys {
  /// The keys with terms of their own.
  private static let withTerms: Set<String> = [
    "title", "publisher", "author", "published", "url", "language", "note", "text", "content", "name", "short", "names",
    "type", "of", "serves", "iso3", "cow", "wikidata", "codes", "during", "offices", "cite", "known", "was", "official",
    "office", "sentence", "tone", "directed", "affiliation", "between", "from", "to", "kind", "phases", "id", "reads",
    "on",
    "what", "mode", "actors", "recipients", "place", "numbers", "around", "hops", "standfirst", "credit", "detail",
    "theme", "only", "without",
    "min-tone",
    "source", "quote", "speaker", "stance", "affects", "by", "starts", "links", "leads-to", "in-return-for",
    "responds-to",
    "part-of",
  ]

  static func keys(of form: RecordForm) -> [RecordForm.Key] { indices(of: form).map { form.keys[$0] } }

  /// Where the keys are among those of the form.
  static func indices(of form: RecordForm) -> [Int] { byName[form.name] ?? indices(in: form) }

  /// Of the kinds of record that are written one after the other.
  private static let byName = Dictionary(
    (RecordForm.all + [EventLink.schema.form, Citation.schema.form]).map { ($0.name, indices(in: $0)) },
    uniquingKeysWith: { first, _ in first })

  private static func indices(in form: RecordForm) -> [Int] {
    form.keys.indices.filter { !withTerms.contains(form.keys[$0].name) }
  }
}

extension RDFExport {
  /// The fields of the record without a term.
  func writeOtherKeys(of record: some Recorded) {
    let schema = record.keys
    for field in schema.fields(of: record, at: RDFOtherKeys.indices(of: schema.form)) {
      let name = RDFName(.dyad, field.name)
      switch field.value {
      case .flag(let flag): add(name, flag)
      case .number(let number): add(name, number)
      // The description is in one line.
      case .words(let words): add(name, words)
      case .list(let all): for words in all { add(name, words) }
      default: add(name, field.value.description)
      }
    }
  }
}

extension RDFResource {
  /// The value of a key with a term of its own, as in a dossier.
  func value(_ name: RDFName, of key: String, in form: RecordForm) -> Field.Value? {
    guard let key = form[key], let statement = object(name), let words = document.words(statement) else { return nil }
    return document.value(words, of: key, in: form, at: statement.objectPlace)
  }

  /// Sets the fields of the record without a term.
  func readOtherKeys(of record: inout some Recorded) {
    let schema = record.keys
    let said = RDFOtherKeys.keys(of: schema.form).compactMap { key -> Field? in
      if key.type == .rows {
        let rows = allWords(RDFName(.dyad, key.name))
        return rows.isEmpty ? nil : Field(key.name, .list(rows))
      }
      guard let statement = object(RDFName(.dyad, key.name)), let words = document.words(statement) else { return nil }
      return document.value(words, of: key, in: schema.form, at: statement.objectPlace).map { Field(key.name, $0) }
    }
    schema.apply(said, to: &record)
  }
}

extension RDFDocument {
  /// Reads the value as in a dossier, with the same findings.
  fileprivate func value(
    _ words: String, of key: RecordForm.Key, in form: RecordForm, at place: SourceLocation
  ) -> Field.Value? {
    let own = ReadingContext(file: place.file)
    let value = Fields(Node(.mapping([]), at: place), form.noun, own)?.value(
      of: Node(words, at: place), key, at: key.name)
    for finding in own.findings { report(finding.code, finding.message, at: place) }
    return value
  }
}
