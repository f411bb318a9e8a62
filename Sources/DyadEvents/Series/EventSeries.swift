package import DyadCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The record of a dyad, period by period.
///
///     var series = EventSeries.Counter(of: "PAK", "AFG", by: .month, rule: .story)
///     for event in events { series.add(event) }
///     series.series(from: nil, to: nil).points.count
package struct EventSeries: Hashable, Sendable {
  /// One period of a series.
  package struct Point: Hashable, Sendable {
    package var period: Int
    package var count: EventCount
    /// Rows of the whole data set in the period; 0 where it is not known.
    package var total: Int
    /// The sum of all scores until the end of the period, each halved with every half-life that has passed since; `nil`
    /// of a table, which does not have the days.
    package var decayed: Double?
  }

  package var actor: String
  package var recipient: String
  package var isDirected: Bool
  package var scope: ActorScope
  package var period: Period
  package var rule: CountingRule
  /// In how many days a score loses half its weight.
  package var halfLife: Double
  /// All periods from the first to the last, also those without events.
  package var points: [Point]
  package var segmentation: Segmentation
  /// Events that are in no period.
  package var uncounted: Reduction.Uncounted

  /// The share of periods that have events, but so few that they say little.
  package var thinShare: Double {
    points.isEmpty ? 0 : Double(points.count { $0.count.isThin }) / Double(points.count)
  }
}

extension EventSeries {
  private init(
    of actor: String, _ recipient: String, isDirected: Bool, scope: ActorScope, by period: Period, rule: CountingRule,
    halfLife: Double, _ points: [Point], uncounted: Reduction.Uncounted
  ) {
    (self.actor, self.recipient, self.isDirected, self.scope) = (actor, recipient, isDirected, scope)
    (self.period, self.rule, self.halfLife) = (period, rule, halfLife)
    (self.points, self.uncounted) = (points, uncounted)
    segmentation = Segmentation(
      quads: points.map { point in SIMD4(QuadClass.allCases.map { point.count[$0] }) }, volume: points.map(\.total),
      from: points.first?.period ?? 0)
  }

  /// The record of a dyad in a table of dyad-periods; sources of both directions are added, since a table does not say
  /// which they share.
  package init(
    of actor: String, _ recipient: String, in table: DyadPeriodTable, isDirected: Bool = false, from first: Day? = nil,
    to last: Day? = nil
  ) {
    let period = table.head.period
    let rows = table.rows.filter {
      ($0.actor, $0.recipient) == (actor, recipient) || !isDirected && ($0.actor, $0.recipient) == (recipient, actor)
    }
    let counts = Dictionary(grouping: rows, by: \.period)
    // The volume is in every row of a period, also in those of other dyads.
    let totals = Dictionary(table.rows.map { ($0.period, $0.total) }, uniquingKeysWith: max)
    let points = EventSeries.periods(counts.keys, by: period, from: first, to: last).map { index in
      var count = EventCount()
      for row in counts[index] ?? [] { count.add(row.count) }
      return Point(period: index, count: count, total: totals[index] ?? 0, decayed: nil)
    }
    self.init(
      of: actor, recipient, isDirected: isDirected, scope: .all, by: period, rule: table.head.rule, halfLife: 0, points,
      uncounted: table.head.uncounted)
  }

  /// All periods from the first to the last day, by default from the first to the last with events.
  private static func periods(
    _ found: some Collection<Int>, by period: Period, from first: Day?, to last: Day?
  ) -> [Int] {
    let start = first.map(period.index(of:)) ?? found.min()
    let end = last.map(period.index(of:)) ?? found.max()
    guard let start, let end, start <= end else { return [] }
    return Array(start...end)
  }
}

extension EventSeries {
  /// Counts the events of a dyad.
  package struct Counter: Sendable {
    private let ends: (actor: String, recipient: String)
    private let halfLife: Double
    private var reduction: Reduction

    /// - Parameter halfLife: in days.
    package init(
      of actor: String, _ recipient: String, by period: Period, rule: CountingRule, isDirected: Bool = false,
      scope: ActorScope = .all, halfLife: Double = 180
    ) {
      (ends, self.halfLife) = ((actor, recipient), halfLife)
      reduction = Reduction(
        by: period, rule: rule, isDirected: isDirected, scope: scope, needsClass: false, keepsScores: true)
    }

    /// Counts rows of the data set on a day, whether they are of the dyad or not.
    package mutating func addVolume(_ rows: Int, on day: Day) { reduction.addVolume(rows, on: day) }

    /// Counts an event of the dyad; others are left out.
    package mutating func add(_ event: CodedEvent) {
      if areEnds(event.actor, event.recipient) { reduction.add(event) }
    }

    /// Counts an event of a run, if it is one of the dyad.
    package mutating func add(_ row: EventRow, of parts: EventParts) {
      if areEnds(parts.parties[row.actor], parts.parties[row.recipient]) { reduction.add(row, of: parts) }
    }

    private func areEnds(_ actor: CodedParty, _ recipient: CodedParty) -> Bool {
      let found = (actor.end, recipient.end)
      return found == ends || found == (ends.recipient, ends.actor)
    }

    /// The series from one day to another, by default over the whole record of the dyad.
    ///
    /// Earlier events count in the decayed scores.
    package func series(from first: Day? = nil, to last: Day? = nil) -> EventSeries {
      let found = reduction.dyadPeriods.filter { isMine($0.actor, $0.recipient) }
      let counts = Dictionary(found.map { ($0.period, $0) }) { first, _ in first }
      let periods = EventSeries.periods(counts.keys, by: reduction.period, from: first, to: last)
      let decayed = decayedScores(at: periods)
      let points = zip(periods, decayed).map { period, score in
        Point(
          period: period, count: counts[period]?.count ?? EventCount(), total: reduction.volume(at: period),
          decayed: score)
      }
      return EventSeries(
        of: ends.actor, ends.recipient, isDirected: reduction.isDirected, scope: reduction.scope,
        by: reduction.period, rule: reduction.rule, halfLife: halfLife, points, uncounted: reduction.uncounted)
    }

    private func isMine(_ actor: String, _ recipient: String) -> Bool {
      !reduction.isDirected || (actor, recipient) == ends
    }

    /// Σ w · 2^(−(t − tᵢ) / h) at the last day t of each period, with whole days between the two.
    ///
    /// Scores are summed by day before they decay, so that the order of events does not matter, and events of a day count alike.
    private func decayedScores(at periods: [Int]) -> [Double] {
      var scores = reduction.dailyScores.filter { isMine($0.actor, $0.recipient) }[...]
      var (value, day) = (0.0, scores.first?.day ?? 0)
      func decay(to later: Int) {
        value *= exp2(-Double(later - day) / halfLife)
        day = later
      }
      return periods.map { period in
        let end = Int(reduction.period.days(at: period).upperBound.number)
        while let score = scores.first, score.day <= end {
          decay(to: score.day)
          value += Double(score.tenths) / 10
          scores.removeFirst()
        }
        guard end >= day else { return 0 }
        decay(to: end)
        return value
      }
    }
  }
}
