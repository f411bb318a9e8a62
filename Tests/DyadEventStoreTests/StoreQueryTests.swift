import DyadCore
import DyadEventStore
import DyadEvents
import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct StoreQueryTests {
  private typealias Case = (query: EventQuery, isMeant: (CodedEvent) -> Bool)

  private static func queries() -> [Case] {
    var directed = EventQuery(between: "PAK", and: "AFG")
    directed.isDirected = true
    var one = EventQuery()
    one.recipient = "TAL"
    var october = EventQuery(between: "PAK", and: "AFG")
    october.days = Day(2019, 1, 10)!...Day(2019, 3, 1)!
    var hostile = EventQuery()
    (hostile.quad, hostile.dataSet) = (.materialConflict, "gdelt2")
    var coded = EventQuery(between: "PAK", and: "AFG")
    coded.code = "01"
    var unknown = EventQuery(between: "PAK", and: "ATL")
    unknown.code = "'; DROP TABLE event; --"
    let isPair: (CodedEvent) -> Bool = { event in Set([event.actor.end, event.recipient.end]) == ["PAK", "AFG"] }
    let queries: [Case] = [
      (EventQuery(), { _ in true }), (EventQuery(between: "PAK", and: "AFG"), isPair),
      (directed, { $0.actor.end == "PAK" && $0.recipient.end == "AFG" }),
      (one, { $0.actor.end == "TAL" || $0.recipient.end == "TAL" }),
      (october, { isPair($0) && (10...60).contains($0.days.lowerBound.number - Day(2018, 12, 31)!.number) }),
      (hostile, { $0.action.quad == .materialConflict }), (coded, { isPair($0) && $0.action.code.hasPrefix("01") }),
      (unknown, { _ in false }),
    ]
    return queries
  }

  @Test(arguments: 0..<8) func aQueryFindsTheEventsThatItDescribes(index: Int) throws {
    let (query, isMeant) = StoreQueryTests.queries()[index]
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(400, seed: 20)
      try store.adding(events)
      let found = try store.all(query)
      #expect(Set(found) == Set(events.filter(isMeant)))
      #expect(try store.count(query) == found.count)
      #expect(found.map(\.days.lowerBound) == found.map(\.days.lowerBound).sorted())
    }
  }

  @Test func anEventLeadsBackToItsRow() throws {
    try StoreSample.inStore { store, _ in
      try store.adding(StoreSample.events(40, seed: 21), path: "2019.csv")
      try store.forEach(EventQuery()) { stored in
        #expect(stored.file == "2019.csv" && stored.line == Int(stored.event.id)! - 2_100_000 + 1)
        return true
      }
    }
  }

  @Test(arguments: CountingRule.allCases, [true, false])
  func theStoreCountsAsTheFilesDo(rule: CountingRule, isDirected: Bool) throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(700, seed: 22)
      try store.adding(events, digest: "abc")
      var reduction = Reduction(by: .month, rule: rule, isDirected: isDirected)
      for event in events {
        reduction.add(event)
        reduction.addVolume(10, on: event.days.lowerBound)
      }
      let table = try store.dyadPeriods(of: "gdelt2", by: .month, rule: rule, isDirected: isDirected)
      #expect(table.rows == reduction.dyadPeriods && table.head.rows == 7_000 && table.head.digest == "abc")
      #expect(table.head.uncounted == reduction.uncounted)
    }
  }

  @Test func theStoreNamesTheRowsThatTheFilesDo() throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(300, seed: 28)
      try store.adding(events)
      var reduction = Reduction(by: .month, rule: .story, keepsRows: true)
      for event in events { reduction.add(event) }
      var stored = EvidenceTable(of: "gdelt2", rule: .story, by: .month)
      _ = try store.dyadPeriods(of: "gdelt2", by: .month, rule: .story, keepingRows: { stored.add($0) })
      let read = EvidenceTable(reduction, of: "gdelt2")
      func text(_ table: EvidenceTable) -> String {
        String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self)
      }
      #expect(text(stored) == text(read))
      let ranks = text(read).split(separator: "\n").dropFirst(2).compactMap { $0.split(separator: ",")[3] }
      #expect(ranks.compactMap { Int($0) }.max() ?? 0 <= RowChoice.limit && ranks.contains("2"))
    }
  }

  @Test func rowsAreLookedUpByTheirIds() throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(700, seed: 29)
      try store.adding(events)
      try store.adding([StoreSample.events(1, seed: 30)[0]], dataSet: "icews")
      let ids = events.map(\.id)
      #expect(
        try store.unknownRows(ids + ["x", "'; DROP TABLE event; --"], of: "gdelt2") == ["'; DROP TABLE event; --", "x"])
      #expect(try store.unknownRows([ids[0], "3000000"], of: "icews") == [ids[0]])
      #expect(try store.unknownRows([ids[0], "3000000"], of: nil).isEmpty)
      #expect(try store.unknownRows([ids[0]], of: "polecat") == [ids[0]])
    }
  }

  @Test func anIdMayBeAWord() throws {
    try StoreSample.inStore { store, _ in
      let events = ["IRN-07", "7", "seven"].map { id in
        var event = StoreSample.events(1, seed: 31)[0]
        event.id = id
        return event
      }
      try store.adding(events)
      #expect(try store.unknownRows(["7", "seven", "IRN-07", "eight", "8"], of: "gdelt2") == ["8", "eight"])
    }
  }

  @Test func theSeriesOfADyadIsThatOfItsEvents() throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(700, seed: 23)
      try store.adding(events)
      try store.adding(StoreSample.events(50, seed: 24), dataSet: "icews")
      var counter = EventSeries.Counter(of: "PAK", "AFG", by: .week, rule: .story)
      for event in events {
        counter.add(event)
        counter.addVolume(10, on: event.days.lowerBound)
      }
      let stored = try store.series(of: "PAK", "AFG", in: "gdelt2", by: .week, rule: .story).series()
      #expect(stored == counter.series() && !stored.points.isEmpty)
    }
  }

  @Test func aTableOfAnotherEngineIsStoredOnce() throws {
    try StoreSample.inStore { store, _ in
      try store.adding(StoreSample.events(300, seed: 25))
      let table = try store.dyadPeriods(of: "gdelt2", by: .month, rule: .story)
      #expect(try store.add(table))
      #expect(try !store.add(table))
      let stored = try store.tables(of: "gdelt2")
      func text(_ table: DyadPeriodTable) -> [UInt8] { ByteSink.collected { table.write(to: $0) } }
      #expect(stored.map(text) == [text(table)])
      let pair = try store.tables(of: "gdelt2", between: ("AFG", "PAK"))[0].rows
      #expect(pair.allSatisfy { Set([$0.actor, $0.recipient]) == ["AFG", "PAK"] } && !pair.isEmpty)
    }
  }

  /// A mean of 0 would be a claim that nobody made.
  @Test func aTableWithoutScoresHasNoMean() throws {
    let lines = [
      "# dyad-periods 1; dataset=icews; rule=none; by=year; rows=7; rejects=0; first=; last=; sha256=",
      "actor,recipient,period,n,reports,sources,q1,q2,q3,q4,tenths,mentions,total", "AFG,PAK,2014,7,7,0,1,2,3,1,,0,9",
    ]
    try StoreSample.inStore { store, _ in
      try store.add(DyadPeriodTable(reading: Array(lines.joined(separator: "\n").utf8)))
      let table = try store.tables(of: "icews")[0]
      #expect(table.rows.map(\.count.meanScore) == [nil])
      #expect(
        String(decoding: ByteSink.collected { table.write(to: $0) }, as: UTF8.self) == lines.joined(separator: "\n")
          + "\n")
      let series = EventSeries(of: "AFG", "PAK", in: table, isDirected: false)
      #expect(series.points.map(\.count.meanScore) == [nil])
    }
  }

  @Test func theInfoCountsWhatIsThere() throws {
    try StoreSample.inStore { store, _ in
      #expect(try store.info().dataSets.isEmpty)
      let events = StoreSample.events(300, seed: 26)
      try store.adding(events)
      let info = try store.info().dataSets[0]
      #expect(info.events == 300 && info.rows == 3_000)
      #expect(info.dyads == Set(events.map { [$0.actor.end, $0.recipient.end] }).count)
      #expect(info.days == Day(2019, 1, 1)!...Day(2019, 4, 11)!)
    }
  }

  @Test func anyProgramCanReadTheView() throws {
    try StoreSample.inStore { store, _ in
      let event = StoreSample.events(1, seed: 27)[0]
      try store.adding([event])
      let row = try StoreSample.row(
        "SELECT id, first, actor, recipient_code, quad, file, line FROM events", in: store.path)
      #expect(
        row == [
          event.id, "\(event.days.lowerBound)", event.actor.end, event.recipient.code,
          event.action.quad.map { "\($0.rawValue)" }, "a.csv", "1",
        ])
    }
  }

  @Test func theCodesOfPartiesAreCountedWithWhatTheyMeantWhenTheyWereAdded() throws {
    let day = Day(2019, 10, 24)!
    func event(_ id: String, _ actor: CodedParty, _ recipient: CodedParty) -> CodedEvent {
      CodedEvent(id: id, within: day...day, actor: actor, recipient: recipient, action: CodedAction("042"))
    }
    let (pakistan, army) = (CodedParty("PAK", state: "PAK"), CodedParty("PAKMIL", state: "PAK", sector: "MIL"))
    let (taliban, unknown, police) = (CodedParty("TAL", group: "TAL"), CodedParty("QQQGOV"), CodedParty("COP"))
    try StoreSample.inStore { store, _ in
      try store.adding([
        event("1", pakistan, taliban), event("2", army, unknown), event("3", army, police),
      ])
      try store.adding(
        [event("1", CodedParty("Jane Roe"), CodedParty("Pakistan", state: "PAK"))], dataSet: "icews", path: "b.tab")
      let gdelt = [
        CodeUse("PAK", in: .cameo, means: .state("PAK")): 3, CodeUse("TAL", in: .cameo, means: .group("TAL")): 1,
        CodeUse("QQQ", in: .cameo, means: nil): 1,
      ]
      let icews = [
        CodeUse("Jane Roe", in: .name, means: nil): 1, CodeUse("Pakistan", in: .name, means: .state("PAK")): 1,
      ]
      #expect(try store.codes(of: "gdelt2") == gdelt)
      #expect(try store.codes() == gdelt.merging(icews) { $0 + $1 })
    }
  }
}
