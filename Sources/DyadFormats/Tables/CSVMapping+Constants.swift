internal import DyadCore

/// Finds what is wrong with a mapping before any row is read: keys that every row would lack, and texts that no row can change.
extension CSVMapping {
  func checkConstants(_ context: ReadingContext) {
    if let known, let key = Phase.schema.form["known"] {
      CSVMapping.Field.dates(known).constants.forEach { check($0, key, context) }
    }
    for record in records + [source].compactMap({ $0 }) {
      requireKeys(of: record, context)
      for (key, field) in record.fields {
        for constant in field.constants {
          if record.sort == .entity, key == "kind" { checkKindOfEntity(constant, context) }
          guard let form = CSVMapping.key(key, of: record.sort) else { continue }
          let isFlag = form.type == .flag
          check(isFlag ? Node((constant.scalar ?? "").lowercased(), at: constant.place) : constant, form, context)
        }
      }
      if record.spells != nil, !record.fields.contains(where: { $0.key == "on" || $0.key == "during" }) {
        let key = record.sort == .event ? "on" : "during"
        context.findings.append(Diagnostic(.missingKey, "'spells' needs '\(key)'", at: record.place))
      }
    }
  }

  private func check(_ constant: Node, _ key: RecordForm.Key, _ context: ReadingContext) {
    switch key.type {
    case .reference(.kind): checkKind(constant, context)
    case .address, .date, .interval, .since, .number, .count, .flag, .choice:
      // A finding about the place of a value, which is that in the mapping.
      _ = Fields(Node(.mapping([]), at: constant.place), "a record", context)?.value(of: constant, key, at: key.name)
    default: break
    }
  }

  private func checkKindOfEntity(_ constant: Node, _ context: ReadingContext) {
    let known = Entity.Kind.allCases.map(\.rawValue)
    guard let kind = constant.scalar, !known.contains(kind) else { return }
    context.report(
      .badWord, "'kind' must be one of \(known.joined(separator: ", ")), not '\(kind)'", at: constant,
      suggestion: nearestWord(to: kind, among: known))
  }

  private func checkKind(_ constant: Node, _ context: ReadingContext) {
    let own = rest.filter { $0.key.scalar == "kinds" }.flatMap { $0.value.mapping ?? [] }.compactMap(\.key.scalar)
    let known = RelationKind.builtIn.keys.map(\.text) + own
    guard let kind = constant.scalar, !known.contains(kind) else { return }
    context.report(
      .unknownId, "unknown kind of relation '\(kind)'", at: constant, suggestion: nearestWord(to: kind, among: known))
  }

  /// Reports the keys that every record of a row needs.
  private func requireKeys(of record: Record, _ context: ReadingContext) {
    let keys = Set(record.fields.map(\.key))
    let alternatives: [[String]] =
      switch record.sort {
      case .entity: [["name"], ["id"]]
      case .relation: [["between"], ["from", "to"]]
      case .event: [["what"]]
      case .holding: [["title"]]
      case .source: [["title"], ["id"]]
      }
    var missing: [String] = []
    if !alternatives.contains(where: keys.isSuperset) {
      missing.append(alternatives.map { $0.map { "'\($0)'" }.joined(separator: " and ") }.joined(separator: " or "))
    }
    let others: [String] =
      switch record.sort {
      case .relation: ["kind"]
      case .event: ["type"]
      case .holding: ["official"]
      case .entity, .source: []
      }
    missing += others.filter { !keys.contains($0) }.map { "'\($0)'" }
    for one in missing {
      context.findings.append(Diagnostic(.missingKey, "'\(record.sort.rawValue)' needs \(one)", at: record.place))
    }
  }
}

extension CSVMapping.Field {
  /// The texts that it can have whatever the cells are, with their places in the mapping.
  fileprivate var constants: [Node] {
    switch self {
    case .words(let value): value.constants
    case .list(let values): values.flatMap(\.constants)
    case .dates(.value(let value)): value.constants
    case .dates: []
    }
  }
}

extension CSVMapping.Value {
  fileprivate var constants: [Node] {
    let replacements = (map.map { Array($0.values) } ?? []) + [otherwise].compactMap { $0 }
    let words = replacements + (fixed.map { [$0] } ?? [])
    return words.map { Node((prefix ?? "") + ($0.scalar ?? ""), at: $0.place) } + [blank].compactMap { $0 }
  }

  /// The text of a template without columns, unless it is replaced.
  private var fixed: Node? {
    guard map == nil, lookup == nil else { return nil }
    var text = ""
    for part in template.parts {
      guard case .words(let words) = part else { return nil }
      text += words
    }
    return text.isEmpty ? nil : Node(text, at: template.place)
  }
}
