import DyadTestSupport
import Testing

import DyadCore

@Suite struct PairIndexTests {
  private func expectSame(_ graph: KnowledgeGraph, _ days: ClosedRange<Day>, known: Day?) -> Int {
    let index = PairIndex(graph, known: known)
    let snapshot = graph.snapshot(at: Moment(asOf: days, known: known))
    let parties = graph.entities.keys.sorted()
    var found = 0
    for (place, one) in parties.enumerated() {
      for other in parties[(place + 1)...] {
        let claims = index.claims(between: one, other, asOf: days)
        let ties = snapshot.ties.filter { $0.relation.dyads.contains(Dyad(one, other)) }
        let events = snapshot.events.filter { event in
          Set(snapshot.concerns.of(event.item).map(\.party)).isSuperset(of: [one, other])
        }
        #expect(claims.ties == ties && claims.events == events, "\(one) and \(other), \(days)")
        found += ties.count + events.count
      }
    }
    return found
  }

  @Test(arguments: 0..<80) func aPairHasTheClaimsThatASnapshotHas(seed: Int) {
    let graph = anyGraph(seed: seed)
    var random = Seeded(seed)
    var found = 0
    for _ in 0..<3 {
      let (day, other) = (anyDate(&random).days.lowerBound, anyDate(&random).days.lowerBound)
      found += expectSame(graph, day...day, known: nil)
      found += expectSame(graph, min(day, other)...max(day, other), known: nil)
      found += expectSame(graph, day...day, known: other)
    }
    for day in graph.dates.prefix(12) { found += expectSame(graph, day...day, known: nil) }
    #expect(found > 0 || graph.relations.isEmpty && graph.events.isEmpty)
  }

  @Test func aPairWithoutClaimsHasNone() {
    let claims = PairIndex(anyGraph(seed: 1)).claims(between: "nobody", "no-one", on: Day(2020, 1, 1)!)
    #expect(claims.ties.isEmpty && claims.events.isEmpty)
  }
}
