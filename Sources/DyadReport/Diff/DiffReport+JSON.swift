internal import DyadCore
internal import DyadDrawing

extension DiffReport {
  /// Every change with all its fields before and after; keys sorted.
  var asJSON: String {
    let parts = parts.map { part in
      JSON.object([
        "axis": .words(part.axis.rawValue), "title": .words(part.title),
        "changes": .list(part.items.map { $0.json(in: part.axis) }),
      ])
    }
    let sources = notes.sources.enumerated().map { index, source in
      let fields = source.fields(in: nil).map { ($0.name, $0.value.json) }
      return JSON.object(
        Dictionary(fields + [("id", .words(source.id.text)), ("number", .number(Double(index + 1)))]) { $1 })
    }
    return JSON.object(["dossier": .words(title), "parts": .list(parts), "sources": .list(sources)]).text
  }
}

extension DiffItem {
  fileprivate func json(in axis: DiffReport.Axis) -> JSON {
    .object([
      "after": DiffItem.json(after),
      "axes": .list(([axis.rawValue] + (isAlsoLearned ? ["knowledge"] : [])).map(JSON.words)),
      "before": DiffItem.json(before), "change": .words(mark.rawValue),
      "changed": .list(before == nil || after == nil ? [] : fieldChanges.map { .words($0.name) }),
      "dyad": .list(dyad.map { .words($0.text) }), "id": .words(id), "possible": .flag(isPossible),
      "sources": .list(sources.map { .number(Double($0)) }), "thing": .words(thing.rawValue), "was": .words(formerId),
      "what": .words(what), "when": .words(when), "words": .words(sentence),
    ])
  }

  private static func json(_ fields: [Field]?) -> JSON { fields.map(JSON.init) ?? .null }
}

extension JSON {
  fileprivate init(_ fields: [Field]) {
    self = .object(Dictionary(fields.map { ($0.name, $0.value.json) }) { $1 })
  }
}

extension Field.Value {
  fileprivate var json: JSON {
    switch self {
    case .number(let number): .number(number)
    case .parties(let parties): .list(parties.map { .words($0.text) })
    case .list(let words): .list(words.map { .words($0) })
    case .amounts(let amounts): .list(amounts.map { .words($0.description) })
    case .mapping(let fields): JSON(fields)
    case .rows(let rows): .list(rows.map { JSON($0) })
    case .words(let words): .words(words)
    case .date, .flag, .interval, .party: .words(description)
    }
  }
}
