internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadFormats

/// `dyad show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a dossier, an entity, a dyad or a claim as text, with its sources, as of a date.")

  @OptionGroup var source: DossierArguments

  @Argument(help: "One id or name for an entity or a claim, two for a dyad; none for the whole dossier.")
  var names: [String] = []

  @OptionGroup var when: WhenArguments

  @Flag(help: "List the views that the dossier declares.")
  var views = false

  @Flag(
    help: """
      List every claim on its own line, sorted, to compare two versions; lines with ! are errors in the dossier.
      """)
  var claims = false

  func validate() throws {
    if claims, !names.isEmpty { throw ValidationError("--claims lists the whole dossier and takes no names.") }
    if names.count > 2 { throw ValidationError("Give at most two names.") }
  }

  private var options: PictureOptions { PictureOptions(when.fill) }

  func run() throws {
    if claims {
      try DossierArguments.requireReadable(source.dossier)
      return Show.list(DossierReader.read(source.dossier))
    }
    let graph = try source.graph()
    if views { return graph.views.keys.sorted().forEach { Terminal.result($0.text) } }
    let text = SnapshotText(graph.snapshot(at: options.moment(of: nil, in: graph)))
    switch names.count {
    case 0: Terminal.result(text.dossier)
    case 1:
      if let claim = text.claim(names[0]) { return Terminal.result(claim) }
      Terminal.result(text.entity(try graph.entity(named: names[0])))
    default: Terminal.result(text.dyad(try graph.entity(named: names[0]), try graph.entity(named: names[1])))
    }
  }

  /// Lists a file alone: the records that it refers to may be in another file, and source texts elsewhere. An error is a
  /// line too, without the name of the file, because git passes a temporary one.
  private static func list(_ checked: Checked<[Dossier]>) {
    let errors = checked.errors.filter { $0.code != .sourceText }.map { error in
      "! line \(error.place?.line ?? 1): \(error.message) [\(error.code)]\n"
    }
    Terminal.result(Array((ClaimList(checked.value).text + errors.joined()).utf8))
  }
}
