import DyadContent
import DyadCore
import Testing

@Suite struct ConfidenceTests {
  private let graph: KnowledgeGraph

  init() {
    var dossier = Dossier(title: "A and B")
    dossier.sources = [Located(Source("herald", title: "Herald"))]
    dossier.entities = [Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar"))]
    let evidence = Evidence([Citation(of: "herald", quote: "so it is", confidence: .high)], confidence: .medium)
    let phase = Phase("a-b/1", reads: "thawing", during: Interval("2014/..")!, evidence: evidence)
    dossier.relations = [Located(Relation("a-b", "ties", between: "a", "b", phases: [phase]))]
    graph = KnowledgeGraph.linking([dossier]).value
  }

  @Test func aRowOfADyadEndsWithTheConfidenceInItsClaim() {
    let text = SnapshotText(graph.snapshot(at: Moment(on: Day(2015, 1, 1)!))).dyad("a", "b")
    #expect(text.contains("thawing, moderate confidence [1]"), "\(text)")
  }

  @Test func aClaimIsShownWithItsConfidenceAndThatOfItsCitations() throws {
    let text = try #require(SnapshotText(graph.snapshot(at: .ever)).claim("a-b"))
    #expect(text.hasSuffix("\n  moderate confidence\n  herald (high confidence): “so it is”"), "\(text)")
  }

  @Test func aBriefStatesTheConfidence() {
    let brief = Brief(graph, between: "a", "b", at: Moment(on: Day(2015, 1, 1)!)).markdown()
    #expect(
      brief.contains(
        "It is assessed with moderate confidence that relations between Arvane and Belmar have been thawing"),
      "\(brief)")
  }
}
