/// What a data set counts of one party's actions toward another in one period.
///
/// A count is a claim: it holds throughout its period, cites its data set, and could be known since the release of the
/// data set. It is never more than that: reports that were counted by a rule.
///
///     graph.counts(between: "pakistan", "afghanistan").first?.count.events     // 14
public struct Count: Claim {
  /// The id of a count.
  public typealias ID = Identifier<Count>

  /// The table that it is from.
  public let table: CountTable.ID
  /// Who acted.
  public internal(set) var from: Entity.ID
  /// To whom it was done.
  public internal(set) var to: Entity.ID
  /// The length of the period.
  package let period: Period
  /// The number of the period.
  package let number: Int
  /// The numbers.
  public var count: EventCount
  /// The data set as a source.
  public var evidence: Evidence

  /// The id, made of table, parties and period.
  public var id: ID { ID(of: from, toward: to, in: table, during: periodName) }
  /// The days of the period.
  public var days: ClosedRange<Day> { period.days(at: number) }
  /// `2014-03`.
  public var periodName: String { period.name(at: number) }
  /// It holds throughout its period.
  public var valid: ValidTime { .throughout(Interval(days)) }
}

/// What a data set counts of one party's actions toward another, in the periods that hold at a moment.
///
///     snapshot.counted.first?.total.conflict     // 6
public struct CountedDyad: Hashable, Sendable, Identifiable {
  /// The id of a directed dyad in a table.
  public typealias ID = Identifier<CountedDyad>

  /// The counts that hold, in order of their periods; never empty.
  public internal(set) var counts: [Held<Count>]

  /// What the counts of one pair, in order, say at the moment.
  static func all(in counts: [Count], at moment: Moment) -> [CountedDyad] {
    var found: [CountedDyad] = []
    for count in counts where count.days.overlaps(moment.days) {
      let certainty = count.holds(at: moment)
      guard certainty != .no else { continue }
      if let last = found.last, (last.table, last.from) == (count.table, count.from) {
        found[found.count - 1].counts.append(Held(count, certainty))
      } else {
        found.append(CountedDyad(counts: [Held(count, certainty)]))
      }
    }
    return found
  }

  /// The table that they are from.
  public var table: CountTable.ID { counts[0].item.table }
  /// Who acted.
  public var from: Entity.ID { counts[0].item.from }
  /// To whom it was done.
  public var to: Entity.ID { counts[0].item.to }
  /// The id, made of table and parties.
  public var id: ID { ID(of: from, toward: to, in: table) }
  /// The two parties, in no order.
  public var dyad: Dyad { Dyad(from, to) }
  /// The sum over the periods.
  public var total: EventCount { counts.reduce(into: EventCount()) { $0.add($1.item.count) } }
  /// From the first day of the first period to the last day of the last one.
  public var days: ClosedRange<Day> {
    counts[0].item.days.lowerBound...counts[counts.count - 1].item.days.upperBound
  }
  /// `2014-03`, or `2014-03/2014-05`.
  public var periodName: String {
    let (first, last) = (counts[0].item.periodName, counts[counts.count - 1].item.periodName)
    return first == last ? first : "\(first)/\(last)"
  }
}

extension CountedDyad: Itemized {
  /// The period and the numbers.
  public func fields(in snapshot: Snapshot?) -> [Field] {
    let total = total
    let classes = QuadClass.allCases.filter { total[$0] > 0 }.map { quad in
      Field(quad.name.replacing(" ", with: "-"), .number(Double(total[quad])))
    }
    return [Field("period", .words(periodName)), Field("n", .number(Double(total.events)))] + classes
      + (total.meanScore.map { [Field("mean", .number(($0 * 100).rounded() / 100))] } ?? [])
  }
}
