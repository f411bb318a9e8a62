internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import DyadServer
internal import Foundation

/// `dyad serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a dossier in a browser on this machine; the page follows the files as they are saved.",
    discussion: """
      Only this machine can ask for the pages. While a file has mistakes, they stand above the page, which shows the dossier as it was before. \
      Ctrl-C ends it.
      """)

  @OptionGroup var source: DossierArguments

  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "number"))
  var port: UInt16 = 8420

  @Option(help: ArgumentHelp("As it could be known on this date.", valueName: "date"))
  var known: PartialDate?

  func validate() throws {
    if source.dossier == "-" { throw ValidationError("A dossier that is served is a file or a folder.") }
  }

  func run() async throws {
    let (path, requiresSources) = (source.dossier, source.requireSources)
    let reader = try DossierArguments.reader(of: path)
    let read: @Sendable () -> Checked<KnowledgeGraph> = {
      reader(path).then { KnowledgeGraph.linking($0, requiringSources: requiresSources) }
    }
    Terminal.say(read().errors)
    let server = DossierServer(
      port: port, known: known?.days.upperBound, read: read, stamp: { DossierStamp.of(path, $0) })
    do {
      try await server.run { port in Terminal.say("\(path) is at http://localhost:\(port)/ – Ctrl-C ends it") }
    } catch {
      throw Failure.environment("port \(port) cannot be served: \(error.localizedDescription). Try --port 0")
    }
  }
}

/// What changes when a file of a dossier is saved.
enum DossierStamp {
  /// The files of a folder, or a file, with the texts of its sources: names, sizes, times.
  static func of(_ path: String, _ graph: KnowledgeGraph) -> [String] {
    var isFolder: ObjCBool = false
    FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let place = URL(fileURLWithPath: path)
    let folder = isFolder.boolValue ? place : place.deletingLastPathComponent()
    let own = isFolder.boolValue ? names(in: place) : [place.lastPathComponent]
    let texts = graph.sources.values.compactMap(\.path)
    return Set(own + texts).sorted().map { name in stamp(of: folder.appendingPathComponent(name)) }
  }

  private static func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { !$0.hasPrefix(".") } ?? []
  }

  private static func stamp(of file: URL) -> String {
    let values = try? FileManager.default.attributesOfItem(atPath: file.path)
    let time = (values?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
    return
      "\(file.lastPathComponent) \(values?[.size] as? Int ?? -1) \(time) \(values?[.systemFileNumber] as? Int ?? 0)"
  }
}
