internal import ArgumentParser
internal import DyadEditing
internal import DyadSyntax

/// `dyad edit`
struct EditRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change keys of a record, and leave the rest of the dossier's text as it is.",
    discussion: """
      'key=value' sets a key, 'key=' removes it, and 'key+=value' adds to a list or to the citations. The id may be that of \
      a phase or of an office held, as check and show print it; 'view:id' names the view of that id.

        dyad edit ferry quay on=2014 confidence=low
        dyad edit ferry quay 'cite+=herald:"paid for the new quay"'
        echo '{"id": "quay", "tone": 4, "confidence": null}' | dyad edit ferry -
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The id of the record; - for JSON on standard input.")
  var id: String?

  @Argument(help: ArgumentHelp("The keys with their values.", valueName: "key=value"))
  var assignments: [String] = []

  @OptionGroup var options: EditArguments

  func validate() throws {
    if options.isFromStandardInput([id]) {
      if !assignments.isEmpty { throw ValidationError("Give key=value, or JSON on standard input.") }
    } else if id == nil || assignments.isEmpty {
      throw ValidationError("Give an id and key=value.")
    } else if let bad = assignments.first(where: { Assignment.split($0) == nil }) {
      throw ValidationError("'\(bad)' is not of the form key=value.")
    }
  }

  func run() throws {
    guard options.isFromStandardInput([id]) else {
      let id = id ?? ""
      return try options.run(dossier) { editor throws(EditError) in
        try editor.edit(id, Assignment.all(assignments, for: editor.form(of: id)))
      }
    }
    let objects = try options.objects()
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for object in objects {
        guard let id = object["id"]?.text else { throw .request("an object on standard input needs 'id'") }
        report += try editor.edit(id, Assignment.all(in: object).filter { $0.key != "id" })
      }
      return report
    }
  }
}
