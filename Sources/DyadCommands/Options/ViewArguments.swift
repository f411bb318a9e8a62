internal import ArgumentParser
internal import DyadCore

/// Which parties a picture or an answer is about, and when.
struct ViewArguments: ParsableArguments {
  @Option(parsing: .upToNextOption, help: ArgumentHelp("Two parties: the sheet of their dyad.", valueName: "party"))
  var between: [String] = []

  @Option(help: ArgumentHelp("One party, and those around it.", valueName: "party"))
  var around: String?

  @Option(help: "The number of ties from the party in the middle.")
  var hops: Int?

  @Option(help: ArgumentHelp("A view that the dossier declares.", valueName: "name"))
  var view: String?

  @OptionGroup var kept: FilterArguments
  @OptionGroup var when: WhenArguments

  func fill(_ options: inout PictureOptions) {
    (options.between, options.around, options.hops, options.view) = (between, around, hops, view)
    kept.fill(&options)
    when.fill(&options)
  }
}

/// What a picture or an answer leaves out.
struct FilterArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Keep only these kinds or types of entity, relation or event, or parties.", valueName: "word"))
  var only: [String] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Leave these out, in the same words.", valueName: "word"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Leave out what is nearer to zero than this, on either side.", valueName: "tone"))
  var minTone: Double = 0

  func fill(_ options: inout PictureOptions) {
    (options.only, options.without, options.minTone) = (only, without, minTone)
  }
}

/// The date of a picture or an answer.
struct WhenArguments: ParsableArguments {
  @Option(help: ArgumentHelp("As of this date: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var on: PartialDate?

  @Option(help: ArgumentHelp("In this window: 2025-03/2025-05.", valueName: "interval"))
  var during: Interval?

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  func fill(_ options: inout PictureOptions) {
    (options.on, options.during, options.known) = (on, during, known)
  }
}

extension PictureOptions {
  /// Options of a command that takes only some of them.
  init(_ fill: (inout PictureOptions) -> Void) {
    self.init()
    fill(&self)
  }

  /// Ends the parsing of a command line whose options contradict each other.
  func validate(for form: Form) throws {
    if let contradiction = contradiction(for: form, { "--\($0)" }) { throw ValidationError("\(contradiction).") }
  }
}
