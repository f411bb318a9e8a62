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
  private static func statement(
    _ rule: CountingRule, _ period: Period, of dataSet: String = "gdelt2"
  ) throws -> ReductionStatement {
    ReductionStatement(try #require(RawTable.all.first { $0.dataSet == dataSet }), by: period, rule: rule)
  }

  private static let cases =
    CountingRule.allCases.map { ($0, Period.month) } + Period.allCases.filter { $0 != .month }.map { (.story, $0) }

  @Test(.checked(by: .python), arguments: cases)
  func duckDBCountsAlike(rule: CountingRule, period: Period) throws {
    let table = try compared([1, 2].map { RawRows.text(1_500, seed: $0) }, rule, period, of: "gdelt2")
    #expect(table.rows.count > 50 && table.head.rejects > 20)
  }

  @Test(.checked(by: .python), arguments: cases)
  func duckDBCountsICEWSAlike(rule: CountingRule, period: Period) throws {
    let table = try compared([3, 4].map { RawICEWSRows.text(1_500, seed: $0) }, rule, period, of: "icews")
    #expect(table.rows.count > 20 && table.head.rejects > 20 && table.head.uncounted.unclassed > 5)
  }

  /// The table of files with these texts, which is that of DuckDB.
  private func compared(
    _ texts: [String], _ rule: CountingRule, _ period: Period, of dataSet: String
  ) throws -> DyadPeriodTable {
    try inTemporaryFolder { folder in
      let files = try texts.enumerated().map { index, text in
        let file = folder.appendingPathComponent("\(index).tab")
        try Data(text.utf8).write(to: file)
        return file.path
      }
      var reduction = Reduction(by: period, rule: rule)
      let report = try EventFiles(files).forEachRow(where: .betweenCountries) { row, parts, _ in
        reduction.add(row, of: parts)
      }
      let table = DyadPeriodTable(reduction, of: dataSet, report)
      let runner = Engine.duckdb.runner(of: try ReductionStatementTests.statement(rule, period, of: dataSet))
      let outcome = try Command.run(Python.executable, ["-c", runner] + files, in: folder)
      #expect(outcome.messages == "")
      #expect(outcome.text == String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self))
      return table
    }
  }

  @Test func aLabelMeansTheSameFolded() {
    for code in CAMEO.all.values {
      let (label, folded) = (CAMEO.labelled(code.label), CAMEO.labelled(code.label.lowercased()))
      #expect(label?.code == folded?.code && label?.code.hasPrefix(code.code.prefix(2)) == true)
    }
    #expect(CAMEO.labelled("DEMAND")?.code == "100")
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

/// Rows in the form of ICEWS with what is hard: both forms of dates, missing cells as empty and as words, parties whose country is in
/// their name or in brackets, codes outside of the code book, labels without a code, missing intensities, and rows that cannot be read.
private struct RawICEWSRows {
  private var random: Seeded
  private var row: [String] = []

  init(_ seed: Int) { random = Seeded(seed) }

  private static let header = [
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
  ]
  private static let parties = [
    ("Pakistan", "Pakistan"), ("Military (Pakistan)", "Pakistan"), ("Police (India)", ""),
    ("Combatant (Taliban)", "NA"),
    ("Afghanistan", "None"), ("Cote_d'Ivoire", ""), ("Imran Khan", "Pakistan"), ("Citizen (Atlantis)", "Atlantis"),
    ("China", "CHINA"), ("Citizen (International)", ""), ("NA", "Iran"), ("(Iran)", ""), ("Unknown Person", ""),
    ("  Head of Government (Iran) ", ""), ("Villager", "Viet Nam"), ("European Union", ""), ("A (b) (Turkey)", ""),
  ]
  private static let actions = [
    ("Make statement", "010", "0"), ("Consult", "040", "1"), ("Make a visit", "042", "1.9"),
    ("Host a visit", "043", "2.8"),
    ("make statement", "", ""), ("Use conventional military force", "190", "-10.0"), ("Nonsense", "", "1"),
    ("Impose embargo, boycott, or sanctions", "163", ""), ("Own code", "0999", "-2.25"), ("Protest", "NA", "NA"),
    ("Threaten", "130", "-4.44"), ("Threaten", "130", "-10.01"), ("Praise or endorse", "051", "ten"),
  ]
  private static let days = ["2019-01-01", "2018-12-31 00:00:00", "10/24/2018", "7/1/2018", "2019-06-30T12:00"]
  private static let faults = [
    (0, ""), (0, "NA"), (1, "2019-02-29"), (1, "13/1/2019"), (1, "2019"), (1, "1989-12-31"), (1, "2019-01-01x"),
    (1, ""),
  ]

  static func text(_ count: Int, seed: Int) -> String {
    var rows = RawICEWSRows(seed)
    return ([header] + (0..<count).map { _ in rows.next() }).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private mutating func next() -> [String] {
    if row.isEmpty || Int.random(in: 0..<3, using: &random) > 0 {
      row = [String](repeating: "", count: RawICEWSRows.header.count)
      (row[2], row[4]) = pick(RawICEWSRows.parties)
      (row[8], row[10]) = pick(RawICEWSRows.parties)
      (row[5], row[6], row[7]) = pick(RawICEWSRows.actions)
      row[1] = pick(RawICEWSRows.days)
      row[11] = pick(["", "NA", "7", "8", "9"])
      row[13] = pick(["", "BBC Monitoring", "Dawn \"English\"", "Xinhua"])
    } else if Bool.random(using: &random) {
      (row[2], row[4], row[8], row[10]) = (row[8], row[10], row[2], row[4])
    }
    row[0] = String(Int.random(in: 1...30_000_000, using: &random) >> Int.random(in: 0..<12, using: &random))
    var result = row
    if Int.random(in: 0..<25, using: &random) == 0 {
      let (column, text) = pick(RawICEWSRows.faults)
      result[column] = text
    }
    return result
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }
}
