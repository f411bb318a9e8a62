internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadProposals

/// `dyad propose`
struct ProposeClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose claims from the texts of a dossier's sources, as drafts.",
    discussion: """
      Drafts are in a file of their own ('drafts.yaml' of a folder, 'ties.drafts.yaml' beside 'ties.yaml') and in no picture, text or export \
      without --drafts. 'dyad accept' and 'dyad reject' decide on them. The built-in rules read English and use no network. With --with, a \
      program of yours proposes instead: it reads a request in JSON from standard input and writes its claims as JSON. Each quote, id, date \
      and type is verified.

        dyad propose ferry
        dyad propose ferry --source herald --minimum-score 0.7 --dry-run
        dyad propose ferry --with 'python3 examples/proposers/propose.py'
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Option(help: ArgumentHelp("The source whose text is read (default: all with a text).", valueName: "id"))
  var source: String?

  @Option(
    help: ArgumentHelp("Leave out proposals with a lower score, from 0 to 1.", valueName: "number"))
  var minimumScore = Drafts.minimumScore

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "A program with its arguments, which proposes instead of the built-in rules. No shell reads it.",
      valueName: "command"))
  var command: String?

  @Option(
    help: ArgumentHelp(
      "The time that the program may take for one source, in seconds.", valueName: "seconds"))
  var timeout = 120

  @Flag(help: "Propose again what was rejected.")
  var rejected = false

  @Flag(help: "Print the changes as a unified diff, and write nothing.")
  var dryRun = false

  func validate() throws {
    if !(0...1).contains(minimumScore) { throw ValidationError("Give a --minimum-score from 0 to 1.") }
    if !(1...86_400).contains(timeout) { throw ValidationError("Give a --timeout from 1 to 86400 seconds.") }
    if let command, ProgramProposer(command) == nil {
      throw ValidationError("'\(command)' is empty or has an open quotation mark.")
    }
  }

  func run() throws {
    let program = command.flatMap { ProgramProposer($0, seconds: timeout) }
    try EditArguments.reporting {
      var editor = try DossierEditor(reading: dossier)
      let report: Drafts.Report
      do throws(Drafts.Failure) {
        report = try Drafts.propose(
          in: &editor, source: source, with: program ?? RuleProposer(), minimumScore: minimumScore,
          includingRejected: rejected)
      } catch {
        switch error {
        case .editing(let error): throw error
        case .proposing(.noText), .unknownSource: throw EditError.request(error.description)
        case .proposing: throw EditError.environment(error.description)
        }
      }
      if dryRun {
        if editor.isChanged { try Terminal.result(Array(editor.diff.utf8)) }
      } else {
        try editor.save()
      }
      report.lines.forEach { Terminal.report($0) }
    }
  }
}
