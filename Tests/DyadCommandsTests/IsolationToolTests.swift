import DyadTestSupport
import Foundation
import Testing

/// The tool, which draws in a process of its own what is not one's own.
@Suite struct IsolationToolTests {
  private let dossier = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
  private let view = ["--between", "pakistan", "afghanistan"]

  @Test func anUntrustedDossierHasTheSamePictures() throws {
    try inTemporaryFolder { folder in
      for suffix in ["svg", "png", "pdf"] {
        #expect(try Tool.run(["draw", dossier] + view + ["-o", "own.\(suffix)"], in: folder).status == 0)
        #expect(
          try Tool.run(["draw", dossier, "--untrusted"] + view + ["-o", "other.\(suffix)"], in: folder).status == 0)
        let (own, other) = try (
          Data(contentsOf: folder.appendingPathComponent("own.\(suffix)")),
          Data(contentsOf: folder.appendingPathComponent("other.\(suffix)"))
        )
        #expect(own == other, "\(suffix)")
      }
    }
  }

  @Test func aTimeLimitNamesTheViewAndKeepsTheFile() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("ties.svg")
      try Data("old".utf8).write(to: file)
      let words = ["draw", dossier, "--time-limit", "0.001"] + view + ["-o", "ties.svg"]
      let outcome = try Tool.run(words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("the view of 'pakistan' and 'afghanistan': Graphviz did not "))
      #expect(outcome.messages.contains("within 0.001 s and was stopped; show less, or allow more time"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
      #expect(
        try Tool.run(["draw", dossier, "--time-limit", "60"] + view + ["-o", "ties.svg"], in: folder).status == 0)
    }
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "1e9", "soon"]) func aTimeLimitIsANumberOfSeconds(limit: String) throws {
    try inTemporaryFolder { folder in
      let words = ["draw", dossier, "--time-limit=\(limit)"] + view + ["-o", "ties.svg"]
      let outcome = try Tool.run(words, in: folder)
      #expect(outcome.status == 64)
    }
  }

  #if os(Linux)
    /// The processes that a command starts, itself among them: the loader of each writes a file.
    private func processes(_ words: [String], in folder: URL) throws -> [Int32] {
      let loads = folder.appendingPathComponent("loads-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: loads, withIntermediateDirectories: true)
      let outcome = try Command.run(
        Tool.executable, words, in: folder,
        environment: ["LD_DEBUG": "statistics", "LD_DEBUG_OUTPUT": loads.appendingPathComponent("load").path])
      #expect(outcome.status == 0, "\(outcome.messages)")
      return try FileManager.default.contentsOfDirectory(atPath: loads.path)
        .compactMap { $0.split(separator: ".").last.flatMap { Int32($0) } }
    }

    @Test func onlyWhatIsNotOnesOwnIsDrawnInAProcessOfItsOwn() throws {
      try inTemporaryFolder { folder in
        #expect(try Tool.run(["convert", dossier, "-o", "ties.json"], in: folder).status == 0)
        let own = try processes(["draw", dossier] + view + ["-o", "own.svg"], in: folder)
        let untrusted = try processes(["draw", dossier, "--untrusted"] + view + ["-o", "other.svg"], in: folder)
        let foreign = try processes(["draw", "ties.json"] + view + ["-o", "foreign.svg"], in: folder)
        #expect(own.count == 1)
        #expect(untrusted.count == 2)
        #expect(foreign.count == 2)
        // None outlives the command.
        for process in own + untrusted + foreign {
          var looks = 0
          while kill(process, 0) == 0, looks < 500 {
            usleep(10_000)
            looks += 1
          }
          #expect(kill(process, 0) != 0, "\(process)")
        }
      }
    }

    @Test func aServerOutlivesTheProcessThatDraws() async throws {
      try await inTemporaryFolder { folder in
        #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
        try await Serving.dossier("ferry", in: folder) { server in
          let connection = Loopback(port: server.port)
          for day in ["2014-03-01", "2014-03-02", "2014-03-03"] {
            let answer = try await connection.answer(to: "GET", "/pictures/dyads/arvane~belmar.svg?on=\(day)")
            #expect(answer.status == 200)
            let workers = try children(of: server.processIdentifier)
            #expect(workers.count == 1)
            for worker in workers { kill(worker, SIGKILL) }
          }
        }
      }
    }

    private func children(of process: Int32) throws -> [Int32] {
      let tasks = "/proc/\(process)/task"
      return try FileManager.default.contentsOfDirectory(atPath: tasks).flatMap { task in
        let text = (try? String(contentsOfFile: "\(tasks)/\(task)/children", encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { Int32($0) }
      }
    }
  #endif
}
