import DyadCore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Testing

/// The rows that are named as the evidence of a number.
@Suite struct RowChoiceTests {
  private func event(_ id: String, tenths: Int?, quad: QuadClass? = nil, mentions: Int = 1) -> CodedEvent {
    CodedEvent(
      id: id, on: Day(2019, 1, 1)!, actor: CodedParty("PAK", state: "PAK"), recipient: CodedParty("AFG", state: "AFG"),
      action: CodedAction("042", quad: quad, tenths: tenths), reports: ReportCount(mentions: mentions))
  }

  private func ids(_ events: [CodedEvent], limit: Int = 4) -> [String] {
    RowChoice.rows(of: events, limit: limit).map(\.id)
  }

  @Test func theStrongestOfBothSignsAreChosen() {
    let events = [
      event("1", tenths: 80), event("2", tenths: 70), event("3", tenths: 60), event("4", tenths: -10),
      event("5", tenths: -20), event("6", tenths: -30), event("7", tenths: 0),
    ]
    #expect(ids(events) == ["1", "2", "6", "5"])
  }

  @Test func whatOneSignLacksGoesToTheOther() {
    #expect(ids((1...9).map { (number: Int) in event("\(number)", tenths: number) }) == ["9", "8", "7", "6"])
    #expect(ids((1...9).map { (number: Int) in event("\(number)", tenths: -number) }) == ["9", "8", "7", "6"])
    #expect(ids([event("1", tenths: 1), event("2", tenths: nil), event("3", tenths: -5)]) == ["3", "1", "2"])
  }

  @Test func mentionsAndThenIdsDecide() {
    let events = [event("10", tenths: 5), event("9", tenths: 5), event("8", tenths: 5, mentions: 2)]
    #expect(ids(events) == ["8", "9", "10"])
  }

  @Test func withoutScoresTheClassIsTheSign() {
    let quads: [QuadClass] = [.verbalCooperation, .verbalCooperation, .verbalCooperation, .materialConflict]
    let events = quads.enumerated().map { event("\($0)", tenths: nil, quad: $1) }
    #expect(Set(ids(events, limit: 2)) == ["0", "3"])
  }

  @Test(arguments: 0..<8) func theOrderOfTheRowsDoesNotMatter(seed: Int) {
    let events = AnyCodedEvent.events(200, seed: seed)
    var random = Seeded(seed)
    let chosen = RowChoice.rows(of: events)
    #expect(chosen == RowChoice.rows(of: events.shuffled(using: &random)))
    #expect(chosen.count == RowChoice.limit && Set(chosen).isSubset(of: events))
    // As many of each sign as the other, since there are enough of both.
    #expect(chosen.count { $0.action.tenths! < 0 } == RowChoice.limit / 2)
  }

  @Test(arguments: CountingRule.allCases, 0..<3) func aNumberHasAsManyRowsAsEvents(rule: CountingRule, seed: Int) {
    let events = AnyCodedEvent.events(500, seed: seed)
    var random = Seeded(seed)
    func reduction(_ events: [CodedEvent]) -> Reduction {
      var reduction = Reduction(by: .month, rule: rule, keepsRows: true)
      for event in events { reduction.add(event) }
      return reduction
    }
    let counted = reduction(events).countedRows
    #expect(counted.map(\.dyad) == Reduction(events, by: .month, rule: rule).dyadPeriods)
    #expect(counted.allSatisfy { $0.rows.count == $0.dyad.count.events })
    #expect(counted.allSatisfy { one in one.rows.reduce(0) { $0 + $1.action.tenths! } == one.dyad.count.tenths })
    func table(_ reduction: Reduction) -> [UInt8] {
      ByteSink.collected { EvidenceTable(reduction, of: "gdelt2").write(to: $0) }
    }
    #expect(table(reduction(events)) == table(reduction(events.shuffled(using: &random))))
  }
}
