import DyadCore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

@Suite struct IdentityTests {
  @Test(arguments: [
    ("NOR", "norway", "state", "iso3"), ("TAL", "taliban-tal", "group", "cameo"),
    ("EUR", "europe-eur", "organization", "cameo"),
    ("QQQ", "qqq-qqq", "organization", "cameo"),
  ]) func aPartyHasTheKindOfItsCode(code: String, id: String, kind: String, register: String) {
    let party = Entity(ofParty: code)
    #expect(party.id.text == id && party.kind.rawValue == kind && party.codes == [register: code])
  }

  private func meaning(_ scheme: Identity.Scheme, _ code: String, _ day: String) throws -> Identity.Meaning? {
    Identity.standard.meaning(of: code, in: scheme, on: try #require(Day(day)))
  }

  @Test(arguments: [
    (Identity.Scheme.cow, "255", "1930-01-01", "DEU"), (.cow, "260", "1970-01-01", "DEU"),
    (.cow, "265", "1970-01-01", "DDR"), (.cow, "255", "2000-01-01", "DEU"), (.gw, "260", "2000-01-01", "DEU"),
    (.cow, "678", "1980-01-01", "YEM"), (.cow, "679", "2000-01-01", "YEM"), (.gw, "678", "2000-01-01", "YEM"),
    (.cow, "680", "1980-01-01", "YMD"), (.cow, "345", "1914-06-28", "SRB"), (.cow, "345", "1999-03-24", "YUG"),
    (.cow, "345", "2005-01-01", "SCG"), (.cow, "345", "2012-01-01", "SRB"), (.gw, "345", "1999-03-24", "YUG"),
    (.gw, "340", "2012-01-01", "SRB"), (.cow, "365", "1914-08-01", "RUS"), (.cow, "365", "1962-10-22", "SUN"),
    (.cow, "365", "1991-12-26", "RUS"), (.cow, "315", "1968-08-21", "CSK"), (.cow, "817", "1970-01-01", "RVN"),
    (.cow, "816", "1980-01-01", "VNM"), (.cow, "300", "1914-07-28", "AUH"), (.cameo, "ROM", "2010-01-01", "ROU"),
    (.cameo, "TMP", "2010-01-01", "TLS"), (.cameo, "RUS", "1985-01-01", "RUS"), (.cameo, "GZS", "2010-01-01", "PSE"),
    (.cameo, "SSD", "2015-01-01", "SSD"), (.fips, "UK", "2010-01-01", "GBR"), (.fips, "RS", "2010-01-01", "RUS"),
    (.fips, "CH", "2010-01-01", "CHN"), (.fips, "GM", "2010-01-01", "DEU"), (.numeric, "4", "2010-01-01", "AFG"),
    (.iso2, "PK", "2010-01-01", "PAK"), (.name, "russian federation", "2010-01-01", "RUS"),
    (.name, "Myanmar (Burma)", "2010-01-01", "MMR"), (.name, "Sri_Lanka", "2010-01-01", "LKA"),
  ])
  func aCodeMeansTheStateThatHadItOnTheDay(scheme: Identity.Scheme, code: String, day: String, state: String) throws {
    #expect(try meaning(scheme, code, day) == .state(state))
  }

  @Test func regionsGroupsAndOrganizationsAreNoStates() throws {
    #expect(try meaning(.cameo, "EUR", "2010-01-01") == .region("EUR"))
    #expect(try meaning(.name, "Taliban", "2010-01-01") == .group("TAL"))
    #expect(try meaning(.name, "Tehrik-i-Taliban Pakistan", "2010-01-01") == .group("TTP"))
    #expect(try meaning(.name, "NATO", "2010-01-01") == .organization("NAT"))
    #expect(try meaning(.cameo, "QQQ", "2010-01-01") == nil)
  }

  @Test func statesHaveDatesOfExistence() throws {
    let (united, divided) = (try #require(Day("2000-01-01")), try #require(Day("1970-01-01")))
    #expect(State.all["DDR"]?.exists(on: united) == false && State.all["DDR"]?.exists(on: divided) == true)
    #expect(State.all["SUN"]?.successor == "RUS" && State.all["AFG"]?.successor == nil)
    for state in State.all.values {
      if let successor = state.successor { #expect(State.all[successor] != nil) }
      #expect(zip(state.memberships, state.memberships.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }
    // COW's list of states has as many; Yugoslavia has the number of Serbia, and so none here.
    let members = State.all.values.filter { ($0.cow != nil || $0.id == "YUG") && $0.exists(on: united) }
    #expect(members.count == 190)
  }

  @Test func everyNumberAndCodeIsOfOneState() {
    let states = State.all.values
    for key in [\State.cow, \.gleditschWard, \.numeric] {
      let numbers = states.compactMap { $0[keyPath: key] }
      #expect(Set(numbers).count == numbers.count)
    }
    for key in [\State.fips, \.alpha2, \.cameo] {
      let codes = states.compactMap { $0[keyPath: key] }
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test func overridesTakePrecedenceWithinTheirDays() throws {
    let table = """
      scheme,code,means,from,until
      # The Soviet Union is counted as Russia by some.
      cow,365,RUS,,
      cameo,RUS,SUN,1922-12-30,1991-12-25
      name,Jane Roe,PAK,,
      name,Example Army,group:EXA
      cameo,XYZ,nobody,,
      """
    let identity = try Identity.standard.overridden(by: Array(table.utf8), from: "map.csv")
    let (then, now) = (try #require(Day("1985-01-01")), try #require(Day("2019-10-24")))
    #expect(identity.meaning(of: "365", in: .cow, on: then) == .state("RUS"))
    #expect(identity.meaning(of: "RUS", in: .cameo, on: then) == .state("SUN"))
    #expect(identity.meaning(of: "jane roe", in: .name, on: now) == .state("PAK"))
    #expect(identity.meaning(of: "Example Army", in: .name, on: now) == .group("EXA"))
    let rows = [
      EventFixture.gdelt(id: 1, day: "19850101", actor: ("RUSGOV", "RUS")),
      EventFixture.gdelt(id: 2, actor: ("RUSGOV", "RUS")), EventFixture.gdelt(id: 3, actor: ("XYZ", "XYZ")),
    ]
    let outcome = try EventFixture.read(rows.joined(separator: "\n"), identity: identity)
    #expect(outcome.events.map(\.actor.state) == ["SUN", "RUS", nil] && outcome.report.unmapped == [:])
  }

  @Test(arguments: [
    ("a,b\n", 1, "expected the columns scheme,code,means,from,until"),
    ("scheme,code,means\ncow,365\n", 2, "expected 3 to 6 cells, found 2"),
    ("scheme,code,means\nweis,1,USA\n", 2, "unknown scheme 'weis'"),
    ("scheme,code,means\ncow,,USA\n", 2, "a code is required"),
    ("scheme,code,means\ncow,2,Usa\n", 2, "unknown state 'Usa'"),
    ("scheme,code,means,from,until\ncow,2,USA,1900,\n", 2, "invalid date '1900'"),
    ("scheme,code,means,from,until\ncow,2,USA,2001-01-01,2000-01-01\n", 2, "'2000-01-01' is before '2001-01-01'"),
    ("scheme,code,means\ncow,2,\"USA\n", 2, "unterminated quoted cell"),
  ])
  func wrongOverridesAreAnErrorWithTheirLine(table: String, line: Int, message: String) {
    #expect { try Identity.standard.overridden(by: Array(table.utf8), from: "map.csv") } throws: { error in
      guard let error = error as? EventFileError else { return false }
      return error.kind == .codes && error.line == line && error.message.hasPrefix(message)
    }
  }

  @Test func codesOfPartiesAreListedWithWhatTheyMean() throws {
    func codes(_ text: String, _ identity: Identity = .standard) throws -> [String] {
      try inTemporaryFolder { folder in
        let file = folder.appendingPathComponent("events")
        try Data(text.utf8).write(to: file)
        var files = EventFiles([file.path], identity: identity)
        files.listsCodes = true
        let report = try files.forEach(where: .betweenStates) { _, _ in }
        return CodeUse.byFrequency(report.codes).map { use, count in
          "\(use.scheme) \(use.code) \(count) \(use.meaning?.description ?? "-")"
        }
      }
    }
    let gdelt = [
      EventFixture.gdelt(id: 1), EventFixture.gdelt(id: 2, actor: ("QQQGOV", "QQQ")),
      EventFixture.gdelt(id: 3, recipient: ("EUR", "EUR")), EventFixture.gdelt(id: 4, actor: ("QQQ", "QQQ")),
      EventFixture.gdelt(id: 5, actor: ("QQQ", "QQQ")),
    ]
    // Also of rows that the filter leaves out; codes of places are none of parties.
    #expect(
      try codes(gdelt.joined(separator: "\n")) == [
        "cameo AFG 4 AFG", "cameo QQQ 3 -", "cameo PAK 2 PAK", "cameo EUR 1 region:EUR",
      ])
    #expect(
      try codes(EventFixture.disputeYears) == ["cow 700 2 AFG", "cow 770 2 PAK"])
    let names = """
      Head_of_Government_(Pakistan)\tMake_a_visit\tAfghanistan\t2014-01-02
      Jane Roe\tUse conventional military force\tTaliban\t2014-05-13

      """
    #expect(
      try codes(names) == [
        "name Afghanistan 1 AFG", "name Head of Government (Pakistan) 1 PAK", "name Jane Roe 1 -",
        "name Taliban 1 group:TAL",
      ])
    // Disputes without participants name nobody.
    for sample in EventFixture.samples where !sample.text.contains("numa,numb") {
      #expect(try !codes(sample.text).isEmpty, "\(sample)")
    }
  }

  @Test func aTableOfOverridesIsWrittenToBeFilledIn() throws {
    let codes = [
      CodeUse("QQQ", in: .cameo, means: nil): 3, CodeUse("Roe, \"Jane\"", in: .name, means: nil): 12,
      CodeUse("PAK", in: .cameo, means: .state("PAK")): 7,
    ]
    let table = String(decoding: ByteSink.collected { Identity.writeOverrides(for: codes, to: $0) }, as: UTF8.self)
    #expect(table == "scheme,code,means,from,until,uses\nname,\"Roe, \"\"Jane\"\"\",,,,12\ncameo,QQQ,,,,3\n")
    let day = try #require(Day("2019-10-24"))
    // What is not filled in changes nothing.
    let empty = try Identity.standard.overridden(by: Array(table.utf8), from: "map.csv")
    #expect(empty.meaning(of: "QQQ", in: .cameo, on: day) == nil)
    let filled = table.replacing("QQQ,,", with: "QQQ,PAK,").replacing("\"\",,", with: "\"\",group:EXA,")
    let identity = try Identity.standard.overridden(by: Array(filled.utf8), from: "map.csv")
    #expect(identity.meaning(of: "QQQ", in: .cameo, on: day) == .state("PAK"))
    for meaning in [Identity.Meaning.state("PAK"), .region("EUR"), .group("TTP"), .organization("UNO"), .nobody] {
      let line = Array("scheme,code,means\ncow,9999,\(meaning)\n".utf8)
      #expect(
        try Identity.standard.overridden(by: line, from: "map.csv").meaning(of: "9999", in: .cow, on: day) == meaning)
    }
  }

  @Test func namesAreListedUpToALimitAndAllCounted() throws {
    let rows = (0..<70_000).map { "Person \($0)\tConsult\tAfghanistan\t2014-01-01\n" }.joined()
    let unmapped = try EventFixture.read(rows).report.unmapped
    #expect(unmapped.count == 65_537 && unmapped.values.reduce(0, +) == 70_000)
    #expect(unmapped[UnmappedCode(scheme: "name", code: UnmappedCode.others)] == 70_000 - 65_536)
  }

  @Test func codesWithoutAMeaningAreKeptAndCounted() throws {
    let rows = [
      EventFixture.gdelt(id: 1, actor: ("QQQGOV", "QQQ")), EventFixture.gdelt(id: 2, actor: ("QQQGOV", "QQQ")),
      EventFixture.gdelt(id: 3, actor: ("", "")),
    ].joined(separator: "\n")
    let outcome = try EventFixture.read(rows)
    #expect(outcome.events.map(\.actor.code) == ["QQQGOV", "QQQGOV", ""])
    #expect(outcome.report.unmapped == [UnmappedCode(scheme: "cameo", code: "QQQ"): 2])
    // Also where the filter leaves the row out because of it.
    #expect(try EventFixture.read(rows, where: .betweenStates).report.unmapped.values.reduce(0, +) == 2)
  }
}
