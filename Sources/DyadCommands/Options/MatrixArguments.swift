internal import ArgumentParser
internal import DyadCore

/// The arrangement of many parties, and their blocs.
struct MatrixArguments: ParsableArguments {
  @Flag(help: "Draw a matrix: the parties as rows and columns, at most 60, ordered so that blocs are blocks.")
  var asMatrix = false

  @Option(
    help: ArgumentHelp(
      """
      The blocs of a network or a matrix: stated (members of one organization, by relations of the kind member), found \
      (parties with close ties, as an algorithm finds them), none (default: stated).
      """, valueName: "blocs"))
  var blocs: View.Blocs?

  func fill(_ options: inout PictureOptions) { (options.isMatrix, options.blocs) = (asMatrix, blocs) }
}
