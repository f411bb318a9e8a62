import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct FilterTests {
  private func content(_ filter: Filter) throws -> Content {
    try Samples.thaw("2025-05-26", View(.between("pakistan", "afghanistan"), filter: filter))
  }

  @Test func withoutEventsOnlyRelationsAreTold() throws {
    let content = try content(Filter(without: ["events"]))
    #expect(!content.description.contains("Dar pays a landmark visit"))
    #expect(content.description.contains("Encouragement by China"))
    #expect(content.omissions.contains { $0.hasPrefix("Filtered out: ") && $0.contains(" events") })
  }

  @Test func onlyAKindOfRelationKeepsThatKind() throws {
    let content = try content(Filter(only: ["encouragement"]))
    #expect(content.description.contains("Encouragement by China"))
    #expect(!content.description.contains("Tensions"))
    #expect(!content.description.contains("Dar pays a landmark visit"))
  }

  @Test func onlyStatesHidesTheOthersAndKeepsWhatTheyDid() throws {
    let content = try content(Filter(only: ["state"]))
    #expect(Set(content.figures.map(\.kind)) == [.state])
    #expect(content.description.contains("Dar pays a landmark visit"))
  }

  @Test func aPartyMayBeLeftOutByItsId() throws {
    #expect(try !content(Filter(without: ["china"])).figures.contains { $0.id == "china" })
  }

  @Test func whatIsWeakerThanTheLeastToneIsLeftOut() throws {
    let content = try content(Filter(minimumTone: 5))
    #expect(content.cards.flatMap(\.rows).allSatisfy { abs($0.tone.value) >= 5 })
    #expect(!content.cards.flatMap(\.rows).isEmpty)
  }

  @Test(arguments: 0..<20)
  func aFilterOnlyTakesAway(seed: Int) {
    let graph = anyGraph(seed: seed)
    let snapshot = graph.snapshot(at: .ever)
    var random = Seeded(seed)
    let words = Filter.words(in: graph)
    let filter = Filter(
      only: Set((0..<2).map { _ in words.randomElement(using: &random)! }),
      without: [words.randomElement(using: &random)!], minimumTone: Double.random(in: 0...6, using: &random))
    let left = snapshot.filtered(by: filter)
    #expect(Set(left.ties.map(\.id)).isSubset(of: snapshot.ties.map(\.id)))
    #expect(Set(left.events.map(\.id)).isSubset(of: snapshot.events.map(\.id)))
    #expect(left.filtered(by: filter).events == left.events)
    #expect(snapshot.filtered(by: .none).events == snapshot.events)
  }
}
