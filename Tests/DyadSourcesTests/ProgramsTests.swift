import DyadSources
import DyadTestSupport
import Foundation
import Testing

/// Programs that are missing, hang, fail or flood.
@Suite struct ProgramsTests {
  private func failure(_ script: String?, timeLimit: Double = 20, outputLimit: Int = 1 << 20) throws -> SourceError? {
    try inTemporaryFolder { folder in
      if let script {
        let program = folder.appendingPathComponent("pandoc")
        // Written by another process: what another test starts meanwhile would have the file open for writing, and nothing
        // that is open for writing can be run.
        let written = try Command.run(
          "sh", ["-c", "cat >\"$0\" && chmod 755 \"$0\"", program.path], in: folder,
          input: Data("#!/bin/sh\n\(script)\n".utf8))
        #expect(written.status == 0)
      }
      var programs = Programs(searchPath: folder.path, timeLimit: timeLimit)
      programs.outputLimit = outputLimit
      do throws(SourceError) { _ = try DocumentReader(programs).read(Array("# x".utf8), named: "x.md") } catch {
        return error
      }
      return nil
    }
  }

  @Test func aMissingProgramIsNamedWithWhatInstallsIt() throws {
    let error = try #require(try failure(nil))
    guard case .environment(let message) = error else { Issue.record("\(error)"); return }
    #expect(message.contains("needs pandoc") && message.contains("apt install pandoc"))
  }

  @Test func aProgramThatHangsIsEnded() throws {
    let start = ContinuousClock.now
    let error = try #require(try failure("exec /bin/sleep 60", timeLimit: 0.5))
    guard case .environment(let message) = error else { Issue.record("\(error)"); return }
    #expect(message == "'pandoc' did not end within 1 s and was stopped")
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func aProgramThatFloodsIsEnded() throws {
    let error = try #require(
      try failure("while :; do echo 0123456789012345678901234567890123456789; done", outputLimit: 100_000))
    guard case .document(let message) = error else { Issue.record("\(error)"); return }
    #expect(message.contains("more than"))
  }

  @Test func whatAFailingProgramSaysIsPassedOn() throws {
    #expect(try failure("echo 'no such thing' >&2; exit 3") == .document("pandoc cannot read it: no such thing"))
  }

  @Test func programsGetAlmostNoEnvironment() throws {
    #expect(
      try failure("[ -z \"$USER$LD_PRELOAD$http_proxy\" ] && [ -z \"$(ls -A $HOME)\" ] && echo text || exit 1") == nil)
  }
}
