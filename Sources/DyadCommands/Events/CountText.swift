internal import DyadCore
internal import DyadEventStore
internal import DyadEvents

/// What data sets count between two parties, period by period, with the rows behind each number.
struct CountText {
  private let graph: KnowledgeGraph
  private let moment: Moment
  private let stores: CountStores

  /// The most rows that are listed for one number.
  private static let most = 5

  init(_ graph: KnowledgeGraph, at moment: Moment, stores: CountStores) {
    (self.graph, self.moment, self.stores) = (graph, moment, stores)
  }

  /// The text about the two.
  func dyad(_ one: Entity.ID, _ other: Entity.ID) throws -> String {
    let names = [one, other].map { graph.shortName(of: $0, at: moment) }
    var lines = ["\(names[0]) and \(names[1]), counted"]
    let counts = graph.counts(between: one, other).filter { $0.holds(at: moment) != .no }
    for (id, counts) in Dictionary(grouping: counts, by: \.table).sorted(by: { $0.key < $1.key }) {
      guard let table = graph.countTables[id], let contents = table.contents else { continue }
      lines += [
        "",
        "\(table.name) (\(contents.dataSet)), by \(contents.period.rawValue); rule \(contents.rule): \(contents.ruleStatement)",
        "source: \(table.source), \(graph.sources[table.source]?.title ?? "")",
      ]
      let rows = try rows(behind: counts, table, contents)
      if let reason = rows.reason { lines.append("rows: \(reason)") }
      for count in counts { lines += self.lines(count, rows.of[count.id], table) }
    }
    return (counts.isEmpty ? lines + ["", "No counts for this date."] : lines).joined(separator: "\n")
  }

  private func lines(_ count: Count, _ rows: [CodedEvent]?, _ table: CountTable) -> [String] {
    let (from, to) = (graph.shortName(of: count.from, at: moment), graph.shortName(of: count.to, at: moment))
    let number = count.count
    let quads = QuadClass.allCases.filter { number[$0] > 0 }.map { "\($0.name) \(number[$0])" }
    let mean = number.meanScore.map { "; mean \(EventSeries.decimal($0))" } ?? ""
    let of = number.reports > number.events ? " of \(number.reports) rows" : ""
    let thin = number.isThin ? " (thin)" : ""
    let head =
      "\(count.periodName)  \(from) → \(to): \(number.events) event\(number.events == 1 ? "" : "s")\(of)\(thin): \(quads.joined(separator: ", "))\(mean)"
    guard let rows else { return [head] }
    let chosen = RowChoice.rows(of: rows, limit: CountText.most)
    let more = rows.count - chosen.count
    return [head] + chosen.map(line)
      + (more == 0 ? [] : ["    \(more) more; dyad events list \(command(count, rows, table))"])
  }

  private func line(_ row: CodedEvent) -> String {
    let action = [row.action.code, row.action.type?.rawValue].compactMap(\.self).joined(separator: " ")
    return "    \(row.days.lowerBound)  \(row.id)  \(action)  \(row.reference ?? "no address")"
  }

  /// What lists all rows: the parties by their codes, the days, and the store.
  private func command(_ count: Count, _ rows: [CodedEvent], _ table: CountTable) -> String {
    let ends = [rows[0].actor.end, rows[0].recipient.end].compactMap(\.self).joined(separator: " ")
    let store = stores.given?.path ?? table.store ?? ""
    return "\(ends) --from \(count.days.lowerBound) --to \(count.days.upperBound) --events \(store)"
  }

  // MARK: Rows

  /// The rows behind each count, or why there are none.
  private func rows(
    behind counts: [Count], _ table: CountTable, _ contents: CountTable.Contents
  ) throws -> (of: [Count.ID: [CodedEvent]], reason: String?) {
    let store: EventStore
    switch stores.store(of: table) {
    case nil: return ([:], "the table names no store")
    case .failure(let refusal): return ([:], refusal.reason)
    case .success(let found): store = found
    }
    guard let first = counts.map(\.days.lowerBound).min(), let last = counts.map(\.days.upperBound).max() else {
      return ([:], nil)
    }
    let ends = graph.ends(of: contents.codes, besides: table.ends)
    let known = Set(counts.map(\.id))
    var found: [Count.ID: [CodedEvent]] = [:]
    for pair in Set(contents.rows.map { [$0.actor, $0.recipient].sorted() }) {
      guard let one = ends[pair[0]], let other = ends[pair[1]], one != other,
        counts.contains(where: { Set([$0.from, $0.to]) == [one, other] })
      else { continue }
      let reduction = try store.reduction(of: pair[0], pair[1], as: contents, during: first...last, keepsRows: true)
      for (dyad, rows) in reduction.countedRows {
        guard let from = ends[dyad.actor], let to = ends[dyad.recipient] else { continue }
        let id = Count.ID(of: from, toward: to, in: table.id, during: contents.period.name(at: dyad.period))
        if known.contains(id) { found[id, default: []] += rows }
      }
    }
    return (found, nil)
  }
}
