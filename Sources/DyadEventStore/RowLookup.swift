internal import GRDB

extension EventStore {
  /// Those of the ids that no row has, sorted.
  ///
  /// - Parameter dataSet: the data set of the rows; `nil` for any.
  package func unknownRows(_ ids: some Collection<String>, of dataSet: String?) throws(EventStoreError) -> [String] {
    var unknown = Set(ids)
    var left = unknown.sorted()[...]
    while !left.isEmpty {
      // SQLite has a limit for the number of arguments.
      let some = left.prefix(500)
      left = left.dropFirst(500)
      let marks = some.map { _ in "?" }.joined(separator: ", ")
      let condition = dataSet == nil ? "" : "dataset = (SELECT id FROM dataset WHERE name = ?) AND "
      let found = try read { database in
        try String.fetchAll(
          database, sql: "SELECT DISTINCT key FROM event WHERE \(condition)key IN (\(marks))",
          arguments: StatementArguments([dataSet].compactMap(\.self) + some))
      }
      unknown.subtract(found)
    }
    return unknown.sorted()
  }
}
