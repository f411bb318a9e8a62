import DyadTestSupport
import Foundation
import Testing

/// The exit codes of the manual, each by what causes it.
@Suite struct ExitCodeTests {
  private static let dossier = """
    dossier: Test
    states: { a: { name: Arvane }, b: { name: Belmar } }
    relations: { t: { between: [a, b], kind: ties, phases: [{ during: 2014/2016, reads: cool }, { during: 2017/.. }] } }
    views: { v: { between: [a, b] } }

    """

  private func run(_ script: String) throws -> Command.Outcome {
    try inTemporaryFolder { folder in
      try Data(Self.dossier.utf8).write(to: folder.appendingPathComponent("d.yaml"))
      try Data("states: { a: { nme: A } }".utf8).write(to: folder.appendingPathComponent("wrong.yaml"))
      return try Command.run(
        "sh", ["-c", script], in: folder,
        environment: ["dyad": Tool.executable.path, "filter": Tool.filter.path, "LC_ALL": "C.UTF-8"])
    }
  }

  @Test(arguments: [
    "$dyad check d.yaml", "$dyad draw d.yaml -o d.svg", "$dyad diff d.yaml --between a b --from 2018 --to 2019",
    "$dyad draw d.yaml -o d.svg && $dyad verify d.svg --against d.yaml", "$dyad --help", "$dyad --version",
    "printf 'states: {a: {name: A}, b: {name: B}}\nrelations: {t: {between: [a, b], kind: ties}}' | $dyad check -",
    "echo '{\"pandoc-api-version\": [1, 23], \"meta\": {}, \"blocks\": []}' | $filter html",
  ])
  func successIs0(script: String) throws {
    let outcome = try run(script)
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test(arguments: [
    "$dyad check wrong.yaml", "$dyad check d.yaml wrong.yaml", "$dyad show d.yaml nobody",
    "$dyad draw d.yaml --view nothing -o d.svg", "$dyad show d.yaml --view nothing --why",
    "touch d.nqads; $dyad check d.nqads", "$dyad diff d.yaml --between a b --from 2015 --to 2018",
    "echo '<svg/>' > f.svg; $dyad verify f.svg --against d.yaml",
    "echo '<svg/>' > f.svg; $dyad redraw f.svg --against d.yaml",
    "$dyad draw d.yaml --on 2015 -o d.svg; sed s/cool/cold/ d.yaml > e.yaml; $dyad verify d.svg --against e.yaml",
    "yes | $dyad check -", "mkfifo pipe; $dyad check pipe",
  ])
  func errorsInTheInputAre1(script: String) throws {
    let outcome = try run(script)
    #expect(outcome.status == 1, "\(outcome.messages)")
  }

  @Test(arguments: [
    "$dyad check nowhere.yaml", "$dyad check wrong.yaml nowhere.yaml", "$dyad draw d.yaml -o no/such/folder.svg",
    "$dyad convert d.yaml --to json -o .", "$dyad show d.yaml > /dev/full", "$dyad site d.yaml -o d.yaml",
    "$dyad new .",
    "$dyad brief d.yaml --between a b -o b.docx", "$dyad verify nowhere.svg --against d.yaml",
    "ulimit -f 0; $dyad draw d.yaml -o d.svg 2> /dev/null",
    "exec 3<&- 4<&-; ulimit -n 4; $dyad check d.yaml", "exec 3<&- 4<&-; ulimit -n 5; $dyad check d.yaml",
    "echo '{\"pandoc-api-version\": [1, 23], \"meta\": {}, \"blocks\": []}' | $filter html > /dev/full",
  ])
  func failuresOfTheEnvironmentAre2(script: String) throws {
    // Without a search path, pandoc is not installed.
    let outcome = try run(script.contains("docx") ? "PATH=/nowhere; export PATH; \(script)" : script)
    #expect(outcome.status == 2, "\(outcome.messages)")
  }

  @Test func aPortInUseIs2() throws {
    let outcome = try run(
      """
      $dyad serve d.yaml --port 0 2> log & server=$!
      until grep -q localhost log; do sleep 0.05; done
      timeout 20 $dyad serve d.yaml --port $(sed 's/.*localhost:\\([0-9]*\\).*/\\1/' log); status=$?
      kill $server; exit $status
      """)
    #expect(outcome.status == 2 && outcome.messages.contains("error: cannot listen on port"), "\(outcome.messages)")
  }

  @Test(arguments: ["$dyad frob", "$dyad draw d.yaml", "$dyad check", "echo x | $filter html"])
  func wrongUsageIs64(script: String) throws {
    let outcome = try run(script)
    #expect(outcome.status == 64, "\(outcome.messages)")
  }

  @Test func aDateThatIsEDTFAndNotSupportedIsExplained() throws {
    let outcome = try run("$dyad draw d.yaml --on 2001-21 -o d.svg")
    #expect(outcome.status == 64)
    #expect(
      outcome.messages.contains("'2001-21' is invalid for '--on <date>': seasons (EDTF level 1) are not supported\n"))
  }
}
