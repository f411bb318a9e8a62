import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct RejectedRowTests {
  private let mapping = """
    rows:
      - event: { id: "{id}", on: "{day}", what: "{what}", type: "{type}", actors: "{who}" }

    """
  private let header = "id,day,what,type,who\n"
  private func row(_ number: Int) -> String { "\(number),2014-04,Landing \(number),AGREE,Marrow\n" }

  /// A bad row among good ones costs itself: the rest is what it is without the row.
  @Test(arguments: [
    "x,2014-13,Bad,AGREE,Marrow", "x,2014,Bad,AGRE,Marrow", "x,2014,,AGREE,Marrow", "x,2014,Bad,AGREE",
    "x,2014,Bad,AGREE,M,M", "x,2014,\"Bad,AGREE,Marrow", "x,2014,\"Bad\"y,AGREE,Marrow", "1,2014,Bad,AGREE,Marrow",
    "x,2014,Bad\u{1},AGREE,Marrow", "\"x,2014,Bad,AGREE,Marrow", "x,2014,Bad,AGREE,\"",
  ])
  func aBadRowCostsItself(bad: String) throws {
    let good = (1...9).map(row)
    let expected = try ForeignTable(header + good.joined(), mapping).read().get()
    // An id that two rows have is a fault of the later one.
    for place in bad.hasPrefix("1,") ? [5, 9] : [0, 5, 9] {
      let table = header + good[..<place].joined() + bad + "\n" + good[place...].joined()
      let checked = try ForeignTable(table, mapping).read()
      #expect(checked.errors == [], "\(place)")
      #expect(checked.value.events == expected.events && checked.value.entities == expected.entities, "\(place)")
      #expect(checked.diagnostics.contains { $0.message == "1 of 10 rows rejected" })
      let rejected = checked.diagnostics.filter { $0.message.hasPrefix("row rejected: ") }
      #expect(!rejected.isEmpty && rejected.allSatisfy { $0.place?.line == place + 2 }, "\(rejected)")
    }
  }

  @Test func aLimitDecidesWhetherATableWithBadRowsIsRead() throws {
    func bad(_ number: Int) -> String { "x\(number),2014-13,Bad,AGREE,Marrow\n" }
    func read(_ good: Int, _ faults: Int, _ limit: RejectLimit) throws -> Checked<KnowledgeGraph> {
      var table = ForeignTable(header + (0..<good).map(row).joined() + (0..<faults).map(bad).joined(), mapping)
      table.limit = limit
      return try table.read()
    }
    #expect(try read(1, 1, .standard).errors.isEmpty)
    #expect(try !read(196, 3, .standard).errors.isEmpty)
    #expect(try read(298, 2, .standard).errors.isEmpty)
    #expect(try read(8, 2, .percent(20)).errors.isEmpty)
    #expect(try !read(8, 2, .percent(19)).errors.isEmpty)
    #expect(try !read(999, 1, .none).errors.isEmpty)
    #expect(try read(3, 0, .none).diagnostics.isEmpty)
    let all = try read(0, 3, .percent(100))
    #expect(all.errors.isEmpty && all.value.events.isEmpty)
    let findings = try read(2, 2, .none).diagnostics.map(\.description)
    #expect(
      findings == [
        "t.csv:1:1: error: 2 of 4 rows cannot be read; none may be rejected [rejected-rows]",
        "t.csv:4:4: error: '2014-13' is not a valid date (column 'day') [bad-date]",
        "t.csv:5:4: error: '2014-13' is not a valid date (column 'day') [bad-date]",
      ])
  }

  @Test func rowsThatAreWrongBesideOthersAreRejected() throws {
    let table = ForeignTable(
      "a,b,kind\nx,y,alliance\nx,x,alliance\n",
      "rows: [{ relation: { between: [\"{a}\", \"{b}\"], kind: \"{kind}\" } }]\n")
    let checked = try table.read()
    #expect(checked.errors == [])
    #expect(checked.value.relations.count == 1)
    #expect(checked.diagnostics.contains { $0.place?.line == 3 && $0.message.hasPrefix("row rejected: ") })
  }

  @Test func allMistakesOfAMappingAreReportedBeforeAnyRow() throws {
    let findings = try ForeignTable(
      "a\n1\n",
      """
      quotes: nine
      numbers: { a: "1,5" }
      known: 2014-13
      rows:
        - event: { type: AGRE, tone: 12, on: 2014-13 }
        - relation: { between: ["{a}", b], kind: { value: "{a}", map: { "1": alianse }, else: alliance } }
        - entity: { kind: sate }
        - holding: { title: Minister }
      """
    ).findings()
    #expect(
      findings == [
        "m.yaml:1:9: error: 'quotes' must be one of double, none, not 'nine' [bad-word]\n  did you mean 'none'?",
        "m.yaml:2:15: error: '1,5' is not a form of numbers; write one of 1234.5, 1234,5, 1,234.5, 1.234,5, 1 234.5, 1 234,5, 1'234.5, 1'234,5 [bad-word]",
        "m.yaml:3:8: error: '2014-13' is not a valid date [bad-date]",
        "m.yaml:5:12: error: 'event' needs 'what' [missing-key]",
        "m.yaml:5:20: error: 'type' must be one of AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT, not 'AGRE' [bad-word]\n  did you mean 'AGREE'?",
        "m.yaml:5:32: error: 'tone' must be a number from -10 to 10, not '12' [bad-number]",
        "m.yaml:5:40: error: '2014-13' is not a valid date [bad-date]",
        "m.yaml:6:72: error: unknown kind of relation 'alianse' [unknown-id]\n  did you mean 'alliance'?",
        "m.yaml:7:13: error: 'entity' needs 'name' or 'id' [missing-key]",
        "m.yaml:7:21: error: 'kind' must be one of state, group, organization, official, place, not 'sate' [bad-word]\n  did you mean 'state'?",
        "m.yaml:8:14: error: 'holding' needs 'official' [missing-key]",
      ])
  }

  @Test func aQuoteThatPairsWithALaterRowCostsOneLine() throws {
    var table = ForeignTable(
      header + "1,2014,\"Open,AGREE,Marrow\n" + row(2) + "3,2014,\"Three\",AGREE,Marrow\n" + row(4), mapping)
    table.limit = .percent(100)
    #expect(try table.read().value.events.keys.map(\.text).sorted() == ["2", "3", "4"])
    // A cell of several lines is one.
    let whole = ForeignTable(header + "1,2014,\"One\nmore\",AGREE,Marrow\n" + row(2), mapping)
    #expect(try whole.read().get().events["1"]?.what == "One\nmore")
  }
}
