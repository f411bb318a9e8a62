import DyadCore
import DyadEventStore
import DyadEvents
import DyadTestSupport
import Foundation
import Testing

@Suite struct EventStoreTests {
  @Test func anEventIsReadAsItWasAdded() throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(300, seed: 1)
      let outcome = try store.adding(events)
      #expect(outcome.added == 300)
      #expect(try store.all().sorted { Int($0.id)! < Int($1.id)! } == events)
    }
  }

  @Test func theSameEventsTwiceChangeNothing() throws {
    try StoreSample.inStore { store, file in
      let events = StoreSample.events(300, seed: 2)
      try store.adding(events, digest: "a")
      let before = try store.dump()
      let outcome = try store.adding(events.reversed(), digest: "a")
      #expect(outcome.added == 0 && outcome.unchanged == 300)
      #expect(try store.dump() == before)
    }
  }

  @Test func aNewerVersionReplacesAnEventAndAnOlderOneDoesNot() throws {
    try StoreSample.inStore { store, _ in
      var event = StoreSample.events(1, seed: 3)[0]
      event.version = "9.2"
      try store.adding([event])
      var newer = event
      (newer.version, newer.reports.mentions) = ("24.1", 77)
      #expect(try store.adding([newer]).replaced == 1)
      #expect(try store.adding([event]).outdated == 1)
      #expect(try store.all() == [newer])
    }
  }

  @Test func theSameIdInAnotherDataSetOrOnAnotherDayIsAnotherEvent() throws {
    try StoreSample.inStore { store, _ in
      var event = StoreSample.events(1, seed: 4)[0]
      event.days = Day(2019, 1, 1)!...Day(2019, 1, 1)!
      try store.adding([event])
      try store.adding([event], dataSet: "icews")
      event.days = Day(2019, 1, 2)!...Day(2019, 1, 2)!
      try store.adding([event])
      #expect(try store.count(EventQuery()) == 3)
      #expect(try store.dataSets() == ["gdelt2", "icews"])
    }
  }

  @Test func idsOfAnyFormIdentifyEvents() throws {
    try StoreSample.inStore { store, _ in
      let ids = ["7", "07", "0", "00", "", "AFG1234", "é", "68719476735", "68719476736", "-1", "1e3", "99999999999"]
      let events = ids.map { id in
        var event = StoreSample.events(1, seed: 4)[0]
        (event.id, event.days) = (id, Day(1816, 1, 1)!...Day(1816, 1, 1)!)
        return event
      }
      for dataSet in ["gdelt2", "icews"] { #expect(try store.adding(events, dataSet: dataSet).added == ids.count) }
      #expect(try store.adding(events.reversed()).unchanged == ids.count)
      var query = EventQuery()
      query.dataSet = "icews"
      let found = try store.all(query).map(\.id)
      #expect(Set(found) == Set(ids) && found.map(\.unicodeScalars.count) == ids.map(\.unicodeScalars.count).sorted())
      let view = "SELECT count(DISTINCT id), min(first), max(last) FROM events WHERE dataset = 'icews'"
      #expect(try StoreSample.row(view, in: store.path) == ["\(ids.count)", "1816-01-01", "1816-01-01"])
    }
  }

  @Test func anErrorLeavesTheStoreAsItWas() throws {
    struct Stop: Error {}
    try StoreSample.inStore { store, _ in
      try store.adding(StoreSample.events(50, seed: 5))
      let before = try store.dump()
      #expect(throws: Stop.self) {
        try store.add { addition in
          let input = try addition.begin("b.csv", of: "gdelt2")
          for event in StoreSample.events(90, seed: 6) { try addition.add(event, input: input, line: 1) }
          throw Stop()
        }
      }
      #expect(try store.dump() == before)
    }
  }

  /// The files of the store are copied in the middle of a run, which is what a crash leaves.
  @Test(arguments: [0, 400]) func aCrashLeavesTheStoreAsItWas(count: Int) throws {
    try StoreSample.inStore { store, folder in
      try store.adding(StoreSample.events(count, seed: 7))
      let before = try store.dump()
      let copy = folder.appendingPathComponent("copy.sqlite")
      try store.add { addition in
        let input = try addition.begin("b.csv", of: "gdelt2")
        for event in StoreSample.events(3_000, seed: 8) { try addition.add(event, input: input, line: 1) }
        try FileManager.default.copyItem(atPath: store.path, toPath: copy.path)
        try? FileManager.default.copyItem(atPath: store.path + "-journal", toPath: copy.path + "-journal")
      }
      #expect(try EventStore(at: copy.path, for: .writing).dump() == before)
      #expect(try store.dump() != before)
    }
  }

  @Test func aFullDiskLeavesTheStoreAsItWas() throws {
    try inTemporaryFolder { folder in
      let path = folder.appendingPathComponent("events.sqlite").path
      try EventStore(at: path, for: .writing).adding(StoreSample.events(50, seed: 9))
      let store = try EventStore(at: path, for: .writing, pages: 60)
      let before = try store.dump()
      #expect(throws: EventStoreError.full(path: path)) { try store.adding(StoreSample.events(9_000, seed: 10)) }
      #expect(try store.dump() == before)
    }
  }

  @Test func aStoreThatCannotBeMadeLeavesNoFile() throws {
    try inTemporaryFolder { folder in
      let path = folder.appendingPathComponent("events.sqlite").path
      #expect(throws: EventStoreError.full(path: path)) { _ = try EventStore(at: path, for: .writing, pages: 4) }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func aSecondWriterWaitsOrIsTold() throws {
    try StoreSample.inStore { store, folder in
      let events = StoreSample.events(10, seed: 11)
      try store.add { addition in
        let input = try addition.begin("a.csv", of: "gdelt2")
        try addition.add(events[0], input: input, line: 1)
        let second = try EventStore(at: store.path, for: .writing, patience: 0.1)
        #expect(throws: EventStoreError.busy(path: store.path)) { try second.adding(events) }
        // A reader sees the store as it was.
        #expect(try EventStore(at: store.path, for: .reading).count(EventQuery()) == 0)
      }
      #expect(try EventStore(at: store.path, for: .writing).adding(events).added == 9)
    }
  }

  @Test func otherFilesAreRefused() throws {
    try inTemporaryFolder { folder in
      let path = folder.appendingPathComponent("events.sqlite").path
      #expect(throws: EventStoreError.missing(path: path)) { _ = try EventStore(at: path, for: .reading) }
      try Data("actor,recipient\nand so on, for a while, in no database at all\n".utf8).write(
        to: URL(fileURLWithPath: path))
      for purpose in [EventStore.Purpose.reading, .writing] {
        #expect(throws: EventStoreError.foreign(path: path)) { _ = try EventStore(at: path, for: purpose) }
      }
      #expect(throws: EventStoreError.self) {
        _ = try EventStore(at: folder.appendingPathComponent("none/events.sqlite").path, for: .writing)
      }
    }
  }

  @Test(arguments: [("user_version = 2", true), ("application_id = 7", false)])
  func anotherSchemaIsRefused(mark: String, isNewer: Bool) throws {
    try StoreSample.inStore { store, _ in
      try StoreSample.execute("PRAGMA \(mark)", in: store.path)
      let expected: EventStoreError =
        isNewer ? .newer(path: store.path, version: 2) : .foreign(path: store.path)
      for purpose in [EventStore.Purpose.reading, .writing] {
        #expect(throws: expected) { _ = try EventStore(at: store.path, for: purpose) }
      }
    }
  }

  @Test(arguments: [CountingRule.none, .story, .day]) func duplicatesAreRemovedByTheRule(rule: CountingRule) throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(600, seed: 12)
      let outcome = try store.adding(events, duplicates: rule)
      let expected = Set(events.map { StoreSample.key(of: $0, rule) }).count
      #expect(outcome.removed == 600 - expected)
      #expect(try store.count(EventQuery()) == expected)
      let kept = Set(try store.all().map(\.id))
      #expect(
        events.filter { kept.contains($0.id) }.allSatisfy { event in
          !events.contains {
            StoreSample.key(of: $0, rule) == StoreSample.key(of: event, rule) && Int($0.id)! < Int(event.id)!
          }
        })
    }
  }

  @Test func theSameFileUnderAnotherNameIsCountedOnce() throws {
    try StoreSample.inStore { store, _ in
      let events = StoreSample.events(20, seed: 13)
      try store.adding(events, digest: "a", path: "a.csv")
      try store.adding(events, digest: "a", path: "b.csv")
      let info = try store.info()
      #expect(info.dataSets[0].inputs.map(\.path) == ["a.csv"] && info.dataSets[0].rows == 200)
      try store.adding(StoreSample.events(20, seed: 14), digest: "b", path: "b.csv")
      #expect(try store.info().dataSets[0].rows == 400)
    }
  }
}
