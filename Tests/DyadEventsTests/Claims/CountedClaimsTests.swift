import DyadCore
import DyadEvents
import Testing

/// Claims that the counted record of a dyad suggests.
@Suite struct CountedClaimsTests {
  /// Twelve months of talks, then twelve of quarrels, and one day with much of it.
  private var events: [CodedEvent] {
    var events: [CodedEvent] = []
    func add(_ day: Day, from one: String, _ code: String, _ type: EventType, _ quad: QuadClass, _ tenths: Int) {
      let other = one == "PAK" ? "AFG" : "PAK"
      events.append(
        CodedEvent(
          id: "\(1000 + events.count)", on: day, actor: CodedParty(one, state: one),
          recipient: CodedParty(other, state: other), action: CodedAction(code, type: type, quad: quad, tenths: tenths),
          story: "\(events.count)"))
    }
    for month in 0..<24 {
      for number in 0..<6 {
        let day = Day(2016 + month / 12, month % 12 + 1, 2 + number * 4)!
        if month < 12 {
          add(day, from: "PAK", "040", .consult, .verbalCooperation, 10)
        } else {
          add(day, from: "AFG", "138", .threaten, .verbalConflict, -70)
        }
      }
    }
    for _ in 0..<8 { add(Day(2017, 5, 5)!, from: "AFG", "190", .assault, .materialConflict, -100) }
    return events
  }

  private func claims(by period: Period = .month) -> CountedClaims {
    var counter = EventSeries.Counter(of: "PAK", "AFG", by: period, rule: .story)
    for event in events { counter.add(event) }
    let parties = [
      "PAK": Entity("pakistan", .state, name: "Pakistan"), "AFG": Entity("afghanistan", .state, name: "Afghanistan"),
    ]
    return CountedClaims(
      of: events, in: counter.series(), SeriesOrigin("icews"),
      naming: CountedClaims.Names(parties: parties, source: "icews", known: Interval("2018-07/..")))
  }

  @Test func aPhaseIsASegmentBetweenChangePoints() {
    let relation = claims().relation
    #expect(relation.id == "pakistan-afghanistan-icews" && relation.kind == "ties" && !relation.isDirected)
    #expect(relation.phases.map(\.during.description) == ["2016-01/2016-12", "2017-01/2017-12"])
    #expect(relation.phases.map(\.reads) == ["cooperative, counted", "hostile, counted"])
    #expect(relation.phases.map(\.tone) == [Tone(1), Tone(-7.3)])
    #expect(relation.phases[1].note?.hasPrefix("Counted in ") == true)
    #expect(relation.phases[1].note?.contains("80 events, rule story: one event for each day") == true)
  }

  @Test(arguments: Period.allCases) func phasesFollowOneAnother(period: Period) {
    let phases = claims(by: period).relation.phases
    #expect(phases.count >= 1)
    for (one, next) in zip(phases, phases.dropFirst()) {
      #expect(one.during.ends.upperBound < next.during.starts.upperBound)
      #expect(one.during.ends.lowerBound < next.during.starts.lowerBound)
    }
  }

  @Test func aBusyDayIsAnEventOfItsMostFrequentType() {
    let found = claims().events(most: 5)
    #expect(found.map(\.id) == ["icews-pakistan-afghanistan-2017-05-05"])
    #expect(found[0].type == .assault && found[0].within == Interval("2017-05-05"))
    #expect(found[0].actors == ["afghanistan"] && found[0].recipients == ["pakistan"])
    #expect(found[0].what == "8 events of Pakistan and Afghanistan counted, 8 of them ASSAULT")
    #expect(claims().events(most: 0).isEmpty)
  }

  @Test func everythingIsADraftThatIsAttributedToItsRows() {
    let ids = Set(events.map(\.id))
    let all = claims().relation.phases.map(\.evidence) + claims().events(most: 5).map(\.evidence)
    for evidence in all {
      #expect(evidence.isDraft && evidence.overallBasis == .attributed && evidence.known == Interval("2018-07/.."))
      #expect(evidence.citations.count == 1 && evidence.citations[0].source == "icews")
      #expect((1...RowChoice.limit).contains(evidence.citations[0].rows.count))
      #expect(ids.isSuperset(of: evidence.citations[0].rows))
    }
  }
}
