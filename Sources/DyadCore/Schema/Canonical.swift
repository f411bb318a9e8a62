extension KnowledgeGraph {
  /// A canonical text of every claim, by id: equal claims have equal texts in every process and version.
  ///
  /// The text of a holding names its office, and that of a phase its relation. The text names keys of the dossier and
  /// writes values as the dossier does; keys are sorted, and absent keys are omitted. So neither a renamed property nor
  /// a new key changes the text of a claim that does not use it. Where a quote is in its text is not part of it.
  ///
  ///     graph.canonicalClaims["quay"]     // {"actors":["belmar"],"cite":[…],"on":"2014~",…}
  public var canonicalClaims: [String: String] {
    var claims: [String: String] = [:]
    for entity in entities.values {
      claims[entity.id.text] = Field.canonical([Field("kind", .words(entity.kind.rawValue))] + fields(of: entity))
    }
    for holding in holdings.values {
      let office = offices[holding.office].map { [Field("post", .rows([fields(of: $0)]))] } ?? []
      claims[holding.id.text] = Field.canonical(fields(of: holding) + office)
    }
    for relation in relations.values {
      let ends =
        [
          Field("kind", .words(relation.kind.text)), Field("from", .party(relation.from)),
          Field("to", .party(relation.to)),
        ] + (relation.mediator.map { [Field("by", .party($0))] } ?? [])
      for phase in relation.phases { claims[phase.id.text] = Field.canonical(fields(of: phase) + ends) }
    }
    for event in events.values {
      claims[event.id.text] = Field.canonical(fields(of: event))
      for link in event.links { claims[link.id.text] = Field.canonical(fields(of: link)) }
    }
    return claims
  }

  /// A canonical text of what a reviewer of a claim sees: those of `canonicalClaims`, and those of offices, by id.
  ///
  /// The text of a phase also has the sentence and the tone of its kind, which a reader holds against the quote.
  ///
  ///     graph.reviewedTexts["quay"] == graph.canonicalClaims["quay"]     // true for an event
  public var reviewedTexts: [String: String] {
    var texts = canonicalClaims
    for office in offices.values { texts[office.id.text] = Field.canonical(fields(of: office)) }
    for relation in relations.values {
      let kind = Field.canonical(fields(of: self.kind(of: relation)))
      for phase in relation.phases { texts[phase.id.text, default: ""] += kind }
    }
    return texts
  }

  private func fields(of record: some Recorded) -> [Field] { record.keys.form.stated(record.keys.fields(of: record)) }
}

extension Field {
  /// The fields as JSON in one line, their keys sorted.
  fileprivate static func canonical(_ fields: [Field]) -> String {
    let members = fields.sorted { $0.name < $1.name }.map { "\(quoted($0.name)):\($0.value.canonical)" }
    return "{\(members.joined(separator: ","))}"
  }

  fileprivate static func quoted(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x0A }) { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Field.Value {
  fileprivate var canonical: String {
    switch self {
    case .words(let words): Field.quoted(words)
    case .number, .flag: description
    case .date, .interval, .party: Field.quoted(description)
    case .parties(let parties): Field.Value.list(parties.map { Field.quoted($0.text) })
    case .list(let words): Field.Value.list(words.map(Field.quoted))
    case .amounts(let amounts): Field.Value.list(amounts.map { Field.quoted($0.description) })
    case .mapping(let fields): Field.canonical(fields)
    case .rows(let rows): Field.Value.list(rows.map(Field.canonical))
    }
  }

  private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
}
