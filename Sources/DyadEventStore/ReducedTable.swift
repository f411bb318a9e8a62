internal import DyadCore
package import DyadEvents
internal import GRDB

extension EventStore {
  /// Stores a table of dyad-periods that another engine made, or replaces that of the same head.
  ///
  /// - Returns: whether the store had no table of that head.
  @discardableResult
  package func add(_ table: DyadPeriodTable) throws -> Bool {
    try write { database in
      let line = table.head.line
      let known = try Int64.fetchOne(database, sql: "SELECT id FROM reduction WHERE head = ?", arguments: [line])
      if let known {
        try database.execute(sql: "DELETE FROM dyad_period WHERE reduction = ?", arguments: [known])
      } else {
        try database.execute(
          sql: "INSERT INTO reduction (head, dataset, rule, period) VALUES (?, ?, ?, ?)",
          arguments: [line, table.head.dataSet, table.head.rule.rawValue, table.head.period.rawValue])
      }
      let id = known ?? database.lastInsertedRowID
      let insertion = try database.makeStatement(
        sql: "INSERT INTO dyad_period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for row in table.rows {
        let count = row.count
        let quads = QuadClass.allCases.map { count[$0] }
        try insertion.execute(arguments: [
          id, row.actor, row.recipient, row.period, count.events, count.reports, count.sources, quads[0], quads[1],
          quads[2], quads[3], count.scored == 0 ? nil : count.tenths, count.mentions, row.total,
        ])
      }
      return known == nil
    }
  }

  /// The tables of a data set that other engines made, with the rows of a dyad, or with all rows.
  package func tables(of dataSet: String, between ends: (String, String)? = nil) throws(EventStoreError)
    -> [DyadPeriodTable]
  {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, head FROM reduction WHERE dataset = ? ORDER BY head", arguments: [dataSet]
      ).map { row in
        var (sql, arguments): (String, StatementArguments) = ("", [row[0] as Int64])
        if let ends {
          sql = " AND (actor = ? AND recipient = ? OR actor = ? AND recipient = ?)"
          arguments += [ends.0, ends.1, ends.1, ends.0]
        }
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM dyad_period WHERE reduction = ?\(sql) ORDER BY actor, recipient, period",
          arguments: arguments)
        return DyadPeriodTable(head: try DyadPeriodTable.Head(line: row[1]), rows: rows.map(DyadPeriod.init))
      }
    }
  }
}

extension DyadPeriod {
  fileprivate init(_ row: Row) {
    var count = EventCount()
    (count.events, count.reports, count.sources) = (row[4], row[5], row[6])
    for (index, quad) in QuadClass.allCases.enumerated() { count[quad] = row[7 + index] }
    let tenths = row[11] as Int?
    (count.tenths, count.mentions, count.scored) = (tenths ?? 0, row[12], tenths == nil ? 0 : row[4])
    self.init(actor: row[1], recipient: row[2], period: row[3], count: count, total: row[13])
  }
}
