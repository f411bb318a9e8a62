internal import GRDB

extension EventStore {
  /// Those of the ids that no row has, sorted.
  ///
  /// - Parameter dataSet: the data set of the rows; `nil` for any.
  package func unknownRows(_ ids: some Collection<String>, of dataSet: String?) throws(EventStoreError) -> [String] {
    let asked = Set(ids)
    return try read { database in
      var condition = "1"
      if let dataSet {
        let id = try Int64.fetchOne(database, sql: "SELECT id FROM dataset WHERE name = ?", arguments: [dataSet])
        guard let id else { return asked.sorted() }
        condition = EventID.condition(dataSet: String(id))
      }
      var known: [Int64: String] = [:]
      for id in asked { known[try EventStore.key(of: id, in: database) ?? -1] = id }
      known[-1] = nil
      var found: Set<String> = []
      var left = known.keys.sorted()[...]
      while !left.isEmpty {
        // A statement of SQLite has a limit of length.
        let some = left.prefix(5_000)
        left = left.dropFirst(5_000)
        let keys = some.map(String.init).joined(separator: ", ")
        let rows = try Int64.fetchAll(
          database, sql: "SELECT DISTINCT \(EventID.key) FROM event WHERE \(condition) AND \(EventID.key) IN (\(keys))")
        found.formUnion(rows.compactMap { known[$0] })
      }
      return asked.subtracting(found).sorted()
    }
  }

  /// The part of the id of an event that is its id in the data set; `nil` where no event has it.
  private static func key(of id: String, in database: Database) throws -> Int64? {
    var id = id
    if let number = id.withUTF8({ EventID.number(UnsafeRawBufferPointer($0)) }) { return number }
    let number = try Int64.fetchOne(database, sql: "SELECT id FROM key WHERE text = ?", arguments: [id])
    return number.map(EventID.key(ofText:))
  }
}
