import DyadCore
import DyadEvents
import Testing

@Suite struct GDELTTests {
  @Test(arguments: [(57, "gdelt1"), (58, "gdelt1"), (61, "gdelt2")])
  func theVersionFollowsFromTheColumns(columns: Int, dataSet: String) throws {
    let outcome = try EventFixture.read(EventFixture.gdelt(columns: columns) + "\n")
    let event = try #require(outcome.events.first)
    #expect(outcome.report.dataSets == [dataSet])
    #expect(event.id == "1" && event.days == Day(2019, 10, 24)!...Day(2019, 10, 24)!)
    #expect(event.actor == CodedParty("PAKGOV", state: "PAK", sector: "GOV"))
    #expect(event.recipient == CodedParty("AFG", state: "AFG"))
    #expect(event.action == CodedAction("042", type: .consult, quad: .verbalCooperation, tenths: 19))
    #expect(event.reports == ReportCount(mentions: 6, sources: 2, articles: 3))
    let place = CodedPlace(name: "Kabul, Kabol, Afghanistan", state: "AFG", latitude: 34.5167, longitude: 69.1833)
    #expect(event.place == place)
    #expect(event.reference == (columns == 57 ? nil : "https://example.org/1") && event.story == event.reference)
  }

  @Test func aFileOfVersion1MayHaveAddressesOrNot() throws {
    let rows = [57, 58, 57].enumerated().map { EventFixture.gdelt(columns: $1, id: $0) }
    let outcome = try EventFixture.read(rows.joined(separator: "\n"))
    #expect(outcome.events.map(\.id) == ["0", "1", "2"] && outcome.lines == [1, 2, 3])
  }

  @Test func aQuoteIsACharacterLikeOthers() throws {
    let row = EventFixture.gdelt(address: "the \"Daily")
    let outcome = try EventFixture.read(row + "\n" + row + "\n")
    #expect(outcome.events.map(\.reference) == ["the \"Daily", "the \"Daily"])
  }

  @Test func spacesAroundCodesAreNoPartOfThem() throws {
    let outcome = try EventFixture.read(EventFixture.gdelt(recipient: (" UIS", "")))
    #expect(outcome.events.first?.recipient == CodedParty("UIS"))
  }

  @Test(arguments: [("-5", -50), ("-5.0", -50), ("0", 0), ("-.4", -4), ("10.0", 100), ("3.25", 33)])
  func scoresAreExactTenths(text: String, tenths: Int) throws {
    #expect(try EventFixture.read(EventFixture.gdelt(score: text)).events.first?.action.tenths == tenths)
  }

  /// A type is never invented.
  @Test(arguments: ["010", "020", "0214", "999"]) func statementsAppealsAndUnknownCodesHaveNoType(code: String) throws {
    let outcome = try EventFixture.read(EventFixture.gdelt(code: code))
    #expect(outcome.events.first?.action.type == nil && outcome.events.first?.action.code == code)
    #expect(outcome.report.unmapped == (code == "999" ? [UnmappedCode(scheme: "action", code: "999"): 1] : [:]))
  }

  @Test func regionsAreNoStates() throws {
    let rows = [
      EventFixture.gdelt(id: 1), EventFixture.gdelt(id: 2, recipient: ("EUR", "EUR")),
      EventFixture.gdelt(id: 3, recipient: ("PAKMIL", "PAK")), EventFixture.gdelt(id: 4, recipient: ("", "")),
    ].joined(separator: "\n")
    #expect(try EventFixture.read(rows, where: .betweenStates).events.map(\.id) == ["1"])
    let countries = try EventFixture.read(rows, where: .betweenCountries)
    #expect(countries.events.map(\.id) == ["1", "2"] && countries.events.last?.recipient.region == "EUR")
    #expect(try EventFixture.read(rows, where: .between("AFG", "PAK")).events.map(\.id) == ["1"])
    #expect(try EventFixture.read(rows, where: .between("AFG", "IND")).report.rows == 4)
    let later = EventFilter.all.during(Day(2020, 1, 1)!...Day(2020, 12, 31)!)
    #expect(try EventFixture.read(rows, where: later).events == [])
  }
}
