import DyadCore
import DyadEvents
import DyadTestSupport
import Foundation
import Testing

/// A file or folder of real data beside the checkout.
struct RealData: Sendable, CustomTestStringConvertible {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

  let name: String
  var path: String { RealData.folder.appendingPathComponent(name).path }
  var isThere: Bool { FileManager.default.fileExists(atPath: path) }
  var testDescription: String { name }

  /// Those that are there. Under `CI=true` also the others, because a skipped test fails there; they check nothing, which
  /// the run says.
  static func named(_ names: String...) -> [RealData] {
    names.map(RealData.init).filter { $0.isThere || Checker.isRequired }
  }
}

/// Published counts, on samples of real data, which are not shipped.
///
/// Without them, these tests are skipped; fixtures of our own cover the same forms.
@Suite struct KnownAnswerTests {
  @Test func theRunSaysWhetherRealDataIsAtHand() {
    let isThere = FileManager.default.fileExists(atPath: RealData.folder.path)
    print(
      "Known answers of event data: \(isThere ? "checked on" : "NOT CHECKED, there is no") \(RealData.folder.path)"
    )
  }

  @Test(arguments: RealData.named("gdelt/gdelt2_20191024143000.export.CSV"))
  func aQuarterOfAnHourOfGDELTHas469RowsIn183Dyads(file: RealData) throws {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]), where: .betweenCountries)
    #expect(outcome.report.rows == 2111 && outcome.report.rejected == 0 && outcome.events.count == 469)
    let dyads = outcome.events.map { event in
      [event.actor, event.recipient].map { $0.state ?? $0.region ?? "" }
    }
    #expect(Set(dyads).count == 183)
  }

  @Test(
    arguments: RealData.named(
      "gdelt/gdelt1_sample_57and58col.tsv", "gdelt/gdelt2_sample_sparkgdelt.tsv",
      "gdelt/gdelt2_translated_sample_sparkgdelt.tsv", "gdelt/gdelt2_20191024143000.export.CSV"))
  func scoresAndClassesOfGDELTAreThoseOfTheCodeBook(file: RealData) throws {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]))
    #expect(outcome.rejected == [] && outcome.events.count == outcome.report.rows)
    for event in outcome.events {
      let code = try #require(CAMEO.all[event.action.code])
      #expect(code.tenths(on: .goldsteinGDELT) == event.action.tenths, "\(event.action.code)")
      #expect(code.quad(by: .gdelt) == event.action.quad, "\(event.action.code)")
    }
  }

  @Test(arguments: RealData.named("icews_dataverse/events.2018.sample.tab"))
  func scoresOfICEWSAreThoseOfTheCodeBook(file: RealData) throws {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]))
    #expect(outcome.events.count == 4993 && outcome.rejected == [])
    for event in outcome.events {
      #expect(CAMEO.all[event.action.code]?.tenths(on: .goldsteinICEWS) == event.action.tenths, "\(event.action.code)")
    }
    #expect(outcome.events.count { $0.actor.group == "TAL" || $0.recipient.group == "TAL" } > 0)
    #expect(outcome.report.unmapped.keys.allSatisfy { $0.scheme == "name" })
  }

  @Test(arguments: RealData.named("icews14")) func icews14HasItsPublishedCounts(folder: RealData) throws {
    guard folder.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([folder.path]))
    let events = outcome.events
    #expect(events.count == 90_730 && outcome.rejected == [])
    #expect(Set(events.flatMap { [$0.actor.code, $0.recipient.code] }).count == 7128)
    #expect(Set(events.map(\.action.code)).count == 230)
    #expect(Set(events.map(\.days)).count == 365 && Set(events.map(\.id)).count == 90_730)
    let roots = Dictionary(grouping: events, by: { String($0.action.code.prefix(2)) }).mapValues(\.count)
    let published = [
      "01": 18_259, "02": 7305, "03": 8911, "04": 22_130, "05": 6591, "06": 435, "07": 761, "08": 986, "09": 1044,
      "10": 1744, "11": 6212, "12": 1312, "13": 887, "14": 1128, "15": 354, "16": 593, "17": 5009, "18": 3753,
      "19": 3299, "20": 17,
    ]
    #expect(roots == published)
    func quads(by rule: QuadRule) -> [Int?] {
      let counts = Dictionary(grouping: events, by: { CAMEO.all[$0.action.code]?.quad(by: rule) }).mapValues(\.count)
      return QuadClass.allCases.map { counts[$0] }
    }
    #expect(quads(by: .gdelt) == [63_196, 3226, 11_283, 13_025])
    #expect(quads(by: .icews) == [63_196, 2182, 11_199, 14_153])
    #expect(QuadClass.allCases.map { quad in events.count { $0.action.quad == quad } } == quads(by: .icews))
  }

  @Test(arguments: RealData.named("cow/cow_mid_ddydisps.csv"))
  func afghanistanAndPakistanHave30YearsOfDisputes(file: RealData) throws {
    guard file.isThere else { return }
    let events = try EventFixture.read(EventFiles([file.path]), where: .between("AFG", "PAK")).events
    // Both orders of each.
    #expect(events.count == 60 && Set(events.map { $0.id.prefix { $0 != "-" } }).count == 15)
    #expect(events.filter { $0.actor.state == "AFG" }.count == 30)
  }

  @Test(arguments: RealData.named("cow/cow_alliance_v4.1_dyadyear_undirected.csv"))
  func afghanistanAndPakistanHave13YearsOfAnAlliance(file: RealData) throws {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]), where: .between("AFG", "PAK"))
    #expect(outcome.report.rows == 60_392 && outcome.rejected == [])
    #expect(outcome.events.map(\.days.lowerBound.year) == [1988, 1989] + Array(2002...2012))
    #expect(Set(outcome.events.map(\.action.code)) == ["nonaggression"])
  }

  @Test(arguments: RealData.named("ucdp/ucdp_acd_conflict_years.csv"))
  func afghanistanAndPakistanHaveOneYearOfConflictBetweenStates(file: RealData) throws {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]), where: .between("AFG", "PAK"))
    #expect(outcome.report.rows == 5652 && outcome.events.map(\.id) == ["11639-2024-700-770"])
    #expect(outcome.report.unmapped == [UnmappedCode(scheme: "gw", code: "751"): 3])
  }

  @Test(arguments: RealData.named("ucdp/ged_myanmar.csv")) func linesOfUCDPAreFewerRowsThanLines(file: RealData) throws
  {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]))
    #expect(outcome.events.count == 7374 && outcome.rejected == [] && outcome.lines.last == 10_219)
    #expect(outcome.events.filter { $0.actor.state == "MMR" }.count == 7093)
  }

  @Test(arguments: RealData.named("cow/cow_states.csv")) func everyMemberOfTheStateSystemHasAMeaning(file: RealData)
    throws
  {
    guard file.isThere else { return }
    let outcome = try EventFixture.read(EventFiles([file.path]))
    #expect(outcome.events.count == 243 && outcome.report.unmapped == [:])
    for event in outcome.events {
      let state = try #require(event.actor.state.flatMap { State.all[$0] })
      #expect(state.memberships.contains { $0.overlaps(event.days) }, "\(event.actor)")
    }
  }

  @Test(arguments: RealData.named("cow/diplomatic_exchange_v2006.1_AFG_excerpt.csv"))
  func diplomaticExchangeIsOfBothDirections(file: RealData) throws {
    guard file.isThere else { return }
    let events = try EventFixture.read(EventFiles([file.path]), where: .between("AFG", "PAK")).events
    #expect(events.allSatisfy { ["1", "2", "3", "9"].contains($0.action.code) } && !events.isEmpty)
  }
}
