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

  /// An arrow, or an indented part, is what a source states.
  @Test(arguments: ["leads-to", "in-return-for", "part-of", "responds-to"])
  func aLinkThatTheCoderInfersIsInWords(kind: String) throws {
    func text(_ basis: String) throws -> (rows: [Row], description: String, claim: String?) {
      let graph = try Samples.graph(
        """
        events:
          sail: { on: 2014-05-02, what: Arvane sails, type: MOBILIZE, actors: [arvane], recipients: [belmar], cite: s, links: [{ \(kind): land, \(basis) }] }
          land: { on: 2014-05-02, what: Belmar lands, type: MOBILIZE, actors: [belmar], recipients: [arvane], cite: s }
        """)
      let snapshot = graph.snapshot(at: Moment(on: Day(2014, 6, 1)!))
      let content = Content(GraphDiff(snapshot), of: View(.between("arvane", "belmar")))
      return (content.cards.flatMap(\.rows), content.description, SnapshotText(snapshot).claim("sail"))
    }
    let (stated, inferred) = (try text("cite: s"), try text("basis: inferred"))
    #expect(stated.rows.contains { $0.next != nil || $0.isPart || !$0.ties.isEmpty })
    #expect(inferred.rows.allSatisfy { $0.next == nil && !$0.isPart })
    #expect(inferred.rows.flatMap(\.ties).allSatisfy { $0.hasPrefix("inferred: ") })
    #expect(inferred.rows.contains { !$0.ties.isEmpty })
    #expect(inferred.description.contains("(inferred: ") && !stated.description.contains("inferred"))
    #expect(inferred.claim?.contains("(inferred)") == true && stated.claim?.contains("inferred") == false)
  }

  @Test func aComparisonSaysWhatEarlierPhasesRestOn() throws {
    func sentences(_ evidence: String) throws -> [String] {
      let graph = try Samples.graph(
        """
        relations:
          ties:
            between: [arvane, belmar]
            kind: ties
            phases:
              - { during: 2010/2014, reads: strained, tone: -4, \(evidence) }
              - { during: 2015/.., reads: thawing, tone: 3, cite: s }
        """)
      let diff = GraphDiff(
        from: graph.snapshot(at: Moment(on: Day(2012, 1, 1)!)), to: graph.snapshot(at: Moment(on: Day(2016, 1, 1)!)))
      return DiffReport([.world: diff]).parts.flatMap(\.items).map(\.sentence)
    }
    #expect(try sentences("cite: s") == ["thawing (was: strained until 2014)"])
    #expect(try sentences("cite: s, basis: inferred") == ["thawing (was: strained until 2014 (inferred))"])
    #expect(
      try sentences("cite: [{ source: s, speaker: belmar }]")
        == ["thawing (was: strained until 2014 (according to Belmar))"])
  }

  @Test func everyPartOfARecordHasATextByItsId() throws {
    let graph = try Samples.graph(
      """
      officials: { old: { name: Olga Alt, serves: arvane, offices: [{ title: President, during: 2015/2020, cite: s }] } }
      events:
        sail: { on: 2014-05-02, what: Arvane sails, type: MOBILIZE, actors: [arvane], recipients: [belmar], cite: s, links: [{ leads-to: land, cite: s }] }
        land: { on: 2014-05-03, what: Belmar lands, type: MOBILIZE, actors: [belmar], recipients: [arvane], cite: s }
      """)
    let text = SnapshotText(graph.snapshot(at: .ever))
    let holding = try #require(graph.holdings.keys.first)
    let link = try #require(graph.events["sail"]?.links.first)
    #expect(text.claim(holding.text)?.hasPrefix("Olga Alt, President") == true)
    #expect(text.claim(link.id.text)?.hasPrefix("Arvane sails – led to: Belmar lands\n") == true)
    #expect(text.claim("nothing") == nil)
  }

  @Test func everyTextSaysThatAClaimIsInferred() {
    #expect(content.description.contains("strained, inferred."))
    let text = SnapshotText(graph.snapshot(at: Moment(on: Day(2015, 1, 1)!)))
    #expect(text.dyad("a", "b").contains("strained, inferred [1]"))
    #expect(text.claim("a-b")?.contains("inferred by the coder") == true)
    #expect(text.claim("a-b/1")?.contains("inferred by the coder") == true)
  }
}
