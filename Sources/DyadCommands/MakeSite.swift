internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation

/// `dyad site`
struct MakeSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write a dossier as web pages, for a web host or to open from a folder.",
    discussion: """
      One page for each dyad, entity and source, with a slider over the dates, the timeline, every claim with its quotes, and a search. \
      Links are relative, and pages load nothing from elsewhere. Pages of an earlier run are overwritten; other files in the \
      folder are kept.
      """)

  @OptionGroup var source: DossierArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  func run() async throws {
    let graph = try source.graph()
    let site = Site(graph, known: known?.days.upperBound)
    let folder = URL(fileURLWithPath: output)
    let progress = Progress(of: site.paths.count, "pages")
    do {
      for (number, path) in site.paths.enumerated() {
        let file = folder.appendingPathComponent(path)
        do {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        } catch {
          throw Failure.environment(
            "'\(file.deletingLastPathComponent().path)' cannot be created: \(error.localizedDescription)")
        }
        try Output.write(try await site.file(at: path)!.bytes, to: file.path)
        progress.step(number + 1)
      }
    } catch let error as PictureError {
      throw Failure.drawing(error)
    }
    Terminal.report("Wrote \(site.paths.count) files. Open \(folder.appendingPathComponent("index.html").relativePath)")
  }
}
