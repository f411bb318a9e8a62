internal import DyadCore

/// Turns the rows of a table into records of a dossier.
struct MappedTable {
  typealias Members = [(key: Node, value: Node)]

  let mapping: CSVMapping
  let table: CSVTable
  let columns: [String: Int]
  /// What is wrong with rows.
  private(set) var faults: [RowFault] = []
  /// The lines of rows that are left out.
  private let left: Set<Int>
  /// Whether records were made of what could be read of a row with a fault.
  private(set) var hasPartialRows = false
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

  /// The first row of each key, and the rows that repeat one.
  private var keys: [String: Int] = [:]
  private(set) var repeated: [RowFault] = []
  /// The rows of records that spells are made of, in the order of their first rows.
  var spells: [SpellSeries] = []
  var spellNumbers: [String: Int] = [:]

  /// - Parameter left: the lines on which rows begin that are left out.
  init(_ mapping: CSVMapping, _ table: CSVTable, without left: Set<Int> = []) {
    (self.mapping, self.table, self.left) = (mapping, table, left)
    columns = Dictionary(table.header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
  }

  /// The records of all rows, with the findings of their readers; faults of rows are in `faults`.
  mutating func dossiers() -> Checked<[Dossier]> {
    for row in table.rows where !left.contains(row[0].place.line) && isWanted(row) {
      guard let key = key(of: row) else { continue }
      let earlier = faults.count
      let source = mapping.source.flatMap { self.source($0, row) }
      for record in mapping.records { take(record, row, source, key) }
      hasPartialRows = hasPartialRows || faults.count > earlier
    }
    makeSpells()
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
    return Checked([walk.dossier], walk.context.findings)
  }

  func held(_ id: String) -> Bool { holdings[id] != nil }

  /// The fault that a finding about the dossier reports, with the name of the column of the value; `nil` if it is about no row.
  func fault(_ finding: Diagnostic) -> RowFault? {
    guard let place = finding.place, let line = table.line(of: place) else { return nil }
    guard let column = origins[place] else { return RowFault(finding, line: line) }
    var finding = finding
    finding.message += " (column '\(column)')"
    return RowFault(finding, line: line, column: column)
  }

  mutating func report(_ code: Diagnostic.Code, _ message: String, _ column: String, at place: SourceLocation) {
    let named = column.isEmpty ? message : "\(message) (column '\(column)')"
    faults.append(
      RowFault(Diagnostic(code, named, at: place), line: table.line(of: place) ?? place.line, column: column))
  }

  /// The key of a row, empty where the mapping has none; `nil` if the row has no key, or repeats that of another.
  private mutating func key(of row: [CSVTable.Cell]) -> String? {
    guard let value = mapping.key else { return "" }
    let (earlier, line) = (faults.count, row[0].place.line)
    guard let node = words(value, row), let key = node.scalar else {
      if faults.count == earlier { report(.missingKey, "the row has no key", "", at: row[0].place) }
      return nil
    }
    if let first = keys[key] {
      let message = "the row repeats the key '\(key)' of line \(first); skipped"
      repeated.append(RowFault(Diagnostic(.duplicateRow, message, at: row[0].place), line: line))
      return nil
    }
    keys[key] = line
    return key
  }

  private mutating func isWanted(_ row: [CSVTable.Cell]) -> Bool {
    guard isListed(row) else { return false }
    for (condition, _) in mapping.conditions {
      // Cells are read before, since reading one may find a fault.
      var cells: [String: String] = [:]
      for column in condition.columns {
        guard let text = text(of: column, row) else { return false }
        cells[column] = text
      }
      do throws(RowCondition.NoNumber) {
        guard try condition.holds({ cells[$0] ?? "" }) else { return false }
      } catch {
        let place = columns[error.column].map { row[$0].place } ?? row[0].place
        report(.badNumber, "'\(error.text)' is not a number, which 'where' needs", error.column, at: place)
        return false
      }
    }
    return true
  }

  private func isListed(_ row: [CSVTable.Cell]) -> Bool {
    func cell(_ template: CSVMapping.Template) -> String {
      guard case .column(let name)? = template.parts.first, let index = columns[name] else { return "" }
      return row[index].text.trimmed
    }
    return mapping.only.allSatisfy { $0.words.contains(cell($0.column)) }
      && !mapping.without.contains { $0.words.contains(cell($0.column)) }
  }
}
