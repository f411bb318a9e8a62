package import DyadCore
package import DyadSyntax

/// The table of the rows behind dyad-periods: at most twenty for each, by `RowChoice`.
///
///     var table = EvidenceTable(reduction, of: "gdelt2")
///     table.write(to: sink)
package struct EvidenceTable: Sendable {
  /// The rows behind one dyad-period, the strongest first.
  private var chosen: [(dyad: DyadPeriod, rows: [CodedEvent])] = []
  private let dataSet: String
  private let rule: CountingRule
  private let period: Period

  /// A table without rows.
  package init(of dataSet: String, rule: CountingRule, by period: Period) {
    (self.dataSet, self.rule, self.period) = (dataSet, rule, period)
  }

  /// The rows that a reduction counts, which has to keep them.
  package init(_ reduction: Reduction, of dataSet: String) {
    self.init(of: dataSet, rule: reduction.rule, by: reduction.period)
    add(reduction)
  }

  /// Adds the rows of other dyads.
  package mutating func add(_ reduction: Reduction) {
    chosen += reduction.countedRows.map { ($0.dyad, RowChoice.rows(of: $0.rows)) }
  }

  private static let columns = ["actor", "recipient", "period", "rank", "id", "address"]

  /// Writes the table: the head line, the names of the columns, the rows as CSV, sorted as the table of dyad-periods.
  package func write(to sink: ByteSink) {
    sink.write("# dyad-evidence 1; dataset=\(dataSet); rule=\(rule.rawValue); by=\(period.rawValue)\n")
    let writer = CSVWriter(sink, lineEnd: "\n")
    writer.row(EvidenceTable.columns)
    for (dyad, rows) in chosen.sorted(by: { $0.dyad.precedes($1.dyad) }) {
      let name = period.name(at: dyad.period)
      for (index, row) in rows.enumerated() {
        writer.row([dyad.actor, dyad.recipient, name, String(index + 1), row.id, row.reference ?? ""])
      }
    }
  }
}
