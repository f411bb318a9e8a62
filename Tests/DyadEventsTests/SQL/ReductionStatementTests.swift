import DyadCore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

/// The statement that engines run gives the table that is counted here, to the byte.
///
/// DuckDB runs it in the tests; `make compare-engines` runs it on Apache Spark too.
@Suite struct ReductionStatementTests {
  private static func statement(_ rule: CountingRule, _ period: Period) throws -> ReductionStatement {
    ReductionStatement(
      try #require(RawTable.all.first { $0.dataSet == "gdelt2" }), by: period, rule: rule,
      countries: Identity.standard.countries(in: .cameo), days: try #require(EventDataSet.named("gdelt2")).days)
  }

  private static let cases =
    CountingRule.allCases.map { ($0, Period.month) } + Period.allCases.filter { $0 != .month }.map { (.story, $0) }

  @Test(.checked(by: .python), arguments: cases)
  func duckDBCountsAlike(rule: CountingRule, period: Period) throws {
    try inTemporaryFolder { folder in
      let files = try [1, 2].map { seed in
        let file = folder.appendingPathComponent("\(seed).export.CSV")
        try Data(RawRows.text(1_500, seed: seed).utf8).write(to: file)
        return file.path
      }
      var reduction = Reduction(by: period, rule: rule)
      let report = try EventFiles(files).forEach(where: .betweenCountries) { event, _ in reduction.add(event) }
      let table = DyadPeriodTable(reduction, of: "gdelt2", report)
      let runner = Engine.duckdb.runner(of: try ReductionStatementTests.statement(rule, period))
      let outcome = try Command.run(Python.executable, ["-c", runner] + files, in: folder)
      #expect(outcome.messages == "")
      #expect(outcome.text == String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self))
      #expect(table.rows.count > 50 && table.head.rejects > 20)
    }
  }

  @Test func bothEnginesRunTheSameStatement() throws {
    let statement = try ReductionStatementTests.statement(.story, .week)
    for engine in Engine.allCases { #expect(engine.runner(of: statement).contains(statement.sql)) }
  }

  @Test func noNumberIsFloating() throws {
    for rule in CountingRule.allCases {
      for period in Period.allCases {
        let sql = try ReductionStatementTests.statement(rule, period).sql.uppercased()
        #expect(["DOUBLE", "FLOAT", "AVG", "QUALIFY"].allSatisfy { !sql.contains($0) })
      }
    }
  }
}

/// Rows in the form of GDELT 2.0 with what is hard: rows of one story, mirror rows, regions, empty cells, quotes, ids of several
/// lengths, and rows that cannot be read.
private struct RawRows {
  private var random: Seeded
  private var row = [String](repeating: "", count: 61)

  init(_ seed: Int) { random = Seeded(seed) }

  private static let codes = [
    ("010", "1", "0"), ("040", "1", "1"), ("042", "1", "1.9"), ("043", "1", "2.8"), ("0871", "2", "9"),
    ("111", "3", "-2"), ("141", "3", "-6.5"), ("190", "4", "-10"), ("036", "1", "4.0"), ("020", "1", ""),
  ]
  private static let countries = ["AFG", "PAK", "ROM", "EUR", "USA", "RUS", "ISR", "TMP", "", "XXX"]
  private static let faults = [
    (1, "20191340"), (1, "20190229"), (1, "2019"), (1, "20990101"), (0, ""), (0, "x"), (26, ""), (29, "5"), (29, ""),
    (30, "11"), (30, "ten"), (31, "-1"), (31, "many"),
  ]

  static func text(_ count: Int, seed: Int) -> String {
    var rows = RawRows(seed)
    return (0..<count).map { _ in rows.next().joined(separator: "\t") + "\n" }.joined()
  }

  private mutating func next() -> [String] {
    if row[0].isEmpty || Int.random(in: 0..<3, using: &random) > 0 {
      let (one, other) = (pick(RawRows.countries), pick(RawRows.countries))
      (row[5], row[7], row[15], row[17]) = (one + pick(["", "GOV", "MIL"]), one, other, other)
      (row[26], row[29], row[30]) = pick(RawRows.codes)
      row[1] = "201\(pick([5, 9]))" + pick(["0101", "0228", "0630", "1024", "1231"])
      row[60] = pick(["", "https://news.example/\"\(Int.random(in: 0..<9, using: &random))\"/é", "BBC Monitoring"])
    } else if Bool.random(using: &random) {
      (row[5], row[7], row[15], row[17]) = (row[15], row[17], row[5], row[7])
      row[26] = ["042": "043", "043": "042"][row[26]] ?? row[26]
    }
    row[0] = String(Int.random(in: 1...2_000_000_000, using: &random) >> Int.random(in: 0..<12, using: &random))
    row[31] = String(Int.random(in: 1...99, using: &random))
    var result = row
    if Int.random(in: 0..<25, using: &random) == 0 {
      let (column, text) = pick(RawRows.faults)
      result[column] = text
    }
    return result
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }
}
