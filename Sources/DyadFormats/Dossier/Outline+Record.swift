internal import DyadCore

extension Outline {
  /// The members of a record, in the form that all syntaxes share.
  static func members(of record: some Recorded) -> Members {
    members(of: record.keys.fields(of: record), in: record.keys.form)
  }

  /// An official with its list of offices, in the course of time.
  static func members(of entity: Entity, in contents: Contents) -> Members {
    let listed = contents.listed[entity.id, default: []].map { holding -> [Field] in
      let rest = holding.keys.fields(of: holding).filter { $0.name != "official" && $0.name != "office" }
      guard let office = contents.graph.offices[holding.office], contents.madeByTitle.contains(office.id) else {
        return [Field("office", .words(holding.office.text))] + rest
      }
      let home = office.of == entity.home ? [] : [Field("of", .party(office.of))]
      return [Field("title", .words(office.title))] + home + rest
    }
    let offices = listed.isEmpty ? [] : [Field("offices", .rows(listed))]
    return members(of: entity.keys.fields(of: entity) + offices, in: entity.keys.form)
  }

  /// Participants by description, as a list of mappings.
  static func described(_ participants: [DescribedParticipant]) -> Outline {
    .list(participants.map { .mapping(members(of: $0.fields, in: DescribedParticipant.form)) })
  }

  /// The fields in the order of the form.
  static func members(of fields: [Field], in form: RecordForm) -> Members {
    var members: Members = []
    members.reserveCapacity(fields.count)
    // Most fields are in the order of the form.
    var next = 0
    for key in form.keys {
      guard
        let index = fields[next...].firstIndex(where: { $0.name == key.name })
          ?? fields[..<next].firstIndex(where: { $0.name == key.name })
      else { continue }
      members.append((key.name, outline(of: fields[index].value, key.type)))
      next = index + 1
    }
    return members
  }

  private static func outline(of value: Field.Value, _ type: FieldType) -> Outline {
    switch (value, type) {
    // A single date would be the start of an open interval.
    case (.interval(let known), .since) where known.start == known.end && known.start.date != nil:
      .words("\(known.start)/\(known.end)")
    case (.rows(let rows), .citations(let form)): citations(rows, form)
    case (.rows(let rows), .participants(let form)):
      .list(
        rows.map { row in
          row.first?.name == "entity" ? .words(row[0].value.description) : .mapping(members(of: row, in: form))
        })
    case (.rows(let rows), _):
      .list(rows.map { row in .mapping(type.part.map { members(of: row, in: $0) } ?? []) })
    case (.amounts(let amounts), _): self.amounts(amounts)
    case (.mapping(let fields), _): .mapping(fields.map { ($0.name, outline(of: $0.value, .words)) })
    case (.words(let words), _): .words(words)
    case (.number(let number), _): .number(number)
    case (.flag(let flag), _): .flag(flag)
    case (.parties(let parties), _): .list(parties.map { .words($0.text) })
    case (.list(let words), _): .list(words.map { .words($0) })
    case (.date, _), (.interval, _), (.party, _): .words(value.description)
    }
  }

  /// The shortest form that preserves the order, even if keys are sorted.
  private static func citations(_ rows: [[Field]], _ form: RecordForm) -> Outline {
    if rows.count == 1, rows[0].map(\.name) == ["source"] { return .words(rows[0][0].value.description) }
    let isPlain = rows.allSatisfy { [["source", "quote"], ["source", "rows"]].contains($0.map(\.name)) }
    let sources = rows.map { $0[0].value.description }
    guard isPlain, zip(sources, sources.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return .list(rows.map { .mapping(members(of: $0, in: form)) })
    }
    var cited: [(source: String, quotes: [Outline])] = []
    for (source, row) in zip(sources, rows) {
      if cited.last?.source != source { cited.append((source, [])) }
      let value = outline(of: row[1].value, .quote)
      cited[cited.count - 1].quotes.append(row[1].name == "rows" ? .mapping([("rows", value)]) : value)
    }
    return .mapping(cited.map { ($0.source, $0.quotes.count == 1 ? $0.quotes[0] : .list($0.quotes)) })
  }

  /// A mapping, or a list of mappings if the order matters.
  private static func amounts(_ amounts: [Quantity]) -> Outline {
    let members: Members = amounts.map { ($0.subject, .words($0.amount)) }
    let isInOrder = zip(amounts, amounts.dropFirst()).allSatisfy { $0.subject < $1.subject }
    return isInOrder ? .mapping(members) : .list(members.map { .mapping([$0]) })
  }
}
