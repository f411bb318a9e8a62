internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// `dyad add`
struct AddRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a record to a dossier, and leave the rest of its text as it is.",
    discussion: """
      The keys are those of the dossier. Lists have commas between their items, and nested values are written as JSON. Without \
      'id', the id is made of the record. Records in the order of dates stay in it.

        dyad add event ferry on=2014-06-01 what="The ferry sails" type=COOPERATE actors=arvane 'cite=herald:"the ferry sails"'
        dyad add phase ferry relation=arvane-belmar during=2014-06/.. reads=cordial tone=5 cite=herald
        dyad add entity ferry kind=official name="Ida Marrow" serves=arvane
        dyad add event ferry - < events.json
      """)

  @Argument(help: "The kind of record: event, relation, phase, entity, office, holding, source, link, kind or view.")
  var kind: String

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(
    help: ArgumentHelp(
      "The keys of the record with their values; - for JSON on standard input.", valueName: "key=value"))
  var assignments: [String] = []

  @OptionGroup var options: EditArguments

  private var isJSON: Bool { options.json || assignments == ["-"] }

  func validate() throws {
    if isJSON {
      if options.json, !assignments.isEmpty { throw ValidationError("Give key=value, or JSON on standard input.") }
    } else if let bad = assignments.first(where: { Assignment.split($0) == nil }) {
      throw ValidationError("'\(bad)' is not of the form key=value.")
    }
  }

  func run() throws {
    let objects = isJSON ? try options.objects() : []
    try options.run(dossier) { editor throws(EditError) in
      guard isJSON else {
        let entityKind = assignments.compactMap(Assignment.split).first { $0.key == "kind" }?.text
        let form = try DossierEditor.form(ofKind: kind, entityKind: entityKind)
        return try editor.add(form, Assignment.all(assignments, for: form))
      }
      var report: [String] = []
      for object in objects {
        let form = try DossierEditor.form(ofKind: kind, entityKind: object["kind"]?.text)
        report += try editor.add(form, Assignment.all(in: object))
      }
      return report
    }
  }
}
