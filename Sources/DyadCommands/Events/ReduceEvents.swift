internal import ArgumentParser
internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import DyadSyntax

/// `dyad events reduce`
struct ReduceEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reduce", abstract: "Count events by dyad and period, as a table of dyad-periods.",
    discussion: """
      Files are counted without a store; without files, the store is counted. DuckDB and Spark make the same table with the \
      statement of dyad events sql.
      """)

  @Argument(help: "Files, folders or patterns; - for standard input; none to count a store.", completion: .file())
  var files: [String] = []

  @OptionGroup var source: StoreArguments
  @OptionGroup var input: EventInputArguments

  @Option(help: ArgumentHelp("The periods: day, week, month, quarter, year.", valueName: "period"))
  var by = Period.month

  @Option(
    help: ArgumentHelp("What counts as one event: none, story, day, mirror.", valueName: "rule"))
  var rule = CountingRule.story

  @Option(help: ArgumentHelp("The data set, if there are several.", valueName: "id"))
  var dataset: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp("Also write the rows behind each number, at most twenty, to this file.", valueName: "file"))
  var evidence: String?

  func run() throws {
    let (table, rows) = try files.isEmpty ? storedTable() : readTable()
    try Output.write(ByteSink.collected { table.write(to: $0) }, to: output)
    if let evidence, let rows { try Output.write(ByteSink.collected { rows.write(to: $0) }, to: evidence) }
  }

  private func readTable() throws -> (DyadPeriodTable, EvidenceTable?) {
    var reduction = Reduction(by: by, rule: rule, keepsRows: evidence != nil)
    let report = try input.read(files) { row, parts, origin in
      if dataset == nil || origin.dataSet == dataset { reduction.add(row, of: parts) }
    }
    input.describe(report)
    let id = try ReduceEvents.only(report.dataSets, or: dataset)
    let rows = evidence.map { _ in EvidenceTable(reduction, of: id) }
    return (DyadPeriodTable(reduction, of: id, report), rows)
  }

  private func storedTable() throws -> (DyadPeriodTable, EvidenceTable?) {
    let store = try source.store()
    let id = try ReduceEvents.only(try store.dataSets(), or: dataset)
    let progress = RunProgress("pairs")
    var rows = EvidenceTable(of: id, rule: rule, by: by)
    let table = try store.dyadPeriods(
      of: id, by: by, rule: rule, keepingRows: evidence == nil ? nil : { rows.add($0) }
    ) { pairs, count in
      progress.step(pairs, share: Double(pairs) / Double(max(count, 1)))
    }
    return (table, evidence == nil ? nil : rows)
  }

  /// The one data set, since rows of different ones are never added.
  private static func only(_ found: [String], or asked: String?) throws -> String {
    if let asked {
      guard found.contains(asked) else { throw Failure.unknown("data set", asked, found) }
      return asked
    }
    guard let first = found.first else { throw Failure.input("there are no events") }
    guard found.count == 1 else {
      throw Failure.usage("there are events of \(found.joined(separator: ", ")); give --dataset")
    }
    return first
  }
}
