internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import Foundation

/// `dyad convert`
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a dossier as another format, or make a dossier of a graph in another format.",
    discussion: """
      The suffixes pick the formats; --from and --to override them, and --list tells which there are. What the format cannot \
      carry is counted on standard error. csv, neo4j-csv and obsidian are folders.
      """)

  @Argument(help: "The dossier, or the graph in another format; - for standard input.", completion: .file())
  var input: String?

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: String?

  @Option(help: ArgumentHelp("The format to read.", valueName: "format"))
  var from: String?

  @Option(name: .shortAndLong, help: "The file or folder to write, or - for standard output.")
  var output = "-"

  @Option(help: ArgumentHelp("Only what holds on this date: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var asOf: PartialDate?

  @Option(help: ArgumentHelp("Only what could be known on this date.", valueName: "date"))
  var known: PartialDate?

  @Option(help: ArgumentHelp("How the columns of a CSV become fields.", valueName: "file"))
  var mapping: String?

  @Flag(help: "Take a claim without a source for an error.")
  var requireSources = false

  @Flag(help: "List the formats, what they read and write, and what they cannot carry.")
  var list = false

  func validate() throws {
    if list { return }
    if input == nil { throw ValidationError("Name what to convert, or give --list.") }
    for (option, id) in [("--to", to), ("--from", from)] {
      guard let id, Format.named(id) == nil else { continue }
      let hint = nearest(to: id, among: Format.all.map(\.id)).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("\(option): there is no format '\(id)'.\(hint) --list tells which there are.")
    }
    guard let target else { throw ValidationError("Give --to, or an output whose suffix is that of a format.") }
    if target.writer == nil { throw ValidationError("\(target.id) is read, but not written.") }
    if target.isFolder, output == "-" { throw ValidationError("\(target.id) is a folder: name it with --output.") }
    if let from, Format.named(from)?.reader == nil { throw ValidationError("\(from) is written, but not read.") }
    if mapping != nil, from.map({ $0 != "csv" }) ?? false { throw ValidationError("--mapping goes with --from csv.") }
  }

  private var target: Format? {
    to.flatMap(Format.named) ?? Format.of(path: output) { $0.writer != nil }
  }

  func run() throws {
    if list { return Terminal.result(Convert.table) }
    guard let input, let target else { return }
    var graph = try read(input)
    if asOf != nil || known != nil {
      let days = asOf?.days ?? Day.distantPast ... .distantFuture
      graph = graph.snapshot(at: Moment(asOf: days, known: known?.days.upperBound)).standing
    }
    try Output.write(graph, as: target, to: output)
    let omitted = target.omits.map { ($0.name, $0.count(in: graph)) }.filter { $0.1 > 0 }
    guard !omitted.isEmpty else { return }
    Terminal.say(
      "left out, since \(target.id) cannot carry it: " + omitted.map { "\($0) (\($1))" }.joined(separator: ", "))
  }

  private func read(_ input: String) throws -> KnowledgeGraph {
    try DossierArguments.requireReadable(input)
    guard let mapping else {
      return try DossierArguments.graph(of: input, as: from.flatMap(Format.named), requiringSources: requireSources)
    }
    return try DossierArguments.graph(CSVReader.read(input, mapping: mapping), requiringSources: requireSources)
  }

  private static var table: String {
    Format.all.map { format in
      let does = [format.reader.map { _ in "reads" }, format.writer.map { _ in "writes" }].compactMap { $0 }
      let suffixes = format.isFolder ? "a folder" : format.suffixes.map { ".\($0)" }.joined(separator: " ")
      let omits =
        format.omits.isEmpty ? "carries everything" : "leaves out " + format.omits.map(\.name).joined(separator: ", ")
      return "\(format.id)\n  \(format.name); \(suffixes); \(does.joined(separator: " and "))\n  \(omits)\n"
    }.joined()
  }
}
