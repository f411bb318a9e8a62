internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadEditing

/// `dyad anchor`
struct AnchorQuotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Record the texts of sources, and where quotes are in them, so that check reports a later change.",
    discussion: """
      Each source with a text gets its 'digest'. A quote that its text has several times gets the words before it, so that \
      it stays clear which one is meant. After a text has changed, 'dyad check' lists the quotes that moved, are gone or \
      have become ambiguous; anchor then records the new text.
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The ids of the sources (default: all with a text).")
  var sources: [String] = []

  @Flag(help: "Record for every quote where it begins in the text.")
  var positions = false

  @Flag(help: "Print the changes as a unified diff, and write nothing.")
  var dryRun = false

  func run() throws {
    try EditArguments.run(dossier, isDry: dryRun) { editor throws(EditError) in
      try editor.anchor(Set(sources), allPositions: positions, digest: \.digest)
    }
  }
}
