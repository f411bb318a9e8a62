import DyadTestSupport
import Foundation
import Testing

/// The server as a process under many, slow, malformed and oversized requests.
@Suite(.checked(by: .python)) struct LoadTests {
  @Test func itStaysUpWithConstantMemory() async throws {
    try await inTemporaryFolder { folder in
      #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
      try await Serving.dossier("ferry", in: folder) { server in
        let answer = try await onThread {
          try Python.run(
            "Tests/DyadServerTests/Scripts/load.py",
            ["\(server.port)", "\(server.processIdentifier)", "dyads/arvane~belmar.html"])
        }
        let numbers = try #require(answer as? [String: Any])
        let statuses = try #require(numbers["statuses"] as? [Int])
        #expect(statuses.count == 800 && statuses.allSatisfy { $0 == 200 }, "\(Set(statuses))")
        let slow = try #require(numbers["slow"] as? [Int])
        #expect(slow.count == 80 && slow.allSatisfy { $0 == 200 }, "\(Set(slow))")
        #expect(numbers["long"] as? [Int] == [414, 414, 414, 414])
        #expect(numbers["after"] as? Int == 200)
        let memory = try #require(numbers["memory"] as? [Int])
        // The memory of the first rounds is kept; no later round adds as much as one URL of 10 MB.
        #expect(memory[3] - memory[1] < 10_000, "\(memory) kB")
      }
    }
  }

  @Test func foreignRequestsAreRefused() async throws {
    try await inTemporaryFolder { folder in
      #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
      try await Serving.dossier("ferry", in: folder) { server in
        let answer = try await onThread {
          try Python.run("Tests/DyadServerTests/Scripts/ask.py", ["\(server.port)"])
        }
        let statuses = try #require(answer as? [String: Int])
        #expect(
          statuses == [
            "own": 200, "other host": 421, "rebound host": 421, "no host": 400, "post": 405, "head": 200,
            "folder above": 404,
            "refused head": 0, "refused post": 0, "missing head": 0, "long head": 0, "encoded folder above": 404,
            "no page": 404, "no date": 400, "no suffix": 404, "another address": -1,
          ])
      }
    }
  }

  /// Runs on a thread of its own, because the threads of tasks are few.
  private func onThread<Value>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let result: Result<Sent<Value>, any Error> = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: Result { Sent(value: try work()) }) }
    }
    return try result.get().value
  }

  private struct Sent<Value>: @unchecked Sendable { let value: Value }
}
