import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Counts of event data as claims of a graph.
@Suite struct CountTests {
  private static let head =
    "# dyad-periods 1; dataset=icews; rule=story; by=month; rows=9; rejects=0; first=2014-01-02; last=2014-03-30; sha256="
  private static let columns = "actor,recipient,period,n,reports,sources,q1,q2,q3,q4,tenths,mentions,total"

  /// A dossier of two states with the rows.
  private func dossier(_ rows: [String], more: String = "", entities: String? = nil) -> String {
    let states = entities ?? "arvane: { name: Arvane, iso3: PAK }\n  belmar: { name: Belmar, cow: 700 }"
    let table = ([CountTests.head, CountTests.columns] + rows).map { "      \($0)\n" }.joined()
    return """
      dossier: Counted
      sources:
        icews: { title: Coded events, published: 2015-03-27 }
      states:
        \(states)
      counts:
        icews:
          source: icews
          \(more)
          content: |
      \(table)
      """
  }

  private func graph(_ text: String) throws -> KnowledgeGraph {
    try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  private let rows = [
    "AFG,PAK,2014-01,4,5,3,2,1,0,1,-20,8,900", "PAK,AFG,2014-01,3,3,2,3,0,0,0,57,3,900",
    "PAK,AFG,2014-03,6,9,4,1,0,2,3,-301,20,800", "PAK,IND,2014-01,1,1,1,1,0,0,0,10,1,900",
  ]

  @Test func rowsBetweenTwoEntitiesAreCounts() throws {
    let graph = try graph(dossier(rows))
    let counts = graph.counts(between: "belmar", "arvane")
    #expect(
      counts.map(\.id.text) == [
        "icews/arvane/belmar/2014-01", "icews/arvane/belmar/2014-03", "icews/belmar/arvane/2014-01",
      ])
    #expect(counts.map(\.count.events) == [3, 6, 4])
    #expect(
      counts[1].count.conflict == 5 && counts[1].count.cooperation == 1 && counts[1].count.meanScore == -301 / 60.0)
    #expect(graph.counts.count == 1)
  }

  @Test func aTableMayNameItsParties() throws {
    let states = "arvane: { name: Arvane, iso3: PAK }\n  belmar: { name: Belmar }"
    let graph = try graph(dossier(rows, more: "ends: { IND: belmar, AFG: belmar }", entities: states))
    #expect(graph.counts(between: "arvane", "belmar").map(\.count.events) == [4, 6, 4])
  }

  @Test func aCountHoldsInItsPeriodAndIsKnownSinceItsPublication() throws {
    let graph = try graph(dossier(rows))
    func counted(_ moment: Moment) -> [String] {
      graph.snapshot(at: moment).counted.map { "\($0.id) \($0.periodName)" }
    }
    let march = Day(2014, 3, 9)!
    #expect(counted(Moment(on: march)) == ["icews/arvane/belmar 2014-03"])
    #expect(counted(Moment(on: Day(2014, 2, 28)!)).isEmpty)
    #expect(
      counted(Moment(during: Day(2014, 1, 31)!...march)) == [
        "icews/arvane/belmar 2014-01/2014-03", "icews/belmar/arvane 2014-01",
      ])
    #expect(counted(Moment(on: march, known: Day(2015, 3, 26)!)).isEmpty)
    #expect(!counted(Moment(on: march, known: Day(2015, 3, 27)!)).isEmpty)
  }

  @Test func aDiffComparesWhatWasCounted() throws {
    let graph = try graph(dossier(rows))
    let (january, march) = (
      graph.snapshot(at: Moment(on: Day(2014, 1, 9)!)), graph.snapshot(at: Moment(on: Day(2014, 3, 9)!))
    )
    let diff = GraphDiff(from: january, to: march)
    #expect(diff.counted.map(\.thing.id.text) == ["icews/arvane/belmar", "icews/belmar/arvane"])
    #expect(
      diff.fieldChanges(of: diff.counted[0]).map(\.name) == [
        "period", "n", "verbal-cooperation", "verbal-conflict", "material-conflict", "mean",
      ])
    #expect(diff.counted[1].after == nil && !diff.isEmpty)
    #expect(diff.applied(to: january).counted == march.counted)
    #expect(GraphDiff(march).isEmpty)
  }

  @Test func aFilterMayOmitCounts() throws {
    let snapshot = try graph(dossier(rows)).snapshot(at: Moment(on: Day(2014, 1, 9)!))
    #expect(snapshot.filtered(by: Filter(without: ["counts"])).counted.isEmpty)
    #expect(snapshot.filtered(by: Filter(without: ["belmar"])).counted.isEmpty)
    #expect(snapshot.filtered(by: Filter(only: ["counts"])).counted.count == 2)
    #expect(snapshot.filtered(by: Filter(only: ["relations"])).counted.isEmpty)
    #expect(snapshot.restricted(to: ["arvane"]).counted.isEmpty)
  }

  @Test(arguments: ["dossier", "json", "jsonl"]) func formatsOfTheGraphKeepItsTables(format: String) throws {
    let graph = try graph(dossier(rows, more: "ends: { USA: arvane }"))
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("graph.\(format == "dossier" ? "yaml" : format)").path
      try Data(Format.named(format)!.bytes(of: graph)).write(to: URL(fileURLWithPath: file))
      let back = try Format.named(format)!.reader!(file).then { KnowledgeGraph.linking($0) }.get()
      #expect(back == graph)
    }
  }

  @Test func cellsThatADataSetDoesNotSayAreEmpty() throws {
    let count = try #require(
      try graph(dossier(["PAK,AFG,2014-01,3,,,3,0,0,0,,,"])).counts(between: "arvane", "belmar").first)
    #expect(count.count.meanScore == nil && count.count.reports == 3)
  }
}
