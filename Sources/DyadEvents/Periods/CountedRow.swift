internal import DyadCore

extension EventCount {
  mutating func add(_ row: CountedRow, times: Int) {
    events += times
    reports += times * row.reports
    mentions += times * row.mentions
    deaths += times * row.deaths
    if let tenths = row.tenths { self.tenths += times * tenths; scored += times }
    if let quad = row.quad { self[quad] += times }
    if let type = row.type { self[type] += times }
  }
}

/// The one row that is counted, of those that count as one.
struct CountedRow {
  var id: String
  var quad: QuadClass?
  var type: EventType?
  var tenths: Int?
  var mentions: Int
  var deaths: Int
  /// How many rows count as this one.
  var reports = 1

  init(_ event: CodedEvent) {
    (id, quad, type, tenths) = (event.id, event.action.quad, event.action.type, event.action.tenths)
    (mentions, deaths) = (event.reports.mentions, event.deaths?.best ?? 0)
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
