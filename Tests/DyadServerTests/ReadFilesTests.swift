import DyadCore
import DyadServer
import DyadTestSupport
import Foundation
import Synchronization
import Testing

/// When the files of a dossier are read again.
@Suite struct ReadFilesTests {
  private final class Disk: Sendable {
    private let saves = Mutex(0)

    var stamp: [String] { [String(saves.withLock { $0 })] }
    func save() { saves.withLock { $0 += 1 } }
  }

  private let disk = Disk()
  private let graph = KnowledgeGraph.linking([]).value
  private var files: ReadFiles { ReadFiles { [disk] _ in disk.stamp } }

  @Test func whatWasReadIsCurrentUntilAFileIsSaved() {
    var files = files
    files.note(graph)
    #expect(files.areCurrent(graph))
    disk.save()
    #expect(!files.areCurrent(graph))
    #expect(files.reading(graph, as: { _ in graph }) { 7 } == 7)
    #expect(files.areCurrent(graph))
  }

  @Test func aFileThatIsSavedWhileItIsReadIsNotCurrent() {
    var files = files
    files.reading(graph, as: { graph }) { disk.save() }
    #expect(!files.areCurrent(graph))
    files.reading(graph, as: { graph }) {}
    #expect(files.areCurrent(graph))
  }

  /// The file is saved again after the workbench has read it, before its time is noted.
  @Test func theWorkbenchReadsAFileAgainThatIsSavedWhileItIsRead() async throws {
    try await inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("ferry.yaml")
      try Data(Bench.text.utf8).write(to: file)
      let workbench = try Workbench(
        editing: file.path,
        stamp: { graph in
          if graph.events["quay"]?.what == "The second version" {
            try? Data(Bench.text.replacing("The quay opens", with: "The third version").utf8).write(to: file)
          }
          return [(try? String(contentsOf: file, encoding: .utf8)) ?? ""]
        }, environment: ["XDG_STATE_HOME": folder.appendingPathComponent("state").path])
      try Data(Bench.text.replacing("The quay opens", with: "The second version").utf8).write(to: file)
      await workbench.refresh()
      #expect(await workbench.sessionDiff.contains("The second version"))
      await workbench.refresh()
      #expect(await workbench.sessionDiff.contains("The third version"))
    }
  }
}
