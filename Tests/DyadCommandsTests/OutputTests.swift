import DyadTestSupport
import Foundation
import Testing

/// What is written, and where: nothing is lost without an error, and nothing but a regular file is replaced.
@Suite struct OutputTests {
  private let dossier = """
    dossier: Test
    states: { a: { name: Arvane }, b: { name: Belmar } }
    relations: { t: { between: [a, b], kind: ties, phases: [{ during: 2014/.., reads: cool }] } }

    """

  /// Runs a script in a folder with a dossier, `d.yaml`; `$dyad` is the tool.
  private func shell(_ script: String, in folder: URL, dossier: String? = nil) throws -> Command.Outcome {
    try Data((dossier ?? self.dossier).utf8).write(to: folder.appendingPathComponent("d.yaml"))
    return try Command.run(
      "sh", ["-c", script], in: folder, environment: ["dyad": Tool.executable.path, "LC_ALL": "C.UTF-8"])
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  // MARK: Standard output

  @Test(arguments: [
    "show d.yaml", "show d.yaml a", "convert d.yaml --to json", "convert --list", "draw d.yaml --as svg -o -",
    "draw d.yaml --describe", "brief d.yaml --between a b --on 2015", "draw d.yaml --as svg -o /dev/stdout", "--help",
    "show --help", "--version",
  ])
  func resultsThatAreLostAreAFailureOfTheEnvironment(command: String) throws {
    try inTemporaryFolder { folder in
      let full = try shell("$dyad \(command) > /dev/full", in: folder)
      #expect(full.status == 2)
      #expect(full.messages.hasSuffix("error: standard output cannot be written: no space left on device\n"))
      let closed = try shell("$dyad \(command) >&-", in: folder)
      #expect(closed.status == 2)
      #expect(closed.messages.hasSuffix("error: standard output cannot be written: bad file descriptor\n"))
    }
  }

  @Test func aPipeThatItsReaderClosesIsAFailureOfTheEnvironment() throws {
    try inTemporaryFolder { folder in
      let states = (0..<20_000).map { "  s\($0): { name: State \($0) }\n" }.joined()
      let outcome = try shell(
        "{ $dyad convert d.yaml --to json; echo $? > status; } | head -c 1", in: folder,
        dossier: "dossier: Test\nstates:\n\(states)")
      #expect(outcome.messages == "error: standard output cannot be written: broken pipe\n")
      #expect(try String(contentsOf: folder.appendingPathComponent("status"), encoding: .utf8) == "2\n")
    }
  }

  @Test func filesAreWrittenWithClosedStandardStreams() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell(
        """
        $dyad convert d.yaml -o d.json <&- >&- 2>&- && $dyad draw d.yaml -o d.svg <&- >&- 2>&- && $dyad check d.json d.yaml
        """, in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try names(in: folder) == ["d.json", "d.svg", "d.yaml"])
    }
  }

  // MARK: Files

  @Test func aPipeIsWrittenToAndStays() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell(
        "mkfifo pipe; timeout 20 cat pipe > got & timeout 20 $dyad convert d.yaml --to json -o pipe; wait; test -p pipe",
        in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try String(contentsOf: folder.appendingPathComponent("got"), encoding: .utf8).hasPrefix("{"))
    }
  }

  @Test func aDeviceIsWrittenToAndStays() throws {
    try inTemporaryFolder { folder in
      // A pseudo-terminal is a device that a test may write to, whoever runs it.
      let outcome = try shell(
        "timeout 20 script -qec '$dyad convert d.yaml --to json -o $(tty); test -c $(tty)' log > shown", in: folder)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try String(contentsOf: folder.appendingPathComponent("shown"), encoding: .utf8).contains("\"states\""))
    }
  }

  @Test func aLinkIsFollowedAndAFileKeepsItsMode() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell(
        """
        mkdir kept; touch kept/ties.json; chmod 640 kept/ties.json; ln -s kept/ties.json link; ln -s kept/new.json empty
        $dyad convert d.yaml --to json -o link && $dyad convert d.yaml --to json -o empty
        test -L link && test -L empty && stat -c %a kept/ties.json
        """, in: folder)
      #expect(outcome.text == "640\n", "\(outcome.messages)")
      for name in ["ties", "new"] {
        let file = folder.appendingPathComponent("kept/\(name).json")
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("{"))
      }
    }
  }

  @Test func standardOutputHasANameToo() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell("echo first > log; $dyad convert d.yaml --to json -o /dev/stdout >> log", in: folder)
      #expect(outcome.status == 0)
      #expect(try String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8).hasPrefix("first\n{"))
    }
  }

  @Test func aTemporaryFileOfAKilledProcessIsRemovedByTheNext() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell(
        """
        touch .dyad-1a2b.part .dyad-other; mkdir .dyad-3c4d.part; touch .dyad-3c4d.part/page
        sh -c 'exec 9> .dyad-5e6f.part; flock 9; sleep 5' & sleep 0.3
        $dyad convert d.yaml -o d.json; status=$?; kill $!; exit $status
        """, in: folder)
      #expect(outcome.status == 0)
      // That of a process that runs stays.
      #expect(try names(in: folder) == [".dyad-5e6f.part", ".dyad-other", "d.json", "d.yaml"])
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"]) func anInterruptedRunLeavesEverythingAsItWas(signal: String) throws {
    try inTemporaryFolder { folder in
      let states = (0..<400).map { "  s\($0): { name: State \($0) }\n" }.joined()
      let outcome = try shell(
        """
        mkdir pages; echo old > pages/index.html
        env --default-signal=INT $dyad site d.yaml -o pages & tool=$!
        until ls -A pages | grep -q '^[.]dyad-'; do sleep 0.01; done
        kill -\(signal) $tool; wait $tool; test $? -gt 128
        """, in: folder, dossier: "dossier: Test\nstates:\n\(states)")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try names(in: folder.appendingPathComponent("pages")) == ["index.html"])
    }
  }

  // MARK: Folders

  @Test func notesOfWhatIsGoneAreRemovedAndOthersStay() throws {
    try inTemporaryFolder { folder in
      let three = "states: { a: { name: Arvane }, b: { name: Belmar }, c: { name: Corvia } }\n"
      let first = try shell("$dyad convert d.yaml --to obsidian -o notes", in: folder, dossier: three)
      #expect(first.status == 0)
      let second = try shell(
        """
        echo mine > notes/mine.md; echo changed >> notes/States/Belmar.md
        $dyad convert d.yaml --to obsidian -o notes
        """, in: folder, dossier: "states: { a: { name: Arvane } }\n")
      #expect(second.status == 0)
      #expect(
        second.messages.contains(
          "warning: 'States/Belmar.md' in 'notes' is no longer made; it was changed, and is kept"))
      let notes = folder.appendingPathComponent("notes")
      #expect(try names(in: notes) == [".dyad-obsidian.sha256", "States", "index.md", "mine.md"])
      #expect(try names(in: notes.appendingPathComponent("States")) == ["Arvane.md", "Belmar.md"])
    }
  }

  @Test func aFolderThatCannotBeCompletedStaysAsItWas() throws {
    try inTemporaryFolder { folder in
      let outcome = try shell(
        "mkdir -p pages/index.html; $dyad site d.yaml -o pages; $dyad site d.yaml -o d.yaml/pages", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("error: 'pages' cannot be written: is a directory"))
      #expect(try names(in: folder.appendingPathComponent("pages")) == ["index.html"])
    }
  }
}
