import DyadTestSupport
import Foundation
import Testing

/// Counts and cited rows, checked against a store, by the tool as a whole process.
@Suite struct CountToolTests {
  private static let rows = packageRoot.appendingPathComponent("examples/events/invented.export.CSV").path

  /// A folder with a store, a table of counts by month, and a dossier that names both.
  private func inFolder(_ work: (URL) throws -> Void) throws {
    try inTemporaryFolder { folder in
      _ = try run(["events", "add", CountToolTests.rows, "--to", "e.sqlite", "--release", "2018-07"], in: folder)
      _ = try run(["events", "reduce", "--events", "e.sqlite", "-o", "months.csv"], in: folder)
      try write(CountToolTests.dossier, "ties.yaml", in: folder)
      try work(folder)
    }
  }

  private static let dossier = """
    dossier: Iceland and Norway
    sources:
      gdelt: { title: Invented events, kind: dataset, published: 2018-07 }
    states:
      iceland: { name: Iceland, iso3: ISL }
      norway: { name: Norway, iso3: NOR }
    counts:
      gdelt: { source: gdelt, table: months.csv, store: e.sqlite }
    events:
      arrest: { on: 2017-03-14, what: Norway arrests, type: COERCE, actors: [norway], recipients: [iceland], cite: { gdelt: { rows: [400000144] } } }

    """

  private func run(_ words: [String], in folder: URL, status: Int32 = 0) throws -> Command.Outcome {
    let outcome = try Tool.run(words, in: folder)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return outcome
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func countsThatComeOutAndRowsThatExistAreNoFindings() throws {
    try inFolder { folder in
      let outcome = try run(["check", "ties.yaml"], in: folder)
      #expect(outcome.messages == "ties.yaml: 2 entities, 0 relations, 1 event, 1 source\n")
    }
  }

  @Test func aCountThatNoLongerComesOutIsAnError() throws {
    try inFolder { folder in
      let table = try text("months.csv", in: folder)
      let line = try #require(table.split(separator: "\n").first { $0.hasPrefix("NOR,ISL,2017-03,") })
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let (n, q1) = (Int(cells[3])!, Int(cells[6])!)
      (cells[3], cells[4], cells[6]) = ("\(n + 1)", "\(Int(cells[4])! + 1)", "\(q1 + 1)")
      try write(table.replacing(line, with: cells.joined(separator: ",")), "months.csv", in: folder)
      let outcome = try run(["check", "ties.yaml"], in: folder, status: 1)
      #expect(outcome.messages.hasPrefix("ties.yaml:8:3: error: 'gdelt' has \(n + 1) events ("))
      #expect(outcome.messages.contains(" of NOR toward ISL in 2017-03; its store gives \(n) events ("))
      #expect(outcome.messages.contains(" by the rule 'story' [stale-count]\n1 error\n"))
    }
  }

  @Test func manyCountsThatDifferAreCounted() throws {
    try inFolder { folder in
      // Counted by another rule than the head line says.
      _ = try run(["events", "reduce", "--events", "e.sqlite", "--rule", "none", "-o", "none.csv"], in: folder)
      try write(try text("none.csv", in: folder).replacing("rule=none", with: "rule=story"), "months.csv", in: folder)
      let outcome = try run(["check", "ties.yaml"], in: folder, status: 1)
      let lines = outcome.messages.split(separator: "\n").filter { $0.hasSuffix("[stale-count]") }
      #expect(lines.count == 6 && lines[5].contains(/\d+ more counts of 'gdelt' differ from its store/))
    }
  }

  @Test func aPeriodThatTheTableLacksIsStaleWithinItsDays() throws {
    try inFolder { folder in
      let lines = try text("months.csv", in: folder).split(separator: "\n").filter { !$0.hasPrefix("NOR,ISL,2017-03,") }
      try write(lines.joined(separator: "\n") + "\n", "months.csv", in: folder)
      let outcome = try run(["check", "ties.yaml"], in: folder, status: 1)
      #expect(outcome.messages.contains("'gdelt' has no events of NOR toward ISL in 2017-03; its store gives "))
    }
  }

  @Test func aRowThatTheStoreLacksIsAnErrorAndOfADraftAWarning() throws {
    try inFolder { folder in
      try write(CountToolTests.dossier.replacing("[400000144]", with: "[400000144, 99]"), "ties.yaml", in: folder)
      let outcome = try run(["check", "ties.yaml"], in: folder, status: 1)
      let place = try #require(
        outcome.messages.split(separator: ": error: the store has no row '99' of 'gdelt' [row-not-found]").first)
      #expect(place.hasPrefix("ties.yaml:10:"))
      let draft = CountToolTests.dossier.replacing("[400000144] } }", with: "[99] } }, draft: true")
      try write(draft, "ties.yaml", in: folder)
      #expect(try run(["check", "ties.yaml"], in: folder).messages.contains("warning: the store has no row '99'"))
    }
  }

  @Test func aMissingStoreIsAWarningAndAnotherCanBeGiven() throws {
    try inFolder { folder in
      try FileManager.default.moveItem(
        at: folder.appendingPathComponent("e.sqlite"), to: folder.appendingPathComponent("moved.sqlite"))
      let outcome = try run(["check", "ties.yaml"], in: folder)
      #expect(
        outcome.messages.contains(
          "warning: 'e.sqlite' does not exist; its events are not checked [rows-unchecked]\n1 warning\n"))
      #expect(!(try run(["check", "ties.yaml", "--store", "moved.sqlite"], in: folder).messages.contains("warning")))
      _ = try run(["check", "ties.yaml", "--store", "none.sqlite"], in: folder, status: 2)
      let without = CountToolTests.dossier.replacing(
        "counts:\n  gdelt: { source: gdelt, table: months.csv, store: e.sqlite }\n", with: "")
      try write(without, "ties.yaml", in: folder)
      #expect(
        try run(["check", "ties.yaml"], in: folder).messages.contains(
          "warning: no table of counts names the store with the rows of 'gdelt' [rows-unchecked]"))
      #expect(!(try run(["check", "ties.yaml", "--store", "moved.sqlite"], in: folder).messages.contains("warning")))
      // A store outside the folder is not opened.
      try write(CountToolTests.dossier.replacing("e.sqlite", with: "../e.sqlite"), "ties.yaml", in: folder)
      #expect(
        try run(["check", "ties.yaml"], in: folder).messages.contains("'../e.sqlite' is outside the dossier's folder"))
    }
  }

  @Test func aNumberLeadsBackToItsRows() throws {
    try inFolder { folder in
      let shown = try run(["show", "ties.yaml", "iceland", "norway", "--counts", "--on", "2017-03"], in: folder).text
      #expect(shown.contains("GDELT 2.0 Event Database (gdelt2), by month; rule story: one event for each day"))
      #expect(shown.contains("2017-03  Norway → Iceland: "))
      #expect(shown.contains("    2017-03-14  400000144  163 COERCE  https://news.example/2017/108\n"))
      #expect(!shown.contains("2017-04"))
      let all = try run(["show", "ties.yaml", "iceland", "norway", "--counts"], in: folder).text
      #expect(all.contains("2016-01  ") && all.contains("2018-06  "))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("e.sqlite"))
      let alone = try run(["show", "ties.yaml", "iceland", "norway", "--counts", "--on", "2017-03"], in: folder).text
      #expect(alone.contains("rows: 'e.sqlite' does not exist\n") && alone.contains("2017-03  Norway → Iceland: "))
      _ = try run(["show", "ties.yaml", "iceland", "--counts"], in: folder, status: 64)
    }
  }

  @Test func everyProposalOfADossierIsAcceptedAndChecked() throws {
    try inFolder { folder in
      let words = ["events", "propose", "ISL", "NOR", "--events", "e.sqlite", "--against", "ties.yaml"]
      let proposed = try run(words, in: folder)
      let drafts = try text("ties.drafts.yaml", in: folder)
      #expect(drafts.contains("  iceland-norway-gdelt:\n") && drafts.contains("basis: attributed"))
      #expect(drafts.contains("reads: hostile, counted") && !drafts.contains("sources:") && !drafts.contains("states:"))
      #expect(try run(words, in: folder).messages == "0 drafts added\n")
      #expect(try text("ties.drafts.yaml", in: folder) == drafts)
      let count = proposed.messages.split(separator: "\n").count - 1
      #expect(count > 1 && proposed.messages.hasSuffix("\(count) drafts added\n"))
      _ = try run(["accept", "ties.yaml", "--all"], in: folder)
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("ties.drafts.yaml").path))
      let checked = try run(["check", "ties.yaml", "--require-sources"], in: folder).messages
      #expect(checked.contains("ties.yaml: 2 entities, 1 relation, ") && !checked.contains("error"))
      #expect(try run(words, in: folder).messages == "0 drafts added\n")
      let shown = try run(["show", "ties.yaml", "iceland", "norway", "--during", "2016/2018"], in: folder).text
      #expect(shown.contains("– Invented events"))
    }
  }

  @Test func withoutADossierTheDraftsAreOneOfTheirOwn() throws {
    try inFolder { folder in
      let words = ["events", "propose", "Iceland", "Norway", "--events", "e.sqlite", "-o", "drafts.yaml"]
      _ = try run(words, in: folder)
      let drafts = try text("drafts.yaml", in: folder)
      #expect(drafts.contains("  gdelt2:\n    title: GDELT 2.0 Event Database\n    kind: dataset\n"))
      #expect(drafts.contains("  iceland:\n    name: Iceland\n    iso3: ISL\n"))
      #expect(try run(["check", "drafts.yaml"], in: folder).messages.contains(" drafts\n"))
      _ = try run(["events", "propose", "ISL", "ISL", "--events", "e.sqlite"], in: folder, status: 64)
      _ = try run(["events", "propose", "ISL", "NOR", "--events", "e.sqlite", "--dry-run"], in: folder, status: 64)
      _ = try run(
        ["events", "propose", "ISL", "NOR", "--events", "e.sqlite", "--against", "no.yaml"], in: folder, status: 2)
    }
  }

  @Test func aSeriesNamesTheRuleAndPeriodThatTheStoreHas() throws {
    try inFolder { folder in
      _ = try run(
        ["events", "reduce", "--events", "e.sqlite", "--by", "year", "--rule", "day", "-o", "y.csv"], in: folder)
      _ = try run(["events", "add", "y.csv", "--reduced", "--to", "years.sqlite"], in: folder)
      let words = ["events", "series", "ISL", "NOR", "--events", "years.sqlite"]
      let refused = try run(words, in: folder, status: 1)
      #expect(
        refused.messages == "error: the store has this dyad by rule day by year, not by rule story by month\n")
      #expect(try run(words + ["--rule", "day", "--by", "year"], in: folder).text.contains("2017"))
    }
  }

  @Test func aStoreTakesThePlaceOfADossier() throws {
    try inFolder { folder in
      let shown = try run(
        ["draw", "e.sqlite", "--between", "Iceland", "NOR", "--during", "2017", "--describe"], in: folder
      ).text
      #expect(shown.contains("n\u{A0}=\u{A0}") && shown.contains("GDELT 2.0 Event Database"))
      _ = try run(["timeline", "e.sqlite", "--around", "iceland", "--counts", "gdelt2", "-o", "t.svg"], in: folder)
      #expect(try text("t.svg", in: folder).contains("counted-gdelt2-cooperation.norway"))
      _ = try run(["draw", "e.sqlite", "--around", "Icelnd", "-o", "x.svg"], in: folder, status: 1)
      try write("", "empty.sqlite", in: folder)
      _ = try run(["draw", "empty.sqlite", "--around", "Iceland", "-o", "x.svg"], in: folder, status: 1)
    }
  }
}
