internal import DyadCore
internal import DyadSyntax
internal import Foundation

extension OwnTables {
  /// Whether the folder contains tables that dyad wrote.
  static func exist(in path: String) -> Bool {
    ["entities.csv", "sources.csv"].contains { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// Reads a folder of dyad's tables; a missing table is empty.
  static func read(_ path: String) -> Checked<[Dossier]> {
    var reader = TableReader()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      let hint = "expected a folder of tables; for a single table use --mapping"
      return Checked([], [Diagnostic(.unreadable, hint, at: SourceLocation(file: path))])
    }
    for table in tables {
      let file = path.hasSuffix("/") ? "\(path)\(table.name).csv" : "\(path)/\(table.name).csv"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      let bytes = FileBytes.read(file)
      reader.findings += bytes.diagnostics
      if let bytes = bytes.value, let rows = CSVTable(bytes, file: file, findings: &reader.findings) {
        reader.findings += rows.faults.listed()
        reader.read(rows, as: table)
      }
    }
    guard !reader.isEmpty || !reader.findings.isEmpty else {
      return Checked(
        [], [Diagnostic(.emptyDossier, "the folder contains none of dyad's tables", at: SourceLocation(file: path))])
    }
    return reader.dossiers(path)
  }
}

/// Collects the rows of the tables as a dossier.
private struct TableReader {
  typealias Members = [(key: Node, value: Node)]
  var findings: [Diagnostic] = []
  private var sections: [String: [(key: Node, value: Members)]] = [:]
  private var parts: [String: [String: [(number: Double, members: Members)]]] = [:]
  private var title: (key: Node, value: Node)?

  var isEmpty: Bool { sections.isEmpty && title == nil }

  /// The columns of events with lists of ids.
  private static let lists: Set<String> = ["actors", "recipients", "affects"]
  /// The keys of an event for the roles of participants by description.
  private static let roles = ["actor": "actors", "recipient": "recipients"]

  mutating func read(_ table: CSVTable, as form: OwnTable) {
    for name in table.header where !form.columns.contains(name) {
      findings.append(
        Diagnostic(
          .badColumn, "\(form.name).csv has no column '\(name)'", at: table.headerPlace,
          suggestion: nearest(to: name, among: form.columns)))
    }
    for row in table.rows {
      var cells: [String: Node] = [:]
      for (column, cell) in zip(table.header, row) where !cell.text.isEmpty {
        let text = SpreadsheetCell.plain(cell.text)
        // Spreadsheets write flags in capitals.
        cells[column] = Node(OwnTables.flags.contains(column) ? text.lowercased() : text, at: cell.place)
      }
      take(cells, table: form.name, at: row[0].place)
    }
  }

  private mutating func take(_ cells: [String: Node], table: String, at place: SourceLocation) {
    func needed(_ column: String) -> String? {
      if let words = cells[column]?.scalar { return words }
      findings.append(Diagnostic(.missingKey, "the column '\(column)' is empty", at: place))
      return nil
    }
    func members(without columns: Set<String>) -> Members {
      cells.filter { !columns.contains($0.key) }.sorted { $0.key < $1.key }.map {
        (Node($0.key, at: $0.value.place), $0.value)
      }
    }
    let number = cells["number"]?.scalar.flatMap { Double($0) } ?? 0
    switch table {
    case "dossier": title = cells["dossier"].map { (Node("dossier", at: $0.place), $0) }
    case "names":
      if let entity = needed("entity") { part("names", of: entity, number, members(without: ["entity", "number"])) }
    case "codes":
      if let entity = needed("entity"), let register = cells["register"], let code = cells["code"] {
        part("codes", of: entity, 0, [(register, code)])
      }
    case "numbers":
      if let event = needed("event"), let subject = cells["subject"], let amount = cells["amount"] {
        part("numbers", of: event, number, [(subject, amount)])
      }
    case "described":
      guard let event = needed("event"), let role = needed("role"), let described = cells["described"] else { return }
      guard let key = TableReader.roles[role] else {
        return reportWord("role", role, among: ["actor", "recipient"], at: cells["role"]?.place)
      }
      let amount: Members = cells["amount"].map { [(Node("number", at: $0.place), $0)] } ?? []
      part(key, of: event, number, [(Node("described", at: described.place), described)] + amount)
    case "links":
      guard let event = needed("event"), let kind = needed("kind"), let target = cells["to"] else { return }
      let known = EventLink.Kind.allCases.map(\.rawValue)
      guard known.contains(kind) else { return reportWord("kind", kind, among: known, at: cells["kind"]?.place) }
      part(
        "links", of: event, number,
        [(Node(kind, at: target.place), target)] + members(without: ["event", "number", "kind", "to"]))
    case "citations":
      if let kind = needed("of"), let claim = needed("claim") {
        part("cite", of: "\(kind) \(claim)", number, members(without: ["of", "claim", "number"]))
      }
    case "phases":
      if let relation = needed("relation") {
        part("phases", of: relation, number, members(without: ["relation", "number"]))
      }
    case "entities":
      guard let id = needed("id"), let kind = needed("kind") else { return }
      guard let own = Entity.Kind(rawValue: kind) else {
        return reportWord("kind", kind, among: Entity.Kind.allCases.map(\.rawValue), at: cells["kind"]?.place)
      }
      let fields = members(without: ["id", "kind"]).map { key, value in
        (key: key.scalar == "of" && own == .official ? Node("serves", at: key.place) : key, value: value)
      }
      add(own.section, id, fields, at: place)
    case "relations":
      guard let id = needed("id"), let from = cells["from"], let to = cells["to"] else { return }
      let isDirected = cells["directed"]?.scalar?.lowercased() == "true"
      let ends: Members =
        isDirected
        ? [(Node("from", at: from.place), from), (Node("to", at: to.place), to)]
        : [(Node("between", at: from.place), Node(.sequence([from, to]), at: from.place))]
      add("relations", id, ends + members(without: ["id", "from", "to", "directed"]), at: place)
    case "events":
      guard let id = needed("id") else { return }
      let fields = members(without: ["id"]).map { key, value in
        (key: key, value: TableReader.lists.contains(key.scalar ?? "") ? TableReader.list(value) : value)
      }
      add("events", id, fields, at: place)
    default: if let id = needed("id") { add(table, id, members(without: ["id"]), at: place) }
    }
  }

  private mutating func reportWord(_ column: String, _ word: String, among known: [String], at place: SourceLocation?) {
    findings.append(
      Diagnostic(
        .badWord, "the column '\(column)' must be one of \(known.joined(separator: ", ")), not '\(word)'", at: place,
        suggestion: nearest(to: word, among: known)))
  }

  private static func list(_ node: Node) -> Node {
    let items = (node.scalar ?? "").split(separator: ";").map { Node(String($0).trimmed, at: node.place) }
    return Node(.sequence(items), at: node.place)
  }

  private mutating func add(_ section: String, _ id: String, _ members: Members, at place: SourceLocation) {
    sections[section, default: []].append((Node(id, at: place), members))
  }

  private mutating func part(_ key: String, of id: String, _ number: Double, _ members: Members) {
    parts[key, default: [:]][id, default: []].append((number, members))
  }

  mutating func dossiers(_ path: String) -> Checked<[Dossier]> {
    let start = SourceLocation(file: path)
    var root: [(key: Node, value: Node)] = title.map { [$0] } ?? []
    for (section, records) in sections.sorted(by: { $0.key < $1.key }) {
      let entries = records.map { id, members in
        let others = own(section, id.scalar ?? "", id.place)
        return (key: id, value: Node(.mapping(TableReader.merged(members, others)), at: id.place))
      }
      root.append((Node(section, at: start), Node(.mapping(entries), at: start)))
    }
    for (key, all) in parts.sorted(by: { $0.key < $1.key }) {
      for (id, items) in all.sorted(by: { $0.key < $1.key }) where !items.isEmpty {
        let place = items[0].members.first?.key.place ?? start
        findings.append(Diagnostic(.unknownId, "unknown '\(id)', to which \(key) belong", at: place))
      }
    }
    let walk = DossierWalk(file: path, texts: .none)
    walk.read(Node(.mapping(root), at: start))
    return Checked([walk.dossier], findings + walk.context.findings)
  }

  /// Both, with one list where each has a part of it: participants by id and by description.
  private static func merged(_ members: Members, _ others: Members) -> Members {
    others.reduce(into: members) { merged, other in
      guard let index = merged.firstIndex(where: { $0.key.scalar == other.key.scalar }),
        let list = merged[index].value.sequence, let more = other.value.sequence
      else { return merged.append(other) }
      merged[index].value = Node(.sequence(list + more), at: merged[index].value.place)
    }
  }

  /// The fields of the record from other tables.
  private mutating func own(_ section: String, _ id: String, _ place: SourceLocation) -> Members {
    func taken(_ key: String, _ id: String) -> [Members] {
      let items = parts[key]?.removeValue(forKey: id) ?? []
      return items.sorted { $0.number < $1.number }.map(\.members)
    }
    func list(_ key: String, _ rows: [Node]) -> Members {
      rows.isEmpty ? [] : [(Node(key, at: rows[0].place), Node(.sequence(rows), at: rows[0].place))]
    }
    func node(_ members: Members) -> Node { Node(.mapping(members), at: members.first?.key.place ?? place) }
    let sort = ["offices": "office", "holdings": "holding", "events": "event"][section]
    let isEntity = Entity.Kind.allCases.contains { $0.section == section }
    let cite = sort ?? (isEntity ? "entity" : nil)
    var own = cite.map { list("cite", taken("cite", "\($0) \(id)").map(node)) } ?? []
    if isEntity {
      own += list("names", taken("names", id).map(node))
      let codes = taken("codes", id).joined()
      if !codes.isEmpty { own.append((Node("codes", at: place), Node(.mapping(Array(codes)), at: place))) }
    }
    if section == "events" {
      own += list("numbers", taken("numbers", id).map(node))
      for key in TableReader.roles.values.sorted() { own += list(key, taken(key, id).map(node)) }
      let links = taken("links", id).map { members in
        // The kind and the other event come first.
        let link = EventLink.Kind(rawValue: members[0].key.scalar ?? "").map {
          EventLink.ID($0, Event.ID(members[0].value.scalar ?? ""), of: Event.ID(id))
        }
        let citations = link.map { taken("cite", "link \($0)").map(node) } ?? []
        return node(members + list("cite", citations))
      }
      own += list("links", links)
    }
    if section == "relations" {
      let phases = taken("phases", id).map { members in
        let phase = members.first { $0.key.scalar == "id" }?.value.scalar ?? ""
        return node(members + list("cite", taken("cite", "phase \(phase)").map(node)))
      }
      own += list("phases", phases)
    }
    return own
  }
}
