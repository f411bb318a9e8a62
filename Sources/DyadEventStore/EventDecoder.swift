internal import DyadCore
internal import DyadEvents
internal import GRDB

/// Reads rows of the table `event` with what they refer to: addresses and places, which are many, with each row, and the others once.
final class EventDecoder {
  private let database: Database
  private var parts = EventParts()
  /// The numbers in `parts`, by the ids in the store.
  private var parties: [Int64: Int] = [:]
  private var actions: [Int64: Int] = [:]
  private var inputs: [Int64: String] = [:]
  private var dataSets: [Int64: String] = [:]

  init(_ database: Database) { self.database = database }

  private static let selection = """
    SELECT \(EventID.keySQL), event.first, event.last, event.actor, event.recipient, event.action, event.mentions, event.sources,
      event.articles, event.story, reference.text, event.version, event.deaths, event.dataset, event.input, event.line,
      place.id, place.name, place.state, place.latitude, place.longitude
    FROM event LEFT JOIN reference ON reference.id = event.reference LEFT JOIN place ON place.id = event.place
    """

  /// The events that meet a condition; tables that it needs are joined by the caller.
  func events(_ rest: String, _ arguments: StatementArguments) throws -> AnyCursor<StoredEvent> {
    let sql = "\(EventDecoder.selection) \(rest)"
    return AnyCursor(try Row.fetchCursor(database, sql: sql, arguments: arguments).map(stored))
  }

  private func stored(_ row: Row) throws -> StoredEvent {
    let first = Day(number: row[1])
    let reference: String? = row[10]
    let (actor, recipient, action) = (try party(row[3]), try party(row[4]), try action(row[5]))
    var event = CodedEvent(
      id: row[0], within: first...((row[2] as Int32?).map { max(first, Day(number: $0)) } ?? first),
      actor: parts.parties[actor], recipient: parts.parties[recipient], action: parts.actions[action],
      reports: ReportCount(mentions: row[6], sources: row[7], articles: row[8]), story: row[9] ?? reference,
      reference: reference, version: row[11])
    if let deaths: String = row[12] { event.deaths = DeathCount(stored: deaths) }
    if row[16] as Int64? != nil {
      event.place = CodedPlace(name: row[17], state: row[18], latitude: row[19], longitude: row[20])
    }
    return StoredEvent(event: event, dataSet: try dataSet(row[13]), file: try input(row[14]), line: row[15])
  }

  /// Calls the body with each event of a dyad in a data set as counting needs it: without place and version.
  func forEachRow(ofDyad dyad: Int64, dataSet: Int64, _ body: (EventRow, EventParts) -> Void) throws {
    let statement = try RowStatement(
      """
      SELECT \(EventID.keySQL), event.first, event.last, event.actor, event.recipient, event.action, event.mentions, event.sources,
        event.articles, event.story, reference.text, event.deaths
      FROM event LEFT JOIN reference ON reference.id = event.reference
      WHERE event.dyad = ? AND event.id BETWEEN ? AND ?
      """, in: database)
    let ids = EventID.range(ofDataSet: dataSet)
    for (index, value) in zip(Int32(1)..., [dyad, ids.lowerBound, ids.upperBound]) { statement.bind(value, at: index) }
    while try statement.next() {
      let first = Day(number: Int32(statement.number(at: 1)))
      let last = statement.isNull(2) ? first : Day(number: Int32(statement.number(at: 2)))
      let reference = statement.text(at: 10)
      let deaths = statement.text(at: 11).flatMap { DeathCount(stored: String(decoding: $0, as: UTF8.self)) }
      let row = EventRow(
        id: statement.text(at: 0) ?? UnsafeRawBufferPointer(start: nil, count: 0), days: first...max(first, last),
        actor: try party(statement.number(at: 3)), recipient: try party(statement.number(at: 4)),
        action: try action(statement.number(at: 5)),
        reports: ReportCount(
          mentions: Int(statement.number(at: 6)), sources: Int(statement.number(at: 7)),
          articles: Int(statement.number(at: 8))),
        deaths: deaths, story: statement.text(at: 9) ?? reference, reference: reference)
      body(row, parts)
    }
  }

  private func party(_ id: Int64) throws -> Int {
    let sql = #"SELECT code, state, region, "group", sector, office FROM party WHERE id = ?"#
    return try value(id, in: &parties, sql) { parts.number(of: CodedParty($0, from: 0)) }
  }

  private func action(_ id: Int64) throws -> Int {
    try value(id, in: &actions, "SELECT code, type, quad, tenths FROM action WHERE id = ?") {
      parts.number(of: CodedAction($0, from: 0))
    }
  }

  private func input(_ id: Int64) throws -> String {
    try value(id, in: &inputs, "SELECT path FROM input WHERE id = ?") { $0[0] }
  }

  private func dataSet(_ id: Int64) throws -> String {
    try value(id, in: &dataSets, "SELECT name FROM dataset WHERE id = ?") { $0[0] }
  }

  private func value<Value>(
    _ id: Int64, in known: inout [Int64: Value], _ sql: String, _ make: (Row) -> Value
  ) throws -> Value {
    if let value = known[id] { return value }
    guard let row = try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: [id]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an event refers to a missing row")
    }
    let value = make(row)
    known[id] = value
    return value
  }
}

extension CodedParty {
  /// The columns code, state, region, group, sector and office, from an index on.
  init(_ row: Row, from index: Int) {
    self.init(
      row[index], state: row[index + 1], region: row[index + 2], group: row[index + 3], sector: row[index + 4],
      office: row[index + 5])
  }
}

extension CodedAction {
  /// The columns code, type, quad and tenths, from an index on.
  init(_ row: Row, from index: Int) {
    self.init(
      row[index], type: (row[index + 1] as String?).flatMap(EventType.init(rawValue:)),
      quad: (row[index + 2] as Int?).flatMap(QuadClass.init(rawValue:)), tenths: row[index + 3])
  }
}

extension DeathCount {
  /// As `stored`.
  fileprivate init?(stored text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(best: numbers[0], low: numbers[1], high: numbers[2])
  }

  /// The best, the lowest and the highest estimate, with a space between them.
  var stored: String { "\(best) \(low) \(high)" }
}
