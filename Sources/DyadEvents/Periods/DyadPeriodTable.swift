package import DyadCore
package import DyadSyntax

/// The table of dyad-periods: what was counted, of which data set and by which rule.
///
/// It is written here and by other engines, and is the same to the byte.
///
///     let table = try DyadPeriodTable(reading: bytes)
///     table.head.rule          // .story
package struct DyadPeriodTable: Hashable, Sendable {
  /// What a table says of itself in its first line.
  package struct Head: Hashable, Sendable {
    /// The id of the data set.
    package var dataSet: String
    package var rule: CountingRule
    package var period: Period
    /// Rows that were read.
    package var rows: Int
    /// Rows that could not be read.
    package var rejects: Int
    /// The first and the last day of the events; `nil` if there are none.
    package var days: ClosedRange<Day>?
    /// The SHA-256 of the inputs; `nil` where it is not known.
    package var digest: String?
    /// Events that are in no row of the table.
    package var uncounted: Reduction.Uncounted

    package init(
      dataSet: String, rule: CountingRule, period: Period, rows: Int, rejects: Int = 0, days: ClosedRange<Day>? = nil,
      digest: String? = nil, uncounted: Reduction.Uncounted = Reduction.Uncounted()
    ) {
      (self.dataSet, self.rule, self.period, self.rows) = (dataSet, rule, period, rows)
      (self.rejects, self.days, self.digest, self.uncounted) = (rejects, days, digest, uncounted)
    }
  }

  package var head: Head
  package var rows: [DyadPeriod]

  package init(head: Head, rows: [DyadPeriod]) { (self.head, self.rows) = (head, rows) }

  static let columns = [
    "actor", "recipient", "period", "n", "reports", "sources", "q1", "q2", "q3", "q4", "tenths", "mentions", "total",
  ]

  /// Writes the table: the head line, the names of the columns, the rows as CSV.
  package func write(to sink: ByteSink) {
    sink.write(head.line + "\n")
    let writer = CSVWriter(sink, lineEnd: "\n")
    writer.row(DyadPeriodTable.columns)
    let hasScores = rows.contains { $0.count.scored > 0 }
    for row in rows {
      let count = row.count
      let numbers = [count.events, count.reports, count.sources] + QuadClass.allCases.map { count[$0] }
      let sums = [hasScores ? String(count.tenths) : "", String(count.mentions), String(row.total)]
      writer.row([row.actor, row.recipient, head.period.name(at: row.period)] + numbers.map(String.init) + sums)
    }
  }
}

extension DyadPeriodTable.Head {
  static let mark = "# dyad-periods 1"

  /// The first line of the table.
  package var line: String {
    var fields = [
      ("dataset", dataSet), ("rule", rule.rawValue), ("by", period.rawValue), ("rows", String(rows)),
      ("rejects", String(rejects)), ("first", days.map { "\($0.lowerBound)" } ?? ""),
      ("last", days.map { "\($0.upperBound)" } ?? ""), ("sha256", digest ?? ""),
    ]
    let missing = [("wide", uncounted.wide), ("unclassed", uncounted.unclassed)]
    fields += missing.filter { $0.1 > 0 }.map { ($0.0, String($0.1)) }
    return ([DyadPeriodTable.Head.mark] + fields.map { "\($0.0)=\($0.1)" }).joined(separator: "; ")
  }

  /// Counts a row of a day.
  package mutating func extend(to day: Day) {
    rows += 1
    days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }

  /// The digest of one input, or that of the digests of several, one a line.
  package static func digest(ofInputs digests: [String]) -> String? {
    digests.count > 1 ? SHA256.hex(digests.joined(separator: "\n").utf8) : digests.first
  }

  /// The head of a first line.
  package init(line: String) throws(DyadPeriodTable.Fault) {
    let parts = line.split(separator: ";").map { $0.trimming { $0 == " " || $0 == "\r" } }
    guard let mark = parts.first, mark.hasPrefix("# dyad-periods ") else {
      throw DyadPeriodTable.Fault(1, "expected '\(DyadPeriodTable.Head.mark); dataset=…'")
    }
    guard mark == DyadPeriodTable.Head.mark else { throw DyadPeriodTable.Fault(1, "unknown version '\(mark)'") }
    let pairs = parts.dropFirst().map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    let values = Dictionary(pairs.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }) { first, _ in first }

    func value<Value>(_ key: String, _ parse: (String) -> Value?) throws(DyadPeriodTable.Fault) -> Value {
      guard let text = values[key] else { throw DyadPeriodTable.Fault(1, "required: '\(key)'") }
      guard let value = parse(text) else { throw DyadPeriodTable.Fault(1, "invalid \(key) '\(text)'") }
      return value
    }
    func count(_ text: String) -> Int? { Int(text).flatMap { $0 < 0 ? nil : $0 } }
    func day(_ text: String) -> Day?? { text.isEmpty ? .some(nil) : Day(text).map { .some($0) } }

    let first = try value("first", day)
    let last = try value("last", day)
    var days: ClosedRange<Day>?
    if let first, let last {
      guard first <= last else { throw DyadPeriodTable.Fault(1, "first day \(first) after last day \(last)") }
      days = first...last
    }
    self.init(
      dataSet: try value("dataset") { $0.isEmpty ? nil : $0 }, rule: try value("rule", CountingRule.init(rawValue:)),
      period: try value("by", Period.init(rawValue:)), rows: try value("rows", count),
      rejects: try value("rejects", count), days: days,
      digest: values["sha256"].flatMap { $0.isEmpty ? nil : $0 })
    uncounted.wide = values["wide"].flatMap(count) ?? 0
    uncounted.unclassed = values["unclassed"].flatMap(count) ?? 0
  }
}

extension Substring {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var text = drop(while: isTrimmed)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
