import DyadTestSupport
import Foundation
import Testing

/// Pages of the manual that are tests: the commands of a page run in a folder of its own, and the page shows their output.
///
/// A line that begins with `% ` is a command of the tool, or `cat > name`, which takes the lines up to a lone `.`; `[1]` at the end
/// is the exit code where it is not 0.
@Suite struct TranscriptTests {
  static let folder = packageRoot.appendingPathComponent("Documentation/Transcripts")
  static let pages = try! FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    .sorted()

  @Test(arguments: pages)
  func thePageShowsWhatTheToolDoes(page: String) throws {
    let file = TranscriptTests.folder.appendingPathComponent(page)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let now = try inTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("examples"),
        withDestinationURL: packageRoot.appendingPathComponent("examples"))
      return try rerun(recorded, in: folder)
    }
    #expect(difference(from: file, now) == nil)
  }

  /// The page with every command run again.
  private func rerun(_ page: String, in folder: URL) throws -> String {
    var result: [String] = []
    var isTranscript = false
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      if line == "```console" { isTranscript = true } else if line == "```" { isTranscript = false }
      guard isTranscript, line.hasPrefix("% ") else {
        if !isTranscript || line == "```console" { result.append(line) }
        continue
      }
      result.append(line)
      let words = split(String(line.dropFirst(2)))
      if words.first == "cat" {
        let end = lines.firstIndex(of: ".") ?? lines.endIndex
        try Data((lines[..<end].joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(words[2]))
        result += lines[..<end] + ["."]
        lines = lines[end...].dropFirst()
      } else {
        let outcome = try Tool.run(Array(words.dropFirst()), in: folder)
        let said = outcome.text + outcome.messages
        result += said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
          said.hasSuffix("\n") ? 1 : 0
        )
        .filter { !said.isEmpty || !$0.isEmpty }
        if outcome.status != 0 { result.append("[\(outcome.status)]") }
      }
    }
    return result.joined(separator: "\n")
  }

  /// Words as a shell splits them, with single and double quotes.
  private func split(_ line: String) -> [String] {
    line.matches(of: #/'([^']*)'|"([^"]*)"|(\S+)/#).map { String($0.1 ?? $0.2 ?? $0.3 ?? "") }
  }
}
