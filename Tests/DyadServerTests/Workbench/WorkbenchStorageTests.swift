import DyadTestSupport
import Foundation
import Testing

#if os(Linux)
  /// The release binary on a disk that is full for a while.
  @Suite(.checked(by: .python)) struct WorkbenchStorageTests {
    @Test func aFullDiskChangesNothingAndTheNextEditIsMade() async throws {
      try await inTemporaryFolder { folder in
        #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
        try await Serving.dossier("ferry", in: folder, options: ["--edit"]) { server in
          let path = try #require(server.workbench.map { "\($0.path())?\($0.query() ?? "")" })
          let arguments = ["\(server.port)", path, "\(server.processIdentifier)", folder.path]
          let text = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
              continuation.resume(
                with: Result {
                  let answer = try Python.run("Tests/DyadServerTests/Scripts/full-disk.py", arguments)
                  return String(
                    decoding: try JSONSerialization.data(
                      withJSONObject: answer, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]),
                    as: UTF8.self)
                })
            }
          }
          let golden = packageRoot.appendingPathComponent("Tests/DyadServerTests/Scripts/full-disk.json")
          #expect(difference(from: golden, text + "\n") == nil)
        }
      }
    }
  }
#endif
