import DyadCore
import DyadTestSupport
import Foundation
import Testing

import DyadContent

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
    let strip = try #require(try thaw().content().layout.timeline).events
    let event = try #require(strip.dated.first { $0.id == "trade-relaxed" })
    #expect(event.days == Day(2025, 4, 19)!...Day(2025, 5, 26)!)
  }

  @Test func whatOnlyPossiblyHappenedInTheWindowIsMarkedAndDoesNotCount() throws {
    let timeline = try thaw(in: Day(2025, 1, 1)!...Day(2025, 6, 30)!)
    let row = try #require(timeline.content().cards[0].rows.first { $0.id == "protests-lodged" })
    #expect(row.isPossible && row.when.hasSuffix("?"))
    let happening = try #require(timeline.happenings.first { $0.event.id == "protests-lodged" })
    #expect(ToneCurve([happening.event], in: timeline.window).count == 0)
  }

  @Test func anEventWhoseDateIsVaguerThanAYearHasNoPositionAndSaysByWhen() throws {
    let timeline = try thaw()
    let vague = timeline.happenings.filter { $0.event.item.within.span.count > Timeline.vaguest }
    #expect(vague.contains { $0.event.id == "taliban-act" })
    let content = timeline.content()
    let page = try #require(content.layout.timeline)
    #expect(page.events.undated.values.reduce(0, +) == vague.count)
    for happening in vague {
      #expect(!page.events.dated.contains { $0.id == happening.event.id })
      let row = try #require(page.entries.first { $0.row.id == happening.event.id.text }?.row)
      #expect(row.when.hasPrefix("by ") && content.description.contains("\(row.when): \(row.what)"))
    }
    #expect(content.description.contains("Undated within the period: ▲\u{A0}5, ▼\u{A0}4."))
  }

  @Test(arguments: 0..<40)
  func everyEventIsDatedOrCountedAndNothingRunsPastTheSources(seed: Int) throws {
    for graph in [anyGraph(seed: seed), anyEventfulGraph(seed: seed)] {
      for window in [Day(2016, 3, 1)!...Day(2024, 8, 31)!, Day(2020, 1, 1)!...Day(2020, 6, 30)!] {
        let timeline = Timeline(graph, between: "entity-0", "entity-1", in: window)
        let page = try #require(timeline.content().layout.timeline)
        let (strip, end) = (page.events, page.frame.end)
        #expect(
          strip.dated.count + strip.undated.values.reduce(0, +) + strip.later == timeline.happenings.count)
        #expect(strip.dated.allSatisfy { $0.days.lowerBound >= window.lowerBound && $0.days.upperBound <= end })
        let days = page.phases.compactMap(\.possible) + page.phases.compactMap(\.certain) + page.gaps
        #expect(days.allSatisfy { $0.lowerBound >= window.lowerBound && $0.upperBound <= end })
        #expect(page.phases.allSatisfy { !$0.isOpen || $0.phase.item.during.end == .open })
        let rows = page.entries.map(\.day)
        #expect(rows == rows.sorted())
      }
    }
  }

  @Test func yearsAreHeadingsAndSkippedTimeIsNamed() throws {
    let graph = try Samples.example("ethiopia-eritrea")
    let timeline = Timeline(graph, between: "ethiopia", "eritrea")
    let few = Timeline.Measure(rows: 3, isRolledUp: false, thirds: 0)
    let page = try #require(timeline.content(few).layout.timeline)
    let headings = page.entries.compactMap(\.heading)
    #expect(headings == headings.sorted() && Set(headings).count == headings.count && headings.first == "1998")
    #expect(page.entries.contains { $0.skipped != nil } && page.entries[0].skipped == nil)
    for words in page.entries.compactMap(\.skipped) {
      #expect(words.wholeMatch(of: /\d+ (years?|months)( \d+ months?)?/) != nil, "\(words)")
    }
    #expect(page.frame.skippedMonths(from: Day(2002, 4, 13)!, to: Day(2016, 6, 12)!) == 169)
    #expect(page.frame.skippedMonths(from: Day(2018, 6, 5)!, to: Day(2018, 7, 9)!) == nil)
    for (one, next) in zip(page.entries, page.entries.dropFirst()) where next.skipped != nil {
      #expect(Int(next.day.number) - Int(one.day.number) >= 61)
    }
    let short = Timeline(graph, between: "ethiopia", "eritrea", in: Day(2018, 6, 1)!...Day(2018, 12, 31)!)
    let months = try #require(short.content().layout.timeline).entries.compactMap(\.heading)
    #expect(months.contains("Jul 2018"))
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
    for event in graph.events.values {
      guard let tone = lanes.effect(of: event)?.value, !event.evidence.isInferred else { continue }
      guard event.holds(at: Moment(during: window)) == .yes, event.evidence.standing != .denied else { continue }
      let span = event.within.span
      guard span.lowerBound.year == span.upperBound.year else { continue }
      let year = span.lowerBound.year
      sums[year] = ((sums[year]?.0 ?? 0) + tone, (sums[year]?.1 ?? 0) + 1)
    }
    for period in timeline.curve.periods {
      let (sum, count) = sums[period.days.lowerBound.year] ?? (0, 0)
      #expect(abs(period.sum - sum) < 1e-9 && period.count == count)
      #expect(period.mean.map { abs($0 * Double(count) - sum) < 1e-9 } ?? (count == 0))
      #expect(period.isThin == (count < 3))
    }
    #expect(timeline.curve.count == sums.values.map(\.1).reduce(0, +))
  }

  @Test func whatIsDeniedOrInferredDoesNotCount() {
    func event(_ id: String, _ stance: Citation.Stance, _ basis: Basis? = nil) -> Held<Event> {
      Held(
        Event(
          Event.ID(id), within: Interval("2024-01-01")!, what: "x", type: .assault, actors: ["a"],
          evidence: Evidence([Citation(of: "s", stance: stance)], basis: basis)))
    }
    let events = [event("told", .asserts), event("denied", .denies), event("judged", .asserts, .inferred)]
    #expect(ToneCurve(events, in: Day(2020, 1, 1)!...Day(2025, 1, 1)!).count == 1)
  }

  @Test(arguments: 0...7) func fewerThanFiveEventsAreNoCurve(count: Int) {
    let events = (0..<count).map { index in
      Held(
        Event(
          Event.ID("e\(index)"), within: Interval("2024-0\(index + 1)-01")!, what: "x", type: .assault, actors: ["a"],
          recipients: ["b"]))
    }
    #expect(ToneCurve(events, in: Day(2023, 1, 1)!...Day(2025, 12, 31)!).isShown == (count >= 5))
  }

  @Test func anEventThatMayBelongToTwoPeriodsCountsInNeither() {
    let event = Event(
      "e", within: Interval("2024-12-30/2025-01-02")!, what: "x", type: .assault, actors: ["a"], recipients: ["b"])
    #expect(ToneCurve([Held(event)], in: Day(2023, 1, 1)!...Day(2025, 12, 31)!).count == 0)
  }

  @Test func aShortWindowIsDividedIntoMonths() {
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).isMonthly)
    #expect(ToneCurve([], in: Day(2023, 1, 15)!...Day(2025, 3, 2)!).periods.count == 27)
    #expect(ToneCurve([], in: Day(2021, 7, 1)!...Day(2025, 6, 30)!).periods.count == 5)
  }
}

@Suite struct EgoTimelineTests {
  /// Rows of ties over time are bands and marks, which show no acts.
  @Test func theLegendExplainsNoMarkOfRows() throws {
    let content = EgoTimeline(try Samples.example(), around: "pakistan").content()
    #expect(content.cards.flatMap(\.rows).contains { $0.actSign != nil })
    #expect(!Legend(of: content).entries.contains { $0.swatch == .effectAndAct })
  }

  @Test(arguments: 0..<40)
  func everyPhaseIsOnceInARowOrCounted(seed: Int) throws {
    for graph in [anyGraph(seed: seed), anyEventfulGraph(seed: seed)] {
      let timeline = EgoTimeline(graph, around: "entity-0", in: Day(2016, 1, 1)!...Day(2024, 12, 31)!)
      let phases = Set(timeline.snapshot.ties(concerning: .around("entity-0", hops: 1)).flatMap(\.phases).map(\.id))
      let events = Set(timeline.snapshot.events(concerning: .around("entity-0", hops: 1)).map(\.id))
      for rows in 0...timeline.parties.count {
        let content = timeline.content(rows: rows)
        let page = try #require(content.layout.egoTimeline)
        #expect(page.histories.count == rows && Set(page.histories.map(\.party)).count == rows)
        for history in page.histories {
          #expect(Set(history.phases.map(\.phase.id)).count == history.phases.count)
          #expect(history.phases.allSatisfy { ($0.possible?.upperBound ?? .distantFuture) <= page.frame.end })
        }
        let shown = Set(page.histories.flatMap(\.phases).map(\.phase.id))
        #expect(shown.union(content.omitted.phases).isSuperset(of: phases))
        #expect(shown.isDisjoint(with: content.omitted.phases))
        let rowed = Set(content.claims.map { Event.ID($0) })
        #expect(events.allSatisfy { rowed.contains($0) != content.omitted.events.contains($0) })
      }
    }
  }

  @Test func theClosestPartyComesFirst() throws {
    let timeline = EgoTimeline(try Samples.example("egypt-israel"), around: "egypt")
    #expect(timeline.parties.first == "israel")
    #expect(timeline.content(rows: 2).omissions.contains { $0.hasSuffix("weaker ties not shown.") })
    #expect(timeline.content().description.contains("Israel: 1948 – 26 Mar 1979"))
  }
}
