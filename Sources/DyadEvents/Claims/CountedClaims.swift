package import DyadCore

/// The claims that the counted record of a dyad suggests: phases between its change points, and its busiest days.
///
/// All of them are drafts, attributed to the data set, and cite the rows behind them: a person decides.
///
///     let claims = CountedClaims(of: events, in: series, origin, naming: names)
///     claims.relation.phases.first?.reads     // "hostile, counted"
package struct CountedClaims: Sendable {
  /// What a dossier calls the parties and the data set.
  package struct Names: Sendable {
    /// The parties, by their names in the data set.
    package var parties: [String: Entity]
    /// The data set as a source.
    package var source: Source.ID
    /// Since when the counts could be known.
    package var known: Interval?

    /// Names of parties and of a data set.
    package init(parties: [String: Entity], source: Source.ID, known: Interval?) {
      (self.parties, self.source, self.known) = (parties, source, known)
    }
  }

  /// How many times as many events as on the median day a busy day has at least.
  static let factor = 3

  private let series: EventSeries
  private let origin: SeriesOrigin
  private let names: Names
  /// What is counted in each period, and on each day, with the rows.
  private let byPeriod: [(dyad: DyadPeriod, rows: [CodedEvent])]
  private let byDay: [(dyad: DyadPeriod, rows: [CodedEvent])]

  /// The claims of a series, whose rows are among the events.
  package init(of events: [CodedEvent], in series: EventSeries, _ origin: SeriesOrigin, naming names: Names) {
    (self.series, self.origin, self.names) = (series, origin, names)
    func counted(by period: Period) -> [(dyad: DyadPeriod, rows: [CodedEvent])] {
      var reduction = Reduction(
        by: period, rule: series.rule, isDirected: false, scope: series.scope, needsClass: false, keepsRows: true)
      for event in events { reduction.add(event) }
      return reduction.countedRows
    }
    let periods = Set(series.points.map(\.period))
    byPeriod = counted(by: series.period).filter { periods.contains($0.dyad.period) }
    byDay = counted(by: .day).filter { row in
      periods.contains(series.period.index(of: Period.day.days(at: row.dyad.period).lowerBound))
    }
  }

  // MARK: Phases

  /// The relation, with a phase for each segment between change points that has events.
  package var relation: Relation {
    let ends = [series.actor, series.recipient].compactMap { names.parties[$0]?.id }
    let id = Relation.ID((ends.map(\.text) + [names.source.text]).joined(separator: "-"))
    let counted = segments.compactMap { segment in
      let rows = byPeriod.filter { segment.periods.contains($0.dyad.period) }
      return rows.isEmpty ? nil : (segment, rows)
    }
    let ids = Phase.ID.made(of: id, during: counted.map { during($0.0) })
    let phases = zip(ids, counted).map { phase($0, $1.0, $1.1) }
    return Relation(id, "ties", between: ends[0], ends[1], phases: phases)
  }

  /// A segment of the series, with the periods in which it may begin and end.
  private struct Segment {
    var periods: ClosedRange<Int>
    var start: ClosedRange<Int>
    var end: ClosedRange<Int>
    var isCoverage: Bool
  }

  private var segments: [Segment] {
    guard let first = series.points.first?.period, let last = series.points.last?.period else { return [] }
    let changes = series.segmentation.changes
    let starts = [(first, first...first, false)] + changes.map { ($0.period, $0.interval, $0.isCoverage) }
    let ends =
      changes.map { ($0.period - 1, $0.interval.lowerBound - 1...$0.interval.upperBound - 1) }
      + [(last, last...last)]
    return zip(starts, ends).map { start, end in
      Segment(periods: start.0...max(start.0, end.0), start: start.1, end: end.1, isCoverage: start.2)
    }
  }

  private func during(_ segment: Segment) -> Interval {
    Interval(from: bound(segment.start), to: bound(segment.end, isEnd: true)) ?? .unknown
  }

  private func phase(
    _ id: Phase.ID, _ segment: Segment, _ counted: [(dyad: DyadPeriod, rows: [CodedEvent])]
  ) -> Phase {
    let count = counted.reduce(into: EventCount()) { $0.add($1.dyad.count) }
    let coverage = segment.isCoverage ? "; the volume of the data set changes with its start: perhaps coverage" : ""
    return Phase(
      id, reads: "\(word(for: count)), counted", tone: tone(of: count), during: during(segment),
      evidence: evidence(counted.flatMap(\.rows)), note: note(count, by: series.period) + coverage)
  }

  private func bound(_ periods: ClosedRange<Int>, isEnd: Bool = false) -> Interval.Bound {
    let (first, last) = (date(periods.lowerBound, isEnd: isEnd), date(periods.upperBound, isEnd: isEnd))
    return first == last ? .date(first) : .between(first, last)
  }

  /// The first or the last date of a period, as precise as the period.
  private func date(_ index: Int, isEnd: Bool) -> PartialDate {
    let days = series.period.days(at: index)
    let day = isEnd ? days.upperBound : days.lowerBound
    let date: PartialDate? =
      switch series.period {
      case .year: PartialDate(year: day.year)
      case .month, .quarter: PartialDate(year: day.year, month: day.month)
      case .week, .day: nil
      }
    return date ?? PartialDate(day)
  }

  /// By the sign of the mean score, or, without scores, by the class that more events have.
  private func word(for count: EventCount) -> String {
    let sign: Tone.Sign =
      tone(of: count)?.sign
      ?? (count.conflict == count.cooperation
        ? .neutral : count.conflict > count.cooperation ? .conflict : .cooperation)
    return switch sign {
    case .conflict: "hostile"
    case .neutral: "mixed"
    case .cooperation: "cooperative"
    }
  }

  /// The mean score, in tenths.
  private func tone(of count: EventCount) -> Tone? { count.meanScore.flatMap { Tone(($0 * 10).rounded() / 10) } }

  // MARK: Days

  /// The busiest days: at least three times as many events as the median day with events has, and more than a thin period.
  ///
  /// - Parameter most: how many at most.
  package func events(most: Int) -> [Event] {
    let numbers = byDay.map(\.dyad.count.events).sorted()
    guard !numbers.isEmpty else { return [] }
    let median = numbers[numbers.count / 2]
    let busy = byDay.filter { day in
      day.dyad.count.events >= max(EventCount.thin, CountedClaims.factor * median)
    }.sorted { one, other in
      (other.dyad.count.events, one.dyad.period) < (one.dyad.count.events, other.dyad.period)
    }
    return busy.prefix(most).sorted { $0.dyad.period < $1.dyad.period }.compactMap { event($0.dyad, $0.rows, median) }
  }

  /// A busy day as an event of the PLOVER type that most of its rows have, in the direction that most of those have.
  private func event(_ dyad: DyadPeriod, _ rows: [CodedEvent], _ median: Int) -> Event? {
    let day = Period.day.days(at: dyad.period).lowerBound
    let types = Dictionary(grouping: rows.filter { $0.action.type != nil }, by: \.action.type)
    // Of types with as many rows, the first in PLOVER's order.
    let counted = EventType.allCases.compactMap { type in types[type].map { (type: type, rows: $0) } }
    guard let most = counted.first(where: { one in counted.allSatisfy { $0.rows.count <= one.rows.count } }),
      let one = names.parties[series.actor], let other = names.parties[series.recipient]
    else { return nil }
    let forward = most.rows.count { $0.actor.end == series.actor }
    let (actor, recipient) = 2 * forward >= most.rows.count ? (one, other) : (other, one)
    let number = dyad.count.events
    let id = [names.source.text, one.id.text, other.id.text, "\(day)"].joined(separator: "-")
    return Event(
      Event.ID(id), within: Interval(PartialDate(day)),
      what:
        "\(number) events of \(one.shortName) and \(other.shortName) counted, \(most.rows.count) of them \(most.type.rawValue)",
      type: most.type, actors: [actor.id], recipients: [recipient.id], tone: tone(of: dyad.count),
      evidence: evidence(rows), note: note(dyad.count, by: .day) + "; the median day with events has \(median)")
  }

  // MARK: Evidence

  private func evidence(_ rows: [CodedEvent]) -> Evidence {
    var evidence = Evidence(
      [Citation(of: names.source, rows: RowChoice.rows(of: rows).map(\.id))], known: names.known, basis: .attributed)
    evidence.isDraft = true
    return evidence
  }

  private func note(_ count: EventCount, by period: Period) -> String {
    let reports = count.reports > count.events ? " of \(count.reports) rows" : ""
    let mean = count.meanScore.map { "; mean score \(EventSeries.decimal($0))" } ?? ""
    return """
      Counted in \(origin.title) (\(origin.dataSet)) by \(period.rawValue): \(count.events) events\(reports), rule \
      \(series.rule.rawValue): \(series.rule.statement)\(mean)
      """
  }
}
