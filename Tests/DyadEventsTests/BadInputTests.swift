import DyadCore
import DyadEvents
import DyadTestSupport
import Foundation
import Testing

@Suite struct BadInputTests {
  private static let good = EventFixture.gdelt()

  @Test(arguments: [
    (EventFixture.gdelt(columns: 58), RejectReason.columns, "58 columns; expected 61"),
    ("one\ttwo", .columns, "2 columns; expected 61"),
    (EventFixture.gdelt(day: "20191340"), .date, "invalid date '20191340'"),
    (EventFixture.gdelt(day: ""), .date, "date is missing"),
    (EventFixture.gdelt(day: "2019"), .date, "invalid date '2019'"),
    (EventFixture.gdelt(day: "09991024"), .range, "invalid date '09991024'"),
    (EventFixture.gdelt(day: "21050101"), .range, "invalid date '21050101'"),
    (EventFixture.gdelt(code: ""), .code, "code of the action is missing"),
    (EventFixture.gdelt(quad: "5"), .quad, "invalid quad class '5'"),
    (EventFixture.gdelt(score: "11"), .score, "invalid score '11'"),
    (EventFixture.gdelt(score: "1e1"), .score, "invalid score '1e1'"),
    (EventFixture.gdelt() + "\0", .nul, "the row has a byte with the value zero"),
  ])
  func aRowThatCannotBeReadIsRejectedByReason(row: String, reason: RejectReason, message: String) throws {
    let outcome = try EventFixture.read([BadInputTests.good, row, BadInputTests.good].joined(separator: "\n"))
    #expect(outcome.events.count == 2 && outcome.report.rows == 3 && outcome.report.rejected == 1)
    #expect(outcome.report.rejects == [reason: 1])
    let rejected = try #require(outcome.rejected.first)
    #expect(rejected.line == 2 && rejected.reason == reason && rejected.message == message && rejected.row == row)
  }

  @Test func aStrictRunEndsAtTheFirstRow() {
    let text = [BadInputTests.good, "wrong", BadInputTests.good].joined(separator: "\n")
    #expect { try EventFixture.read(text, isStrict: true) } throws: { error in
      guard let error = error as? EventFileError else { return false }
      return error.kind == .rejected && error.line == 2 && error.description.hasSuffix(":2: 1 columns; expected 61")
    }
  }

  /// Longer than the buffers of all parts.
  @Test func aVeryLongLineIsRejectedAndTheNextOneRead() throws {
    var bytes = Array((BadInputTests.good + "\n").utf8)
    bytes += [UInt8](repeating: 0x78, count: 20_000_000)
    bytes += Array(("\n" + BadInputTests.good + "\n").utf8)
    let outcome = try EventFixture.read(bytes)
    #expect(outcome.lines == [1, 3] && outcome.report.rejects == [.length: 1])
    #expect(outcome.rejected.first?.row == String(repeating: "x", count: 1024) && outcome.rejected.first?.line == 2)
  }

  @Test func aLongLineAtTheEndIsRejected() throws {
    let bytes = Array((BadInputTests.good + "\n").utf8) + [UInt8](repeating: 0x78, count: 3_000_000)
    #expect(try EventFixture.read(bytes).report.rejects == [.length: 1])
  }

  @Test(arguments: ["", "\u{FEFF}"]) func anEmptyFileIsAnError(text: String) {
    #expect { try EventFixture.read(text) } throws: { error in
      (error as? EventFileError)?.message == "the file is empty"
    }
  }

  @Test func aFileThatNoReaderRecognizesIsAnErrorThatListsTheReaders() {
    #expect { try EventFixture.read("a,b\n1,2\n") } throws: { error in
      guard let error = error as? EventFileError else { return false }
      return error.kind == .unrecognized && error.message.contains("gdelt, icews, polecat")
    }
    #expect { try EventFixture.read("a,b\n", as: .named("icews")) } throws: { error in
      (error as? EventFileError)?.message == "the content is not that of the reader 'icews'"
    }
  }

  @Test func linesBeforeTheFirstRowAreRejectedOneByOne() throws {
    let outcome = try EventFixture.read("# a comment\n" + BadInputTests.good)
    #expect(outcome.lines == [2] && outcome.report.rejects == [.columns: 1])
  }

  // MARK: Compressed data

  private func compressed(_ script: String, _ name: String) throws -> [UInt8] {
    try inTemporaryFolder { folder in
      let outcome = try Command.run(
        "python3", ["-c", "import gzip, zipfile, sys\nrow = sys.stdin.buffer.read()\n" + script], in: folder,
        input: Data((BadInputTests.good + "\n").utf8))
      #expect(outcome.status == 0, "\(outcome.messages)")
      return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
  }

  private func kind(of work: () throws -> EventFixture.Outcome) -> EventFileError.Kind? {
    do {
      _ = try work()
      return nil
    } catch { return (error as? EventFileError)?.kind }
  }

  @Test func truncatedAndDamagedGzipIsAnErrorThatNamesTheFile() throws {
    let bytes = try compressed("open('a.gz', 'wb').write(gzip.compress(row * 20000))", "a.gz")
    for cut in [bytes.count - 1, bytes.count - 9, bytes.count / 2, 15] {
      #expect(kind { try EventFixture.read(Array(bytes[..<cut])) } == .damaged, "\(cut)")
    }
    var damaged = bytes
    damaged[bytes.count / 2] ^= 0xFF
    #expect(kind { try EventFixture.read(damaged) } == .damaged)
  }

  @Test(arguments: ["gz", "zip"]) func aBombIsAnError(form: String) throws {
    let bytes = try compressed(
      """
      bomb = row + bytes(200_000_000)
      open('a.gz', 'wb').write(gzip.compress(bomb))
      with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.csv', bomb)
      """, "a.\(form)")
    #expect(bytes.count < 400_000)
    #expect(kind { try EventFixture.read(bytes, named: "a.\(form)") } == .tooLarge)
  }

  @Test func damagedArchivesAreAnError() throws {
    let bytes = try compressed(
      "with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.csv', row * 1000)", "a.zip")
    #expect(kind { try EventFixture.read(Array(bytes.dropLast(30))) } == .damaged)
    var damaged = bytes
    for index in 60..<90 { damaged[index] ^= 0x55 }
    #expect(kind { try EventFixture.read(damaged) } == .damaged)
  }

  // MARK: Quoted cells

  private static let header = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,notes\n"
  private static func protest(_ id: Int, _ notes: String) -> String { "PAK\(id),2023-02-16,1,Protests,A,B,\(notes)\n" }

  @Test func aQuotedCellMayHaveLinesDelimitersAndQuotes() throws {
    let text =
      BadInputTests.header + BadInputTests.protest(1, "\"a,\n\"\"b\"\",\nc\"") + BadInputTests.protest(2, "x\"y")
    let outcome = try EventFixture.read(text)
    #expect(outcome.events.map(\.id) == ["PAK1", "PAK2"] && outcome.lines == [2, 5])
  }

  /// A quote that does not begin a cell is a character.
  @Test(arguments: ["x\"\"y", "x\"", "\"\"", "\"\"\"\"", "\"a\"\"\"", "5\" pipe, \"x\""])
  func quotesWithinCellsAreNoEndOfARow(notes: String) throws {
    let quoted = notes.contains(",") ? "\"" + notes.replacing("\"", with: "\"\"") + "\"" : notes
    let text = BadInputTests.header + BadInputTests.protest(1, quoted) + BadInputTests.protest(2, quoted)
    let outcome = try EventFixture.read(text)
    #expect(outcome.events.map(\.id) == ["PAK1", "PAK2"] && outcome.rejected == [])
  }

  @Test func afterAQuoteThatNothingClosesReadingContinuesWithTheNextLine() throws {
    let text = BadInputTests.header + BadInputTests.protest(1, "\"open") + BadInputTests.protest(2, "x")
    let outcome = try EventFixture.read(text)
    #expect(outcome.report.rejects == [.quotes: 1] && outcome.events.map(\.id) == ["PAK2"] && outcome.lines == [3])
  }

  @Test func aQuotedCellLongerThanAllRowsIsRejectedAndTheRestRead() throws {
    let filler = (0..<100_000).map { BadInputTests.protest($0 + 2, "x") }.joined()
    let outcome = try EventFixture.read(BadInputTests.header + BadInputTests.protest(1, "\"open") + filler)
    #expect(outcome.report.rejects == [.quotes: 1] && outcome.events.count == 100_000)
  }

  // MARK: Any damage

  /// Whatever the bytes are: events, rejects or an error, and every row is counted once.
  @Test(arguments: 0..<60) func mutatedFilesNeverCrash(seed: Int) throws {
    var random = Seeded(seed)
    let samples = EventFixture.samples
    let sample = samples[seed % samples.count]
    var bytes = Array(sample.text.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert([0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x00, 0x2D, 0xFF].randomElement(using: &random)!, at: place)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 30))
      }
      if bytes.isEmpty { bytes = [0x0A] }
    }
    do {
      let outcome = try EventFixture.read(bytes)
      #expect(outcome.report.rejected == outcome.rejected.count && outcome.report.events == outcome.events.count)
      for event in outcome.events { #expect(abs(event.action.tenths ?? 0) <= 100 && !event.id.isEmpty) }
    } catch let error as EventFileError {
      #expect([.unrecognized, .damaged].contains(error.kind), "\(error)")
    }
  }
}
