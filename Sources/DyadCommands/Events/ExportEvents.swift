internal import ArgumentParser
internal import DyadEventStore
internal import DyadSyntax

/// `dyad events export`
struct ExportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the events of a store as CSV or JSON Lines, with a dictionary of the columns.",
    discussion: """
      The dictionary has the name, the SQL type and the meaning of each column, so that a program that writes Parquet needs no \
      guess.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv, jsonl
    /// CSV, and beside it a statement of DuckDB that makes a Parquet file of it.
    case parquetReady = "parquet-ready"
  }

  @OptionGroup var selection: EventQueryArguments
  @OptionGroup var source: StoreArguments

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The form: csv, jsonl, or parquet-ready: CSV with a statement of DuckDB beside it that writes Parquet.",
      valueName: "form"))
  var form = Form.csv

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("Write the dictionary of the columns to this file, as CSV.", valueName: "file"))
  var dictionary: String?

  func validate() throws {
    if form == .parquetReady, output == "-" { throw ValidationError("--as parquet-ready requires --output.") }
  }

  func run() throws {
    let store = try source.store()
    let query = try selection.query(in: store)
    if let dictionary { try Output.write(ByteSink.collected(ExportEvents.writeDictionary), to: dictionary) }
    try Output.write(to: output) { sink in
      let table = CSVWriter(sink, lineEnd: "\n")
      if form != .jsonl { table.row(EventColumn.all.map(\.name)) }
      try store.forEach(query) { stored in
        if form == .jsonl {
          ExportEvents.write(stored, to: sink)
        } else {
          table.row(EventColumn.all.map { $0.value(stored) ?? "" })
        }
        return true
      }
    }
    if form == .parquetReady { try Output.write(Array(ExportEvents.statement(for: output).utf8), to: output + ".sql") }
  }

  /// Every column has its type, so that codes keep their leading zeros.
  private static func statement(for path: String) -> String {
    let columns = EventColumn.all.map { "'\($0.name)': '\($0.kind.rawValue)'" }.joined(separator: ", ")
    let name = path.escaping(["'"], with: "'")
    return """
      COPY (SELECT * FROM read_csv('\(name)', header = true, delim = ',', quote = '"', escape = '"', columns = {\(columns)}))
      TO '\(name).parquet' (FORMAT parquet, COMPRESSION zstd);

      """
  }

  private static func write(_ stored: StoredEvent, to sink: ByteSink) {
    let json = JSONWriter(sink)
    json.object { json in
      for column in EventColumn.all {
        guard let value = column.value(stored) else { continue }
        if column.kind.isNumber, let number = Double(value) {
          json.member(column.name, number)
        } else {
          json.member(column.name, value)
        }
      }
    }
    json.line()
  }

  private static func writeDictionary(to sink: ByteSink) {
    let table = CSVWriter(sink, lineEnd: "\n")
    table.row(["column", "type", "meaning"])
    for column in EventColumn.all { table.row([column.name, column.kind.rawValue, column.meaning]) }
  }
}
