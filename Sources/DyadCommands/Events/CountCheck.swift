internal import DyadCore
internal import DyadEventStore
internal import DyadEvents

/// Looks up what a dossier counts, and the rows that its claims cite, in the stores of events.
struct CountCheck {
  private let graph: KnowledgeGraph
  private let stores: CountStores
  private var findings: [Diagnostic] = []
  /// The stores that were reported as missing.
  private var reported: Set<String> = []

  /// The most counts of a table that are reported one by one.
  private static let most = 5

  /// The findings, each at its place.
  ///
  /// - Parameters:
  ///   - path: the file or folder of the dossier.
  ///   - store: a store in place of those that the tables of counts name.
  static func findings(
    of graph: KnowledgeGraph, in dossiers: [Dossier], at path: String, store: String?
  ) throws -> [Diagnostic] {
    let rows = dossiers.flatMap(\.citedRows)
    guard !graph.countTables.isEmpty || !rows.isEmpty else { return [] }
    var check = CountCheck(graph: graph, stores: try CountStores(of: path, given: store))
    for table in dossiers.flatMap(\.counts) { try check.recount(table) }
    try check.lookUp(rows)
    return check.findings
  }

  private init(graph: KnowledgeGraph, stores: CountStores) { (self.graph, self.stores) = (graph, stores) }

  // MARK: Counts

  private struct Key: Hashable, Comparable {
    let actor, recipient: String
    let period: Int

    static func < (one: Key, other: Key) -> Bool {
      (one.actor, one.recipient, one.period) < (other.actor, other.recipient, other.period)
    }
  }

  /// Counts the rows of the table between entities of the dossier again, by its rule.
  private mutating func recount(_ located: Located<CountTable>) throws {
    guard let table = graph.countTables[located.value.id], let contents = table.contents,
      let store = store(of: table, at: located.place(of: "store"))
    else { return }
    let place = located.place(of: "table")
    guard try store.dataSets().contains(contents.dataSet) else {
      return unchecked("the store has no events of '\(contents.dataSet)' to count '\(table.id)' again", at: place)
    }
    let ends = graph.ends(of: contents.codes, besides: table.ends)
    var counts: [Key: EventCount] = [:]
    for row in contents.rows {
      guard let from = ends[row.actor], let to = ends[row.recipient], from != to else { continue }
      counts[Key(actor: row.actor, recipient: row.recipient, period: row.period)] = row.count
    }
    let periods = contents.days.map {
      contents.period.index(of: $0.lowerBound)...contents.period.index(of: $0.upperBound)
    }
    var found: [Key: EventCount] = [:]
    for pair in Set(counts.keys.map { [$0.actor, $0.recipient].sorted() }) {
      for row in try store.reduction(of: pair[0], pair[1], as: contents).dyadPeriods {
        let key = Key(actor: row.actor, recipient: row.recipient, period: row.period)
        // A later release of the data set has periods that the table does not speak of.
        if counts[key] != nil || periods?.contains(row.period) == true { found[key] = row.count }
      }
    }
    report(table, contents, counts, found, at: place)
  }

  private mutating func report(
    _ table: CountTable, _ contents: CountTable.Contents, _ counts: [Key: EventCount], _ found: [Key: EventCount],
    at place: SourceLocation?
  ) {
    let stale = Set(counts.keys).union(found.keys).filter { key in
      !CountCheck.agree(counts[key] ?? EventCount(), found[key] ?? EventCount())
    }.sorted()
    for key in stale.prefix(CountCheck.most) {
      let (old, new) = (CountCheck.figures(counts[key]), CountCheck.figures(found[key]))
      findings.append(
        Diagnostic(
          .staleCount,
          """
          '\(table.id)' has \(old) of \(key.actor) toward \(key.recipient) in \(contents.period.name(at: key.period)); \
          its store gives \(new) by the rule '\(contents.rule)'
          """, at: place))
    }
    if stale.count > CountCheck.most {
      let more = stale.count - CountCheck.most
      findings.append(
        Diagnostic(
          .staleCount, "\(more) more count\(more == 1 ? "" : "s") of '\(table.id)' differ from its store", at: place))
    }
  }

  /// Whether both are the same in events, classes and scores; the other numbers are not in every table.
  private static func agree(_ one: EventCount, _ other: EventCount) -> Bool {
    one.events == other.events && QuadClass.allCases.allSatisfy { one[$0] == other[$0] }
      && (one.scored == 0 || other.scored == 0 || one.tenths == other.tenths)
  }

  /// "6 events (1, 0, 2, 3; sum -30.1)": by class, and the sum of the scores.
  private static func figures(_ count: EventCount?) -> String {
    guard let count, count.events > 0 else { return "no events" }
    let quads = QuadClass.allCases.map { String(count[$0]) }.joined(separator: ", ")
    let sum = count.scored == 0 ? "" : "; sum \(Double(count.tenths) / 10)"
    return "\(count.events) event\(count.events == 1 ? "" : "s") (\(quads)\(sum))"
  }

  // MARK: Rows

  /// Looks the rows up in the data sets that their sources are.
  private mutating func lookUp(_ rows: [Located<Dossier.CitedRow>]) throws {
    let tables = graph.countTables.values.sorted { $0.id < $1.id }
    for (source, cited) in Dictionary(grouping: rows, by: \.value.source).sorted(by: { $0.key < $1.key })
    where graph.sources[source] != nil {
      var (unknown, isChecked) = (Set(cited.map(\.value.id)), false)
      for table in tables where table.source == source {
        guard let store = store(of: table, at: cited[0].place) else { continue }
        isChecked = true
        unknown = Set(try store.unknownRows(unknown, of: table.contents?.dataSet))
      }
      if let store = stores.given, !isChecked {
        isChecked = true
        unknown = Set(try store.unknownRows(unknown, of: nil))
      }
      guard isChecked else {
        if !tables.contains(where: { $0.source == source && $0.store != nil }) {
          unchecked("no table of counts names the store with the rows of '\(source)'", at: cited[0].place)
        }
        continue
      }
      for row in cited where unknown.contains(row.value.id) {
        findings.append(
          Diagnostic(
            .rowNotFound, "the store has no row '\(row.value.id)' of '\(source)'", at: row.place,
            severity: row.value.isDraft ? .warning : nil))
      }
    }
  }

  /// The store of the table; one that cannot be read is reported once.
  private mutating func store(of table: CountTable, at place: SourceLocation?) -> EventStore? {
    switch stores.store(of: table) {
    case .success(let store): return store
    case .failure(let refusal):
      if reported.insert(table.store ?? "").inserted {
        unchecked("\(refusal.reason); its events are not checked", at: place)
      }
      return nil
    case nil: return nil
    }
  }

  private mutating func unchecked(_ message: String, at place: SourceLocation?) {
    findings.append(Diagnostic(.rowsUnchecked, message, at: place))
  }
}
