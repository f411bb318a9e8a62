internal import ArgumentParser
internal import DyadEditing

/// `dyad remove`
struct RemoveRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a record to which no other refers.",
    discussion: """
      With --with-references, relations, events, offices and views that cannot be without the record are removed too; others \
      lose the reference. Each of them is listed.

        dyad remove ferry quay
        dyad remove ferry belmar --with-references --dry-run
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The id; - for JSON on standard input, with 'id'.")
  var id: String?

  @Flag(help: "Also remove what refers to the record, or the references.")
  var withReferences = false

  @OptionGroup var options: EditArguments

  func validate() throws { try options.validate([id], "an id") }

  func run() throws {
    let requests = try options.requests(["id"], [id])
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for request in requests { report += try editor.remove(request[0], withReferences: withReferences) }
      return report
    }
  }
}
