package import DyadEvents
package import DyadCore
internal import GRDB

extension EventStore {
  /// The dyad-periods of a data set, one pair of parties after the other, so that memory does not grow with the rows.
  ///
  /// - Parameter keepingRows: receives what is counted of each pair, with its rows, which have no place and no version.
  package func dyadPeriods(
    of dataSet: String, by period: Period, rule: CountingRule, isDirected: Bool = true, scope: ActorScope = .all,
    keepingRows: ((Reduction) -> Void)? = nil, _ progress: (_ pairs: Int, _ count: Int) -> Void = { _, _ in }
  ) throws(EventStoreError) -> DyadPeriodTable {
    let volume = try self.volume(of: dataSet)
    var totals: [Int: Int] = [:]
    for (day, rows) in volume { totals[period.index(of: day), default: 0] += rows }
    return try read { database in
      let id = try Int64.fetchOne(database, sql: "SELECT id FROM dataset WHERE name = ?", arguments: [dataSet])
      let pairs = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT min(actor, recipient), max(actor, recipient) FROM dyad WHERE actor <> recipient
          """
      ).map { ($0[0] as Int64, $0[1] as Int64) }
      let decoder = EventDecoder(database)
      var head = DyadPeriodTable.Head(dataSet: dataSet, rule: rule, period: period, rows: 0)
      var rows: [DyadPeriod] = []
      for (index, pair) in pairs.enumerated() {
        progress(index, pairs.count)
        var reduction = Reduction(
          by: period, rule: rule, isDirected: isDirected, scope: scope, keepsRows: keepingRows != nil)
        for (actor, recipient) in [pair, (pair.1, pair.0)] {
          let dyad = try Int64.fetchOne(
            database, sql: "SELECT id FROM dyad WHERE actor = ? AND recipient = ?", arguments: [actor, recipient])
          guard let dyad, let id else { continue }
          try decoder.forEachRow(ofDyad: dyad, dataSet: id) { row, parts in
            head.extend(to: row.days.lowerBound)
            reduction.add(row, of: parts)
          }
        }
        head.uncounted.add(reduction.uncounted)
        rows += reduction.dyadPeriods
        keepingRows?(reduction)
      }
      rows.sort { $0.precedes($1) }
      for index in rows.indices { rows[index].total = totals[rows[index].period] ?? 0 }
      let stored = head.rows
      head.rows = volume.isEmpty ? stored : totals.values.reduce(0, +)
      let digests = try String.fetchAll(
        database, sql: "SELECT sha256 FROM input WHERE dataset = ? AND sha256 <> '' ORDER BY id", arguments: [id])
      head.digest = DyadPeriodTable.Head.digest(ofInputs: digests)
      return DyadPeriodTable(head: head, rows: rows)
    }
  }

  /// The record of a dyad in a data set.
  package func series(
    of actor: String, _ recipient: String, in dataSet: String, by period: Period, rule: CountingRule,
    isDirected: Bool = false, scope: ActorScope = .all, halfLife: Double = 180
  ) throws -> EventSeries.Counter {
    var counter = EventSeries.Counter(
      of: actor, recipient, by: period, rule: rule, isDirected: isDirected, scope: scope, halfLife: halfLife)
    for (day, rows) in try volume(of: dataSet) { counter.addVolume(rows, on: day) }
    try read { database in
      let id = try Int64.fetchOne(database, sql: "SELECT id FROM dataset WHERE name = ?", arguments: [dataSet])
      guard let id else { return }
      let end = "(SELECT id FROM dyad_end WHERE name = ?)"
      let dyads = try Int64.fetchAll(
        database,
        sql: """
          SELECT id FROM dyad WHERE actor = \(end) AND recipient = \(end) OR actor = \(end) AND recipient = \(end)
          """, arguments: [actor, recipient, recipient, actor])
      let decoder = EventDecoder(database)
      for dyad in dyads {
        try decoder.forEachRow(ofDyad: dyad, dataSet: id) { row, parts in counter.add(row, of: parts) }
      }
    }
    return counter
  }
}
