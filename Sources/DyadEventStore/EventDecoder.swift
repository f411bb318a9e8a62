internal import DyadCore
internal import DyadEvents
internal import GRDB

/// Reads rows of the table `event`, and looks up what they refer to once.
final class EventDecoder {
  private let database: Database
  private var parties: [Int64: CodedParty] = [:]
  private var actions: [Int64: CodedAction] = [:]
  private var places: [Int64: CodedPlace] = [:]
  private var references: [Int64: String] = [:]
  private var inputs: [Int64: String] = [:]
  private var dataSets: [Int64: String] = [:]

  init(_ database: Database) { self.database = database }

  private static let columns =
    ([EventID.keySQL]
    + [
      "first", "last", "actor", "recipient", "action", "mentions", "sources", "articles", "place", "story", "reference",
      "version", "deaths", "dataset", "input", "line",
    ].map { "event.\($0)" }).joined(separator: ", ")

  /// The events that meet a condition; tables that it needs are joined by the caller.
  func events(_ rest: String, _ arguments: StatementArguments) throws -> AnyCursor<StoredEvent> {
    let sql = "SELECT \(EventDecoder.columns) FROM event \(rest)"
    return AnyCursor(try Row.fetchCursor(database, sql: sql, arguments: arguments).map(stored))
  }

  private func stored(_ row: Row) throws -> StoredEvent {
    let first = Day(number: row[1])
    let reference = try (row[11] as Int64?).map(self.reference)
    var event = CodedEvent(
      id: row[0], within: first...((row[2] as Int32?).map { max(first, Day(number: $0)) } ?? first),
      actor: try party(row[3]),
      recipient: try party(row[4]), action: try action(row[5]),
      reports: ReportCount(mentions: row[6], sources: row[7], articles: row[8]), story: row[10] ?? reference,
      reference: reference, version: row[12])
    if let deaths: String = row[13] { event.deaths = DeathCount(stored: deaths) }
    if let place: Int64 = row[9] { event.place = try self.place(place) }
    return StoredEvent(event: event, dataSet: try dataSet(row[14]), file: try input(row[15]), line: row[16])
  }

  private func party(_ id: Int64) throws -> CodedParty {
    let sql = #"SELECT code, state, region, "group", sector, office FROM party WHERE id = ?"#
    return try value(id, in: \.parties, sql) { CodedParty($0, from: 0) }
  }

  private func action(_ id: Int64) throws -> CodedAction {
    try value(id, in: \.actions, "SELECT code, type, quad, tenths FROM action WHERE id = ?") {
      CodedAction($0, from: 0)
    }
  }

  private func place(_ id: Int64) throws -> CodedPlace {
    try value(id, in: \.places, "SELECT name, state, latitude, longitude FROM place WHERE id = ?") { row in
      CodedPlace(name: row[0], state: row[1], latitude: row[2], longitude: row[3])
    }
  }

  private func reference(_ id: Int64) throws -> String {
    // There is no end of addresses, and one is soon repeated or never.
    if references.count == 1 << 12 { references.removeAll(keepingCapacity: true) }
    return try value(id, in: \.references, "SELECT text FROM reference WHERE id = ?") { $0[0] }
  }

  private func input(_ id: Int64) throws -> String {
    try value(id, in: \.inputs, "SELECT path FROM input WHERE id = ?") { $0[0] }
  }

  private func dataSet(_ id: Int64) throws -> String {
    try value(id, in: \.dataSets, "SELECT name FROM dataset WHERE id = ?") { $0[0] }
  }

  private func value<Value>(
    _ id: Int64, in known: ReferenceWritableKeyPath<EventDecoder, [Int64: Value]>, _ sql: String,
    _ make: (Row) -> Value
  ) throws -> Value {
    if let value = self[keyPath: known][id] { return value }
    guard let row = try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: [id]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an event refers to a missing row")
    }
    let value = make(row)
    self[keyPath: known][id] = value
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
