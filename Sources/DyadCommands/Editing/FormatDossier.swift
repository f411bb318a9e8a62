internal import ArgumentParser
internal import DyadEditing

/// `dyad fmt`
struct FormatDossier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Give the files of a dossier the canonical layout.",
    discussion: """
      Only white space changes: two spaces for each level, one empty line between sections and at most one elsewhere, one space \
      after ':', ',' and '-', Unix line ends. Order, quotes, brackets and comments stay.

        dyad fmt ferry
        dyad fmt ferry --check
      """)

  @Argument(help: "The dossiers: YAML files, or folders of them.", completion: .file())
  var dossiers: [String]

  @Flag(help: "Write nothing; list the files with another layout, and exit with 1 if there are any.")
  var check = false

  @Flag(help: "Print the changes as a unified diff, and write nothing.")
  var dryRun = false

  func validate() throws {
    if check, dryRun { throw ValidationError("Give --check or --dry-run, not both.") }
  }

  func run() throws {
    var isCanonical = true
    for dossier in dossiers {
      try EditArguments.reporting {
        var editor = try DossierEditor(reading: dossier)
        let changed = try editor.format()
        if dryRun { try Terminal.result(Array(editor.diff.utf8)) }
        if !check, !dryRun { try editor.save() }
        if !dryRun { changed.forEach { Terminal.report(check ? "\($0): not in canonical layout" : "formatted \($0)") } }
        if !changed.isEmpty { isCanonical = false }
      }
    }
    if check, !isCanonical { throw Failure.inputErrors }
  }
}
