package import DyadCore
internal import DyadEvents
internal import GRDB

/// Which events of a store are meant.
///
///     var query = EventQuery(between: "PAK", and: "AFG")
///     query.days = Day(2019, 10, 1)!...Day(2019, 10, 31)!
package struct EventQuery: Hashable, Sendable {
  /// One party, and the other, as states, groups or codes; `nil` for any.
  package var actor: String?
  package var recipient: String?
  /// Whether events from the recipient to the actor are left out.
  package var isDirected = false
  package var dataSet: String?
  /// The days in which an event begins.
  package var days: ClosedRange<Day>?
  package var quad: QuadClass?
  /// What the code begins with.
  package var code: String?

  /// All events.
  package init() {}

  /// The events of a dyad, in both directions.
  package init(between actor: String, and recipient: String) { (self.actor, self.recipient) = (actor, recipient) }

  /// What follows `FROM event`.
  func condition(order: Bool) -> (sql: String, arguments: StatementArguments) {
    var (parts, arguments): ([String], StatementArguments) = ([], [])
    func add(_ part: String, _ values: [(any DatabaseValueConvertible)?]) {
      parts.append(part)
      arguments += StatementArguments(values)
    }
    let end = "(SELECT id FROM dyad_end WHERE name = ?)"
    func addDyads(_ dyads: String, _ names: [String]) {
      add("event.dyad IN (SELECT id FROM dyad WHERE \(dyads))", names)
    }
    switch (actor, recipient) {
    case (let one?, let other?) where isDirected: addDyads("actor = \(end) AND recipient = \(end)", [one, other])
    case (let one?, let other?):
      addDyads(
        "actor = \(end) AND recipient = \(end) OR actor = \(end) AND recipient = \(end)", [one, other, other, one])
    case (let one?, nil) where isDirected: addDyads("actor = \(end)", [one])
    case (let one?, nil), (nil, let one?): addDyads("actor = \(end) OR recipient = \(end)", [one, one])
    case (nil, nil): break
    }
    if let dataSet {
      add(EventID.condition(dataSet: "(SELECT id FROM dataset WHERE name = ?)"), [dataSet, dataSet])
    }
    if let days { add("event.first BETWEEN ? AND ?", [days.lowerBound.number, days.upperBound.number]) }
    if let quad { add("action.quad = ?", [quad.rawValue]) }
    if let code { add("substr(action.code, 1, ?) = ?", [code.unicodeScalars.count, code]) }
    let join = quad != nil || code != nil ? "JOIN action ON action.id = event.action " : ""
    let sql = join + (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "))
    return (
      sql + (order ? " ORDER BY event.first, length(\(EventID.keySQL)), \(EventID.keySQL), event.dataset" : ""),
      arguments
    )
  }
}

extension EventStore {
  /// How many events there are.
  package func count(_ query: EventQuery) throws(EventStoreError) -> Int {
    let (condition, arguments) = query.condition(order: false)
    return try read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM event \(condition)", arguments: arguments) ?? 0
    }
  }

  /// Calls the body with each event, by day and id; `false` ends it.
  package func forEach(_ query: EventQuery, sorted: Bool = true, _ body: (StoredEvent) throws -> Bool) throws {
    let (condition, arguments) = query.condition(order: sorted)
    var failure: (any Error)?
    try read { database in
      let events = try EventDecoder(database).events(condition, arguments)
      while let event = try events.next() {
        do { if try !body(event) { return } } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// The rows of a data set by day, also of those that are not stored.
  package func volume(of dataSet: String) throws(EventStoreError) -> [(day: Day, rows: Int)] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT day, rows FROM volume WHERE dataset = (SELECT id FROM dataset WHERE name = ?) ORDER BY day
          """, arguments: [dataSet])
      var volume: [(day: Day, rows: Int)] = []
      while let row = try rows.next() { volume.append((Day(number: row[0]), row[1])) }
      return volume
    }
  }

  /// The ids of the data sets with events of the query, sorted.
  package func dataSets(_ query: EventQuery = EventQuery()) throws(EventStoreError) -> [String] {
    let all = try read { try String.fetchAll($0, sql: "SELECT name FROM dataset ORDER BY name") }
    var found: [String] = []
    for name in all where query.dataSet == nil || query.dataSet == name {
      var query = query
      query.dataSet = name
      let (condition, arguments) = query.condition(order: false)
      let first = try read { database in
        try Int64.fetchOne(database, sql: "SELECT event.id FROM event \(condition) LIMIT 1", arguments: arguments)
      }
      if first != nil { found.append(name) }
    }
    return found
  }
}

extension EventStore {
  /// The names of all parties of dyads, sorted.
  package func ends() throws(EventStoreError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT name FROM dyad_end ORDER BY name") }
  }

  /// The releases of a data set that were added, in their order.
  package func releases(of dataSet: String) throws(EventStoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT release FROM input WHERE dataset = (SELECT id FROM dataset WHERE name = ?) AND release IS NOT NULL
          GROUP BY release ORDER BY min(id)
          """, arguments: [dataSet])
    }
  }
}
