internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import DyadServer
internal import Foundation

/// `dyad serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a dossier to a browser on this machine, and update its pages when a file is saved.",
    discussion: """
      The server listens on 127.0.0.1 only. While a file has errors, pages list them and show the last version without errors. \
      Ctrl-C stops the server.
      """)

  @OptionGroup var source: DossierArguments

  @Option(help: ArgumentHelp("The port; 0 for any free port.", valueName: "number"))
  var port: UInt16 = 8420

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  func validate() throws {
    if source.dossier == "-" { throw ValidationError("serve requires a file or a folder, not standard input.") }
  }

  func run() async throws {
    let (path, requiresSources, drafts) = (source.dossier, source.requireSources, source.drafts)
    let reader = try DossierArguments.reader(of: path)
    let read: @Sendable () -> Checked<KnowledgeGraph> = {
      reader(path).then { KnowledgeGraph.linking($0, requiringSources: requiresSources, includingDrafts: drafts) }
    }
    Terminal.report(read().errors)
    let server = DossierServer(
      port: port, known: known?.days.upperBound, read: read, stamp: { DossierStamp.of(path, $0) })
    do {
      try await server.run { port in
        Terminal.report("Serving \(path) at http://localhost:\(port)/ – press Ctrl-C to stop")
      }
    } catch {
      throw Failure.environment("cannot listen on port \(port): \(error.localizedDescription); try --port 0")
    }
  }
}

/// A value that changes when a file of a dossier is saved.
enum DossierStamp {
  /// The names, sizes and times of the files of a dossier and of its source texts.
  static func of(_ path: String, _ graph: KnowledgeGraph) -> [String] {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let url = URL(fileURLWithPath: path)
    let folder = isFolder.boolValue ? url : url.deletingLastPathComponent()
    let own = isFolder.boolValue ? names(in: url) : [url.lastPathComponent]
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
