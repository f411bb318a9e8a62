import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct CSVTests {
  private static func rows(_ bytes: [UInt8]) -> (rows: [[String]], errors: [SyntaxError]) {
    var parser = CSVParser(bytes, document: "d.csv")
    var rows: [[String]] = []
    while let row = parser.next() { rows.append(row.map(\.text)) }
    return (rows, parser.errors)
  }

  private static func anyTable(_ random: inout Seeded) -> [[String]] {
    let width = Int.random(in: 2...5, using: &random)
    return (0..<Int.random(in: 1...5, using: &random)).map { _ in (0..<width).map { _ in anyText(&random) } }
  }

  @Test(arguments: 0..<200) func aTableThatIsWrittenIsReadAgain(seed: Int) {
    var random = Seeded(seed)
    let table = CSVTests.anyTable(&random)
    for (quoting, lineEnd) in [(CSVWriter.Quoting.whereNeeded, "\r\n" as StaticString), (.always, "\n")] {
      let bytes = ByteSink.collected { table.forEach(CSVWriter($0, quoting: quoting, lineEnd: lineEnd).row) }
      let read = CSVTests.rows(bytes)
      #expect(read.rows == table)
      #expect(read.errors == [])
    }
  }

  @Test(arguments: 0..<50) func aPrefixThatEndsWithinQuotesIsAnErrorAndNoneCrashes(seed: Int) {
    var random = Seeded(seed)
    let table = CSVTests.anyTable(&random)
    let bytes = ByteSink.collected { table.forEach(CSVWriter($0, quoting: .always).row) }
    for end in bytes.indices {
      let isWithinQuotes = bytes[..<end].count { $0 == 0x22 } % 2 == 1
      let read = CSVTests.rows(Array(bytes[..<end]))
      #expect(read.errors.contains { $0.message == "unterminated quoted cell" } == isWithinQuotes)
    }
  }

  /// One character in Swift, which is not equal to the mark without an accent.
  @Test(arguments: ["\"\u{7AD}", "a \"\u{301}b", ",\u{301}", "\u{FEFF}a", " \u{301}a"])
  func marksWithAccentsAreMarks(text: String) {
    let written = ByteSink.collected { CSVWriter($0).row([text, "b"]) }
    var parser = CSVParser(written, document: "")
    #expect(parser.next()?.map(\.text) == [text, "b"])
    #expect(parser.errors.isEmpty)
  }

  @Test func anErrorHasItsPlaceAndTheNextRowIsRead() {
    let read = CSVTests.rows(Array("a,\"b\"c\r1,\u{E9}\n".utf8) + [0xFF, 0x0A])
    #expect(read.rows.map(\.count) == [2, 2, 1])
    #expect(
      read.errors.map(\.description) == [
        "1:6: unexpected text after a quoted cell", "3:1: the cell is not UTF-8 text",
      ])
  }

  @Test func columnsAreLimited() {
    let read = CSVTests.rows(Array(String(repeating: ",", count: 10_000).utf8))
    #expect(read.rows[0].count == CSVParser.maximumColumns + 1)
    #expect(read.errors.count == 1)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@a", "'x", "\tx", "＝1", "plain", ""])
  func aSpreadsheetCellIsReadAsItWas(text: String) {
    let guarded = SpreadsheetCell.guarded(text)
    #expect(SpreadsheetCell.plain(guarded) == text)
    #expect(!"=+-@\t\r\n＝＋－＠".contains(guarded.first ?? "x"))
  }
}
