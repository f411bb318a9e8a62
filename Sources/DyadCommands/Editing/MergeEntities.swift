internal import ArgumentParser
internal import DyadEditing

/// `dyad merge`
struct MergeEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one entity of two that are the same.",
    discussion: """
      The first entity stays: claims of the second name it, and it gets the names, citations and offices of the second. Where \
      both have a key with different values, that of the first stays and the other is listed.

        dyad merge ferry free-coast-front fcf
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(help: "The id of the entity that stays; - for JSON on standard input, with 'id' and 'other'.")
  var id: String?

  @Argument(help: "The id of the entity that becomes part of it.")
  var other: String?

  @OptionGroup var options: EditArguments

  func validate() throws { try options.validate([id, other], "the ids of two entities") }

  func run() throws {
    let requests = try options.requests(["id", "other"], [id, other])
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for request in requests { report += try editor.merge(request[0], request[1]) }
      return report
    }
  }
}
