package import DyadCore

/// What data sets count, in words: always with the name of the data set and the rule.
package struct CountWords {
  let lexicon: Lexicon

  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// "every row counts"
  package func rule(_ table: CountTable) -> String {
    switch table.contents?.rule {
    case "none": lexicon.phrase(.ruleNone)
    case "story": lexicon.phrase(.ruleStory)
    case "day": lexicon.phrase(.ruleDay)
    case "mirror": lexicon.phrase(.ruleMirror)
    case let rule: rule ?? ""
    }
  }

  /// "by year"
  package func by(_ period: Period) -> String {
    switch period {
    case .day: lexicon.phrase(.byDay)
    case .week: lexicon.phrase(.byWeek)
    case .month: lexicon.phrase(.byMonth)
    case .quarter: lexicon.phrase(.byQuarter)
    case .year: lexicon.phrase(.byYear)
    }
  }

  /// The sign before what is counted; a text from right to left needs a mark of its direction before it.
  package var sign: String { (lexicon.isRightToLeft ? "\u{200F}" : "") + "Σ\u{A0}" }

  /// What the lines of a picture of counts are: "Σ ICEWS Coded Event Data: every row counts; tone: mean of the scores; n:
  /// logarithmic scale; until 31 Dec 2014."
  func statement(_ table: CountTable, in graph: KnowledgeGraph) -> String {
    let hasScores = graph.relations.values.flatMap(\.phases).contains { $0.counted?.meanScore != nil }
    let last = table.contents?.days.map { [lexicon.phrase(.until, DateWords(lexicon).words($0.upperBound))] } ?? []
    let parts =
      [rule(table), lexicon.phrase(hasScores ? .toneOfScores : .toneOfShares)]
      + [lexicon.phrase(.labelled, "n", lexicon.phrase(.logarithmicScale))] + last
    return sign + lexicon.sentence(lexicon.phrase(.labelled, table.name, parts.joined(separator: "; ")))
  }

  /// A line for each table that counts what is between the two: "Σ ICEWS Coded Event Data, 2014: reports counted: 5,868
  /// cooperative, 2,939 hostile (every row counts). Harvard Dataverse, 27 Mar 2015."
  func lines(between one: Entity.ID, _ other: Entity.ID, in diff: GraphDiff) -> [String] {
    let sides = [diff.former, diff.to].map { snapshot in
      Dictionary(grouping: snapshot.counted.filter { $0.dyad == Dyad(one, other) }, by: \.table)
    }
    let tables = Set(sides.flatMap(\.keys)).sorted()
    return tables.compactMap { id in
      guard let table = (diff.to.graph.countTables[id] ?? diff.from.graph.countTables[id]) else { return nil }
      let parts = sides.compactMap { $0[id].map(Sum.init) }
      let before = parts.count == 2 && parts[0] != parts[1] ? parts[0] : nil
      guard let now = parts.last else { return nil }
      func number(_ value: KeyPath<Sum, Int>) -> String {
        let after = lexicon.number(now[keyPath: value])
        return before.map { "\(lexicon.number($0[keyPath: value]))\u{A0}→\u{A0}\(after)" } ?? after
      }
      let dates = DateWords(lexicon)
      let when = before.map { "\(dates.words($0.days)) → \(dates.words(now.days))" } ?? dates.words(now.days)
      let said = lexicon.phrase(.countedReports, number(\.cooperation), number(\.conflict))
      let counted = lexicon.phrase(.labelled, "\(table.name), \(when)", lexicon.asides([said, rule(table)]))
      return sign + lexicon.sentence(counted) + imprint(table, in: diff.to.graph)
    }
  }

  /// Who publishes the data set, and since when.
  private func imprint(_ table: CountTable, in graph: KnowledgeGraph) -> String {
    guard let source = graph.sources[table.source] else { return "" }
    let parts = [source.title, source.publisher, source.published.map(DateWords(lexicon).words)].compactMap { $0 }
    return " " + lexicon.sentence(lexicon.phrase(.source, parts.joined(separator: ", ")))
  }

  /// Both directions together.
  private struct Sum: Equatable {
    var cooperation = 0
    var conflict = 0
    var days: ClosedRange<Day>

    init(_ dyads: [CountedDyad]) {
      days = dyads[0].days
      for dyad in dyads {
        let total = dyad.total
        cooperation += total.cooperation
        conflict += total.conflict
        days = min(days.lowerBound, dyad.days.lowerBound)...max(days.upperBound, dyad.days.upperBound)
      }
    }
  }
}
