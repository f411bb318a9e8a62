internal import ArgumentParser
internal import DyadCore
internal import DyadEditing

/// `dyad close`
struct CloseRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "End a phase, an office held or an entity on a date.",
    discussion: """
      What ended already is not changed. A phase or an office held whose id is made of its dates has another id afterwards, \
      which its review follows.

        dyad close ferry arvane-belmar_2014-04_.. --on 2016-03
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The id of the phase, office held or entity; - for JSON on standard input, with 'id' and 'on'.")
  var id: String?

  @Option(help: ArgumentHelp("The end: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var on: PartialDate?

  @OptionGroup var options: EditArguments

  func validate() throws {
    if options.isFromStandardInput([id]), on != nil {
      throw ValidationError("Give an id and --on, or JSON on standard input.")
    }
    try options.validate([id], "an id")
    if !options.isFromStandardInput([id]), on == nil { throw ValidationError("Give the date of the end as --on.") }
  }

  func run() throws {
    let requests = try options.requests(["id", "on"], [id, on?.description])
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for request in requests {
        guard let date = PartialDate(request[1]) else {
          throw .request(UnsupportedNotation.refusal(of: request[1], as: "date"))
        }
        report += try editor.close(request[0], on: date)
      }
      return report
    }
  }
}
