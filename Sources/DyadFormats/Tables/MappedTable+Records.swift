internal import DyadCore

/// The records that a row makes.
extension MappedTable {
  mutating func source(_ record: CSVMapping.Record, _ row: [CSVTable.Cell]) -> Node? {
    var members: Members = []
    var own: Node?
    for (key, field) in record.fields {
      guard let node = node(field, row) else { continue }
      if key == "id" { own = node } else { members.append((Node(key, at: node.place), node)) }
    }
    guard let title = members.first(where: { $0.key.scalar == "title" })?.value ?? own else { return nil }
    let id = ids.id(for: "source \(own?.scalar ?? title.scalar ?? "")", named: own?.scalar ?? title.scalar)
    if sources.insert(id).inserted {
      if members.allSatisfy({ $0.key.scalar != "title" }) { members.append((Node("title", at: title.place), title)) }
      sections["sources", default: []].append((Node(id, at: title.place), Node(.mapping(members), at: title.place)))
    }
    return Node(id, at: title.place)
  }

  mutating func node(_ field: CSVMapping.Field, _ row: [CSVTable.Cell]) -> Node? {
    switch field {
    case .words(let value): words(value, row)
    case .dates(let dates): date(dates, row)
    case .list: nil
    }
  }

  /// Adds the record of a row; `key` is that of the row, or empty.
  mutating func take(_ record: CSVMapping.Record, _ row: [CSVTable.Cell], _ source: Node?, _ key: String) {
    var members: Members = []
    var citation: Members = source.map { [(Node("source", at: $0.place), $0)] } ?? []
    var (id, name, kind): (Node?, Node?, Node?) = (nil, nil, nil)
    for (key, field) in record.fields {
      switch (key, field) {
      case (_, .words(let value)) where CSVMapping.citationFields.contains(key):
        if let node = words(value, row), !citation.isEmpty { citation.append((Node(key, at: node.place), node)) }
      case ("id", .words(let value)): id = words(value, row)
      case ("name", .words(let value)): name = words(value, row)
      case ("kind", .words(let value)) where record.sort == .entity: kind = words(value, row)
      case ("from", .words(let value)), ("to", .words(let value)), ("by", .words(let value)),
        ("of", .words(let value)), ("official", .words(let value)):
        if let one = party(value, row, key == "official" ? "official" : "state").first {
          members.append((Node(key, at: one.place), one))
        }
      case (_, .list(let values)):
        let parties = values.flatMap { party($0, row, "organization") }
        if let first = parties.first {
          members.append((Node(key, at: first.place), Node(.sequence(parties), at: first.place)))
        }
      case ("place", .words(let value)):
        if let node = value.kind == nil ? words(value, row) : party(value, row, "place").first {
          members.append((Node(key, at: node.place), node))
        }
      default:
        guard let node = node(field, row) else { continue }
        // Spreadsheets write flags in capitals.
        let isFlag = OwnTables.flags.contains(key)
        let value = isFlag ? Node((node.scalar ?? "").lowercased(), at: node.place) : node
        members.append((Node(key, at: node.place), value))
      }
    }
    let start = row[0].place
    if !citation.isEmpty, record.sort != .source {
      members.append((Node("cite", at: start), Node(.sequence([Node(.mapping(citation), at: start)]), at: start)))
    }
    if let known = mapping.known, CSVMapping.spellSorts.contains(record.sort),
      !members.contains(where: { $0.key.scalar == "known" }), let node = date(known, row)
    {
      members.append((Node("known", at: node.place), node))
    }
    switch record.sort {
    case .source: break
    case .entity: entity(members, id, name, kind, at: start)
    case .event: event(members, id ?? (key.isEmpty ? nil : Node(key, at: start)), record.spells, at: start)
    case .relation: relation(members, id, record.spells, at: start)
    case .holding: holding(members, record.spells, at: start)
    }
  }

  private mutating func event(
    _ members: Members, _ id: Node?, _ spells: CSVMapping.Spells?, at start: SourceLocation
  ) {
    if let spells { return spell(.event(id), members, "on", spells, at: start) }
    // A blank date is unknown.
    let unknown = [(key: Node("on", at: start), value: Node("/", at: start))]
    let isDated = members.contains { $0.key.scalar == "on" }
    let made = ids.id(for: "event \(id?.scalar ?? "\(start.line)")", named: id?.scalar ?? "row-\(start.line)")
    let all = isDated ? members : members + unknown
    sections["events", default: []].append((Node(made, at: id?.place ?? start), Node(.mapping(all), at: start)))
  }

  mutating func entity(_ members: Members, _ id: Node?, _ name: Node?, _ kind: Node?, at start: SourceLocation) {
    guard let name = name?.scalar ?? id?.scalar else {
      return report(.missingKey, "the row has no name for an entity", "name", at: start)
    }
    let own = entity(name, kind?.scalar ?? "organization", at: start)
    let known = kind?.scalar.flatMap(Entity.Kind.init)
    if let kind, known == nil {
      report(.badWord, "'\(kind.scalar ?? "")' is not a kind of entity", origins[kind.place] ?? "kind", at: kind.place)
    }
    if let known { entities[own]?.section = known.section }
    let said = Set((entities[own]?.members ?? []).compactMap(\.key.scalar))
    for member in members where !said.contains(member.key.scalar ?? "") {
      let isHome = member.key.scalar == "of" && known == .official
      entities[own]?.members.append((isHome ? Node("serves", at: member.key.place) : member.key, member.value))
    }
  }

  /// Adds a phase: rows with the same ends and kind, or the same id, make one relation.
  mutating func relation(
    _ members: Members, _ id: Node?, _ spells: CSVMapping.Spells?, at start: SourceLocation
  ) {
    let inRelation: Set<String> = ["between", "from", "to", "by", "kind"]
    func words(_ node: Node) -> String {
      node.scalar ?? (node.sequence ?? []).compactMap(\.scalar).joined(separator: " ")
    }
    let own = members.filter { inRelation.contains($0.key.scalar ?? "") }
    let key = id?.scalar ?? own.map { words($0.value) }.joined(separator: " ")
    let made = ids.id(for: "relation \(key)", named: id?.scalar ?? key)
    if relations[made] == nil {
      relations[made] = (own, [], start)
      relationOrder.append(made)
    }
    let phase = members.filter { !inRelation.contains($0.key.scalar ?? "") }
    if let spells { return spell(.phase(made), phase, "during", spells, at: start) }
    let during =
      phase.contains { $0.key.scalar == "during" }
      ? [] : [(key: Node("during", at: start), value: Node("/", at: start))]
    relations[made]?.phases.append(Node(.mapping(phase + during), at: start))
  }

  mutating func holding(_ members: Members, _ spells: CSVMapping.Spells?, at start: SourceLocation) {
    guard let official = members.first(where: { $0.key.scalar == "official" })?.value.scalar else {
      return report(.missingKey, "the row names no official", "official", at: start)
    }
    let own = members.filter { $0.key.scalar != "official" }
    if let spells { return spell(.holding(official), own, "during", spells, at: start) }
    holdings[official, default: []].append(Node(.mapping(own), at: start))
  }
}
