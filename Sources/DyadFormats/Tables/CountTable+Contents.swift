package import DyadCore
package import DyadEvents
internal import DyadSyntax

extension CountTable.Contents {
  /// The contents of a table of dyad-periods.
  static func read(_ text: String) -> Result<CountTable.Contents, DyadPeriodTable.Fault> {
    do throws(DyadPeriodTable.Fault) {
      let table = try DyadPeriodTable(reading: Array(text.utf8))
      return .success(CountTable.Contents(table, text))
    } catch {
      return .failure(error)
    }
  }

  /// The contents of a table that was not read from a text.
  package init(_ table: DyadPeriodTable) {
    self.init(table, String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self))
  }

  private init(_ table: DyadPeriodTable, _ text: String) {
    let head = table.head
    let parties = Set(table.rows.flatMap { [$0.actor, $0.recipient] })
    self.init(
      text: text, dataSet: head.dataSet, dataSetName: EventDataSet.named(head.dataSet)?.title ?? head.dataSet,
      rule: head.rule.rawValue, ruleStatement: head.rule.statement, period: head.period, days: head.days,
      codes: Dictionary(uniqueKeysWithValues: parties.map { ($0, State.registers(of: $0)) }),
      rows: table.rows.map {
        CountTable.Row(
          actor: $0.actor, recipient: $0.recipient, period: $0.period, count: $0.count)
      })
  }
}
