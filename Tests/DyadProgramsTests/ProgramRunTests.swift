import DyadPrograms
import Foundation
import Testing

/// Programs that do as they should, and those that hang, flood, fail or leave others behind.
@Suite struct ProgramRunTests {
  private func output(
    of words: String..., input: [UInt8] = [], environment: [String: String]? = nil, seconds: Double = 20,
    largest: Int = 1 << 24
  ) throws(ProgramError) -> [UInt8] {
    try ProgramRun(words, environment: environment, seconds: seconds, largest: largest).output(for: input)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func theProgramReadsTheInputAndItsOutputIsReturned() throws {
    let input = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try output(of: "cat", input: input) == input)
  }

  @Test func argumentsReachTheProgramAsTheyAre() throws {
    #expect(try text(output(of: "printf", "%s|%s", "$HOME; ls", "a  b")) == "$HOME; ls|a  b")
  }

  @Test func theProgramHasOnlyTheVariablesThatItIsGiven() throws {
    #expect(try text(output(of: "/usr/bin/env", environment: ["COLOUR": "blue"])) == "COLOUR=blue\n")
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    #expect(try text(output(of: "/usr/bin/env")).contains("PATH=\(path)\n"))
  }

  @Test(arguments: ["sleep 60", "sleep 60 & sleep 60", "exec 1>&- 2>&-; sleep 60"])
  func aProgramThatHangsIsStopped(script: String) throws {
    let start = Date()
    #expect(throws: ProgramError.timedOut(program: "sh", seconds: 1)) {
      try output(of: "sh", "-c", script, seconds: 0.5)
    }
    #expect(Date().timeIntervalSince(start) < 30)
  }

  @Test func whatAProgramLeavesBehindIsStopped() throws {
    let answer = try text(output(of: "sh", "-c", "sleep 600 >&- 2>&- & echo $!"))
    #expect(try hasEnded(answer))
  }

  @Test func whatAProgramStartedIsStoppedWithIt() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("started-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: ProgramError.timedOut(program: "sh", seconds: 1)) {
      try output(of: "sh", "-c", "sleep 600 & echo $! >\"$0\"; wait", file.path, seconds: 1)
    }
    #expect(try hasEnded(String(contentsOf: file, encoding: .utf8)))
  }

  /// Whether the process ends within ten seconds.
  private func hasEnded(_ number: String) throws -> Bool {
    let process = try #require(pid_t(number.trimmingCharacters(in: .newlines)))
    for _ in 0..<100 {
      // A process that ended stays in the table until its parent asks for it.
      guard let state = try? output(of: "ps", "-o", "stat=", "-p", "\(process)"), !text(state).hasPrefix("Z") else {
        return true
      }
      usleep(100_000)
    }
    return false
  }

  @Test func aProgramThatFloodsIsStopped() throws {
    #expect(throws: ProgramError.tooLarge(program: "yes", bytes: 1 << 20)) { try output(of: "yes", largest: 1 << 20) }
  }

  @Test func aProgramMayWriteAsMuchAsIsAllowed() throws {
    let input = [UInt8](repeating: 7, count: 100_000)
    #expect(try output(of: "cat", input: input, largest: 100_000) == input)
    #expect(throws: ProgramError.tooLarge(program: "cat", bytes: 99_999)) {
      try output(of: "cat", input: input, largest: 99_999)
    }
  }

  @Test func aFailureHasItsStatusAndTheFirstLineOfItsMessage() throws {
    #expect(throws: ProgramError.failed(program: "sh", status: 3, message: "no model")) {
      try output(of: "sh", "-c", "echo no model >&2; echo later >&2; exit 3")
    }
  }

  @Test func aProgramThatASignalEndsHasFailed() throws {
    #expect(throws: ProgramError.failed(program: "sh", status: 128 + SIGKILL, message: "")) {
      try output(of: "sh", "-c", "kill -KILL $$")
    }
  }

  @Test func signalsThatThisThreadBlocksReachTheProgram() throws {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    // A shell would unblock them by itself.
    #expect(throws: ProgramError.failed(program: "perl", status: 128 + SIGTERM, message: "")) {
      try output(of: "perl", "-e", "kill TERM => $$; sleep 1")
    }
  }

  @Test func aProgramThatIsNotThereIsNotStarted() throws {
    #expect { try output(of: "no-such-program-of-dyad") } throws: { error in
      if case .notStarted(program: "no-such-program-of-dyad", _)? = error as? ProgramError { true } else { false }
    }
  }
}
