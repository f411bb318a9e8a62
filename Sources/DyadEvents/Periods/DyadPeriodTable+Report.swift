internal import DyadCore

extension DyadPeriodTable {
  /// What was counted of the files of a run that are of one data set.
  package init(_ reduction: Reduction, of dataSet: String, _ report: EventReport) {
    let inputs = report.inputs.filter { $0.dataSet == dataSet }
    var reduction = reduction
    for (day, rows) in inputs.flatMap(\.rowsByDay) { reduction.addVolume(rows, on: day) }
    self.init(
      head: Head(
        dataSet: dataSet, rule: reduction.rule, period: reduction.period, rows: inputs.reduce(0) { $0 + $1.rows },
        rejects: inputs.reduce(0) { $0 + $1.rejected }, days: report.days.map { $0.lowerBound...$0.upperBound },
        digest: Head.digest(ofInputs: report.digests.map(\.sha256)), uncounted: reduction.uncounted),
      rows: reduction.dyadPeriods)
  }
}
