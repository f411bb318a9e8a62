package import DyadCore

extension KnowledgeGraph {
  /// The graph whose only relations are what a table counts between two entities, both directions together.
  ///
  /// A relation has a phase for each period; its tone is the mean of the scores, or where a data set has none the share of
  /// cooperation less that of conflict. Nothing else remains but the entities.
  ///
  /// - Parameter window: the days whose periods are one phase; by default each period has its own.
  package func counted(by table: CountTable.ID, in window: ClosedRange<Day>? = nil, _ lexicon: Lexicon)
    -> KnowledgeGraph
  {
    var dossier = Dossier(self)
    (dossier.events, dossier.holdings, dossier.views, dossier.reviews) = ([], [], [], [])
    dossier.entities.removeAll { $0.value.kind == .official || $0.value.kind == .place }
    dossier.counts.removeAll { $0.value.id != table }
    dossier.kinds = [Located(RelationKind.counted)]
    dossier.relations = counts.sorted { $0.key < $1.key }.compactMap { dyad, counts in
      let periods = CountedPeriod.all(counts.filter { $0.table == table }, in: window)
      guard !periods.isEmpty else { return nil }
      let id = Relation.ID("\(table)-\(dyad)")
      let ids = Phase.ID.made(of: id, during: periods.map(\.during))
      let phases = zip(ids, periods).map { $1.phase($0, lexicon) }
      return Located(Relation(id, RelationKind.counted.id, between: dyad.first, dyad.second, phases: phases))
    }
    for index in dossier.counts.indices {
      // Its counts are the relations now.
      dossier.counts[index].value.contents?.rows = []
    }
    return KnowledgeGraph.linking([dossier], includingDrafts: true).value
  }

  /// The table whose counts are its relations; `nil` of any other graph.
  var countedTable: CountTable? {
    let isCounted = relations.values.contains { $0.kind == RelationKind.counted.id }
    return isCounted && countTables.count == 1 ? countTables.values.first : nil
  }
}

extension RelationKind {
  /// What is counted between two parties; a dossier has no such kind.
  fileprivate static let counted = RelationKind("counted", "{from} – {to}")
}

/// What is counted between two parties in some days, both directions together.
private struct CountedPeriod {
  var days: ClosedRange<Day>
  var count: EventCount
  var evidence: Evidence

  static func all(_ counts: [Count], in window: ClosedRange<Day>?) -> [CountedPeriod] {
    var sums: [Int: CountedPeriod] = [:]
    for count in counts {
      if let window, !count.days.overlaps(window) { continue }
      let key = window == nil ? count.number : 0
      guard var sum = sums[key] else {
        sums[key] = CountedPeriod(days: count.days, count: count.count, evidence: count.evidence)
        continue
      }
      sum.count.add(count.count)
      sum.days = min(sum.days.lowerBound, count.days.lowerBound)...max(sum.days.upperBound, count.days.upperBound)
      sums[key] = sum
    }
    return sums.sorted { $0.key < $1.key }.map(\.value)
  }

  func phase(_ id: Phase.ID, _ lexicon: Lexicon) -> Phase {
    var own = Evidence(evidence.citations, known: evidence.known)
    if count.isThin { own.confidence = .low }
    let reads =
      "n\u{A0}=\u{A0}\(lexicon.number(count.events)): \(Tone.Sign.cooperation.symbol)\u{A0}\(lexicon.number(count.cooperation)) "
      + "\(Tone.Sign.conflict.symbol)\u{A0}\(lexicon.number(count.conflict))"
    var phase = Phase(id, reads: reads, tone: tone, during: during, evidence: own)
    phase.counted = count
    return phase
  }

  /// Its days as years or months, where they are whole ones.
  var during: Interval {
    let (first, last) = (days.lowerBound, days.upperBound)
    let next = last.advanced(by: 1)
    guard first.dayOfMonth == 1, next.dayOfMonth == 1 else { return Interval(days) }
    let isYears = first.month == 1 && next.month == 1
    func date(_ day: Day) -> Interval.Bound {
      PartialDate(year: day.year, month: isYears ? nil : day.month).map { .date($0) } ?? .open
    }
    return Interval(from: date(first), to: date(last)) ?? Interval(days)
  }

  private var tone: Tone? {
    let share = count.events == 0 ? 0 : Double(count.cooperation - count.conflict) / Double(count.events) * 10
    let value = count.meanScore ?? share
    return Tone((max(-10, min(10, value)) * 10).rounded() / 10)
  }
}
