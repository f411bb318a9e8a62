internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Graphviz

/// `dyad redraw`
struct Redraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redraw",
    abstract: "Draw pictures again, in place, from the requests that they carry.",
    discussion: """
      Each picture keeps its view, dates, filters, language, theme and paper; --on moves its date. The exit code is 1 if \
      one cannot be drawn again: it carries no recipe, is of another dossier, or was changed by hand (see --force).
      """)

  @Argument(help: "The pictures, as SVG or PNG.", completion: .file())
  var pictures: [String]

  @Option(help: ArgumentHelp("The dossier to draw them from.", valueName: "dossier"))
  var against: String

  @Option(help: ArgumentHelp("Move the date to this one: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var on: PartialDate?

  @Flag(help: "Draw pictures again that were changed by hand.")
  var force = false

  @OptionGroup var isolation: IsolationArguments

  func run() async throws {
    isolation.apply()
    let graph = try DossierArguments.graph(of: against)
    var isComplete = true
    for path in pictures {
      let drawn = try DrawnPicture(path)
      let verdict = try drawn.verdict(against: graph)
      guard let recipe = drawn.recipe, verdict != .foreign else {
        isComplete = false
        try Terminal.result("\(path): \(drawn.describe(verdict))")
        continue
      }
      if drawn.isChanged, !force {
        isComplete = false
        try Terminal.result("\(path): was changed after it was drawn; --force draws it again")
        continue
      }
      let request = on.map { recipe.request.moved(to: $0.days) } ?? recipe.request
      let picture = try await request.picture(of: graph)
      let bytes = try await picture.rendering(as: drawn.format).bytes
      guard bytes != drawn.bytes else {
        try Terminal.result("\(path): unchanged")
        continue
      }
      try Output.write(bytes, to: path)
      try Terminal.result("\(path): redrawn")
      try drawn.differences(verdict, in: graph).forEach { try Terminal.result("  \($0)") }
      Terminal.report(picture.warnings, advice: "draw again with a filter")
    }
    if !isComplete { throw Failure.inputErrors }
  }
}

extension DrawnPicture {
  /// The format of its bytes: PNG begins with a fixed signature.
  fileprivate var format: ImageFormat { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .png : .svg }
}
