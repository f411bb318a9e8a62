internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import Foundation

/// `dyad convert`
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a dossier to another format, or a graph in another format to a dossier.",
    discussion: """
      The suffixes select the formats; --from and --to override them, and --list shows all formats. What a format cannot \
      represent is counted on standard error. csv, neo4j-csv and obsidian are written as folders.
      """)

  @Argument(help: "The dossier, or the graph in another format; - for standard input.", completion: .file())
  var input: String?

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: String?

  @Option(help: ArgumentHelp("The format to read.", valueName: "format"))
  var from: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file or folder to write, or - for standard output.", valueName: "path")
  )
  var output = "-"

  @Option(help: ArgumentHelp("Write only what holds on this date: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var asOf: PartialDate?

  @Option(help: ArgumentHelp("Write only what was known on this date.", valueName: "date"))
  var known: PartialDate?

  @Option(help: ArgumentHelp("The mapping from columns of a CSV file to fields.", valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "The most rows of the table that may be rejected, in percent of all (default: 1, and one row of any table).",
      valueName: "percent"))
  var maxRejects: Double?

  @Flag(help: "Accept no row of the table that cannot be read.")
  var strict = false

  @Flag(help: "Treat a claim without a source as an error.")
  var requireSources = false

  @Flag(help: "List the formats, whether they are read or written, and what they omit.")
  var list = false

  func validate() throws {
    if list { return }
    if input == nil { throw ValidationError("Give an input, or --list.") }
    for (option, id) in [("--to", to), ("--from", from)] {
      guard let id, Format.named(id) == nil else { continue }
      let hint = nearest(to: id, among: Format.all.map(\.id)).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("Unknown format '\(id)' for \(option).\(hint) --list shows all formats.")
    }
    guard let target else { throw ValidationError("Give --to, or an --output with the suffix of a format.") }
    if target.writer == nil { throw ValidationError("\(target.id) can be read but not written.") }
    if target.isFolder, output == "-" {
      throw ValidationError("\(target.id) is written as a folder; give it with --output.")
    }
    if let from, Format.named(from)?.reader == nil { throw ValidationError("\(from) can be written but not read.") }
    if mapping != nil, from.map({ $0 != "csv" }) ?? false { throw ValidationError("--mapping requires --from csv.") }
    if let maxRejects {
      if !(0...100).contains(maxRejects) { throw ValidationError("--max-rejects is a number from 0 to 100.") }
      if strict { throw ValidationError("Give --strict or --max-rejects, not both.") }
    }
    if mapping == nil, strict || maxRejects != nil {
      throw ValidationError("\(strict ? "--strict" : "--max-rejects") requires --mapping.")
    }
  }

  private var target: Format? {
    to.flatMap(Format.named) ?? Format.of(path: output) { $0.writer != nil }
  }

  func run() throws {
    if list { return try Terminal.result(Convert.table) }
    guard let input, let target else { return }
    var graph = try read(input)
    if asOf != nil || known != nil {
      let days = asOf?.days ?? Day.distantPast ... .distantFuture
      graph = graph.snapshot(at: Moment(asOf: days, known: known?.days.upperBound)).standing
    }
    try Output.write(graph, as: target, to: output)
    let omitted = target.omits.map { ($0.name, $0.count(in: graph)) }.filter { $0.1 > 0 }
    guard !omitted.isEmpty else { return }
    Terminal.report(
      "omitted, because \(target.id) cannot represent it: " + omitted.map { "\($0) (\($1))" }.joined(separator: ", "))
  }

  private func read(_ input: String) throws -> KnowledgeGraph {
    try DossierArguments.requireReadable(input)
    guard let mapping else {
      return try DossierArguments.graph(of: input, as: from.flatMap(Format.named), requiringSources: requireSources)
    }
    try DossierArguments.requireReadable(mapping)
    let limit = strict ? RejectLimit.none : maxRejects.map(RejectLimit.percent) ?? .standard
    return try DossierArguments.graph(
      CSVReader.read(input, mapping: mapping, lookups: LookupTable.shipped, rejecting: limit),
      requiringSources: requireSources)
  }

  private static var table: String {
    Format.all.map { format in
      let does = [format.reader.map { _ in "reads" }, format.writer.map { _ in "writes" }].compactMap { $0 }
      let suffixes = format.isFolder ? "a folder" : format.suffixes.map { ".\($0)" }.joined(separator: " ")
      let omits =
        format.omits.isEmpty ? "omits nothing" : "omits " + format.omits.map(\.name).joined(separator: ", ")
      return "\(format.id)\n  \(format.name); \(suffixes); \(does.joined(separator: " and "))\n  \(omits)\n"
    }.joined()
  }
}
