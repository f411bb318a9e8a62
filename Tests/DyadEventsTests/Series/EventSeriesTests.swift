import DyadCore
import DyadEvents
import DyadTestSupport
import Testing

@Suite struct EventSeriesTests {
  private func counter(
    _ events: [CodedEvent], by period: Period = .month, isDirected: Bool = false, halfLife: Double = 30
  ) -> EventSeries.Counter {
    var counter = EventSeries.Counter(
      of: "PAK", "AFG", by: period, rule: .story, isDirected: isDirected, halfLife: halfLife)
    for event in events { counter.add(event) }
    return counter
  }

  private func event(_ id: Int, _ day: Day, tenths: Int, from one: String = "PAK", to other: String = "AFG")
    -> CodedEvent
  {
    CodedEvent(
      id: String(id), on: day, actor: CodedParty(one, state: one), recipient: CodedParty(other, state: other),
      action: CodedAction("042", quad: .verbalCooperation, tenths: tenths), story: String(id))
  }

  @Test func aScoreHalvesWithItsHalfLife() {
    let first = Day(2019, 1, 1)!
    let counter = counter([event(1, first, tenths: 80), event(2, first, tenths: 20)], by: .day)
    let series = counter.series(from: first, to: first.advanced(by: 60))
    #expect(series.points.count == 61)
    #expect(series.points[0].decayed == 10)
    #expect(abs((series.points[30].decayed ?? 0) - 5) < 1e-12)
    #expect(abs((series.points[60].decayed ?? 0) - 2.5) < 1e-12)
  }

  @Test func earlierEventsCountInTheDecayedScore() {
    let first = Day(2019, 1, 31)!
    let counter = counter([event(1, first, tenths: 80)])
    let later = counter.series(from: Day(2019, 3, 1)!, to: Day(2019, 3, 31)!)
    #expect(later.points.map(\.count.events) == [0])
    // 59 days are nearly two half-lives.
    let decayed = later.points[0].decayed ?? 0
    #expect((2.0...2.1).contains(decayed))
    #expect(counter.series(from: Day(2018, 12, 1)!, to: Day(2018, 12, 2)!).points.map(\.decayed) == [0])
  }

  @Test func rowsOfOneStoryCountOnceInTheDecayedScore() {
    let rows = [80, -20, 50].enumerated().map { index, tenths in
      var row = event(index + 1, Day(2019, 1, 1)!, tenths: tenths)
      row.story = "one"
      return row
    }
    for rows in [rows, rows.reversed()] {
      let points = counter(rows, by: .day).series().points
      #expect(points.map(\.count.tenths) == [80] && points.map(\.decayed) == [8])
    }
  }

  @Test(arguments: 0..<6) func theOrderOfTheRowsDoesNotMatter(seed: Int) {
    let events = AnyCodedEvent.events(500, seed: seed)
    var random = Seeded(seed)
    #expect(counter(events).series() == counter(events.shuffled(using: &random)).series())
  }

  @Test func bothDirectionsAreCountedUnlessOneIsAskedFor() {
    let day = Day(2019, 1, 1)!
    let events = [
      event(1, day, tenths: 10), event(2, day, tenths: 10, from: "AFG", to: "PAK"),
      event(3, day, tenths: 10, from: "IND", to: "PAK"),
    ]
    #expect(counter(events).series().points.map(\.count.events) == [2])
    #expect(counter(events, isDirected: true).series().points.map(\.count.events) == [1])
  }

  @Test func periodsWithoutEventsAreInTheSeries() {
    let events = [event(1, Day(2019, 1, 5)!, tenths: 10), event(2, Day(2019, 4, 5)!, tenths: 10)]
    let series = counter(events).series()
    #expect(series.points.map(\.count.events) == [1, 0, 0, 1] && series.thinShare == 1)
    #expect(counter([]).series().points.isEmpty)
    #expect(counter(events).series(from: Day(2020, 1, 1)!, to: Day(2019, 1, 1)!).points.isEmpty)
  }
}
