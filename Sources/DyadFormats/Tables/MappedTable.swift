internal import DyadCore

/// Turns the rows of a table into records of a dossier.
struct MappedTable {
  typealias Members = [(key: Node, value: Node)]

  let mapping: CSVMapping
  let table: CSVTable
  let columns: [String: Int]
  var findings: [Diagnostic] = []
  /// The number of equal faults in each column; after a few, further ones are only counted.
  var faults: [String: Int] = [:]
  /// The column that each value came from.
  var origins: [SourceLocation: String] = [:]

  var ids = ForeignIds()
  var entities: [String: (section: String, members: [(key: Node, value: Node)], place: SourceLocation)] = [:]
  var entityOrder: [String] = []
  var sections: [String: [(key: Node, value: Node)]] = [:]
  var relations: [String: (members: [(key: Node, value: Node)], phases: [Node], place: SourceLocation)] = [:]
  var relationOrder: [String] = []
  var holdings: [String: [Node]] = [:]
  var sources: Set<String> = []

  static let mostFaults = 20

  init(_ mapping: CSVMapping, _ table: CSVTable) {
    (self.mapping, self.table) = (mapping, table)
    columns = Dictionary(table.header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
  }

  mutating func dossiers() -> Checked<[Dossier]> {
    for row in table.rows where isWanted(row) {
      let source = mapping.source.flatMap { self.source($0, row) }
      for record in mapping.records { take(record, row, source) }
    }
    for (fault, count) in faults.sorted(by: { $0.key < $1.key }) where count > MappedTable.mostFaults {
      findings.append(
        Diagnostic(.badCSV, "and \(count - MappedTable.mostFaults) more: \(fault)", at: table.headerPlace))
    }
    let start = table.headerPlace
    var root = mapping.rest
    for id in entityOrder {
      guard case (var section, var members, let place)? = entities[id] else { continue }
      if let held = holdings[id] { members.append((Node("offices", at: place), Node(.sequence(held), at: place))) }
      if held(id) { section = "officials" }
      sections[section, default: []].append((Node(id, at: place), Node(.mapping(members), at: place)))
    }
    for id in relationOrder {
      guard let (members, phases, place) = relations[id] else { continue }
      let all = members + [(key: Node("phases", at: place), value: Node(.sequence(phases), at: place))]
      sections["relations", default: []].append((Node(id, at: place), Node(.mapping(all), at: place)))
    }
    root += sections.sorted { $0.key < $1.key }.map { (Node($0.key, at: start), Node(.mapping($0.value), at: start)) }
    let walk = DossierWalk(file: table.file, texts: .none)
    walk.read(Node(.mapping(root), at: start))
    return Checked([walk.dossier], findings + walk.context.findings.map(naming))
  }

  func held(_ id: String) -> Bool { holdings[id] != nil }

  /// The finding with the name of the column that the value came from.
  func naming(_ finding: Diagnostic) -> Diagnostic {
    guard let place = finding.place, let column = origins[place] else { return finding }
    var finding = finding
    finding.message += " (column '\(column)')"
    return finding
  }

  mutating func report(_ code: Diagnostic.Code, _ message: String, _ column: String, at place: SourceLocation) {
    let fault = "column '\(column)': \(code.id)"
    faults[fault, default: 0] += 1
    guard faults[fault, default: 0] <= MappedTable.mostFaults else { return }
    findings.append(Diagnostic(code, "\(message) (column '\(column)')", at: place))
  }

  func isWanted(_ row: [CSVTable.Cell]) -> Bool {
    func cell(_ template: CSVMapping.Template) -> String {
      guard case .column(let name)? = template.parts.first, let index = columns[name] else { return "" }
      return row[index].text.trimmed
    }
    return mapping.only.allSatisfy { $0.words.contains(cell($0.column)) }
      && !mapping.without.contains { $0.words.contains(cell($0.column)) }
  }
}
