import DyadCore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct DyadPeriodTableTests {
  static func text(_ table: DyadPeriodTable) -> String {
    String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self)
  }

  @Test(arguments: Period.allCases, CountingRule.allCases)
  func aTableIsReadAsItIsWritten(period: Period, rule: CountingRule) throws {
    let reduction = Reduction(AnyCodedEvent.events(500, seed: 1), by: period, rule: rule)
    let head = DyadPeriodTable.Head(
      dataSet: "gdelt2", rule: rule, period: period, rows: 500, rejects: 2, days: Day(2019, 1, 1)!...Day(2019, 4, 6)!,
      digest: String(repeating: "0", count: 64), uncounted: reduction.uncounted)
    let text = DyadPeriodTableTests.text(DyadPeriodTable(head: head, rows: reduction.dyadPeriods))
    let read = try DyadPeriodTable(reading: Array(text.utf8))
    #expect(DyadPeriodTableTests.text(read) == text)
    #expect(read.rows.count == reduction.dyadPeriods.count && read.head.uncounted.wide == reduction.uncounted.wide)
  }

  static let head =
    "# dyad-periods 1; dataset=gdelt2; rule=story; by=month; rows=3; rejects=0; first=2019-10-01; last=2019-11-02; sha256="
  static let columns = "actor,recipient,period,n,reports,sources,q1,q2,q3,q4,tenths,mentions,total"
  static let rows = ["AFG,PAK,2019-10,3,4,2,1,0,1,1,-50,9,70", "AFG,PAK,2019-11,1,1,1,1,0,0,0,100,1,7"]

  @Test func theHeadSaysWhatWasCounted() throws {
    let lines = [DyadPeriodTableTests.head, DyadPeriodTableTests.columns] + DyadPeriodTableTests.rows
    let table = try DyadPeriodTable(reading: Array(lines.joined(separator: "\n").utf8))
    #expect(table.head.rule == .story && table.head.period == .month && table.head.rows == 3)
    #expect(table.head.days == Day(2019, 10, 1)!...Day(2019, 11, 2)!)
    #expect(table.rows[0].count[.materialConflict] == 1 && table.rows[0].total == 70)
  }

  @Test(arguments: [
    ("", "line 1: the file is empty"),
    ("actor,recipient\n", "line 1: expected '# dyad-periods 1; dataset=…'"),
    ("# dyad-periods 2; dataset=x\n", "line 1: unknown version '# dyad-periods 2'"),
    ("# dyad-periods 1; dataset=gdelt2\n", "line 1: required: 'first'"),
    (head.replacing("story", with: "all") + "\n", "line 1: invalid rule 'all'"),
    (head.replacing("2019-11-02", with: "2018-11-02"), "line 1: first day 2019-10-01 after last day 2018-11-02"),
    (head + "\n", "line 2: expected the names of the columns"),
    (head + "\na,b\n", "line 2: expected the columns \(columns)"),
  ])
  func aHeadThatIsWrongIsRefused(text: String, message: String) {
    #expect(throws: DyadPeriodTable.Fault.self) { try DyadPeriodTable(reading: Array(text.utf8)) }
    #expect(fault(in: text) == message)
  }

  @Test(arguments: [
    ("AFG,PAK,2019-12,3,4,2,1,0,1,0,-50,9,70", "q1 + q2 + q3 + q4 is not n = 3"),
    ("AFG,PAK,2019-12,0,4,2,0,0,0,0,0,9,70", "q1 + q2 + q3 + q4 is not n = 0"),
    (
      "AFG,PAK,2019-12,3,4,2,9223372036854775807,9223372036854775807,1,4,0,9,70",
      "q1 + q2 + q3 + q4 is not n = 3"
    ),
    ("AFG,PAK,2019-12,3,2,2,1,1,1,0,0,9,70", "fewer reports than events"),
    ("AFG,PAK,2019-12,3,3,2,1,1,1,0,301,9,70", "tenths 301 are beyond ±100 for each of 3 events"),
    (
      "AFG,PAK,2019-12,3,3,2,1,1,1,0,-9223372036854775808,9,70",
      "tenths -9223372036854775808 are beyond ±100 for each of 3 events"
    ),
    ("PAK,SAU,2019-12,3,3,2,1,1,1,0,,9,70", "'tenths' is empty in some rows and not in others"),
    ("AFG,PAK,2019-11,3,3,2,1,1,1,0,0,9,70", "duplicate row of 'AFG', 'PAK', 2019-11"),
    ("AFG,IND,2019-12,3,3,2,1,1,1,0,0,9,70", "the rows are not sorted by actor, recipient and period"),
    ("AFG,PAK,2019-13,3,3,2,1,1,1,0,0,9,70", "'2019-13' is not a valid month"),
    ("AFG,PAK,2019-Q4,3,3,2,1,1,1,0,0,9,70", "'2019-Q4' is not a valid month"),
    ("PAK,PAK,2019-12,3,3,2,1,1,1,0,0,9,70", "expected two different parties"),
    ("PAK,SAU,2019-12,3.0,3,2,1,1,1,0,0,9,70", "'3.0' is not a valid number for 'n'"),
    ("PAK,SAU,2019-12,3,3,-2,1,1,1,0,0,9,70", "'-2' is not a valid number for 'sources'"),
    ("PAK,SAU,2019-12,3", "expected 13 cells, found 4"),
    ("PAK,\"SAU", "unterminated quoted cell"),
  ])
  func aRowThatDoesNotComeOutIsRefused(row: String, message: String) {
    let lines = [DyadPeriodTableTests.head, DyadPeriodTableTests.columns] + DyadPeriodTableTests.rows + [row]
    #expect(fault(in: lines.joined(separator: "\n")) == "line 5: \(message)")
  }

  @Test func aTableOfAnotherEngineMayLackTheVolume() throws {
    let lines = [DyadPeriodTableTests.head, DyadPeriodTableTests.columns] + DyadPeriodTableTests.rows
    let short = lines.enumerated().map { index, line in
      index == 0 ? line : line.split(separator: ",").dropLast().joined(separator: ",")
    }
    #expect(try DyadPeriodTable(reading: Array(short.joined(separator: "\n").utf8)).rows.count == 2)
  }

  private func fault(in text: String) -> String? {
    do throws(DyadPeriodTable.Fault) {
      _ = try DyadPeriodTable(reading: Array(text.utf8))
      return nil
    } catch { return error.description }
  }
}
