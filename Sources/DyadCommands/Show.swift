internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import DyadContent

/// `dyad show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell in words: the dossier, an entity, a dyad or a claim, as of a date, with its sources.")

  @OptionGroup var source: DossierArguments

  @Argument(help: "Nothing for the whole dossier, one id or name for a thing, two for a dyad.")
  var things: [String] = []

  @OptionGroup var when: WhenArguments

  @Flag(help: "List the views that the dossier names.")
  var views = false

  @Flag(
    help: """
      List every claim in a line of its own, sorted, for a diff of two versions; what cannot be read is listed, too.
      """)
  var claims = false

  func validate() throws {
    if claims, !things.isEmpty { throw ValidationError("--claims lists all that is there.") }
    if things.count > 2 { throw ValidationError("Name one thing, or two for a dyad.") }
  }

  private var options: PictureOptions { PictureOptions(when.fill) }

  func run() throws {
    if claims {
      try DossierArguments.requireReadable(source.dossier)
      return Show.list(DossierReader.read(source.dossier))
    }
    let graph = try source.graph()
    if views { return graph.views.keys.sorted().forEach { Terminal.result($0.text) } }
    let words = SnapshotText(graph.snapshot(at: options.moment(of: nil, in: graph)))
    switch things.count {
    case 0: Terminal.result(words.dossier)
    case 1:
      if let claim = words.claim(things[0]) { return Terminal.result(claim) }
      Terminal.result(words.entity(try graph.entity(named: things[0])))
    default: Terminal.result(words.dyad(try graph.entity(named: things[0]), try graph.entity(named: things[1])))
    }
  }

  /// A file is listed by itself: what it names may stand in another one, and the texts of its sources elsewhere. What is
  /// wrong in it is a line, too, without the file's name, which is none that lasts where git asks.
  private static func list(_ checked: Checked<[Dossier]>) {
    let wrong = checked.errors.filter { $0.code != .sourceText }.map { finding in
      "! line \(finding.place?.line ?? 1): \(finding.message) [\(finding.code)]\n"
    }
    Terminal.result(Array((ClaimList(checked.value).text + wrong.joined()).utf8))
  }
}
