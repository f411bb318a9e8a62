import DyadTestSupport
import Testing

import DyadCore

@Suite struct GraphFindingsTests {
  private struct Finding: Sendable {
    var number: Int
  }

  @Test func copiesOfAGraphFindOnceForEachDay() {
    let graph = anyGraph(seed: 1)
    let copy = graph
    var searches = 0
    func find() -> Finding {
      searches += 1
      return Finding(number: searches)
    }
    #expect(graph.found(find).number == 1 && copy.found(find).number == 1)
    #expect(graph.found(known: Day(2020, 1, 1)!, find).number == 2)
    #expect(copy.found(known: Day(2020, 1, 1)!, find).number == 2 && graph.found(find).number == 1)
  }

  @Test(arguments: 0..<40) func aGraphThatIsChangedIsSearchedAnew(seed: Int) {
    let (graph, other) = (anyGraph(seed: seed), anyGraph(seed: seed + 1000))
    let events = graph.snapshot(at: .ever).events.map(\.id)
    let both = other.covered(by: graph)
    let all = both.snapshot(at: .ever)
    #expect(all.events.map(\.id) == both.events.keys.sorted())
    #expect(all.entities.map(\.id) == both.entities.keys.sorted())
    #expect(graph.snapshot(at: .ever).events.map(\.id) == events && events == graph.events.keys.sorted())
    for event in other.events.values where graph.events[event.id] == nil {
      let named = Set(both.concerns.of(event).filter { $0.reason == .named }.map(\.party))
      #expect(named == Set(event.parties + event.affects))
    }
  }

  @Test(arguments: 0..<40) func snapshotsThatShareClaimsDifferLikeOthers(seed: Int) {
    let graph = anyGraph(seed: seed)
    for (one, next) in zip(graph.dates, graph.dates.dropFirst()).prefix(8) {
      let diff = GraphDiff(from: graph.snapshot(at: Moment(on: one)), to: graph.snapshot(at: Moment(on: next)))
      let apart = GraphDiff(
        from: anyGraph(seed: seed).snapshot(at: Moment(on: one)), to: graph.snapshot(at: Moment(on: next)))
      #expect(diff.ties == apart.ties && diff.events == apart.events && diff.entities == apart.entities)
    }
  }
}
