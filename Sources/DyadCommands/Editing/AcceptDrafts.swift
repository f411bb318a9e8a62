internal import ArgumentParser
internal import DyadCore
internal import DyadEditing

/// `dyad accept`
struct AcceptDrafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept drafts: move them to the records of the dossier.",
    discussion: """
      A draft is moved to where 'dyad add' puts such a record, with the drafts that it refers to. The result is checked first.

        dyad accept ferry dar-visits-kabul
        dyad accept ferry --source herald
      """)

  @OptionGroup var drafts: DraftArguments
  @OptionGroup var options: DecisionArguments

  func validate() throws { try drafts.validate() }

  func run() throws {
    try options.run(drafts.dossier) { editor throws(EditError) in try editor.accept(drafts.ids(in: editor)) }
  }
}

/// `dyad reject`
struct RejectDrafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Reject drafts: remove them, and the drafts that refer to them.",
    discussion: """
      What was rejected is not proposed again: the file of drafts lists it under 'rejected'. 'dyad propose --rejected' proposes it again.

        dyad reject ferry --all
      """)

  @OptionGroup var drafts: DraftArguments
  @OptionGroup var options: DecisionArguments

  func validate() throws { try drafts.validate() }

  func run() throws {
    try options.run(drafts.dossier) { editor throws(EditError) in try editor.reject(drafts.ids(in: editor)) }
  }
}

/// The drafts that a command decides on.
struct DraftArguments: ParsableArguments {
  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: ArgumentHelp("The ids of drafts.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Decide on all drafts.")
  var all = false

  @Option(help: ArgumentHelp("Decide on all drafts that cite this source.", valueName: "id"))
  var source: String?

  func validate() throws {
    let ways = [!ids.isEmpty, all, source != nil].count { $0 }
    if ways != 1 { throw ValidationError("Give the ids of drafts, --all, or --source.") }
  }

  /// The ids that were asked for, or of all drafts that match.
  func ids(in editor: DossierEditor) throws(EditError) -> [String] {
    guard ids.isEmpty else { return ids }
    let found = editor.drafts.filter { draft in source.map(draft.cites) ?? true }
    if found.isEmpty {
      throw .request(source.map { "no draft cites the source '\($0)'" } ?? "'\(dossier)' has no drafts")
    }
    return found.map(\.id)
  }
}

/// The options of decisions on drafts.
struct DecisionArguments: ParsableArguments {
  @Flag(help: "Print the changes as a unified diff, and write nothing.")
  var dryRun = false

  func run(_ dossier: String, _ edit: (inout DossierEditor) throws(EditError) -> [String]) throws {
    try EditArguments.run(dossier, isDry: dryRun, edit)
  }
}
