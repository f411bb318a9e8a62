internal import DyadCore
internal import DyadSyntax

extension DiffReport {
  /// Every change with all its fields before and after; keys sorted.
  var asJSON: String {
    let parts = parts.map { part in
      [
        "axis": .string(part.axis.rawValue), "title": .string(part.title),
        "changes": .array(part.items.map { $0.json(in: part.axis) }),
      ] as JSONValue
    }
    let sources = notes.sources.enumerated().map { index, source in
      let fields = source.fields(in: nil).map { ($0.name, $0.value.json) }
      return JSONValue.object(
        Dictionary(fields + [("id", .string(source.id.text)), ("number", JSONValue(Double(index + 1)))]) { $1 })
    }
    let report: JSONValue = ["dossier": JSONValue(title), "parts": .array(parts), "sources": .array(sources)]
    return report.text(.indented) + "\n"
  }
}

extension DiffItem {
  fileprivate func json(in axis: DiffReport.Axis) -> JSONValue {
    [
      "after": DiffItem.json(after),
      "axes": .array(([axis.rawValue] + (isAlsoLearned ? ["knowledge"] : [])).map(JSONValue.string)),
      "before": DiffItem.json(before), "change": .string(mark.rawValue),
      "changed": .array(before == nil || after == nil ? [] : fieldChanges.map { .string($0.name) }),
      "dyad": .array(dyad.map { .string($0.text) }), "id": .string(id), "possible": .bool(isPossible),
      "sources": .array(sources.map { JSONValue(Double($0)) }), "thing": .string(thing.rawValue),
      "was": JSONValue(formerId), "what": .string(what), "when": .string(when), "words": .string(sentence),
    ]
  }

  private static func json(_ fields: [Field]?) -> JSONValue { fields.map(JSONValue.init) ?? .null }
}

extension JSONValue {
  fileprivate init(_ fields: [Field]) {
    self = .object(Dictionary(fields.map { ($0.name, $0.value.json) }) { $1 })
  }
}

extension Field.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): JSONValue(number)
    case .flag(let flag): .bool(flag)
    case .parties(let parties): .array(parties.map { .string($0.text) })
    case .list(let words): .array(words.map { .string($0) })
    case .amounts(let amounts): .array(amounts.map { .string($0.description) })
    case .mapping(let fields): JSONValue(fields)
    // A participant with a record is its id, as in a dossier.
    case .rows(let rows):
      .array(rows.map { $0.map(\.name) == ["entity"] ? $0[0].value.json : JSONValue($0) })
    case .words(let words): .string(words)
    case .date, .interval, .party: .string(description)
    }
  }
}
