internal import ArgumentParser
internal import DyadCore
internal import DyadReport

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

  func validate() throws {
    if things.count > 2 { throw ValidationError("Name one thing, or two for a dyad.") }
  }

  func run() throws {
    let graph = try source.graph()
    if views { return graph.views.keys.sorted().forEach { Terminal.result($0.text) } }
    let words = Telling(graph.snapshot(at: when.moment(of: nil, in: graph)))
    switch things.count {
    case 0: Terminal.result(words.dossier)
    case 1:
      if let claim = words.claim(things[0]) { return Terminal.result(claim) }
      Terminal.result(words.entity(try entity(things[0], in: graph)))
    default: Terminal.result(words.dyad(try entity(things[0], in: graph), try entity(things[1], in: graph)))
    }
  }
}
