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
  private let insertion: RowStatement
  private let replacement: RowStatement
  /// Finds the event of an id, if it is as it was.
  private let comparison: RowStatement
  private let referenceInsertion: RowStatement
  private var parties: [CodedParty: StoredParty] = [:]
  private var ends: [String: Int64] = [:]
  private var dyads: [Int64: Int64] = [:]
  private var actions: [CodedAction: Int64] = [:]
  private var places: [CodedPlace: Int64] = [:]
  /// The addresses that were added last, since rows of one text follow each other.
  private var references = ByteIndex(bits: 12)
  private var lastReference: Int64
  /// The rows of the parts of the run whose events were added last.
  private var known = KnownParts()

  /// Texts of the event that are made here.
  private let texts = RowTexts()

  private struct StoredParty { var (id, end): (Int64, Int64) }

  private struct KnownParts {
    var run: EventParts.Run?
    var parties: [StoredParty?] = []
    var actions: [Int64?] = []
    var places: [Int64?] = []
  }

  init(to database: Database) throws {
    self.database = database
    let columns = EventAddition.columns
    func statement(_ verb: String) throws -> RowStatement {
      try RowStatement(
        """
        \(verb) INTO event (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """, in: database)
    }
    insertion = try statement("INSERT OR IGNORE")
    replacement = try statement("REPLACE")
    let same = columns.dropFirst().dropLast(2).enumerated().map { index, column in
      column == "reference"
        ? "(SELECT text FROM reference WHERE id = event.reference) IS ?\(index + 2)" : "\(column) IS ?\(index + 2)"
    }
    comparison = try RowStatement(
      "SELECT 1 FROM event WHERE id = ?1 AND \(same.joined(separator: " AND "))", in: database)
    referenceInsertion = try RowStatement("INSERT INTO reference (id, text) VALUES (?, ?)", in: database)
    lastReference = try Int64.fetchOne(database, sql: "SELECT max(id) FROM reference") ?? 0
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
    guard id <= EventID.lastDataSet else {
      throw DatabaseError(resultCode: .SQLITE_FULL, message: "a store has at most \(EventID.lastDataSet) data sets")
    }
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
    var parts = EventParts()
    let texts = RowTexts()
    try add(parts.row(event, in: texts), of: parts, input: input, line: line)
  }

  /// Adds an event of a run, or replaces an older version of it.
  package func add(_ row: EventRow, of parts: EventParts, input: Input, line: Int) throws {
    if known.run !== parts.run { known = KnownParts(run: parts.run) }
    guard let actor = try party(row.actor, parts), let recipient = try party(row.recipient, parts) else {
      outcome.unnamed += 1
      return
    }
    let id = try self.id(of: row, in: input.dataSet)
    let reference = row.reference.flatMap { references.number(of: $0) }.map(Int64.init)
    let values = Values(
      id: id, dyad: try dyad(actor.end, recipient.end), actor: actor.id, recipient: recipient.id,
      action: try action(row.action, parts), place: try row.place.map { try place($0, parts) },
      reference: reference ?? (row.reference == nil ? nil : lastReference + 1), input: input.id, line: line)
    bind(row, values, to: insertion)
    if try insertion.run() > 0 {
      outcome.added += 1
    } else {
      bind(row, values, to: comparison)
      comparison.bind(row.reference, at: 12)
      if try comparison.findsRow() { return outcome.unchanged += 1 }
      let stored = try String.fetchOne(
        database, sql: "SELECT version FROM event WHERE id = ?", arguments: [id.rawValue])
      guard RowVersion(parts.event(row).version) >= RowVersion(stored) else { return outcome.outdated += 1 }
      bind(row, values, to: replacement)
      try replacement.run()
      outcome.replaced += 1
    }
    guard reference == nil, let text = row.reference else { return }
    lastReference += 1
    referenceInsertion.bind(lastReference, at: 1)
    referenceInsertion.bind(text, at: 2)
    try referenceInsertion.run()
    references.add(text, Int(lastReference))
  }

  /// Removes all events of the data sets that were added to for which another one counts by the rule.
  ///
  /// The rule `mirror` is of pairs of events that are both kept, and removes what `story` removes.
  package func removeDuplicates(by rule: CountingRule) throws {
    guard rule != .none else { return }
    let story = rule == .day ? "''" : "coalesce(event.story, reference.text, '')"
    let added = dataSets.values.map(String.init).joined(separator: ", ")
    try database.execute(
      sql: """
        DELETE FROM event WHERE id IN (
          SELECT id FROM (
            SELECT event.id, row_number() OVER (
              PARTITION BY \(EventID.dataSetAndDay), event.dyad, actor.code, recipient.code, action.code, \(story)
              ORDER BY length(\(EventID.keySQL)), \(EventID.keySQL)) AS position
            FROM event JOIN party AS actor ON actor.id = event.actor
              JOIN party AS recipient ON recipient.id = event.recipient JOIN action ON action.id = event.action
              LEFT JOIN reference ON reference.id = event.reference
            WHERE event.dataset IN (\(added)))
          WHERE position > 1)
        """)
    outcome.removed = database.changesCount
  }

  private static let columns = [
    "id", "last", "dyad", "actor", "recipient", "action", "mentions", "sources", "articles", "place", "story",
    "reference", "version", "deaths", "input", "line",
  ]

  /// What a row refers to.
  private struct Values {
    var id: EventID
    var (dyad, actor, recipient, action): (Int64, Int64, Int64, Int64)
    var (place, reference): (Int64?, Int64?)
    var input: Int64
    var line: Int
  }

  /// Binds the columns in their order.
  private func bind(_ row: EventRow, _ values: Values, to statement: RowStatement) {
    let (first, last) = (row.days.lowerBound, row.days.upperBound)
    statement.bind(values.id.rawValue, at: 1)
    statement.bind(first == last ? nil : Int64(last.number), at: 2)
    statement.bind(values.dyad, at: 3)
    statement.bind(values.actor, at: 4)
    statement.bind(values.recipient, at: 5)
    statement.bind(values.action, at: 6)
    statement.bind(row.reports.mentions, at: 7)
    statement.bind(row.reports.sources, at: 8)
    statement.bind(row.reports.articles, at: 9)
    statement.bind(values.place, at: 10)
    // Where the story is the address, it is stored once.
    statement.bind(row.isStoryReference ? nil : row.story, at: 11)
    statement.bind(values.reference, at: 12)
    statement.bind(row.version, at: 13)
    statement.bind(row.deaths.map(stored), at: 14)
    statement.bind(values.input, at: 15)
    statement.bind(values.line, at: 16)
  }

  private func stored(_ deaths: DeathCount) -> UnsafeRawBufferPointer {
    texts.removeAll()
    return texts.bytes(of: deaths.stored)
  }

  private func id(of row: EventRow, in dataSet: Int64) throws -> EventID {
    let day = row.days.lowerBound
    if let number = EventID.number(row.id) { return EventID(dataSet: dataSet, day: day, number: number, isText: false) }
    let text = String(decoding: row.id, as: UTF8.self)
    let number = try EventAddition.id(of: text, in: "key", column: "text", database)
    return EventID(dataSet: dataSet, day: day, number: number, isText: true)
  }
}

extension EventAddition {
  /// The number of a part of the run, or that of the store, which is then known.
  private func party(_ number: Int, _ parts: EventParts) throws -> StoredParty? {
    if number < known.parties.count, let party = known.parties[number] { return party }
    while known.parties.count < parts.parties.count { known.parties.append(nil) }
    known.parties[number] = try party(parts.parties[number])
    return known.parties[number]
  }

  private func action(_ number: Int, _ parts: EventParts) throws -> Int64 {
    if number < known.actions.count, let action = known.actions[number] { return action }
    while known.actions.count < parts.actions.count { known.actions.append(nil) }
    let action = try action(parts.actions[number])
    known.actions[number] = action
    return action
  }

  private func place(_ number: Int, _ parts: EventParts) throws -> Int64 {
    if number < known.places.count, let place = known.places[number] { return place }
    while known.places.count < parts.places.count { known.places.append(nil) }
    let place = try place(parts.places[number])
    known.places[number] = place
    return place
  }

  private func dyad(_ actor: Int64, _ recipient: Int64) throws -> Int64 {
    let ends = actor << 32 | recipient
    if let known = dyads[ends] { return known }
    try database.execute(sql: "INSERT INTO dyad (actor, recipient) VALUES (?, ?)", arguments: [actor, recipient])
    dyads[ends] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  private func loadTables() throws {
    for row in try Row.fetchAll(database, sql: "SELECT id, actor, recipient FROM dyad") {
      dyads[(row[1] as Int64) << 32 | row[2]] = row[0]
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, name FROM dyad_end") { ends[row[1]] = row[0] }
    for row in try Row.fetchAll(
      database, sql: #"SELECT id, "end", code, state, region, "group", sector, office FROM party"#)
    {
      parties[CodedParty(row, from: 2)] = StoredParty(id: row[0], end: row[1])
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, code, type, quad, tenths FROM action") {
      actions[CodedAction(row, from: 1)] = row[0]
    }
    for row in try Row.fetchAll(database, sql: "SELECT id, name, state, latitude, longitude FROM place") {
      places[CodedPlace(name: row[1], state: row[2], latitude: row[3], longitude: row[4])] = row[0]
    }
  }

  private func party(_ party: CodedParty) throws -> StoredParty? {
    if let known = parties[party] { return known }
    guard let name = party.end else { return nil }
    let end = try ends[name] ?? EventAddition.id(of: name, in: "dyad_end", database)
    ends[name] = end
    try database.execute(
      sql: #"INSERT INTO party ("end", code, state, region, "group", sector, office) VALUES (?, ?, ?, ?, ?, ?, ?)"#,
      arguments: [end, party.code, party.state, party.region, party.group, party.sector, party.office])
    let made = StoredParty(id: database.lastInsertedRowID, end: end)
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

  private static func id(
    of name: String, in table: String, column: String = "name", _ database: Database
  ) throws -> Int64 {
    let query = try database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
    if let id = try Int64.fetchOne(query, arguments: [name]) { return id }
    let insertion = try database.cachedStatement(sql: "INSERT INTO \(table) (\(column)) VALUES (?)")
    try insertion.execute(arguments: [name])
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
