internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// `dyad draw`
struct Draw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw relations at a date as SVG, PNG, PDF or DOT.",
    discussion: """
      Without --between, --around or --view, draw the whole graph; without a date, draw the last day of the dossier. \
      A picture that does not fit its paper shows fewer rows and says how many it omits.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var when: WhenArguments
  @OptionGroup var matrix: MatrixArguments
  @OptionGroup var counted: CountArguments
  @OptionGroup var style: StyleArguments
  @OptionGroup var file: PictureArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(help: "The title (default: what the picture finds, or the names of the parties).")
  var title: String?

  @Option(
    help: ArgumentHelp("A style sheet to embed in an SVG; it must not load anything from elsewhere.", valueName: "file")
  )
  var stylesheet: String?

  @Option(
    help: ArgumentHelp(
      "Keep everything at the positions in this file, which is written and updated.", valueName: "file"))
  var lock: String?

  @Option(
    help: ArgumentHelp(
      "Fail if the positions of a lock move by more than this share of the width.", valueName: "percent"))
  var maxMovement: Percent?

  private var options: PictureOptions {
    PictureOptions { options in
      view.fill(&options)
      when.fill(&options)
      matrix.fill(&options)
      counted.fill(&options)
      style.fill(&options)
      file.fill(&options)
      options.title = title
    }
  }

  func validate() throws {
    try options.validate(for: .picture)
    if maxMovement != nil, lock == nil { throw ValidationError("--max-movement requires --lock.") }
    if stylesheet != nil, file.format != .svg, file.output != nil {
      throw ValidationError("--stylesheet requires an SVG.")
    }
  }

  func run() async throws {
    isolation.apply()
    let graph = try source.graph()
    var options = options
    options.stylesheet = try stylesheet.map(Draw.stylesheet)
    options.places = try lock.flatMap(LayoutLock.read)
    let picture = try await options.request(for: .picture, in: graph).picture(of: graph)
    if let composition = picture.composition { try settle(composition, options.places) }
    try await file.write(picture)
    Terminal.report(picture.warnings, advice: advice)
  }

  private static func stylesheet(_ path: String) throws -> Stylesheet {
    guard let content = FileManager.default.contents(atPath: path), let css = String(bytes: content, encoding: .utf8)
    else { throw Failure.environment("'\(path)' cannot be read as text") }
    let checked = Stylesheet.checked(css, file: path)
    Terminal.report(checked.diagnostics)
    guard checked.errors.isEmpty else { throw Failure.inputErrors }
    return checked.value
  }

  /// Reports how far positions have moved, and stores the new ones.
  private func settle(_ composition: Composition, _ locked: Places?) throws {
    guard let lock else { return }
    if let locked {
      let movement = composition.places.movement(from: locked)
      Terminal.report("moved: \(Percent(share: movement)) of the width, on average")
      if let maxMovement, movement > maxMovement.share {
        throw Failure.input("more movement than --max-movement \(maxMovement) allows; nothing was written")
      }
    }
    try LayoutLock.write(composition.places, to: lock)
  }

  /// The filters that are not used yet.
  private var advice: String {
    let filters = [
      (view.kept.minTone == 0, "--min-tone 5"), (!view.kept.without.contains("events"), "--without events"),
      (view.kept.only.isEmpty, "--only state"), (view.around != nil && (view.hops ?? 1) > 1, "--hops 1"),
      (view.between.isEmpty && view.around == nil && view.view == nil, "--between or --around"),
    ]
    return filters.filter(\.0).map(\.1).joined(separator: ", ")
  }
}

extension Terminal {
  /// Reports the warnings of a picture, with the options that would make it smaller.
  static func report(_ warnings: [PictureWarning], advice: String) {
    for warning in warnings {
      report("warning: \(warning)\(warning.isAboutSize ? "; to show less: \(advice)" : "")")
    }
  }
}

/// A share as a percentage.
struct Percent: ExpressibleByArgument, CustomStringConvertible {
  let share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    let number = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let percent = Double(number), (0...100).contains(percent) else { return nil }
    share = percent / 100
  }

  var description: String { "\((share * 1000).rounded() / 10)%" }
}
