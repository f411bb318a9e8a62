import DyadTestSupport
import Foundation
import Testing

import DyadServer

/// Who may use the workbench, by raw requests to the release binary.
@Suite(.checked(by: .python)) struct WorkbenchAccessTests {
  @Test func onlyItsOwnPageMayChangeADossier() async throws {
    try await inTemporaryFolder { folder in
      #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
      try await Serving.dossier("ferry", in: folder, options: ["--edit"]) { server in
        let path = try #require(server.workbench.map { "\($0.path())?\($0.query() ?? "")" })
        let answer = try await withCheckedThrowingContinuation { continuation in
          DispatchQueue.global().async {
            continuation.resume(
              with: Result {
                let answer = try Python.run("Tests/DyadServerTests/Scripts/intrude.py", ["\(server.port)", path])
                return String(
                  decoding: try JSONSerialization.data(withJSONObject: answer, options: [.prettyPrinted, .sortedKeys]),
                  as: UTF8.self)
              })
          }
        }
        let golden = packageRoot.appendingPathComponent("Tests/DyadServerTests/Scripts/intruders.json")
        #expect(difference(from: golden, answer + "\n") == nil)
      }
    }
  }

  @Test func withoutTheOptionThereIsNoWorkbench() async throws {
    try await inTemporaryFolder { folder in
      #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
      try await Serving.dossier("ferry", in: folder) { server in
        let loopback = Loopback(port: server.port)
        for path in ["/edit", "/edit?token=", "/edit/state", "/edit/workbench.js"] {
          let answer = try await loopback.answer(to: "GET", path)
          #expect(answer.status == 404, "\(path)")
        }
        let answer = try await loopback.answer(to: "POST", "/edit/edits", Data("{}".utf8))
        #expect(answer.status == 405)
      }
    }
  }

  @Test func secretsAreLongAndNeverTheSame() {
    let all = (0..<50).map { _ in WorkbenchAccess() }
    let secrets = all.flatMap { [$0.key, $0.session, $0.token] }
    #expect(Set(secrets).count == 150 && secrets.allSatisfy { $0.count == 64 })
  }

  @Test(arguments: [("a", "a", true), ("a", "b", false), ("", "", true), ("a", "", false), ("ab", "abc", false)])
  func secretsAreComparedAsAWhole(one: String, other: String, expected: Bool) {
    #expect(WorkbenchAccess.isEqual(one, other) == expected)
  }
}
