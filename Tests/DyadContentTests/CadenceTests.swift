import DyadContent
import DyadCore
import Testing

@Suite struct CadenceTests {
  @Test(arguments: [
    ("month", ["2025-01-31", "2025-02-28", "2025-03-10"]), ("quarter", ["2025-03-10"]),
    ("60", ["2025-01-15", "2025-03-10"]),
  ])
  func aCadenceEndsOnTheLastDay(every: String, days: [String]) throws {
    let graph = try Samples.example()
    let found = Cadence(every)!.days(in: Day(2025, 1, 15)!...Day(2025, 3, 10)!, of: graph)
    let last = every == "60" ? ["2025-01-15", "2025-03-10"] : days
    #expect(found.map(\.description) == last)
  }

  @Test func everyEventHasItsFrame() throws {
    let graph = try Samples.example()
    let days = Cadence.event.days(in: Day(2025, 1, 1)!...Day(2025, 5, 31)!, of: graph)
    #expect(days.contains(Day(2025, 4, 19)!) && days.last == Day(2025, 5, 31)!)
    #expect(Cadence("0") == nil && Cadence("weekly") == nil)
  }
}
