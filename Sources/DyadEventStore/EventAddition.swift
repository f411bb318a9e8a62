package import DyadCore
package import DyadEvents
internal import GRDB

/// The events of one run that are added to a store, all or none.
///
///     try store.add { addition in
///       let input = try addition.begin("20191024.export.CSV", of: "gdelt2")
///       try addition.add(event, input: input, line: 1)
///       try addition.end(input, digest: digest, volume: rowsByDay)
///     }
package final class EventAddition {
  /// What happened to the events.
  package struct Outcome: Hashable, Sendable {
    /// Events that the store did not have.
    package var added = 0
    /// Events that replaced an older version.
    package var replaced = 0
    /// Events that the store had already.
    package var unchanged = 0
    /// Events of which the store has a newer version.
    package var outdated = 0
    /// Events without an actor or a recipient.
    package var unnamed = 0
    /// Events that were removed, because another counts for them.
    package var removed = 0
  }

  package private(set) var outcome = Outcome()
  private let database: Database
  private var dataSets: [String: Int64] = [:]
  private let insertion: Statement
  private var parties: [CodedParty: (id: Int64, end: Int64)] = [:]
  private var ends: [String: Int64] = [:]
  private var actions: [CodedAction: Int64] = [:]
  private var places: [CodedPlace: Int64] = [:]

  init(to database: Database) throws {
    self.database = database
    let columns = EventAddition.columns
    insertion = try database.makeStatement(
      sql: """
        INSERT OR IGNORE INTO event (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """)
    try loadTables()
  }

  /// A file whose events are added.
  package struct Input {
    fileprivate let id: Int64
    fileprivate let dataSet: Int64
  }

  /// Begins a file of a data set.
  package func begin(_ path: String, of dataSet: String, release: String? = nil) throws -> Input {
    let id = try dataSets[dataSet] ?? EventAddition.id(of: dataSet, in: "dataset", database)
    dataSets[dataSet] = id
    try database.execute(
      sql: "INSERT INTO input (dataset, path, sha256, release) VALUES (?, ?, '', ?)", arguments: [id, path, release])
    return Input(id: database.lastInsertedRowID, dataSet: id)
  }

  /// Ends a file, with its SHA-256 and how many rows it has of each day, also of those that are not stored.
  ///
  /// A file that the store has already is not counted again.
  package func end(_ input: Input, digest: String, volume: [Day: Int]) throws {
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM input WHERE dataset = ? AND sha256 = ? AND sha256 <> ''",
      arguments: [input.dataSet, digest])
    if let known {
      try database.execute(sql: "UPDATE event SET input = ? WHERE input = ?", arguments: [known, input.id])
      return try database.execute(sql: "DELETE FROM input WHERE id = ?", arguments: [input.id])
    }
    try database.execute(sql: "UPDATE input SET sha256 = ? WHERE id = ?", arguments: [digest, input.id])
    for (day, rows) in volume {
      try database.execute(
        sql: """
          INSERT INTO volume (dataset, day, rows) VALUES (?, ?, ?)
          ON CONFLICT (dataset, day) DO UPDATE SET rows = rows + excluded.rows
          """, arguments: [input.dataSet, day.number, rows])
    }
  }

  /// Adds an event, or replaces an older version of it.
  package func add(_ event: CodedEvent, input: Input, line: Int) throws {
    guard let actor = try party(event.actor), let recipient = try party(event.recipient) else {
      outcome.unnamed += 1
      return
    }
    let arguments: StatementArguments = [
      input.dataSet, event.id, event.days.lowerBound.number, event.days.upperBound.number, actor.end, recipient.end,
      actor.id, recipient.id, try action(event.action), event.reports.mentions, event.reports.sources,
      event.reports.articles, try event.place.map(place),
      // Where the story is the address, it is stored once.
      event.story == event.reference ? nil : event.story, event.reference, event.version,
      event.deaths?.stored, input.id, line,
    ]
    insertion.setUncheckedArguments(arguments)
    try insertion.execute()
    if database.changesCount > 0 { outcome.added += 1 } else { try replace(with: event, of: input.dataSet, arguments) }
  }

  /// Removes all events of the data sets that were added to for which another one counts by the rule.
  ///
  /// The rule `mirror` is of pairs of events that are both kept, and removes what `story` removes.
  package func removeDuplicates(by rule: CountingRule) throws {
    guard rule != .none else { return }
    let story = rule == .day ? "''" : "coalesce(event.story, event.reference, '')"
    let added = dataSets.values.map(String.init).joined(separator: ", ")
    try database.execute(
      sql: """
        DELETE FROM event WHERE id IN (
          SELECT id FROM (
            SELECT event.id, row_number() OVER (
              PARTITION BY event.dataset, event.first, event.actor_end, event.recipient_end, actor.code, recipient.code, action.code,
                \(story)
              ORDER BY length(event.key), event.key) AS position
            FROM event JOIN party AS actor ON actor.id = event.actor
              JOIN party AS recipient ON recipient.id = event.recipient JOIN action ON action.id = event.action
            WHERE event.dataset IN (\(added)))
          WHERE position > 1)
        """)
    outcome.removed = database.changesCount
  }

  private static let columns = [
    "dataset", "key", "first", "last", "actor_end", "recipient_end", "actor", "recipient", "action", "mentions",
    "sources", "articles", "place", "story", "reference", "version", "deaths", "input", "line",
  ]

  private func replace(with event: CodedEvent, of dataSet: Int64, _ arguments: StatementArguments) throws {
    let key: StatementArguments = [dataSet, event.days.lowerBound.number, event.id]
    let condition = "WHERE event.dataset = ? AND event.first = ? AND event.key = ?"
    let stored = try EventDecoder(database).events(condition, key).next()
    guard let stored = stored?.event, stored != event else { return outcome.unchanged += 1 }
    guard RowVersion(event.version) >= RowVersion(stored.version) else { return outcome.outdated += 1 }
    let assignments = EventAddition.columns.map { "\($0) = ?" }.joined(separator: ", ")
    try database.execute(
      sql: "UPDATE event SET \(assignments) \(condition)", arguments: arguments + key)
    outcome.replaced += 1
  }
}

extension EventAddition {
  private func loadTables() throws {
    for row in try Row.fetchAll(database, sql: "SELECT id, name FROM dyad_end") { ends[row[1]] = row[0] }
    for row in try Row.fetchAll(
      database, sql: #"SELECT id, "end", code, state, region, "group", sector, office FROM party"#)
    {
      parties[CodedParty(row, from: 2)] = (row[0], row[1])
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, code, type, quad, tenths FROM action") {
      actions[CodedAction(row, from: 1)] = row[0]
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, name, state, latitude, longitude FROM place") {
      places[CodedPlace(name: row[1], state: row[2], latitude: row[3], longitude: row[4])] = row[0]
    }
  }

  private func party(_ party: CodedParty) throws -> (id: Int64, end: Int64)? {
    if let known = parties[party] { return known }
    guard let name = party.end else { return nil }
    let end = try ends[name] ?? EventAddition.id(of: name, in: "dyad_end", database)
    ends[name] = end
    try database.execute(
      sql: #"INSERT INTO party ("end", code, state, region, "group", sector, office) VALUES (?, ?, ?, ?, ?, ?, ?)"#,
      arguments: [end, party.code, party.state, party.region, party.group, party.sector, party.office])
    let made = (database.lastInsertedRowID, end)
    parties[party] = made
    return made
  }

  private func action(_ action: CodedAction) throws -> Int64 {
    if let known = actions[action] { return known }
    try database.execute(
      sql: "INSERT INTO action (code, type, quad, tenths) VALUES (?, ?, ?, ?)",
      arguments: [action.code, action.type?.rawValue, action.quad?.rawValue, action.tenths])
    actions[action] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  private func place(_ place: CodedPlace) throws -> Int64 {
    if let known = places[place] { return known }
    try database.execute(
      sql: "INSERT INTO place (name, state, latitude, longitude) VALUES (?, ?, ?, ?)",
      arguments: [place.name, place.state, place.latitude, place.longitude])
    places[place] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  private static func id(of name: String, in table: String, _ database: Database) throws -> Int64 {
    if let id = try Int64.fetchOne(database, sql: "SELECT id FROM \(table) WHERE name = ?", arguments: [name]) {
      return id
    }
    try database.execute(sql: "INSERT INTO \(table) (name) VALUES (?)", arguments: [name])
    return database.lastInsertedRowID
  }
}

extension EventStore {
  /// Adds the events that the work passes on, all or none.
  ///
  /// - Returns: what happened to them.
  @discardableResult
  package func add(_ work: (EventAddition) throws -> Void) throws -> EventAddition.Outcome {
    try write { database in
      let isNew = try Int64.fetchOne(database, sql: "SELECT id FROM event LIMIT 1") == nil
      if isNew { try database.execute(sql: "DROP INDEX event_dyad") }
      let addition = try EventAddition(to: database)
      try work(addition)
      if isNew { try database.execute(sql: EventStoreSchema.dyadIndex) }
      return addition.outcome
    }
  }
}

/// Versions compared by their numbers: `24.1` is newer than `9.2`.
struct RowVersion: Comparable {
  private let numbers: [Int]

  init(_ text: String?) {
    numbers = (text ?? "").split { !("0"..."9").contains($0) }.map { Int($0) ?? .max }
  }

  static func < (left: RowVersion, right: RowVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
