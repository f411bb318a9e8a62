import DyadContent
import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// What data sets count, in pictures.
@Suite struct CountContentTests {
  /// Three states with counts by month in 2014; only one pair has claims of its own.
  private static func graph(_ rows: [String], relations: String = "") throws -> KnowledgeGraph {
    let head =
      "# dyad-periods 1; dataset=icews; rule=story; by=month; rows=9; rejects=0; first=2014-01-02; last=2014-12-30; sha256="
    let columns = "actor,recipient,period,n,reports,sources,q1,q2,q3,q4,tenths,mentions,total"
    let table = ([head, columns] + rows).map { "      \($0)\n" }.joined()
    let text = """
      dossier: Counted
      sources:
        set: { title: Coded events, publisher: A university, published: 2015-03-27 }
      states:
        arvane: { name: Arvane, iso3: PAK }
        belmar: { name: Belmar, iso3: AFG }
        corvia: { name: Corvia, iso3: IND }
      counts:
        set:
          source: set
          content: |
      \(table)
      \(relations)
      """
    return try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  private static let rows = [
    "AFG,PAK,2014-01,4,5,3,2,1,0,1,-20,8,900", "PAK,AFG,2014-01,3,3,2,3,0,0,0,57,3,900",
    "PAK,AFG,2014-03,60,90,40,10,0,20,30,-3010,200,800", "PAK,IND,2014-01,1,1,1,1,0,0,0,10,1,900",
  ]

  private func content(_ graph: KnowledgeGraph, _ view: View, _ moment: Moment) -> Content {
    Content(GraphDiff(graph.snapshot(at: moment)), of: view)
  }

  @Test func aSheetSaysWhoCountedByWhatRule() throws {
    let pair = View(.between("arvane", "belmar"))
    let january = try content(CountContentTests.graph(CountContentTests.rows), pair, Moment(on: Day(2014, 1, 9)!))
    #expect(
      january.counted == [
        "Σ\u{A0}ICEWS Coded Event Data, Jan 2014: reports counted: 6 cooperative, 1 hostile, one for each story a day. Source: Coded events, A university, 27 Mar 2015."
      ])
    #expect(january.description.contains("reports counted: 6 cooperative, 1 hostile"))
    // Counts are no basis of what is cited.
    #expect(january.basis == nil && january.notes.sources.isEmpty)
    let may = try content(CountContentTests.graph(CountContentTests.rows), pair, Moment(on: Day(2014, 5, 9)!))
    #expect(may.counted.isEmpty)
  }

  @Test func aComparisonHasBothNumbers() throws {
    let graph = try CountContentTests.graph(CountContentTests.rows)
    let sides = [Day(2014, 1, 9)!, Day(2014, 3, 9)!].map { graph.snapshot(at: Moment(on: $0)) }
    let diff = GraphDiff(from: sides[0], to: sides[1])
    let line = Content(diff, of: View(.between("arvane", "belmar"))).counted.first ?? ""
    #expect(line.contains("6\u{A0}→\u{A0}10 cooperative") && line.contains("1\u{A0}→\u{A0}50 hostile"))
    let report = DiffReport([.world: diff]).write(.text)
    #expect(report.contains("ICEWS Coded Event Data counts what Arvane does toward Belmar") && report.contains("60"))
  }

  @Test func aTimelineHasABarForEachPeriod() throws {
    let graph = try CountContentTests.graph(CountContentTests.rows)
    let timeline = Timeline(graph, between: "arvane", "belmar", in: Day(2014, 1, 1)!...Day(2014, 12, 31)!)
    let strip = try #require(timeline.content().layout.timeline?.counts.first)
    #expect(strip.bars.map(\.count.cooperation) == [6, 10] && strip.bars.map(\.count.conflict) == [1, 50])
    #expect(strip.by(.year).bars.map(\.count.events) == [67])
    let caption = strip.caption(.english, CountStrip.Scale(of: [strip]))
    #expect(caption.contains("by month; one for each story a day; linear scale; until 30 Dec 2014"))
  }

  @Test func aScaleIsLogarithmicWhereOneNumberIsFarAboveTheOthers() throws {
    let few = (1...6).map { "AFG,PAK,2014-0\($0),4,4,1,2,0,2,0,0,1,9" } + ["AFG,PAK,2014-07,900,900,1,900,0,0,0,0,1,9"]
    let graph = try CountContentTests.graph(few)
    let timeline = Timeline(graph, between: "arvane", "belmar", in: Day(2014, 1, 1)!...Day(2014, 12, 31)!)
    let scale = CountStrip.Scale(of: timeline.content().layout.timeline?.counts ?? [])
    #expect(scale.isLogarithmic && scale.height(of: 900) == 1 && scale.height(of: 2) > 0.1)
    #expect(scale.height(of: 0) == 0)
  }

  @Test func theTiesOfACountedGraphAreItsCounts() throws {
    let graph = try CountContentTests.graph(
      CountContentTests.rows,
      relations:
        "relations:\n  ab: { between: [arvane, belmar], kind: ties, phases: [{ during: 2014, reads: cold, tone: -3 }] }\n"
    )
    let window = Day(2014, 1, 1)!...Day(2014, 12, 31)!
    let whole = graph.counted(by: "set", in: window, .english)
    let ties = whole.snapshot(at: Moment(during: window)).ties
    try #require(ties.map(\.id.text) == ["set-arvane--belmar", "set-arvane--corvia"])
    #expect(ties[0].leading?.item.reads == "n\u{A0}=\u{A0}67: ▲\u{A0}16 ▼\u{A0}51")
    #expect(ties[0].tone.value == -4.4)
    // One event says little.
    #expect(ties[1].leading?.item.evidence.confidence == .low && ties[0].leading?.item.evidence.confidence == nil)
    let months = graph.counted(by: "set", .english)
    #expect(
      months.relations["set-arvane--belmar"]?.phases.map(\.during.description) == [
        "2014-01", "2014-03",
      ])
  }

  @Test func partiesAreRankedByNumber() throws {
    let rows = ["IND,PAK,2014-01,300,300,1,300,0,0,0,0,1,9", "PAK,AFG,2014-01,4,4,1,0,0,0,4,-400,1,9"]
    let graph = try CountContentTests.graph(rows)
    let window = Day(2014, 1, 1)!...Day(2014, 12, 31)!
    let counted = graph.counted(by: "set", in: window, .english)
    let ego = Content(GraphDiff(counted.snapshot(at: Moment(during: window))), of: View(.around("arvane", hops: 1)))
    #expect(ego.figures.map(\.id.text) == ["arvane", "corvia", "belmar"])
    #expect(ego.lines.map(\.counted) == [300, 4])
    let pair = Content(
      GraphDiff(counted.snapshot(at: Moment(during: window))), of: View(.between("arvane", "corvia")))
    #expect(pair.lines.filter { $0.card == .pair }.map(\.counted) == [300, 300])
    #expect(ego.counted.first?.contains("tone: mean of the scores") == true)
    let timeline = EgoTimeline(graph, around: "arvane", in: window, filter: Filter(only: ["counts"]))
    #expect(timeline.parties.map(\.text) == ["corvia", "belmar"])
  }

  @Test(arguments: Lexicon.all.map(\.language)) func everyLanguageSaysWhatIsCounted(language: String) throws {
    let graph = try CountContentTests.graph(CountContentTests.rows)
    let options = ContentOptions(lexicon: try #require(Lexicon.named(language)))
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(2014, 1, 9)!))), of: View(.between("arvane", "belmar")),
      options: options)
    #expect(content.counted.first?.contains("ICEWS Coded Event Data") == true)
    #expect(language == "en" || content.counted.first?.contains("reports") == false)
  }
}
