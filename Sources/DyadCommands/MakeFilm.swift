internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad film`
struct MakeFilm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "film",
    abstract: "Draw a row of dates on one stage, on which nothing moves.",
    discussion: """
      -o film.html makes a page with a slider and keys, -o film.svg a picture that runs by itself, -o folder/ a folder of \
      pictures with an index; with --sheet, all dates stand side by side on one page. Without --from and --to, the film \
      runs from the first to the last date of the dossier.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var look: DrawingArguments

  @Option(help: "A frame for every month, quarter, year, event, or so many days.")
  var every: Cadence

  @Option(help: ArgumentHelp("The first date.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Flag(help: "All dates side by side on one page.")
  var sheet = false

  @Flag(help: "Leave out what is not there at a date, in place of a faint outline.")
  var hideAbsent = false

  @Option(name: .customLong("as"), help: "html or svg; of a folder or a sheet svg, png, pdf or dot.")
  var form: String?

  @Option(name: .shortAndLong, help: "The file or, with a slash at its end, the folder to write.")
  var output: String

  @Option(help: "The pixels to an inch of a PNG.")
  var dpi = 300

  @Option(help: "The title, in place of the names.")
  var title: String?

  @OptionGroup var words: PictureWords

  private enum Form: Equatable { case page, loop, sheet(ImageFormat), folder(ImageFormat) }

  private var asked: Form? {
    let suffix = form ?? URL(fileURLWithPath: output).pathExtension.lowercased()
    let format = Composition.suffixes[suffix]
    if sheet { return format.map(Form.sheet) }
    if output.hasSuffix("/") { return form == nil ? .folder(.svg) : format.map(Form.folder) }
    return suffix == "html" ? .page : suffix == "svg" ? .loop : nil
  }

  func validate() throws {
    guard asked != nil else {
      throw ValidationError(
        "Give -o with .html or .svg, or a folder with a slash at its end, or --sheet with a picture.")
    }
    if words.sidecar, output.hasSuffix("/") {
      throw ValidationError("A folder has its words in index.md; --sidecar goes with a file.")
    }
    if words.describe || words.sidecar, output == "-" {
      throw ValidationError("A film on standard output stands there alone.")
    }
    if view.when.on != nil || view.when.during != nil {
      throw ValidationError("A film has --from and --to, not --on or --during.")
    }
    if let from, let to, from.days.lowerBound > to.days.upperBound {
      throw ValidationError("--from is later than --to.")
    }
  }

  func run() async throws {
    let graph = try source.graph()
    var shown = try view.resolved(in: graph)
    shown.title = title ?? shown.title
    guard let first = from?.days.lowerBound ?? graph.dates.first, let last = to?.days.upperBound ?? graph.dates.last,
      first <= last
    else { throw Ending.inputs("the dossier tells of no dates in that time") }
    let days = every.days(in: first...last, of: graph)
    guard days.count <= 2000 else { throw Ending.inputs("that would be \(days.count) frames; choose a longer step") }
    let known = view.when.known?.days.upperBound
    let progress = Progress(of: days.count, "frames")
    do {
      let style = look.style(of: shown)
      if case .sheet(let format) = asked {
        let sheet = try await Film.sheet(of: graph, in: shown, on: days, known: known, style: style, paper: look.paper)
        try Output.write(try await sheet.picture(as: format, dpi: dpi), to: output)
        return try words.write(sheet.drawing, beside: output)
      }
      let film = try await Film(
        of: graph, in: shown, on: days, known: known, style: style, paper: look.paper, hidingAbsent: hideAbsent)
      switch asked! {
      case .page: try Output.write(Array(try await FilmPage(film).html.utf8), to: output)
      case .loop: try Output.write(try await film.loop(), to: output)
      case .folder(let format): try await write(film, as: format, progress)
      case .sheet: break
      }
      try words.write(film.alternative, citing: film.notes.sources, beside: output)
    } catch let error as Graph.Failure {
      throw Ending.world(error.description)
    }
  }

  private func write(_ film: Film, as format: ImageFormat, _ progress: Progress) async throws {
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw Ending.world("'\(output)' cannot be made: \(error.localizedDescription)")
    }
    var index = "# \(film.title)\n"
    for (number, frame) in film.frames.enumerated() {
      let name = "\(frame.day).\(format.rawValue)"
      try Output.write(try await frame.composition.picture(as: format, dpi: dpi), to: output + name)
      let drawing = frame.composition.drawing
      let changes = drawing.changeList.map { "- \($0)\n" }.joined()
      index += "\n## \(drawing.subtitle)\n\n![\(drawing.title). \(drawing.subtitle)](\(name))\n"
      if number > 0 { index += "\n\(changes.isEmpty ? "\(drawing.changes)\n" : changes)" }
      progress.step(number + 1)
    }
    try Output.write(Array(index.utf8), to: output + "index.md")
  }
}
