internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadServer
internal import Foundation
internal import Graphviz

/// `dyad serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a dossier to a browser on this machine, and update its pages when a file is saved.",
    discussion: """
      The server listens on 127.0.0.1 only. While a file has errors, pages list them and show the last version without errors. \
      Ctrl-C stops the server.

      With --edit, the printed address opens the workbench, which changes the files of the dossier: select words of a source \
      text, and make claims of them.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(help: ArgumentHelp("The port; 0 for any free port.", valueName: "number"))
  var port: UInt16 = 8420

  @Option(help: ArgumentHelp("As known on this date.", valueName: "date"))
  var known: PartialDate?

  @Flag(help: "Also serve the workbench, which edits the dossier; it requires the address that is printed.")
  var edit = false

  func validate() throws {
    if source.dossier == "-" { throw ValidationError("serve requires a file or a folder, not standard input.") }
  }

  func run() async throws {
    // A picture that crashes must not end the server.
    GraphvizLibrary.isolate()
    isolation.apply()
    let (path, requiresSources, drafts) = (source.dossier, source.requireSources, source.drafts)
    let reader = try DossierArguments.reader(of: path)
    let read: @Sendable () -> Checked<KnowledgeGraph> = {
      reader(path).then { KnowledgeGraph.linking($0, requiringSources: requiresSources, includingDrafts: drafts) }
    }
    Terminal.report(read().errors)
    let server = try server(read)
    do {
      try await server.run { port in
        let host = "http://localhost:\(port)"
        Terminal.report("Serving \(path) at \(host)/ – press Ctrl-C to stop")
        if let workbench = server.workbenchPath { Terminal.report("Edit it at \(host)\(workbench)") }
      }
    } catch {
      throw Failure.environment("cannot listen on port \(port): \(error.localizedDescription); try --port 0")
    }
  }

  private func server(_ read: @escaping @Sendable () -> Checked<KnowledgeGraph>) throws -> DossierServer {
    let (path, known) = (source.dossier, known?.days.upperBound)
    let stamp: @Sendable (KnowledgeGraph) -> [String] = { DossierStamp.of(path, $0) }
    guard edit else { return DossierServer(port: port, known: known, read: read, stamp: stamp) }
    do throws(EditError) {
      return try DossierServer(port: port, known: known, editing: path, read: read, stamp: stamp)
    } catch {
      switch error {
      case .environment: throw Failure.environment(error.description)
      default: throw Failure.input(error.description)
      }
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
    let own = isFolder.boolValue ? DossierReader.files(in: path) : DossierReader.files(of: path)
    let texts = graph.sources.values.compactMap(\.path).map { folder.appendingPathComponent($0).path }
    return Set(own + texts).sorted().map { stamp(of: URL(fileURLWithPath: $0)) }
  }

  private static func stamp(of file: URL) -> String {
    let values = try? FileManager.default.attributesOfItem(atPath: file.path)
    let time = (values?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
    return
      "\(file.path) \(values?[.size] as? Int ?? -1) \(time) \(values?[.systemFileNumber] as? Int ?? 0)"
  }
}
