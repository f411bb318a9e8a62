package import DyadCore

/// What was counted of a dyad in a period.
///
///     count.events                       // 14
///     count[.materialConflict]           // 6
///     count.meanScore                    // -2.1
package struct EventCount: Hashable, Sendable {
  /// Events by the counting rule.
  package var events = 0
  /// Rows of the data set behind them.
  package var reports = 0
  /// Distinct addresses or publishers.
  package var sources = 0
  /// The sum of the scores in tenths.
  package var tenths = 0
  /// Events with a score.
  package var scored = 0
  /// Mentions in all texts.
  package var mentions = 0
  /// Deaths, by the best estimate.
  package var deaths = 0

  private var quads = SIMD4<Int>()
  private var types = SIMD16<Int32>()

  package init() {}

  /// Events of the class.
  package subscript(quad: QuadClass) -> Int {
    get { quads[quad.rawValue - 1] }
    set { quads[quad.rawValue - 1] = newValue }
  }

  /// Events of the PLOVER type.
  package subscript(type: EventType) -> Int {
    get { Int(types[type.position]) }
    set { types[type.position] = Int32(clamping: newValue) }
  }

  /// The mean of the scores; `nil` if no event has one.
  package var meanScore: Double? { scored == 0 ? nil : Double(tenths) / Double(scored) / 10 }

  /// Whether so few events say little: below `EventCount.thin`.
  package var isThin: Bool { events < EventCount.thin }

  /// The number of events below which a period is marked as thin.
  package static let thin = 3

  /// Adds what was counted in the other direction.
  mutating func add(_ other: EventCount) {
    events += other.events
    reports += other.reports
    sources += other.sources
    tenths += other.tenths
    scored += other.scored
    mentions += other.mentions
    deaths += other.deaths
    quads &+= other.quads
    types &+= other.types
  }

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

extension EventType {
  fileprivate var position: Int { EventType.positions[self, default: 0] }
  private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
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
