import DyadCore
import DyadTestSupport
import Foundation
import Testing

@testable import DyadContent

@Suite struct TimelineTests {
  private func thaw(in window: ClosedRange<Day> = Day(2021, 7, 1)!...Day(2025, 6, 30)!) throws -> Timeline {
    Timeline(try Samples.example(), between: "pakistan", "afghanistan", in: window)
  }

  @Test func aPhaseIsCertainOnlyBetweenTheDaysThatItSurelyCovers() throws {
    let ribbon = try thaw().ribbon
    #expect(ribbon[0].certain == Day(2025, 2, 28)!...Day(2025, 3, 1)!)
    #expect(ribbon[0].possible == Day(2021, 8, 1)!...Day(2025, 3, 31)!)
    #expect(ribbon[1].certain?.lowerBound == Day(2025, 3, 31)!)
  }

  @Test func anEventMayHaveHappenedOnAnyDayOfItsDate() throws {
    let happening = try #require(try thaw().happenings.first { $0.event.id == "trade-relaxed" })
    #expect(happening.days == Day(2025, 4, 19)!...Day(2025, 5, 26)!)
  }

  @Test func whatOnlyPossiblyHappenedInTheWindowIsMarkedAndDoesNotCount() throws {
    let timeline = try thaw(in: Day(2025, 1, 1)!...Day(2025, 6, 30)!)
    let row = try #require(timeline.content().cards[0].rows.first { $0.id == "protests-lodged" })
    #expect(row.isPossible && row.when.hasSuffix("?"))
    #expect(!timeline.curve.scores.contains { $0.value == -3 })
  }

  @Test func anEventWhoseDateIsVaguerThanAYearDoesNotCount() throws {
    let timeline = try thaw()
    let vague = timeline.happenings.filter { $0.event.item.within.span.count > ToneCurve.vaguest }
    #expect(vague.contains { $0.event.id == "taliban-act" })
    #expect(!timeline.curve.scores.isEmpty && timeline.curve.scores.allSatisfy { $0.day.year == 2025 })
  }

  @Test func aTimelineOfFewerRowsKeepsTheStrongestAndCountsTheOthers() throws {
    let (timeline, graph) = (try thaw(), try Samples.example())
    var measure = timeline.everything
    let all = timeline.content(measure)
    #expect(!all.omissions.contains { $0.contains("weaker event") || $0.contains("weaker tie") })
    measure.rows = 5
    let few = timeline.content(measure)
    #expect(few.cards[0].rows.count == 5 + timeline.ribbon.count)
    let events = all.claims.count { !few.claims.contains($0) && graph.events[Event.ID($0)] != nil }
    #expect(few.omissions.contains("\(events) weaker events not shown."))
  }
}

@Suite struct ToneCurveTests {
  @Test(arguments: 0..<20)
  func theCurveIsWhatAPlainSumSays(seed: Int) throws {
    let graph = anyGraph(seed: seed)
    let window = Day(2016, 3, 1)!...Day(2024, 8, 31)!
    let timeline = Timeline(graph, between: "entity-0", "entity-1", in: window)
    let snapshot = graph.snapshot(at: Moment(during: window))
    let lanes = Lanes(snapshot.between("entity-0", "entity-1"), "entity-0", "entity-1")
    var sums: [Int: (Double, Int)] = [:]
    var all: [(Int, Double)] = []
    for event in graph.events.values {
      guard let tone = lanes.effect(of: event)?.value, !event.evidence.isInferred else { continue }
      guard event.holds(at: Moment(during: window)) == .yes, event.evidence.standing != .denied else { continue }
      let span = event.within.span
      guard span.upperBound.number - span.lowerBound.number < 366 else { continue }
      let middle = (Int(span.lowerBound.number) + Int(span.upperBound.number) + 1) / 2
      let year = Day(number: Int32(middle)).year
      sums[year] = ((sums[year]?.0 ?? 0) + tone, (sums[year]?.1 ?? 0) + 1)
      all.append((middle, tone))
    }
    for period in timeline.curve.periods {
      let (sum, count) = sums[period.days.lowerBound.year] ?? (0, 0)
      #expect(abs(period.sum - sum) < 1e-9 && period.count == count)
      #expect(period.isThin == (count < 3))
    }
    let decayed = all.map { $0.1 * pow(2, -Double(Int(window.upperBound.number) - $0.0) / 180) }.reduce(0, +)
    #expect(abs(timeline.curve.decayed(on: window.upperBound) - decayed) < 1e-9)
  }

  @Test func aScoreIsHalvedEveryHundredAndEightyDays() {
    let event = Event("e", within: Interval("2024-01-01")!, what: "x", type: .assault, actors: ["a"], recipients: ["b"])
    let curve = ToneCurve([Held(event)], in: Day(2023, 1, 1)!...Day(2025, 12, 31)!)
    let day = Day(2024, 1, 1)!
    #expect(curve.decayed(on: day.advanced(by: -1)) == 0 && curve.decayed(on: day) == -9)
    #expect(abs(curve.decayed(on: day.advanced(by: 180)) + 4.5) < 1e-9)
    #expect(curve.count(before: day.advanced(by: 360)) == 1 && curve.count(before: day.advanced(by: 361)) == 0)
  }

  @Test func aShortWindowIsToldByTheMonth() {
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).isMonthly)
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).periods.count == 27)
    #expect(ToneCurve([], in: Day(2021, 7, 1)!...Day(2025, 6, 30)!).periods.count == 5)
  }
}
