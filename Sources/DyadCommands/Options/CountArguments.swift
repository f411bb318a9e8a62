internal import ArgumentParser
internal import DyadCore

/// The table whose counts are drawn.
struct CountArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw what this table of the dossier counts, and nothing else. A store of events, in place of a dossier, has no other claims.",
      valueName: "table"))
  var counts: String?

  func fill(_ options: inout PictureOptions) { options.counts = counts }
}
