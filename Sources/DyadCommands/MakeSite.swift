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
      Links are relative, and pages load nothing from elsewhere. The pages of an earlier run are replaced when the last new one \
      is written; other files in the folder are kept.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  func run() async throws {
    isolation.apply()
    let graph = try source.graph()
    let site = Site(graph, known: known?.days.upperBound)
    let folder = URL(fileURLWithPath: output)
    try await Output.folder(at: output, of: "site") { try await write(site, to: $0) }
    Terminal.report("Wrote \(site.paths.count) files. Open \(folder.appendingPathComponent("index.html").relativePath)")
  }

  private func write(_ site: Site, to folder: OutputFolder) async throws {
    let progress = Progress(of: site.paths.count, "pages")
    try await site.paths.concurrentForEach { path in
      guard let page = try await site.file(at: path) else { return }
      try folder.write(page.bytes, to: path)
    } report: {
      progress.step($0)
    }
  }
}
