internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// `dyad draw`
struct Draw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a picture as SVG, PNG, PDF or DOT.",
    discussion: """
      Without --between, --around or --view the whole graph is drawn; without a date, the last day that the dossier \
      tells of. A picture that does not fit its paper is told with less, and says what it left out.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var look: DrawingArguments

  @OptionGroup var file: PictureArguments

  @Option(help: "The title, in place of the names.")
  var title: String?

  @Option(help: ArgumentHelp("A style sheet to embed in an SVG; it may fetch nothing.", valueName: "file"))
  var stylesheet: String?

  @Option(
    help: ArgumentHelp(
      "Keep everything where this file says that it stood; made, and kept up to date.", valueName: "file"))
  var lock: String?

  @Option(
    help: ArgumentHelp("Fail where the lock lets things move more than this share of the width.", valueName: "percent"))
  var maxMovement: Percent?

  func validate() throws {
    if maxMovement != nil, lock == nil { throw ValidationError("--max-movement goes with --lock.") }
    if stylesheet != nil, file.format != .svg, file.output != nil {
      throw ValidationError("--stylesheet goes with SVG.")
    }
  }

  func run() async throws {
    let graph = try source.graph()
    let sheet = try stylesheet.map(Draw.stylesheet)
    let plan = try Plan(view, look, title: title, in: graph)
    for party in plan.view.focus.parties where plan.snapshot.entity(party) == nil {
      Terminal.say("warning: '\(party)' is not there at that date")
    }
    do {
      let locked = try lock.flatMap(LayoutLock.read)
      let composition = try await plan.composition(keeping: locked)
      try settle(composition, locked)
      let finish = Finish(recipe: plan.recipe(of: composition.drawing), stylesheet: sheet)
      try await file.write(composition, finish)
      try await Draw.warn(of: composition, advice: advice)
    } catch let error as Graph.Failure {
      throw Ending.world(error.description)
    }
  }

  private static func stylesheet(_ path: String) throws -> Stylesheet {
    guard let content = FileManager.default.contents(atPath: path), let css = String(bytes: content, encoding: .utf8)
    else { throw Ending.world("'\(path)' cannot be read as text") }
    let checked = Stylesheet.checked(css, file: path)
    Terminal.say(checked.diagnostics)
    guard checked.errors.isEmpty else { throw Ending.inputErrors }
    return checked.value
  }

  /// Says how far things have moved, and keeps where they stand now.
  private func settle(_ composition: Composition, _ locked: Places?) throws {
    guard let lock else { return }
    if let locked {
      let movement = composition.places.movement(from: locked)
      Terminal.say("moved: \(Percent(share: movement)) of the width, on average")
      if let maxMovement, movement > maxMovement.share {
        throw Ending.inputs("that is more than --max-movement \(maxMovement); nothing was written")
      }
    }
    try LayoutLock.write(composition.places, to: lock)
  }

  static func warn(of composition: Composition, advice: String) async throws {
    if try await !Composition.hasItsFont() {
      Terminal.say(
        "warning: Noto Sans is not installed; the picture is set in another family (Debian: fonts-noto-core)")
    }
    if composition.smallestType < 6 {
      Terminal.say(
        "warning: on paper, the smallest type is \(rounded(composition.smallestType)) pt. Draw less: \(advice)")
    } else if !composition.fits {
      Terminal.say(
        "warning: the picture is \(composition.height) high, more than a page. Draw less: \(advice)")
    }
  }

  /// The filters that are not used yet.
  private var advice: String {
    let ways = [
      (view.kept.minTone == 0, "--min-tone 5"), (!view.kept.without.contains("events"), "--without events"),
      (view.kept.only.isEmpty, "--only state"), (view.around != nil && (view.hops ?? 1) > 1, "--hops 1"),
      (view.between.isEmpty && view.around == nil && view.view == nil, "--between or --around"),
    ]
    return ways.filter(\.0).map(\.1).joined(separator: ", ") + "."
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// A share in hundredths.
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
