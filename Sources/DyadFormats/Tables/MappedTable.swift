internal import DyadCore

/// The rows of a table, made things of a dossier.
struct MappedTable {
  private typealias Members = [(key: Node, value: Node)]

  private let mapping: CSVMapping
  private let table: CSVTable
  private let columns: [String: Int]
  private var findings: [Diagnostic] = []
  /// How often a column had the same fault; after a few the rest is counted.
  private var faults: [String: Int] = [:]
  /// The column that each value came from.
  private var origins: [SourceLocation: String] = [:]

  private var ids = ForeignIds()
  private var entities: [String: (section: String, members: [(key: Node, value: Node)], place: SourceLocation)] = [:]
  private var entityOrder: [String] = []
  private var sections: [String: [(key: Node, value: Node)]] = [:]
  private var relations: [String: (members: [(key: Node, value: Node)], phases: [Node], place: SourceLocation)] = [:]
  private var relationOrder: [String] = []
  private var holdings: [String: [Node]] = [:]
  private var sources: Set<String> = []

  private static let mostFaults = 20

  init(_ mapping: CSVMapping, _ table: CSVTable) {
    (self.mapping, self.table) = (mapping, table)
    columns = Dictionary(table.header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
  }

  mutating func dossiers() -> Checked<[Dossier]> {
    for row in table.rows where isWanted(row) {
      let source = mapping.source.flatMap { self.source($0, row) }
      for thing in mapping.things { take(thing, row, source) }
    }
    for (fault, count) in faults.sorted(by: { $0.key < $1.key }) where count > MappedTable.mostFaults {
      findings.append(
        Diagnostic(.badCSV, "and \(count - MappedTable.mostFaults) more: \(fault)", at: table.headerPlace))
    }
    let start = table.headerPlace
    var root = mapping.rest
    for id in entityOrder {
      var (section, members, place) = entities[id]!
      if let held = holdings[id] { members.append((Node("offices", at: place), Node(.sequence(held), at: place))) }
      if held(id) { section = "officials" }
      sections[section, default: []].append((Node(id, at: place), Node(.mapping(members), at: place)))
    }
    for id in relationOrder {
      let (members, phases, place) = relations[id]!
      let all = members + [(key: Node("phases", at: place), value: Node(.sequence(phases), at: place))]
      sections["relations", default: []].append((Node(id, at: place), Node(.mapping(all), at: place)))
    }
    root += sections.sorted { $0.key < $1.key }.map { (Node($0.key, at: start), Node(.mapping($0.value), at: start)) }
    let walk = DossierWalk(file: table.file, texts: .none)
    walk.read(Node(.mapping(root), at: start))
    return Checked([walk.dossier], findings + walk.reading.findings.map(naming))
  }

  private func held(_ id: String) -> Bool { holdings[id] != nil }

  /// The finding with the name of the column that the value came from.
  private func naming(_ finding: Diagnostic) -> Diagnostic {
    guard let place = finding.place, let column = origins[place] else { return finding }
    var finding = finding
    finding.message += " (column '\(column)')"
    return finding
  }

  private mutating func find(_ code: Diagnostic.Code, _ message: String, _ column: String, at place: SourceLocation) {
    let fault = "column '\(column)': \(code.id)"
    faults[fault, default: 0] += 1
    guard faults[fault]! <= MappedTable.mostFaults else { return }
    findings.append(Diagnostic(code, "\(message) (column '\(column)')", at: place))
  }

  private func isWanted(_ row: [CSVTable.Cell]) -> Bool {
    func cell(_ template: CSVMapping.Template) -> String {
      guard case .column(let name)? = template.parts.first, let index = columns[name] else { return "" }
      return row[index].text.trimmed
    }
    return mapping.only.allSatisfy { $0.words.contains(cell($0.column)) }
      && !mapping.without.contains { $0.words.contains(cell($0.column)) }
  }

  // MARK: Values

  /// What a template makes of a row; `nil` where all of its columns are blank.
  private mutating func words(_ value: CSVMapping.Value, _ row: [CSVTable.Cell], isDate: Bool = false) -> Node? {
    var text = ""
    var place: SourceLocation?
    var hasWords = false
    var column = ""
    for part in value.template.parts {
      switch part {
      case .words(let words): text += words
      case .column(let name):
        guard let index = columns[name] else { continue }
        let cell = row[index]
        if place == nil { (place, column) = (cell.place, name) }
        let plain = cell.text.trimmed
        guard !mapping.blanks.contains(plain) else { continue }
        hasWords = true
        guard let form = mapping.dateForms[name] else {
          text += plain
          continue
        }
        guard let date = form.date(plain) else {
          find(.badDate, "'\(plain)' is not a date in the form that 'dates' gives", name, at: cell.place)
          return nil
        }
        text += date.description
      }
    }
    let isConstant = place == nil
    let at = place ?? row[0].place
    if !isConstant { origins[at] = column }
    guard isConstant || hasWords else { return value.blank.map { Node($0, at: at) } }
    if let map = value.map {
      guard let mapped = map[text] ?? value.otherwise else {
        find(.badWord, "'\(text)' is not one of the words of 'map'", column, at: at)
        return nil
      }
      text = mapped
    }
    return text.isEmpty ? nil : Node(text, at: at)
  }

  private mutating func date(_ dates: CSVMapping.Dates, _ row: [CSVTable.Cell]) -> Node? {
    switch dates {
    case .value(let value): return words(value, row)
    case .parts(let year, let month, let day):
      guard let year = words(year, row), let digits = year.scalar else { return nil }
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return year }
      var text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      for part in [month, day] {
        // A month or a day that is not there leaves the date as precise as it is.
        guard let part, let node = words(part, row), let number = Int(node.scalar ?? ""), number > 0 else { break }
        text += number < 10 ? "-0\(number)" : "-\(number)"
      }
      return Node(text, at: year.place)
    case .interval(let from, let to):
      let (start, end) = (date(from, row), date(to, row))
      guard let place = start?.place ?? end?.place else { return nil }
      return Node("\(start?.scalar ?? "")/\(end?.scalar ?? "")", at: place)
    }
  }

  /// The id of the entity of that name, made where it is met first.
  private mutating func party(_ value: CSVMapping.Value, _ row: [CSVTable.Cell], _ standard: String) -> [Node] {
    guard let node = words(value, row), let text = node.scalar else { return [] }
    let names = value.separator.map { separator in
      text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    return (names ?? [text]).map { name in
      Node(entity(name, value.kind ?? standard, at: node.place), at: node.place)
    }
  }

  private mutating func entity(_ name: String, _ kind: String, at place: SourceLocation, id: String? = nil) -> String {
    let id = id ?? ids.id(for: "entity \(name)", named: name)
    if entities[id] == nil {
      let section = (Entity.Kind(rawValue: kind) ?? .organization).section
      entities[id] = (section, [(Node("name", at: place), Node(name, at: place))], place)
      entityOrder.append(id)
    }
    return id
  }

  // MARK: Things

  private mutating func source(_ thing: CSVMapping.Thing, _ row: [CSVTable.Cell]) -> Node? {
    var members: Members = []
    var own: Node?
    for (key, field) in thing.fields {
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

  private mutating func node(_ field: CSVMapping.Field, _ row: [CSVTable.Cell]) -> Node? {
    switch field {
    case .words(let value): words(value, row)
    case .dates(let dates): date(dates, row)
    case .list: nil
    }
  }

  private mutating func take(_ thing: CSVMapping.Thing, _ row: [CSVTable.Cell], _ source: Node?) {
    var members: Members = []
    var citation: Members = source.map { [(Node("source", at: $0.place), $0)] } ?? []
    var (id, name, kind): (Node?, Node?, Node?) = (nil, nil, nil)
    for (key, field) in thing.fields {
      switch (key, field) {
      case (_, .words(let value)) where CSVMapping.citationFields.contains(key):
        if let node = words(value, row), !citation.isEmpty { citation.append((Node(key, at: node.place), node)) }
      case ("id", .words(let value)): id = words(value, row)
      case ("name", .words(let value)): name = words(value, row)
      case ("kind", .words(let value)) where thing.sort == .entity: kind = words(value, row)
      case ("from", .words(let value)), ("to", .words(let value)), ("of", .words(let value)),
        ("official", .words(let value)):
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
      default: if let node = node(field, row) { members.append((Node(key, at: node.place), node)) }
      }
    }
    let start = row[0].place
    if !citation.isEmpty, thing.sort != .source {
      members.append((Node("cite", at: start), Node(.sequence([Node(.mapping(citation), at: start)]), at: start)))
    }
    switch thing.sort {
    case .source: break
    case .entity: entity(members, id, name, kind, at: start)
    case .event:
      // A date that is blank, or declared to be none, is unknown.
      if members.allSatisfy({ $0.key.scalar != "on" }) { members.append((Node("on", at: start), Node("/", at: start))) }
      let made = ids.id(for: "event \(id?.scalar ?? "\(start.line)")", named: id?.scalar ?? "row-\(start.line)")
      sections["events", default: []].append((Node(made, at: id?.place ?? start), Node(.mapping(members), at: start)))
    case .relation: relation(members, id, at: start)
    case .holding: holding(members, at: start)
    }
  }

  private mutating func entity(_ members: Members, _ id: Node?, _ name: Node?, _ kind: Node?, at start: SourceLocation)
  {
    guard let name = name?.scalar ?? id?.scalar else {
      return find(.missingKey, "the row has no name for an entity", "name", at: start)
    }
    let own = entity(name, kind?.scalar ?? "organization", at: start)
    let known = kind?.scalar.flatMap(Entity.Kind.init)
    if let kind, known == nil {
      find(.badWord, "'\(kind.scalar ?? "")' is not a kind of entity", origins[kind.place] ?? "kind", at: kind.place)
    }
    if let known { entities[own]!.section = known.section }
    let said = Set(entities[own]!.members.compactMap(\.key.scalar))
    for member in members where !said.contains(member.key.scalar ?? "") {
      let isHome = member.key.scalar == "of" && known == .official
      entities[own]!.members.append((isHome ? Node("serves", at: member.key.place) : member.key, member.value))
    }
  }

  /// Rows of the same ends and kind, or of the same id, are phases of one relation.
  private mutating func relation(_ members: Members, _ id: Node?, at start: SourceLocation) {
    let inRelation: Set<String> = ["between", "from", "to", "kind"]
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
    let during =
      phase.contains { $0.key.scalar == "during" }
      ? [] : [(key: Node("during", at: start), value: Node("/", at: start))]
    relations[made]!.phases.append(Node(.mapping(phase + during), at: start))
  }

  private mutating func holding(_ members: Members, at start: SourceLocation) {
    guard let official = members.first(where: { $0.key.scalar == "official" })?.value.scalar else {
      return find(.missingKey, "the row names no official", "official", at: start)
    }
    holdings[official, default: []].append(
      Node(.mapping(members.filter { $0.key.scalar != "official" }), at: start))
  }
}
