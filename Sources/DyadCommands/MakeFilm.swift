internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad film`
struct MakeFilm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "film",
    abstract: "Animate relations over a series of dates, with fixed positions.",
    discussion: """
      -o film.html writes a page with a slider and keys, -o film.svg an animated picture, -o folder/ a folder of \
      pictures with an index; --sheet draws all dates side by side on one page. Without --from and --to, the film \
      runs from the first to the last date of the dossier.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var style: StyleArguments

  @Option(
    help: ArgumentHelp("The step between frames: month, quarter, year, event, or a number of days.", valueName: "step"))
  var every: Cadence

  @Option(help: ArgumentHelp("The first date.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Flag(help: "Draw all dates side by side on one page.")
  var sheet = false

  @Flag(help: "Omit what is absent at a date, instead of drawing a faint outline.")
  var hideAbsent = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format, overriding the suffix: html or svg; for a folder or a sheet svg, png, pdf or dot.",
      valueName: "format"))
  var form: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, or a folder if the path ends with a slash.", valueName: "path"))
  var output: String

  @Option(help: ArgumentHelp("The resolution of a PNG, in pixels per inch.", valueName: "number"))
  var dpi = 300

  @Option(help: "The title (default: the names of the parties).")
  var title: String?

  @OptionGroup var text: TextArguments

  private enum Form: Equatable { case page, loop, sheet(ImageFormat), folder(ImageFormat) }

  private var asked: Form? {
    let suffix = form ?? URL(fileURLWithPath: output).pathExtension.lowercased()
    let format = Composition.suffixes[suffix]
    if sheet { return format.map(Form.sheet) }
    if output.hasSuffix("/") { return form == nil ? .folder(.svg) : format.map(Form.folder) }
    return suffix == "html" ? .page : suffix == "svg" ? .loop : nil
  }

  private var options: PictureOptions {
    PictureOptions { options in
      view.fill(&options)
      style.fill(&options)
      (options.every, options.from, options.to) = (every, from, to)
      (options.isSheet, options.hidesAbsent, options.title, options.resolution) = (sheet, hideAbsent, title, dpi)
    }
  }

  func validate() throws {
    guard asked != nil else {
      throw ValidationError(
        "Give an --output that ends in .html, .svg or a slash, or --sheet with a file that ends in .svg, .png, .pdf or .dot."
      )
    }
    if text.sidecar, output.hasSuffix("/") {
      throw ValidationError("--sidecar requires a file; a folder has its description in index.md.")
    }
    if text.describe || text.sidecar, output == "-" {
      throw ValidationError("A film on standard output excludes --describe and --sidecar.")
    }
    try options.validate(for: .film)
  }

  func run() async throws {
    let graph = try source.graph()
    let request = try options.request(for: .film, in: graph)
    let picture = try await Drawing.picture(request, of: graph)
    do {
      switch asked {
      case .page: try Output.write(Array(try await FilmPage(picture).html.utf8), to: output)
      case .folder(let format): try await write(picture, as: format)
      case .sheet(let format): try Output.write(try await picture.rendering(as: format).bytes, to: output)
      case .loop, nil: try Output.write(try await picture.rendering(as: .svg).bytes, to: output)
      }
    } catch let error as PictureError {
      throw Failure.drawing(error)
    } catch let error as Graph.Failure {
      throw Failure.drawing(.graph(error))
    }
    try text.write(picture.alternative, beside: output)
  }

  private func write(_ picture: Picture, as format: ImageFormat) async throws {
    guard let film = picture.film else { return }
    let progress = Progress(of: film.frames.count, "frames")
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw Failure.environment("'\(output)' cannot be created: \(error.localizedDescription)")
    }
    var index = "# \(film.title)\n"
    for (number, frame) in film.frames.enumerated() {
      let name = "\(frame.day).\(format.rawValue)"
      try Output.write(try await frame.composition.picture(as: format, dpi: dpi), to: output + name)
      let content = frame.composition.content
      let changes = content.changeList.map { "- \($0)\n" }.joined()
      index += "\n## \(content.subtitle)\n\n![\(content.title). \(content.subtitle)](\(name))\n"
      if number > 0 { index += "\n\(changes.isEmpty ? "\(content.changes)\n" : changes)" }
      progress.step(number + 1)
    }
    try Output.write(Array(index.utf8), to: output + "index.md")
  }
}
