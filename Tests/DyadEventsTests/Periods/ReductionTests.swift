import DyadCore
import DyadEvents
import DyadTestSupport
import Testing

@Suite struct ReductionTests {
  private static let rules = CountingRule.allCases

  @Test(arguments: rules, 0..<8) func theOrderOfTheRowsDoesNotMatter(rule: CountingRule, seed: Int) {
    let events = AnyCodedEvent.events(600, seed: seed)
    var random = Seeded(seed)
    for isDirected in [true, false] {
      let counted = Reduction(events, by: .month, rule: rule, isDirected: isDirected)
      let shuffled = Reduction(events.shuffled(using: &random), by: .month, rule: rule, isDirected: isDirected)
      #expect(counted.dyadPeriods == shuffled.dyadPeriods)
      #expect(counted.uncounted == shuffled.uncounted)
    }
  }

  @Test(arguments: rules) func rowsOfOneRunAreCountedAsTheirEvents(rule: CountingRule) {
    let events = AnyCodedEvent.events(600, seed: 5)
    for isDirected in [true, false] {
      var reduction = Reduction(by: .month, rule: rule, isDirected: isDirected)
      for run in [events[..<300], events[300...]] {
        var parts = EventParts()
        for event in run {
          let texts = RowTexts()
          let row = parts.row(event, in: texts)
          #expect(parts.event(row) == event)
          reduction.add(row, of: parts)
        }
      }
      let expected = Reduction(events, by: .month, rule: rule, isDirected: isDirected)
      #expect(reduction.dyadPeriods == expected.dyadPeriods && reduction.uncounted == expected.uncounted)
    }
  }

  @Test(arguments: rules, 0..<4) func everyRowIsCountedOnceOrItsReasonIs(rule: CountingRule, seed: Int) {
    let events = AnyCodedEvent.events(500, seed: seed)
    let reduction = Reduction(events, by: .month, rule: rule)
    let missing = reduction.uncounted.wide + reduction.uncounted.unclassed + reduction.uncounted.domestic
    #expect(reduction.dyadPeriods.map(\.count.reports).reduce(missing, +) == events.count)
  }

  @Test(arguments: 0..<4) func aRuleCountsWhatItStates(seed: Int) {
    let events = AnyCodedEvent.events(500, seed: seed).filter {
      $0.action.quad != nil && $0.days.lowerBound == $0.days.upperBound
    }
    func count(_ rule: CountingRule) -> Int {
      Reduction(events, by: .month, rule: rule).dyadPeriods.map(\.count.events).reduce(0, +)
    }
    func key(_ event: CodedEvent) -> [String] {
      ["\(event.days)", event.actor.code, event.recipient.code, event.action.code]
    }
    #expect(count(.none) == events.count)
    #expect(count(.day) == Set(events.map(key)).count)
    #expect(count(.story) == Set(events.map { key($0) + [$0.story ?? ""] }).count)
    #expect(count(.mirror) < count(.story))
  }

  @Test func aVisitAndItsMirrorAreOneEvent() {
    func row(_ id: String, _ one: String, _ code: String, _ other: String) -> CodedEvent {
      CodedEvent(
        id: id, on: Day(2014, 5, 2)!, actor: CodedParty(one, state: one), recipient: CodedParty(other, state: other),
        action: CodedAction(code, type: .consult, quad: .verbalCooperation, tenths: 10), story: "7",
        reference: "Reuters")
    }
    let rows = [
      row("1", "PAK", "043", "AFG"), row("2", "AFG", "042", "PAK"), row("3", "PAK", "040", "AFG"),
      row("4", "AFG", "040", "PAK"),
    ]
    let counted = Reduction(rows, by: .month, rule: .mirror).dyadPeriods
    #expect(counted.count == 1)
    #expect(counted[0].actor == "AFG" && counted[0].count.events == 2 && counted[0].count.reports == 4)
    #expect(Reduction(rows, by: .month, rule: .story).dyadPeriods.map(\.count.events) == [2, 2])
  }

  @Test func theSmallestIdStandsForRowsThatCountAsOne() {
    var events = ["100", "9", "30"].map { id in
      CodedEvent(
        id: id, on: Day(2014, 5, 2)!, actor: CodedParty("PAK", state: "PAK"),
        recipient: CodedParty("AFG", state: "AFG"), action: CodedAction("042", quad: .verbalCooperation, tenths: 19),
        reports: ReportCount(mentions: Int(id)!))
    }
    events[1].action.tenths = 20
    let count = Reduction(events, by: .year, rule: .story).dyadPeriods[0].count
    #expect(count.events == 1 && count.mentions == 9 && count.tenths == 20 && count.meanScore == 2)
  }

  @Test func onlyActorsOfTheScopeAreCounted() {
    let events = AnyCodedEvent.events(400, seed: 3)
    var reduction = Reduction(by: .month, rule: .none, scope: ActorScope("sector:MIL")!)
    for event in events { reduction.add(event) }
    let expected = Reduction(events.filter { $0.actor.sector == "MIL" }, by: .month, rule: .none)
    #expect(reduction.dyadPeriods == expected.dyadPeriods && !expected.dyadPeriods.isEmpty)
    #expect(ActorScope("sector:") == nil && ActorScope("army") == nil && ActorScope("state:PAK") == nil)
  }

  @Test func partiesAreComparedByBytes() {
    // The two names have the same letters, composed otherwise; a database takes them as two.
    let events = ["Cafe\u{301}", "Caf\u{E9}"].map { name in
      CodedEvent(
        id: name, on: Day(2014, 5, 2)!, actor: CodedParty(name, state: "AFG"),
        recipient: CodedParty("PAK", state: "PAK"), action: CodedAction("042", quad: .verbalCooperation))
    }
    #expect(Reduction(events, by: .year, rule: .day).dyadPeriods.map(\.count.events) == [2])
  }
}
