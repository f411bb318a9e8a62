/// What was counted of a dyad in a period.
///
///     var count = EventCount()
///     (count.events, count.scored, count.tenths) = (14, 14, -294)
///     count[.materialConflict] = 6
///     count.meanScore                    // -2.1
public struct EventCount: Hashable, Sendable {
  /// Events by the counting rule.
  public var events = 0
  /// Rows of the data set behind them.
  public var reports = 0
  /// Distinct addresses or publishers.
  public var sources = 0
  /// The sum of the scores in tenths.
  public var tenths = 0
  /// Events with a score.
  public var scored = 0
  /// Mentions in all texts.
  public var mentions = 0
  /// Deaths, by the best estimate.
  public var deaths = 0

  private var quads = SIMD4<Int>()
  private var types = SIMD16<Int32>()

  /// Nothing counted.
  public init() {}

  /// Events of the class.
  public subscript(quad: QuadClass) -> Int {
    get { quads[quad.rawValue - 1] }
    set { quads[quad.rawValue - 1] = newValue }
  }

  /// Events of the PLOVER type.
  public subscript(type: EventType) -> Int {
    get { Int(types[type.position]) }
    set { types[type.position] = Int32(clamping: newValue) }
  }

  /// Events of cooperation, in words and deeds.
  public var cooperation: Int { self[.verbalCooperation] + self[.materialCooperation] }

  /// Events of conflict, in words and deeds.
  public var conflict: Int { self[.verbalConflict] + self[.materialConflict] }

  /// The mean of the scores; `nil` if no event has one.
  public var meanScore: Double? { scored == 0 ? nil : Double(tenths) / Double(scored) / 10 }

  /// Whether so few events say little: below `EventCount.thin`.
  public var isThin: Bool { events < EventCount.thin }

  /// The number of events below which a period is marked as thin.
  public static let thin = 3

  /// Adds what was counted in another period or the other direction.
  public mutating func add(_ other: EventCount) {
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
}

extension EventType {
  fileprivate var position: Int { EventType.positions[self, default: 0] }
  private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
