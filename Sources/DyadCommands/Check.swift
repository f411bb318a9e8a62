internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadFormats
internal import Foundation

/// `dyad check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a dossier and verify its quotes against the source texts.")

  @Argument(help: "The dossiers: YAML files, folders of them, or - for standard input.", completion: .file())
  var dossiers: [String]

  @Flag(help: "Treat a claim without a source as an error.")
  var requireSources = false

  @Flag(help: "Also warn of events whose words, numbers or tone contradict the score of their type.")
  var lint = false

  @Option(help: ArgumentHelp("List the passages of the source texts that no claim quotes.", valueName: "form"))
  var coverage: Coverage.Form?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file for the coverage, or - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    var failure: ExitCode?
    var reports: [Coverage] = []
    for path in dossiers {
      let reader: Format.Reader
      do { reader = try DossierArguments.reader(of: path) } catch let error as Failure {
        // The other dossiers are still checked; a failure of the environment outranks an error in the input.
        Terminal.report("error: \(error.message)")
        if failure != Failure.environmentFailed { failure = error.status }
        continue
      }
      let checked = reader(path).then { KnowledgeGraph.linking($0, requiringSources: requireSources, linting: lint) }
      Terminal.report(checked.diagnostics)
      if !checked.errors.isEmpty { failure = failure ?? Failure.inputErrors }
      if coverage != nil {
        reports += Coverage.all(of: checked.value)
      } else if checked.errors.isEmpty {
        Terminal.report("\(path): \(checked.value.summary)")
      }
    }
    if let coverage { try Output.write(Array(coverage.write(reports).utf8), to: output) }
    if let failure { throw failure }
  }
}
