import DyadCore
import DyadTestSupport
import Testing

@Suite struct FilterTests {
  /// A word set for each item would be quadratic.
  @Test func aLargeGraphIsFilteredInOnePass() {
    let sizes = [1000, 4000]
    let snapshots = Dictionary(uniqueKeysWithValues: sizes.map { ($0, snapshot(of: $0)) })
    let exponent = Growth.exponent(from: sizes[0]) { size in
      #expect(snapshots[size]?.filtered(by: Filter(only: ["group", "aid"])).hidden.count == size)
    }
    #expect(exponent < 1.5)
  }

  /// So many states, each with an event.
  private func snapshot(of size: Int) -> Snapshot {
    var dossier = Dossier()
    dossier.entities = (0..<size).map { Located(Entity(Entity.ID("e\($0)"), .state, name: "E")) }
    dossier.events = (0..<size).map {
      Located(Event(Event.ID("x\($0)"), within: .unknown, what: "x", type: .aid, actors: [Entity.ID("e\($0)")]))
    }
    return KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)
  }
}
