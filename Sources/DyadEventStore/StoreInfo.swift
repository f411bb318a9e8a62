package import DyadCore
internal import GRDB

/// What a store has.
///
///     try store.info().dataSets.first?.events      // 18,594,331
package struct StoreInfo: Hashable, Sendable {
  /// A data set of a store.
  package struct DataSet: Hashable, Sendable {
    package var id: String
    package var events: Int
    /// Directed pairs of parties.
    package var dyads: Int
    /// Rows of the files, also of those that are not stored; 0 where it is not known.
    package var rows: Int
    package var days: ClosedRange<Day>?
    package var inputs: [Input]
  }

  /// A file that was added.
  package struct Input: Hashable, Sendable {
    package var path: String
    package var digest: String
    package var release: String?
  }

  package var dataSets: [DataSet]
  /// The head lines of the reduced tables.
  package var reductions: [String]
  /// Bytes of the file.
  package var size: Int
}

extension EventStore {
  /// What the store has.
  package func info() throws(EventStoreError) -> StoreInfo {
    try read { database in
      let dataSets = try Row.fetchAll(database, sql: "SELECT id, name FROM dataset ORDER BY name").map { row in
        try StoreInfo.DataSet(id: row[0], name: row[1], database)
      }
      let size = try Int.fetchOne(
        database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      return StoreInfo(dataSets: dataSets, reductions: try EventStore.reductions(database), size: size ?? 0)
    }
  }

  /// The ids of the data sets of which there are tables of other engines, sorted.
  package func reducedDataSets() throws(EventStoreError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT DISTINCT dataset FROM reduction ORDER BY dataset") }
  }

  private static func reductions(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT head FROM reduction ORDER BY head")
  }
}

extension StoreInfo.DataSet {
  fileprivate init(id: Int64, name: String, _ database: Database) throws {
    let range = EventID.condition(dataSet: "\(id)")
    let events = try Row.fetchOne(
      database, sql: "SELECT count(*), min(first), max(first) FROM event WHERE \(range)")
    self.id = name
    self.events = events?[0] ?? 0
    dyads =
      try Int.fetchOne(
        database,
        sql: "SELECT count(DISTINCT dyad) FROM event WHERE \(range)") ?? 0
    rows =
      try Int.fetchOne(
        database, sql: "SELECT coalesce(sum(rows), 0) FROM volume WHERE dataset = ?", arguments: [id]) ?? 0
    if let first: Int32 = events?[1], let last: Int32 = events?[2] { days = Day(number: first)...Day(number: last) }
    inputs = try Row.fetchAll(
      database, sql: "SELECT path, sha256, release FROM input WHERE dataset = ? ORDER BY id", arguments: [id]
    ).map { StoreInfo.Input(path: $0[0], digest: $0[1], release: $0[2]) }
  }
}
