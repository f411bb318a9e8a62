import DyadCore
import DyadEvents
import DyadTestSupport
import Foundation
import Testing

@Suite struct ReaderTests {
  @Test(arguments: EventFixture.samples) func everyFormIsRecognizedByItsContent(sample: EventFixture.Sample) throws {
    let outcome = try EventFixture.read(sample.text, named: "data")
    #expect(outcome.report.inputs.map(\.reader) == [sample.reader])
    #expect(outcome.events.count == sample.events && outcome.rejected == [], "\(outcome.rejected)")
    #expect(Set(outcome.events.map { "\($0.id) \($0.days.lowerBound)" }).count == sample.events)
    #expect(outcome.report.unmapped == [:])
  }

  @Test func everyReaderHasASampleAndEveryDataSetAReader() throws {
    #expect(Set(EventFixture.samples.map(\.reader)) == Set(EventReader.all.map(\.id)))
    let read = try EventFixture.samples.flatMap { try EventFixture.read($0.text).report.dataSets }
    #expect(Set(read) == Set(EventDataSet.all.map(\.id)))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func icewsHasNamesSectorsAndTheClassesOfItsOwnTable() throws {
    for missing in ["", "NA"] {
      let text = EventFixture.icews(dates: ["2018-06-01", "6/1/2018"], missing: missing)
      let outcome = try EventFixture.read(text)
      let event = try #require(outcome.events.first)
      #expect(event.actor == CodedParty("Jane Roe", state: "PAK", sector: "GOV"))
      #expect(event.recipient == CodedParty("Combatant (Taliban)", group: "TAL", office: "Combatant"))
      // 09 is verbal conflict in ICEWS, and material cooperation in GDELT.
      #expect(event.action == CodedAction("090", type: .accuse, quad: .verbalConflict, tenths: -20))
      #expect(event.story == "77" && event.reference == "Example News")
      #expect(event.place == CodedPlace(name: "Kabul", state: "AFG", latitude: 34.5, longitude: 69.2))
      #expect(outcome.events.map(\.days.lowerBound) == [try day("2018-06-01"), try day("2018-06-01")])
    }
  }

  @Test func anICEWSRowWithoutACodeIsReadByItsLabel() throws {
    let text = EventFixture.icews(dates: ["2018-06-01"]).replacing("Investigate\t090\t-2", with: "Make a visit\t\t")
    #expect(try EventFixture.read(text).events.first?.action.code == "042")
    #expect(try EventFixture.read(text.replacing("Make a visit", with: "x")).report.rejects == [.code: 1])
  }

  @Test func severalActorsOfAPOLECATRowAreAnEventEach() throws {
    let sample = try #require(EventFixture.samples.first { $0.reader == "polecat" })
    let events = try EventFixture.read(sample.text).events
    #expect(events.map(\.actor.state) == ["PAK", "PAK", "IND", "CHN"])
    #expect(events.map(\.id).dropFirst() == ["20230101-7-abc_2", "20230101-7-abc_2/2", "20230101-7-abc_2/3"])
    let first = try #require(events.first)
    #expect(first.actor == CodedParty("Jane Roe", state: "PAK", sector: "GOV", office: "Foreign Minister"))
    #expect(first.action == CodedAction("CONSULT:visit", type: .consult, quad: .verbalCooperation, tenths: 25))
    #expect(first.story == "20230101-7-abc" && first.version == "NGEC_v001")
    #expect(events[1].action == CodedAction("ACCUSE", type: .accuse, quad: .verbalConflict, tenths: -30))
  }

  /// Both occur in published files.
  @Test func malformedPOLECATHeadersAreRead() throws {
    let expected = try EventFixture.read(EventFixture.polecat([EventFixture.polecatRow])).events
    let header = EventFixture.polecatColumns.replacing("|Source|", with: "|Headline|Source|")
    let extraName = EventFixture.polecat(header: header, [EventFixture.polecatRow])
    #expect(try EventFixture.read(extraName).events == expected)
    let extraColumns = EventFixture.polecat([EventFixture.polecatRow]).replacing("\n", with: "\t\t\n")
    #expect(try EventFixture.read(extraColumns).events == expected)
  }

  @Test func acledIsReadInItsOldAndItsNewForm() throws {
    let old = try EventFixture.read(EventFixture.acledOld).events
    #expect(
      old.map(\.days) == [
        try day("2022-02-13")...(try day("2022-02-19")), try day("2022-03-01")...(try day("2022-03-31")),
      ])
    let clash = try #require(old.first)
    #expect(clash.actor == CodedParty("Military Forces of Pakistan (2018-2022)", state: "PAK", sector: "MIL"))
    #expect(clash.recipient == CodedParty("TTP: Tehreek-i-Taliban Pakistan", group: "TTP", sector: "REB"))
    #expect(clash.action == CodedAction("Battles:Armed clash") && clash.deaths == DeathCount(best: 3, low: 3, high: 3))
    #expect(clash.reports.sources == 2 && clash.version == "1650000000")
    let new = try EventFixture.read(EventFixture.acledNew).events
    #expect(new.map(\.days.lowerBound) == [try day("2025-02-16"), try day("2025-05-16")])
    #expect(new.map(\.actor.state) == ["PAK", "USA"] && new.map(\.recipient.sector) == ["CVL", "REB"])
  }

  @Test func ucdpHasDaysDeathsAndGovernmentsByNumber() throws {
    let events = try EventFixture.read(EventFixture.ged).events
    let clash = try #require(events.first)
    #expect(clash.days == (try day("2024-09-01"))...(try day("2024-09-07")))
    #expect(clash.actor == CodedParty("Government of Afghanistan", state: "AFG", sector: "GOV"))
    #expect(clash.recipient.state == "PAK" && clash.deaths == DeathCount(best: 3, low: 2, high: 4))
    #expect(clash.reference == "Example News: Clash, again" && clash.reports.sources == 2)
    #expect(events.last?.actor == CodedParty("TTP", group: "TTP") && events.last?.recipient.sector == "CVL")
    #expect(events.last?.reports.sources == 1)
  }

  @Test func unknownDaysAndMonthsOfDisputesAreWholeMonthsAndYears() throws {
    let samples = EventFixture.samples.filter { $0.reader == "cow-mids" }
    let dispute = try #require(try EventFixture.read(samples[0].text).events.first)
    #expect(dispute.days == (try day("1946-07-01"))...(try day("1946-08-11")) && dispute.action.code == "4")
  }

  @Test func theParticipantsOfADisputeArePairedByItsSides() throws {
    let sample = try #require(EventFixture.samples.first { $0.reader == "cow-mids" && $0.events == 6 })
    let outcome = try EventFixture.read(sample.text)
    let told = outcome.events.map { "\($0.actor.state ?? "?") \($0.action.code) \($0.recipient.state ?? "?")" }
    #expect(told == ["YUG 4 USA", "USA 3 YUG", "GBR 3 YUG", "YUG 4 GBR", "ALB 2 GRC", "GRC 4 ALB"])
    #expect(outcome.events.map(\.id).prefix(2) == ["4-345-2", "4-2-345"] && outcome.lines == [3, 3, 4, 4, 6, 6])
    // Only the days on which both took part.
    #expect(outcome.events[0].days == (try day("1946-05-07"))...(try day("1946-08-11")))
    #expect(outcome.events[2].days == (try day("1946-08-01"))...(try day("1946-08-03")))
    #expect(outcome.events[4].days == (try day("1946-06-01"))...(try day("1946-07-01")))
  }

  /// The level at 2 is that of the mission of 1.
  @Test func aDyadOfTheDyadicDisputesActsInBothDirectionsWithinItsDispute() throws {
    let events = try EventFixture.read(EventFixture.dyadicDisputes).events
    #expect(
      events.map { "\($0.id) \($0.actor.state ?? "") \($0.action.code) \($0.days.lowerBound) \($0.days.upperBound)" }
        == [
          "1307-700-770-1949 AFG 3 1949-06-12 1949-12-31", "1307-770-700-1949 PAK 4 1949-06-12 1949-12-31",
          "1307-700-770-1950 AFG 3 1950-01-01 1950-02-28", "1307-770-700-1950 PAK 4 1950-01-01 1950-02-28",
        ])
    // A file that has both orders of a dyad has the same events.
    var lines = EventFixture.dyadicDisputes.split(separator: "\n").map(String.init)
    lines += lines.dropFirst().map { line in
      var cells = line.split(separator: ",").map(String.init)
      for (one, other) in [(2, 4), (3, 5), (19, 20), (21, 22), (23, 24), (25, 26)] { cells.swapAt(one, other) }
      return cells.joined(separator: ",")
    }
    #expect(try EventFixture.read(lines.joined(separator: "\n") + "\n").events == events)
    let late = EventFixture.dyadicDisputes.replacing("1950,1950", with: "1950,1951")
    #expect(try EventFixture.read(late).rejected.map(\.reason) == [.date])
  }

  @Test func diplomacyIsDirectedAndNoRepresentationIsNoEvent() throws {
    let outcome = try EventFixture.read(EventFixture.diplomacy)
    #expect(outcome.report.rows == 2 && outcome.report.rejected == 0)
    let event = try #require(outcome.events.first)
    #expect(event.actor.state == "AFG" && event.recipient.state == "PAK" && event.action == CodedAction("3"))
  }

  @Test func quadruplesAreReadByLabelAndName() throws {
    let sample = try #require(EventFixture.samples.first { $0.reader == "quadruples" })
    let events = try EventFixture.read(sample.text).events
    #expect(events[0].actor == CodedParty("Head of Government (Pakistan)", state: "PAK", office: "Head of Government"))
    #expect(events[0].action == CodedAction("042", type: .consult, quad: .verbalCooperation, tenths: 19))
    #expect(events[1].actor.group == "TAL" && events[1].recipient.state == "PAK")
    #expect(events[1].action.quad == .materialConflict && events[1].action.tenths == -100)
  }

  /// Names and days, or numbers with days, hours or minutes: the same facts have the same ids.
  @Test(arguments: [
    (7128, false, "3", "2014-01-04", "1"), (7128, true, "72", "2014-01-04", "1\t0"),
    (23_033, true, "24", "2018-01-02", "1"),
    (10_488, false, "365", "2006-01-01", "1"), (7691, true, "1455", "2018-01-02", "1\t-1"),
  ])
  func numbersMeanWhatTheTablesBesideThemSay(
    entities: Int, hasStatistics: Bool, step: String, day: String, object: String
  ) throws {
    let parts = object.split(separator: "\t")
    let outcome = try inTemporaryFolder { folder in
      func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let others = (2..<entities).map { "Entity_\($0)\t\($0)\n" }.joined()
      try write("Afghanistan\t0\nPolice_(Pakistan)\t1\n" + others, "entity2id.txt")
      try write("Make a visit\t0\n", "relation2id.txt")
      if hasStatistics { try write("\(entities) 1 0", "stat.txt") }
      try write(
        (["0", "0", String(parts[0]), step] + parts.dropFirst().map(String.init)).joined(separator: "\t"), "train.txt")
      return try EventFixture.read(EventFiles([folder.path]))
    }
    let named = try EventFixture.read("Afghanistan\tMake a visit\tPolice (Pakistan)\t\(day)")
    #expect(outcome.events == named.events && outcome.events.first?.recipient.state == "PAK")
  }

  @Test func numbersWithoutTheirTablesAreAnError() {
    #expect { try EventFixture.read("0\t0\t1\t3\n") } throws: { error in
      (error as? EventFileError)?.file.hasSuffix("entity2id.txt") == true
    }
  }
}
