import DyadContent
import DyadCore
import Testing

@Suite struct BasisTests {
  private let graph: KnowledgeGraph

  init() {
    var dossier = Dossier()
    dossier.sources = [Located(Source("herald", title: "Harbour Herald"))]
    dossier.entities = [Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar"))]
    let evidence = Evidence([Citation(of: "herald", quote: "so it is")], basis: .inferred)
    let phase = Phase("a-b/1", reads: "strained", tone: Tone(-4), during: Interval("2014/..")!, evidence: evidence)
    dossier.relations = [Located(Relation("a-b", "ties", between: "a", "b", phases: [phase]))]
    graph = KnowledgeGraph.linking([dossier]).value
  }

  private var content: Content {
    Content(GraphDiff(graph.snapshot(at: Moment(on: Day(2015, 1, 1)!))), of: View(.between("a", "b")))
  }

  @Test func theBasisFollowsFromTheCitationsUnlessTheCoderConcludes() {
    let plain = Citation(of: "herald", quote: "so it is")
    let said = Citation(of: "herald", quote: "so he says", speaker: "a captain")
    let denied = Citation(of: "herald", quote: "not so", stance: .denies)
    #expect(Evidence([plain, said]).overallBasis == .reported)
    #expect(Evidence([said]).overallBasis == .attributed)
    #expect(Evidence([plain], basis: .inferred).overallBasis == .inferred)
    #expect(Evidence([denied]).overallBasis == nil && Evidence().overallBasis == nil)
  }

  @Test func whatIsInferredHasAHollowSignAndADottedLineAndIsInTheLegend() throws {
    let head = try #require(content.cards[0].head)
    #expect(head.symbol == "▽" && head.isInferred)
    #expect(!content.lines.contains { !$0.isPossible })
    #expect(Legend(of: content).entries.contains { $0.swatch == .words("▽") && $0.meaning == "inferred by the coder" })
  }

  @Test func everyTextSaysThatAClaimIsInferred() {
    #expect(content.description.contains("strained, inferred."))
    let text = SnapshotText(graph.snapshot(at: Moment(on: Day(2015, 1, 1)!)))
    #expect(text.dyad("a", "b").contains("strained, inferred [1]"))
    #expect(text.claim("a-b")?.contains("inferred by the coder") == true)
  }
}
