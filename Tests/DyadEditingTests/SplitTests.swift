import DyadCore
import DyadEditing
import DyadTestSupport
import Testing

@Suite struct SplitTests {
  private func editor(_ during: String) throws -> DossierEditor {
    try DossierEditor(
      text: """
        states:
          arvane: { name: Arvane }
          belmar: { name: Belmar }

        relations:
          ties:
            between: [arvane, belmar]
            kind: ties
            phases:
              - during: \(during)
                reads: strained
                tone: -4
                note: first

        """)
  }

  private func phases(_ editor: DossierEditor) throws -> [Phase] {
    try #require(try graph(editor).relations["ties"]).phases
  }

  @Test func aPhaseEndsWhereTheNextOneBegins() throws {
    var editor = try editor("2014-04/..")
    let report = try editor.split(
      "ties_2014-04_..", on: PartialDate("2016-03")!, [Assignment("reads", .text("cordial")), Assignment("tone", nil)])
    let phases = try phases(editor)
    #expect(phases.map(\.during.description) == ["2014-04/2016-03", "2016-03/.."])
    #expect(phases.map(\.reads) == ["strained", "cordial"] && phases.map(\.tone) == [Tone(-4), nil])
    #expect(phases.map(\.note) == ["first", "first"])
    #expect(report[0].hasSuffix("split phase 'ties_2014-04_..' into 'ties_2014-04_2016-03' and 'ties_2016-03_..'"))
  }

  @Test func onADayTheFirstPhaseEndsOnTheDayBefore() throws {
    var editor = try editor("2014-04/2018")
    _ = try editor.split("ties_2014-04_2018", on: PartialDate("2016-03-01")!)
    #expect(try phases(editor).map(\.during.description) == ["2014-04/2016-02-29", "2016-03-01/2018"])
  }

  @Test(arguments: ["2010", "2014-04", "2019", "2014-04-01"]) func aDateOutsideOfThePhaseIsRefused(date: String) throws
  {
    var editor = try editor("2014-04/2018")
    #expect(throws: EditError.self) { try editor.split("ties_2014-04_2018", on: PartialDate(date)!) }
    #expect(!editor.isChanged)
  }

  @Test(arguments: ["arvane", "ties", "nobody"]) func onlyAPhaseIsSplit(id: String) throws {
    var editor = try editor("2014-04/..")
    #expect(throws: EditError.self) { try editor.split(id, on: PartialDate("2016")!) }
  }

  @Test func theNewPhaseHasNoIdOfTheOldOne() throws {
    var editor = try DossierEditor(
      text: try editor("2014/..").texts[0].text.replacing(
        "reads: strained", with: "id: strain\n        reads: strained"))
    _ = try editor.split("strain", on: PartialDate("2016")!)
    #expect(try phases(editor).map(\.id.text) == ["strain", "ties_2016_.."])
  }
}
