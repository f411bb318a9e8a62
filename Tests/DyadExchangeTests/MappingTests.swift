import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct MappingTests {
  private func graph(_ table: String, _ mapping: String) throws -> KnowledgeGraph {
    try ForeignTable(table, mapping).read().get()
  }

  private func whats(_ graph: KnowledgeGraph) -> [String] { graph.events.values.map(\.what).sorted() }

  private static let event = "rows: [{ event: { what: \"{a}\", type: AGREE } }]\n"

  // MARK: The form of a table

  @Test func aTableMayHaveNoHeader() throws {
    let rows = "rows: [{ event: { what: \"{1} {2}\", type: AGREE } }]\n"
    #expect(try whats(graph("a,b\nc,d\n", "header: none\n" + rows)) == ["a b", "c d"])
    let named = "rows: [{ event: { what: \"{x} {y}\", type: AGREE } }]\n"
    #expect(try whats(graph("a,b\nc,d\n", "header: [x, y]\n" + named)) == ["a b", "c d"])
    #expect(
      try ForeignTable("a,b\nc,d\n", "header: [x, y, z]\n" + named).findings() == [
        "t.csv:1:1: error: the row has 2 cells, the header 3 [bad-csv]",
        "t.csv:1:1: error: 2 of 2 rows cannot be read; at most 1 may be rejected [rejected-rows]",
        "t.csv:2:1: error: the row has 2 cells, the header 3 [bad-csv]",
      ])
  }

  @Test func quotationMarksMayBeCharacters() throws {
    let table = "a;b\n\"Harbour\" treaty;1\n5\";2\n\"open;3\n"
    let mapping = "delimiter: semicolon\nquotes: none\n" + MappingTests.event
    #expect(try whats(graph(table, mapping)) == ["\"Harbour\" treaty", "\"open", "5\""])
  }

  // MARK: Numbers

  @Test(arguments: [
    ("1234,5", "0,5", "0.5"), ("1.234,5", "-1.234,50", "-1234.5"), ("1234.5", "220.0", "220"),
    ("1 234,5", "1\u{202F}000", "1000"), ("1'234.5", "1'000'000.25", "1000000.25"), ("1,234.5", "12", "12"),
    ("1234.5", "-0.0", "0"), ("1234.5", "\u{2212}3", "-3"), ("1234.5", "007", "7"),
  ])
  func aNumberIsReadInTheFormOfItsColumn(form: String, cell: String, number: String) throws {
    let mapping = "delimiter: semicolon\nnumbers: { a: \"\(form)\" }\n" + MappingTests.event
    #expect(try whats(graph("a;b\n\(cell);1\n", mapping)) == [number])
  }

  @Test(arguments: [
    ("1234.5", "1,5"), ("1.234,5", "1.23,5"), ("1.234,5", ".234"), ("1234,5", "1,"), ("1234,5", ",5"), ("1234.5", "x"),
    ("1.234,5", "1234.567,0"), ("1234.5", "1.2.3"), ("1234.5", "\u{0663}"),
  ])
  func whatHasAnotherFormIsNoNumber(form: String, cell: String) throws {
    var table = ForeignTable(
      "a;b\n\(cell);1\n", "delimiter: semicolon\nnumbers: { a: \"\(form)\" }\n" + MappingTests.event)
    table.limit = .none
    #expect(
      try table.findings() == [
        "t.csv:1:1: error: 1 of 1 row cannot be read; none may be rejected [rejected-rows]",
        "t.csv:2:1: error: '\(cell)' is not a number in the form that 'numbers' gives (column 'a') [bad-number]",
      ])
  }

  // MARK: Look-up tables

  private static let countries = LookupTable("codes", columns: ["name", "iso3"]) { key, column, day in
    switch (key, column) {
    case ("1", "name"): day.year < 2000 ? "Old Arvane" : "Arvane"
    case ("1", "iso3"): "ARV"
    default: nil
    }
  }

  private func lookedUp(
    _ value: String, _ head: String = "", _ table: String = "a,year\n1,1990\n"
  ) throws -> Checked<KnowledgeGraph> {
    var one = ForeignTable(table, head + "rows: [{ event: { what: \(value), type: AGREE } }]\n")
    one.lookups = [MappingTests.countries]
    one.files = ["codes.csv": "code,name,capital\n1,Quayland,Quay\n2,,\n"]
    return try one.read()
  }

  @Test(arguments: [
    (#"{ value: "{a}", lookup: codes }"#, "", "Arvane"),
    (#"{ value: "{a}", lookup: { table: codes, column: iso3 } }"#, "", "ARV"),
    (#"{ value: "{a}", lookup: { table: codes, on: "{year}" } }"#, "", "Old Arvane"),
    (#"{ value: "{a}", lookup: own }"#, "lookups: { own: { \"1\": one } }\n", "one"),
    (#"{ value: "{a}", lookup: codes }"#, "lookups: { codes: { \"1\": mine } }\n", "mine"),
    (#"{ value: "{a}", lookup: own }"#, "lookups: { own: { file: codes.csv } }\n", "Quayland"),
    (
      #"{ value: "{a}", lookup: { table: own, column: capital } }"#,
      "lookups: { own: { file: codes.csv, key: code } }\n", "Quay"
    ),
    (#"{ value: "{a}", lookup: codes, map: { Arvane: A } }"#, "", "A"),
    (#"{ value: "{year}", lookup: codes, else: none }"#, "", "none"),
    (#"{ value: "{a}", lookup: codes, prefix: "the state of " }"#, "", "the state of Arvane"),
  ])
  func aTextIsLookedUp(value: String, head: String, expected: String) throws {
    #expect(try whats(lookedUp(value, head).get()) == [expected])
  }

  @Test(arguments: [
    (
      #"{ value: "{a}", lookup: cods }"#, "",
      "m.yaml:1:49: error: unknown look-up table 'cods'; known: codes [bad-word]\n  did you mean 'codes'?"
    ),
    (
      #"{ value: "{a}", lookup: { table: codes, column: iso } }"#, "",
      "m.yaml:1:73: error: the look-up table 'codes' has the columns name, iso3, not 'iso' [bad-column]\n  did you mean 'iso3'?"
    ),
    (
      #"{ value: "{a}", lookup: { table: codes, on: "{yaer}" } }"#, "",
      "m.yaml:1:69: error: the table has no column 'yaer' [bad-column]\n  did you mean 'year'?"
    ),
    (
      #"{ value: "{a}", lookup: own }"#, "lookups: { own: { file: ../codes.csv } }\n",
      "m.yaml:1:25: error: '../codes.csv' is outside the dossier's folder and repository [unreadable]"
    ),
    (
      #"{ value: "{a}", lookup: own }"#, "lookups: { own: { file: none.csv } }\n",
      "m.yaml:1:25: error: 'none.csv' does not exist [unreadable]"
    ),
    (
      #"{ value: "{a}", lookup: own }"#, "lookups: { own: { file: codes.csv, key: coed } }\n",
      "m.yaml:1:41: error: 'codes.csv' has no column 'coed' [bad-column]\n  did you mean 'code'?"
    ),
  ])
  func aMistakeWithALookupTableIsReportedAtItsPlace(value: String, head: String, finding: String) throws {
    let reported = try lookedUp(value, head).diagnostics.map(\.description)
    #expect(reported.contains { $0.hasSuffix(finding) }, "\(reported)")
  }

  @Test func aTextThatNoTableHasIsAFaultOfItsRow() throws {
    let checked = try lookedUp(
      #"{ value: "{a}", lookup: { table: own, column: capital } }"#, "lookups: { own: { file: codes.csv } }\n",
      "a,year\n1,1990\n3,1990\n")
    #expect(whats(checked.value) == ["Quay"])
    #expect(
      checked.diagnostics.map(\.description) == [
        "t.csv:1:1: warning: 1 of 2 rows rejected [rejected-rows]",
        "t.csv:3:1: warning: row rejected: '3' has no 'capital' in the look-up table 'own' (column 'a') [bad-word]",
      ])
  }

  @Test func eachPartyOfAListHasThePrefix() throws {
    let actors = "{ value: \"{a}\", split: \";\", prefix: \"Port of \" }"
    let graph = try graph(
      "a,b\nMarrow; Quay,x\n", "rows: [{ event: { what: \"{b}\", type: AGREE, actors: \(actors) } }]\n")
    #expect(graph.entities.values.map(\.names[0].text).sorted() == ["Port of Marrow", "Port of Quay"])
  }

  // MARK: Conditions

  @Test(arguments: [
    ("{a} = {b}", "2"), ("{a} != {b}", "1345"), ("{n} > 9", "3"), ("{n} >= 9", "23"), ("{n} < 9.5", "124"),
    ("{a} = 'x'", "13"), ("not {a} = 'x'", "245"), ("{a} = 'x' and {n} > 1", "3"), ("{a} = 'y' or {n} = 1", "12"),
    ("{b} is blank", "4"), ("{b} is not blank", "1235"), ("{a} in ('x', 'y')", "123"), ("{a} not in ('x', 'y')", "45"),
    ("{n} in (1, 10)", "13"), ("not ({a} = 'x' or {b} is blank)", "25"), ("{a} = 'y' or {a} = 'x' and {n} = 1", "12"),
    ("({a} = 'y' or {a} = 'x') and {n} = 1", "1"), ("{a} < 'y'", "1345"), ("{n} = 01", "1"), ("{n} = '01'", ""),
    ("{b} = 5", "5"), ("{b} < 6", "5"), ("{n} != {n}", ""), ("{b} != 5", "1234"), ("{ n } = 1", "1"),
  ])
  func aConditionSelectsRows(condition: String, rows: String) throws {
    let table = "id,a,b,n\n1,x,y,1\n2,y,y,9\n3,x,z,10\n4,w,,2\n5,w,5,\n"
    let mapping = "where: \"\(condition)\"\nrows: [{ event: { what: \"{id}\", type: AGREE } }]\n"
    // Where a cell is no number, its row is rejected.
    var one = ForeignTable(table, mapping)
    one.limit = .percent(100)
    #expect(try whats(one.read().get()).joined() == rows)
  }

  @Test(arguments: [
    ("{a} == 1", "expected =, !=, <, <=, >, >=, 'in' or 'is', not '==', at character 5 of the condition"),
    ("{a}", "expected =, !=, <, <=, >, >=, 'in' or 'is' at the end of the condition"),
    ("{a} = ", "expected a column in braces, a number or a text in quotes at the end of the condition"),
    ("{a} = x", "expected a column in braces, a number or a text in quotes, not 'x', at character 7 of the condition"),
    ("{a} = 1 {b}", "expected the end, 'and' or 'or', not '{b}', at character 9 of the condition"),
    ("({a} = 1", "expected ')' at the end of the condition"),
    ("{a} is empty", "expected 'blank', not 'empty', at character 8 of the condition"),
    ("{a} not = 1", "expected 'in', not '=', at character 9 of the condition"),
    (
      "{a} in (1; 2)",
      "expected a column in braces, a number or a text in quotes, not '1;', at character 9 of the condition"
    ),
    ("{a = 1", "unclosed '{' at character 1 of the condition"),
    ("{a} = 'x", "unclosed quotation mark at character 7 of the condition"),
    ("", "expected a column in braces, a number or a text in quotes at the end of the condition"),
    (String(repeating: "(", count: 2000), "the condition is too long"),
    (String(repeating: "not ", count: 100) + "{a} = 1", "the condition is nested too deeply"),
  ])
  func aMistakeInAConditionIsReported(condition: String, reason: String) throws {
    let findings = try ForeignTable("a,b\n1,2\n", "where: [\"\(condition)\"]\n" + MappingTests.event).findings()
    #expect(findings == ["m.yaml:1:9: error: \(reason) [wrong-shape]"])
  }

  @Test func allConditionsMustHoldAndNameColumns() throws {
    let table = "a,b\n1,2\n3,4\n5,4\n"
    #expect(try whats(graph(table, "where: [\"{a} > 1\", \"{a} < 5\"]\n" + MappingTests.event)) == ["3"])
    #expect(
      try ForeignTable(table, "where: \"{a} != {bb}\"\n" + MappingTests.event).findings() == [
        "m.yaml:1:8: error: the table has no column 'bb' [bad-column]\n  did you mean 'b'?"
      ])
  }

  @Test func aCellThatIsNoNumberIsAFaultOfItsRow() throws {
    let table = ForeignTable("a,b\n1,x\nmany,x\n", "where: \"{a} > 0\"\n" + MappingTests.event)
    #expect(
      try table.findings() == [
        "t.csv:1:1: warning: 1 of 2 rows rejected [rejected-rows]",
        "t.csv:3:1: warning: row rejected: 'many' is not a number, which 'where' needs (column 'a') [bad-number]",
      ])
  }

  // MARK: Keys, and since when claims are known

  @Test func aRowThatRepeatsAKeyIsSkippedAndReported() throws {
    let checked = try ForeignTable("a,b\nx,1\ny,2\nz,1\nw,\n", "key: \"{b}\"\n" + MappingTests.event).read()
    #expect(checked.value.events.values.map { "\($0.id) \($0.what)" }.sorted() == ["1 x", "2 y"])
    #expect(
      checked.diagnostics.map(\.description) == [
        "t.csv:1:1: warning: 1 of 4 rows rejected [rejected-rows]",
        "t.csv:4:1: warning: the row repeats the key '1' of line 2; skipped [duplicate-row]",
        "t.csv:5:1: warning: row rejected: the row has no key [missing-key]",
      ])
  }

  @Test func theRowAfterARejectedOneOfTheSameKeyIsRead() throws {
    let table = ForeignTable(
      "id,day\n1,2014-13\n1,2014-12\n",
      "key: \"{id}\"\nrows: [{ event: { on: \"{day}\", what: x, type: AGREE } }]\n")
    let checked = try table.read()
    #expect(checked.errors == [])
    #expect(checked.value.events["1"]?.within == Interval("2014-12"))
  }

  @Test func claimsAreKnownSinceADate() throws {
    let graph = try graph(
      "a,b,release\nx,1,2013-05-01\ny,2,2014\n",
      """
      known: "{release}"
      rows:
        - event: { what: "{a}", type: AGREE }
        - event: { id: "other-{b}", what: "{b}", type: AGREE, known: 2010 }
      """)
    #expect(
      graph.events.values.map { "\($0.what) \($0.evidence.known?.description ?? "-")" }.sorted() == [
        "1 2010/..", "2 2010/..", "x 2013-05-01/..", "y 2014/..",
      ])
  }
}
