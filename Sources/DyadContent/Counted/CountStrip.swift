package import DyadCore
internal import Foundation

/// What a table counts between two parties over time, both directions together: a bar for each period.
package struct CountStrip: Hashable, Sendable {
  /// What was counted in one period.
  package struct Bar: Hashable, Sendable {
    /// The days of the period.
    package var days: ClosedRange<Day>
    package var count: EventCount
  }

  /// The table.
  package let table: CountTable
  /// The length of the periods.
  package let period: Period
  /// In order of time; periods without events have none.
  package let bars: [Bar]
  /// The days for which the table counts.
  package let days: ClosedRange<Day>

  /// The strips of all tables that count something between the two in the window.
  ///
  /// - Parameter snapshot: that of the window.
  static func all(between one: Entity.ID, _ other: Entity.ID, in snapshot: Snapshot) -> [CountStrip] {
    let counts = snapshot.counted.filter { $0.dyad == Dyad(one, other) }
    return Dictionary(grouping: counts, by: \.table).sorted { $0.key < $1.key }.compactMap { id, dyads in
      snapshot.graph.countTables[id].flatMap { CountStrip($0, dyads.flatMap(\.counts).map { $0.item }) }
    }
  }

  init?(_ table: CountTable, _ counts: [Count]) {
    guard let first = counts.first else { return nil }
    let bars = CountStrip.bars(counts, by: first.period)
    let days = table.contents?.days ?? bars[0].days.lowerBound...bars[bars.count - 1].days.upperBound
    self.init(table, first.period, bars, days)
  }

  private init(_ table: CountTable, _ period: Period, _ bars: [Bar], _ days: ClosedRange<Day>) {
    (self.table, self.period, self.bars, self.days) = (table, period, bars, days)
  }

  private static func bars(_ counts: [Count], by period: Period) -> [Bar] {
    bars(counts.map { Bar(days: $0.days, count: $0.count) }, by: period)
  }

  private static func bars(_ bars: [Bar], by period: Period) -> [Bar] {
    var sums: [Int: EventCount] = [:]
    for bar in bars { sums[period.index(of: bar.days.lowerBound), default: EventCount()].add(bar.count) }
    return sums.sorted { $0.key < $1.key }.map { Bar(days: period.days(at: $0.key), count: $0.value) }
  }

  /// The same by longer periods, as far as the periods of the table divide them.
  package func by(_ longer: Period) -> CountStrip {
    CountStrip(table, longer, CountStrip.bars(bars, by: longer), days)
  }

  /// The longer periods that whole periods of the table make up, the shortest first.
  package var longerPeriods: [Period] {
    switch period {
    case .day: [.week, .month, .quarter, .year]
    case .week, .year: []
    case .month: [.quarter, .year]
    case .quarter: [.year]
    }
  }
}

extension CountStrip {
  /// How long the bars of some strips are: by the largest number of all.
  package struct Scale: Hashable, Sendable {
    /// The most events of one sign in a period.
    package let largest: Int
    /// Whether the largest number is so much larger than most that others would not be seen on a linear scale.
    package let isLogarithmic: Bool

    package init(of strips: [CountStrip]) {
      let sizes = strips.flatMap(\.bars).flatMap { [$0.count.cooperation, $0.count.conflict] }.filter { $0 > 0 }
        .sorted()
      largest = sizes.last ?? 0
      isLogarithmic = sizes.count > 4 && largest > 20 * sizes[sizes.count / 2]
    }

    /// The height of a number, from 0 to 1.
    package func height(of number: Int) -> Double {
      guard number > 0, largest > 0 else { return 0 }
      return isLogarithmic ? log(Double(number + 1)) / log(Double(largest + 1)) : Double(number) / Double(largest)
    }
  }

  /// What its bars are: "Σ ICEWS Coded Event Data: ▲ cooperation and ▼ conflict; by year; every row counts; linear scale;
  /// until 31 Dec 2014".
  package func caption(_ lexicon: Lexicon, _ scale: Scale) -> String {
    let words = CountWords(lexicon)
    let signs = [Tone.Sign.cooperation, .conflict].map {
      "\($0.symbol)\u{A0}\(lexicon.phrase($0 == .conflict ? .conflict : .cooperation))"
    }
    let thin = bars.contains { $0.count.isThin } ? [lexicon.phrase(.thinEvidence, lexicon.number(EventCount.thin))] : []
    let parts =
      [lexicon.list(signs), words.by(period), words.rule(table)]
      + [lexicon.phrase(scale.isLogarithmic ? .logarithmicScale : .linearScale)] + thin
      + [lexicon.phrase(.until, DateWords(lexicon).words(days.upperBound))]
    return words.sign + lexicon.phrase(.labelled, table.name, parts.joined(separator: "; "))
  }
}
