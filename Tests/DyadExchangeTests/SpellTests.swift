import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct SpellTests {
  private func mapping(_ spells: String) -> String {
    """
    rows:
      - relation: { between: ["{a}", "{b}"], kind: alliance, reads: "{reads}", during: "{year}", spells: \(spells) }

    """
  }

  private func phases(_ rows: String, _ spells: String = "year") throws -> [String] {
    let graph = try ForeignTable("a,b,reads,year\n" + rows, mapping(spells)).read().get()
    return graph.relations.values.sorted { $0.id < $1.id }.flatMap { relation in
      relation.phases.map { "\(relation.to) \($0.during)" + ($0.reads.map { " \($0)" } ?? "") }
    }
  }

  @Test func yearsThatFollowEachOtherAreOnePhase() throws {
    let rows = "x,y,,1992\nx,y,,1990\nx,y,,1991\nx,y,,1994\nx,z,,1993\nx,y,,1990\n"
    #expect(try phases(rows) == ["y 1990/1992", "y 1994", "z 1993"])
  }

  @Test func aChangeOfAnotherKeyEndsAPhase() throws {
    let rows = "x,y,close,1990\nx,y,loose,1992\nx,y,close,1991\nx,y,close,1993\n"
    #expect(try phases(rows) == ["y 1990/1991 close", "y 1992 loose", "y 1993 close"])
  }

  @Test func whatReachesTheEndsOfTheTableMayGoOn() throws {
    let rows = "x,y,,1990\nx,y,,1991\nx,z,,1995\nx,w,,1992\nx,v,,1990\n"
    #expect(
      try phases(rows, "{ by: year, first: 1990, last: 1995 }") == [
        "v [..1990]/1990", "w 1992", "y [..1990]/1991", "z 1995/[1995..]",
      ])
  }

  @Test func monthsAndDaysMakeSpellsToo() throws {
    #expect(
      try phases("x,y,,1999-12\nx,y,,2000-01\nx,y,,2000-03\n", "month") == ["y 1999-12/2000-01", "y 2000-03"])
    #expect(
      try phases("x,y,,2000-02-28\nx,y,,2000-02-29\nx,y,,2000-03-01\n", "day") == ["y 2000-02-28/2000-03-01"])
  }

  @Test func eventsAndOfficesMakeSpells() throws {
    let graph = try ForeignTable(
      "who,year\nAra,1990\nAra,1991\nAra,1993\n",
      """
      rows:
        - event: { id: "dispute-{who}", what: "{who} in dispute", type: THREATEN, on: "{year}", spells: year }
        - holding: { official: "{who}", title: Minister, of: Arvane, during: "{year}", spells: year }
      """
    ).read().get()
    #expect(
      graph.events.values.map { "\($0.id) \($0.within)" }.sorted() == ["dispute-ara 1990/1991", "dispute-ara-2 1993"])
    #expect(graph.holdings.values.map(\.during.description).sorted() == ["1990/1991", "1993"])
  }

  /// The years that rows name are those that phases cover, whatever the order of the rows.
  @Test(arguments: 0..<40) func spellsCoverTheYearsOfTheRows(seed: Int) throws {
    var random = Seeded(seed)
    let years = (0..<Int.random(in: 1...25, using: &random)).map { _ in Int.random(in: 1950...1980, using: &random) }
    let rows = years.map { "x,y,,\($0)\n" }
    let phases = try phases(rows.joined())
    #expect(try self.phases(rows.shuffled(using: &random).joined()) == phases)
    let intervals = phases.compactMap { Interval(String($0.split(separator: " ")[1])) }
    let covered = intervals.flatMap { Array(($0.startDate?.year ?? 0)...($0.endDate?.year ?? 0)) }
    #expect(covered == Set(years).sorted())
    for (one, next) in zip(intervals, intervals.dropFirst()) {
      #expect((next.startDate?.year ?? 0) - (one.endDate?.year ?? 0) > 1)
    }
  }

  @Test func aDateOfAnotherPrecisionIsAFaultOfItsRow() throws {
    let table = ForeignTable("a,b,reads,year\nx,y,,1990\nx,y,,1991-05\n", mapping("year"))
    let findings = try table.findings()
    #expect(
      findings == [
        "t.csv:1:1: warning: 1 of 2 rows rejected [rejected-rows]",
        "t.csv:3:6: warning: row rejected: '1991-05' is not a year, which 'spells' needs (column 'year') [bad-date]",
      ])
  }

  @Test func aMisspeltKeyIsReportedWithASuggestion() throws {
    let mapping = mapping("year").replacing("spells:", with: "spels:")
    #expect(
      try ForeignTable("a,b,reads,year\nx,y,,1990\n", mapping).findings() == [
        "m.yaml:2:94: error: unknown key 'spels' in 'relation' [unknown-key]\n  did you mean 'spells'?"
      ])
  }

  @Test(arguments: [
    ("years", "'spells' must be one of year, month, day, not 'years' [bad-word]\n  did you mean 'year'?"),
    ("{ first: 1990 }", "'spells' needs 'by' [missing-key]"),
    ("{ by: year, first: 1990-05 }", "'first' must be a year, as 'by' says [bad-date]"),
    ("{ by: year, last: x }", "'x' is not a valid date [bad-date]"),
    ("{ by: year, lst: 1990 }", "unknown key 'lst' in 'spells' [unknown-key]\n  did you mean 'last'?"),
  ])
  func aMistakeInSpellsIsReported(spells: String, finding: String) throws {
    let findings = try ForeignTable("a,b,reads,year\nx,y,,1990\n", mapping(spells)).findings()
    #expect(findings.count == 1 && findings[0].hasPrefix("m.yaml:2:") && findings[0].hasSuffix(finding), "\(findings)")
  }
}
