internal import ArgumentParser
internal import DyadEventStore
internal import DyadEvents
internal import DyadSyntax

/// `dyad events map`
struct MapCodes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "List the codes and names of parties with what they mean, and write a table of those without a meaning.",
    discussion: """
      Fill in the column "means" of the table, and give it to dyad events add --codes: the id of a state (PAK), region:EUR, \
      group:TTP, organization:UNO or nobody. A store keeps what codes meant when its files were added; add them again to a \
      new store to change it.
      """)

  @Argument(
    help: "Files, folders or patterns; - for standard input; none to list the codes of a store.", completion: .file())
  var files: [String] = []

  @OptionGroup var source: StoreArguments

  @Option(help: ArgumentHelp("The reader of the files (default: recognized by content).", valueName: "reader"))
  var from: String?

  @Option(
    help: ArgumentHelp("A table of codes that overrides what codes mean.", valueName: "file"), completion: .file())
  var codes: String?

  @Option(help: ArgumentHelp("Only codes of this data set of the store.", valueName: "id"))
  var dataset: String?

  @Flag(help: "List only the codes without a meaning.")
  var unmapped = false

  @Option(help: ArgumentHelp("The most codes to list.", valueName: "number"))
  var limit = 100

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write a table of overrides to fill in to this file, or to - for standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    try EventInputArguments.requireReader(from)
    if limit < 1 { throw ValidationError("--limit is a number from 1.") }
    if files.isEmpty, from != nil || codes != nil {
      throw ValidationError("\(from != nil ? "--from" : "--codes") requires files; a store has what codes meant.")
    }
    if !files.isEmpty, dataset != nil { throw ValidationError("--dataset is for a store; give no files with it.") }
  }

  func run() throws {
    let found = try files.isEmpty ? storedCodes() : readCodes()
    if let output {
      try Output.write(ByteSink.collected { Identity.writeOverrides(for: found, to: $0) }, to: output)
      if output == "-" { return }
    }
    try list(found)
  }

  private func storedCodes() throws -> [CodeUse: Int] {
    let store = try source.store()
    let known = try store.dataSets()
    if let dataset, !known.contains(dataset) { throw Failure.unknown("data set", dataset, known) }
    return try store.codes(of: dataset)
  }

  private func readCodes() throws -> [CodeUse: Int] {
    var input = try EventInputArguments.files(files, from: from, codes: codes, strict: false)
    input.listsCodes = true
    let report = try input.forEach { _, _ in }
    for file in report.skipped { Terminal.report("warning: '\(file)' skipped: no reader recognizes it") }
    if report.rejected > 0 {
      Terminal.report("warning: \(report.rejected) of \(report.rows) rows rejected; dyad events reject lists them")
    }
    return report.codes
  }

  private func list(_ found: [CodeUse: Int]) throws {
    let all = CodeUse.byFrequency(found)
    let without = all.filter { $0.use.meaning == nil }
    let listed = (unmapped ? without : all).prefix(limit)
    var rows = [["scheme", "code", "uses", "means", ""]]
    rows += listed.map { use, count in
      [use.scheme.rawValue, use.code, String(count), use.meaning?.description ?? "-", use.label ?? ""]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows where !listed.isEmpty {
      let cells = row.enumerated().map { column, cell in
        guard column < 4 else { return cell }
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 2 ? space + cell : cell + space
      }
      try Terminal.result(String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()))
    }
    let (uses, unknown) = (all.reduce(0) { $0 + $1.count }, without.reduce(0) { $0 + $1.count })
    Terminal.report("\(without.count) of \(all.count) codes have no meaning, in \(unknown) of \(uses) uses")
    let more = (unmapped ? without : all).count - listed.count
    if more > 0 { Terminal.report("\(more) more code\(more == 1 ? "" : "s"); --limit lists more") }
  }
}
