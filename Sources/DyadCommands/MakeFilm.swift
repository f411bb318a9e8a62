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
      pictures with an index; --sheet draws all dates side by side, on as many pages as they need. Without --from and --to, the film \
      runs from the first to the last date of the dossier.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  @OptionGroup var counted: CountArguments
  @OptionGroup var style: StyleArguments

  @Option(
    help: ArgumentHelp(
      "A frame for every change in view, or for every month, quarter, year, or number of days; frames without a change are folded.",
      valueName: "step"))
  var every = Cadence.change

  @Option(help: ArgumentHelp("The first date.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Flag(help: "Draw all dates side by side; of several pages, film.svg becomes film-1.svg, or film-01.svg, and so on.")
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

  @Option(
    help: ArgumentHelp(
      """
      The blocs of a network: stated (members of one organization at each date), found (parties with close ties over all \
      dates, as an algorithm finds them), none (default: stated).
      """, valueName: "blocs"))
  var blocs: View.Blocs?

  @Option(help: "The title (default: the names of the parties).")
  var title: String?

  @OptionGroup var text: TextArguments
  @OptionGroup var isolation: IsolationArguments

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
      options.known = known
      counted.fill(&options)
      style.fill(&options)
      (options.every, options.from, options.to, options.blocs) = (every, from, to, blocs)
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
    isolation.apply()
    let graph = try source.graph()
    let request = try options.request(for: .film, in: graph)
    let picture = try await request.picture(of: graph)
    switch asked {
    case .page: try Output.write(Array(try await FilmPage(picture).html.utf8), to: output)
    case .folder(let format):
      try await Output.folder(at: output, of: "film") { try await write(picture, as: format, to: $0) }
    case .sheet(let format): try await writeSheet(picture, as: format)
    case .loop, nil: try Output.write(try await picture.rendering(as: .svg).bytes, to: output)
    }
    let pages = (1...picture.pageCount).map { picture.page($0).alternative }
    try text.write(pages.joined(separator: "\n"), beside: output)
  }

  private func writeSheet(_ picture: Picture, as format: ImageFormat) async throws {
    let pages = picture.pageCount
    guard pages > 1 else { return try Output.write(try await picture.rendering(as: format).bytes, to: output) }
    guard output != "-" else {
      throw Failure.input("the sheet has \(pages) pages, and standard output takes one; write to a file")
    }
    let file = URL(fileURLWithPath: output)
    for number in 1...pages {
      // Numbers of one width, so that names sort as pages do.
      let digits = String(repeating: "0", count: String(pages).count - String(number).count) + String(number)
      let name = "\(file.deletingPathExtension().lastPathComponent)-\(digits)"
      let path = file.deletingLastPathComponent().appendingPathComponent(name)
      let suffix = file.pathExtension.isEmpty ? "" : ".\(file.pathExtension)"
      try Output.write(try await picture.page(number).rendering(as: format).bytes, to: path.path + suffix)
    }
  }

  private func write(_ picture: Picture, as format: ImageFormat, to folder: OutputFolder) async throws {
    guard let film = picture.film else { return }
    let progress = Progress(of: film.frames.count, "frames")
    let dpi = dpi
    @Sendable func name(_ frame: Film.Frame) -> String { "\(frame.day).\(format.rawValue)" }
    @Sendable func paint(_ frame: Film.Frame) async throws {
      try folder.write(try await frame.composition.picture(as: format, dpi: dpi), to: name(frame))
    }
    // The others share most of their parts with the first, so that these are painted once.
    for frame in film.frames.prefix(1) { try await paint(frame) }
    try await film.frames.dropFirst().concurrentForEach(paint) { progress.step($0 + 1) }
    var index = "# \(film.title)\n"
    for (number, frame) in film.frames.enumerated() {
      let content = frame.composition.content
      let changes = content.changeList.map { "- \($0)\n" }.joined()
      index += "\n## \(content.subtitle)\n\n![\(content.title). \(content.subtitle)](\(name(frame)))\n"
      if number > 0 { index += "\n\(changes.isEmpty ? "\(content.changes)\n" : changes)" }
    }
    try folder.write(Array(index.utf8), to: "index.md")
  }
}
