internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import DyadContent
internal import Foundation

/// `dyad check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find every problem in a dossier, with its place; look quotes up in their texts.")

  @Argument(help: "The dossiers: YAML files, folders of them, or - for standard input.", completion: .file())
  var dossiers: [String]

  @Flag(help: "Take a claim without a source for an error.")
  var requireSources = false

  @Option(help: "Show which passages of the sources' texts no claim quotes: text, html or json.")
  var coverage: Coverage.Form?

  @Option(name: .shortAndLong, help: "The file to write the coverage to.")
  var output = "-"

  func run() throws {
    var failure: ExitCode?
    var reports: [Coverage] = []
    for path in dossiers {
      let reader: Format.Reader
      do { reader = try DossierArguments.reader(of: path) } catch let error as Failure {
        // The other dossiers are checked all the same; a failure of the environment outranks one of the input.
        Terminal.say("error: \(error.message)")
        if failure != Failure.environmentFailed { failure = error.status }
        continue
      }
      let checked = reader(path).then { KnowledgeGraph.linking($0, requiringSources: requireSources) }
      Terminal.say(checked.diagnostics)
      if !checked.errors.isEmpty { failure = failure ?? Failure.inputErrors }
      if coverage != nil {
        reports += Coverage.all(of: checked.value)
      } else if checked.errors.isEmpty {
        Terminal.say("\(path): \(checked.value.summary)")
      }
    }
    if let coverage { try Output.write(Array(coverage.write(reports).utf8), to: output) }
    if let failure { throw failure }
  }
}
