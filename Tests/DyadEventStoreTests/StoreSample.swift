import DyadCore
import DyadEventStore
import DyadEvents
import DyadTestSupport
import Foundation
import GRDB

/// Stores and events of tests.
enum StoreSample {
  static func inStore(_ work: (EventStore, URL) throws -> Void) throws {
    try inTemporaryFolder { folder in
      try work(try EventStore(at: folder.appendingPathComponent("events.sqlite").path, for: .writing), folder)
    }
  }

  /// Events with all that an event may have, many of which count as one.
  static func events(_ count: Int, seed: Int) -> [CodedEvent] {
    var random = Seeded(seed)
    return (0..<count).map { index in
      let states = ["AFG", "PAK", "IND", "CHN"].shuffled(using: &random)
      let quad = QuadClass.allCases.randomElement(using: &random)!
      let day = Day(2019, 1, 1)!.advanced(by: .random(in: 0..<6, using: &random) * 20)
      let address = "https://example.org/é/\(Int.random(in: 0..<3, using: &random))"
      let isStory = Bool.random(using: &random)
      return CodedEvent(
        id: String(seed * 100_000 + index), within: day...day.advanced(by: index % 7 == 0 ? 3 : 0),
        actor: CodedParty(
          states[0] + "MIL", state: states[0], sector: "MIL", office: index % 4 == 0 ? "Chief of Staff" : nil),
        recipient: CodedParty(
          states[1] == "CHN" ? "TAL" : states[1], state: states[1] == "CHN" ? nil : states[1],
          group: states[1] == "CHN" ? "TAL" : nil),
        action: CodedAction(
          "0\(quad.rawValue)0", type: quad == .verbalCooperation ? .consult : nil, quad: quad,
          tenths: 10 - quad.rawValue),
        reports: ReportCount(mentions: index % 9 + 1, sources: 2, articles: 3),
        deaths: index % 5 == 0 ? DeathCount(best: 2, low: 1, high: 4) : nil,
        place: index % 3 == 0 ? CodedPlace(name: "Torkham", state: "PAK", latitude: 34.1, longitude: 71.1) : nil,
        story: isStory ? address : "story \(index % 4)", reference: isStory ? address : "Dawn: \"No\"",
        version: index % 11 == 0 ? "1" : nil)
    }
  }

  static func key(of event: CodedEvent, _ rule: CountingRule) -> [String] {
    let key = ["\(event.days.lowerBound)", event.actor.code, event.recipient.code, event.action.code]
    switch rule {
    case .none: return [event.id]
    case .day: return key
    default: return key + [event.story ?? ""]
    }
  }

  static func execute(_ sql: String, in path: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}

extension EventStore {
  /// Adds events as those of one file, of which a tenth is stored.
  @discardableResult
  func adding(
    _ events: [CodedEvent], dataSet: String = "gdelt2", digest: String = "", path: String = "a.csv",
    duplicates: CountingRule = .none
  ) throws -> EventAddition.Outcome {
    try add { addition in
      let input = try addition.begin(path, of: dataSet)
      for (index, event) in events.enumerated() { try addition.add(event, input: input, line: index + 1) }
      try addition.removeDuplicates(by: duplicates)
      let volume = Dictionary(grouping: events, by: \.days.lowerBound).mapValues { $0.count * 10 }
      try addition.end(input, digest: digest, volume: volume)
    }
  }

  func all(_ query: EventQuery = EventQuery()) throws -> [CodedEvent] {
    var events: [CodedEvent] = []
    try forEach(query) { stored in
      events.append(stored.event)
      return true
    }
    return events
  }

  /// Every row of every table.
  func dump() throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      let names = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master ORDER BY name")
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return names + (try tables.flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \($0)").map(\.description) })
    }
  }
}

extension StoreSample {
  static func row(_ sql: String, in path: String) throws -> [String?] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchOne(database, sql: sql)!.databaseValues.map { value in
        String.fromDatabaseValue(value) ?? value.storage.value.map { "\($0)" }
      }
    }
  }
}
