internal import ArgumentParser
internal import DyadEditing

/// `dyad rename`
struct RenameRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a record another id, in all files and in every reference.",
    discussion: """
      'was' of an entity, a relation or an event keeps the old id, so that a diff of two versions reports one renaming. Reviews \
      stay valid.

        dyad rename ferry belmar belmar-republic
        dyad rename ferry view:ties overview
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The id; - for JSON on standard input, with 'id' and 'to'.")
  var id: String?

  @Argument(help: "The new id.")
  var new: String?

  @OptionGroup var options: EditArguments

  func validate() throws { try options.validate([id, new], "an id and the new id") }

  func run() throws {
    let requests = try options.requests(["id", "to"], [id, new])
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for request in requests { report += try editor.rename(request[0], to: request[1]) }
      return report
    }
  }
}
