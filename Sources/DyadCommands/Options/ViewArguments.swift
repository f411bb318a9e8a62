internal import ArgumentParser
internal import DyadCore

/// The parties of a picture, and what of them it shows.
struct ViewArguments: ParsableArguments {
  @Option(parsing: .upToNextOption, help: ArgumentHelp("Show the dyad of these two parties.", valueName: "party"))
  var between: [String] = []

  @Option(help: ArgumentHelp("Show this party and those around it.", valueName: "party"))
  var around: String?

  @Option(
    help: ArgumentHelp("The largest number of ties from that party to a shown one (default: 1).", valueName: "number"))
  var hops: Int?

  @Option(help: ArgumentHelp("Show a view that the dossier declares.", valueName: "name"))
  var view: String?

  @Option(
    help: ArgumentHelp(
      "How old an event may be to make a line by itself: 90d, 6m, 2y (default: 2y). Does not apply to a pair.",
      valueName: "length"))
  var window: Lookback?

  @OptionGroup var kept: FilterArguments

  func fill(_ options: inout PictureOptions) {
    (options.between, options.around, options.hops, options.view) = (between, around, hops, view)
    options.window = window
    kept.fill(&options)
  }
}

/// The filter of a picture or a text.
struct FilterArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Show only these kinds or types of entity, relation or event, or these parties.", valueName: "word"))
  var only: [String] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Omit these kinds, types or parties.", valueName: "word"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Omit what has a tone closer to 0 than this, from 0 to 10.", valueName: "tone"))
  var minTone: Double = 0

  func fill(_ options: inout PictureOptions) {
    (options.only, options.without, options.minTone) = (only, without, minTone)
  }
}

/// The date of a picture or a text.
struct WhenArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "As of this date: 2025-05-26, 2025-05 or 2025 (default: the last date of the dossier).", valueName: "date"))
  var on: PartialDate?

  @Option(help: ArgumentHelp("In this period: 2025-03/2025-05.", valueName: "interval"))
  var during: Interval?

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  func fill(_ options: inout PictureOptions) {
    (options.on, options.during, options.known) = (on, during, known)
  }
}

extension PictureOptions {
  /// Options of a command that takes some of them.
  init(_ fill: (inout PictureOptions) -> Void) {
    self.init()
    fill(&self)
  }

  /// Ends the parsing of a command line whose options contradict each other.
  func validate(for form: Form) throws {
    if let contradiction = contradiction(for: form, { "--\($0)" }) { throw ValidationError("\(contradiction).") }
  }
}
