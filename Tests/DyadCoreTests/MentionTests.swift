import DyadCore
import Testing

@Suite struct MentionTests {
  private func dossier(speaker: Mention, place: Mention) -> Dossier {
    var dossier = Dossier()
    dossier.sources = [Located(Source("s", title: "S"))]
    dossier.entities = [Located(Entity("a", .state, name: "Arvane"))]
    dossier.events = [
      Located(
        Event(
          "e", within: .unknown, what: "x", type: .aid, actors: ["a"], place: place,
          evidence: Evidence([Citation(of: "s", speaker: speaker)])))
    ]
    return dossier
  }

  @Test func linkingDecidesWhetherWordsAreAnEntity() {
    let graph = KnowledgeGraph.linking([dossier(speaker: "a", place: .entity("nowhere"))]).value
    #expect(graph.events["e"]?.evidence.citations[0].speaker == .entity("a"))
    #expect(graph.events["e"]?.place == .words("nowhere"))
    #expect(graph.name(of: .entity("a")) == "Arvane" && graph.name(of: "a") == "a")
  }

  @Test func aSpeakerGoesWithTheEntityThatIsRenamed() throws {
    let before = dossier(speaker: "a", place: "A")
    var after = before
    after.entities = [Located(Entity("b", .state, name: "Arvane", was: "a"))]
    after.events[0].value = Event(
      "e", within: .unknown, what: "x", type: .aid, actors: ["b"], place: "A",
      evidence: Evidence([Citation(of: "s", speaker: "b")]))
    let diff = GraphDiff(
      from: KnowledgeGraph.linking([before]).value.snapshot(at: .ever),
      to: KnowledgeGraph.linking([after]).value.snapshot(at: .ever))
    #expect(diff.events.allSatisfy { !$0.isDifference })
  }
}
