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
      tells of.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var view: ViewArguments

  @Option(name: .shortAndLong, help: "The file to write, or - for standard output; its suffix picks the format.")
  var output: String

  @Option(name: .customLong("as"), help: "The format, whatever the suffix: svg, png, pdf or dot.")
  var format: ImageFormat?

  @Option(help: "The colours: light, dark or print.")
  var theme: Theme?

  @Option(help: "The title, in place of the names.")
  var title: String?

  func validate() throws {
    guard format != nil || suffixFormat != nil else {
      throw ValidationError("Give --as, or a file that ends in .svg, .png, .pdf, .dot or .gv.")
    }
  }

  private var suffixFormat: ImageFormat? { Drawing.suffixes[URL(fileURLWithPath: output).pathExtension.lowercased()] }

  func run() async throws {
    let graph = try source.graph()
    let asked = try view.resolved(in: graph)
    let snapshot = graph.snapshot(at: view.when.moment(of: asked, in: graph))
    for party in asked.focus.parties where snapshot.entity(party) == nil {
      Terminal.say("warning: '\(party)' is not there at that date")
    }
    let drawing = Drawing(
      GraphDiff(snapshot), of: asked.focus, title: title ?? asked.title,
      theme: theme ?? asked.theme.flatMap(Theme.named) ?? .light)
    do {
      let layout = try await drawing.layout()
      let bytes = try await drawing.picture(at: layout, as: format ?? suffixFormat!)
      try Output.write(bytes, to: output)
      if try await !Drawing.hasItsFont() {
        Terminal.say(
          "warning: Noto Sans is not installed; the picture is set in another family (Debian: fonts-noto-core)")
      }
      let smallest = drawing.smallestType(at: layout)
      if smallest < 6 {
        let size = (smallest * 10).rounded() / 10
        Terminal.say(
          "warning: printed 170 mm wide, the smallest type is \(size) pt. Draw less: --between, --around or fewer --hops."
        )
      }
    } catch let error as GraphvizError {
      throw Ending.world(error.description)
    }
  }
}

/// Writes a result as a whole or not at all.
enum Output {
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.result(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Ending.world("'\(path)' cannot be written: \(error.localizedDescription)")
    }
  }
}
