internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing

/// `dyad timeline`
struct DrawTimeline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw the course of a relation between two parties.",
    discussion: """
      Time runs down the page: the phases of the relation, the curve of its tone, and the events, with a lane for each party. \
      Without --from and --to, draw everything on record. Events that do not fit the paper are omitted, the weakest first, \
      and counted.
      """)

  @OptionGroup var source: DossierArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("The two parties.", valueName: "party"))
  var between: [String]

  @Option(help: ArgumentHelp("The first date: 2021-07-01, 2021-07 or 2021.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  @Flag(help: "Space events evenly in their order, instead of by date.")
  var even = false

  @OptionGroup var kept: FilterArguments
  @OptionGroup var style: StyleArguments
  @OptionGroup var file: PictureArguments

  @Option(help: "The title (default: the names of the parties).")
  var title: String?

  private var options: PictureOptions {
    PictureOptions { options in
      (options.between, options.from, options.to, options.known) = (between, from, to, known)
      (options.isEven, options.title) = (even, title)
      kept.fill(&options)
      style.fill(&options)
      file.fill(&options)
    }
  }

  func validate() throws { try options.validate(for: .timeline) }

  func run() async throws {
    let graph = try source.graph()
    let picture = try await options.request(for: .timeline, in: graph).picture(of: graph)
    try await file.write(picture)
    Terminal.report(picture.warnings, advice: "--min-tone 5, --from and --to")
  }
}
