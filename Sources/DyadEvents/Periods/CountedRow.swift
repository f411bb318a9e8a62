internal import DyadCore

extension EventCount {
  mutating func add(_ row: CountedRow, times: Int) {
    events += times
    reports += times * Int(row.reports)
    mentions += times * row.mentions
    deaths += times * Int(row.deaths)
    if let tenths = row.tenths { self.tenths += times * Int(tenths); scored += times }
    if let quad = row.quad { self[quad] += times }
    if let type = row.type { self[type] += times }
  }
}

/// The one row that is counted, of those that count as one.
struct CountedRow {
  var id: String
  var mentions: Int
  var quad: QuadClass?
  var type: EventType?
  var tenths: Int16?
  var deaths: Int32
  /// How many rows count as this one.
  var reports: Int32 = 1

  init(_ event: EventRow, _ action: CodedAction) {
    id = String(decoding: event.id, as: UTF8.self)
    (quad, type, tenths) = (action.quad, action.type, action.tenths.map { Int16(clamping: $0) })
    (mentions, deaths) = (event.reports.mentions, Int32(clamping: event.deaths?.best ?? 0))
  }

  /// Whether it comes first: by length and bytes of the id, which for numbers is by value, then by its content.
  func precedes(_ other: CountedRow) -> Bool {
    if id != other.id {
      let (length, otherLength) = (id.utf8.count, other.id.utf8.count)
      return length == otherLength ? id.utf8.lexicographicallyPrecedes(other.id.utf8) : length < otherLength
    }
    return (mentions, tenths ?? .min, quad?.rawValue ?? 0, deaths)
      < (other.mentions, other.tenths ?? .min, other.quad?.rawValue ?? 0, other.deaths)
  }
}
