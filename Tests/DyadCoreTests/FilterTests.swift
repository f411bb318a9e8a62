import DyadCore
import Testing

@Suite struct FilterTests {
  /// A word set for each item made this quadratic: minutes, where it is now a moment.
  @Test func aLargeGraphIsFilteredInOnePass() {
    var dossier = Dossier()
    dossier.entities = (0..<4000).map { Located(Entity(Entity.ID("e\($0)"), .state, name: "E")) }
    dossier.events = (0..<4000).map {
      Located(Event(Event.ID("x\($0)"), within: .unknown, what: "x", type: .aid, actors: [Entity.ID("e\($0)")]))
    }
    let snapshot = KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)
    let time = ContinuousClock().measure {
      #expect(snapshot.filtered(by: Filter(only: ["group", "aid"])).hidden.count == 4000)
    }
    #expect(time < .seconds(3), "\(time)")
  }
}
