internal import ArgumentParser
internal import DyadCore
internal import DyadEvents

/// `dyad events sql`
struct ReductionSQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Print the reduction as SQL for DuckDB or Spark, or a Python program that runs it.",
    discussion: """
      The statement reads a view "raw", in which every column is text, and gives the rows of the table that dyad events \
      reduce writes. Add the table to a store with dyad events add --reduced.
      """)

  @Option(
    help: ArgumentHelp("The engine: duckdb or spark; the statement is the same.", valueName: "engine")
  )
  var engine = Engine.duckdb

  @Option(help: ArgumentHelp("The periods: day, week, month, quarter, year.", valueName: "period"))
  var by = Period.month

  @Option(
    help: ArgumentHelp("What counts as one event: none, story, day, mirror.", valueName: "rule"))
  var rule = CountingRule.story

  @Option(help: ArgumentHelp("The data set: gdelt1, gdelt2 or icews.", valueName: "id"))
  var dataset = "gdelt2"

  @Flag(help: "Print a Python program that makes the view from files, runs the statement and writes the table.")
  var runner = false

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    guard let table = RawTable.all.first(where: { $0.dataSet == dataset }) else {
      throw Failure.unknown("data set", dataset, RawTable.all.map(\.dataSet))
    }
    let statement = ReductionStatement(table, by: by, rule: rule)
    try Output.write(Array((runner ? engine.runner(of: statement) : statement.sql).utf8), to: output)
  }
}
