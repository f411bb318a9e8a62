internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax
internal import Foundation

/// `dyad add`
struct AddRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a record to a dossier, and leave the rest of its text as it is.",
    discussion: """
      The keys are those of the dossier. Lists have commas between their items, and nested values are written as JSON. Without \
      'id', the id is made of the record. Records in the order of dates stay in it.

        dyad add event ferry on=2014-06-01 what="The ferry sails" type=COOPERATE actors=arvane 'cite=herald:"The ferry sails again"'
        dyad add phase ferry relation=arvane-belmar during=2014-06/.. reads=cordial tone=5 cite=herald
        dyad add entity ferry kind=official name="Ida Marrow" serves=arvane
        dyad add event ferry - < events.json

      'add source' also reads documents (text, Markdown, HTML, PDF, DOCX, ODT, EPUB) with what they say about themselves, and \
      bibliographies (CSL JSON, BibTeX, RIS):

        dyad add source ferry article.html
        dyad add source ferry report.pdf id=report kind=report published=2014-05-02 --yes
        dyad add source ferry library.bib --yes

      'add annotations' adds the quotes of a W3C Web Annotation or Hypothesis export to the claims that they name, and lists the \
      others, or makes drafts of them. 'add entity --wikidata' adds what the entity JSON of Wikidata states, each statement attributed to it:

        dyad add annotations ferry notes.json --as-drafts
        dyad add entity ferry --wikidata Q843.json
      """)

  @Argument(
    help:
      "The kind of record: event, relation, phase, entity, office, holding, source, link, kind or view; or annotations."
  )
  var kind: String

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  @Argument(
    help: ArgumentHelp(
      "The keys of the record with their values; - for JSON on standard input. Of a source, its file may precede them.",
      valueName: "key=value"))
  var assignments: [String] = []

  @Flag(help: "Add a source from a file without a question.")
  var yes = false

  @Flag(help: "Make drafts of the annotations that name no claim.")
  var asDrafts = false

  @Option(
    help: ArgumentHelp(
      "Add the items in this file or folder of Wikidata's entity JSON, or those named, such as Q843.", valueName: "path"
    ))
  var wikidata: String?

  @Option(
    help: ArgumentHelp(
      "The languages of names from Wikidata (default: en and those of the dossier).", valueName: "codes"))
  var languages: String?

  @Option(
    help: ArgumentHelp("The encoding of a document that declares none and is not UTF-8.", valueName: "name"))
  var encoding: String?

  @OptionGroup var options: EditArguments

  /// The file of a source; `nil` where its keys are given.
  private var file: String? {
    guard kind == Source.schema.form.name, !options.json, let first = assignments.first else { return nil }
    if first == "-" { return first }
    return Assignment.split(first) == nil || FileManager.default.fileExists(atPath: first) ? first : nil
  }

  private var isJSON: Bool { options.json || assignments == ["-"] }

  func validate() throws {
    // An unknown kind is reported with the one that is probably meant.
    guard DossierEditor.addedKinds.contains(kind) || kind == "annotations" else { return }
    if asDrafts, kind != "annotations" { throw ValidationError("--as-drafts is for 'add annotations'.") }
    if wikidata != nil || languages != nil {
      if kind != "entity" || wikidata == nil {
        throw ValidationError("--wikidata is for 'add entity', --languages for it.")
      }
      if let bad = assignments.first(where: { $0.wholeMatch(of: /Q[1-9][0-9]*/) == nil }) {
        throw ValidationError("'\(bad)' is not an item of Wikidata, such as Q843.")
      }
    } else if kind == "annotations" {
      if assignments.count != 1 { throw ValidationError("Give a file of annotations, or -.") }
    } else if file != nil {
      if let bad = assignments.dropFirst().first(where: { Assignment.split($0) == nil }) {
        throw ValidationError("'\(bad)' is not of the form key=value.")
      }
    } else if yes || encoding != nil {
      throw ValidationError("--yes and --encoding are for sources from a file.")
    } else if isJSON {
      if options.json, !assignments.isEmpty { throw ValidationError("Give key=value, or JSON on standard input.") }
    } else if let bad = assignments.first(where: { Assignment.split($0) == nil }) {
      throw ValidationError("'\(bad)' is not of the form key=value.")
    }
  }

  func run() throws {
    if let wikidata {
      let codes = languages?.split(separator: ",").map { $0.filter { !$0.isWhitespace } } ?? []
      return try AddWikidata(
        dossier: dossier, path: wikidata, items: assignments, languages: codes, options: options
      ).run()
    }
    if kind == "annotations" {
      return try AddAnnotations(dossier: dossier, path: assignments[0], makesDrafts: asDrafts, options: options).run()
    }
    if let file {
      let input = try SourceInput(reading: file, encoding: encoding)
      if case .records(let objects) = input.content { return try add(objects) }
      return try AddSource(
        dossier: dossier, input: input, assignments: Array(assignments.dropFirst()), isConfirmed: yes,
        options: options
      ).run()
    }
    if isJSON { return try add(try options.objects()) }
    try options.run(dossier) { editor throws(EditError) in
      let entityKind = assignments.compactMap(Assignment.split).first { $0.key == "kind" }?.text
      let form = try DossierEditor.form(ofKind: kind, entityKind: entityKind)
      return try editor.add(form, Assignment.all(assignments, for: form))
    }
  }

  private func add(_ objects: [JSONNode]) throws {
    try options.run(dossier) { editor throws(EditError) in
      var report: [String] = []
      for object in objects {
        let form = try DossierEditor.form(ofKind: kind, entityKind: object["kind"]?.text)
        report += try editor.add(form, Assignment.all(in: object))
      }
      return report
    }
  }
}
