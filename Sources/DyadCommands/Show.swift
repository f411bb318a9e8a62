internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadFormats

/// `dyad show`
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a dossier, an entity, a dyad or a claim as text, with its sources, as of a date.")

  @OptionGroup var source: DossierArguments

  @Argument(help: "One id or name for an entity or a claim, two for a dyad; none for the whole dossier.")
  var names: [String] = []

  @OptionGroup var view: ViewArguments
  @OptionGroup var when: WhenArguments

  @Flag(
    help: """
      List everything that concerns a view, the most salient first: its score, what the score is made of, whom it concerns, and \
      whether a picture of the view shows it.
      """)
  var why = false

  @Flag(help: "List the views that the dossier declares.")
  var views = false

  @Flag(
    help: """
      List every claim on its own line, sorted, to compare two versions; lines with ! are errors in the dossier.
      """)
  var claims = false

  @Flag(
    help: """
      List what data sets count between two parties, by period, with the rows behind each number where the store of events \
      is there (default: all dates).
      """)
  var counts = false

  @Option(
    help: ArgumentHelp(
      "The store of events with the rows (default: the 'store' of each table of counts).", valueName: "file"),
    completion: .file())
  var store: String?

  func validate() throws {
    if counts, names.count != 2 { throw ValidationError("--counts requires two names.") }
    if store != nil, !counts { throw ValidationError("--store requires --counts.") }
    if claims, !names.isEmpty { throw ValidationError("--claims lists the whole dossier and takes no names.") }
    if names.count > 2 { throw ValidationError("Give at most two names.") }
    try options.validate(for: .picture)
    let isView = !view.between.isEmpty || view.around != nil || view.view != nil
    if isView, !why { throw ValidationError("--between, --around and --view require --why.") }
    if isView, !names.isEmpty { throw ValidationError("Give names, or --between, --around or --view.") }
  }

  private var options: PictureOptions {
    PictureOptions { options in
      view.fill(&options)
      when.fill(&options)
    }
  }

  func run() async throws {
    if claims {
      try DossierArguments.requireReadable(source.dossier)
      return try Show.list(DossierReader.read(source.dossier))
    }
    let graph = try source.graph()
    if views { return try graph.views.keys.sorted().forEach { try Terminal.result($0.text) } }
    if why { return try Terminal.result(await ranking(in: graph)) }
    if counts { return try Terminal.result(try counted(in: graph)) }
    let text = SnapshotText(graph.snapshot(at: options.moment(of: nil, in: graph)))
    switch names.count {
    case 0: try Terminal.result(text.dossier)
    case 1:
      if let claim = text.claim(names[0]) { return try Terminal.result(claim) }
      try Terminal.result(text.entity(try graph.entity(named: names[0])))
    default: try Terminal.result(text.dyad(try graph.entity(named: names[0]), try graph.entity(named: names[1])))
    }
  }

  /// What data sets count between the two, at all dates unless one is given.
  private func counted(in graph: KnowledgeGraph) throws -> String {
    let isDated = options.on != nil || options.during != nil
    let moment =
      isDated
      ? options.moment(of: nil, in: graph)
      : Moment(during: .distantPast ... .distantFuture, known: options.known?.days.upperBound)
    let text = CountText(graph, at: moment, stores: try CountStores(of: source.dossier, given: store))
    return try text.dyad(try graph.entity(named: names[0]), try graph.entity(named: names[1]))
  }

  /// The ranking of the view, with what a picture of it shows.
  private func ranking(in graph: KnowledgeGraph) async throws -> String {
    var options = options
    if names.count == 1 { options.around = names[0] } else { options.between = names.isEmpty ? options.between : names }
    let request = try options.request(for: .picture, in: graph)
    let picture = try await request.picture(of: graph)
    let diff = try request.comparison(of: graph).diff
    guard let content = picture.composition?.content else { return "" }
    return SalienceRanking(diff, of: View(request.focus, filter: request.filter), shownIn: content).text
  }

  /// Lists a file alone: the records that it refers to may be in another file, and source texts elsewhere. An error is
  /// a line too, without the name of the file, because git passes a temporary one.
  private static func list(_ checked: Checked<[Dossier]>) throws {
    let errors = checked.errors.filter { $0.code != .sourceText }.map { error in
      "! line \(error.place?.line ?? 1): \(error.message) [\(error.code)]\n"
    }
    try Terminal.result(Array((ClaimList(checked.value).text + errors.joined()).utf8))
  }
}
