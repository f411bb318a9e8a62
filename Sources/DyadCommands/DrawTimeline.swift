internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing

/// `dyad timeline`
struct DrawTimeline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw a relation between two parties, or all ties of one party, over time.",
    discussion: """
      --between draws an overview to scale (phases, events, tone) and below it the events in order of time, with a lane \
      for each party. --around draws a row for each other party, the closest first. Without --from and --to, draw \
      everything on record. Rows that do not fit the paper are omitted, the weakest first, and counted.
      """)

  @OptionGroup var source: DossierArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("The two parties.", valueName: "party"))
  var between: [String] = []

  @Option(help: ArgumentHelp("The party whose ties are drawn.", valueName: "party"))
  var around: String?

  @Option(help: ArgumentHelp("The parties of a view that the dossier declares.", valueName: "name"))
  var view: String?

  @Option(help: ArgumentHelp("The first date: 2021-07-01, 2021-07 or 2021.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  @OptionGroup var kept: FilterArguments
  @OptionGroup var counted: CountArguments
  @OptionGroup var style: StyleArguments
  @OptionGroup var file: PictureArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(help: "The title (default: the names of the parties).")
  var title: String?

  private var options: PictureOptions {
    PictureOptions { options in
      (options.between, options.around, options.view) = (between, around, view)
      (options.from, options.to, options.known, options.title) = (from, to, known, title)
      kept.fill(&options)
      counted.fill(&options)
      style.fill(&options)
      file.fill(&options)
    }
  }

  func validate() throws { try options.validate(for: .timeline) }

  func run() async throws {
    isolation.apply()
    let graph = try source.graph()
    let picture = try await options.request(for: .timeline, in: graph).picture(of: graph)
    try await file.write(picture)
    Terminal.report(picture.warnings, advice: "--min-tone 5, --from and --to")
  }
}
